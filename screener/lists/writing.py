"""Entries of a publisher's file written as the entries of a watchlist, one a line."""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from screener.codes.countries import country
from screener.lists.listed import Listed
from screener.lists.soundness import is_short
from screener.lists.texts import clean

MAX_FILE = 1_200_000
"""Characters of one file of entries; the reader of YAML takes two million."""
MAX_ENTRIES = 4_000
"""Entries of one file; the reader takes 300,000 nodes, and an entry has some forty."""

_MAX_NOTE = 2_000
_SUPPORTS = ("resembles-listed-name", "listed-by", "mentioned-only")
_BY_NAME_ALONE = frozenset({"vessel", "aircraft"})
_IMO = re.compile(r"\bIMO(?: number| no)?\W{0,3}(\d{7})\b", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(.{6,}?) \([A-Z][A-Z0-9.&-]{1,9}\)")
"""A name with its initials behind it; trade papers leave these out."""
_ON_THE_DPRK = re.compile(r"\bDPRK|\bPRK\b|Democratic People.s Republic of Korea", re.IGNORECASE)
"""Programmes on the DPRK as the Treasury, the Security Council, the Union and the United Kingdom write them."""
LIMITS = ("A name on the list; read the listing for goods, dates and status",)


def entry_id(list_id: str, key: str) -> str:
    """Return the id of an entry over all lists.

    >>> entry_id("ofac-sdn", "8985")
    'OFAC-SDN:8985'
    """
    return f"{list_id.upper()}:{key}"


def files(entries: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names and texts of the files that hold entries, in order."""
    held: list[str] = []
    length = number = 0
    for entry in entries:
        if held and (length + len(entry) > MAX_FILE or len(held) >= MAX_ENTRIES):
            number += 1
            yield _file(number, held)
            held, length = [], 0
        held.append(entry)
        length += len(entry)
    if held:
        yield _file(number + 1, held)


class Slight(NamedTuple):
    """Names that say little: too little for running text, or a few everyday words."""

    exact: Collection[str]
    everyday: Collection[str]


def entry_text(listed: Listed, list_id: str, publisher: str, slight: Slight) -> str:
    """Return one entry as a line of YAML.

    The name of a country counts only alone. A few everyday words count beside the country of the
    entry. Names that say too little, short ones, one word of a longer name and names their
    publisher calls weak count in columns of names where nothing else stands in the cell, names of
    vessels and aircraft likewise in the column of the vessel, where a ship's IMO number finds it
    beside any name. Goods of a country have no alias: they are met by goods and country, never as
    a party.
    """
    value: dict[str, object] = {
        "id": entry_id(list_id, listed.key),
        "kind": "listing",
        "person": listed.kind == "person",
        "name": listed.name,
        "country": listed.countries[0] if len(listed.countries) == 1 else None,
        "regime": _regime(listed),
        "admin": listed.divisions,
        "listed_by": publisher,
        "listed_on": listed.listed_on,
        "changed_on": listed.changed_on,
        "ended_on": listed.ended_on,
        "status": listed.status,
        "programmes": listed.programmes,
        "identifiers": listed.identifiers,
        "addresses": listed.addresses,
        "goods": listed.goods,
        "supports": _SUPPORTS,
        "assertion_limits": LIMITS,
        "note": _note(listed),
        "aliases": _aliases(listed, slight),
    }
    return json.dumps({key: one for key, one in value.items() if one}, ensure_ascii=False)


def alias_texts(listed: Listed) -> tuple[str, ...]:
    """Return every spelling an entry is looked for by, each once, the published ones first."""
    written = [listed.name, *(one.text for one in listed.names)]
    without = (found[1] for text in written if (found := _ABBREVIATED.fullmatch(text)))
    return tuple(dict.fromkeys([*written, *without]))


def _regime(listed: Listed) -> str | None:
    """Return the country whose programme lists a party, where the list places it in several or in none.

    Air Koryo has offices in seven countries. Without the programme none of several can be told: a Cuban
    shipping line has an office in Pyongyang. Ships without a flag share their names with others.
    """
    on_it = any(map(_ON_THE_DPRK.search, listed.programmes))
    several = len(listed.countries) > 1 and "KP" in listed.countries
    nowhere = not listed.countries and listed.kind not in _BY_NAME_ALONE
    return "KP" if on_it and (several or nowhere) else None


def _file(number: int, entries: list[str]) -> tuple[str, str]:
    lines = "".join(f"  - {entry}\n" for entry in entries)
    return f"entries-{number:03}.yaml", f"entries:\n{lines}"


def _aliases(listed: Listed, slight: Slight) -> list[dict[str, object]]:
    if listed.kind == "goods":
        return []
    weak = {one.text for one in listed.names if one.weak}
    texts = alias_texts(listed)
    alone = listed.kind in _BY_NAME_ALONE
    given = {text for text in texts if listed.kind == "person" and len(text.split()) == 1}
    part = {text for text in texts if len(text.split()) == 1 and _is_held(text, texts)}
    here = len(listed.countries) == 1 and not alone
    lands = {text for text in texts if country(text) is not None}
    beside = [text for text in texts if here and text in slight.everyday and text not in lands]
    narrow = [
        text
        for text in texts
        if text not in beside
        and (alone or text in slight.exact or text in weak | given | part | lands or is_short(text))
    ]
    field = "vessel" if alone else "name"
    numbers = [number for one in listed.identifiers for number in _IMO.findall(one) if alone]
    ships = [text for number in numbers for text in (f"IMO {number}", number)]
    broad = [text for text in texts if text not in narrow and text not in beside]
    groups: tuple[dict[str, object], ...] = (
        {"status": "V", "words": broad},
        {"status": "V", "class": "A2", "words": beside},
        {"status": "V", "words": narrow, "fields": [field], "alone": True},
        {"status": "V", "words": list(dict.fromkeys(ships)), "fields": ["vessel"]},
    )
    return [group for group in groups if group["words"]]


def _is_held(word: str, texts: Iterable[str]) -> bool:
    """Say whether another spelling has a word among others: Namhung is short for Namhung Trading."""
    return any(word.lower() in text.lower().split() for text in texts if text != word)


def _note(listed: Listed) -> str:
    parts = [listed.basis, listed.remarks, *(f"{name}: {text}" for name, text in listed.details)]
    text = clean("; ".join(part for part in parts if part))
    return text if len(text) <= _MAX_NOTE else f"{text[:_MAX_NOTE]} ..."
