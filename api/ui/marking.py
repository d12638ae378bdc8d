"""Texts cut where hits begin and end, so that a page can mark them in place."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple


class Span(NamedTuple):
    """A hit in a text: its id, and its offsets in characters."""

    id: str
    start: int
    end: int


class Piece(NamedTuple):
    """A stretch of a text and the hits that it lies in, those that begin first leading."""

    text: str
    hits: tuple[str, ...]


def pieces(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """Return a text in pieces; put together they are the text again.

    >>> [tuple(piece) for piece in pieces("백토 dolls", [Span("h1", 0, 2)])]
    [('백토', ('h1',)), (' dolls', ())]
    """
    inside = sorted(
        (span for span in spans if 0 <= span.start < span.end <= len(text)),
        key=lambda span: (span.start, -span.end, span.id),
    )
    cuts = sorted({0, len(text), *(at for span in inside for at in (span.start, span.end))})
    return tuple(
        Piece(
            text[start:end],
            tuple(span.id for span in inside if span.start <= start and end <= span.end),
        )
        for start, end in pairwise(cuts)
    )
