"""Columns are written as the csv module writes the same rows."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.batch.blocks import TEXT
from screener.batch.cells import column_bytes, own_cells
from screener.batch.writer import csv_bytes, safe_csv

CELLS = st.text(alphabet='",\r\n\t=+-@1.a 丹é\ufeff', max_size=8)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8)
WRITERS = (csv_bytes, safe_csv)


@pytest.mark.parametrize("safe", [False, True])
@given(rows=ROWS, left_out=st.integers(0, 3))
def test_rows_are_written_alike(rows: list[list[str]], left_out: int, *, safe: bool) -> None:
    whole = [pa.array(cells, TEXT) for cells in zip(*rows, strict=True)]
    columns = [column.slice(left_out) for column in whole]
    if left_out >= len(rows):
        return
    lines = own_cells(columns, safe=safe).to_pylist()

    assert "".join(f"{line}\n" for line in lines).encode() == WRITERS[safe](rows[left_out:])


def test_the_bytes_of_a_part_of_a_column_are_those_of_its_cells() -> None:
    column = pa.array(["ab", "", "丹", "c"], TEXT)

    assert column_bytes(column.slice(1, 2)) == "丹".encode()
    assert column_bytes(column.slice(4)) == b""
