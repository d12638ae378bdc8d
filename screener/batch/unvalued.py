"""Cells of a sheet that read as blank though they are not: formulas never calculated, and errors."""

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree as ET

from screener.batch.source import Source

_FORMULAS = "cells whose formula was never calculated"
_ERRORS = "cells in error, as #N/A"
_REMEDIES = {
    _FORMULAS: "open the file in a spreadsheet program and save it",
    _ERRORS: "mend them where the file was made",
}
_MAIN = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_AT_ONCE = 1 << 20
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*[^/>])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3}[0-9]{1,7})["']""")
_ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
_TEXT = re.compile(rb"""\bt\s*=\s*["']str["']""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>[^<]")


def unvalued_remarks(source: Source, sheet: str) -> tuple[str, ...]:
    """Return what to tell of the cells of a sheet that hold no value to read; they read as blank."""
    with source.open() as stream, zipfile.ZipFile(stream) as packed:
        part = _part_of(packed, sheet)
        if part is None:
            return ()
        with packed.open(part) as cells:
            return tuple(_told(_found(cells)))


def _told(found: Iterator[tuple[str, str]]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for what, place in found:
        counts[what] += 1
        first.setdefault(what, place)
    for what, count in counts.items():
        yield f"{what}, read as blank: {count:,}, the first {first[what]}; {_REMEDIES[what]}"


def _part_of(packed: zipfile.ZipFile, sheet: str) -> str | None:
    """Return the name of the part that holds a sheet; None where the workbook does not say."""
    names = set(packed.namelist())
    if not {_MAIN, _RELATIONS} <= names:
        return None
    try:
        sheets = ET.fromstring(packed.read(_MAIN)).iter()  # noqa: S314 - see below
        relations = ET.fromstring(packed.read(_RELATIONS))  # noqa: S314 - see below
    except ET.ParseError:
        return None
    # The parser of the workbook has read both before, and expat bounds what entities unfold to.
    wanted = next((one.get(_ID) for one in sheets if one.get("name") == sheet and one.get(_ID)), "")
    target = next((one.get("Target", "") for one in relations if one.get("Id") == wanted), "")
    part = posixpath.normpath(posixpath.join("xl", target)).removeprefix("/")
    return part if part in names else None


def _found(stream: IO[bytes]) -> Iterator[tuple[str, str]]:
    """Yield what keeps each cell without a value from having one, and its place."""
    for data in _whole_cells(stream):
        if _FORMULA.search(data) is None and _ERROR.search(data) is None:
            continue
        for attributes, inside in _CELL.findall(data):
            what = _fault(attributes, inside)
            if what:
                place = _PLACE.search(attributes)
                yield what, place[1].decode() if place else "of unknown place"


def _fault(attributes: bytes, inside: bytes) -> str:
    if _ERROR.search(attributes):
        return _ERRORS
    # A formula that gives an empty text says that it gives text.
    valued = _VALUE.search(inside) or _TEXT.search(attributes)
    return _FORMULAS if _FORMULA.search(inside) and not valued else ""


def _whole_cells(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a sheet in parts that cut no row where one is shorter than a part."""
    kept = b""
    while data := stream.read(_AT_ONCE):
        data = kept + data
        cut = data.rfind(b"</c>") + len(b"</c>") if b"</c>" in data else len(data)
        kept = data[cut:]
        yield data[:cut]
    yield kept
