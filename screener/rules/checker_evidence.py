"""Checks of what a rule rests on: claims, basis, floors, points, gates, single signals."""

from collections.abc import Sequence

from screener.content.diagnostics import suggestion
from screener.rules.checker_branches import branches, signals
from screener.rules.points import grade_cap
from screener.rules.schema import Policy, Rule
from screener.rules.world import World, Written

UNJUDGED = frozenset({"draft", "retired"})
"""States in which a rule counts nowhere, so that it may still lack evidence and tests."""

_GATES = frozenset({"T3", "T4"})
_ABOVE_NOTE = frozenset({"T2", "T3", "T4"})
_MOST_POINTS = 2_000
_WHOLE = 100


def check_evidence(written: Written, world: World) -> None:
    """Report what a rule lacks to stand on (R024, R040, R046, R047, R060, R065)."""
    known = _check_references(written, world)
    _check_gate(written, world)
    if written.rule.status in UNJUDGED:
        return
    _check_ground(written, world)
    if written.readable:
        _check_single_signal(written, world)
    if known and world.known.policy is not None:
        _check_points(written, world, world.known.policy)


def check_combination(rules: Sequence[Rule], policy: Policy, world: World) -> None:
    """Report a pack whose rules could give more points than the risk score can order (R066)."""
    by_group: dict[str, list[int]] = {}
    for rule in rules:
        if rule.status not in UNJUDGED:
            by_group.setdefault(rule.group, []).append(most_points(rule))
    total = sum(_of_group(points, policy.within_group) for points in by_group.values())
    if total > _MOST_POINTS and rules:
        world.diagnostics.add(
            "R066",
            _Start(rules[0].at.path.rsplit("/", 2)[0] + "/policy.yaml"),
            f"all rules together could give {total} points; the risk score orders {_MOST_POINTS}",
            "lower the points of the strongest rules of each group, or join groups",
        )


def most_points(rule: Rule) -> int:
    """Return the most points a rule can give, grades of claims left aside."""
    total = rule.points + sum(extra.points for extra in rule.more)
    return total if rule.cap is None else min(total, rule.cap)


def _of_group(points: list[int], shares: tuple[int, ...]) -> int:
    strongest = sorted(points, reverse=True)
    return sum(value * share // _WHOLE for value, share in zip(strongest, shares, strict=False))


def _check_references(written: Written, world: World) -> bool:
    """Report unknown claims and provisions; True if all are known."""
    evidence, rule = world.known.evidence, written.rule
    wrong = 0
    for path, name, known in (
        *(((("claims", n)), name, evidence.claims) for n, name in enumerate(rule.claims)),
        *(((("basis", n)), name, evidence.provisions) for n, name in enumerate(rule.basis)),
        *(
            (("adds", "more", n, "claims", m), name, evidence.claims)
            for n, extra in enumerate(rule.more)
            for m, name in enumerate(extra.claims)
        ),
    ):
        if name not in known:
            what = "provision" if path[0] == "basis" else "claim"
            advice = suggestion(name, sorted(known), f"{what}s")
            world.diagnostics.add("R024", written.place(*path), f'no {what} "{name}"', advice)
            wrong += 1
    return wrong == 0


def _check_gate(written: Written, world: World) -> None:
    rule = written.rule
    given = [key for key in ("unless", "except") if written.node.get(key) is not None]
    for key in given if rule.raises_to in _GATES else ():
        message = f'a gate (raises_to: {rule.raises_to}) has no "{key}"'
        advice = "clear it as a decision of two persons; give context a rule of its own"
        world.diagnostics.add("R065", written.key(key), message, advice)


def _check_ground(written: Written, world: World) -> None:
    rule = written.rule
    if rule.form == "stated" and not rule.basis:
        message = "a rule of form stated rests on the record and needs a basis"
        world.diagnostics.add("R040", written.place("basis"), message)
    if rule.form != "stated" and not rule.claims:
        message = f"a rule of form {rule.form} needs a claim that it reports"
        world.diagnostics.add("R040", written.place("claims"), message)
    if rule.raises_to is not None and not rule.basis:
        message = f"a floor (raises_to: {rule.raises_to}) needs a basis"
        world.diagnostics.add("R046", written.place("raises_to"), message)


def _check_points(written: Written, world: World, policy: Policy) -> None:
    """Report points above what the best grade among the claims allows."""
    rule = written.rule
    if rule.form == "stated":
        return
    grades: dict[str, str] = {
        name: claim.grade for name, claim in world.known.evidence.claims.items()
    }
    unknown = sorted({grades[name] for name in _cited(rule)} - {*policy.grade_caps})
    if unknown:
        message = f"the policy has no cap for claims of grade {', '.join(unknown)}"
        world.diagnostics.add("R047", written.place("claims"), message)
        return
    shared = rule.points + sum(extra.points for extra in rule.more if not extra.claims)
    limited = shared if rule.cap is None else min(shared, rule.cap)
    cap = grade_cap(rule.claims, grades, policy)
    if cap is not None and limited > cap:
        message = f"{limited} points are above {cap}, what the best grade of the claims allows"
        advice = "cite a claim of a better grade, lower the points, or set cap"
        world.diagnostics.add("R047", written.place("adds", "points"), message, advice)
    for number, extra in enumerate(rule.more):
        own = grade_cap(extra.claims, grades, policy)
        if own is not None and extra.points > own:
            message = f"{extra.points} points are above {own}, what the grade of its claims allows"
            place = written.place("adds", "more", number, "points")
            world.diagnostics.add("R047", place, message)


def _cited(rule: Rule) -> tuple[str, ...]:
    return (*rule.claims, *(name for extra in rule.more for name in extra.claims))


def _check_single_signal(written: Written, world: World) -> None:
    """Report a rule above T1 that goods alone or a place alone can fire."""
    rule = written.rule
    ways = branches(rule.when, world.named) if rule.raises_to in _ABOVE_NOTE else ()
    for alone in ("goods", "place"):
        if any(signals(way, world.known) <= {alone} for way in ways or ()):
            what = "goods" if alone == "goods" else "a place"
            message = f"{what} alone can fire this rule, which raises to {rule.raises_to}"
            advice = "single signals reach T1; ask for a second kind of evidence in every branch"
            world.diagnostics.add("R060", written.place("raises_to"), message, advice)
            return


class _Start:
    """The beginning of a file that is not open here."""

    line, column, end_column, source = 1, 1, 2, ""

    def __init__(self, path: str) -> None:
        self.path = path
