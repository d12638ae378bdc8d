"""``screener rules coverage``: what rules do over a file, and what the pack leaves unused."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from screener.batch.runner import CHUNK
from screener.batch.tables import Line
from screener.cli import options
from screener.cli.records import lines_of
from screener.errors import InputError
from screener.factory import load
from screener.model.columns import columns_of
from screener.pipeline import Screener
from screener.rules.coverage import Coverage, RuleCoverage, Sources, Tally, unused

_SHOWN = 12


def coverage(
    source: Annotated[
        Path | None, typer.Argument(metavar="[INPUT]", help="A CSV or JSONL file of records.")
    ] = None,
    rules: options.Rules = None,
    lists: options.Lists = None,
    as_of: options.AsOf = None,
    json: options.Json = False,
) -> int:
    """Show which rules fire over a file, which never or cannot tell, and what the pack leaves unused.

    Without a file only what needs no record is shown. Rejected rows make the exit code 1.
    """
    screener = load(rules=rules, lists=lists, as_of=options.day(as_of))
    leftover = unused(
        screener.evaluator,
        screener.register,
        {edition.id: [entry.id for entry in edition.entries] for edition in screener.editions},
    )
    counted = _counted(screener, source) if source is not None else None
    if json:
        whole = {"unused": leftover, "data": counted.coverage if counted is not None else None}
        typer.echo(msgspec.json.encode(whole).decode())
    else:
        if counted is not None:
            _show(counted.coverage)
        for text in _unused_lines(leftover):
            typer.echo(text)
    return 1 if counted is not None and counted.rejects else 0


class _Counted(NamedTuple):
    coverage: Coverage
    rejects: int


def _counted(screener: Screener, source: Path) -> _Counted:
    """Return what the rules answer over a file, read in chunks."""
    tally = Tally(screener.pack, screener.entries)
    rejects = 0
    with lines_of(screener, source) as lines:
        while chunk := list(islice(lines, CHUNK)):
            records = [line for line in chunk if isinstance(line, Line)]
            rejects += len(chunk) - len(records)
            if records:
                columns = columns_of([line.values for line in records], screener.record_fields)
                verdicts = screener.screen_columns(columns, [line.line_id for line in records])
                for outcomes, rows in verdicts.distinct():
                    tally.add(outcomes, rows)
                tally.found(verdicts.found)
    if rejects:
        typer.echo(f"{rejects:,} rows could not be read and are not counted", err=True)
    found = tally.coverage()
    if not found.rows:
        raise InputError(f"{source} holds no record that can be screened")
    return _Counted(found, rejects)


def _show(coverage: Coverage) -> None:
    """Print the rules that answered, the most hits first, then those that never did."""
    table = Table(
        "rule", "hits", "only hit", "unknown", "open", "mostly missing", "overlap in group",
        title=f"{coverage.rows:,} records, {len(coverage.rules)} rules",
    )  # fmt: skip
    told = [one for one in coverage.rules if one.hits or one.unknown or one.excepted or one.errors]
    for one in sorted(told, key=lambda one: (-one.hits, -one.unknown, one.rule)):
        table.add_row(*_cells(one))
    Console(highlight=False).print(table)
    for title, names in (
        ("never matched", coverage.never),
        ("always unknown", coverage.always_unknown),
        ("with errors", [one.rule for one in coverage.rules if one.errors]),
        ("entries never found", coverage.entries_never_found),
    ):
        typer.echo(_line(title, names))


def _cells(one: RuleCoverage) -> tuple[str, ...]:
    missing = ", ".join(f"{column} {count:,}" for column, count in islice(one.missing.items(), 2))
    overlap = f"{one.overlap[0]} {one.overlap[1]:.2f}" if one.overlap is not None else ""
    counts = (one.hits, one.only, one.unknown, one.open)
    return (one.rule, *(f"{count:,}" for count in counts), missing, overlap)


def _unused_lines(leftover: Sources) -> Iterator[str]:
    yield _line("claims that no rule cites", leftover.claims_without_rule)
    yield _line("rules that cite no claim", leftover.rules_without_claim)
    yield _line("entries that no rule asks for", leftover.entries_without_rule)


def _line(title: str, names: list[str] | tuple[str, ...]) -> str:
    """Return how many there are, with the first of them by name."""
    more = ", ..." if len(names) > _SHOWN else ""
    listed = f" ({', '.join(names[:_SHOWN])}{more})" if names else ""
    return f"{title}: {len(names)}{listed}"
