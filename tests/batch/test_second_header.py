"""A second header row, in another language or in a system's names, is rejected and no record."""

from pathlib import Path

import pytest
import xlsxwriter

from screener.batch.mapping import Dictionary
from screener.pipeline import Screener
from tests.batch.files import orders_in, read_file, screened

HEADER = "Supplier,Item description,Country of origin,Qty,Shelf"
ROWS = ("Acme,hats,IT,10,a", "Bolt Co,nuts,CN,5,b")
AGAIN = [
    "供应商,品名,原产国,数量,货架",
    "공급업체,품목명,원산지,수량,선반",
    "Lieferant,Bezeichnung,Ursprungsland,Menge,Regal",
    "Поставщик,Наименование товара,Страна происхождения,Количество,Полка",
    "supplier_name,product_description,country_of_origin,quantity,shelf",
    "供应商,,原产国,数量,",
    "供应商,品名,原产国,数一数,货架",
]
RECORDS = [
    "供应商,帽子,CN,10,a",
    "Factory Outlet,goods,Italy,10,a",
    "供应商,品名,原产国,10,货架",
    "Lieferant GmbH,Bezeichnung neu,DE,zehn,Regal",
]


@pytest.mark.parametrize("again", AGAIN)
def test_heads_once_more_are_rejected_with_their_reason(
    screener: Screener, tmp_path: Path, again: str
) -> None:
    path = orders_in(tmp_path, "\n".join((HEADER, again, *ROWS)) + "\n")

    found = screened(screener, path, encoding="utf-8")

    assert [row["Supplier"] for row in found.results] == ["Acme", "Bolt Co"]
    (reject,) = found.rejects
    assert reject["row"] == "2"
    assert "heads the columns once more" in reject["wrong"]
    assert reject["remedy"]


@pytest.mark.parametrize("row", RECORDS)
def test_a_first_row_that_says_something_is_a_record(
    screener: Screener, tmp_path: Path, row: str
) -> None:
    path = orders_in(tmp_path, "\n".join((HEADER, row, *ROWS)) + "\n")

    found = read_file(screener, path)

    assert len(found.values) == 3
    assert found.rejects == []


def test_heads_that_each_page_repeats_are_all_rejected(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    page = [HEADER, AGAIN[0], *(f"Acme {at},hats,IT,10,a" for at in range(5_000))]
    path.write_text("\n".join(page * 3) + "\n", encoding="utf-8")

    found = read_file(screener, path)

    assert [one.row for one in found.rejects] == [2, 5_004, 10_006]
    assert len(found.values) == 15_000
    assert "repeat the header row, left out: 2" in found.remarks


def test_two_rows_of_a_sheet_head_the_columns_once_more(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        for at, row in enumerate((HEADER, AGAIN[0], AGAIN[4], *ROWS, AGAIN[0])):
            page.write_row(at, 0, row.split(","))

    found = read_file(screener, path)

    assert [one.row for one in found.rejects] == [2, 3, 6]
    assert found.suppliers == ["Acme", "Bolt Co"]


def test_heads_once_more_are_found_under_a_mapping_of_the_user(
    screener: Screener, tmp_path: Path
) -> None:
    path = orders_in(tmp_path, "Wer,Was,Regal\n供应商,品名,货架\nAcme,hats,a\n")
    own = Dictionary(screener.fields, {"Wer": "supplier_name", "Was": "product_description"})

    found = screened(screener, path, mapping=own)

    assert [one["row"] for one in found.rejects] == ["2"]
    assert [row["Wer"] for row in found.results] == ["Acme"]
