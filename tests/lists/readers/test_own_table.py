"""Tests of screener.lists.readers.own_table: headings of a company's own."""

import io

import pytest

from screener.errors import ListError
from screener.lists.listed import Listed
from screener.lists.readers.lines import Source
from screener.lists.readers.own_table import read_csv, read_workbook
from tests.lists.published.layouts import workbook

TABLE = [["No.", "Lieferant", "Since", "Row color"], ["7", "Example Works", "46048", "red"]]
MAPPING = {"No.": "id", "Lieferant": "name", "Since": "listed_on", "Row color": ""}


def mapped(text: str) -> list[object]:
    return list(read_csv([Source("own.csv", io.BytesIO(text.encode()))], MAPPING))


def test_mapped_headings_are_read() -> None:
    (one,) = mapped("\n".join(",".join(row) for row in TABLE))

    assert isinstance(one, Listed)
    assert (one.key, one.name, one.listed_on) == ("7", "Example Works", "2026-01-26")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_columns_are_parted_by_what_parts_the_known_headings(mark: str) -> None:
    quoted = [[f'"{cell}"' for cell in row] for row in TABLE]

    for rows in (TABLE, [[""] * 4, *TABLE], quoted):
        (one,) = mapped("\ufeff" + "\n".join(mark.join(row) for row in rows))
        assert isinstance(one, Listed)
        assert (one.key, one.name, one.listed_on) == ("7", "Example Works", "2026-01-26")


def test_other_marks_within_cells_part_nothing() -> None:
    (one,) = mapped('Lieferant;No.\n"Works, Mills; and Sons, Ltd.";7\n')

    assert isinstance(one, Listed)
    assert (one.key, one.name) == ("7", "Works, Mills; and Sons, Ltd.")


def test_heading_mapped_to_nothing_is_passed_over_and_others_are_not() -> None:
    with pytest.raises(ListError, match=r'own\.csv:1: unknown heading "Colour"'):
        mapped("No.,Lieferant,Colour\n7,Example Works,red\n")


def test_workbook_is_read_alike() -> None:
    pytest.importorskip("python_calamine", reason="the extra batch is not installed")

    (one,) = read_workbook([Source("own.xlsx", io.BytesIO(workbook(TABLE)))], MAPPING)

    assert isinstance(one, Listed)
    assert (one.key, one.name, one.listed_on, one.line) == ("7", "Example Works", "2026-01-26", 2)


def test_blank_rows_above_a_table_are_counted() -> None:
    pytest.importorskip("python_calamine", reason="the extra batch is not installed")
    file = workbook([["id", "name"], ["7", "Example Works"], ["8", ""]], above=3)

    with pytest.raises(ListError, match=r"own\.xlsx:6: a row without id or name"):
        list(read_workbook([Source("own.xlsx", io.BytesIO(file))]))
