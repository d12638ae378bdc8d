"""Few rows judged one by one, none of them twice: outcomes are kept by all that leaves can tell.

A service is asked about one record after another. Their texts differ and yet most of them are
the same to every leaf, as rows of a batch are (see ``Batch.alike``), so that their outcomes are.
"""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date

from screener.rules.answers import Answer, Values, judged
from screener.rules.bulk import Readers, Source
from screener.rules.evaluate import Evaluator
from screener.rules.leaves import Facts
from screener.rules.outcome import Outcome
from screener.rules.row import Row, essence
from screener.rules.says import Prose

MOST_KEPT = 20_000
"""With so many outcomes, or values of some columns, known, they are forgotten."""

_Told = tuple[Hashable, ...]


class OneByOne:
    """Judges rows and remembers outcomes by what tells rows apart, which changes none."""

    def __init__(self, evaluator: Evaluator, to: Readers) -> None:
        """Know no row; ``to`` has the leaves of the pack by what they look at."""
        self._evaluator = evaluator
        self._to = to
        self._leaves = {leaf.number: leaf for each in to.texts.values() for leaf in each}
        self._told: dict[Source, dict[Values, _Told]] = {source: {} for source in to.sources}
        self._known: dict[Hashable, tuple[Outcome, ...]] = {}

    def outcomes(self, row: Row, as_of: date, key: Hashable) -> tuple[Outcome, ...]:
        """Return the outcomes of a row that are no misses; ``key`` is what ``key`` gave for it."""
        known = self._known.get(key)
        if known is None:
            known = told(self._evaluator.evaluate(row, as_of))
            if len(self._known) >= MOST_KEPT:
                # A fresh one, since another thread may be reading the old.
                self._known = {}
            self._known[key] = known
        return known

    def key(self, row: Row, as_of: date) -> Hashable:
        """Return what is the same for two rows only if every leaf answers the same for both.

        They have the same hits, too, under the same ids.
        """
        return (
            as_of,
            frozenset(row.values),
            tuple([(hit.id, essence(hit)) for hit in row.hits]),
            tuple([self._of_values(source, row.values) for source in self._told]),
            tuple([self._of_text(column, row.values) for column in self._to.texts]),
        )

    def _of_values(self, source: Source, values: Mapping[str, str]) -> _Told:
        """Return what leaves that read some columns answer; nothing where all are empty."""
        read = tuple([values.get(name) for name in source])
        if not any(read):
            return ()
        known = self._told[source]
        told = known.get(read)
        if told is None:
            pairs = zip(source, read, strict=True)
            facts = Facts(Row({name: value for name, value in pairs if value}))
            told = tuple([_told(judged(leaf, facts)) for leaf in self._to.sources[source]])
            if len(known) >= MOST_KEPT:
                known = self._told[source] = {}
            known[read] = told
        return told

    def _of_text(self, column: str, values: Mapping[str, str]) -> _Told:
        """Return what leaves that ask a text for phrases answer, of those that it says."""
        text = values.get(column)
        if not text:
            return ()
        leaves = self._to.texts[column]
        facts = Facts(Row({column: text}))
        prose = leaves[0].column.typed(facts)
        asked = {leaf.number for leaf in leaves}
        if isinstance(prose, Prose):
            said = prose.says | prose.nearly_says
            asked = {leaf for one in said for leaf in self._to.by_phrase.get((column, one), ())}
        return tuple([(at, _told(judged(self._leaves[at], facts))) for at in sorted(asked)])


def told(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Return the outcomes that are no misses."""
    return tuple(outcome for outcome in outcomes if outcome.state != "miss")


def _told(answer: Answer) -> Hashable:
    return type(answer).__name__ if isinstance(answer, Exception) else answer
