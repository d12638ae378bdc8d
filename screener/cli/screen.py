"""``screener screen``: a file in, results out."""

import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from screener.batch.jsonlines import stream_jsonl
from screener.batch.mapping import Dictionary
from screener.batch.mapping_file import read_mapping
from screener.batch.reader import open_file
from screener.batch.runner import TIERS, Run
from screener.batch.source import Source, source_of
from screener.batch.tables import Line, Reject
from screener.batch.writer import RunWriter
from screener.cli import options
from screener.errors import InputError
from screener.evidence.canonical import screening_json
from screener.evidence.snapshot import DISCLAIMER
from screener.factory import load
from screener.model.columns import columns_of
from screener.pipeline import Screener

_MEANING = {"T0": "clear", "T1": "note", "T2": "review", "T3": "hold", "T4": "stop"}


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
    mapping: Annotated[
        Path | None, typer.Option("--map", help="A mapping file, as `screener map` writes it.")
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", help="Exit 1 if a record reaches this tier.")
    ] = None,
    rules: options.Rules = None,
    lists: options.Lists = None,
    as_of: options.AsOf = None,
    json: options.Json = False,
) -> int:
    """Screen a file of trade lines and write results.csv, screenings.jsonl, rejects.csv, summary.json."""
    if fail_on is not None and fail_on not in TIERS:
        message = f"--fail-on {fail_on!r} is no tier; the tiers are {', '.join(TIERS)}"
        raise InputError(message)
    day = options.day(as_of)
    file = None if source == "-" else source_of(Path(source))
    screener = load(rules=rules, lists=lists, as_of=day)
    columns = None
    if mapping is not None:
        columns = read_mapping(mapping, ("line_id", *screener.record_fields))
    dictionary = Dictionary(screener.fields, columns)
    wanted = Settings(dictionary, day, encoding, fail_on, every=every, json=json)
    if file is None:
        return _stream(screener, wanted)
    folder = output or file.path.with_name(file.path.name + ".screened")
    return _file(screener, file, folder, wanted)


class Settings(NamedTuple):
    """What one run was asked for."""

    dictionary: Dictionary
    day: str
    encoding: str | None
    fail_on: str | None
    every: bool
    json: bool


def _file(screener: Screener, file: Source, folder: Path, wanted: Settings) -> int:
    """Screen one file into a folder; return the exit code."""
    notes = Console(stderr=True, highlight=False)
    opened = open_file(file, wanted.dictionary, wanted.encoding)
    for remark in opened.remarks:
        notes.print(remark, markup=False, soft_wrap=True)
    first = next(opened.lines, None)
    if first is None:
        message = f"{file.path.name} holds a header and no rows; nothing was screened"
        raise InputError(message)
    with RunWriter(folder, opened.mapping.headers) as writer:
        run = Run(screener, writer, as_of=wanted.day, every=wanted.every)
        _with_progress(run, chain([first], opened.lines), notes)
        summary = run.summary()
        writer.summary(summary)
    if wanted.json:
        typer.echo(msgspec.json.encode(summary).decode())
    else:
        show(run, folder)
    return _code(run, wanted.fail_on)


def _with_progress(run: Run, lines: Iterable[Line | Reject], notes: Console) -> None:
    columns = (TextColumn("screening"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=notes, transient=True) as bar:
        task = bar.add_task("rows", total=None)
        run.screen(lines, lambda done: bar.advance(task, done))


def show(run: Run, folder: Path) -> None:
    """Print the tier table and where the results lie."""
    screened = sum(run.counts.tiers.values())
    table = Table("tier", "means", "records", "share", title=f"{screened:,} records screened")
    for tier in TIERS:
        count = run.counts.tiers[tier]
        table.add_row(tier, _MEANING[tier], f"{count:,}", f"{count / max(screened, 1):.2%}")
    console = Console(highlight=False)
    console.print(table)
    rejected = sum(run.counts.rejects.values())
    if rejected:
        rows = "1 row was" if rejected == 1 else f"{rejected:,} rows were"
        console.print(f"{rows} rejected; see {folder / 'rejects.csv'}", soft_wrap=True)
    console.print(f"results: {folder / 'results.csv'}", soft_wrap=True)
    console.print(f"every reason with its sources: {folder / 'screenings.jsonl'}", soft_wrap=True)
    console.print(DISCLAIMER, soft_wrap=True)


def _code(run: Run, fail_on: str | None) -> int:
    """Return 1 if rows were rejected or a record reached the tier to fail on, else 0."""
    reached = fail_on is not None and any(
        run.counts.tiers[tier] for tier in TIERS[TIERS.index(fail_on) :]
    )
    return 1 if run.counts.rejects or reached else 0


def _stream(screener: Screener, wanted: Settings) -> int:
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
        verdicts = screener.screen_columns(columns, [line.line_id], as_of=wanted.day)
        if wanted.every or verdicts.shown(0):
            _out(screening_json(verdicts.screening(0)))
        if wanted.fail_on is not None and verdicts.tier(0) >= wanted.fail_on:
            code = 1
    return code


def _out(data: bytes) -> None:
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()
