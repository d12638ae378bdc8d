"""Checks of what a rule asserts: by claims, by entries, by the record, and of whom."""

from screener.content.diagnostics import suggestion
from screener.model.listing import Entry
from screener.rules.checker_branches import PLACEHOLDERS, bound, branches
from screener.rules.checker_phrases import sentences
from screener.rules.known import NOT_AT_RISK
from screener.rules.schema import Rule
from screener.rules.wording import PLACEHOLDER, STATED_KINDS
from screener.rules.world import World, Written, entries_found


def check_wording(written: Written, world: World) -> None:
    """Report a rule that asserts more than it may (R005, R022, R043, R044, R048)."""
    _check_kinds(written, world)
    _check_bindings(written, world)


def _check_kinds(written: Written, world: World) -> None:
    rule, known = written.rule, world.known
    if not rule.asserts:
        world.diagnostics.add(
            "R022",
            written.place("wording", "asserts"),
            '"asserts" lists nothing: say which kinds of sentence this rule produces',
            suggestion("", known.kinds, "kinds"),
        )
    entries = entries_found(rule.when, world)
    for number, kind in enumerate(rule.asserts):
        mark = written.place("wording", "asserts", number)
        if kind not in known.kinds:
            message = f'"{kind}" is not a kind of assertion'
            world.diagnostics.add("R005", mark, message, suggestion(kind, known.kinds, "kinds"))
            continue
        if written.readable and not _supported(rule, kind, entries, world):
            message = f'nothing behind this rule supports "{kind}"'
            world.diagnostics.add("R044", mark, message, _supported_help(rule, entries, world))
        for entry in entries:
            if NOT_AT_RISK & {*entry.roles} and kind not in entry.supports:
                message = f"{entry.id} lost by what is reported and may not be said to be {kind}"
                limits = "; ".join(entry.assertion_limits) or ", ".join(entry.supports)
                world.diagnostics.add("R048", mark, message, f"what may be said: {limits}")


def _supported(rule: Rule, kind: str, entries: tuple[Entry, ...], world: World) -> bool:
    """Whether the record, one claim, or every entry that can be found supports a kind."""
    if rule.form == "stated" and kind in STATED_KINDS and rule.basis:
        return True
    claims = [world.known.evidence.claims.get(name) for name in rule.claims]
    if any(claim is not None and kind in claim.supports for claim in claims):
        return True
    return bool(entries) and all(kind in entry.supports for entry in entries)


def _supported_help(rule: Rule, entries: tuple[Entry, ...], world: World) -> str:
    """Return what the claims and entries of a rule do support."""
    claims = [world.known.evidence.claims.get(name) for name in rule.claims]
    by_claims = {kind for claim in claims if claim is not None for kind in claim.supports}
    by_entries = (
        set[str].intersection(*({*entry.supports} for entry in entries)) if entries else set[str]()
    )
    kinds = [kind for kind in world.known.kinds if kind in by_claims | by_entries]
    stated = " (form stated needs a basis)" if rule.form == "stated" and not rule.basis else ""
    return f"supported: {', '.join(kinds) or 'nothing'}{stated}"


def _check_bindings(written: Written, world: World) -> None:
    """Report placeholders that have no value in one of the ways in which the rule can fire."""
    ways = branches(written.rule.when, world.named) if written.readable else None
    if ways is None:
        return
    allowed = {*PLACEHOLDERS, *world.known.fields}
    for key, said in sentences(written.node):
        for name in dict.fromkeys(PLACEHOLDER.findall(said.text)):
            unbound = sum(name not in bound(way, world.known) for way in ways)
            if name in allowed and unbound:
                message = (
                    f'"{{{name}}}" in "{key}" has no value in {unbound} of {len(ways)} '
                    "ways in which this rule can fire"
                )
                advice = "drop it, or test for it in every branch of any and at_least"
                world.diagnostics.add("R043", said.mark, message, advice)
