"""The command line and Python give the same bytes for every labelled scenario.

That the service does so too is tested in tests/api/test_screenings.py.
"""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from screener.cli.main import main
from screener.evidence.canonical import screening_json
from screener.model.record import Record
from screener.pipeline import Screener

DAY = "2026-11-25"
SCENARIOS = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "scenarios.yaml").read_text(encoding="utf-8")
)["scenarios"]
assert SCENARIOS
RECORDS = [{"line_id": case["id"], **case["input"]} for case in SCENARIOS]


def _alone(screener: Screener) -> list[bytes]:
    records = [Record.model_validate(fields) for fields in RECORDS]
    return [screening_json(screener.screen(record, as_of=DAY)) for record in records]


def _written(folder: Path) -> Path:
    path = folder / "lines.jsonl"
    path.write_text(
        "".join(json.dumps(fields, ensure_ascii=False) + "\n" for fields in RECORDS),
        encoding="utf-8",
    )
    return path


def test_a_file_gives_the_bytes_of_python(
    screener: Screener, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _written(tmp_path)

    code = main(["screen", str(path), "-o", str(tmp_path / "out"), "--all", "--as-of", DAY])

    told = (tmp_path / "out" / "screenings.jsonl").read_bytes().splitlines()
    assert (code, told) == (0, _alone(screener))
    assert f"{len(RECORDS)} records screened" in capsys.readouterr().out


def test_a_table_gives_the_tier_and_figures_of_python(screener: Screener, tmp_path: Path) -> None:
    names = sorted({name for fields in RECORDS for name in fields})
    path = tmp_path / "lines.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, names)
        rows.writeheader()
        for fields in RECORDS:
            rows.writerow({name: _cell(value) for name, value in fields.items()})

    main(["screen", str(path), "-o", str(tmp_path / "out"), "--all", "--as-of", DAY])

    told = (tmp_path / "out" / "screenings.jsonl").read_bytes().splitlines()
    assert told == _alone(screener)


def _cell(value: object) -> str:
    return "|".join(map(str, value)) if isinstance(value, list) else str(value)


def test_a_stream_gives_the_bytes_of_python(screener: Screener, tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "screener", "screen", "-", "--all", "--as-of", DAY],
        input=_written(tmp_path).read_bytes(),
        capture_output=True,
        check=True,
        env={**os.environ, "SCREENER_HOME": str(tmp_path / "home")},
    )

    assert told.stdout.splitlines() == _alone(screener)
