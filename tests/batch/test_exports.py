"""Files as the systems of brokers, customs and companies write them: each row is read right, or told."""

import gzip
import json
from pathlib import Path
from typing import NamedTuple

import pytest

from screener.batch.source import source_of
from screener.errors import InputError
from screener.pipeline import Screener
from tests.batch.files import read_file, screened

HEADER = "Supplier,Item,Country of origin,Shelf\n"
MILL, SHOP = "Lyon Tricots", "Wuxi Caps"
ROWS = f"{MILL},hats,FR,a\n{SHOP},caps,CN,b\n"


class Export(NamedTuple):
    """A file, the suppliers that are read from it, and where and why rows are rejected."""

    data: bytes
    suppliers: list[str | None]
    rejects: tuple[tuple[int, str, str], ...] = ()
    told: str = ""
    name: str = "orders.csv"


def text(data: str, *suppliers: str | None, told: str = "", name: str = "orders.csv") -> Export:
    """Return a sound export in UTF-8, by default of both suppliers."""
    return Export(data.encode(), list(suppliers) or [MILL, SHOP], told=told, name=name)


SAP = f"""17.11.2025                     Dynamic List Display                       1
-----------------------------------------------------------------
|PO   |Vendor Name    |Ctry|Short Text   |  Net Price|Crcy |
-----------------------------------------------------------------
|   10|{MILL}   |FR  |KNITTED HATS |   1.234,50|EUR  |
|   20|{SHOP}      |CN  |CAPS         |      12,50|USD  |
-----------------------------------------------------------------
|*    |               |    |             |   1.247,00|EUR  |
-----------------------------------------------------------------
"""
JAPANESE = f"サプライヤー名,商品名,原産地,税番\n{MILL},ニット帽,フランス,6505.00\n{SHOP},帽子,中国,6505.00\n"
KOREAN = (
    f"공급자\t품목명\t원산지국가\t세번부호\n{MILL}\t모자\t프랑스\t6505\n{SHOP}\t모자\t중국\t6505\n"
)

EXPORTS = {
    "a list of SAP with drawn lines and totals": Export(
        SAP.encode(), [f"{MILL}   ", f"{SHOP}      "], ((8, "", "nothing to screen"),),
        "the header row is row 3", "list.txt"),
    "a delimiter behind each row but the header": text(
        HEADER + f"{MILL},hats,FR,a,\n{SHOP},caps,CN,b,,\n"),
    "a cell with a line break and a delimiter behind it": text(
        HEADER + f'"{MILL}","ha\nts",FR,a,\n{SHOP},caps,CN,b,\n'),
    "a filled cell behind the header": Export(
        f"{HEADER}{MILL},hats,FR,a,x\n{SHOP},caps,CN,b,\n".encode(), [SHOP],
        ((2, "", "the row has 5 cells"),)),
    "nameless columns that some rows lack": text(
        f"Supplier\tItem\tOrigin\t\t\r\n{MILL}\thats\tFR\r\n{SHOP}\tcaps\tCN\t\t\t\r\n"),
    "a row cut short": Export(
        f"{HEADER}{MILL},hats\n{SHOP},caps,CN,b\n".encode(), [SHOP],
        ((2, "", "the row has 2 cells"),)),
    "the header row on each page": text(
        HEADER + f"{MILL},hats,FR,a\n\n" + HEADER + f"{SHOP},caps,CN,b\n" + HEADER,
        told="rows that repeat the header row, left out: 2"),
    "a padded header row once more": text(
        f"Supplier|Item |Origin\n{MILL}|hats |FR\nSupplier |Item |Origin \n{SHOP}|caps |CN\n",
        told="left out: 1"),
    "a row that repeats one header alone": text(
        f"{HEADER}{MILL},Item,FR,a\nSupplier,caps,CN,b\n", MILL, "Supplier"),
    "the mark by which DOS ends a text": text(HEADER + ROWS + "\x1a"),
    "lines drawn under the header and the rows": text(
        f"Supplier\tItem\tOrigin\n========\n{MILL}\thats\tFR\n{SHOP}\tcaps\tCN\n--------\n"),
    "the delimiter named by a spreadsheet": text(
        f"sep=;\r\nSupplier;Item;Origin\r\n{MILL};hats, knit;FR\r\n{SHOP};caps;CN\r\n"),
    "a note below the table": Export(
        f"{HEADER}{ROWS}*** end of report ***\n".encode(), [MILL, SHOP],
        ((4, "", "the row has 1 cell,"),)),
    "a NUL in a carried cell": text(
        f"{HEADER}{MILL},hats,FR,a\0b\n{SHOP},caps,CN,b\n", told="column 'Shelf'"),
    "a NUL in a cell that is read": Export(
        f"{HEADER}{MILL}\0,hats,FR,a\n{SHOP},caps,CN,b\n".encode(), [SHOP],
        ((2, "Supplier", "NUL"),)),
    "a row of another encoding among many": Export(
        (HEADER + "Müller,Hüte,DE,ü\n" * 20).encode() + "供应商,帽子,CN,x\n".encode("gb18030"),
        ["Müller"] * 20, ((22, "Supplier", "no text in the encoding"),), "utf-8 but for"),
    "a carried cell of another encoding among many": Export(
        (HEADER + "Müller,Hüte,DE,ü\n" * 20).encode() + f"{MILL},hats,FR,\xfc\n".encode("cp1252"),
        [*["Müller"] * 20, MILL], (), "column 'Shelf': cells with what is no text"),
    "vendors by number and by name": text(
        f"Vendor,Vendor Name,Material Description\n100234,{MILL},hats\n100235,{SHOP},caps\n",
        f"100234 / {MILL}", f"100235 / {SHOP}", told="supplier_name: put together"),
    "a seller and an exporter": text(
        f"Supplier,Exporter,Item\n{SHOP},{MILL},hats\n{SHOP},{SHOP.upper()},caps\n{SHOP},,caps\n",
        f"{SHOP} / {MILL}", SHOP, SHOP),
    "headers in Japanese": Export(JAPANESE.encode("shift_jis"), [MILL, SHOP], (), "shift_jis"),
    "headers in Korean": Export(KOREAN.encode("cp949"), [MILL, SHOP], (), "cp949"),
    "UTF-16 without a mark": Export((HEADER + ROWS).encode("utf-16-le"), [MILL, SHOP]),
    "rows after one another in several parts": Export(
        gzip.compress((HEADER + f"{MILL},hats,FR,a\n").encode())
        + gzip.compress(f"{SHOP},caps,CN,b\n".encode()), [MILL, SHOP], name="orders.csv.gz"),
    "objects with blank lines and a mark": text(
        "\ufeff" + "\n\n".join(json.dumps({"supplier": one, "more": {"a": 1}})
                               for one in (MILL, SHOP)), name="orders.jsonl"),
}  # fmt: skip


@pytest.mark.parametrize("kind", EXPORTS)
def test_an_export_gives_its_suppliers_and_rejects(
    screener: Screener, tmp_path: Path, kind: str
) -> None:
    export = EXPORTS[kind]
    path = tmp_path / export.name
    path.write_bytes(export.data)
    found = read_file(screener, path)

    assert found.suppliers == export.suppliers
    assert export.told in found.remarks
    assert [(one.row, one.column) for one in found.rejects] == [
        (row, column) for row, column, _ in export.rejects
    ]
    for reject, (_, _, wrong) in zip(found.rejects, export.rejects, strict=True):
        assert wrong in reject.wrong
        assert reject.remedy


def test_columns_of_one_place_are_all_read(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("Item,Country of origin,Origin,HS code,HTS\nhats,CN,KP,6505,6117\n", "utf-8")

    (values,) = read_file(screener, path).values
    assert values["country_of_origin"] == "CN; KP"
    assert values["hs_code"] == "6505"
    (row,) = screened(screener, path).results
    assert row["tier"] == "T4"


def test_many_pages_are_read_as_rows_one_by_one_are(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    page = HEADER + "".join(f"Mill {at},hats,FR,a\n" for at in range(50))
    path.write_text(page * 400, encoding="utf-8")
    found = read_file(screener, path)

    assert found.suppliers == [f"Mill {at}" for at in range(50)] * 400
    assert "left out: 399" in found.remarks


def test_carried_cells_that_are_no_text_are_shown_with_signs(
    screener: Screener, tmp_path: Path
) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(HEADER.encode() + b"Lyon,hats,FR,a\0b\nLyon,caps,FR,\xff\n")
    found = screened(screener, path, encoding="utf-8")

    assert [row["Shelf"] for row in found.results] == ["a␀b", "\\xff"]
    assert "(␀ for NUL, \\xNN for a byte): 2" in " ".join(found.remarks)


def test_a_reject_shows_bytes_that_are_no_text(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(HEADER.encode() + b"Ly\xffon\0,hats,FR,a\n")

    (reject,) = screened(screener, path, encoding="utf-8").rejects
    assert reject["text"] == "Ly\\xffon␀,hats,FR,a"


def test_numbers_of_json_keep_their_digits(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "orders.jsonl"
    written = ["0.1000", "1e400", "1.5E+3", "12345678901234567890.25", "7"]
    lines = (f'{{"item": "hats", "shelf": {one}}}' for one in written)
    path.write_text("\n".join(lines), encoding="utf-8")

    shown = [row["shelf"] for row in screened(screener, path).results]
    assert shown == ["0.1000", "1e400", "1500", "12345678901234567890.25", "7"]


def test_a_code_that_a_spreadsheet_shortened_is_told(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text('Item,HS code\nhats,6.51E+09\ncaps,"9,5e+9"\nfish,304891000\n', "utf-8")

    wrong = [one["wrong"] for one in screened(screener, path).problems]
    assert wrong[:2] == ["a spreadsheet shortened the code"] * 2
    assert "odd number of digits" in wrong[2]


REFUSED = {
    "a workbook named as text": ("o.csv", b"PK\x03\x04\x14\0", "name a workbook .xlsx"),
    "an old workbook": ("o.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .xlsx"),
    "a locked workbook": (
        "o.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "one with a password"),
    "text named as a workbook": ("o.xlsx", (HEADER + ROWS).encode(), "name it .csv"),
    "a web page named as a workbook": ("o.xlsx", b"<html><table>", "a web page"),
    "a web page instead of the file": ("o.csv", b"\r\n<!DOCTYPE html>", "a web page"),
    "packed, but not named so": ("o.csv", gzip.compress(b"Item\nhats\n"), "add .gz"),
    "Parquet named as text": ("o.txt", b"PAR1\x15\x04", "name it .parquet"),
    "a PDF": ("o.csv", b"%PDF-1.7\n", "a PDF; export"),
    "an open document": ("o.ods", b"PK\x03\x04", "save it as .xlsx or CSV"),
    "an array of JSON": ("o.json", b'[{"item": "hats"}]', "one object a line"),
    "an array of JSON named as lines": ("o.jsonl", b'[{"item": "hats"}]', "one JSON object a line"),
    "another delimiter": ("o.csv", b"Supplier^Item\nA^hats\n", "parted by comma"),
    "headers in an encoding guessed wrong": (
        "o.csv", "仕入先名,品名\n東京商店,帽子\n".encode("euc_jp"), "guessed.*--encoding"),
    "a header alone": ("o.csv", HEADER.encode(), "no rows"),
    "nothing": ("o.xlsx", b"", "no sound workbook"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_table_is_refused_with_what_to_do(
    screener: Screener, tmp_path: Path, kind: str
) -> None:
    name, data, told = REFUSED[kind]
    (tmp_path / name).write_bytes(data)

    with pytest.raises(InputError, match=told):
        screened(screener, tmp_path / name)


def test_an_ending_that_is_not_known_has_no_remedy(tmp_path: Path) -> None:
    (tmp_path / "o.dat").write_bytes(b"x")

    with pytest.raises(InputError, match=r"or \.zst of text$"):
        source_of(tmp_path / "o.dat")
