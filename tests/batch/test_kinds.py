"""The kinds of file beside CSV: workbooks, Parquet, packed text; each reads as the same rows."""

import gzip
import os
import subprocess
import sys
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter
import zstandard

from screener.batch import parquet, source, workbooks
from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.source import Reading, source_of
from screener.batch.tables import Item, Line, Reject
from screener.errors import InputError
from screener.pipeline import Screener
from tests.conftest import ROOT

HEADERS: list[object] = ["Order No", "Item", "HS code", "Order date", "Colour"]
TEXT = "Order No,Item,HS code,Order date,Colour\n1,hats,650500,2026-05-04,red\n2,cups,,,\n"
EXPECTED = [
    {"product_description": "hats", "hs_code": "650500", "doc_date": "2026-05-04"},
    {"product_description": "cups"},
]


def lines(screener: Screener, path: Path) -> list[Item]:
    return list(open_file(source_of(path), Dictionary(screener.fields)).lines)


def values(screener: Screener, path: Path) -> list[dict[str, str]]:
    return [line.values for line in lines(screener, path) if isinstance(line, Line)]


def workbook(path: Path, rows: list[list[object]], *, above: int = 0, sheet: str = "A") -> Path:
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        if sheet != "A":
            book.add_worksheet("Cover").write_row(0, 0, ["Hello", "there"])
        page = book.add_worksheet(sheet)
        for at, row in enumerate(rows, start=above):
            page.write_row(at, 0, row)
    return path


ROWS: list[list[object]] = [HEADERS, [1, "hats", 650500, date(2026, 5, 4), "red"], [2, "cups"]]


@pytest.mark.parametrize("name", ["o.csv.gz", "o.tsv.gz", "o.csv.zst"])
def test_packed_text_reads_as_plain_text(screener: Screener, tmp_path: Path, name: str) -> None:
    data = (TEXT.replace(",", "\t") if "tsv" in name else TEXT).encode()
    pack = gzip.compress if name.endswith("gz") else zstandard.ZstdCompressor().compress
    path = tmp_path / name
    path.write_bytes(pack(data[:40]) + pack(data[40:]))

    assert values(screener, path) == EXPECTED


@pytest.mark.parametrize("name", ["o.csv.gz", "o.csv.zst"])
def test_packed_text_cut_short_is_refused_even_after_its_last_row(
    screener: Screener, tmp_path: Path, name: str
) -> None:
    pack = gzip.compress if name.endswith("gz") else zstandard.ZstdCompressor().compress
    path = tmp_path / name
    path.write_bytes(pack(TEXT.encode())[:-6])

    with pytest.raises(InputError, match="cut short"):
        lines(screener, path)


@pytest.mark.parametrize("name", ["o.csv.gz", "o.csv.zst"])
def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(
    screener: Screener, tmp_path: Path, name: str
) -> None:
    row = b"1,hats,,," + b"x" * 100_000 + b"\n"
    data = TEXT.encode() + row * (source.UNPACKED_ANYWAY // 100_000 + 1)
    pack = gzip.compress if name.endswith("gz") else zstandard.ZstdCompressor().compress
    path = tmp_path / name
    path.write_bytes(pack(data))

    with pytest.raises(InputError, match="250 times"):
        sum(1 for _ in open_file(source_of(path), Dictionary(screener.fields)).lines)


@pytest.mark.parametrize("name", ["o.xlsx", "o.xlsm"])
def test_a_workbook_reads_as_the_text_of_its_cells(
    screener: Screener, tmp_path: Path, name: str
) -> None:
    assert values(screener, workbook(tmp_path / name, ROWS)) == EXPECTED


def test_titles_above_the_header_and_rows_below_keep_their_numbers(
    screener: Screener, tmp_path: Path
) -> None:
    rows: list[list[object]] = [["Purchase order 17"], [], *ROWS, [], ["total", "", "", "", "", 9]]
    opened = open_file(source_of(workbook(tmp_path / "o.xlsx", rows, above=2)),
                       Dictionary(screener.fields))  # fmt: skip
    found = list(opened.lines)

    assert [line.row for line in found] == [6, 7, 9]
    assert isinstance(found[2], Reject)
    assert "beyond the last of its 5 headers" in found[2].wrong
    assert "row 5" in " ".join(opened.remarks)


def test_merged_cells_formulas_and_errors_read_as_what_they_show(
    screener: Screener, tmp_path: Path
) -> None:
    path = tmp_path / "o.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.merge_range(0, 0, 0, 4, "Purchase order 17")
        page.write_row(1, 0, HEADERS)
        page.merge_range(2, 0, 3, 0, 1)
        page.write_formula(2, 1, '="ha"&"ts"', value="hats")
        page.write_row(2, 2, [1_012_100, 46_146])
        page.write_row(3, 1, ["cups", "'0101.21"])
        page.write_formula(3, 4, "=1/0", value="#DIV/0!")

    found = [line for line in lines(screener, path) if isinstance(line, Line)]
    assert [line.values for line in found] == [
        {"product_description": "hats", "hs_code": "1012100", "doc_date": "46146"},
        {"product_description": "cups", "hs_code": "'0101.21"},
    ]
    assert [line.row for line in found] == [3, 4]


def test_a_text_merged_over_rows_is_read_in_each_of_them(
    screener: Screener, tmp_path: Path
) -> None:
    path = tmp_path / "o.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.merge_range(0, 0, 1, 0, "Vendor")
        page.merge_range(0, 1, 0, 2, "Goods")
        page.write_row(1, 1, ["Description", "Amount"])
        page.merge_range(2, 0, 4, 0, "Sinuiju Textile Factory")
        page.write_row(2, 1, ["hats"])
        page.merge_range(2, 2, 3, 2, 90)
        page.write_row(3, 1, ["caps"])
        page.write_row(5, 1, ["cups"])

    found = [line for line in lines(screener, path) if isinstance(line, Line)]
    assert [(line.row, *line.cells) for line in found] == [
        (3, "Sinuiju Textile Factory", "hats", "90"),
        (4, "Sinuiju Textile Factory", "caps", ""),
        (6, "", "cups", ""),
    ]


def test_a_sheet_that_heads_one_field_gives_way_to_one_that_heads_more(
    screener: Screener, tmp_path: Path
) -> None:
    path = tmp_path / "o.xlsx"
    with xlsxwriter.Workbook(path) as book:
        cover, page = book.add_worksheet("Cover"), book.add_worksheet("Lines")
        cover.write_column(0, 0, ["Vendor", "see the next sheet"])
        page.write_row(0, 0, HEADERS)
        page.write_row(1, 0, [1, "hats"])

    opened = open_file(source_of(path), Dictionary(screener.fields))
    assert values(screener, path) == [{"product_description": "hats"}]
    assert "sheet 'Lines' is read, the others are not: 'Cover'" in opened.remarks


def test_a_hidden_sheet_is_read_only_where_none_in_view_has_a_header_row(
    screener: Screener, tmp_path: Path
) -> None:
    path = tmp_path / "o.xlsx"
    for seen, expected in ((HEADERS, "cups"), (["Hello"], "hats")):
        with xlsxwriter.Workbook(path) as book:
            old, new = book.add_worksheet("Old"), book.add_worksheet("New")
            old.write_row(0, 0, HEADERS)
            old.write_row(1, 0, [1, "hats"])
            new.write_row(0, 0, seen)
            new.write_row(1, 0, [1, "cups"])
            new.activate()
            new.set_first_sheet()
            old.hide()

        assert [value["product_description"] for value in values(screener, path)] == [expected]


def test_a_file_that_is_not_packed_as_its_name_says_is_refused(
    screener: Screener, tmp_path: Path
) -> None:
    for name, data in [("o.csv.gz", TEXT.encode()), ("o.csv.zst", gzip.compress(TEXT.encode()))]:
        (tmp_path / name).write_bytes(data)
        with pytest.raises(InputError, match="no sound"):
            lines(screener, tmp_path / name)


GIGABYTE = 1 << 30


@pytest.mark.slow
def test_a_line_of_a_gigabyte_is_refused_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    with path.open("wb") as file:
        file.write(b"Item,Vendor\nhats,Acme\n" + b"x" * (1 << 20))
        file.truncate(GIGABYTE)  # the rest is zeros that take no room on the disk
    run = f"""
from pathlib import Path
from screener.cli.main import main
code = main(["screen", {str(path)!r}])
# What the kernel calls the peak of a process may be that of the one that started it.
peak = next(one for one in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in one)
print(code, peak.split()[1])
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", run], env=environment, capture_output=True, text=True, check=True
    )
    code, kilobytes = map(int, done.stdout.split()[-2:])

    assert code == 3
    assert "characters or more; no record has" in done.stderr
    assert kilobytes < 700_000


def test_the_first_sheet_with_a_header_row_is_read_and_the_others_named(
    screener: Screener, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "o.xlsx", ROWS, sheet="Orders")
    opened = open_file(source_of(path), Dictionary(screener.fields))

    assert "sheet 'Orders' is read, the others are not: 'Cover'" in opened.remarks
    assert len(list(opened.lines)) == 2


def test_a_workbook_without_cells_is_refused(screener: Screener, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="empty"):
        lines(screener, workbook(tmp_path / "o.xlsx", []))


def test_a_cell_far_off_is_refused_before_the_sheet_is_held(
    screener: Screener, tmp_path: Path
) -> None:
    path = tmp_path / "o.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADERS)
        page.write(1_048_575, 16_383, "far")

    with pytest.raises(InputError, match="spans 17,179,869,184 cells"):
        lines(screener, path)


def test_a_workbook_that_unpacks_to_a_huge_one_is_refused(
    screener: Screener, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "o.xlsx", ROWS)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/media/bomb.bin", b"\0" * (workbooks.UNPACKED_ANYWAY + 1))

    with pytest.raises(InputError, match="unpacks to"):
        lines(screener, path)


def test_a_part_whose_size_lies_is_refused(screener: Screener, tmp_path: Path) -> None:
    path = workbook(tmp_path / "o.xlsx", ROWS)
    with zipfile.ZipFile(path) as packed:
        size = packed.getinfo("xl/worksheets/sheet1.xml").file_size
    data = path.read_bytes()
    path.write_bytes(data.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little")))

    with pytest.raises(InputError, match="no sound workbook"):
        lines(screener, path)


def test_a_parquet_file_reads_as_the_text_of_its_cells(screener: Screener, tmp_path: Path) -> None:
    table = pa.table(
        {
            "Order No": [1, 2],
            "Item": ["hats", "cups"],
            "HS code": [650500.0, None],
            "Order date": [date(2026, 5, 4), None],
            "unit_price": [Decimal("4.50"), None],
            "documents": [["audit", "payroll"], None],
            "seen": [datetime(2026, 5, 4, 3, 2), None],  # noqa: DTZ001 - files hold such moments
        }
    )
    pq.write_table(table, tmp_path / "o.parquet")
    first, second = lines(screener, tmp_path / "o.parquet")

    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert first.values == EXPECTED[0] | {"unit_price": "4.50", "documents": "audit|payroll"}
    assert second.values == EXPECTED[1]
    assert first.cells[-1] == "2026-05-04T03:02:00"
    assert (first.row, second.row) == (1, 2)


def test_a_row_group_too_large_is_refused(
    screener: Screener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pq.write_table(pa.table({"Item": ["hats"]}), tmp_path / "o.parquet")
    monkeypatch.setattr(parquet, "MOST_UNPACKED", 10)

    with pytest.raises(InputError, match="row group"):
        lines(screener, tmp_path / "o.parquet")


@pytest.mark.parametrize("name", ["o.xlsx.gz", "o.parquet.zst", "o.pdf", "o", "o.gz"])
def test_other_kinds_are_refused_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")

    with pytest.raises(InputError, match=name):
        source_of(tmp_path / name)


@pytest.mark.parametrize("name", ["o.csv", "o.csv.gz", "o.jsonl"])
def test_a_source_knows_how_much_of_it_was_read(
    screener: Screener, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    rows = [f"{at},hats {at * 7919},,,\n" for at in range(20_000)]
    text = "\n".join(['{"Item": "hats"}'] * 20_000) if "jsonl" in name else TEXT + "".join(rows)
    path.write_bytes(gzip.compress(text.encode()) if name.endswith("gz") else text.encode())
    file = source_of(path)
    before = file.share_read()
    shares = []
    for number, _ in enumerate(open_file(file, Dictionary(screener.fields)).lines):
        if number % 5_000 == 0:
            shares.append(file.share_read() or 0)

    assert before is None
    assert shares == sorted(shares)
    assert 0 < shares[1] < 1
    assert file.share_read() == 1


def test_a_sheet_is_read_by_its_name_or_number(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "o.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, item in (("Orders", "hats"), ("1", "cups"), ("Old", "caps")):
            page = book.add_worksheet(name)
            page.write_row(0, 0, HEADERS)
            page.write_row(1, 0, [1, item])
        page.hide()
        book.add_worksheet("Blank")

    def read(sheet: str) -> tuple[object, tuple[str, ...]]:
        opened = open_file(source_of(path), Dictionary(screener.fields), Reading(sheet=sheet))
        (line,) = opened.lines
        assert isinstance(line, Line)
        return line.values["product_description"], opened.remarks

    # A name comes before a number.
    assert [read(sheet)[0] for sheet in ("Orders", "1", "2", "Old", "3")] == [
        "hats", "cups", "cups", "caps", "caps",
    ]  # fmt: skip
    assert "sheet 'Old' is read, the others are not: 'Orders', '1', 'Blank'" in read("Old")[1]
    with pytest.raises(InputError, match=r"'Lines' is no sheet .* 'Orders', '1', 'Old', 'Blank'"):
        read("Lines")
    with pytest.raises(InputError, match="'9' is no sheet"):
        read("9")
    with pytest.raises(InputError, match="'Blank' is empty"):
        read("Blank")


def test_a_sheet_of_what_is_no_workbook_is_refused(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    path.write_text("Item\nhats\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"o\.csv is none"):
        open_file(source_of(path), Dictionary(screener.fields), Reading(sheet="Orders"))


def test_carried_bytes_of_parquet_reject_no_row(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "o.parquet"
    table = pa.table({
        "Item": ["hats", "cups"],
        "key": pa.array([b"\x00\xff", b"plain"], pa.binary()),
        "photo": pa.array([b"\x89PNG" * 1_000, None], pa.large_binary()),
        "sku": ["a\0b", "c"],
    })  # fmt: skip
    pq.write_table(table, path)
    opened = open_file(source_of(path), Dictionary(screener.fields))
    first, second = opened.lines

    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert first.cells[1] == "0x00ff"
    assert first.cells[2].startswith("0x89504e47")
    assert first.cells[2].endswith(" … (4,000 bytes)")
    assert first.cells[3] == "0x610062"
    assert second.cells == ("cups", "plain", "", "c")
    assert "digits: 'key', 'photo'" in " ".join(opened.remarks)


def test_bytes_of_parquet_that_are_read_must_be_text(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "o.parquet"
    items = pa.array([b"hats", "帽子".encode("gb18030"), b"h\0ats"], pa.binary())
    pq.write_table(pa.table({"Item": items}), path)
    first, *others = open_file(source_of(path), Dictionary(screener.fields)).lines

    assert isinstance(first, Line)
    assert all(isinstance(one, Reject) and one.column == "Item" for one in others)
