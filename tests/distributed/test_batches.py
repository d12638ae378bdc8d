"""Batches of a data frame answer as a file does; what cannot be screened stays and says why."""

import json

import pyarrow as pa
import pytest

from screener.batch.known import Known
from screener.batch.mapping import Dictionary
from screener.distributed.frames import screened_batch
from screener.pipeline import Screener
from tests.conftest import AS_OF

ROWS = {
    "line_id": ["1", "2", "", "4"],
    "Item": ["hand crocheted hats", "steel bolts", "hats", None],
    "City": ["Dandong", "Lyon", "Lyon", None],
    "Price": [4.5, None, None, 6117.0],
    "tier": ["a", "b", "c", "d"],
}


@pytest.mark.parametrize("every", [False, True])
def test_a_batch_answers_as_the_screener_does(screener: Screener, *, every: bool) -> None:
    batch = pa.RecordBatch.from_pydict(ROWS)
    columns = Dictionary(screener.fields).telling(batch.schema.names)
    rows = screened_batch(screener, Known(), batch, columns, as_of=AS_OF, every=every).to_pylist()

    assert [row["tier"] for row in rows] == ROWS["tier"]
    assert [row["reject"] is None for row in rows] == [True, True, False, False]
    assert rows[2]["reject"] == "line_id: the row has no id; give it one"
    assert "nothing to screen" in rows[3]["reject"]
    assert [row["tier_2"] for row in rows[2:]] == [None, None]
    found = json.loads(rows[0]["screening"])
    assert (found["line_id"], found["tier"]) == ("1", rows[0]["tier_2"])
    assert (rows[1]["screening"] is not None) == every


def test_an_empty_batch_stays_empty(screener: Screener) -> None:
    batch = pa.RecordBatch.from_pydict(ROWS).slice(0, 0)
    columns = Dictionary(screener.fields).telling(batch.schema.names)
    result = screened_batch(screener, Known(), batch, columns, as_of=AS_OF, every=False)

    assert result.num_rows == 0
    assert result.schema.field("points").type == pa.int64()
