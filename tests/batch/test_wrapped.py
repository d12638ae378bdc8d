"""Cells written as ="0409", by which spreadsheets keep text: read as the text inside, and told."""

from pathlib import Path

import pytest

from screener.batch import blocks
from screener.batch.mapping import Dictionary
from screener.batch.proposal import propose
from screener.batch.reader import open_file, read_table
from screener.batch.source import source_of
from screener.batch.tables import Line, Reject
from screener.batch.wrapped import inside
from screener.pipeline import Screener
from tests.batch.files import orders_in, screened

HEADER = '="Line ID","=""HS Code""",Item,SKU\n'
ROWS = (
    '="007",="0409000000",hats,="0012"\n'
    '008,"=""6117.10.00""","=""hand crocheted """"nice"""" hats, Dandong""",\n'
    '009,0409000000,=1+1,"=""a""&""b"""\n'
)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('="0409"', "0409"),
        (' ="0409" ', "0409"),
        ('\'="0409"', "0409"),  # as results show it
        ('=""', ""),
        ('="6"" pipe"', '6" pipe'),
        ('="a"&"b"', '="a"&"b"'),
        ('="a', '="a'),
        ('x="a"', 'x="a"'),
        ("=1+1", "=1+1"),
    ],
)
def test_only_text_and_nothing_but_text_is_unwrapped(cell: str, shown: str) -> None:
    assert inside(cell) == shown


@pytest.mark.parametrize("one_by_one", [False, True])
def test_every_field_is_read_so(
    screener: Screener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, one_by_one: bool
) -> None:
    if one_by_one:
        monkeypatch.setattr(blocks, "block_of", lambda *_: None)
    path = tmp_path / "orders.csv"
    plain = "".join(f"{at},0409000000,hats,\n" for at in range(50, 90))
    path.write_text(HEADER + plain + ROWS + plain, encoding="utf-8")
    lines = list(open_file(source_of(path), Dictionary(screener.fields)).lines)[40:43]

    assert [(one.line_id, one.values) for one in lines if isinstance(one, Line)] == [
        ("007", {"hs_code": "0409000000", "product_description": "hats"}),
        ("008", {"hs_code": "6117.10.00",
                 "product_description": 'hand crocheted "nice" hats, Dandong'}),
        ("009", {"hs_code": "0409000000", "product_description": "=1+1"}),
    ]  # fmt: skip


def test_the_cells_stay_safe_in_the_results_and_the_user_is_told(
    screener: Screener, tmp_path: Path
) -> None:
    path = orders_in(tmp_path, HEADER + ROWS)
    found = screened(screener, path)

    first, second, third = found.results
    assert (first["HS Code"], first["SKU"]) == ('\'="0409000000"', '\'="0012"')
    assert third["SKU"].startswith("'=")
    assert "P-DANDONG" in second["entries"]
    assert not found.problems
    told = [one for one in found.remarks if "cells written" in one]
    assert told == [
        f'column {name!r}: cells written as ="..." are read as the text inside: {count}'
        for name, count in (("Line ID", 1), ("HS Code", 2), ("Item", 1))
    ]


def test_a_cell_that_shows_nothing_is_blank(screener: Screener, tmp_path: Path) -> None:
    path = orders_in(tmp_path, 'Item,qty\n"=""""",5\nhats,5\n')
    first, second = open_file(source_of(path), Dictionary(screener.fields)).lines

    assert isinstance(first, Reject)
    assert isinstance(second, Line)


def test_a_proposal_looks_at_the_text_inside(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    rows = "".join(f'hats {at},="04090000{at:02}"\n' for at in range(9))
    path.write_text(f"Item,Key\n{rows}", encoding="utf-8")
    dictionary = Dictionary(screener.fields)
    _, second = propose(read_table(source_of(path), dictionary), dictionary)

    assert (second.field, second.samples[0]) == ("hs_code", "0409000000")
