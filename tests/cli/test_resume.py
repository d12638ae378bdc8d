"""A run that is killed or interrupted goes on with --resume to the results of one that was not."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.cli.main import main
from tests.conftest import AS_OF
from tests.contract.source_files import ROOT

ROWS = 90_000
ATTEMPTS = 5
FILES = ("results.csv", "screenings.jsonl", "rejects.csv")


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of five chunks with few distinct rows and a broken one."""
    path = tmp_path_factory.mktemp("resume") / "orders.csv"
    rows = [f"{at},steel bolts {at % 9},Lyon\n" for at in range(ROWS)]
    rows[30_000] = "30000,hand crocheted hats,Dandong\n"
    path.write_text("line_id,Item,supplier_city\n" + "broken\n" + "".join(rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def undisturbed(orders: Path) -> Path:
    folder = orders.with_name("undisturbed")
    assert main(["screen", str(orders), "-o", str(folder), "--as-of", AS_OF]) == 1
    return folder


def started(orders: Path, folder: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "screener", "screen", str(orders), "-o", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [*command, *options], env=environment, text=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=_heeds_interrupts,  # noqa: PLW1509 - no thread runs here
    )  # fmt: skip


def _heeds_interrupts() -> None:
    """Undo what a shell does to jobs in its background, where Ctrl-C is to reach nothing."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def rows_at_checkpoint(folder: Path) -> Iterator[int]:
    """Yield how far the run is, again and again, until a minute has passed."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        time.sleep(0.02)
        path = folder / "checkpoint.json"
        try:
            yield json.loads(path.read_bytes())["rows"]
        except FileNotFoundError:
            yield ROWS if (folder / "summary.json").exists() else 0
    pytest.fail("the run wrote no checkpoint with rows")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("stop", "options"), [(signal.SIGKILL, ()), (signal.SIGKILL, ("--workers", "2")),
                          (signal.SIGINT, ())],
)  # fmt: skip
def test_a_stopped_run_goes_on(
    orders: Path, undisturbed: Path, tmp_path: Path, stop: int, options: tuple[str, ...]
) -> None:
    for attempt in range(ATTEMPTS):
        folder = tmp_path / str(attempt)
        with started(orders, folder, "--as-of", AS_OF, *options) as process:
            next(rows for rows in rows_at_checkpoint(folder) if rows)
            os.kill(process.pid, stop)
            _, told = process.communicate(timeout=60)
        if (folder / "checkpoint.json").exists():
            break  # else the run had ended before the signal came
    else:
        pytest.fail("no run was stopped before its end")
    if stop == signal.SIGINT:
        assert process.returncode == 1
        assert "--resume goes on" in told

    assert main(["screen", str(orders), "-o", str(folder), "--resume"]) == 1
    for name in FILES:
        assert (folder / name).read_bytes() == (undisturbed / name).read_bytes(), name
    assert not (folder / "checkpoint.json").exists()


def test_workers_are_at_least_one_and_formats_known(orders: Path) -> None:
    assert main(["screen", str(orders), "--workers", "0"]) == 3
    assert main(["screen", str(orders), "--format", "pdf"]) == 3


@pytest.mark.parametrize(
    "option", [["-o", "out"], ["--encoding", "cp949"], ["--resume"], ["--workers", "2"]]
)
def test_options_that_need_a_file_are_refused_on_standard_input(option: list[str]) -> None:
    assert main(["screen", "-", *option]) == 3
