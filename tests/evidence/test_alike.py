"""Rows that are alike have one screening, so that it is put together once and not for each."""

import csv
import random
from itertools import pairwise

import msgspec
import pytest

from screener.evidence.verdicts import Verdicts
from screener.model.columns import columns_of
from screener.model.record import Record
from screener.pipeline import Screener
from tests.contract.source_files import ROOT

FILES = [ROOT / "seeds" / "examples" / name for name in ("illustrations.csv", "example.csv")]
ROWS = 1_200
PRICES = ("0.05", "4.40", "12", "n/a", "")


def records(screener: Screener, name: str) -> list[dict[str, str]]:
    """Return rows of an example file, repeated with figures, dates, codes and notes of others."""
    path = next(path for path in FILES if path.name == name)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rng = random.Random(7)
    varied = []
    for _ in range(ROWS):
        row = {
            name: cell for name, cell in rng.choice(rows).items() if name in screener.record_fields
        }
        other = rng.choice(rows)
        for field in rng.sample(["hs_code", "notes", "supplier_name", "doc_date"], 1):
            row[field] = other.get(field) or ""
        row |= {"quantity": str(rng.randint(1, 400)), "unit_price": rng.choice(PRICES)}
        varied.append({field: value for field, value in row.items() if value.strip()})
    return varied


def test_rows_of_days_about_a_law_are_told_apart(screener: Screener) -> None:
    place = {
        "supplier_name": "Ruian Light Works",
        "supplier_city": "Urumqi",
        "supplier_country": "CN",
    }
    rows = [place | {"ship_date": f"2022-06-{day:02}"} for day in range(1, 29)] * 10

    verdicts = screener.screen_columns(
        columns_of(rows, screener.record_fields), [""] * len(rows), as_of="2026-11-25"
    )

    # An order on goods of the region may bear on each day in its own way, so all are looked at;
    # each day before the law is told of by itself, and since the law they are one answer.
    numbers = verdicts.alike.tolist()
    assert len(set(numbers)) == 28
    said = {
        verdicts.screening(numbers.index(number)).reasons[0].sentence for number in set(numbers)
    }
    assert len(said) == 21


def test_rows_of_goods_that_a_ban_parts_are_told_apart(screener: Screener) -> None:
    goods = ("plush toys", "wooden toys", "frozen crab", "fresh apples", "parts")
    rows = [
        {"country_of_origin": origin, "product_description": one, "supplier_name": "Ruian Works"}
        for origin in ("KP", "IT")
        for one in goods
    ] * 5

    verdicts = screener.screen_columns(
        columns_of(rows, screener.record_fields), [""] * len(rows), as_of="2026-11-25"
    )
    numbers = verdicts.alike.tolist()

    bans = {
        number: {
            one.id
            for one in verdicts.screening(numbers.index(number)).basis
            if one.jurisdiction == "UN"
        }
        for number in set(numbers)
    }
    assert [sorted(bans[number]) for number in numbers[:5]] == [
        [], [], ["unsc-2371"], ["unsc-2397-goods"], ["unsc-2375"],
    ]  # fmt: skip
    for row, number in enumerate(numbers):
        alone = screener.screen(Record(line_id="", **rows[row]), as_of="2026-11-25")
        assert {one.id for one in alone.basis if one.jurisdiction == "UN"} == bans[number]


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_rows_with_one_number_have_one_screening(screener: Screener, name: str) -> None:
    rows = records(screener, name)
    verdicts: Verdicts = screener.screen_columns(
        columns_of(rows, screener.record_fields), [str(at) for at in range(len(rows))]
    )
    numbers = verdicts.alike.tolist()
    groups: dict[int, list[int]] = {}
    for row, number in enumerate(numbers):
        groups.setdefault(number, []).append(row)

    assert len(groups) < ROWS * 0.9
    for members in groups.values():
        for one, other in pairwise(members):
            first = msgspec.structs.replace(verdicts.screening(one), line_id="")
            second = msgspec.structs.replace(verdicts.screening(other), line_id="")
            assert first == second
            assert verdicts.figures(one) == verdicts.figures(other)
            assert verdicts.shown(one) == verdicts.shown(other)
