"""What the change of one rule means to those who use the pack, and how far its version moves."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from screener.rules.differences import differences
from screener.rules.points import rule_points
from screener.rules.rule_senses import Form, logic_sense, score_sense
from screener.rules.schema import COUNTED, At, Pack, Rule
from screener.rules.senses import Sense

Level = Literal["none", "patch", "minor", "major"]
LEVELS: tuple[Level, ...] = ("none", "patch", "minor", "major")
"""How much the version of a pack must move, in rising order."""

_NOWHERE = At("", 0, 0)
_WORDING = (
    "title", "family", "why", "says", "asks", "claims", "basis", "form", "asserts", "never_say",
)  # fmt: skip
_LOGIC = {
    Sense.REWORDED: "same logic in other words",
    Sense.MORE: "widened",
    Sense.LESS: "narrowed",
    Sense.OTHER: "finds other records",
}
_SCORE = {
    Sense.REWORDED: "same points in other words",
    Sense.MORE: "higher points or floor",
    Sense.LESS: "lower points or floor",
    Sense.OTHER: "other points",
}


class Side(NamedTuple):
    """A pack, and the grades of the claims that cap its points."""

    pack: Pack
    grades: Mapping[str, str]

    def form(self, rule: Rule) -> Form:
        """Return a rule of it, with what it can give."""
        points = rule_points(rule, self.grades, self.pack.policy)
        return Form(rule, self.pack.conditions, points)


class RuleChange(msgspec.Struct, frozen=True, kw_only=True):
    """How one rule differs between two packs.

    A version is None where the pack has no such rule. ``logic`` and ``score`` say whether it
    finds, or gives, more or less; ``wording`` whether it says or cites something else.
    ``unversioned`` names what changed although the version did not rise.
    """

    rule: str
    before: int | None
    after: int | None
    level: Level
    why: str
    logic: Sense = Sense.SAME
    score: Sense = Sense.SAME
    wording: bool = False
    details: tuple[str, ...] = ()
    unversioned: tuple[str, ...] = ()


def rule_changes(old: Side, new: Side) -> Iterator[RuleChange]:
    """Yield how each rule differs, by id in order; rules that are the same are left out."""
    before = {rule.id: rule for rule in old.pack.rules}
    after = {rule.id: rule for rule in new.pack.rules}
    renamed = {
        was: rule.id for rule in new.pack.rules for was, how in rule.related if how == "renamed"
    }
    for name in sorted({*before, *after}):
        if name not in after:
            why = f"renamed to {renamed[name]}" if name in renamed else "removed"
            yield RuleChange(
                rule=name, before=before[name].version, after=None, level="major", why=why
            )
        elif name not in before:
            yield _added(after[name])
        else:
            yield from _changed(old.form(before[name]), new.form(after[name]))


def _added(rule: Rule) -> RuleChange:
    counts = rule.status in COUNTED
    return RuleChange(
        rule=rule.id,
        before=None,
        after=rule.version,
        level="minor" if counts else "patch",
        why="added" if counts else f"added as {rule.status}",
    )


def _changed(before: Form, after: Form) -> Iterator[RuleChange]:
    logic, score = logic_sense(before, after), score_sense(before, after)
    one, other = before.rule, after.rule
    if logic is score is Sense.SAME and _bare(one) == _bare(other):
        return
    wording = any(getattr(one, key) != getattr(other, key) for key in _WORDING)
    level, why = _level(one, other, logic, score)
    moved = {"logic": logic is not Sense.SAME, "score": score is not Sense.SAME}
    yield RuleChange(
        rule=one.id,
        before=one.version,
        after=other.version,
        level=level,
        why=why or ("wording" if wording else "tests or notes"),
        logic=logic,
        score=score,
        wording=wording,
        details=tuple(differences(before, after)),
        unversioned=tuple(
            kind for kind, differs in moved.items() if differs and other.version <= one.version
        ),
    )


def _bare(rule: Rule) -> Rule:
    """Return a rule without its version and without its places in files."""
    tests = tuple(replace(test, at=_NOWHERE) for test in rule.tests)
    return replace(rule, version=0, at=_NOWHERE, tests=tests)


def _level(before: Rule, after: Rule, logic: Sense, score: Sense) -> tuple[Level, str]:
    """Return how much a change counts, and why; to find less is what breaks an adopter."""
    counted, counts = before.status in COUNTED, after.status in COUNTED
    words = [] if before.status == after.status else [f"{before.status} to {after.status}"]
    words += [_LOGIC[logic]] if logic in _LOGIC else []
    words += [_SCORE[score]] if score in _SCORE else []
    told = ", ".join(words)
    if not counts:
        return "major" if counted else "patch", told
    if counted and {logic, score} & {Sense.LESS, Sense.OTHER}:
        return "major", told
    more = not counted or Sense.MORE in {logic, score}
    return "minor" if more else "patch", told
