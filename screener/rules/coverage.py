"""Coverage: what rules do over many records, and which claims and entries they leave unused."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from screener.rules.evaluate import EVALUATED, Evaluator
from screener.rules.finds import FindsLeaf
from screener.rules.known import Evidence
from screener.rules.outcome import Outcome
from screener.rules.same_place import SamePlaceLeaf
from screener.rules.schema import Pack, Rule


class RuleCoverage(msgspec.Struct, frozen=True, kw_only=True):
    """What one rule answered over all records.

    ``only`` counts the records on which no other rule of points hit. ``missing`` counts, for
    each column, the records on which its absence left the rule unknown. ``overlap`` is the rule
    of the same group that stands beside it most often, and the share of its hits (0.0 to 1.0).
    """

    rule: str
    group: str
    status: str
    hits: int
    only: int
    unknown: int
    open: int
    excepted: int
    errors: int
    missing: dict[str, int]
    overlap: tuple[str, float] | None

    def always_unknown(self, rows: int) -> bool:
        """Whether no record could settle the rule."""
        return rows > 0 and self.unknown == rows


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What all rules answered over all records, rules in pack order."""

    rows: int
    rules: tuple[RuleCoverage, ...]
    entries_never_found: tuple[str, ...]

    @property
    def never(self) -> tuple[str, ...]:
        """The rules that neither hit nor were excepted on any record."""
        return tuple(one.rule for one in self.rules if not one.hits and not one.excepted)

    @property
    def always_unknown(self) -> tuple[str, ...]:
        """The rules that no record could settle."""
        return tuple(one.rule for one in self.rules if one.always_unknown(self.rows))


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """What the pack leaves unused, told without any record."""

    claims_without_rule: tuple[str, ...]
    rules_without_claim: tuple[str, ...]
    entries_without_rule: tuple[str, ...]


class Tally:
    """Counts outcomes, as many times as there are records with them."""

    def __init__(self, pack: Pack, entries: Iterable[str]) -> None:
        """Count nothing yet; ``entries`` are all ids that can be found."""
        self._rules = [rule for rule in pack.rules if rule.status in EVALUATED]
        self._points = {rule.id for rule in self._rules if rule.points}
        self._groups = {rule.id: rule.group for rule in self._rules}
        self._entries = tuple(entries)
        self._found: set[str] = set()
        self._rows = 0
        self._states: Counter[tuple[str, str]] = Counter()
        self._only: Counter[str] = Counter()
        self._missing: dict[str, Counter[str]] = {rule.id: Counter() for rule in self._rules}
        self._together: Counter[tuple[str, str]] = Counter()

    def add(self, outcomes: Sequence[Outcome], rows: int = 1) -> None:
        """Count the outcomes of ``rows`` records that rules cannot tell apart."""
        self._rows += rows
        fired = [one.rule for one in outcomes if one.state == "hit"]
        for one in outcomes:
            if one.state != "miss":
                self._states[one.rule, one.state] += rows
            if one.open:
                self._states[one.rule, "open"] += rows
            for column in one.settles_with:
                self._missing[one.rule][column] += rows
        with_points = [rule for rule in fired if rule in self._points]
        if len(with_points) == 1:
            self._only[with_points[0]] += rows
        for pair in combinations(sorted(fired), 2):
            self._together[pair] += rows

    def found(self, entries: Iterable[str]) -> None:
        """Note that entries were found in some record."""
        self._found.update(entries)

    def coverage(self) -> Coverage:
        """Return what was counted."""
        return Coverage(
            rows=self._rows,
            rules=tuple(self._rule(rule) for rule in self._rules),
            entries_never_found=tuple(entry for entry in self._entries if entry not in self._found),
        )

    def _rule(self, rule: Rule) -> RuleCoverage:
        missing = self._missing[rule.id]
        return RuleCoverage(
            rule=rule.id,
            group=rule.group,
            status=rule.status,
            hits=self._states[rule.id, "hit"],
            only=self._only[rule.id],
            unknown=self._states[rule.id, "unknown"],
            open=self._states[rule.id, "open"],
            excepted=self._states[rule.id, "excepted"],
            errors=self._states[rule.id, "error"],
            missing=dict(sorted(missing.items(), key=lambda each: (-each[1], each[0]))),
            overlap=self._overlap(rule),
        )

    def _overlap(self, rule: Rule) -> tuple[str, float] | None:
        """Return the rule of the group that fires beside this one most often; ties by id."""
        beside = [
            (other, self._together[min(rule.id, other), max(rule.id, other)])
            for other, group in self._groups.items()
            if group == rule.group and other != rule.id
        ]
        best = max(beside, key=lambda each: each[1], default=None)
        hits = self._states[rule.id, "hit"]
        return (best[0], round(best[1] / hits, 3)) if best is not None and best[1] else None


def unused(evaluator: Evaluator, evidence: Evidence, lists: Mapping[str, Sequence[str]]) -> Sources:
    """Return the claims no rule cites, the rules that cite none, the entries none asks for.

    ``lists`` gives the entries of each list in its order. A rule of form `stated` rests on
    the record and needs no claim.
    """
    rules = [rule for rule in evaluator.pack.rules if rule.status in EVALUATED]
    cited = {claim for rule in rules for claim in rule.claims}
    cited |= {claim for rule in rules for extra in rule.more for claim in extra.claims}
    searches = [
        leaf.search for leaf in evaluator.leaves if isinstance(leaf, FindsLeaf | SamePlaceLeaf)
    ]
    asked = {entry for search in searches for entry in search.entries}
    whole = {name for search in searches for name in search.lists}
    return Sources(
        claims_without_rule=tuple(claim for claim in evidence.claims if claim not in cited),
        rules_without_claim=tuple(
            rule.id for rule in rules if not rule.claims and rule.form != "stated"
        ),
        entries_without_rule=tuple(
            entry
            for name, entries in lists.items()
            if name not in whole
            for entry in entries
            if entry not in asked
        ),
    )
