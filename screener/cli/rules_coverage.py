"""``screener rules coverage``: what rules do over a file, and what the pack leaves unused."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec
import typer

from screener.cli import options
from screener.cli.records import batches_of
from screener.cli.rules_mutate import score_lines
from screener.errors import InputError
from screener.factory import load
from screener.impact import Count, Impact, Precision
from screener.pipeline import Screener
from screener.rules.coverage import Coverage, RuleCoverage, Sources, unused
from screener.rules.mutate import MutationResult, mutate

_SHOWN = 12


def coverage(
    source: Annotated[
        Path | None, typer.Argument(metavar="[INPUT]", help="A CSV or JSONL file of records.")
    ] = None,
    rules: options.Rules = None,
    lists: options.Lists = None,
    mutated: Annotated[
        bool, typer.Option("--mutate", help="Also show how many edits of rules a test notices.")
    ] = False,
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
    results = _mutations(screener) if mutated else ()
    if json:
        data = found.impact.coverage if found is not None else None
        whole = {"unused": leftover, "data": data, "mutations": results}
        typer.echo(msgspec.json.encode(whole).decode())
    else:
        if found is not None:
            for text in coverage_lines(found.impact.coverage):
                typer.echo(text)
        for text in (*_unused_lines(leftover), *(score_lines(results) if mutated else ())):
            typer.echo(text)
    return 1 if found is not None and found.rejects else 0


def _mutations(screener: Screener) -> tuple[MutationResult, ...]:
    return mutate(screener.evaluator.as_written(), screener.examined, screener.today)


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


def coverage_lines(
    coverage: Coverage, precision: Iterable[Precision] = (), budget: float = 1.0
) -> Iterator[str]:
    """Yield the rules that answered, the most hits first, then those that never did.

    Lines are never cut: ids are what everything else is asked by. A rule that alone asks for
    more records than ``budget`` (a share of all) is marked.
    """
    shadow = sum(one.status == "shadow" for one in coverage.rules)
    also = f" ({shadow} shadow)" if shadow else ""
    yield f"{coverage.rows:,} records, {len(coverage.rules)} rules{also}"
    told = [one for one in coverage.rules if one.hits or one.unknown or one.excepted or one.errors]
    told.sort(key=lambda one: (-one.hits, -one.unknown, one.rule))
    judged = {one.rule: one for one in precision}
    over = {one.rule for one in told if one.only > budget * coverage.rows}
    yield from _aligned(
        [_HEAD, *(_cells(one, judged.get(one.rule), over=one.rule in over) for one in told)]
    )
    for title, names in (
        ("never matched", coverage.never),
        ("always unknown", coverage.always_unknown),
        ("with errors", [one.rule for one in coverage.rules if one.errors]),
        ("entries never found", coverage.entries_never_found),
    ):
        yield _line(title, names)


_HEAD = (
    "rule", "hits", "only hit", "unknown", "open", "reviewed", "confirmed", "precision (95%)",
    "overlap in group", "mostly missing",
)  # fmt: skip
_NUMBERS = slice(1, 7)


def _cells(one: RuleCoverage, judged: Precision | None, *, over: bool) -> tuple[str, ...]:
    missing = ", ".join(f"{column} {count:,}" for column, count in islice(one.missing.items(), 2))
    overlap = f"{one.overlap[0]} {one.overlap[1]:.2f}" if one.overlap is not None else ""
    counts = (one.hits, one.only, one.unknown, one.open)
    reviews: tuple[str, ...] = ("", "", "")
    if judged is not None:
        share = judged.confirmed / judged.reviewed
        bounds = f"{share:.2f} ({judged.low:.2f}-{judged.high:.2f})"
        reviews = (f"{judged.reviewed:,}", f"{judged.confirmed:,}", bounds)
    note = "; alone on more records than the review budget: keep its points few" if over else ""
    numbers = (f"{count:,}" for count in counts)
    return (one.rule, *numbers, *reviews, overlap, f"{missing}{note}".removeprefix("; "))


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield rows as lines: numbers to the right, empty columns left out."""
    filled = [at for at in range(len(_HEAD)) if any(row[at] for row in rows[1:])]
    widths = {at: max(len(row[at]) for row in rows) for at in filled}
    right = range(*_NUMBERS.indices(len(_HEAD)))
    for row in rows:
        cells = (
            row[at].rjust(widths[at]) if at in right else row[at].ljust(widths[at]) for at in filled
        )
        yield "  ".join(cells).rstrip()


def _unused_lines(leftover: Sources) -> Iterator[str]:
    yield _line("claims that no rule cites", leftover.claims_without_rule)
    yield _line("rules that cite no claim", leftover.rules_without_claim)
    yield _line("entries that no rule asks for", leftover.entries_without_rule)


def _line(title: str, names: list[str] | tuple[str, ...]) -> str:
    """Return how many there are, with the first of them by name."""
    more = ", ..." if len(names) > _SHOWN else ""
    listed = f" ({', '.join(names[:_SHOWN])}{more})" if names else ""
    return f"{title}: {len(names)}{listed}"
