"""Runs give the same bytes in chunks of any size, in any number of processes, stopped or not."""

import csv
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import python_calamine

from screener.batch import known, result_workbook, runner
from screener.batch.checkpoint import CHECKPOINT, find
from screener.batch.chunk import Task
from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.rows import distinct, rows_of
from screener.batch.runner import Order, Run
from screener.batch.source import source_of
from screener.batch.tables import Item, Line
from screener.batch.workers import answered_here
from screener.errors import InputError
from screener.pipeline import Screener
from tests.conftest import AS_OF
from tests.contract.source_files import ROOT

pytestmark = pytest.mark.slow
EXAMPLE = ROOT / "seeds" / "examples" / "illustrations.csv"
EVERY = ("csv", "jsonl", "parquet", "xlsx", "html")
BROKEN = 'one cell\n,"never closed,\n'
GROWN = ("results.csv", "screenings.jsonl", "rejects.csv", "problems.csv")
COMPARED = (*GROWN, "report.html")


@pytest.fixture(scope="session")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the illustrations with two broken rows among them."""
    path = tmp_path_factory.mktemp("runs") / "orders.csv"
    lines = EXAMPLE.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    assert len(lines) > 30
    path.write_text("".join(lines[:9]) + BROKEN + "".join(lines[9:]), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def undisturbed(screener: Screener, orders: Path) -> Path:
    folder = orders.with_name("undisturbed")
    run_of(screener, orders, folder, Order(AS_OF, formats=EVERY)).execute("hash")
    return folder


def run_of(screener: Screener, path: Path, folder: Path, order: Order) -> Run:
    opened = open_file(source_of(path), Dictionary(screener.fields))
    return Run(screener, opened, folder, order)


def summary(folder: Path) -> dict[str, object]:
    told: dict[str, object] = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    told.pop("timings")
    return told


def sheets(folder: Path) -> dict[str, list[list[object]]]:
    book = python_calamine.load_workbook(folder / "results.xlsx")
    return {name: list(map(list, book.get_sheet_by_name(name).to_python()))
            for name in book.sheet_names}  # fmt: skip


def same(folder: Path, other: Path) -> None:
    for name in COMPARED:
        assert (folder / name).read_bytes() == (other / name).read_bytes(), name
    assert summary(folder) == summary(other)
    assert pq.read_table(folder / "results.parquet") == pq.read_table(other / "results.parquet")
    assert sheets(folder) == sheets(other)
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        path.name for path in other.iterdir()
    )


@pytest.mark.parametrize(("chunk", "workers"), [(1, 1), (7, 1), (20, 2)])
def test_chunks_and_workers_change_nothing(
    screener: Screener, orders: Path, undisturbed: Path, tmp_path: Path, chunk: int, workers: int
) -> None:
    order = Order(AS_OF, formats=EVERY, workers=workers, chunk=chunk)
    run_of(screener, orders, tmp_path / "out", order).execute("hash")

    same(tmp_path / "out", undisturbed)


@pytest.mark.parametrize(
    ("limit", "most"), [("MOST_HELD", 0), ("MOST_HELD", 6_000), ("MOST_KEYS", 3)]
)
@pytest.mark.parametrize("workers", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_records_put_away_or_forgotten_on_the_way_change_nothing(
    screener: Screener, orders: Path, undisturbed: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, workers: int, limit: str, most: int,
) -> None:  # fmt: skip
    monkeypatch.setattr(known, limit, most)
    order = Order(AS_OF, formats=EVERY, chunk=5, workers=workers)
    run_of(screener, orders, tmp_path / "out", order).execute("hash")

    same(tmp_path / "out", undisturbed)


def test_a_record_that_comes_again_is_not_screened_again(screener: Screener) -> None:
    told = Task(AS_OF, every=False, files=frozenset())
    mapping = Dictionary(screener.fields).map(("product_description",))
    lines = [Line(at, str(at), {}, (f"hats {at % 2}",)) for at in range(6)]
    seen = known.Known()
    answered_here(seen, rows_of(lines[:4], mapping), told, screener)
    again = rows_of(lines, mapping)

    assert seen.unknown(distinct(again).keys) == []
    answered = answered_here(seen, again, told, screener)
    assert len(answered.told) == 2
    assert answered.of_row.tolist() == [0, 1, 0, 1, 0, 1]


def test_records_put_away_are_known_and_told_as_before(
    screener: Screener, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Task(AS_OF, every=True, files=frozenset())
    mapping = Dictionary(screener.fields).map(("product_description",))
    rows = rows_of([Line(at, str(at), {}, (f"hats {at % 3}",)) for at in range(6)], mapping)
    seen, keys = known.Known(), distinct(rows).keys
    answered_here(seen, rows, told, screener)
    before = seen.records(keys)
    monkeypatch.setattr(known, "MOST_HELD", 2_000)
    assert seen.is_full

    seen.make_room()

    assert not seen.is_full
    assert seen.unknown(keys) == []
    assert seen.records(keys) == before


class StoppedError(Exception):
    """The run ends here, as if the process were gone."""


@pytest.mark.parametrize("stop", [0, 1, 3])
def test_a_stopped_run_goes_on_to_the_same_results(
    screener: Screener, orders: Path, undisturbed: Path, tmp_path: Path, stop: int
) -> None:
    folder = tmp_path / "out"
    left = stop

    def until(done: int) -> None:
        nonlocal left
        left -= done > 0
        if left < 0 or not stop:
            raise StoppedError

    order = Order(AS_OF, formats=EVERY, chunk=7)
    with pytest.raises(StoppedError):
        run_of(screener, orders, folder, order).execute("hash", progress=until)
    for name in GROWN:  # what was written after the checkpoint is not to be trusted
        with (folder / name).open("ab") as file:
            file.write(b'torn "')
    kept = find(folder)
    assert kept is not None
    assert kept.rows == (stop + 1) * 7 if stop else kept.rows == 0

    run_of(screener, orders, folder, order._replace(chunk=11)).execute("hash", resume=True)
    same(folder, undisturbed)


@pytest.mark.parametrize("step", ["write_parquet", "write_workbook", "report_html", "write_whole"])
@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
def test_a_run_that_stops_at_its_end_goes_on_to_the_same_results(
    screener: Screener, orders: Path, undisturbed: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, step: str, *, done: bool,
) -> None:  # fmt: skip
    folder, order = tmp_path / "out", Order(AS_OF, formats=EVERY, chunk=7)
    whole = getattr(runner, step)

    def stopped(*given: object) -> None:
        if done:
            whole(*given)
        raise StoppedError

    with monkeypatch.context() as patched:
        patched.setattr(runner, step, stopped)
        with pytest.raises(StoppedError):
            run_of(screener, orders, folder, order).execute("hash")

    run_of(screener, orders, folder, order).execute("hash", resume=True)
    same(folder, undisturbed)


def stopped_run(screener: Screener, orders: Path, folder: Path) -> None:
    def at_once(_: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        run_of(screener, orders, folder, Order(AS_OF)).execute("hash", progress=at_once)


@pytest.mark.parametrize(
    ("order", "digest", "differs"),
    [
        (Order(AS_OF), "another", "the file"),
        (Order("2026-01-01"), "hash", "--as-of"),
        (Order(AS_OF, every=True), "hash", "--all"),
        (Order(AS_OF, formats=("csv",)), "hash", "--format"),
    ],
)
def test_a_run_does_not_go_on_with_anything_else(
    screener: Screener, orders: Path, tmp_path: Path, order: Order, digest: str, differs: str
) -> None:
    folder = tmp_path / "out"
    stopped_run(screener, orders, folder)
    before = (folder / "results.csv").read_bytes()

    with pytest.raises(InputError, match=differs):
        run_of(screener, orders, folder, order).execute(digest, resume=True)
    assert (folder / "results.csv").read_bytes() == before


def test_a_file_that_lost_bytes_is_not_gone_on_with(
    screener: Screener, orders: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    stopped_run(screener, orders, folder)
    (folder / "results.csv").write_bytes(b"")

    with pytest.raises(OSError, match=r"results\.csv is shorter"):
        run_of(screener, orders, folder, Order(AS_OF)).execute("hash", resume=True)


def test_without_resume_a_run_begins_anew(
    screener: Screener, orders: Path, undisturbed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    stopped_run(screener, orders, folder)
    run_of(screener, orders, folder, Order(AS_OF, formats=EVERY)).execute("hash")

    same(folder, undisturbed)


def test_a_checkpoint_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / CHECKPOINT).write_text("{}", encoding="utf-8")

    with pytest.raises(InputError, match="delete it"):
        find(tmp_path)


def test_rows_in_are_rows_out_and_rejects(undisturbed: Path, orders: Path) -> None:
    rows = summary(undisturbed)["rows"]
    with (undisturbed / "results.csv").open(encoding="utf-8-sig", newline="") as file:
        results = len(list(csv.reader(file))) - 1
    lines = len(orders.read_text(encoding="utf-8").splitlines()) - 1

    assert rows == {"read": lines, "screened": results, "collapsed": 0, "rejected": 2}
    assert lines == results + 2


def test_only_the_formats_asked_for_are_written(
    screener: Screener, orders: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    run_of(screener, orders, folder, Order(AS_OF, formats=("csv",))).execute("hash")
    run_of(screener, orders, folder, Order(AS_OF, formats=("parquet",))).execute("hash")

    written = {path.name for path in folder.iterdir()}
    assert written == {"results.parquet", "rejects.csv", "problems.csv", "summary.json"}


def test_parquet_keeps_the_text_and_types_the_figures(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    path.write_text("Item,tier,,x\nhats,a,b,=1+1\n", encoding="utf-8")
    run_of(screener, path, tmp_path / "out", Order(AS_OF, formats=("parquet",))).execute("hash")
    table = pq.read_table(tmp_path / "out" / "results.parquet")

    assert table.column_names[:6] == ["Item", "tier", "column_3", "x", "tier_2", "risk_score"]
    (row,) = table.to_pylist()
    assert row["x"] == "=1+1"
    assert isinstance(row["risk_score"], float)
    assert isinstance(row["points"], int)


def test_a_workbook_runs_nothing_links_to_the_evidence_and_is_the_same_each_time(
    screener: Screener, tmp_path: Path
) -> None:
    path = tmp_path / "o.csv"
    path.write_text("Item,Origin,x\nhats,,=1+1\nhats,North Korea,-4.50\n", encoding="utf-8")
    order = Order(AS_OF, formats=("xlsx",))
    run_of(screener, path, tmp_path / "one", order).execute("hash")
    run_of(screener, path, tmp_path / "two", order).execute("hash")
    book = sheets(tmp_path / "one")

    results = [dict(zip(book["results"][0], row, strict=True)) for row in book["results"][1:]]
    assert [row["x"] for row in results] == ["'=1+1", "-4.50"]
    assert [row["tier"] for row in results] == ["T0", "T4"]
    reasons = [dict(zip(book["evidence"][0], row, strict=True)) for row in book["evidence"][1:]]
    assert [row["rule"] for row in reasons if row["line_id"] == "2"] == str(
        results[1]["reasons"]
    ).split("; ")
    with zipfile.ZipFile(tmp_path / "one" / "results.xlsx") as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    before = sum(1 for row in reasons if row["line_id"] == "1")
    assert f"evidence'!A{before + 2}" in sheet
    assert "pane" in sheet
    assert "autoFilter" in sheet
    files = [(tmp_path / name / "results.xlsx").read_bytes() for name in ("one", "two")]
    assert files[0] == files[1]


def test_a_workbook_goes_on_in_a_further_sheet(
    screener: Screener, orders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(result_workbook, "MOST_ROWS", 30)
    run_of(screener, orders, tmp_path / "out", Order(AS_OF, formats=("xlsx",))).execute("hash")
    book = sheets(tmp_path / "out")

    rows = summary(tmp_path / "out")["rows"]
    assert isinstance(rows, dict)
    pages = [page for name, page in book.items() if name.startswith("results")]
    assert list(book)[:2] == ["results", "results 2"]
    assert sum(len(page) - 1 for page in pages) == rows["screened"]


def test_a_file_of_headers_alone_leaves_nothing_behind(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    path.write_text("Item\n", encoding="utf-8")

    with pytest.raises(InputError, match="no rows"):
        run_of(screener, path, tmp_path / "out", Order(AS_OF)).execute("hash")
    assert not (tmp_path / "out").exists()


def test_a_full_disk_leaves_a_run_that_goes_on(
    screener: Screener, orders: Path, undisturbed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    order = Order(AS_OF, formats=EVERY, chunk=10)
    run = run_of(screener, orders, folder, order)
    run._opened = run._opened._replace(stretches=failing(run._opened.lines, after=25))

    with pytest.raises(OSError, match="gone"):
        run.execute("hash")
    kept = find(folder)
    assert kept is not None
    assert kept.rows == 20
    run_of(screener, orders, folder, order).execute("hash", resume=True)
    same(folder, undisturbed)


def failing(lines: Iterator[Item], *, after: int) -> Iterator[Item]:
    """Yield lines until the file is gone."""
    for _ in range(after):
        yield next(lines)
    message = "the file is gone"
    raise OSError(message)


def test_every_format_has_its_files() -> None:
    assert set(runner.FORMATS) == set(EVERY)
