"""In which sense a rule changed: whether it hits more records, whether it gives more points."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from screener.rules.points import RulePoints
from screener.rules.schema import Condition, Extra, Rule
from screener.rules.senses import Named, Sense, of_conditions, of_numbers, together


class Form(NamedTuple):
    """A rule of one pack: the pack's named conditions, and what the rule can give there."""

    rule: Rule
    named: Named
    points: RulePoints


def logic_sense(before: Form, after: Form) -> Sense:
    """Return whether a rule hits more records or fewer; a veto or exception works in reverse."""
    one, other = before.rule, after.rule
    return together(
        [
            of_conditions(one.when, other.when, before.named, after.named),
            of_conditions(one.unless, other.unless, before.named, after.named).reverse(),
            _exempted(one, other).reverse(),
        ]
    )


def _exempted(before: Rule, after: Rule) -> Sense:
    """Return whether a rule excepts more, or for longer."""
    old, new = _last_days(before), _last_days(after)
    sense = of_numbers((old.get(when, 0), new.get(when, 0)) for when in {**old, **new})
    reworded = sense is Sense.SAME and before.exemptions != after.exemptions
    return Sense.REWORDED if reworded else sense


def _last_days(rule: Rule) -> dict[Condition, int]:
    """Return the last day of each exception, as a number."""
    days: dict[Condition, int] = {}
    for one in rule.exemptions:
        day = date.fromisoformat(one.expires).toordinal()
        days[one.when] = max(day, days.get(one.when, 0))
    return days


def score_sense(before: Form, after: Form) -> Sense:
    """Return whether a rule gives more points or fewer, or a higher or lower floor.

    In another group it counts beside other rules, which may give either.
    """
    one, other = before.rule, after.rule
    pairs = tuple(_paired(one.more, other.more))
    sense = together(
        [
            Sense.SAME if one.group == other.group else Sense.OTHER,
            of_numbers([(_rank(one), _rank(other))]),
            of_numbers(_points(before.points, after.points, pairs)),
            *(
                of_conditions(
                    one.more[first].condition,
                    other.more[second].condition,
                    before.named,
                    after.named,
                )
                for first, second in pairs
                if first is not None and second is not None
            ),
        ]
    )
    keys = ("points", "cap", "more", "raises_to")
    differ = any(getattr(one, key) != getattr(other, key) for key in keys)
    return Sense.REWORDED if differ and sense is Sense.SAME else sense


def _rank(rule: Rule) -> int:
    """Return the number of the tier that a rule sets as floor; 0 without one."""
    return int(rule.raises_to[1:]) if rule.raises_to is not None else 0


_Pair = tuple[int | None, int | None]


def _paired(before: Sequence[Extra], after: Sequence[Extra]) -> Iterator[_Pair]:
    """Yield which extra became which: those of equal condition, then the others in order."""
    left = list(range(len(after)))
    unmatched: list[int] = []
    for at, extra in enumerate(before):
        same = next((to for to in left if after[to].condition == extra.condition), None)
        if same is None:
            unmatched.append(at)
        else:
            left.remove(same)
            yield at, same
    yield from zip_longest(unmatched, left)


def _points(
    before: RulePoints, after: RulePoints, pairs: Sequence[_Pair]
) -> Iterator[tuple[int, int]]:
    """Yield the points before and after, without extras, with each, and with all."""
    for chosen in ((), *((pair,) for pair in pairs), pairs):
        yield (
            before.given([first for first, _ in chosen if first is not None]),
            after.given([second for _, second in chosen if second is not None]),
        )
