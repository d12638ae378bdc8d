"""What would change the tier: the smallest sets of true facts without which it were lower.

Nothing is matched again. A fact is a true leaf of the proof tree of a rule that fired; to take
it away, the row is evaluated once more with that leaf false wherever it is asked.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from screener.model.screening import Change
from screener.rules.evaluate import Evaluator
from screener.rules.labels import joined
from screener.rules.leaves import FiredLeaf, Leaf
from screener.rules.outcome import Outcome
from screener.rules.proof import Proof, true_leaves
from screener.rules.row import Row
from screener.score.combine import combine
from screener.score.tiers import Tier, tier_of

LARGEST_SET = 2
MOST_RESULTS = 5
MOST_TRIALS = 200
"""So many evaluations at most, so that a record that fires everything costs no more."""


class Subject(NamedTuple):
    """The row in question; ``names`` gives entries the names they are written by."""

    row: Row
    as_of: date
    names: Mapping[str, str]


def changes(
    evaluator: Evaluator, subject: Subject, outcomes: Sequence[Outcome]
) -> tuple[Change, ...]:
    """Return up to five smallest sets of true leaves without which the tier is lower.

    Sets of one come first, then of two; within a size in the order of the rules that set the
    tier and of their conditions as written. A set with a smaller answer inside is left out.
    """
    policy = evaluator.pack.policy
    score = combine(outcomes, policy)
    tier = score.tier
    by_points = tier_of(score.points, (), policy.tiers, Tier(policy.without_floor)) >= tier
    found: list[Change] = []
    enough: list[frozenset[int]] = []
    for facts in _trials(_Fired(outcomes, evaluator.leaves), tier, by_points=by_points):
        removed = frozenset(fact.leaf for fact in facts if fact.leaf is not None)
        if any(smaller <= removed for smaller in enough):
            continue
        again = evaluator.evaluate(subject.row, subject.as_of, removed)
        lower = combine(again, policy).tier
        if lower < tier:
            enough.append(removed)
            found.append(Change(change=_words(facts, subject), tier=lower))
            if len(found) == MOST_RESULTS:
                break
    return tuple(found)


class _Fired:
    """The rules that fired and the facts they fired on."""

    def __init__(self, outcomes: Sequence[Outcome], leaves: Sequence[Leaf]) -> None:
        self.outcomes = [outcome for outcome in outcomes if outcome.fired]
        self._by_rule = {outcome.rule: outcome for outcome in self.outcomes}
        self._leaves = leaves

    def facts(self, outcome: Outcome) -> list[Proof]:
        """Return the true leaves a rule fired on; for another rule that fired, those of it."""
        return self._expanded([outcome.proof] if outcome.proof is not None else [])

    def extra_facts(self, outcome: Outcome) -> list[Proof]:
        """Return the true leaves that added points."""
        return self._expanded([extra.proof for extra in outcome.extras])

    def _expanded(self, proofs: Iterable[Proof]) -> list[Proof]:
        found: list[Proof] = []
        for fact in true_leaves(*proofs):
            leaf = self._leaves[fact.leaf] if fact.leaf is not None else None
            if isinstance(leaf, FiredLeaf):
                found.extend(self.facts(self._by_rule[leaf.rule]))
            else:
                found.append(fact)
        return found


def _trials(fired: _Fired, tier: Tier, *, by_points: bool) -> Iterator[tuple[Proof, ...]]:
    """Yield the sets worth trying: each takes a fact from every rule whose floor is the tier.

    A rule that keeps all its facts still fires, and its floor still stands. Facts of other
    rules are tried only where points hold the tier too.
    """
    holding = [fired.facts(outcome) for outcome in fired.outcomes if outcome.floor == tier]
    others = fired.outcomes if by_points else []
    facts = [*holding, *map(fired.facts, others), *map(fired.extra_facts, others)]
    candidates = _distinct(fact for each in facts for fact in each)
    needed = [{fact.leaf for fact in each} for each in holding]
    trials = 0
    for size in range(1, LARGEST_SET + 1):
        for chosen in combinations(candidates, size):
            leaves = {fact.leaf for fact in chosen}
            if all(not leaves.isdisjoint(each) for each in needed):
                yield chosen
                trials += 1
                if trials == MOST_TRIALS:
                    return


def _distinct(facts: Iterable[Proof]) -> list[Proof]:
    return list({fact.leaf: fact for fact in facts}.values())


def _words(facts: Iterable[Proof], subject: Subject) -> str:
    return " and ".join(_without(fact, subject) for fact in facts)


def _without(fact: Proof, subject: Subject) -> str:
    """Return a fact's absence in words: what was found and where, or the statement denied."""
    hits = [hit for hit in subject.row.hits if hit.id in fact.hits]
    if not hits:
        return f"if it were not so that {fact.label}"
    entries = dict.fromkeys(_name(hit.entry, subject.names) for hit in hits)
    columns = dict.fromkeys(hit.field for hit in hits)
    return f"without {joined(tuple(entries), 'and')} in {joined(tuple(columns), 'and')}"


def _name(entry: str, names: Mapping[str, str]) -> str:
    return f"{names[entry]} ({entry})" if entry in names else entry
