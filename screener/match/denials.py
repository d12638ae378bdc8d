"""Whether a denial governs a name (domain.md 2.5 rule 5, 5.6 point 12).

A denial counts only where it reaches the name over words that a denial of origin, labour or
dealings is made of (S-BRIDGE): "no defects in the goods finished at Sinuiju" denies nothing
about Sinuiju. Two denials on the way affirm; "not only" adds. In doubt a name is a hit.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from screener.match.listed_denials import (
    begins_anew,
    is_list,
    joined,
    stands_alone,
    turned,
)
from screener.text.scripts import script_of

CARRIER = "S-BRIDGE"
"""The term whose words carry a denial to what it denies."""
CLAUSE_END = re.compile(r"[,，、;；)）]")
"""What closes a clause inside a sentence."""
_BREAKS = frozenset(":：→=>")
# Two denials joined by one of these are one denial said twice.
_JOINS = re.compile(
    r"\b(?:and|or|nor|ni|y|o|и|ни|und|oder|sowie|et|ou|e|né|nem)\b|[,，、和或及与/]|고$|며$"
)
# Denials of a condition: "without the workshop we could not have met the date" affirms it.
_LACKING = frozenset(
    {"without", "没有", "沒有", "若没有", "없이", "없이는", "없으면", "sin", "без", "なしでは"}
)


# Denials joined to what they deny: non-Xinjiang cotton, Xinjiang-free cotton.
_NON = re.compile(r"\bnon[-\u2010\u2011]?\s?$", re.IGNORECASE)
_FREE = re.compile(r"[-\u2010\u2011]free\b(?!\s+(?:trade|zone|port|on)\b)", re.IGNORECASE)
_PAIRED = frozenset({"neither", "nor", "ni", "né", "nem"})
# Where a denial is said twice and stays one: no compramos nada, никогда не, nie mamy żadnych.
_STRENGTHENED = frozenset(
    "nada nunca jamás ningún ninguno ninguna niente nulla nessun nessuno nessuna mai nenhum nenhuma rien jamais aucun "
    "aucune никогда ничего никаких никакого никакой ни nigdy nic żadnych żadne żaden żadnej".split()
)
# Chinese denials that stand directly before what they deny, unless doubled themselves (不得不).
_DIRECT = frozenset("不未无非勿没無沒")
# The number of a certificate or declaration says nothing: "不使用証明書 第88号".
_NUMBER = re.compile(r"(?:[Nn]o\.?|第)?\s*[\dA-Z/-]+\s*号?")
# Words that are a whole answer where a comma or full stop follows: "sample: no, sewn in Sinuiju".
_ANSWERS = frozenset({"no", "none", "nil", "non", "nein", "нет", "无", "無", "없음", "なし"})
_CLOSED = re.compile(r"\s*(?:%|pct)?\s*[,，、;；.。]")
# A share of none, as in "Xinjiang 0%, USA 100%"; "origin Sinuiju 0% duty" tells a rate.
_SHARE_OF_NONE = re.compile(r"0+(?:[.,]0+)?\s*[%％]\s*(?:[,，、;；/.)）]|$)")
_LAST_WORD = re.compile(r"\w+(?=[\s%]*$)")
# A comma behind which a clause of its own begins: "we use no agents, goods are sewn in Sinuiju".
_OWN_CLAUSE = re.compile(
    r",\s*(?:the\s+|our\s+|all\s+)?(?:goods|products|items|merchandise)\s+(?:made|sewn|knitted|produced|manufactured)\b|,\s*(?:(?!or\b|and\b|nor\b)[a-z]+\s+){1,3}(?:is|are|was|were|has|have|will|comes?|came)\b"
    r"|[,，]\s*(?:全部|所有|该|本批|这批|此批|我司|我们的|我方)?(?:货物|产品|商品|成品|服装|订单|货)"
    r"(?:均|全部|都|是|由|在|于|从|将|已)",
    re.IGNORECASE,
)
_TURKISH = re.compile(
    r"değil(?:dir)?$|\byok(?:tur)?$|m[ae](?:d[ıi]|makta|mekte|m[ıi]ş|z(?:lar|ler)?$)|m[ıiuü]yor"
)
_AT_ONCE = re.compile(r"\s?")
_NOUN = re.compile(r"s?\s+of\b")
_PARTICLE = 3
_FURTHEST = 60


class Span(NamedTuple):
    """Words found in a text, as raw offsets."""

    start: int
    end: int


def inside(cues: Mapping[str, Sequence[Span]], term: str, stretch: tuple[int, int]) -> list[Span]:
    """Return the cues of a term that lie whole in a stretch."""
    return [cue for cue in cues.get(term, ()) if stretch[0] <= cue.start and cue.end <= stretch[1]]


class Denials:
    """The denials of one text, and how far each reaches."""

    def __init__(
        self, raw: str, cues: Mapping[str, Sequence[Span]], names: Sequence[Span] = ()
    ) -> None:
        """Keep the text, where its cues stand, and what else is named in it."""
        self._raw = raw
        self._cues = cues
        self._names = names
        self._denials = _outermost([*cues.get("S-DENIAL", ()), *cues.get("S-ZERO", ())])
        self._stops: list[int] | None = None
        self._noughts = frozenset(cues.get("S-ZERO", ())) - frozenset(cues.get("S-DENIAL", ()))

    def reach(self, name: Span, sentence: tuple[int, int]) -> Span | None:
        """Return the denial of the sentence that governs the name, or None."""
        if inside(self._cues, "S-EXCEPT", (name.end, sentence[1])) or turned(self._raw, name.end):
            return None
        if _directly(self._raw, name.start):
            return Span(name.start - 1, name.start)
        joined = _NON.search(self._raw, sentence[0], name.start) or _FREE.match(self._raw, name.end)
        if joined:
            return Span(joined.start(), joined.end())
        here = [cue for cue in self._denials if sentence[0] <= cue.start and cue.end <= sentence[1]]
        governing = (
            cue
            for cue in here
            if self._governs(cue, name, sentence[1])
            and (cue not in self._noughts or self._counts(cue, name, sentence[0]))
            and not self._contrasted(cue, name)
            and not self._doubled(cue, name, here, sentence[1])
        )
        return next(governing, None)

    def _governs(self, cue: Span, name: Span, stop: int) -> bool:
        """Say whether a denial stands before the name, around it, or closes its clause."""
        if cue.start < name.end and name.start < cue.end:
            return cue.start <= name.start and name.end <= cue.end
        if cue.end <= name.start:
            closed = self._word(cue) in _ANSWERS and _CLOSED.match(self._raw, cue.end) is not None
            apart = (
                closed
                or self._of_telling(cue)
                or _OWN_CLAUSE.search(self._raw, cue.end, name.start)
                or self._speaks_anew(cue.end, name)
            )
            return not (apart or self._verb_final(cue)) and self._carried(
                cue.end, name.start, "", goes_on=self._list_goes_on(name.end)
            )
        behind = self._word_end(name.end)
        same_clause = not CLAUSE_END.search(self._raw, behind, cue.start)
        reached = (
            (same_clause or self._in_list(name, behind, cue))
            and self._carried(behind, cue.start, ":：=")
        ) or self._closes_a_list(name, cue)
        return reached and self._closes(cue, stop)

    def _of_telling(self, cue: Span) -> bool:
        """Say whether a denial forbids to tell something: do not say that it was made there."""
        return any(
            _AT_ONCE.fullmatch(self._raw, cue.end, one.start)
            and not _NOUN.match(self._raw, one.end)
            for one in self._cues.get("S-TELL", ())
            if cue.end <= one.start
        )

    def _speaks_anew(self, denied: int, name: Span) -> bool:
        """Say whether behind a comma the name stands in a statement of its own."""
        around = (one.end for one in self._names if one.start <= name.start and name.end <= one.end)
        return begins_anew(self._raw, denied, name.start, max(around, default=name.end))

    def _list_goes_on(self, end: int) -> bool:
        """Say whether a name is a member of a list whose last ones are joined: no A, B or C."""
        for one in self._names:
            if one.start < end:
                continue
            if not self.bridged(end, one.start, ""):
                return False
            if joined(self._raw, end, one.start):
                return True
            end = one.end
        return False

    def _carried(self, start: int, end: int, marks: str, *, goes_on: bool = False) -> bool:
        """Say whether a denial reaches over a stretch, and over what is listed in it.

        A list names several things of one denial; behind a word of work of its own a new
        statement begins ("not packed in Dandong and sewn in Sinuiju"). ``goes_on`` says that the list
        does behind the stretch.
        """
        if self.bridged(start, end, marks):
            return True
        listed = [one for one in self._names if start <= one.start and one.end <= end]
        if not listed or not (goes_on or joined(self._raw, start, end)):
            return False
        at_work = any(
            listed[0].end <= cue.start < end
            for term in ("S-SITE", "S-WORK")
            for cue in self._cues.get(term, ())
            if not any(one.start <= cue.start and cue.end <= one.end for one in self._names)
        )
        return not at_work and self.bridged(start, end, marks, listed)

    def _in_list(self, name: Span, behind: int, cue: Span) -> bool:
        """Say whether the commas between a name and a denial behind it are those of a list."""
        ends = [*CLAUSE_END.finditer(self._raw, behind, cue.start)]
        commas = [one.end() for one in ends if one.group() in ",，、"]
        return len(commas) == len(ends) and is_list(self._raw, name.start, commas, cue.start)

    def _closes_a_list(self, name: Span, cue: Span) -> bool:
        """Say whether a Korean or Japanese denial closes a list in which no work is stated."""
        if not self._verb_final(cue) or any(
            one.end <= cue.start
            for term in ("S-SITE", "S-TRANSPORT", "S-PAYMENT")
            for one in self._cues.get(term, ())
        ):
            return False
        return stands_alone(self._raw, name.start, cue.start)

    def _counts(self, nought: Span, name: Span, first: int) -> bool:
        """Say whether a nought is the number of what is named, and not a size, a rate or a total.

        "0 North Korean workers" and "DPRK workers: 0" deny; "size 0, made in Sinuiju", "duty 0% origin
        North Korea" and "made in DPRK 0" do not.
        """
        if nought.start < name.end and name.start < nought.end:
            return True
        if nought.end <= name.start:
            before = _LAST_WORD.search(
                self._raw, self._clause_start(first, nought.start), nought.start
            )
            labelled = before is not None and not self.bridged(before.start(), before.end(), "")
            return not labelled and _CLOSED.match(self._raw, nought.end) is None
        if _SHARE_OF_NONE.match(self._raw, nought.start):
            return True
        between = self._raw[self._word_end(name.end) : nought.start]
        return bool(between.strip()) or not any(
            cue.end <= name.start and not self._raw[cue.end : name.start].strip(" \t:：")
            for term in ("S-SITE", "S-TRANSPORT")
            for cue in self._cues.get(term, ())
        )

    def _clause_start(self, first: int, stop: int) -> int:
        """Return where the clause begins that reaches up to an offset."""
        ends = [match.end() for match in CLAUSE_END.finditer(self._raw, first, stop)]
        return ends[-1] if ends else first

    def _word_end(self, end: int) -> int:
        """Return the end of a Hangul word's particles, which join a name to its denial."""
        stop = end
        while (
            stop < len(self._raw)
            and stop - end <= _PARTICLE
            and script_of(self._raw[stop]) == "hang"
        ):
            stop += 1
        return stop if stop - end <= _PARTICLE else end

    def _verb_final(self, cue: Span) -> bool:
        """Say whether the denial is Korean, Japanese or Turkish, which deny what stands before them."""
        return (
            script_of(self._raw[cue.end - 1]) in ("hang", "kana")
            or _TURKISH.search(self._word(cue)) is not None
        )

    def _closes(self, cue: Span, stop: int) -> bool:
        """Say whether nothing but words of the denial follow it in its clause."""
        if self._verb_final(cue):
            return True
        clause = CLAUSE_END.search(self._raw, cue.end, stop)
        rest = _NUMBER.sub("", self._raw[cue.end : clause.start() if clause else stop])
        return not rest.strip() or self.bridged(cue.end, clause.start() if clause else stop, "")

    def _contrasted(self, cue: Span, name: Span) -> bool:
        """Say whether "not only", "no longer only", 不仅 turns the denial into an addition."""
        last = max(cue.end, name.start)
        if self._verb_final(cue):
            return any(name.end <= one.start < cue.end for one in self._cues.get("S-CONTRAST", ()))
        return any(cue.start <= one.start < last for one in self._cues.get("S-CONTRAST", ()))

    def _doubled(self, cue: Span, name: Span, here: Sequence[Span], stop: int) -> bool:
        """Say whether another denial takes this one back."""
        if self._word(cue) in _LACKING:
            behind = max(cue.end, name.end)
            if any(other.start >= behind for other in here) or inside(
                self._cues, "S-IMPOSSIBLE", (behind, stop)
            ):
                return True
        return any(self._takes_back(cue, other, name) for other in here if other != cue)

    def _takes_back(self, cue: Span, other: Span, name: Span) -> bool:
        first, second = sorted((cue, other))
        same_side = (second.end <= name.start) or (name.end <= first.start)
        if not same_side or (name.end <= first.start and not self._verb_final(second)):
            return False
        if {self._word(first), self._word(second)} & (_PAIRED | _STRENGTHENED):
            return False
        if _JOINS.search(self._raw[first.end : second.start]) or _JOINS.search(self._word(first)):
            return False
        if second.start - first.end <= 1:
            return False
        between = self._raw[first.end : second.start]
        return ":" not in between and len(between) <= _FURTHEST

    def _word(self, cue: Span) -> str:
        return self._raw[cue.start : cue.end].casefold()

    def bridged(self, start: int, end: int, marks: str, listed: Sequence[Span] = ()) -> bool:
        """Say whether only words that carry a denial, or are ``listed``, stand in a stretch.

        Commas may stand there, for enumerations; a colon only where ``marks`` allows it.
        """
        stops = self._barriers()
        return all(
            self._raw[at] in marks or any(one.start <= at < one.end for one in listed)
            for at in stops[bisect_left(stops, start) : bisect_left(stops, end)]
        )

    def _barriers(self) -> list[int]:
        """Return the places, in order, over which no denial reaches by itself."""
        if self._stops is None:
            covered = bytearray(len(self._raw))
            for term in (CARRIER, "S-DENIAL", "S-ZERO"):
                for cue in self._cues.get(term, ()):
                    covered[cue.start : cue.end] = b"\1" * (cue.end - cue.start)
            self._stops = [
                at
                for at, character in enumerate(self._raw)
                if not covered[at] and (character.isalnum() or character in _BREAKS)
            ]
        return self._stops


def _directly(raw: str, start: int) -> bool:
    """Say whether a one-character Chinese denial stands directly before a Han name."""
    if start == 0 or raw[start - 1] not in _DIRECT or script_of(raw[start]) != "hani":
        return False
    return raw[max(0, start - 3) : start] != "不得不"


def _outermost(spans: Sequence[Span]) -> list[Span]:
    """Return spans in order without those that lie inside or overlap a longer one before."""
    return list(_kept(sorted(set(spans), key=lambda one: (one.start, -one.end))))


def _kept(spans: Sequence[Span]) -> Iterator[Span]:
    last = -1
    for span in spans:
        if span.start >= last:
            yield span
            last = span.end
