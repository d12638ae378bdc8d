"""OFAC's SDN and Consolidated lists as CSV: names, alternate names and addresses in three files.

The files have no headings; ``-0-`` stands for nothing (OFAC, "SDN data specification"). A name
OFAC holds to be weak stands in the remarks, in quotation marks.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from screener.lists.listed import Item, Listed, ListedKind, ListedName
from screener.lists.readers.grid import csv_rows
from screener.lists.readers.lines import Source, refused
from screener.lists.texts import clean, countries_of

NAMES = ("ent_num", "name", "type", "programs", "title", "call_sign", "vessel_type", "tonnage",
         "grt", "vessel_flag", "vessel_owner", "remarks")  # fmt: skip
OTHERS = ("ent_num", "alt_num", "type", "name", "remarks")
ADDRESSES = ("ent_num", "add_num", "address", "city", "country", "remarks")

MAX_ROWS = 1_000_000
"""Rows of alternate names or addresses; the lists have some twenty thousand."""

NOTHING = "-0-"
_KINDS: dict[str, ListedKind] = {
    "": "organization",
    "individual": "person",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
_QUALITIES = frozenset({"aka", "fka", "nka"})
_WEAK = re.compile(r"a\.k\.a\. '(.+?)'(?=[;.]|$)")
"""Names may hold a quotation mark themselves: a.k.a. 'AL-WARD, 'Abd'."""
_IDENTIFIERS = re.compile(r"(?:IMO|MMSI) \d{7,9}|[A-Z][\w /.-]{2,40}(?: No\.| #| ID) [\w/.-]{4,30}")
_NATION = re.compile(r"(?:^|; )(?:nationality|citizen) ([^;.(]+)")

_Rows = dict[str, list[dict[str, str]]]


def read(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the entries of a list from its files of names, alternate names and addresses.

    Alternate names and addresses are held until all names are read.

    Raises:
        ListError: A file is not of the published layout, or speaks of an entry that the file of
            names does not hold, as it does if that is cut short or of another day.

    """
    names, others, addresses = sources
    by_entry = (_grouped(others, OTHERS), _grouped(addresses, ADDRESSES))
    for row in _rows(names, NAMES):
        key = row["ent_num"]
        yield _listed(names.path, row, by_entry[0].pop(key, []), by_entry[1].pop(key, []))
    for source, left in zip((others, addresses), by_entry, strict=True):
        for row in chain.from_iterable(left.values()):
            problem = f"speaks of entry {row['ent_num']}, which {names.path} lacks"
            remedy = "load all files of one day, whole"
            raise refused(source.path, int(row["line"]), problem, remedy)


def _rows(source: Source, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the rows under their columns, nothing as empty, with the line."""
    for row in csv_rows(source):
        if len(row.cells) != len(columns):
            problem = f"a row of {len(row.cells)} cells; the layout has {len(columns)}"
            raise refused(source.path, row.line, problem, "the file may be cut short; load it anew")
        cells = dict(zip(columns, map(_cell, row.cells), strict=True))
        if not cells["ent_num"].isdecimal():
            problem = f'"{cells["ent_num"]}" is no number of an entry'
            raise refused(source.path, row.line, problem, "the layout may have changed")
        yield cells | {"line": str(row.line)}


def _cell(text: str) -> str:
    cleaned = clean(text)
    return "" if cleaned == NOTHING else cleaned


def _grouped(source: Source, columns: Sequence[str]) -> _Rows:
    grouped: _Rows = defaultdict(list)
    for number, row in enumerate(_rows(source, columns)):
        if number >= MAX_ROWS:
            problem, line = f"more than {MAX_ROWS:,} rows", int(row["line"])
            raise refused(source.path, line, problem, "load the published file")
        grouped[row["ent_num"]].append(row)
    return grouped


def _listed(
    path: str, row: dict[str, str], others: list[dict[str, str]], addresses: list[dict[str, str]]
) -> Listed:
    line = int(row["line"])
    if row["type"] not in _KINDS:
        raise refused(path, line, f'"{row["type"]}" is no type', "the layout may have changed")
    places = [_address(one) for one in addresses]
    lands = [*(one["country"] for one in addresses), *_NATION.findall(row["remarks"])]
    details = ("title", "call_sign", "vessel_type", "tonnage", "grt", "vessel_flag", "vessel_owner")
    return Listed(
        key=row["ent_num"],
        name=row["name"],
        line=line,
        kind=_KINDS[row["type"]],
        names=(*(_name(path, one) for one in others), *_weak(row["remarks"])),
        countries=countries_of([*lands, row["vessel_flag"]]),
        addresses=tuple(one for one in places if one),
        programmes=tuple(re.split(r"\] \[", row["programs"])) if row["programs"] else (),
        identifiers=tuple(_IDENTIFIERS.findall(row["remarks"])),
        remarks=row["remarks"] or None,
        details=tuple((name, row[name]) for name in details if row[name]),
    )


def _name(path: str, row: dict[str, str]) -> ListedName:
    if row["type"] not in _QUALITIES:
        problem = f'"{row["type"]}" is no kind of alternate name'
        raise refused(path, int(row["line"]), problem, "the layout may have changed")
    return ListedName(text=row["name"], quality=row["type"])


def _weak(remarks: str) -> Iterator[ListedName]:
    for text in _WEAK.findall(remarks):
        yield ListedName(text=text, quality="weak aka", weak=True)


def _address(row: dict[str, str]) -> str:
    parts = (row["address"], row["city"], row["country"])
    return ", ".join(part for part in parts if part)
