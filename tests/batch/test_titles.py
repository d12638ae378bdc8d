"""What stands above a table and holds of all of it: read under its label, in every record."""

from pathlib import Path

import pytest
import xlsxwriter

from screener.pipeline import Screener
from tests.batch.files import screened

ORDER = """\
PURCHASE ORDER 123
Supplier: Dandong Example Trading Co., Ltd.,,,
Manufacturer,Sinuiju Garment Factory,,
供应商地址 / Supplier address：,"12 Bin Road, Dandong",,
Country of origin:,,,
No.,Description,Qty,Price
1,knitted hats,100,2.5
2,dolls,50,1.2
,,150,
3,seat pads
"""


def test_statements_are_columns_of_the_results(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "order.csv"
    path.write_text(ORDER, encoding="utf-8")

    found = screened(screener, path)

    names = ("Supplier", "Manufacturer", "供应商地址 / Supplier address")
    given = ("Dandong Example Trading Co., Ltd.", "Sinuiju Garment Factory", "12 Bin Road, Dandong")
    assert [tuple(row[name] for name in names) for row in found.results] == [given, given]
    assert [row["tier"] for row in found.results] == ["T4", "T4"]
    assert "Country of origin" not in found.results[0]
    assert [(row["row"], row["wrong"]) for row in found.rejects] == [
        ("9", "the row holds nothing to screen: no party, product, place or code"),
        ("10", "the row has 2 cells, the header has 4"),
    ]
    assert any(
        "supplier_name ('Supplier'), manufacturer_name ('Manufacturer')" in remark
        for remark in found.remarks
    )


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("供应商：", "新义州制衣厂"), ("공급자:", "신의주 피복공장"), ("Shipper: ", "Sinuiju Trading"),
        ("产地：", "朝鲜"), ("Origin: ", "DPRK"), ("Lieferant: ", "Sinuiju Trading"),
    ],
)  # fmt: skip
def test_a_party_or_origin_above_the_table_is_screened(
    screener: Screener, tmp_path: Path, label: str, value: str
) -> None:
    path = tmp_path / "order.csv"
    path.write_text(f"{label}{value},\nItem,Quantity\nhats,5\n", encoding="utf-8")

    assert [row["tier"] for row in screened(screener, path).results] == ["T4"]


@pytest.mark.parametrize(
    "above",
    [
        "Supplier:,",
        "list of the supplier: see below,",
        "Quantity: 5,",
        "Item: dolls of Sinuiju,",
        "Origin of the goods is told in the notes,",
    ],
)
def test_what_states_no_field_that_the_table_lacks_is_a_title(
    screener: Screener, tmp_path: Path, above: str
) -> None:
    path = tmp_path / "order.csv"
    path.write_text(f"{above}\nItem,Supplier city\nhats,Porto\n", encoding="utf-8")

    found = screened(screener, path)

    assert list(found.results[0])[:3] == ["Item", "Supplier city", "tier"]
    assert found.results[0]["tier"] == "T0"


def test_a_workbook_states_above_its_table_too(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "order.xlsx"
    rows = [
        ["PACKING LIST"], ["Shipper:", "", "Sinuiju Trading Corporation"], ["Date:", "", "2026-11-01"],
        ["Description", "Cartons", "Net weight"], ["hats", 3, 40], ["", 3, 40],
    ]  # fmt: skip
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)

    found = screened(screener, path)

    assert [(row["Shipper"], row["tier"]) for row in found.results] == [
        ("Sinuiju Trading Corporation", "T4")
    ]
    assert [row["row"] for row in found.rejects] == ["6"]
