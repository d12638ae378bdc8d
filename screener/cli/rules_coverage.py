"""``screener rules coverage``: what rules do over a file, and what the pack leaves unused."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec
import typer
from rich.console import Console
from rich.table import Column, Table

from screener.cli import options
from screener.cli.records import batches_of
from screener.errors import InputError
from screener.factory import load
from screener.impact import Count, Impact
from screener.pipeline import Screener
from screener.rules.coverage import Coverage, RuleCoverage, Sources, unused

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
    found = counted(Count(screener), screener, source) if source is not None else None
    if json:
        whole = {"unused": leftover, "data": found.impact.coverage if found is not None else None}
        typer.echo(msgspec.json.encode(whole).decode())
    else:
        if found is not None:
            show_coverage(found.impact.coverage)
        for text in _unused_lines(leftover):
            typer.echo(text)
    return 1 if found is not None and found.rejects else 0


class Counted(NamedTuple):
    """What was counted over a file, and how many of its rows could not be read."""

    impact: Impact
    rejects: int


def counted(count: Count, screener: Screener, source: Path) -> Counted:
    """Return what screeners say of a file, read in batches.

    Raises:
        InputError: The file cannot be read, or holds no record that can be screened.

    """
    rejects = 0
    for batch in batches_of(screener, source):
        rejects += batch.rejects
        if batch.records:
            count.add(batch.records, batch.line_ids)
    if rejects:
        typer.echo(f"{rejects:,} rows could not be read and are not counted", err=True)
    impact = count.impact()
    if not impact.rows:
        raise InputError(f"{source} holds no record that can be screened")
    return Counted(impact, rejects)


def show_coverage(coverage: Coverage) -> None:
    """Print the rules that answered, the most hits first, then those that never did."""
    told = [one for one in coverage.rules if one.hits or one.unknown or one.excepted or one.errors]
    # Narrow terminals and pipes must not cut the id, by which everything else is asked.
    longest = max((len(one.rule) for one in told), default=0)
    table = Table(
        Column("rule", no_wrap=True, min_width=longest), "hits", "only hit", "unknown", "open", "mostly missing", "overlap in group",
        title=f"{coverage.rows:,} records, {len(coverage.rules)} rules",
    )  # fmt: skip
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
