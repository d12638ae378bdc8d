"""In what role a sentence names an entry: party, site, payment, transport, mention or denial.

The cue words are data (watchlists/terms); here stands only how they govern (domain.md 2.5
rule 5, 5.6 points 11 to 14). What is no denial, question, clipping, condition or bygone event
takes its role from the nearest cue; a name without any cue is a bare mention.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from screener.match.asides import Asides
from screener.match.bans import Bans
from screener.match.bygone import Bygone
from screener.match.denials import CLAUSE_END, Denials, Span, inside
from screener.match.directions import Directions
from screener.model.hit import Mention, Role, StatementKind
from screener.text.folding import Folded
from screener.text.sentences import Sentences

CUE_TERMS = (
    "S-DENIAL", "S-ZERO", "S-BRIDGE", "S-CONTRAST", "S-CERTIFICATE", "S-QUESTION", "S-CLIPPING", "S-CONCERNED",
    "S-PAST", "S-ENDED", "S-SELF", "S-CONDITION", "S-FORBIDS", "S-BARRED", "S-TELL", "S-HIDE", "S-TOPIC", "S-ANSWER-NO", "S-ANSWER-YES",
    "S-SITE", "S-WORK", "S-PAYMENT", "S-TRANSPORT", "S-OUTSIDE", "S-SEAT", "S-PARTY", "S-AUTHOR",
    "S-REFUSED", "S-SENT-BACK", "S-EMBARGOED", "S-BAN", "S-TITLE", "S-LIKENESS",
    "S-SANCTIONS", "S-CHAPTER", "S-REFUTED", "S-PRODUCTION", "S-HANDLED", "S-NATIVE", "S-OTHERS",
    "S-ALTHOUGH", "S-BUT", "S-EXCEPT", "S-IMPOSSIBLE", "S-NO-MORE", "S-WHERE", "S-OUTWARD", "S-OFFICE", "S-SUBJECT", "S-LINK",
)  # fmt: skip
_ROLES: tuple[tuple[str, Role], ...] = (
    ("S-SITE", "site"),
    ("S-PAYMENT", "payment"),
    ("S-TRANSPORT", "transport"),
)
_WORK_WITHIN = 60
_DENIES = 8  # characters beside a refusal in which a denial takes it back
_YEAR = re.compile(r"(?<![\d./-])(?:19|20)\d\d(?![\d./-])")
# What may stand between the label of a party and its seat: a name and an address, no other label.
_LABELLED = re.compile(r"[.)）\]\s]*[:：=][^:：=;；|\n]{0,120}", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"\.?\s*(?:the\s+)?", re.IGNORECASE)
_DASHED_ANSWER = re.compile(r"(?<=\s)[-–—](?=\s*[\w/]{1,5}(?: applicable)?\s*(?:$|[.,;\n]))")
_AFTER_LABEL = re.compile(r"\s*[:：=]?\s*(?:in\s+|at\s+|the\s+)?", re.IGNORECASE)
_CHOICE = re.compile(r"\b[Yy](?:es)?\s*/\s*[Nn](?:o)?\b|是/否|有/无|예/아니오|여부|유무")
# What may stand between a question and its answer: marks, and the number or letter of an answer.
_ANSWERED = re.compile(
    r"[\s?？:：)）\-–]*(?:(?:ans\w*|A\d{0,2}(?!\w)|reply|response|respuesta|réponse|Antwort|ответ|resposta|risposta|答案?|答复|回复|답변?|回答|R(?!\w))\s*[:：.]?\s*)?",
    re.IGNORECASE,
)


# A number of people answers yes; the number of the next question is none of people.
_COUNTED = re.compile(
    r"(?:only|about|approx\.?|around|some|仅|约|大约|약|約)?\s*[1-9]\d{0,4}\s*"
    r"(?:persons?|people|pax|workers?|nationals?|women|men|staff|heads?|employees?|%|名|人|位|个|명|чел|personas|người)(?!\w)"
    r"|(?:only|仅)\s*[1-9]\d{0,4}",
    re.IGNORECASE,
)
_QUESTION_MARKS = "?？"
# One works as the subject of a headline: "Press: factory in Dandong uses ...".
_HEADLINE = re.compile(r"[:：]\s*(?:factory|mill|plant|workshop)(?:\s+in)?\b", re.IGNORECASE)


class Verdict(NamedTuple):
    """The role of a name in its sentence, or the kind of statement it belongs to."""

    role: Role | None
    mention: Mention | None = None
    statement: StatementKind | None = None


class Named(NamedTuple):
    """What is judged: whether it is a firm or lies in the DPRK, and its role where no word tells one."""

    firm: bool = False
    gated: bool = False
    otherwise: Role = "mention"


_ANYTHING = Named()


class Prose:
    """One free text with its sentences and cues; judges every name found in it."""

    def __init__(
        self,
        folded: Folded,
        sentences: Sentences,
        cues: Mapping[str, Sequence[Span]],
        names: Sequence[Span] = (),
        explained: Mapping[Span, Span] | None = None,
    ) -> None:
        """Keep the text, where its cues stand, and what else is named in it.

        ``explained`` gives for a name in brackets the one it explains: North Korea (DPRK).
        """
        self._raw = folded.raw
        self._sentences = sentences
        self._cues = cues
        self._denials = Denials(folded.raw, cues, names)
        self._explained = explained or {}
        self._asides = Asides(folded.raw, cues)
        self._bygone = Bygone(folded.raw, cues)
        self._directions = Directions(folded.raw, cues)
        self._bans = Bans(folded.raw, cues, self._denials)

    def judge(
        self, start: int, end: int, *, default: Role | None, named: Named = _ANYTHING
    ) -> Verdict:
        """Return the role of the name at raw offsets ``start`` to ``end``.

        ``default`` is the role that its column gives; where none does, the words of the sentence do.
        What is ``by`` a firm it made or sold; what is by a place says nothing of one.
        """
        sentence = self._sentences.around(start)
        asked = self._asked(sentence) or self._asides.asks_by_box(start, end)
        answer = self._answer(end, sentence, asked=asked)
        if answer == "S-ANSWER-NO" or (
            answer is None
            and (self._denied(Span(start, end), sentence) or self._bans.refuted(end, sentence))
        ):
            certified = bool(self._inside("S-CERTIFICATE", sentence))
            return Verdict(None, None, "certificate" if certified else "denial")
        mention = None if answer else self._mention(Span(start, end), sentence, asked=asked)
        alleged = mention == "alleged"
        if mention is not None and not alleged:
            own = mention == "past" and self._bygone.is_own(Span(start, end), sentence)
            return Verdict("party" if own else "mention", mention)
        told = (
            self._aside(start, end, sentence) if default is None else self._bans.headed(start, end)
        )
        told = told or self._bans.of_subject(Span(start, end), sentence)
        told = told or self._asides.of_others(start, sentence)
        if answer is None and (told or self._bans.forbidden(start, end, sentence)):
            return Verdict("mention", "aside")
        if answer is None and (
            self._bans.conditional(start, end, sentence) or self._outside(start, end, sentence)
        ):
            return Verdict("mention")
        stated = (
            self._stated(Span(start, end), sentence, answer, named)
            if default is None
            else Verdict(default)
        )
        if not alleged:
            return stated
        return stated if stated.role == "mention" else Verdict("mention", "alleged")

    def _stated(
        self, name: Span, sentence: tuple[int, int], answer: str | None, named: Named
    ) -> Verdict:
        """Return the role that an answer, a ticked box or the nearest cue states."""
        start, end = name
        if answer or self._answers_where(start):
            return Verdict("site")
        if named.gated and self._directions.leads_out(name, sentence):
            return Verdict("transport", "outbound")
        role = self._nearest_role(start, end, sentence)
        if role is None and self._asides.chosen(start, end):
            role = "site"
        if role is None and named.firm and self._directly_behind("S-AUTHOR", start, sentence):
            role = "party"
        refused = role == "payment" and self._refused(start, end, sentence)
        return refused or Verdict(role or named.otherwise)

    def tells_of(self, start: int, end: int) -> bool:
        """Say whether goods such as a book tell of what is named, and no word of work stands by it."""
        if self._asides.shown(start, end):
            return True
        told = self._asides.told_of(start, end)
        return told and self._nearest_role(start, end, self._sentences.around(start)) is None

    def states_work(self, start: int) -> bool:
        """Say whether a label of work or of a route stands directly before a name (production: Sinuiju)."""
        return any(
            cue.end <= start and _AFTER_LABEL.fullmatch(self._raw, cue.end, start) is not None
            for term in ("S-SITE", "S-WORK", "S-TRANSPORT")
            for cue in self._cues.get(term, ())
        )

    def _aside(self, start: int, end: int, sentence: tuple[int, int]) -> bool:
        """Say whether the name is one that goods tell of, or of a list of embargoed countries.

        Goods may come from a list of such countries; what is banned or refused does not.
        """
        if self.tells_of(start, end) or self._asides.sanctioned(start, end):
            return True
        if self._directly_behind("S-TOPIC", start, sentence):
            return True
        if not self._asides.embargoed(start, end, sentence):
            return False
        return self._asides.banned(sentence) or self._nearest_role(start, end, sentence) is None

    def _outside(self, start: int, end: int, sentence: tuple[int, int]) -> bool:
        """Say whether the name only tells beside what something lies (opposite Sinuiju)."""
        return self._directly_behind("S-OUTSIDE", start, sentence) or any(
            (cue.start < start and end <= cue.end) or (cue.start <= start and end < cue.end)
            for cue in self._inside("S-OUTSIDE", sentence)
        )

    def _refused(self, start: int, end: int, sentence: tuple[int, int]) -> Verdict | None:
        """Return what a payment is that was refused or came back; None if it stays a payment.

        Whoever tried to pay deals with the payee, so that only what lies in a year that is named is
        past: a link of one's own, or a mention. Whoever refuses to pay has no link.
        """
        cue = self._refusal(start, end, sentence)
        if cue is None:
            return None
        if cue.end <= start and self._inside("S-SELF", (sentence[0], cue.start)):
            return Verdict("mention", "past")
        if not _YEAR.search(self._raw, *sentence):
            return None
        own = cue.end > start and self._inside("S-SELF", sentence)
        return Verdict("party" if own else "mention", "past")

    def _refusal(self, start: int, end: int, sentence: tuple[int, int]) -> Span | None:
        """Return the words of the clause that say a payment was refused or came back, if any do.

        Neither a denied refusal nor one behind which something was paid after all is one.
        """
        for term in ("S-REFUSED", "S-SENT-BACK"):
            for cue in self._inside(term, sentence):
                behind = end <= cue.start
                between = (end, cue.start) if behind else (cue.end, start)
                if not behind and (term == "S-SENT-BACK" or cue.end > start):
                    continue
                paid = self._inside("S-PAYMENT", (cue.end, sentence[1])) if behind else ()
                denied = self._inside(
                    "S-DENIAL", (max(sentence[0], cue.start - _DENIES), cue.start)
                )
                denied += self._inside("S-DENIAL", (cue.end, min(sentence[1], cue.end + _DENIES)))
                if not (paid or denied or CLAUSE_END.search(self._raw, *between)):
                    return cue
        return None

    def _labelled_party(self, start: int, sentence: tuple[int, int]) -> bool:
        """Say whether the name stands in what a label gives of a party (Shipper: X Co, Wonsan).

        A label may open a letter, too: what a denial follows is no address.
        """
        return any(
            cue.end <= start
            and _LABELLED.fullmatch(self._raw, cue.end, start) is not None
            and not self._inside("S-DENIAL", (cue.end, start))
            for cue in self._inside("S-PARTY", sentence)
        )

    def _directly_behind(self, term: str, start: int, sentence: tuple[int, int]) -> bool:
        """Say whether the name follows a cue at once (supplier in Pyongyang)."""
        return any(
            cue.end <= start and _BEFORE_NAME.fullmatch(self._raw, cue.end, start) is not None
            for cue in self._inside(term, sentence)
        )

    def _inside(self, term: str, stretch: tuple[int, int]) -> list[Span]:
        return inside(self._cues, term, stretch)

    def denied(self, start: int, end: int) -> bool:
        """Say whether the name at raw offsets ``start`` to ``end`` is denied."""
        return self._denied(Span(start, end), self._sentences.around(start))

    def _denied(self, name: Span, sentence: tuple[int, int]) -> bool:
        """Say whether a denial governs the name, and no request for one ("confirm you do not")."""
        cue = self._denials.reach(self._explained.get(name, name), sentence)
        if cue is None or self._ends_asking(sentence):
            return False
        # "We no longer use our subcontractor there" discloses that one was used.
        ended = self._inside("S-ENDED", sentence)
        if any(one.start <= cue.start and cue.end <= one.end for one in ended):
            return False
        if self._bygone.no_more(name, sentence):
            return False
        return not any(one.start < cue.start for one in self._inside("S-QUESTION", sentence))

    def _ends_asking(self, sentence: tuple[int, int]) -> bool:
        return self._raw[sentence[0] : sentence[1]].rstrip().endswith(tuple(_QUESTION_MARKS))

    def _asked(self, sentence: tuple[int, int]) -> bool:
        """Say whether the sentence asks: by its mark, its words, or a choice of answers."""
        return (
            self._ends_asking(sentence)
            or bool(self._inside("S-QUESTION", sentence))
            or _CHOICE.search(self._raw, *sentence) is not None
        )

    def _answer(self, end: int, sentence: tuple[int, int], *, asked: bool) -> str | None:
        """Return the kind of the answer that follows a question, if one stands there.

        It opens the next sentence, or follows a colon in a form: "是否使用监狱劳动:否". A bare
        "朝鲜工人:无" is a question of a form, too.
        """
        boxed = self._asides.boxed_answer(end)
        if boxed is not None:
            return "S-ANSWER-YES" if boxed else "S-ANSWER-NO"
        places = [sentence[1]] if self._ends_asking(sentence) else []
        places += [
            at
            for at in range(end, sentence[1])
            if self._raw[at] in ":：?？" and (asked or self._denials.bridged(end, at, ""))
        ]
        # Behind a dash an answer stands by itself: "DPRK workers - none", not "Sinuiju - no defects".
        places += [
            dash.start()
            for dash in _DASHED_ANSWER.finditer(self._raw, end, sentence[1])
            if self._denials.bridged(end, dash.start(), "")
        ]
        for place in places:
            gap = _ANSWERED.match(self._raw, place)
            at = gap.end() if gap else place
            for term in ("S-ANSWER-NO", "S-ANSWER-YES"):
                if any(cue.start == at for cue in self._cues.get(term, ())):
                    return term
            if _COUNTED.match(self._raw, at):
                return "S-ANSWER-YES"
        return None

    def _answers_where(self, start: int) -> bool:
        """Say whether the name opens the answer to a question for the place of work."""
        asked = max(self._raw.rfind(mark, 0, start) for mark in _QUESTION_MARKS)
        if asked < 0:
            return False
        gap = _ANSWERED.match(self._raw, asked)
        opened = gap is not None and not re.search(r"\w", self._raw[gap.end() : start])
        question = self._sentences.around(asked)
        at_work = self._inside("S-WORK", question) or self._inside("S-SITE", question)
        return opened and bool(at_work and self._inside("S-WHERE", question))

    def _mention(self, name: Span, sentence: tuple[int, int], *, asked: bool) -> Mention | None:
        reported = self._inside("S-CLIPPING", sentence)
        concerned = reported and self._concerned(name, sentence)
        if reported and not concerned:
            return "clipping"
        if asked:
            return "question"
        if concerned:
            return "alleged"
        return "past" if self._bygone.tells(name, sentence) else None

    def _concerned(self, name: Span, sentence: tuple[int, int]) -> bool:
        """Say whether a report tells of this supplier, its maker or the goods.

        A headline leaves out the article; the works at the place that is named are not ours by that.
        """
        headline = _HEADLINE.search(self._raw, sentence[0], name.start)
        return bool(self._inside("S-CONCERNED", sentence)) or (
            headline is not None and bool(self._raw[headline.end() : name.start].strip())
        )

    def _nearest_role(self, start: int, end: int, sentence: tuple[int, int]) -> Role | None:
        if self._directly_behind("S-SEAT", start, sentence):
            return "party"
        rows = [
            (_gap(cue, start, end), order, role)
            for order, (term, role) in enumerate(_ROLES)
            for cue in self._inside(term, sentence)
            if not _only_part_of(cue, start, end)
        ]
        if rows:
            return min(rows)[2]
        if self._labelled_party(start, sentence) or self._directly_behind(
            "S-PARTY", start, sentence
        ):
            return "party"
        # Plain words of work say it too, if they stand close by; "knit hats, Sinuiju" names
        # goods and a place, and says nothing of work there.
        near = any(
            _gap(cue, start, end) <= _WORK_WITHIN
            and "," not in self._raw[min(cue.end, start) : start]
            for cue in self._inside("S-WORK", sentence)
        )
        if near:
            return "site"
        return "party" if self._directions.seats(Span(start, end), sentence) else None


def _only_part_of(cue: Span, start: int, end: int) -> bool:
    """Say whether a cue is a word of the name (Sinuiju factory), not the whole of it (북한산)."""
    return start <= cue.start and cue.end <= end and (cue.start, cue.end) != (start, end)


def _gap(cue: Span, start: int, end: int) -> int:
    """Return the characters between a cue and a name."""
    return start - cue.end if cue.end <= start else max(0, cue.start - end)
