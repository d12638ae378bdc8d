"""The policy (``policy.yaml``): groups, tier thresholds, shares, grade caps, review budget."""

import re
from decimal import Decimal

import msgspec

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import MapNode, Mark, Node
from screener.content.structs import read_struct
from screener.rules.schema import Group, Policy

_BUDGET = re.compile(r"(\d{1,2}(?:\.\d{1,4})?)% of lines at T2 or above")
_BY_POINTS = ("T1", "T2", "T3")
_WHOLE = 100


class _Limits(msgspec.Struct, frozen=True, kw_only=True):
    without_floor: str
    families_for_context_t3: int


class _Group(msgspec.Struct, frozen=True, kw_only=True):
    note: str = ""


class _Policy(msgspec.Struct, frozen=True, kw_only=True):
    base_rate: str
    tiers: dict[str, int]
    limits: _Limits
    within_group: tuple[int, ...]
    groups: dict[str, _Group]
    grade_caps: dict[str, int]
    review_budget: str


def read_policy(node: Node, diagnostics: Diagnostics) -> Policy | None:
    """Return the policy; None with diagnostics if it is wrong.

    Thresholds are for T1, T2 and T3 and rise: T4 is reached by a floor only. Shares are
    percentages that do not rise, so that a further rule never lowers a sum.
    """
    written = read_struct(node, _Policy, diagnostics)
    if written is None or not isinstance(node, MapNode):
        return None
    budget = _BUDGET.fullmatch(written.review_budget)
    problems = [*_wrong_tiers(written), *_wrong_shares(written)]
    if budget is None:
        problems.append(("review_budget", 'write it like "0.5% of lines at T2 or above"'))
    for key, message in problems:
        diagnostics.add("R004", _place(node, key), message)
    if budget is None or problems:
        return None
    return Policy(
        base_rate=written.base_rate,
        tiers=written.tiers,
        without_floor=written.limits.without_floor,
        families_for_context_t3=written.limits.families_for_context_t3,
        within_group=written.within_group,
        groups={name: Group(id=name, note=group.note) for name, group in written.groups.items()},
        grade_caps=written.grade_caps,
        review_budget=float(Decimal(budget.group(1)) / _WHOLE),
    )


def _wrong_tiers(policy: _Policy) -> list[tuple[str, str]]:
    problems = []
    points = [policy.tiers[name] for name in _BY_POINTS if name in policy.tiers]
    if tuple(policy.tiers) != _BY_POINTS or points != sorted(set(points)) or points[0] < 1:
        message = "give the points of T1, T2 and T3, rising; T4 is reached by raises_to only"
        problems.append(("tiers", message))
    if policy.limits.without_floor not in {"T0", "T1"}:
        problems.append(("limits", "without_floor is T0 or T1: points alone show no more"))
    if policy.limits.families_for_context_t3 < 1:
        problems.append(("limits", "families_for_context_t3 must be at least 1"))
    return problems


def _wrong_shares(policy: _Policy) -> list[tuple[str, str]]:
    shares = policy.within_group
    falling = list(shares) == sorted(shares, reverse=True)
    problems = []
    if not shares or shares[0] > _WHOLE or shares[-1] < 0 or not falling:
        problems.append(("within_group", "give percentages of at most 100 that do not rise"))
    if any(cap < 0 for cap in policy.grade_caps.values()):
        problems.append(("grade_caps", "a cap is not negative: nothing subtracts"))
    return problems


def _place(node: MapNode, key: str) -> Mark:
    found = node.key(key)
    return found.mark if found is not None else node.mark
