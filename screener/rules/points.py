"""Points of one rule: base and extras, under its own cap and the grades of its claims."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from screener.errors import RuleError
from screener.rules.schema import Policy, Rule


class ExtraPoints(NamedTuple):
    """Points of one `more`; ``own_cap`` where it cites claims of its own."""

    points: int
    own_cap: int | None


class RulePoints(NamedTuple):
    """What a rule can give.

    ``shared_cap`` is the grade cap on base and extras that cite nothing of their own; ``cap``
    the rule's own limit on the whole. None is no limit.
    """

    base: int
    extras: tuple[ExtraPoints, ...]
    shared_cap: int | None
    cap: int | None

    def given(self, added: Sequence[int]) -> int:
        """Return the points with the extras of these numbers added.

        >>> RulePoints(30, (ExtraPoints(10, None), ExtraPoints(10, 45)), 35, 50).given([0, 1])
        45
        """
        chosen = [self.extras[number] for number in added]
        shared = self.base + sum(extra.points for extra in chosen if extra.own_cap is None)
        apart = [extra for extra in chosen if extra.own_cap is not None]
        own = sum(_capped(extra.points, extra.own_cap) for extra in apart)
        return _capped(_capped(shared, self.shared_cap) + own, self.cap)


def rule_points(rule: Rule, grades: Mapping[str, str], policy: Policy) -> RulePoints:
    """Return the points of a rule under the grades of its claims (rules.md, 3.5).

    The best grade cited counts. A rule of form `stated` rests on the record and has no grade.

    Raises:
        RuleError: A claim is unknown, or its grade has no cap in the policy.
    """
    stated = rule.form == "stated"
    extras = tuple(
        ExtraPoints(extra.points, None if stated else grade_cap(extra.claims, grades, policy))
        for extra in rule.more
    )
    shared = None if stated else grade_cap(rule.claims, grades, policy)
    return RulePoints(rule.points, extras, shared, rule.cap)


def grade_cap(claims: Sequence[str], grades: Mapping[str, str], policy: Policy) -> int | None:
    """Return the cap that the best grade among claims allows; None without claims.

    Raises:
        RuleError: A claim is unknown, or its grade has no cap in the policy.
    """
    caps = []
    for claim in claims:
        grade = grades.get(claim)
        if grade is None:
            raise RuleError(f"no claim {claim} in the register")
        if grade not in policy.grade_caps:
            raise RuleError(f'claim {claim} has grade "{grade}", for which the policy has no cap')
        caps.append(policy.grade_caps[grade])
    return max(caps, default=None)


def _capped(points: int, cap: int | None) -> int:
    return points if cap is None else min(points, cap)
