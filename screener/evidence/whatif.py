"""What would change the tier: the smallest sets of true facts without which it were lower.

Nothing is matched again. A fact is a true leaf of the proof tree of a rule that fired. To take
it away, the row is evaluated once more with that leaf false wherever it is asked; where the
leaf rests on hits, all leaves that rest on no other hits are false with it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from screener.model.screening import Change
from screener.rules.evaluate import Evaluator
from screener.rules.labels import joined
from screener.rules.leaves import Facts, FiredLeaf, Leaf
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


class _Fact(NamedTuple):
    """A true leaf, and every leaf that is false without it."""

    leaf: Proof
    falls: frozenset[int]


def changes(
    evaluator: Evaluator, subject: Subject, outcomes: Sequence[Outcome]
) -> tuple[Change, ...]:
    """Return up to five smallest sets of facts without which the tier is lower.

    Sets of one come first, then of two; within a size in the order of the rules that set the
    tier and of their conditions as written. A set with a smaller answer inside is left out.
    """
    policy = evaluator.pack.policy
    score = combine(outcomes, policy)
    if score.tier is Tier.T0:
        return ()
    by_points = tier_of(score.points, (), policy.tiers, Tier(policy.without_floor)) >= score.tier
    fired = _Fired(outcomes, evaluator.leaves, subject.row)
    found: list[Change] = []
    enough: list[frozenset[int]] = []
    for facts in _trials(fired, score.tier, by_points=by_points):
        removed = frozenset(number for fact in facts for number in fact.falls)
        if any(smaller <= removed for smaller in enough):
            continue
        again = evaluator.evaluate(subject.row, subject.as_of, removed)
        lower = combine(again, policy).tier
        if lower < score.tier:
            enough.append(removed)
            found.append(Change(change=_words(facts, subject), tier=lower))
            if len(found) == MOST_RESULTS:
                break
    return tuple(found)


class _Fired:
    """The rules that fired and the facts they fired on."""

    def __init__(self, outcomes: Sequence[Outcome], leaves: Sequence[Leaf], row: Row) -> None:
        self.outcomes = [outcome for outcome in outcomes if outcome.fired]
        self._by_rule = {outcome.rule: outcome for outcome in self.outcomes}
        self._leaves = leaves
        self._row = row
        self._resting: dict[int, frozenset[str]] | None = None

    def facts(self, outcome: Outcome) -> list[_Fact]:
        """Return the facts a rule fired on; for another rule that fired, those of it."""
        return self._expanded([outcome.proof] if outcome.proof is not None else [])

    def extra_facts(self, outcome: Outcome) -> list[_Fact]:
        """Return the facts that added points."""
        return self._expanded([extra.proof for extra in outcome.extras])

    def _expanded(self, proofs: Iterable[Proof]) -> list[_Fact]:
        found: list[_Fact] = []
        for proof in true_leaves(*proofs):
            number = -1 if proof.leaf is None else proof.leaf
            leaf = self._leaves[number]
            if isinstance(leaf, FiredLeaf):
                found.extend(self.facts(self._by_rule[leaf.rule]))
            else:
                found.append(_Fact(proof, self._falling(number, frozenset(proof.hits))))
        return found

    def _falling(self, number: int, hits: frozenset[str]) -> frozenset[int]:
        """Return the leaves that rest on these hits alone, or the leaf itself."""
        if self._resting is None:
            self._resting = _hits_of(self._leaves, self._row)
        return frozenset({number}) | {
            other for other, rests in self._resting.items() if rests <= hits
        }


def _hits_of(leaves: Sequence[Leaf], row: Row) -> dict[int, frozenset[str]]:
    """Return the hits that each true leaf rests on, of those that rest on some."""
    facts = Facts(row)
    asked = [facts.proof(leaf) for leaf in leaves if not leaf.reads]
    return {
        proof.leaf: frozenset(proof.hits)
        for proof in asked
        if proof.leaf is not None and proof.hits
    }


def _trials(fired: _Fired, tier: Tier, *, by_points: bool) -> Iterator[tuple[_Fact, ...]]:
    """Yield the sets worth trying: each takes a fact from every rule whose floor is the tier.

    A rule that keeps all its facts still fires, and its floor still stands. Facts of other
    rules are tried only where points hold the tier too.
    """
    holding = [fired.facts(outcome) for outcome in fired.outcomes if outcome.floor == tier]
    others = fired.outcomes if by_points else []
    facts = [*holding, *map(fired.facts, others), *map(fired.extra_facts, others)]
    candidates: dict[frozenset[int], _Fact] = {}
    for fact in (fact for each in facts for fact in each):
        candidates.setdefault(fact.falls, fact)
    needed = [{fact.leaf.leaf for fact in each} for each in holding]
    trials = 0
    for size in range(1, LARGEST_SET + 1):
        for chosen in combinations(candidates.values(), size):
            falls = frozenset(number for fact in chosen for number in fact.falls)
            if all(not falls.isdisjoint(each) for each in needed):
                yield chosen
                trials += 1
                if trials == MOST_TRIALS:
                    return


def _words(facts: Iterable[_Fact], subject: Subject) -> str:
    return " and ".join(_without(fact.leaf, subject) for fact in facts)


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
