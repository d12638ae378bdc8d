"""In what role a sentence names an entry: party, site, payment, transport, mention or denial.

The cue words are data (watchlists/terms, S-DENIAL to S-TRANSPORT); here stands only how they
govern (domain.md 2.5 rule 5, 5.6 points 11 to 14). A denial counts only where it reaches the
name over words that a denial of origin, labour or dealings is made of (S-BRIDGE): "no defects
in the goods finished at Sinuiju" denies nothing about Sinuiju. In doubt a name is a hit.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from screener.model.hit import Mention, Role, StatementKind
from screener.text.folding import Folded
from screener.text.scripts import script_of
from screener.text.sentences import Sentences

CUE_TERMS = (
    "S-DENIAL", "S-PAYMENT", "S-SITE", "S-TRANSPORT", "S-QUESTION", "S-CLIPPING", "S-PAST",
    "S-ENDED", "S-ZERO", "S-CERTIFICATE", "S-BRIDGE", "S-CONTRAST", "S-SELF", "S-CONDITION",
)  # fmt: skip


_CLAUSE_END = re.compile(r"[,，、;；)）]")
_BREAKS = frozenset(":：→=>")


class Span(NamedTuple):
    """A cue found in a text, as raw offsets."""

    start: int
    end: int


class Verdict(NamedTuple):
    """The role of a name in its sentence, or the kind of statement it belongs to."""

    role: Role | None
    mention: Mention | None = None
    statement: StatementKind | None = None


class Prose:
    """One free text with its sentences and cues; judges every name found in it."""

    def __init__(
        self, folded: Folded, sentences: Sentences, cues: Mapping[str, Sequence[Span]]
    ) -> None:
        """Keep the text and where its cues stand."""
        self._folded = folded
        self._sentences = sentences
        self._cues = cues

    def judge(self, start: int, end: int, *, default: Role | None) -> Verdict:
        """Return the role of the name at raw offsets ``start`` to ``end``."""
        sentence = self._sentences.around(start)
        if self._denied(start, end, sentence):
            certified = self._inside("S-CERTIFICATE", sentence)
            return Verdict(None, None, "certificate" if certified else "denial")
        mention = self._mention(start, end, sentence)
        if mention is not None:
            own = mention == "past" and bool(self._inside("S-SELF", sentence))
            return Verdict("party" if own else "mention", mention)
        if self._inside("S-CONDITION", (sentence[0], start)):
            return Verdict("mention")
        if default is not None:
            return Verdict(default)
        return Verdict(self._nearest_role(start, end, sentence) or "mention")

    def _inside(self, term: str, stretch: tuple[int, int]) -> list[Span]:
        return [
            cue
            for cue in self._cues.get(term, ())
            if stretch[0] <= cue.start and cue.end <= stretch[1]
        ]

    def _mention(self, start: int, end: int, sentence: tuple[int, int]) -> Mention | None:
        raw = self._folded.raw[sentence[0] : sentence[1]].rstrip()
        asked = raw.endswith(("?", "？")) or self._inside("S-QUESTION", sentence)
        if self._inside("S-CLIPPING", sentence):
            return "clipping"
        if asked:
            return "question"
        # What happened to the goods of this order is a site statement also in the past tense;
        # only words for a bygone state (formerly, until 2019, stopped) make a past event.
        bygone = self._inside("S-PAST", sentence) or self._inside("S-ENDED", sentence)
        return "past" if bygone else None

    def _nearest_role(self, start: int, end: int, sentence: tuple[int, int]) -> Role | None:
        rows: list[tuple[int, int, Role]] = []
        roles: tuple[tuple[str, Role], ...] = (
            ("S-SITE", "site"), ("S-PAYMENT", "payment"), ("S-TRANSPORT", "transport"),
        )  # fmt: skip
        for order, (term, role) in enumerate(roles):
            for cue in self._inside(term, sentence):
                distance = start - cue.end if cue.end <= start else max(0, cue.start - end)
                rows.append((distance, order, role))
        return min(rows)[2] if rows else None

    def _denied(self, start: int, end: int, sentence: tuple[int, int]) -> bool:
        return any(
            self._reaches(cue, start, end, sentence[1]) and not self._contrasted(cue, start)
            for term in ("S-DENIAL", "S-ZERO")
            for cue in self._inside(term, sentence)
        )

    def _reaches(self, cue: Span, start: int, end: int, stop: int) -> bool:
        """Say whether a denial governs the name: before it, around it, or closing its clause."""
        if cue.start < end and start < cue.end:
            return cue.start <= start and end <= cue.end
        if cue.end <= start:
            return not self._verb_final(cue) and self._bridged(cue.end, start, "")
        return self._bridged(end, cue.start, ":：=") and self._closes(cue, stop)

    def _verb_final(self, cue: Span) -> bool:
        """Say whether the denial is Korean or Japanese, which deny what stands before them."""
        last = self._folded.raw[cue.end - 1]
        return script_of(last) in ("hang", "kana")

    def _closes(self, cue: Span, stop: int) -> bool:
        """Say whether nothing but words of the denial follow it in its clause."""
        if self._verb_final(cue):
            return True
        clause = _CLAUSE_END.search(self._folded.raw, cue.end, stop)
        return self._bridged(cue.end, clause.start() if clause else stop, "")

    def _contrasted(self, cue: Span, start: int) -> bool:
        """Say whether "not only", "no longer only", 不仅 turns the denial into an addition."""
        reach = (cue.start, max(cue.end, start))
        return any(
            cue.start <= other.start <= cue.end + 1 or reach[0] <= other.start < reach[1]
            for other in self._cues.get("S-CONTRAST", ())
        )

    def _bridged(self, start: int, end: int, marks: str) -> bool:
        """Say whether only words that carry a denial stand in a stretch of the text.

        Commas may stand there between names of one enumeration; a colon only where ``marks``
        allows it.
        """
        raw = self._folded.raw
        covered = [False] * max(0, end - start)
        for term in ("S-BRIDGE", "S-DENIAL", "S-ZERO"):
            for cue in self._cues.get(term, ()):
                for at in range(max(cue.start, start), min(cue.end, end)):
                    covered[at - start] = True
        return all(
            covered[at]
            or not (raw[start + at].isalnum() or raw[start + at] in _BREAKS - set(marks))
            for at in range(end - start)
        )
