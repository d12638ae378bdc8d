"""How many cells a sheet of a workbook (XLSX) spans, told before anything opens it."""

import re
import zipfile
from collections.abc import Iterator
from typing import IO

MOST_CELLS = 20_000_000
"""Cells from A1 to the last of a sheet, which are held at once, filled or not."""

_AT_ONCE = 1 << 20
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_ROW_PLACE = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br\s*=\s*["']([0-9]{1,7})["']""")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_CELL_PLACE = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")


def spanned(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """Return how many cells a part spans from A1 on, 0 if it is no sheet; it is read to its end.

    Rows and cells state their place, or stand behind the one before them; both ways are counted.

    Raises:
        zipfile.BadZipFile: The part is not sound, or holds a tag of more than a megabyte.
        OSError, EOFError, RuntimeError, NotImplementedError: It is not sound, or locked.

    """
    rows = columns = count = width = widest = 0
    with packed.open(part) as stream:
        for data in _whole_tags(stream):
            places = set(_CELL_PLACE.findall(data))
            rows = max(
                rows, 0, *map(int, _ROW_PLACE.findall(data)), *(int(one) for _, one in places)
            )
            columns = max(columns, 0, *(_column_number(letters) for letters, _ in places))
            last, *others = (len(_CELL.findall(row)) for row in _ROW.split(data))
            widths = [width + last, *others]
            width, widest = widths[-1], max(widest, *widths)
            count += len(others)
    return max(rows, count) * max(columns, widest)


def _whole_tags(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a stream in parts that cut no tag."""
    kept = b""
    while data := stream.read(_AT_ONCE):
        data = kept + data
        cut = max(data.rfind(b"<"), 0) if data.rfind(b">") < data.rfind(b"<") else len(data)
        kept = data[cut:]
        if len(kept) > _AT_ONCE:
            message = "a tag of more than a megabyte"
            raise zipfile.BadZipFile(message)
        yield data[:cut]
    yield kept


def _column_number(letters: bytes) -> int:
    """Return the number of a column: A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
