"""Rows that sum up others are no records, whatever column their word stands in."""

from pathlib import Path

import pytest

from screener.pipeline import Screener
from tests.batch.files import orders_in, screened

WORDS = [
    "Total",
    "GRAND TOTAL:",
    "Sub-total",
    "小计",
    "合计：",
    "합계",
    "Итого",
    "ИТОГО",
    "Toplam",
    "Summe",
    "Razem",
]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("column", [0, 1])
def test_a_row_of_sums_is_rejected_with_its_reason(
    screener: Screener, tmp_path: Path, word: str, column: int
) -> None:
    path = tmp_path / "orders.csv"
    cells = [word, ""] if column == 0 else ["", word]
    path.write_text(
        f"Supplier,Item,Qty\nAcme,hats,10\n{','.join(cells)},10\nBolt Co,nuts,5\n", encoding="utf-8"
    )
    found = screened(screener, path)

    assert [row["Supplier"] for row in found.results] == ["Acme", "Bolt Co"]
    (reject,) = found.rejects
    assert reject["row"] == "3"
    assert "a sum of others" in reject["wrong"]


@pytest.mark.parametrize(
    "row", ["Total Energies,,1", "Total,fuel,1", "Sinuiju Total Factory,,1", "Totalt Hus AB,,1"]
)
def test_a_company_called_so_is_a_record(screener: Screener, tmp_path: Path, row: str) -> None:
    path = orders_in(tmp_path, f"Supplier,Item,Qty\nAcme,hats,10\n{row}\n")
    found = screened(screener, path)

    assert (len(found.results), len(found.rejects)) == (2, 0)
