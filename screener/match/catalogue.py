"""The lists made ready for finding: entries, their cues, and one index of every phrase."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from screener.codes.countries import countries as countries_of
from screener.index.phrases import Cut, Phrase, PhraseIndex
from screener.index.words import Words
from screener.match.denials import CARRIER
from screener.match.mentions import CUE_TERMS
from screener.match.ships import is_ship, spellings
from screener.model.listing import Alias, Cue, Edition, Entry, Kind, Locality
from screener.text.folding import fold, tokens_of
from screener.text.korean_words import forms_of, is_stem
from screener.text.legal_forms import legal_forms

PARTIES = frozenset({Kind.PARTY, Kind.FACILITY, Kind.LISTING})
ADMIN_SUFFIXES = frozenset(
    "시 군 도 리 읍 면 동 구역 구 특별시 직할시 市 县 郡 道 里 邑 区 镇 洞".split()
)
_FACILITY_TAILS = frozenset(
    "교화소 관리소 감옥 공장 무역 수출 수입 지구 역 항 세관 통상구 공항 방직 직물 편직 봉제 피복 의류 옷 가발 완구 수예 "
    "신발 화장품 식료 가공 경공업 합작 합영 련합 연합 기업소 사업소 작업반 로동 상사 상점 회사 총회사 무역회사 은행 지사 군단 "
    "시내 지역 일대 근처 부근 현지 국경 접경 정부 당국 주재 소재 출발 도착 경유".split()
)  # fmt: skip

GATED = "KP"
"""The country of which every place is a gate."""
_FEWEST_LEFT = 2  # words of a name that says enough without its legal form
_LONG = 8  # letters from which a word of a term may be misspelt in any language


def is_of_the_dprk(entry: Entry) -> bool:
    """Say whether an entry lies in the DPRK, or its list places it nowhere and on that programme."""
    return (entry.country or entry.regime) == GATED


class AliasUse(NamedTuple):
    """Finding the phrase may be a hit of this entry."""

    entry: int
    alias: int


class CueUse(NamedTuple):
    """Finding the phrase confirms or removes hits that have this set of words as a cue."""

    words: int


class LocalityUse(NamedTuple):
    """Finding the phrase says where something is."""

    locality: int


Use = AliasUse | CueUse | LocalityUse


class LocalCue(NamedTuple):
    """A cue with its words and entries resolved to numbers."""

    name: str
    scope: str
    words: int | None
    entries: frozenset[int]


class Compiled(NamedTuple):
    """An entry with its cues resolved."""

    entry: Entry
    anchors: tuple[LocalCue, ...]
    vetoes: tuple[LocalCue, ...]
    is_ship: bool


class Catalogue:
    """Every entry of the loaded editions in list and entry order, and the phrases that find them."""

    def __init__(
        self,
        editions: Sequence[Edition],
        localities: Sequence[Locality] = (),
        trade: frozenset[str] = frozenset(),
    ) -> None:
        """Number the entries, intern the word sets of their cues, and index every phrase."""
        self.entries = tuple(entry for edition in editions for entry in edition.entries)
        self.numbers = {entry.id: number for number, entry in enumerate(self.entries)}
        self.localities = tuple(localities)
        self.trade = trade
        self._sets: dict[tuple[str, ...], int] = {}
        self.compiled = tuple(
            Compiled(
                entry,
                tuple(self._cue(cue) for cue in entry.anchors),
                tuple(self._cue(cue) for cue in entry.vetoes),
                is_ship(entry),
            )
            for entry in self.entries
        )
        self.ancestors = {entry.id: self._ancestors(entry) for entry in self.entries}
        self.countries = frozenset(self._countries())
        self.uses: list[Use] = []
        phrases = [*self._alias_phrases(), *self._cue_phrases(), *self._locality_phrases()]
        governing = list(self._alias_phrases(governing=True))
        # The same text is a word known, a phrase and a word of goods; it is cut once.
        cut: Cut = lru_cache(maxsize=None)(tokens_of)
        words = _words(self.entries, [*phrases, *governing], trade, cut)
        self.index = PhraseIndex(phrases, words, cut)
        # Words of denial, role and question stand in every sentence; they are looked for only
        # where something was found that they may govern.
        self.governing = PhraseIndex(governing, words, cut)

    def _cue(self, cue: Cue) -> LocalCue:
        words = self._sets.setdefault(cue.words, len(self._sets)) if cue.words else None
        entries = frozenset(self.numbers[entry] for entry in cue.entries if entry in self.numbers)
        return LocalCue(cue.name, cue.scope, words, entries)

    def _ancestors(self, entry: Entry) -> tuple[str, ...]:
        chain: list[str] = []
        above = entry.within
        while above is not None and above not in chain and above in self.numbers:
            chain.append(above)
            above = self.entries[self.numbers[above]].within
        return tuple(chain)

    def _countries(self) -> Iterable[tuple[int, int]]:
        """Yield entry and alias of each name of a whole country, as against a place in it."""
        for number, entry in enumerate(self.entries):
            if entry.kind is Kind.PLACE and entry.country is not None and not entry.admin:
                for at, alias in enumerate(entry.aliases):
                    if countries_of(alias.text) == (entry.country,):
                        yield number, at

    def _number(self, use: Use) -> int:
        self.uses.append(use)
        return len(self.uses) - 1

    def _alias_phrases(self, *, governing: bool = False) -> Iterable[Phrase]:
        for number, entry in enumerate(self.entries):
            if (entry.id in CUE_TERMS) is not governing:
                continue
            loose = entry.kind in (Kind.GOODS, Kind.TERM)
            tails = frozenset() if loose else ADMIN_SUFFIXES | _FACILITY_TAILS
            texts_of = _way_to_write(entry)
            for at, alias in enumerate(entry.aliases):
                use = self._number(AliasUse(number, at))
                stem = loose and is_stem(alias.text)
                for text in forms_of(alias.text) if stem else texts_of(alias):
                    yield Phrase(
                        text,
                        use,
                        fuzzy=_may_be_misspelt(entry, alias),
                        inside=loose and not alias.whole,
                        tails=tails,
                        stem=stem,
                        carrier=entry.id == CARRIER,
                    )

    def _cue_phrases(self) -> Iterable[Phrase]:
        for words, number in self._sets.items():
            for text in words:
                yield Phrase(text, self._number(CueUse(number)), inside=True, cue=True)

    def _locality_phrases(self) -> Iterable[Phrase]:
        for number, locality in enumerate(self.localities):
            for name in locality.names:
                yield Phrase(name, self._number(LocalityUse(number)), tails=ADMIN_SUFFIXES)


def _way_to_write(entry: Entry) -> Callable[[Alias], tuple[str, ...]]:
    """Return what gives the texts that an alias of an entry is found by."""
    if entry.kind in (Kind.GOODS, Kind.TERM):
        return _orders
    return _numbered if is_ship(entry) else _with_any_link


def _may_be_misspelt(entry: Entry, alias: Alias) -> bool:
    """Say whether a slip in an alias counts.

    It does in goods, and in terms but for short words of other languages than English: many are
    a letter away from somebody's name, as *börtön* is from Berton.
    """
    if alias.script != "latn" or entry.kind not in (Kind.GOODS, Kind.TERM):
        return False
    english = alias.lang in ("", "en")
    return entry.kind is Kind.GOODS or english or len(alias.text) >= _LONG


def _numbered(alias: Alias) -> tuple[str, ...]:
    """Return the texts of a ship's name."""
    return tuple(text for name in _with_any_form(alias) for text in spellings(name))


def _orders(alias: Alias) -> tuple[str, ...]:
    """Return the orders in which a term is written: Russian trade texts put either word first.

    >>> _orders(Alias(text="вязаная шапка", script="cyrl"))
    ('вязаная шапка', 'шапка вязаная')
    """
    first, _, second = alias.text.partition(" ")
    if alias.script == "cyrl" and second and " " not in second:
        return alias.text, f"{second} {first}"
    return (alias.text,)


def _with_any_link(alias: Alias) -> tuple[str, ...]:
    """Return the texts of the name of a party, those with "and" with the sign for it, too.

    >>> _with_any_link(Alias(text="Heze Cotton and Linen", script="latn"))
    ('Heze Cotton and Linen', 'Heze Cotton & Linen')
    """
    texts = _with_any_form(alias)
    linked = [text.replace(" and ", " & ").replace(" AND ", " & ") for text in texts]
    spelt = [text.replace(" & ", " and ") for text in texts]
    return tuple(dict.fromkeys([*texts, *linked, *spelt]))


def _with_any_form(alias: Alias) -> tuple[str, ...]:
    """Return the text, and of a name that must fill its cell also the one without a legal form.

    What stands beside such a name may only be a legal form (``boundaries.nothing_beside``), so
    "Korea Mining Development Trading Corp" is the Corporation of that name.
    """
    if not alias.alone:
        return (alias.text,)
    tokens = fold(alias.text).tokens
    found = legal_forms([token.form for token in tokens])
    if not found or found[-1].last != len(tokens) or found[-1].first < _FEWEST_LEFT:
        return (alias.text,)
    return (alias.text, alias.text[: tokens[found[-1].first - 1].end])


def _words(
    entries: Sequence[Entry], phrases: Sequence[Phrase], trade: frozenset[str], cut: Cut
) -> Words:
    """Return the vocabularies that the phrases are compared with."""
    known: set[str] = set()
    for phrase in phrases:
        forms = [token.form for token in cut(phrase.text)]
        known.update(forms)
        known.add("".join(forms))
    goods = {
        token.form
        for entry in entries
        if entry.kind in (Kind.GOODS, Kind.TERM)
        for alias in entry.aliases
        if alias.script == "latn"
        for token in cut(alias.text)
    }
    return Words(known, goods, trade, _plain_places(entries, cut))


def _plain_places(entries: Sequence[Entry], cut: Cut) -> set[str]:
    """Return the names of places that mean nothing else, without their spaces."""
    return {
        name
        for entry in entries
        if entry.kind is Kind.PLACE
        for alias in entry.aliases
        if alias.script == "latn" and alias.ambiguity == "A0" and not (alias.fields or alias.alone)
        if (name := "".join(token.form for token in cut(alias.text))).isascii()
    }
