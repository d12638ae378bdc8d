"""What ``--engine spark`` refuses before it begins; what it does is in tests/distributed."""

import pytest

from screener.cli.main import main


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--engine", "spark", "--resume"], "--resume is for --engine local"),
        (["--engine", "spark", "--workers", "2"], "--workers is for --engine local"),
        (["--engine", "spark", "--format", "xlsx"], "--format is for --engine local"),
        (["--master", "local[2]"], "goes with --engine spark"),
        (["--engine", "dask"], "dask"),
    ],
)
def test_options_that_say_nothing_there_are_refused(
    capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    assert main(["screen", "orders.parquet", *options]) == 3
    assert told in capsys.readouterr().err
