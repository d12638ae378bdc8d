"""Names that a text gives without saying anything of these goods.

A box left open is a question that nobody answered; a list of embargoed countries is taken from the
law; the title of a book and the picture on a flag tell what goods show. What states work, a route or
a payment beside the name states it all the same.
"""

import re
from collections.abc import Mapping, Sequence

from screener.match.denials import Span, inside

_TICKED = r"\[\s*[xXvV✓✔√*]\s*\]|\(\s*[xX✓✔√]\s*\)|[☑☒■✅]"
_OPEN = r"\[\s*\]|\(\s+\)|[☐□]"
_BOX = re.compile(rf"(?P<ticked>{_TICKED})|(?P<open>{_OPEN})")
_YES = r"(?:yes|y|sí|si|oui|ja|sim|да|是|有|예|네|はい|有り|có)(?!\w)"
_NO = r"(?:not|no|n|non|nein|não|нет|否|无|無|아니오|아니요|없음|いいえ|なし|không)(?!\w)"
_BOX_OR_ANSWER = re.compile(
    rf"(?P<ticked>{_TICKED})|(?P<open>{_OPEN})|(?<!\w)(?:(?P<yes>{_YES})|(?P<no>{_NO}))",
    re.IGNORECASE,
)
# What may stand between a name and its answers, which begin with a box or a word before one.
_TO_ANSWERS = re.compile(
    rf"[^.;；。|]{{0,40}}?(?=(?:(?<!\w)(?:{_YES}|{_NO})\s*)?(?:{_TICKED}|{_OPEN}))", re.IGNORECASE
)
# What may stand between two of them.
_BETWEEN = re.compile(r"[\s/,，:：|]{0,6}")
_LINE = re.compile(r"[\n\r;；|]")
_LABEL_OF_BOX = re.compile(r"\s*(?:\w[\w'’-]*\s+){0,3}$")
# What may stand between two countries of a list: marks, boxes, joining words, articles.
_LISTED = re.compile(
    r"(?:[\s,，、;；/|+&()（）\[\]☐□☑☒■.·-]|\b[xX]\b|['’]|\b(?:and|or|nor|the|of|region|from|to|y|e|o|u|et|ou|und|oder"
    r"|l|la|le|les|el|los|von|aus|nach|en|de|du|da|do|di|vers|и|или|в|из|hoặc|và|ve|veya|dan|atau|lub)\b"
    r"|[和与及或や]|及び|または|또는|및|와|과|산)*",
    re.IGNORECASE,
)
_BANS = (
    "S-BAN", "S-BARRED", "S-CONDITION", "S-DENIAL", "S-FORBIDS", "S-REFUSED", "S-SANCTIONS",
)  # fmt: skip
_FURTHEST = 40
_MEMBERS = 2
_SEGMENT = re.compile(r"[,，;；|\n\r]")
# Words that join goods to what they show: flag of, map with, book about.
_SHOWING = re.compile(
    r"[\s.\"“”'‘’«»「」《》(（-]*(?:(?:of|the|about|on|over|with|showing|incl|including|de|del|della|du|des|d|la|le|der|die|das"
    r"|über|von|con|com|avec|sur|sobre|da|do|di|о|об|с|на|về|của|的|の|の|への|を)[\s.:：\"“'«(（]*){0,3}",
    re.IGNORECASE,
)
# What a set of them holds: flag stickers incl. North Korea.
_INCLUDED = re.compile(
    r"[\w\s'’-]{0,30}(?:\b(?:incl|including|includes|inkl|inklusive|incluye|incluido|inclus|y compris|inclusi)\b|包括|包含|포함)[\s.:]*",
    re.IGNORECASE,
)
_LAID_ON = re.compile(
    r"\s*(?:(?:on|against|concerning|regarding|of|relating to|gegen|contra|contre|a|против|sur|đối với|contro|対する)\s*(?:the\s+|la\s+|l['’])?)?",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:\b(?:from|ex|aus|desde|depuis|из|từ|by|par|por|von|durch)\s+(?:\w+\s+){0,2}|来自|から|自|由|被)[\s\"“'«]*$",
    re.IGNORECASE,
)
_FROM_WITHIN = 24
# What a sentence on others may open with: "Rumour:", "It is said that", 听说.
_OPENING = re.compile(
    r"\W*(?:[\w ]{2,20}[:：]\s*|(?:it is |we |as )?\w+\s+(?:that|how)\s+|(?:听说|据说|传闻|得知|有消息说|听闻)\s*)?(?:the|our|my|some|many|most|all|other|a|an|某|有|我们的|我司)?\s*",
    re.IGNORECASE,
)
# What others do, from their own words to the name: no comma, and in Chinese no firm of theirs (同行介绍的工厂).
_THEY_DO = re.compile(
    r"\s+(?:(?:in|of|near)\s+\w+\s+)?(?:(?:is|are|was|were|has|have|had|may|might|could|also|often|reportedly|allegedly|said|rumou?red|believed"
    r"|known|thought|to|been|be)\s+){0,5}(?:buy|bought|get|got|source|import|order|use|employ|hire|make|made|sew|knit|produce|process)(?:ing|e?[sd])?\b"
    r"[^,;:]*|(?:也|都|还|仍|曾|经常|一直|去年)*(?:从|在|向|由|用|使用|雇用|雇佣|进口|采购)[^,;:，；：的]*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:[은는이가도]|들[은이도])$")
# No clause of theirs ends before the name: "another factory was busy, so ..." (바빠서).
_BEHIND_SUBJECT = re.compile(
    r"\s(?:(?!(?<!에)서\s|[고면며니]\s)[^,;:，；：])*|[はがも][^,;:、，；：]*"
)
_TOUCHING = re.compile(r"[\s:：\"“”'‘’(（-]*(?:the\s+)?", re.IGNORECASE)


class Asides:
    """Where one text asks by boxes, lists what is embargoed, and tells of titles and pictures."""

    def __init__(self, raw: str, cues: Mapping[str, Sequence[Span]]) -> None:
        """Keep the text and where its cues stand."""
        self._raw = raw
        self._cues = cues
        self._boxed = _BOX.search(raw) is not None

    def boxed_answer(self, end: int) -> bool | None:
        """Return the answer ticked in boxes behind a name that ends at an offset; None if none is.

        >>> Asides("DPRK labour: [ ] yes [x] no", {}).boxed_answer(4)
        False
        """
        answers = self._answers(end)
        ticked = {word for word, tick in answers if tick}
        return ticked == {"yes"} if len(ticked) == 1 and len(answers) > 1 else None

    def asks_by_box(self, start: int, end: int) -> bool:
        """Say whether a name is a choice that was not taken, or its answer was left open.

        >>> Asides("[ ] DPRK [x] Vietnam", {}).asks_by_box(4, 8)
        True
        """
        if not self._boxed:
            return False
        answers = self._answers(end)
        if len(answers) > 1:
            return not any(tick for _, tick in answers)
        return self._tick(start, end) is False

    def chosen(self, start: int, end: int) -> bool:
        """Say whether a name was ticked among choices of which others were not.

        >>> Asides("(X) DPRK ( ) Vietnam", {}).chosen(4, 8)
        True
        """
        return self._boxed and self._tick(start, end) is True

    def _answers(self, end: int) -> list[tuple[str, bool]]:
        """Return the answers behind a name that have boxes, each with whether it is ticked."""
        gap = _TO_ANSWERS.match(self._raw, end) if self._boxed else None
        at = gap.end() if gap else len(self._raw)
        kinds: list[str] = []
        while (mark := _BOX_OR_ANSWER.match(self._raw, at)) is not None:
            kinds.append(mark.lastgroup or "")
            between = _BETWEEN.match(self._raw, mark.end())
            at = between.end() if between else mark.end()
        if len(kinds) % 2:
            kinds.pop()
        pairs = [{first, second} for first, second in zip(kinds[::2], kinds[1::2], strict=True)]
        return [
            ("yes" if "yes" in pair else "no", "ticked" in pair)
            for pair in pairs
            if pair & {"yes", "no"} and pair & {"ticked", "open"}
        ]

    def _tick(self, start: int, end: int) -> bool | None:
        """Return whether the box of a name is ticked; None if it has none.

        Boxes stand before what they offer or behind it, in the whole of a line alike.
        """
        first = max((one.end() for one in _LINE.finditer(self._raw, 0, start)), default=0)
        after = _LINE.search(self._raw, end)
        stop = after.start() if after else len(self._raw)
        boxes = list(_BOX.finditer(self._raw, first, stop))
        if not boxes:
            return None
        before = [one for one in boxes if one.end() <= start]
        behind = [one for one in boxes if one.start() >= end]
        leading = any(map(str.isalnum, self._raw[boxes[-1].end() : stop]))
        box = (before[-1] if before else None) if leading else (behind[0] if behind else None)
        if box is None:
            return None
        between = self._raw[box.end() : start] if leading else self._raw[end : box.start()]
        ticks = {one.lastgroup for one in boxes}
        near = not between.strip() or (len(ticks) > 1 and _LABEL_OF_BOX.match(between) is not None)
        if not near or (box.lastgroup == "ticked" and len(ticks) == 1):
            return None
        return box.lastgroup == "ticked"

    def embargoed(self, start: int, end: int, sentence: tuple[int, int]) -> bool:
        """Say whether a name is one of three or more embargoed countries that stand in a row."""
        members = inside(self._cues, "S-EMBARGOED", sentence)
        first, last, joined = start, end, 0
        for cue in sorted((one for one in members if one.end <= start), reverse=True):
            if self._in_row(cue.end, first):
                first, joined = cue.start, joined + 1
        for cue in sorted(one for one in members if one.start >= end):
            if self._in_row(last, cue.start):
                last, joined = cue.end, joined + 1
        return joined >= _MEMBERS

    def _in_row(self, start: int, stop: int) -> bool:
        close = 0 <= stop - start <= _FURTHEST
        return close and _LISTED.fullmatch(self._raw, start, stop) is not None

    def banned(self, sentence: tuple[int, int]) -> bool:
        """Say whether the sentence bans or refuses something."""
        return any(inside(self._cues, term, sentence) for term in _BANS)

    def of_others(self, start: int, sentence: tuple[int, int]) -> bool:
        """Say whether a sentence tells what other firms do: competitors buy from North Korea.

        Who gives an order to another factory deals with it; who tells of himself as well compares.
        """
        return any(
            _OPENING.fullmatch(self._raw, sentence[0], cue.start) is not None
            and self._acts(cue, start)
            and not self._of_ourselves((cue.end, sentence[1]))
            for cue in inside(self._cues, "S-OTHERS", (sentence[0], start))
        )

    def _acts(self, cue: Span, start: int) -> bool:
        """Say whether others are those who do what is told up to an offset."""
        word = self._raw[cue.start : cue.end]
        if _SUBJECT.search(word) or word[-1:] in "社合":
            return _BEHIND_SUBJECT.fullmatch(self._raw, cue.end, start) is not None
        return _THEY_DO.fullmatch(self._raw, cue.end, start) is not None

    def _of_ourselves(self, stretch: tuple[int, int]) -> bool:
        return any(inside(self._cues, term, stretch) for term in ("S-SELF", "S-CONCERNED"))

    def shown(self, start: int, end: int) -> bool:
        """Say whether goods that show something stand directly beside a name: flag of North Korea.

        What tells of work directly beside the name tells of work: flag, North Korea made.
        """
        worked = any(
            self._touches(cue, start, end, _TOUCHING)
            for term in ("S-SITE", "S-TRANSPORT")
            for cue in self._cues.get(term, ())
            if not any(
                other.start <= cue.start and cue.end <= other.end for other in self._likenesses()
            )
        )
        return not worked and any(
            self._touches(cue, start, end, gap)
            for cue in self._likenesses()
            for gap in (_SHOWING, _INCLUDED)
        )

    def sanctioned(self, start: int, end: int) -> bool:
        """Say whether the sanctions on a country are what is named: DPRK sanctions, sanctions on it."""
        return any(
            self._touches(cue, start, end, _LAID_ON) for cue in self._cues.get("S-SANCTIONS", ())
        )

    def told_of(self, start: int, end: int) -> bool:
        """Say whether goods that tell of something are named in the same part of a line: a book.

        What is from a place, or by somebody, is not told of it.
        """
        if _FROM.search(self._raw, max(0, start - _FROM_WITHIN), start):
            return False
        before = [one.end() for one in _SEGMENT.finditer(self._raw, 0, start)]
        after = _SEGMENT.search(self._raw, end)
        first, stop = max(before, default=0), after.start() if after else len(self._raw)
        return any(
            first <= cue.start and cue.end <= stop and not (start <= cue.start and cue.end <= end)
            for cue in self._cues.get("S-TITLE", ())
        )

    def _likenesses(self) -> list[Span]:
        return [*self._cues.get("S-LIKENESS", ()), *self._cues.get("S-TITLE", ())]

    def _touches(self, cue: Span, start: int, end: int, gap: re.Pattern[str]) -> bool:
        if cue.end <= start:
            return gap.fullmatch(self._raw, cue.end, start) is not None
        return cue.start >= end and not self._raw[end : cue.start].strip(" \"'“”‘’-")
