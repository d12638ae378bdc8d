"""One party on several lists, told by the numbers that its entries share."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from screener.model.listing import Edition, Entry
from screener.text.folding import fold

_NO_NUMBER = re.compile(r"\b(?:ticker|isin|issuer name|target type|dob|born|date)\b", re.IGNORECASE)
_NUMBER = re.compile(r"[A-Z0-9][A-Z0-9./\- ]*[A-Z0-9]")
_OF_UNITED_NATIONS = re.compile(r"[A-Z]{2,3}[ie]\.\d{3}")
_GAPS = re.compile(r"[./\- ]")
_FEWEST_DIGITS = 6
_TELLING = 4
"""Letters of a word that two names must share, so that a number of another country joins nobody."""


def same_parties(editions: Iterable[Edition]) -> dict[str, tuple[str, ...]]:
    """Return for each entry the entries of other lists that are the same party, by list and entry.

    Entries are one party if they share a number of at least six digits (a registration, tax or
    passport number, a ship's IMO number) or the number of a listing of the Security Council, which
    other lists repeat, and a word of their names. Entries of one list are never
    joined: its publisher keeps them apart.
    """
    holders: dict[str, list[Entry]] = defaultdict(list)
    for edition in editions:
        for entry in edition.entries:
            for number in dict.fromkeys(numbers_of(entry.identifiers)):
                holders[number].append(entry)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entries in holders.values():
        for entry in entries:
            for other in entries:
                if other.list != entry.list and _share_a_word(entry, other):
                    found[entry.id][other.id] = None
    return _closed(found)


def numbers_of(identifiers: Iterable[str]) -> Iterator[str]:
    """Yield the numbers in identifiers as lists write them, without gaps.

    >>> list(numbers_of(["Unified Social Credit Code (USCC), 9111000071093019X7, CN"]))
    ['9111000071093019X7']
    >>> list(numbers_of(["NIT # 890115794-3", "IMO 7406784", "Equity Ticker, 0728 HK"]))
    ['8901157943', '7406784']
    >>> list(numbers_of(["KPe.001"]))
    ['KPe.001']
    """
    for text in identifiers:
        yield from _OF_UNITED_NATIONS.findall(text)
        if _NO_NUMBER.search(text):
            continue
        for part in re.split(r"[,;()#]| (?=\d)", text):
            for written in _NUMBER.findall(part.upper()):
                number = _GAPS.sub("", written)
                if sum(map(str.isdigit, number)) >= _FEWEST_DIGITS:
                    yield number


def _share_a_word(one: Entry, other: Entry) -> bool:
    return not _words(one).isdisjoint(_words(other))


def _words(entry: Entry) -> frozenset[str]:
    names = (entry.name, *(alias.text for alias in entry.aliases))
    forms = (token.form for name in names for token in fold(name).tokens)
    return frozenset(form for form in forms if len(form) >= _TELLING)


def _closed(found: Mapping[str, Mapping[str, None]]) -> dict[str, tuple[str, ...]]:
    """Return each entry with everything reached from it, itself and its own list left out."""
    closed: dict[str, tuple[str, ...]] = {}
    for start in found:
        reached: dict[str, None] = {start: None}
        waiting = [start]
        while waiting:
            for other in found.get(waiting.pop(), {}):
                if other not in reached:
                    reached[other] = None
                    waiting.append(other)
        own = start.partition(":")[0]
        closed[start] = tuple(sorted(one for one in reached if one.partition(":")[0] != own))
    return closed
