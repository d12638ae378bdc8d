"""A cell with several HS codes is told as that, and a code with spaces of its own is one code."""

from pathlib import Path

import pytest

from screener.cli.main import main
from screener.pipeline import Screener
from tests.batch.files import orders_in, screened


@pytest.mark.parametrize(
    ("cell", "wrong"),
    [
        ("9503.00.00; 6307.90.98", "the cell holds several HS codes"),
        ("950300 / 630790", "the cell holds several HS codes"),
        ("9503000073 9903018500", "the cell holds several HS codes"),
        ("9503.00; toys", "it is no HS code"),
        ("6307.90.98 91", None),
    ],
)
def test_several_codes_in_a_cell(
    screener: Screener, tmp_path: Path, cell: str, wrong: str | None
) -> None:
    path = orders_in(tmp_path, f'Item,HS code\nhats,"{cell}"\n')

    assert [one["wrong"] for one in screened(screener, path).problems] == ([wrong] if wrong else [])


def test_a_blank_name_is_refused() -> None:
    assert main(["match", " "]) == 3
