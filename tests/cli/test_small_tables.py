"""Small CSV files beside records: what people send is read, and what is none is refused with its place."""

from pathlib import Path

import pytest

from screener.cli.main import main
from screener.cli.small_tables import read_small_table
from screener.errors import InputError


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"a,b\nAcme,Bolt\n", [("Acme", "Bolt")]),
        (b"A ; b\r\nAcme;Bolt\r\n", [("Acme", "Bolt")]),
        (b"a,b\nAcme\x0bCo,Bolt\n", [("Acme\x0bCo", "Bolt")]),
        ("a,b\nAcme\u2028Co,Bolt\n".encode(), [("Acme\u2028Co", "Bolt")]),
        (b'a,b\n"Acme\nCo",Bolt\n', [("Acme\nCo", "Bolt")]),
        (b"a,b\nAcme\n\n", [("Acme", ""), ("", "")]),
        ("a,b\n和田浩林,Bolt\n".encode("utf-16"), [("和田浩林", "Bolt")]),
    ],
)
def test_rows_have_a_cell_for_every_header(
    tmp_path: Path, data: bytes, rows: list[tuple[str, ...]]
) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(data)

    table = read_small_table(path)

    assert (table.column("a"), table.column("b")) == (0, 1)
    assert list(table.rows) == rows


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"a\n\xe9\n", "cannot be told; save it as UTF-8"),
        (b"a,b\nx," + b"y" * 200_000, r"names.csv:2: field larger than"),
        (b"name\nx\n", "has no column 'a'; its columns are name"),
    ],
)
def test_what_is_no_such_table_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(data)

    with pytest.raises(InputError, match=told):
        read_small_table(path).column("a")


@pytest.mark.parametrize("row", [b"1", b"1,", b"1,maybe"])
def test_a_review_without_an_answer_is_refused_with_its_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: bytes
) -> None:
    reviews, data = tmp_path / "reviews.csv", tmp_path / "data.csv"
    reviews.write_bytes(b"line_id,confirmed\n\n" + row + b"\n")
    data.write_text("line_id,product_description\n1,hats\n", encoding="utf-8")

    code = main(["rules", "backtest", "--data", str(data), "--reviews", str(reviews)])

    assert code == 3
    assert "row 3, column confirmed: " in capsys.readouterr().err
