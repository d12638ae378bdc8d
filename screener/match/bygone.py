"""What was and is no more: links of the past, and who tells of them (domain.md 5.6 point 11).

What happened to the goods of this order is a site statement also in the past tense; only words for a
bygone state (formerly, until 2019, stopped, no longer) make a past event, and what a clause tells of
now is none.
"""

import re
from collections.abc import Mapping, Sequence

from screener.match.denials import CLAUSE_END, Span, inside

# Words that say by themselves that something is done no more.
_NO_LONGER = re.compile(
    r"\bno longer\b(?! (?:only|just|solely|exclusively|than|a secret|deny|denied|hidden|hide)\b)|\bya no\b(?! s[oó]lo\b)|\bnicht mehr\b|больше не\b"
    r"|không còn|不再|\bn(?:e\s|['’])[^.;,]{1,30}?\bplus\b(?! (?:que|de|tard)\b)"
    r"|\bnon\s[^.;,]{1,25}?\bpiù\b(?! (?:di|tardi)\b)|\bnão\s[^.;,]{1,25}?\bmais\b(?! (?:de|que)\b)",
    re.IGNORECASE,
)
# A clause of what is done since: "..., the work is now done in Pyongsong".
_SINCE_THEN = re.compile(
    r"[,，、]\s*(?:(?:and|but|so)\s+)?(?:(?:the|all|our)\s+)?(?:\w+\s+){0,2}(?:now|currently|today|since then)\b"
    r"|[,，、]\s*(?:(?:y|et|und|e|но|теперь)\s+)?(?:\w+\s+){0,3}(?:ahora|maintenant|jetzt|agora|ora|теперь|сейчас)\b"
    r"|[,，;]\s*(?:but|yet|however|nevertheless)\b|[，,；;]\s*(?:但|然而|却)"
    r"|[,，]\s*(?:(?:and|so|therefore)\s+)?(?!who|which|that|where)(?:\w+\s+){1,4}(?:is|are|moved|moves|goes|go)\s"
    r"|[,，](?:部分|全部|其余|所以|因此)?(?:订单|货|货物|生产|加工)?(?:转到|转至|移到|改在|搬到)"
    r"|[,，、]?\s*(?:现在|目前|现已|如今|지금은|현재는|今は|現在は)",
    re.IGNORECASE,
)
# Languages that leave out "we": their verbs say it, or the politeness of a letter does.
_WE_DID = re.compile(
    r"\b\w{2,}(?:ábamos|íamos|ávamos|[aei]vamo)\b|\b(?:ya no|não|non)\s+\w+(?:[aei]mos|iamo)\b"
    r"|(?:했|하였|었|았|겼|썼)(?:습니다|음\b)|지 않습니다|(?:ていました|ておりました|ていません|ておりません)",
    re.IGNORECASE,
)
# A year that is over when these lists are made (2026), behind words that end something there: until 2019.
_YEAR = r"(?:1[89]\d\d|20[01]\d|202[0-5])(?![-/.]?\d)"
_FOUR_DIGITS = re.compile(r"\d{4}")
_ENDED_IN = re.compile(
    rf"\b(?:before|up to|back in|left in|departed in|до|đến năm|in the|(?:until|till|hasta|jusqu['’]en|bis|até|fino al)"
    rf"(?:\s+\w{{3,9}}\.?)?)\s+{_YEAR}(?:s\b)?|(?:直到)?{_YEAR}\s*(?:年(?:之|以)?前|年代|년대|년까지|년 이전|年まで)|直到{_YEAR}年",
    re.IGNORECASE,
)
# Who is named does the work as the clause tells it: "..., North Korean workers sew now".
_DOES_NOW = re.compile(
    r"(?:\s+\w+)?\s+(?:sew|knit|make|work|pack|stitch|crochet|assemble|do|are|is)\b", re.IGNORECASE
)
_IS_SUBJECT = re.compile(r"(?:은|는|이|가|정부|政府)(?=\s)|(?:は|が|政府)")
_FIRST_WORD = re.compile(r"\W*")
_BESIDE = re.compile(r"\.?\s*(?:the\s+|の)?", re.IGNORECASE)
_THEY = re.compile(r"\b(?:they|he|she|his|her)\b|他们|她们|그들|彼ら", re.IGNORECASE)
_WORDS_BETWEEN = 1
_LINK_WITHIN = 30


class Bygone:
    """The past events of one text."""

    def __init__(self, raw: str, cues: Mapping[str, Sequence[Span]]) -> None:
        """Keep the text and where its cues stand."""
        self._raw = raw
        self._cues = cues
        self._dated = _FOUR_DIGITS.search(raw) is not None
        self._known: dict[tuple[re.Pattern[str], tuple[int, int]], list[Span]] = {}

    def no_more(self, name: Span, sentence: tuple[int, int]) -> bool:
        """Say whether a denial tells that what is named is done no more."""
        if any(not self._since(cue.end, name) for cue in self._found(_NO_LONGER, sentence)):
            return True
        return bool(self._inside("S-DENIAL", sentence) and self._inside("S-NO-MORE", sentence))

    def tells(self, name: Span, sentence: tuple[int, int]) -> bool:
        """Say whether the sentence tells of a past event that touches what is named."""
        bygone = [*self._ended(sentence), *self._inside("S-NATIVE", sentence)]
        return any(not self._since(cue.end, name) for cue in bygone) or self.no_more(name, sentence)

    def is_own(self, name: Span, sentence: tuple[int, int]) -> bool:
        """Say whether a past event is told by the party it befell.

        It says so by "we", by its verb, or by naming nobody else: Formerly made in Sinuiju. What the
        record tells of this supplier's past is as good as told by it; of a house, what it was is no work.
        """
        if self._inside("S-SELF", sentence):
            return True
        if self._inside("S-OTHERS", (sentence[0], name.start)):
            return False
        if self._inside("S-CONCERNED", sentence):
            return not any(
                cue.start < name.end and name.start < cue.end for cue in self._ended(sentence)
            )
        if _WE_DID.search(self._raw, *sentence) and not _IS_SUBJECT.match(self._raw, name.end):
            return True
        opening = _FIRST_WORD.match(self._raw, sentence[0])
        opened = [
            cue.end
            for cue in (*self._ended(sentence), *self._inside("S-DENIAL", sentence))
            if opening is not None and cue.start == opening.end()
        ]
        if not opened:
            return self._of_a_link(name, sentence)
        own_goods = self._inside("S-PRODUCTION", (max(opened), sentence[1]))
        at_work = own_goods and any(
            self._inside(term, (max(opened), sentence[1])) for term in ("S-SITE", "S-WORK")
        )
        return (
            at_work
            or self._work_follows(max(opened), name, sentence)
            or self._of_a_link(name, sentence)
        )

    def _of_a_link(self, name: Span, sentence: tuple[int, int]) -> bool:
        """Say whether a link to what is named is what ended, and nobody else is told to have had it."""
        if _THEY.search(self._raw, sentence[0], name.start) or not self._ended_there(
            name, sentence
        ):
            return False
        return any(
            0 <= gap.end - gap.start <= _LINK_WITHIN and not CLAUSE_END.search(self._raw, *gap)
            for cue in self._inside("S-LINK", sentence)
            for gap in (Span(cue.end, name.start), Span(name.end, cue.start))
        )

    def _ended_there(self, name: Span, sentence: tuple[int, int]) -> bool:
        """Say whether the clause of a name tells that something ended, in words that are not the name's."""
        return any(
            not CLAUSE_END.search(self._raw, min(cue.end, name.end), max(cue.start, name.start))
            for cue in self._ended(sentence)
            if cue.end <= name.start or name.end <= cue.start
        )

    def _work_follows(self, opened: int, name: Span, sentence: tuple[int, int]) -> bool:
        """Say whether work at a name follows the opening words at once, with nobody who does it."""
        at_work = (
            min(cue.start, name.start)
            for cue in self._inside("S-SITE", sentence)
            if _BESIDE.fullmatch(self._raw, cue.end, name.start)
            or _BESIDE.fullmatch(self._raw, name.end, cue.start)
        )
        return any(len(self._raw[opened:start].split()) <= _WORDS_BETWEEN for start in at_work)

    def _ended(self, sentence: tuple[int, int]) -> list[Span]:
        """Return the words of a sentence that place something in the past, or say that it was ended."""
        years = self._found(_ENDED_IN, sentence) if self._dated else ()
        return [*self._inside("S-PAST", sentence), *self._inside("S-ENDED", sentence), *years]

    def _found(self, words: re.Pattern[str], sentence: tuple[int, int]) -> list[Span]:
        """Return where words stand in a sentence; each is searched once, however many names it holds."""
        if (words, sentence) not in self._known:
            found = words.finditer(self._raw, *sentence)
            self._known[words, sentence] = [Span(*match.span()) for match in found]
        return self._known[words, sentence]

    def _since(self, end: int, name: Span) -> bool:
        """Say whether between some words and a name behind them a clause tells of what is done now."""
        if _SINCE_THEN.search(self._raw, end, max(end, name.start)) is not None:
            return True
        own_clause = CLAUSE_END.search(self._raw, end, max(end, name.start))
        return own_clause is not None and _DOES_NOW.match(self._raw, name.end) is not None

    def _inside(self, term: str, stretch: tuple[int, int]) -> list[Span]:
        return inside(self._cues, term, stretch)
