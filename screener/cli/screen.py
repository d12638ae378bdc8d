"""``screener screen``: a file in, results out."""

import sys
import time
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec
import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from screener.batch.changes import CHANGES, KINDS
from screener.batch.checkpoint import file_hash, find
from screener.batch.counts import TIERS, Counts
from screener.batch.jsonlines import stream_jsonl
from screener.batch.mapping import Dictionary
from screener.batch.mapping_file import read_mapping
from screener.batch.previous import Previous
from screener.batch.reader import open_file
from screener.batch.result_workbook import check_workbook
from screener.batch.runner import FORMATS, Order, Run, check_apart_from
from screener.batch.source import Reading, Source, source_of
from screener.batch.tables import Reject
from screener.batch.writer import COLLAPSED, PROBLEMS, REJECTS, REPORT, SCREENINGS
from screener.cli import options
from screener.cli.consoles import plain_console
from screener.cli.samples import sample_lines
from screener.cli.screen_spark import asked_of, check_options, screen_on_spark, target_of
from screener.distributed.job import Job
from screener.editions.staleness import stale_lists
from screener.errors import InputError
from screener.evidence.canonical import screening_json
from screener.evidence.screenings import TIER_NAMES
from screener.evidence.snapshot import DISCLAIMER
from screener.factory import edition_store, load
from screener.model.columns import columns_of
from screener.pipeline import Screener
from screener.settings import read_settings
from screener.tracing import start_tracing

_FORMATS = "csv,jsonl,html"


class Engine(StrEnum):
    """What carries the rows of a run."""

    LOCAL = "local"
    SPARK = "spark"


def screen(
    source: Annotated[
        str,
        typer.Argument(
            metavar="INPUT", help="A CSV, XLSX, Parquet or JSONL file, or - for JSONL on stdin."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Where results go; default INPUT.screened."),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Write the screening of every record.")
    ] = False,
    encoding: Annotated[
        str | None, typer.Option("--encoding", help="Overrides the guessed encoding.")
    ] = None,
    sheet: options.Sheet = None,
    fill_down: options.FillDown = None,
    mapping: Annotated[
        Path | None, typer.Option("--map", help="A mapping file, as `screener map` writes it.")
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", help="Exit 1 if a record reaches this tier.")
    ] = None,
    formats: Annotated[
        str,
        typer.Option("--format", help="Of csv, jsonl, parquet, xlsx and html, parted by commas."),
    ] = _FORMATS,
    workers: Annotated[
        int,
        typer.Option("--workers", min=1, help="Processes that screen; the results are the same."),
    ] = 1,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where a stopped run of this file ended.")
    ] = False,
    since: Annotated[
        Path | None,
        typer.Option(
            "--since", help="Folder of an earlier run (its -o): marks what changed, and why."
        ),
    ] = None,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Where it runs: here, or on a cluster of Spark.")
    ] = Engine.LOCAL,
    master: Annotated[
        str | None, typer.Option("--master", help="The address of the cluster of Spark.")
    ] = None,
    rules: options.Rules = None,
    lists: options.Lists = None,
    as_of: options.AsOf = None,
    json: options.Json = False,
) -> int:
    """Screen a file of trade lines; write results, screenings, rejects, a summary and a report."""
    if fail_on is not None and fail_on not in TIERS:
        message = f"--fail-on {fail_on!r} is no tier; the tiers are {', '.join(TIERS)}"
        raise InputError(message)
    for_files = {
        "--encoding": encoding, "--resume": resume, "--workers": workers > 1, "--since": since,
        "--sheet": sheet, "--fill-down": fill_down,
    }  # fmt: skip
    if engine is Engine.SPARK:
        check_options({"--format": formats not in (_FORMATS, "parquet"), **for_files})
        asked = asked_of(mapping, rules, lists, options.day(as_of), every=every)
        job = Job(source, target_of(source, output), master, asked)
        return screen_on_spark(job, fail_on, json=json)
    chosen = _formats(formats)
    if master is not None:
        message = "--master is the address of a cluster; it goes with --engine spark"
        raise InputError(message)
    if source == "-":
        _check_stream({"--output": output, **for_files})
    file = None if source == "-" else source_of(Path(source))
    folder = None if file is None else output or file.path.with_name(file.path.name + ".screened")
    stopped = find(folder) if folder is not None and resume else None
    if as_of is None and stopped is not None:
        as_of = stopped.asked["--as-of"]
    day = options.day(as_of)
    screener = load(rules=rules, lists=lists, as_of=day)
    columns = None
    if mapping is not None:
        columns = read_mapping(mapping, ("line_id", *screener.record_fields))
    wanted = Wanted(
        Dictionary(screener.fields, columns),
        Order(day, every, chosen, workers, rules, lists, stale=_stale(screener, day)),
        Reading(encoding, sheet, tuple(fill_down or ())),
        fail_on,
        since,
        resume=resume,
        json=json,
    )
    if file is None or folder is None:
        return _stream(screener, wanted)
    return _file(screener, file, folder, wanted)


def _stale(screener: Screener, day: str) -> dict[str, str]:
    """Return why lists in use are stale on a day, by id."""
    refused = edition_store().stale()
    return stale_lists(screener.editions, refused, date.fromisoformat(day))


class Wanted(NamedTuple):
    """What one run was asked for."""

    dictionary: Dictionary
    order: Order
    reading: Reading
    fail_on: str | None
    since: Path | None
    resume: bool
    json: bool


def _check_stream(given: Mapping[str, object]) -> None:
    """Refuse options that say nothing of JSON Lines on standard input."""
    for name, value in given.items():
        if value:
            message = (
                f"{name} needs a file; - reads JSON Lines in UTF-8 and answers on standard output"
            )
            raise InputError(message)


def _formats(text: str) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",")))
    unknown = [name for name in chosen if name not in FORMATS]
    if unknown:
        message = f"--format {unknown[0]!r} is none of {', '.join(FORMATS)}"
        raise InputError(message)
    return chosen


def _file(screener: Screener, file: Source, folder: Path, wanted: Wanted) -> int:
    """Screen one file into a folder; return the exit code."""
    start_tracing(read_settings())
    notes = plain_console(stderr=True)
    opened = open_file(file, wanted.dictionary, wanted.reading)
    for remark in opened.remarks:
        notes.print(remark, soft_wrap=True)
    if "xlsx" in wanted.order.formats:
        check_workbook(opened.mapping.headers)
    previous = None
    if wanted.since is not None:
        _check_apart(wanted.since, folder)
        previous = Previous(wanted.since, wanted.dictionary)
    check_apart_from(file.path, folder)
    run = Run(screener, opened, folder, wanted.order, previous)
    try:
        summary = _with_progress(run, file, wanted.resume, notes)
    except OSError:
        _tell_resume(folder, notes)
        raise
    except KeyboardInterrupt as error:
        _tell_resume(folder, notes)
        raise typer.Abort from error
    for remark in opened.late():
        notes.print(remark, soft_wrap=True)
    if wanted.json:
        typer.echo(msgspec.json.encode(summary).decode())
    else:
        show(run.counts, folder, wanted.order.formats)
        for line in sample_lines(screener.scope.lists):
            typer.echo(line)
    return _code(run.counts, wanted.fail_on)


def _check_apart(since: Path, folder: Path) -> None:
    """Refuse to write over the earlier run that is compared with."""
    if since.resolve() == folder.resolve():
        message = f"--since {since} is where the results go; name another folder with -o"
        raise InputError(message)


def _tell_resume(folder: Path, notes: Console) -> None:
    if find(folder) is not None:
        notes.print("the run stopped; the same command with --resume goes on")


def _with_progress(run: Run, file: Source, resume: bool, notes: Console) -> dict[str, object]:
    columns = (
        TextColumn("screening"),
        BarColumn(),
        TextColumn("{task.fields[rows]:,} rows, {task.fields[rate]:,.0f} a second, remaining"),
        TimeRemainingColumn(),
    )
    began, rows = time.monotonic(), 0
    with Progress(*columns, console=notes, transient=True) as bar:
        task = bar.add_task("rows", total=None, rows=0, rate=0)

        def tell(done: int) -> None:
            nonlocal rows
            rows += done
            share = file.share_read()
            bar.update(
                task,
                total=None if share is None else 1.0,
                completed=share or 0,
                rows=rows,
                rate=rows / max(time.monotonic() - began, 0.001),
            )

        return run.execute(file_hash(file.path), resume=resume, progress=tell)


def show(counts: Counts, folder: Path, formats: Sequence[str]) -> None:
    """Print the tier table and where the results lie."""
    screened = counts.screened
    table = Table("tier", "means", "records", "share", title=f"{screened:,} records screened")
    for tier in TIERS:
        count = counts.tiers[tier]
        table.add_row(tier, TIER_NAMES[tier], f"{count:,}", f"{count / max(screened, 1):.2%}")
    console = plain_console()
    console.print(table)
    if counts.rejected:
        rows = "1 row was" if counts.rejected == 1 else f"{counts.rejected:,} rows were"
        console.print(f"{rows} rejected; see {folder / REJECTS}", soft_wrap=True)
    if counts.collapsed:
        told = f"rows that repeat an entry line, collapsed: {counts.collapsed.total():,}"
        console.print(f"{told}; see {folder / COLLAPSED}", soft_wrap=True)
    if counts.problems:
        cells = counts.problems.total()
        told = f"cells that no rule can read: {cells:,}; see {folder / PROBLEMS}"
        console.print(told, soft_wrap=True)
    if counts.changes:
        told = ", ".join(f"{counts.changes[kind]:,} {kind}" for kind in KINDS)
        console.print(f"since the earlier run: {told}; see {folder / CHANGES}", soft_wrap=True)
    for name in (one for one in ("csv", "xlsx", "parquet") if one in formats):
        console.print(f"results: {folder / f'results.{name}'}", soft_wrap=True)
    if "jsonl" in formats:
        told = "every reason with its sources"
        console.print(f"{told}: {folder / SCREENINGS}", soft_wrap=True)
    if "html" in formats:
        console.print(f"report for people: {folder / REPORT}", soft_wrap=True)
    console.print(DISCLAIMER, soft_wrap=True)


def _code(counts: Counts, fail_on: str | None) -> int:
    """Return 1 if rows were rejected or a record reached the tier to fail on, else 0."""
    reached = fail_on is not None and counts.reached(fail_on) > 0
    return 1 if counts.rejected or reached else 0


def _stream(screener: Screener, wanted: Wanted) -> int:
    """Screen JSON Lines from stdin to stdout, in order; rejected lines answer in place."""
    code = 0
    for line in stream_jsonl(sys.stdin.buffer, wanted.dictionary):
        if isinstance(line, Reject):
            code = 1
            reject = {
                "row": line.row,
                "column": line.column,
                "wrong": line.wrong,
                "remedy": line.remedy,
            }
            _out(msgspec.json.encode({"line_id": line.line_id, "reject": reject}))
            continue
        columns = columns_of([line.values], screener.record_fields)
        verdicts = screener.screen_columns(columns, [line.line_id], as_of=wanted.order.as_of)
        if wanted.order.every or verdicts.shown(0):
            _out(screening_json(verdicts.screening(0)))
        if wanted.fail_on is not None and verdicts.tier(0) >= wanted.fail_on:
            code = 1
    return code


def _out(data: bytes) -> None:
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()
