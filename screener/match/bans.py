"""What a contract or a law forbids, what stands under a condition, and the subjects of papers.

"Goods made in X will be rejected" states no such goods; "you must not mention that it is made in X"
does, and so does a ban that is told to have been broken (domain.md 2.5 rule 5).
"""

import re
from collections.abc import Mapping, Sequence

from screener.match.denials import CLAUSE_END, Denials, Span, inside
from screener.match.listed_denials import turned
from screener.text.scripts import script_of

_COUNTED = re.compile(r"\s*[-–:：=(（x×]*\s*[1-9]")
_FOR = re.compile(r"\bfor\s+(?:the\s+|our\s+)?(?:\d+\s+)?$", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?:no\.?\s*)?[\dIVX][\d.IVX]*[.:)\-–—\s]*", re.IGNORECASE)
_HEADING_ENDS = re.compile(r"[\s.]*(?:$|[\n;,|(（])")
_THESE = re.compile(
    r"\b(?:our|ours|these|this|those|the\s+(?:goods|lots?|orders?|items?|batch|products))\b|本批|这批|此批|本公司|我们|이번|당사|우리|本製品",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"[.!?]\s|[。！？\n]")


class Bans:
    """The bans, conditions and subjects of one text."""

    def __init__(self, raw: str, cues: Mapping[str, Sequence[Span]], denials: Denials) -> None:
        """Keep the text, where its cues stand, and how far denials reach in it."""
        self._raw = raw
        self._cues = cues
        self._denials = denials

    def headed(self, start: int, end: int) -> bool:
        """Say whether a name is listed as a subject: Audit scope: wages, prison labour.

        A subject that is counted is an answer: Questionnaire: North Korean workers 22. Those for whom a
        training is are there.
        """
        if _COUNTED.match(self._raw, end):
            return False
        return self._numbered(start, end) or any(
            cue.end <= start
            and not _FULL_STOP.search(self._raw, cue.end, start)
            and not _FOR.search(self._raw, cue.end, start)
            and not self._inside("S-BUT", (cue.end, start))
            for cue in self._cues.get("S-TOPIC", ())
        )

    def _numbered(self, start: int, end: int) -> bool:
        """Say whether a name is all that a heading says: Clause 7 Prison labour."""
        return _HEADING_ENDS.match(self._raw, end) is not None and any(
            cue.end <= start and _NUMBER.fullmatch(self._raw, cue.end, start)
            for cue in self._cues.get("S-CHAPTER", ())
        )

    def of_subject(self, name: Span, sentence: tuple[int, int]) -> bool:
        """Say whether goods or work of what is named are a subject: training on goods from X.

        "Training on our goods from X" tells of some.
        """
        return any(
            self._denials.bridged(*between, "")
            and not _THESE.search(self._raw, min(between[0], name.start), sentence[1])
            for cue in self._inside("S-SUBJECT", sentence)
            if (between := _between(self._raw, cue, name)) is not None
        )

    def refuted(self, end: int, sentence: tuple[int, int]) -> bool:
        """Say whether what is alleged before an offset is called unfounded behind it."""
        return any(
            not self._inside("S-BUT", (cue.end, sentence[1]))
            for cue in self._inside("S-REFUTED", (end, sentence[1]))
        )

    def forbidden(self, start: int, end: int, sentence: tuple[int, int]) -> bool:
        """Say whether a contract or a law forbids what is named, before the name or behind it."""
        if self._inside("S-HIDE", sentence):
            return False
        as_a_rule = (
            [] if self._inside("S-CONCERNED", sentence) else self._inside("S-HANDLED", sentence)
        )
        return self._governed("S-FORBIDS", start, end, sentence) or any(
            self._bars(cue, end, sentence)
            for cue in (*self._inside("S-BARRED", sentence), *as_a_rule)
        )

    def conditional(self, start: int, end: int, sentence: tuple[int, int]) -> bool:
        """Say whether a name stands under a condition."""
        return self._governed("S-CONDITION", start, end, sentence)

    def _governed(self, term: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
        """Say whether a condition or a ban stands before the name; in Korean it stands behind.

        Who must not tell that something is made there makes it there.
        """
        if turned(self._raw, end):
            return False
        if any(
            not self._conceded(cue, start, sentence)
            and not self._inside("S-TELL", (cue.end, start))
            for cue in self._inside(term, (sentence[0], start))
        ):
            return True
        korean = script_of(self._raw[end - 1]) == "hang"
        return korean and any(
            not self._inside("S-TELL", (end, cue.start))
            for cue in self._inside(term, (end, sentence[1]))
        )

    def _bars(self, cue: Span, end: int, sentence: tuple[int, int]) -> bool:
        """Say whether words behind a name bar what it names: goods of X will be rejected."""
        return (
            end <= cue.start
            and not CLAUSE_END.search(self._raw, end, cue.start)
            and self._denials.bridged(end, cue.start, "")
            and not self._inside("S-BUT", (cue.end, sentence[1]))
        )

    def _conceded(self, cue: Span, start: int, sentence: tuple[int, int]) -> bool:
        """Say whether a ban is told only to say that it was broken: although prohibited, ..."""
        if self._inside("S-BUT", (cue.end, start)):
            return True
        although = self._inside("S-ALTHOUGH", (sentence[0], cue.start))
        return bool(although and CLAUSE_END.search(self._raw, cue.end, start))

    def _inside(self, term: str, stretch: tuple[int, int]) -> list[Span]:
        return inside(self._cues, term, stretch)


def _between(raw: str, cue: Span, name: Span) -> tuple[int, int] | None:
    """Return what stands between a name and a cue before it, or behind it as in Korean and Japanese."""
    if cue.end <= name.start:
        return cue.end, name.start
    behind = name.end <= cue.start and script_of(raw[cue.end - 1]) in ("hang", "kana")
    return (name.end, cue.start) if behind else None
