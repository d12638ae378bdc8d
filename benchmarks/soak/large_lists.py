"""Files of 100 MB in every layout: read whole, or refused with the place, in bounded memory.

    python -m benchmarks.soak.large_lists [--layout NAME ...] [--megabytes 100]

Each layout is grown from a small file of the tests, written to a temporary folder and read in a
process of its own, whose memory is measured. The reader must take the file to its end, or refuse it
with the place, and hold no more than is stated here, whatever the file's size. Workbooks are read
whole, so that they are refused above their limits; one of each that unpacks to just what is allowed
is read, too. Then a company's table of the same size is imported: it has more entries than a list
may have, and is refused with the line.
"""

import argparse
import csv
import io
import multiprocessing
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from screener.editions.importing import Order, import_list
from screener.editions.searching import NameSearch
from screener.editions.store import EditionStore
from screener.errors import ListError
from screener.lists.formats import format_named
from screener.lists.listed import Listed
from screener.lists.readers.lines import Source
from screener.lists.readers.workbooks import MAX_UNPACKED
from tests.editions.lists_to_import import NOW
from tests.lists.published import layouts
from tests.lists.readers.files import ENTITIES, FILES

MOST_MEGABYTES = 50
"""What reading may add to the memory of a process; tables of a page are held whole, up to their limit."""
PAGES = {"uflpa-html": 400, "cbp-html": 400}
HELD = {"ofac-sdn-xml": 200}
"""Parties of OFAC's advanced XML are held until their listings, which stand behind them, are read."""
WORKBOOKS: dict[str, Callable[[], Sequence[Sequence[str]]]] = {
    "xlsx": lambda: [["id", "name", "aliases"], ["A-1", "Example Works", "One|Two"]],
    "dol-xlsx": lambda: list(csv.reader(FILES["dol-csv"]()[0].decode().splitlines())),
}
WORKBOOK_MEGABYTES = 300
"""What a workbook of the largest size may add: its cells are held until the last is read."""
_SHEET = "xl/worksheets/sheet1.xml"
_MEGABYTE = 1_000_000


class Layout(NamedTuple):
    """A file that grows: its beginning, a part that repeats with a number, and its end."""

    beginning: bytes
    part: bytes
    end: bytes


def _between(name: str, first: bytes, last: bytes, joint: bytes = b"") -> Layout:
    """Return a layout whose part stands between two texts of a small file."""
    content = FILES[name]()[0]
    start = content.index(first)
    end = content.index(last, start) + len(last)
    return Layout(content[:start], content[start:end] + joint, content[end:])


def _rows(name: str, head: int, number: bytes = b"") -> Layout:
    """Return a layout of the rows below the headings; those of a number are one entry."""
    rows = FILES[name]()[0].rstrip(b"\x1a").splitlines(keepends=True)
    own = b"".join(row for row in rows[head:] if number in row)
    part = own.replace(number, number + b"#") if number else own
    return Layout(b"".join(rows[:head]), part, b"")


def _ofac_parties() -> Layout:
    """Return the advanced XML with one party under other numbers, and its listings alone."""
    layout = _between("ofac-sdn-xml", b"  <DistinctParty ", b"</DistinctParty>\n")
    own = b'"36"', b'"#"'
    end = layout.end[layout.end.index(b"</DistinctParties>") :]
    listings = end.index(b"<SanctionsEntries>")
    return Layout(
        layout.beginning,
        layout.part.replace(*own),
        end[:listings] + b"<SanctionsEntries /><SanctionsEntryLinks /></Sanctions>",
    )


LAYOUTS: dict[str, Callable[[], Layout]] = {
    "ofac-sdn-csv": lambda: _rows("ofac-sdn-csv", 0),
    "ofac-sdn-xml": _ofac_parties,
    "un-xml": lambda: _between("un-xml", b"<INDIVIDUAL>", b"</INDIVIDUAL>"),
    "uk-csv": lambda: _rows("uk-csv", 2, b"UNC0000"),
    "uk-xml": lambda: _between("uk-xml", b"<Designation>", b"</Designation>"),
    "eu-csv": lambda: _rows("eu-csv", 1, b"2026;0"),
    "eu-xml": lambda: _between("eu-xml", b"<sanctionEntity ", b"</sanctionEntity>"),
    "uflpa-html": lambda: _between("uflpa-html", b"<tr><td>", b"</tr>"),
    "uflpa-csv": lambda: _rows("uflpa-csv", 1),
    "cbp-html": lambda: _between("cbp-html", b"<tr><td>", b"</tr>"),
    "cbp-csv": lambda: _rows("cbp-csv", 1),
    "csl-csv": lambda: _rows("csl-csv", 1),
    "csl-json": lambda: _between("csl-json", b'{"source"', b"}, ", b""),
    "dol-csv": lambda: _rows("dol-csv", 1),
    "opensanctions-csv": lambda: _rows("opensanctions-csv", 1),
    "opensanctions-ftm": lambda: Layout(
        b"", ENTITIES.replace(b"NK-1", b"NK-#").replace(b"a1", b"a-#"), b""
    ),
    "csv": lambda: Layout(b"id,name,aliases\n", b"A-#,Example Works #,One|Two\n", b""),
}


def written(path: Path, layout: Layout, size: int) -> None:
    """Write a file of at least so many bytes."""
    with path.open("wb") as file:
        file.write(layout.beginning)
        number = 0
        while file.tell() < size:
            file.write(layout.part.replace(b"#", b"%d" % number))
            number += 1
        file.write(layout.end)


def written_workbook(path: Path, name: str, size: int, *, packed: bool) -> None:
    """Write a workbook with a sheet of so many bytes, its last row repeated.

    Without ``packed`` it is stored as it is, so that the file is as large as what it holds.
    """
    with zipfile.ZipFile(io.BytesIO(layouts.workbook(WORKBOOKS[name]()))) as small:
        parts = {part: small.read(part) for part in small.namelist()}
    sheet = parts.pop(_SHEET)
    end = sheet.index(b"</sheetData>")
    row = sheet[sheet.rindex(b"<row ", 0, end) : end]
    number = sheet.count(b"<row ")
    own = row.index(b'r="') + 3
    how = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(path, "w", how, compresslevel=1) as book:
        for part, text in parts.items():
            book.writestr(part, text)
        with book.open(_SHEET, "w", force_zip64=True) as stream:
            stream.write(sheet[:end])
            left = size - len(sheet)
            while left > 0:
                number += 1
                added = row[:own] + b"%d" % number + row[row.index(b'"', own) :]
                left -= stream.write(added)
            stream.write(sheet[end:])


def read(name: str, path: str, answer: "multiprocessing.Queue[tuple[str, int]]") -> None:
    """Put what came of a file, and the megabytes this process came to hold, into the answer."""
    before = held()
    small = FILES[name]() if name in FILES else ()
    others = [Source("beside", io.BytesIO(one)) for one in small[1:]]
    with Path(path).open("rb") as stream:
        items = format_named(name).read([Source(path, stream), *others])
        try:
            came = f"{sum(isinstance(one, Listed) for one in items):,} entries"
        except ListError as error:
            came = f"refused, {str(error).removeprefix(path)}"
    answer.put((came, held() - before))


def held() -> int:
    """Return the most memory this process ever held, in megabytes, as Linux counts it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) // 1024


def measured(name: str, path: Path) -> bool:
    """Print what reading a file took, and return whether it stayed within bounds."""
    context = multiprocessing.get_context("spawn")
    answer: multiprocessing.Queue[tuple[str, int]] = context.Queue()
    begun = time.perf_counter()
    process = context.Process(target=read, args=(name, str(path), answer))
    process.start()
    came, grown = answer.get(timeout=1_800)
    process.join()
    seconds = time.perf_counter() - begun
    size = path.stat().st_size // _MEGABYTE
    sys.stdout.write(f"{name}: {size} MB, {came}; {seconds:.0f} s, {grown} MB more memory\n")
    workbooks = dict.fromkeys(WORKBOOKS, WORKBOOK_MEGABYTES)
    most = {**PAGES, **HELD, **workbooks}.get(name, MOST_MEGABYTES)
    return came != "0 entries" and grown <= most


def workbooks(name: str, folder: Path, size: int) -> bool:
    """Print what came of a workbook of a size, and of the largest that is read."""
    path = folder / f"{name}.xlsx"
    written_workbook(path, name, size, packed=False)
    sound = measured(name, path)
    written_workbook(path, name, MAX_UNPACKED - _MEGABYTE, packed=True)
    sound &= measured(name, path)
    path.unlink()
    return sound


def refused(path: Path, home: Path) -> bool:
    """Print why a table of too many entries is no edition, and return whether it was refused."""
    search = NameSearch({}, (), frozenset(), ())
    order = Order(path=path, list_id="large", format_name="csv", day="2026-11-20")
    try:
        import_list(EditionStore(home), order, search, NOW)
    except ListError as error:
        sys.stdout.write(f"import: {str(error).splitlines()[0]}\n")
        return EditionStore(home).editions("large") == ()
    return False


def main() -> None:
    """Measure, and end with 1 if a bound does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--layout", action="append", choices=[*LAYOUTS, *WORKBOOKS], default=[])
    asked = parser.parse_args()
    size = asked.megabytes * _MEGABYTE
    with tempfile.TemporaryDirectory() as folder:
        sound = True
        for name in asked.layout or [*LAYOUTS, *WORKBOOKS]:
            if name in WORKBOOKS:
                sound &= workbooks(name, Path(folder), size)
                continue
            path = Path(folder) / f"{name}.txt"
            written(path, LAYOUTS[name](), size)
            sound &= measured(name, path)
            if name != "csv":
                path.unlink()
        if not asked.layout or "csv" in asked.layout:
            sound &= refused(Path(folder) / "csv.txt", Path(folder))
    sys.exit(0 if sound else 1)


if __name__ == "__main__":
    main()
