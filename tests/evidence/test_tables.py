"""Tests of the Arrow skin: it says what a plain screening says, row by row."""

import pyarrow as pa
import pytest

from screener.errors import InputError
from screener.evidence.canonical import screening_json
from screener.evidence.cells import added_names
from screener.model.record import Record
from screener.pipeline import Screener

RECORDS = [
    {
        "product_description": "hand crocheted dolls",
        "supplier_city": "Dandong",
        "supplier_country": "CN",
    },
    {"product_description": "steel bolts M8", "supplier_city": "Hanoi", "supplier_country": "VN"},
    {"product_description": "face masks", "supplier_city": "Sinuiju", "supplier_country": "KP"},
    {"product_description": "hand crocheted dolls", "supplier_city": " ", "supplier_country": "CN"},
]


def _table(records: list[dict[str, str]]) -> pa.Table:
    return pa.Table.from_pylist(records)


def test_a_table_gets_the_verdicts_of_its_records(screener: Screener) -> None:
    records = [Record(line_id=str(at), **fields) for at, fields in enumerate(RECORDS, start=1)]
    expected = list(screener.screen_all(records))

    result = screener.screen_table(_table(RECORDS)).to_pylist()

    assert [row["tier"] for row in result] == [one.tier for one in expected]
    assert [row["points"] for row in result] == [one.points for one in expected]
    assert [row["risk_score"] for row in result] == [one.risk_score for one in expected]
    assert [row["completeness"] for row in result] == [one.completeness for one in expected]
    shown = [at for at, row in enumerate(result) if row["screening"] is not None]
    assert shown
    assert [result[at]["screening"] for at in shown] == [
        screening_json(expected[at]) for at in shown
    ]


def test_what_is_dictionary_encoded_or_in_chunks_gives_the_same(screener: Screener) -> None:
    plain = _table(RECORDS)
    chunked = pa.concat_tables([plain.slice(0, 1), plain.slice(1)])
    cities = chunked["supplier_city"].dictionary_encode()
    encoded = chunked.set_column(
        chunked.schema.get_field_index("supplier_city"), "supplier_city", cities
    )

    tiers = screener.screen_table(encoded)["screening"]

    assert tiers.to_pylist() == screener.screen_table(plain)["screening"].to_pylist()


def test_other_columns_and_the_order_of_rows_stay(screener: Screener) -> None:
    table = _table(RECORDS).append_column("buyer", pa.array(["a", "b", None, "d"]))

    result = screener.screen_table(table)

    assert result.select(table.schema.names) == table


def test_a_row_with_nothing_to_screen_is_no_clear_row(screener: Screener) -> None:
    table = pa.table({"product_description": ["hats", None, " "], "quantity": ["1", "2", "3"]})

    result = screener.screen_table(table).to_pylist()

    assert result[0]["tier"] is not None
    assert [row["tier"] for row in result[1:]] == [None, None]


def test_lines_keep_their_own_ids(screener: Screener) -> None:
    table = _table(RECORDS).append_column("line_id", pa.array(["A-1", "A-2", None, "A-4"]))

    result = screener.screen_table(table)["screening"].to_pylist()

    assert b'"line_id":"A-1"' in result[0]
    assert b'"line_id":"3"' in result[2]


def test_an_empty_table_stays_empty(screener: Screener) -> None:
    table = pa.table({"product_description": pa.array([], pa.string())})

    result = screener.screen_table(table)

    assert result.num_rows == 0
    assert result.schema.names[-1] == "screening"


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(pa.table({"quantity": ["1"]}), id="nothing to screen"),
        pytest.param(pa.table({"product_description": [["hats"]]}), id="no text"),
    ],
)
def test_a_table_that_cannot_be_screened_is_refused(table: pa.Table, screener: Screener) -> None:
    with pytest.raises(InputError):
        screener.screen_table(table)


def test_an_added_column_never_takes_a_name_that_is_there() -> None:
    assert added_names(["tier", "tier_2", "sku"], ["tier", "points"]) == ("tier_3", "points")
