"""The alignment of two names in words a reviewer reads."""

from collections.abc import Sequence

from screener.index.alignment import Alignment, Pair
from screener.index.lexicon import Kind, latin_key
from screener.index.terms import Reading, Term
from screener.model.hit import Aligned
from screener.text.folding import comparison_form
from screener.text.hangul import system_between
from screener.text.scripts import main_script

Side = tuple[str, Reading]
"""A raw text and the reading of it that was aligned."""


def span(reading: Reading, alignment: Alignment) -> tuple[int, int]:
    """Return the part of the raw text that the aligned words of ours cover."""
    terms = [reading.terms[index] for pair in alignment.pairs for index in pair.ours]
    return min(term.start for term in terms), max(term.end for term in terms)


def explain(ours: Side, theirs: Side, alignment: Alignment) -> tuple[Aligned, ...]:
    """Return the alignment in words: ours, theirs, how they met and what that adds.

    In the order of ours; the weights add up to the similarity, but for rounding. ``how`` is
    exact, order (exact, but moved), abbreviation (another spelling of the same word), fuzzy,
    glued (ours is written as one word, theirs as two), split (the other way round),
    romanization (of Hangul with the system), translation, or legal_form, which comes last and
    weighs nothing.
    """
    moved = _moved(alignment.pairs)
    lines = [_line(ours, theirs, pair, alignment.share, pair in moved) for pair in alignment.pairs]
    for our, their in zip(ours[1].legal, theirs[1].legal, strict=False):
        texts = ours[0][our.start : our.end], theirs[0][their.start : their.end]
        lines.append(Aligned(ours=texts[0], theirs=texts[1], how="legal_form", weight=0.0))
    return tuple(lines)


def _line(ours: Side, theirs: Side, pair: Pair, share: float, moved: bool) -> Aligned:  # noqa: FBT001
    our, their = _written(ours, pair.ours), _written(theirs, pair.theirs)
    how = pair.meeting.how
    if how == "exact":
        first, second = ours[1].terms[pair.ours[0]], theirs[1].terms[pair.theirs[0]]
        how = _difference(first, second, (our, their))
    if how == "exact" and moved:
        how = "order"
    weight = round(share * pair.meeting.similarity * pair.weight, 3)
    system = "" if our.isascii() and their.isascii() else _system(our, their)
    return Aligned(ours=our, theirs=their, how=how, weight=weight, system=system)


def _system(our: str, their: str) -> str:
    return system_between(comparison_form(our), comparison_form(their))


def _written(side: Side, indices: tuple[int, ...]) -> str:
    terms = [side[1].terms[index] for index in indices]
    return side[0][terms[0].start : terms[-1].end]


def _difference(our: Term, their: Term, texts: tuple[str, str]) -> str:
    """Return how two spellings of the same word differ, if they do."""
    first, second = map(comparison_form, texts)
    if first == second:
        return "exact"
    scripts = main_script(first), main_script(second)
    if scripts[0] == scripts[1]:
        return "abbreviation"
    if (
        system_between(first, second)
        or latin_key(first, scripts[0]) == latin_key(second, scripts[1])
        or our.word.path
    ):
        return "romanization"
    return "abbreviation" if their.word.kind is Kind.NUMBER else "translation"


def _moved(pairs: Sequence[Pair]) -> set[Pair]:
    """Return the pairs that stand out of order: all but a longest ascending run of theirs."""
    runs: list[list[Pair]] = []
    for pair in pairs:
        earlier = [run for run in runs if run[-1].theirs < pair.theirs]
        runs.append([*_longest(earlier), pair])
    return set(pairs) - set(_longest(runs))


def _longest(runs: list[list[Pair]]) -> list[Pair]:
    return max(runs, key=len) if runs else []
