"""What the change of a pack means, and which version it should bear (rules.md, 4.2)."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from screener.model.field import Field
from screener.rules.overlay_changes import overlay_changes
from screener.rules.rule_changes import LEVELS, Level, RuleChange, Side, rule_changes
from screener.rules.schema import Pack, Policy
from screener.rules.senses import Sense, of_numbers, together

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")
_DECIDES = ("type", "carries", "may_carry", "role", "gap_if_empty", "derived_from", "derivation",
            "group", "compare_with")  # fmt: skip
_LEVEL_OF: dict[Sense, Level] = {
    Sense.SAME: "patch",
    Sense.REWORDED: "patch",
    Sense.MORE: "minor",
    Sense.LESS: "major",
    Sense.OTHER: "major",
}


class Other(msgspec.Struct, frozen=True, kw_only=True):
    """A change beside the rules: of the policy, a column, a named condition, an overlay."""

    what: str
    level: Level


class PackChange(msgspec.Struct, frozen=True, kw_only=True):
    """How two packs differ, and the version that the new one should bear.

    ``suggested`` is the old version, raised by what changed most; the old one where nothing
    did, and None where that is no version of three numbers.
    """

    rules: tuple[RuleChange, ...]
    others: tuple[Other, ...]
    level: Level
    old_version: str
    new_version: str
    suggested: str | None

    @property
    def settled(self) -> bool:
        """Whether every version has risen as far as what changed asks for."""
        wanted, given = _numbers(self.suggested or ""), _numbers(self.new_version)
        enough = wanted is None or (given is not None and given >= wanted)
        return enough and not any(change.unversioned for change in self.rules)


def pack_change(
    old: Side, new: Side, fields: tuple[Mapping[str, Field], Mapping[str, Field]]
) -> PackChange:
    """Return how two packs differ; ``fields`` are their data dictionaries, the old one first."""
    rules = tuple(rule_changes(old, new))
    others = (
        *_policy(old.pack.policy, new.pack.policy),
        *_conditions(old.pack, new.pack),
        *_fields(*fields),
        *_wording(old.pack, new.pack),
        *(Other(what=one.what, level=one.level) for one in overlay_changes(old.pack, new.pack)),
    )
    levels = {*(change.level for change in rules), *(other.level for other in others)}
    level: Level = next((one for one in reversed(LEVELS) if one in levels), "none")
    return PackChange(
        rules=rules,
        others=others,
        level=level,
        old_version=old.pack.version,
        new_version=new.pack.version,
        suggested=raised(old.pack.version, level),
    )


def raised(version: str, level: Level) -> str | None:
    """Return a version raised by a level; None if it is no version of three numbers.

    >>> raised("3.2.1", "minor")
    '3.3.0'
    """
    numbers = _numbers(version)
    if numbers is None:
        return None
    major, minor, patch = numbers
    return {
        "none": version,
        "patch": f"{major}.{minor}.{patch + 1}",
        "minor": f"{major}.{minor + 1}.0",
        "major": f"{major + 1}.0.0",
    }[level]


def _numbers(version: str) -> tuple[int, ...] | None:
    match = _VERSION.fullmatch(version)
    return tuple(map(int, match.groups())) if match is not None else None


def _policy(old: Policy, new: Policy) -> Iterator[Other]:
    tiers = {tier: (old.tiers.get(tier, 0), new.tiers.get(tier, 0)) for tier in old.tiers}
    for tier, (was, now) in tiers.items():
        if was != now:
            level = _LEVEL_OF[of_numbers([(-was, -now)])]
            yield Other(what=f"{tier} from {was} -> {now} points", level=level)
    if old.without_floor != new.without_floor:
        ranks = (int(old.without_floor[1:]), int(new.without_floor[1:]))
        what = f"points alone reach {old.without_floor} -> {new.without_floor}"
        yield Other(what=what, level=_LEVEL_OF[of_numbers([ranks])])
    if old.within_group != new.within_group:
        what = f"shares within a group {old.within_group} -> {new.within_group}"
        yield Other(what=what, level=_LEVEL_OF[_shares(old.within_group, new.within_group)])
    for word in ("base_rate", "families_for_context_t3", "groups", "grade_caps", "review_budget"):
        # Caps count where they change what a rule gives.
        if getattr(old, word) != getattr(new, word):
            yield Other(what=f"{word} of the policy", level="patch")


def _shares(old: Sequence[int], new: Sequence[int]) -> Sense:
    length = max(len(old), len(new))
    padded = [(*shares, *(0,) * (length - len(shares))) for shares in (old, new)]
    return of_numbers(zip(*padded, strict=True))


def _conditions(old: Pack, new: Pack) -> Iterator[Other]:
    """Yield named conditions that came, went or changed; what a change does shows in the rules."""
    for name in sorted({*old.conditions, *new.conditions}):
        if name not in new.conditions:
            yield Other(what=f"condition {name} removed", level="major")
        elif name not in old.conditions:
            yield Other(what=f"condition {name} added", level="patch")
        elif old.conditions[name].condition != new.conditions[name].condition:
            yield Other(what=f"condition {name}", level="patch")


def _fields(old: Mapping[str, Field], new: Mapping[str, Field]) -> Iterator[Other]:
    for name in sorted({*old, *new}):
        if name not in new:
            yield Other(what=f"column {name} removed", level="major")
        elif name not in old:
            yield Other(what=f"column {name} added", level="minor")
        elif old[name] != new[name]:
            yield Other(what=f"column {name}", level=_LEVEL_OF[_column(old[name], new[name])])


def _column(old: Field, new: Field) -> Sense:
    """Return what a column's change does: one that is searched for more kinds finds more."""
    searched = together(
        Sense.SAME if before == after else Sense.MORE if set(before) <= set(after) else Sense.OTHER
        for before, after in ((old.carries, new.carries), (old.may_carry, new.may_carry))
    )
    rest = [key for key in _DECIDES if key not in ("carries", "may_carry")]
    other = any(getattr(old, key) != getattr(new, key) for key in rest)
    return Sense.OTHER if other else searched


def _wording(old: Pack, new: Pack) -> Iterator[Other]:
    if old.wording != new.wording:
        yield Other(what="what a sentence may assert", level="patch")
