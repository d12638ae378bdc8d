"""A published file loads whole, or is refused with the place and what to do."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable, Iterable, Iterator

import pytest

from screener.errors import ListError
from screener.lists.formats import FORMATS, format_named
from screener.lists.readers.lines import MAX_LINE, Source
from tests.lists.published import layouts
from tests.lists.readers.files import ENTITIES, FILES, OWN, read

ALL = sorted(FILES)
CHANGED = {
    "ofac-sdn-csv": (b"\r\n", b",-0-\r\n"),
    "ofac-sdn-xml": (b"DocumentedName>", b"WrittenName>"),
    "un-xml": (b"LISTED_ON", b"LISTED_AT"),
    "uk-csv": (b"Regime Name", b"Regulations"),
    "uk-xml": (b"<UniqueID>", b"<Number>"),
    "eu-csv": (b"NameAlias_WholeName", b"NameAlias_FullName"),
    "eu-xml": (b"wholeName", b"fullName"),
    "uflpa-html": (b"Effective Date", b"Date of Effect"),
    "uflpa-csv": (b"Effective Date", b"Date of Effect"),
    "cbp-html": (b"Status Notes", b"Further Notes"),
    "cbp-csv": (b"Industry", b"Trade"),
    "csl-csv": (b"alt_names", b"other_names"),
    "csl-json": (b'"alt_names"', b'"other_names"'),
    "dol-csv": (b"Forced Labor", b"Labour by force"),
    "opensanctions-csv": (b"aliases", b"also_known_as"),
    "opensanctions-ftm": (b'"Company"', b'"Business"'),
    "csv": (b"listed_on", b"since"),
}
XML = [name for name in ALL if name.endswith("-xml")]
assert XML, "no format in XML"

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
<CONSOLIDATED_LIST>&lol2;</CONSOLIDATED_LIST>"""
OUTSIDE = b"""<?xml version="1.0"?>
<!DOCTYPE list SYSTEM "file:///etc/passwd"><CONSOLIDATED_LIST/>"""


def test_every_text_format_has_a_file() -> None:
    workbooks = {one.name for one in FORMATS if one.suffixes == (".xlsx",)}

    assert {one.name for one in FORMATS} == {
        *ALL,
        *workbooks,
        "ofac-consolidated-csv",
        "ofac-consolidated-xml",
    }


@pytest.mark.parametrize("name", ALL)
def test_file_as_published_is_read(name: str) -> None:
    assert read(name, *FILES[name]())


@pytest.mark.parametrize("name", ALL)
def test_file_cut_short_is_refused(name: str) -> None:
    first, *others = FILES[name]()
    cut = first.rstrip(b"\x1a\r\n")[:-3].rstrip(b",\r\n")

    with pytest.raises(ListError, match=r"^file0:\d+: .+; .+"):
        read(name, cut[: cut.rfind(b",")] if name.endswith("csv") else cut, *others)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_file_in_another_encoding_is_refused(name: str, encoding: str) -> None:
    first, *others = FILES[name]()
    if encoding == "utf-16" and name in XML:
        pytest.skip("a UTF-16 mark is part of XML, and read")
    text = first.decode().replace("e", "é", 1).replace("</html>", "é</html>")
    inside = first.replace(b"o", "é".encode("cp1252")) if encoding == "cp1252" else b""

    with pytest.raises(ListError, match=r"^file0:\d+: .+; .+"):
        read(name, inside or text.encode(encoding), *others)


@pytest.mark.parametrize("name", ALL)
def test_changed_layout_is_refused(name: str) -> None:
    first, *others = FILES[name]()
    was, now = CHANGED[name]
    assert was in first

    with pytest.raises(ListError, match=r"^file0:\d+: .+; .+"):
        read(name, first.replace(was, now), *others)


@pytest.mark.parametrize("content", [BOMB, OUTSIDE], ids=["entities", "another file"])
@pytest.mark.parametrize("name", XML)
def test_document_type_is_refused_before_it_is_used(name: str, content: bytes) -> None:
    with pytest.raises(ListError, match=r"^file0:2: declares a document type"):
        read(name, content)


def test_xml_too_deep_is_refused() -> None:
    (content,) = FILES["un-xml"]()
    deep = b"<NOTE>" * 40 + b"</NOTE>" * 40

    with pytest.raises(ListError, match="more than 30 elements within one another"):
        read("un-xml", content.replace(b"<SORT_KEY/>", deep, 1))


def test_entry_of_too_many_parts_is_refused() -> None:
    (content,) = FILES["un-xml"]()
    many = b"<NOTE/>" * 50_001

    with pytest.raises(ListError, match="one entry of more than 50,000 elements"):
        read("un-xml", content.replace(b"<SORT_KEY/>", many, 1))


def test_line_without_end_is_refused() -> None:
    with pytest.raises(ListError, match="a line of at most 1,000,000"):
        read("csv", OWN + b"x" * (MAX_LINE + 1))


def test_cell_without_end_is_refused() -> None:
    with pytest.raises(ListError, match="field larger than field limit"):
        read("csv", OWN + b'A-2,"' + b"long\n" * 40_000)


def test_workbook_that_unpacks_to_much_is_refused() -> None:
    pytest.importorskip("python_calamine", reason="the extra batch is not installed")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        book.writestr("xl/worksheets/sheet1.xml", bytes(100_000_001))

    with pytest.raises(ListError, match="unpacks to more than 100,000,000 bytes"):
        read("xlsx", packed.getvalue())


@pytest.mark.parametrize(
    ("further", "cells"),
    [
        ('<row r="9"><c r="XFD1048576"/></row>', "17,179,869,184"),
        ("<row r='9'><c t='n' r = 'XFD1048576'/></row>", "17,179,869,184"),
        ('<row r="1048576">' + "<c/>" * 30 + "</row>", "31,457,280"),
        ("<row/>" * 200_000 + "<row>" + "<c/>" * 200 + "</row>", "40,000,600"),
    ],
    ids=["place far off", "other quotes", "row far off", "places not stated"],
)
def test_sheet_of_too_many_cells_is_refused_before_it_is_opened(further: str, cells: str) -> None:
    packed = layouts.workbook([["id", "name"], ["A-1", "Example Works"]], further=further)

    with pytest.raises(ListError, match=f"^file0:1: a sheet that spans {cells} cells, more than"):
        read("xlsx", packed)


def test_tag_without_end_in_a_workbook_is_refused() -> None:
    further = f"<row r='3' spans='{' ' * 3_000_000}'/>"

    with pytest.raises(ListError, match="no sound workbook"):
        read("xlsx", layouts.workbook([["id", "name"]], further=further))


@pytest.mark.parametrize("layout", ["xlsx", "dol-xlsx"])
@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (0, "no sound workbook; the file may be cut short"),
        (1, "a workbook of more than 50,000,000 bytes; save the sheet as CSV"),
    ],
)
def test_workbook_is_refused_from_one_byte_over_the_limit_on(
    layout: str, more: int, problem: str
) -> None:
    pytest.importorskip("python_calamine", reason="the extra batch is not installed")

    with pytest.raises(ListError, match=problem):
        read(layout, b"PK\x03\x04" + bytes(50_000_000 - 4 + more))


def test_workbook_cut_short_is_refused() -> None:
    pytest.importorskip("python_calamine", reason="the extra batch is not installed")
    packed = layouts.workbook([["id", "name"], ["A-1", "Example Works"]])

    with pytest.raises(ListError, match="no sound workbook"):
        read("xlsx", packed[:-40])


class Endless(io.RawIOBase):
    """A stream of a beginning, a part as often as asked, and an end; never whole in memory."""

    def __init__(self, beginning: bytes, part: bytes, times: int, end: bytes) -> None:
        """Keep the parts."""
        self._parts = self._all(beginning, part, times, end)
        self._held = b""

    @staticmethod
    def _all(beginning: bytes, part: bytes, times: int, end: bytes) -> Iterator[bytes]:
        yield beginning
        for number in range(times):
            yield part.replace(b"#", b"%d" % number)
        yield end

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # a plain buffer
        """Fill the buffer."""
        while not self._held:
            part = next(self._parts, None)
            if part is None:
                return 0
            self._held = part
        size = min(len(buffer), len(self._held))
        buffer[:size] = self._held[:size]
        self._held = self._held[size:]
        return size


def _un(times: int) -> Endless:
    return _repeated("un-xml", b"<INDIVIDUAL>", b"</INDIVIDUAL>\n", times)


def _uk_xml(times: int) -> Endless:
    return _repeated("uk-xml", b"  <Designation>", b"</Designation>\n", times)


def _eu_xml(times: int) -> Endless:
    return _repeated("eu-xml", b"  <sanctionEntity ", b"</sanctionEntity>\n", times)


def _repeated(name: str, begins: bytes, ends: bytes, times: int) -> Endless:
    """Return a file whose first entry is repeated."""
    (content,) = FILES[name]()
    start, end = content.index(begins), content.index(ends) + len(ends)
    return Endless(content[:start], content[start:end], times, content[end:])


def _ofac_xml(times: int) -> Endless:
    """Return a file whose listings repeat: parties and places are held, listings are not."""
    return _repeated("ofac-sdn-xml", b"  <SanctionsEntry ", b"</SanctionsEntry>\n", times)


def _numbered(name: str, number: bytes) -> Callable[[int], Endless]:
    """Return a CSV file whose first entry is repeated under other numbers."""

    def made(times: int) -> Endless:
        (content,) = FILES[name]()
        start = content.index(b"\n", content.index(b"Name")) + 1
        rows = [row for row in content[start:].splitlines(keepends=True) if number in row]
        return Endless(content[:start], b"".join(rows).replace(number, number + b"#"), times, b"")

    return made


def _json(times: int) -> Endless:
    (content,) = FILES["csl-json"]()
    start, end = content.index(b'{"source"'), content.index(b', {"source"')
    return Endless(content[:start], content[start:end] + b", ", times, content[start:])


def _csv(times: int) -> Endless:
    return Endless(b"id,name,aliases\n", b"A-#,Example Works,One|Two\n" * 20, times, b"")


def _lines(times: int) -> Endless:
    part = ENTITIES.replace(b"NK-1", b"NK-#").replace(b"a1", b"a-#").replace(b"s1", b"s-#")
    return Endless(b"", part * 2, times, b"")


STREAMS: dict[str, Callable[[int], Endless]] = {
    "ofac-sdn-xml": _ofac_xml,
    "un-xml": _un,
    "uk-csv": _numbered("uk-csv", b"UNC0000"),
    "uk-xml": _uk_xml,
    "eu-csv": _numbered("eu-csv", b"2026;0"),
    "eu-xml": _eu_xml,
    "csl-json": _json,
    "csv": _csv,
    "opensanctions-ftm": _lines,
}


def _peak(stream: Endless, name: str) -> int:
    """Return the bytes held at most while a stream is read and nothing of it kept."""
    source = Source("file0", io.BufferedReader(stream))  # type: ignore[type-var]  # it reads
    tracemalloc.start()
    _spent(format_named(name).read([source]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def _spent(items: Iterable[object]) -> None:
    for _ in items:
        pass


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(STREAMS))
def test_memory_does_not_grow_with_the_file(name: str) -> None:
    small, large = _peak(STREAMS[name](100), name), _peak(STREAMS[name](1_000), name)

    assert large < small + 1_500_000
