"""Workbooks and Parquet files as programs write them: values are shown as they are, or told as unread."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from screener.batch.source import Reading
from screener.batch.values import cell_of
from screener.pipeline import Screener
from tests.batch.files import read_file, screened

HEADERS = ["Supplier", "Item", "Origin", "Price"]
UNKNOWN = "never calculated"


def uncalculated(path: Path, sheet: str = "Data") -> Path:
    """Write a workbook as programs do that calculate nothing, its second sheet the table."""
    made = path.with_name("made.xlsx")
    with xlsxwriter.Workbook(made) as book:
        book.add_worksheet("Cover").write_formula(0, 0, "=1+1", value=UNKNOWN)
        page = book.add_worksheet(sheet)
        page.write_row(0, 0, HEADERS)
        page.write_row(1, 0, ["Lyon Tricots", "hats", "FR"])
        page.write_formula(1, 3, "=2*3", value=6)
        page.write_formula(2, 0, '="Wuxi"&" Caps"', value=UNKNOWN)
        page.write_row(2, 1, ["caps", "CN"])
        page.write_formula(3, 0, "=A2", value=UNKNOWN)
        page.write_formula(4, 0, '=""', value="")
        page.write_row(4, 1, ["cups", "CN"])
        page.write_formula(4, 3, "=1/0", value="#DIV/0!")
    with zipfile.ZipFile(made) as given, zipfile.ZipFile(path, "w") as written:
        for name in given.namelist():
            data = given.read(name)
            data = data.replace(f"<v>{UNKNOWN}</v>".encode(), b"<v></v>")
            for row in (b"A1", b"A3", b"A4"):
                data = data.replace(b'<c r="' + row + b'" t="str"><f>', b'<c r="' + row + b'"><f>')
            # A formula that gives an empty text, as spreadsheet programs write it.
            data = data.replace(b'<c r="A5"><f>', b'<c r="A5" t="str"><f>')
            written.writestr(name, data)
    return path


@pytest.mark.parametrize("sheet", ["Data", "订单 & 1"])
def test_cells_without_a_value_are_told(screener: Screener, tmp_path: Path, sheet: str) -> None:
    found = read_file(screener, uncalculated(tmp_path / "o.xlsx", sheet))

    assert found.suppliers == ["Lyon Tricots", None, None]
    assert "formula was never calculated, read as blank: 2, the first A3; open" in found.remarks
    assert "cells in error, as #N/A, read as blank: 1, the first D5; mend" in found.remarks


def test_nothing_is_told_of_sheets_that_are_not_read(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "o.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Rates").write_formula(0, 0, "=1/0", value="#DIV/0!")
        page = book.add_worksheet("Data")
        page.write_row(0, 0, HEADERS)
        page.write_row(1, 0, ["Lyon Tricots", "hats", "FR", 3])

    assert "blank" not in read_file(screener, path, reading=Reading(sheet="Data")).remarks


def test_a_header_row_that_stands_again_in_a_sheet_is_left_out(
    screener: Screener, tmp_path: Path
) -> None:
    path = tmp_path / "o.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Supplier:", "Lyon Tricots"])
        page.write_row(2, 0, HEADERS[1:])
        page.write_row(3, 0, ["hats", "FR", 3])
        page.write_row(5, 0, HEADERS[1:])
        page.write_row(6, 0, ["caps", "CN", 3])
    found = read_file(screener, path)

    assert [one["product_description"] for one in found.values] == ["hats", "caps"]
    assert found.suppliers == ["Lyon Tricots"] * 2
    assert "left out: 1" in found.remarks


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1e-07, "0.0000001"),
        (1.234567890123457e19, "12345678901234570000"),
        (6117.0, "6117"),
        (-0.5, "-0.5"),
        (0.1 + 0.2, "0.30000000000000004"),
        (float("inf"), "inf"),
    ],
)
def test_a_number_is_shown_in_digits_and_no_more_than_it_has(value: float, shown: str) -> None:
    assert cell_of(value) == shown


def test_values_of_parquet_are_shown_whatever_their_kind(
    screener: Screener, tmp_path: Path
) -> None:
    path = tmp_path / "o.parquet"
    given = {
        "supplier": pa.array(["Lyon Tricots", "Wuxi Caps"]).dictionary_encode(),
        "item": pa.array(["hats", "caps"], pa.large_string()),
        "at": pa.array([1, 2_000_000_000], pa.timestamp("ns", "Asia/Shanghai")),
        "took": pa.array([1, None], pa.time64("ns")),
        "far": pa.array([2**53, 0], pa.timestamp("ms")),
        "on": pa.array([date(2026, 1, 5), None]),
        "unit price": pa.array([0.1, 1e20], pa.float32()),
        "weight": pa.array([1, None], pa.decimal128(12, 2)),
        "none": pa.nulls(2),
        "tags": pa.array([["a", "b"], []]),
        "more": pa.array([{"on": datetime(2026, 1, 5, 3)}, None]),  # noqa: DTZ001 - without a zone
    }
    pq.write_table(pa.table(given), path, version="2.6")
    first, second = screened(screener, path).results

    assert [first["supplier"], second["supplier"]] == ["Lyon Tricots", "Wuxi Caps"]
    assert [first["at"], second["at"]] == [
        "1970-01-01T08:00:00.000000001+0800", "1970-01-01T08:00:02+08:00",
    ]  # fmt: skip
    assert first["took"] == "00:00:00.000000001"
    assert second["far"] == "1970-01-01"
    assert [first["unit price"], second["unit price"]] == ["0.1", "100000000000000000000"]
    assert (first["on"], first["weight"], first["tags"]) == ("2026-01-05", "1.00", "a|b")
    assert first["more"] == '{"on": "2026-01-05T03:00:00"}'
    assert second["none"] == ""
