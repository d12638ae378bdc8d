"""The plain twin of the name index: every value against every name, nothing left out early."""

from collections.abc import Sequence

from screener.index.alignment import aligned
from screener.index.lexicon import Kind
from screener.index.made import Made
from screener.index.names import NameIndex
from screener.index.readings import readings
from screener.index.slips import Whole, with_slip
from screener.index.spelling import edits_between
from screener.index.terms import Reading
from screener.index.vocabulary import Meeting, Part, meeting

Listed = tuple[int, list[int], Whole]
"""A key, and the words of its name: their numbers, and as a whole."""


def slow_search(
    index: NameIndex, values: Sequence[str], threshold: float
) -> list[list[tuple[int, float]]]:
    """Return (key, similarity) of every name that reaches the threshold, best first."""
    rows = index.rows
    listed = [
        (index.keys[name], rows.row_words(row), Whole(rows.wholes[row], rows.row(row)))
        for row, name in enumerate(rows.names.tolist())
    ]
    return [_found(index, value, listed, threshold) for value in values]


def _found(
    index: NameIndex, value: str, listed: Sequence[Listed], threshold: float
) -> list[tuple[int, float]]:
    best: dict[int, float] = {}
    for reading in readings(value, index.rows.lexicon):
        ours, near = _weighed(index, reading)
        # How a word of ours meets each word of the list, by the number of the latter.
        tables = [_meetings(index, part, near) for part in ours]
        whole = Whole(reading.whole, ours)
        for key, words, theirs in listed:
            met = [
                (one, other, found)
                for one, table in enumerate(tables)
                for other, word in enumerate(words)
                if (found := table[word]) is not None
            ]
            similarity = with_slip(whole, theirs, aligned(ours, theirs.parts, met)).similarity
            if similarity >= threshold:
                best[key] = max(best.get(key, 0.0), similarity)
    return sorted(best.items(), key=lambda item: (-item[1], item[0]))


def _weighed(index: NameIndex, reading: Reading) -> tuple[list[Part], dict[str, str]]:
    vocabulary, lexicon = index.rows.vocabulary, index.rows.lexicon
    unknown = [term.word.form for term in reading.terms if term.word.kind is Kind.WORD]
    near = vocabulary.near | lexicon.misspelt(unknown)
    return [vocabulary.part(term.word, near) for term in reading.terms], near


def _meetings(index: NameIndex, part: Part, near: dict[str, str]) -> Made[Meeting | None]:
    one, parts = part.word, index.rows.vocabulary.parts

    def met(number: int) -> Meeting | None:
        other = parts[number].word
        return meeting(one, other, near, edits_between(one.key, other.key))

    return Made(met)
