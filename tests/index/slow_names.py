"""The plain twin of the name index: every value against every name, nothing left out early."""

from collections.abc import Sequence

from screener.index.alignment import Alignment, align
from screener.index.lexicon import Kind
from screener.index.names import NameIndex
from screener.index.readings import readings
from screener.index.slips import Whole, with_slip
from screener.index.spelling import edits_between
from screener.index.terms import Reading
from screener.index.vocabulary import Meeting, Part, meeting


def slow_search(
    index: NameIndex, values: Sequence[str], threshold: float
) -> list[list[tuple[int, float]]]:
    """Return (key, similarity) of every name that reaches the threshold, best first."""
    return [_found(index, value, threshold) for value in values]


def _found(index: NameIndex, value: str, threshold: float) -> list[tuple[int, float]]:
    best: dict[int, float] = {}
    for reading in readings(value, index.rows.lexicon):
        ours, near = _weighed(index, reading)
        met: dict[tuple[str, str], Meeting | None] = {}
        for row, name in enumerate(index.rows.names.tolist()):
            theirs = index.rows.row(row)
            alignment = _alignment(ours, theirs, near, met)
            wholes = Whole(reading.whole, ours), Whole(index.rows.wholes[row], theirs)
            similarity = with_slip(*wholes, alignment).similarity
            key = index.keys[name]
            if similarity >= threshold:
                best[key] = max(best.get(key, 0.0), similarity)
    return sorted(best.items(), key=lambda item: (-item[1], item[0]))


def _weighed(index: NameIndex, reading: Reading) -> tuple[list[Part], dict[str, str]]:
    vocabulary, lexicon = index.rows.vocabulary, index.rows.lexicon
    unknown = [term.word.form for term in reading.terms if term.word.kind is Kind.WORD]
    near = vocabulary.near | lexicon.misspelt(unknown)
    return [vocabulary.part(term.word, near) for term in reading.terms], near


def _alignment(
    ours: Sequence[Part],
    theirs: Sequence[Part],
    near: dict[str, str],
    met: dict[tuple[str, str], Meeting | None],
) -> Alignment:
    def meet(one: int, other: int) -> Meeting | None:
        first, second = ours[one].word, theirs[other].word
        pair = first.form, second.form
        if pair not in met:
            met[pair] = meeting(first, second, near, edits_between(first.key, second.key))
        return met[pair]

    return align(ours, theirs, meet)
