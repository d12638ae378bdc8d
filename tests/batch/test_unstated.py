"""A row of "N/A", "TBD" and 待定 says as little as an empty one: never clear, but rejected."""

from pathlib import Path

import pyarrow as pa
import pytest

from screener.errors import InputError
from screener.model.record import Record
from screener.pipeline import Screener
from tests.batch.files import orders_in, screened

HEADER = "Supplier,Item,Country of origin,HS code,Notes,Qty\n"
SAYS_NOTHING = [
    "N/A,TBD,-,,,10",
    "unknown,none,N/A,-,n.a.,10",
    "待定,未知,无,,,10",
    "미정,해당 없음,-,,,10",
    "неизвестно,нет,н/д,0,,10",
    "Unbekannt,k. A.,--,,,10",
    ",#N/A,,,,10",
    "TBD,Total,-,,,10",
]
SAYS_SOMETHING = [
    "N/A,hats,-,,,10",
    "unknown,TBD,CN,,,10",
    "TBD,TBD,-,6505.00,,10",
    "无锡市服装厂,待定,,,,10",
    "N/A,N/A,N/A,,made in Sinuiju,10",
    "Nil Kamal Ltd,none,,,,10",
    "confidential,TBD,,,,10",
]


@pytest.mark.parametrize("row", SAYS_NOTHING)
def test_a_row_that_states_nothing_is_rejected_with_its_reason(
    screener: Screener, tmp_path: Path, row: str
) -> None:
    path = orders_in(tmp_path, f"{HEADER}Acme,hats,IT,,,10\n{row}\nBolt Co,nuts,,,,5\n")

    found = screened(screener, path)

    assert [row["Supplier"] for row in found.results] == ["Acme", "Bolt Co"]
    (reject,) = found.rejects
    assert reject["row"] == "3"
    assert "not stated" in reject["wrong"] or "a sum of others" in reject["wrong"]
    assert reject["remedy"]


@pytest.mark.parametrize("row", SAYS_SOMETHING)
def test_one_cell_that_says_something_makes_a_record(
    screener: Screener, tmp_path: Path, row: str
) -> None:
    path = orders_in(tmp_path, f"{HEADER}Acme,hats,IT,,,10\n{row}\n")

    found = screened(screener, path)

    assert (len(found.results), len(found.rejects)) == (2, 0)


def test_a_column_read_from_two_says_nothing_where_both_do(
    screener: Screener, tmp_path: Path
) -> None:
    path = orders_in(tmp_path, "Supplier,Vendor name,Item\nN/A,TBD,-\nN/A,Acme,-\n")

    found = screened(screener, path)

    assert [row["Vendor name"] for row in found.results] == ["Acme"]
    assert [one["row"] for one in found.rejects] == ["2"]


def test_rows_of_a_long_file_are_rejected_alike(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    sound, empty = "Acme {},hats,IT,,,10\n", "待定,N/A,-,,,10\n"
    path.write_text(
        HEADER + "".join(empty if at % 1_000 == 7 else sound.format(at) for at in range(6_000)),
        encoding="utf-8",
    )

    found = screened(screener, path)

    assert [one["row"] for one in found.rejects] == [str(at + 2) for at in range(7, 6_000, 1_000)]
    assert len(found.results) == 6_000 - 6


@pytest.mark.parametrize("word", ["N/A", "待定", "-"])
def test_a_record_that_states_nothing_is_refused(screener: Screener, word: str) -> None:
    record = Record(line_id="1", supplier_name=word, product_description=word, quantity="5")

    with pytest.raises(InputError, match="holds nothing to screen"):
        screener.screen(record)


def test_a_table_has_no_tier_for_a_row_that_states_nothing(screener: Screener) -> None:
    given = {"supplier_name": ["N/A", "Acme", "TBD"], "product_description": ["-", "-", "hats"]}

    tiers = screener.screen_table(pa.table(given)).column("tier").to_pylist()

    assert tiers == [None, "T0", "T0"]
