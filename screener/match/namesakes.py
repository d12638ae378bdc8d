"""Whether what a column of names holds may as well be another party of the same name.

Names of persons are shared, and so are names of everyday words. Where the record says that its
party is somewhere else, such a name is told and asked about, and is no match of parties.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from screener.codes.countries import countries_in_address
from screener.index.alignment import compatible
from screener.index.lexicon import IGNORED
from screener.index.trade_words import COUNTRIES, SPELLINGS
from screener.match.catalogue import GATED, is_of_the_dprk
from screener.match.features import Place
from screener.model.hit import Aligned
from screener.model.listing import Alias, Entry, Kind
from screener.text.folding import fold
from screener.text.korean_sound import reads_as_korean
from screener.text.legal_forms import covered, legal_forms

Where = Callable[[str], str]
"""Tells the path of a named place as the comparison of names knows it."""
_PROGRAMME = "DPRK"
"""With what the names of programmes begin that lists give the parties of the DPRK."""
_NOTED = ("nationality Korea, North", "North Korea Sanctions")
"""What OFAC remarks of others that it lists under another programme."""
_KOREA = frozenset({"조선", "朝鲜", "dprk"})
"""Further words for the country that names of parties of the DPRK begin with."""
_REACH = {GATED: frozenset({"CN", "RU"}), "CN": frozenset({"HK", "MO"})}
"""Where parties of a country are at home as well: nationals of the DPRK are sent above all to
China and Russia (domain.md 3.2), and firms of China sell by way of their own in Hong Kong."""


def is_shared(entry: Entry) -> bool:
    """Say whether an entry is a person of the DPRK: a few surnames and given names serve all Koreans.

    Persons of other lists are held by their names wherever they are said to be.
    """
    listed = any(one.startswith(_PROGRAMME) for one in entry.programmes)
    noted = any(one in (entry.note or "") for one in _NOTED)
    return entry.person and (entry.country == GATED or listed or noted)


def is_slight(entry: Entry, alias: Alias, cell: str, met: str, trade: frozenset[str]) -> bool:
    """Say whether everyday words are all that met a listed name.

    The name in full says more, where it is one that its list needs the country for (class A2) with
    the legal form; so does any other name of a country that is a gate.
    """
    if alias.ambiguity == "A0":
        told = entry.country == GATED or is_whole(cell, alias.text)
    else:
        told = bool(_parts(alias.text)[1]) and is_whole(cell, alias.text)
    return entry.kind is Kind.LISTING and not told and is_everyday(met, trade)


def is_everyday(name: str, trade: frozenset[str]) -> bool:
    """Say whether a name is words of the trade and a legal form alone, and names no country.

    >>> trade = frozenset({"korea", "trade"})
    >>> is_everyday("Ministry of Trade Ltd", trade), is_everyday("Korea Trade Ltd", trade)
    (True, False)
    """
    words, _ = _parts(name)
    return all(word in IGNORED or _is_everyday_word(word, trade) for word in words)


def _is_everyday_word(word: str, trade: frozenset[str]) -> bool:
    meaning = SPELLINGS.get(word)
    return word in trade if meaning is None else meaning not in COUNTRIES


def is_whole(cell: str, name: str) -> bool:
    """Say whether a cell holds a listed name to its legal form, in whatever spelling of trade words.

    >>> [is_whole("Casual Wear L.L.C.", name) for name in ("Casual Wear LLC", "Casual Wear Ltd")]
    [True, False]
    >>> is_whole("GIANT MFG CO LTD", "Giant Manufacturing Co., Ltd.")
    True
    """
    return _meaning(cell) == _meaning(name)


def legal_form_of(name: str) -> tuple[str, ...]:
    """Return the legal forms of a name, each as it is written in full.

    >>> legal_form_of("Casual Wear L.L.C."), legal_form_of("Casual Wear")
    (('llc',), ())
    """
    return tuple(_parts(name)[1])


def _meaning(name: str) -> tuple[list[str], list[str]]:
    """Return what the words of a name stand for, and its legal forms."""
    words, forms = _parts(name)
    return [SPELLINGS.get(word, word) for word in words if word not in IGNORED], forms


def _parts(name: str) -> tuple[list[str], list[str]]:
    """Return the words of a name, and its legal forms."""
    forms = [token.form for token in fold(name).tokens]
    found = legal_forms(forms)
    legal = covered(found)
    return [form for at, form in enumerate(forms) if at not in legal], [one.form for one in found]


def leaves_out_a_place(name: str, places: Iterable[Place], aligned: Iterable[Aligned]) -> bool:
    """Say whether a listed name begins with a place that met nothing of a cell's name.

    Many a city has an Apex Microelectronics of its own.
    """
    met = {one.theirs for one in aligned}
    return any(place.start == 0 and name[: place.end] not in met for place in places)


def stands_behind_another_place(
    cell: str, beside: Sequence[Place], start: int, name: str, listed: Sequence[Place], where: Where
) -> bool:
    """Say whether a name found follows a place that is not the one its party is listed with.

    ``listed`` are the places of ``name``, by which the party is listed; ``where`` tells the path of
    a place. Gansu Yasheng is on a list by its brand, too; Ningbo Yasheng is a firm of its own.
    """
    ours = next((one for one in beside if one.start == 0 and one.end <= start), None)
    theirs = next((one for one in listed if one.start == 0), None)
    if ours is None or theirs is None or any(map(str.isalnum, cell[ours.end : start])):
        return False
    paths = where(cell[: ours.end]), where(name[: theirs.end])
    return all(paths) and not compatible(*paths)


def leaves_out_its_country(entry: Entry, name: str, aligned: Iterable[Aligned]) -> bool:
    """Say whether all of a name of a party of the DPRK was met but the country that it begins with.

    Papers of trade leave out the "Korea" of Korea Tangun Trading Corporation.
    """
    if not is_of_the_dprk(entry):
        return False
    words, _ = _parts(name)
    if not words or SPELLINGS.get(words[0]) not in COUNTRIES:
        return False
    met = {token.form for one in aligned for token in fold(one.theirs).tokens}
    return words[0] not in met and met.issuperset(set(words[1:]) - IGNORED)


def adds_its_country(entry: Entry, name: str, cell: str, aligned: Sequence[Aligned]) -> bool:
    """Say whether a cell holds all of a name of a party of the DPRK, and before it Korea alone.

    Papers of trade put Korea (조선) before the Namhung Trading Corporation.
    """
    if not is_of_the_dprk(entry):
        return False
    met = {token.form for one in aligned for token in fold(one.theirs).tokens}
    rest = cell
    for one in aligned:
        rest = rest.replace(one.ours, " ", 1)
    left, _ = _parts(rest)
    words = {word for word in _parts(name)[0] if word not in IGNORED}
    return bool(left) and all(map(_is_korea, left)) and met >= words


def _is_korea(word: str) -> bool:
    return SPELLINGS.get(word) == "korea" or word in _KOREA


def holds_korean_name(name: str, trade: frozenset[str]) -> bool:
    """Say whether a word of a name, but for its country and those of the trade, can be Korean.

    >>> holds_korean_name("Korea Tangun Trading", frozenset({"trading"}))
    True
    >>> holds_korean_name("Korea Complex Equipment Import", frozenset({"import"}))
    False
    """
    words, _ = _parts(name)
    return any(
        reads_as_korean(word)
        for word in words
        if word not in trade and SPELLINGS.get(word) not in COUNTRIES
    )


def lies_elsewhere(entry: Entry, countries: Iterable[str]) -> bool:
    """Say whether countries stated of a party are none in which the entry is at home.

    Nothing stated says nothing, nor does anything of an entry whose country its list leaves open. A
    body of the DPRK with offices abroad is at home where its programme and its addresses place it.
    """
    stated = {*countries}
    seat = entry.country or entry.regime
    seats = {GATED, seat} if is_shared(entry) else {seat}
    near = {one for at in seats for one in _REACH.get(at or "", ())}
    home = {*seats, *near, *_of_addresses(entry.addresses)}
    return seat is not None and bool(stated) and GATED not in stated and home.isdisjoint(stated)


@lru_cache(maxsize=4096)
def _of_addresses(addresses: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        country for address in addresses for country in countries_in_address(address) or ()
    )
