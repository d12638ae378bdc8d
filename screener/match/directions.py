"""Whether goods go to a place, and whether it is the seat of an office.

"Sold to North Korea" and "our Sinuiju office" say nothing of where goods were made. Goods that go
there to be worked on do, as does any word of work behind the place.
"""

from collections.abc import Mapping, Sequence

from screener.match.denials import Span, inside
from screener.text.scripts import script_of

_AT_WORK = ("S-SITE", "S-WORK")
_MARKS = " \t:：\"'“”‘’(（-"
_ARTICLES = frozenset({"", "the", "la", "el", "l", "die", "il"})
_BEHIND = ("hang", "kana")


class Directions:
    """The words of one text that send goods to a place, or seat an office in it."""

    def __init__(self, raw: str, cues: Mapping[str, Sequence[Span]]) -> None:
        """Keep the text and where its cues stand."""
        self._raw = raw
        self._cues = cues

    def leads_out(self, name: Span, sentence: tuple[int, int]) -> bool:
        """Say whether goods are sold or shipped to what is named, and no work is done on them there.

        >>> to = {"S-OUTWARD": [Span(6, 13)]}
        >>> Directions("Goods sold to Nampo", to).leads_out(Span(14, 19), (0, 19))
        True
        """
        return any(
            self._touches(cue, name) and not self._worked(cue, name, sentence)
            for cue in inside(self._cues, "S-OUTWARD", sentence)
        )

    def seats(self, name: Span, sentence: tuple[int, int]) -> bool:
        """Say whether an office stands directly behind what is named: our Sinuiju office."""
        return any(
            cue.start >= name.end and not self._raw[name.end : cue.start].strip(_MARKS)
            for cue in inside(self._cues, "S-OFFICE", sentence)
        )

    def _touches(self, cue: Span, name: Span) -> bool:
        """Say whether words for a direction stand directly before a name, or behind as in Korean."""
        if cue.end <= name.start:
            between = self._raw[cue.end : name.start].strip(_MARKS)
            return between.casefold() in _ARTICLES
        final = script_of(self._raw[cue.end - 1]) in _BEHIND
        return final and name.end <= cue.start and not self._raw[name.end : cue.start].strip(_MARKS)

    def _worked(self, out: Span, name: Span, sentence: tuple[int, int]) -> bool:
        """Say whether goods come back, or work is stated behind the place or in the same words."""
        last = max(out.end, name.end)
        return any(
            cue.start >= last or (cue.start < out.start < cue.end)
            for term in _AT_WORK
            for cue in inside(self._cues, term, sentence)
        )
