"""Listings by groups: rows without their maker are told, and filled where a user asks for it."""

from pathlib import Path

import pytest

from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.source import Reading, source_of
from screener.batch.tables import Line
from screener.errors import InputError
from screener.pipeline import Screener
from tests.batch.files import orders_in, screened

GROUPED = (
    "Supplier,Item,qty\n"
    ",scarves,1\n"
    "Pyongyang Knitting Factory,hats,5\n"
    ",gloves,5\n"
    "\n"
    ",socks,5\n"
    ",,15\n"
    "Lyon Tricots,hats,5\n"
    " ,caps,5\n"
)


def makers(screener: Screener, path: Path, *columns: str) -> list[str | None]:
    """Return the supplier that each record is read with."""
    opened = open_file(source_of(path), Dictionary(screener.fields), Reading(fill_down=columns))
    return [one.values.get("supplier_name") for one in opened.lines if isinstance(one, Line)]


@pytest.fixture
def grouped(tmp_path: Path) -> Path:
    return orders_in(tmp_path, GROUPED)


def test_rows_below_a_maker_without_one_are_told(screener: Screener, grouped: Path) -> None:
    found = screened(screener, grouped)

    (remark,) = [one for one in found.remarks if "--fill-down" in one]
    assert "rows without supplier_name below a row with one: 3," in remark
    assert remark.endswith("--fill-down 'Supplier'")
    assert [row["Supplier"].strip() for row in found.results].count("") == 4


def test_many_rows_are_counted_as_one_by_one(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    rows = [f"{'Lyon Tricots' if at % 7 == 3 else ''},hats {at},5\n" for at in range(5_000)]
    path.write_text("".join(["Supplier,Item,qty\n", *rows]), encoding="utf-8")
    opened = open_file(source_of(path), Dictionary(screener.fields))
    assert not opened.late()
    for _ in opened.stretches:
        pass

    blank = sum(at % 7 != 3 for at in range(3, 5_000))
    assert f"below a row with one: {blank:,}," in " ".join(opened.late())


HERE_AND_THERE = {
    "few makers are missing": ["A", "B", "", "C", "D", "E", "F", "G", "H", "I"],
    "each row names its maker": ["A", "A", "A", "", "A", "B", "B", "", "B", "B", "", "B"],
    "a part of the file names none": [*"ABCDEFGH", *[""] * 20],
    "no maker": ["", ""],
}
GROUPS = {
    "every group": ["A", "", "B", "", "", "C", ""],
    "most groups": ["A", "B", "", "C", "", "D"],
    "one group": ["A", "", ""],
    "groups of one maker": ["A", "", "A", "", "A", ""],
}


@pytest.mark.parametrize("many", [1, 700])
@pytest.mark.parametrize("kind", [*HERE_AND_THERE, *GROUPS])
def test_filling_is_offered_where_the_rows_look_grouped(
    screener: Screener, tmp_path: Path, kind: str, many: int
) -> None:
    path = tmp_path / "orders.csv"
    makers = {**HERE_AND_THERE, **GROUPS}[kind] * many
    rows = (f"{maker},hats {at}\n" for at, maker in enumerate(makers))
    path.write_text("".join(["Supplier,Item\n", *rows]), encoding="utf-8")
    opened = open_file(source_of(path), Dictionary(screener.fields))
    for _ in opened.stretches:
        pass

    told = " ".join(opened.late())
    assert ("--fill-down" in told) == (kind in GROUPS)
    if kind in GROUPS:
        assert f"below a row with one: {makers.count(''):,}," in told


def test_nothing_is_told_of_a_file_with_its_makers(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(
        "Supplier,Item\n,hats\nLyon Tricots,hats\nLyon Tricots,hats\n", encoding="utf-8"
    )

    assert "fill-down" not in " ".join(screened(screener, path).remarks)


def test_a_column_is_filled_where_it_is_asked_for(screener: Screener, grouped: Path) -> None:
    assert makers(screener, grouped) == [
        None, "Pyongyang Knitting Factory", None, None, "Lyon Tricots", None,
    ]  # fmt: skip
    north = ["Pyongyang Knitting Factory"] * 3
    assert makers(screener, grouped, "Supplier") == [None, *north, "Lyon Tricots", "Lyon Tricots"]
    found = screened(screener, grouped, reading=Reading(fill_down=("Supplier",)))
    assert [row["tier"] for row in found.results] == ["T0", "T4", "T4", "T4", "T0", "T0"]
    assert "as --fill-down asks" in " ".join(found.remarks)
    assert len(found.rejects) == 1  # what holds nothing to screen by itself is given nothing


def test_nothing_is_carried_over_a_row_that_cannot_be_read(
    screener: Screener, tmp_path: Path
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(
        "Supplier,Item\nPyongyang Knitting Factory,hats\nLyon Tricots,hats,5\n,caps\n",
        encoding="utf-8",
    )

    assert makers(screener, path, "Supplier") == ["Pyongyang Knitting Factory", None]


def test_a_column_that_is_not_there_is_refused(screener: Screener, grouped: Path) -> None:
    with pytest.raises(InputError, match="'Maker' is no column; the columns: Supplier, Item, qty"):
        makers(screener, grouped, "Maker")
