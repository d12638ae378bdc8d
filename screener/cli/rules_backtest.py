"""``screener rules backtest`` and ``diff``: what a pack, or a change of one, does to records."""

import hashlib
from collections.abc import Iterator, Mapping
from math import ceil
from pathlib import Path
from time import perf_counter_ns
from typing import Annotated

import msgspec
import typer

from screener.cli import options
from screener.cli.rules_coverage import Counted, counted, coverage_lines
from screener.cli.rules_edit import sound, write_lock
from screener.cli.small_tables import read_small_table
from screener.errors import InputError
from screener.factory import Inspection, inspect, load
from screener.impact import Count, Impact, Load
from screener.model.field import Field
from screener.pipeline import Screener
from screener.rules.lock import Backtest
from screener.rules.pack_changes import PackChange, pack_change
from screener.rules.rule_changes import RuleChange, Side
from screener.rules.senses import Sense
from screener.rules.timing import rule_times

_ANSWERS = {"yes": True, "no": False}
_SHOWN = 20
_SLOWEST = 10

Data = Annotated[
    Path | None, typer.Option("--data", help="A CSV or JSONL file of records to try it on.")
]


def backtest(
    data: Annotated[Path, typer.Option("--data", help="A CSV or JSONL file of records.")],
    old: Annotated[
        Path | None, typer.Option("--old", help="The folder of a pack to compare with.")
    ] = None,
    reviews: Annotated[
        Path | None,
        typer.Option("--reviews", help="A CSV file of line_id and confirmed (yes or no)."),
    ] = None,
    rules: options.Rules = None,
    lists: options.Lists = None,
    as_of: options.AsOf = None,
    record: Annotated[
        bool,
        typer.Option(
            "--record", help="Keep in pack.lock that the rules which count passed, if they did."
        ),
    ] = False,
    json: options.Json = False,
) -> int:
    """Show tiers, review load and each rule over records; exit 1 if the load is over budget."""
    day = options.day(as_of)
    screener = load(rules=rules, lists=lists, as_of=day)
    before = load(rules=old, lists=lists, as_of=day) if old is not None else None
    judged = dict(_reviews(reviews)) if reviews is not None else {}
    count = Count(screener, before, judged)
    found = counted(count, screener, data)
    if json:
        typer.echo(msgspec.json.encode(found.impact).decode())
    else:
        impact = found.impact
        rules_told = coverage_lines(impact.coverage, impact.precision, impact.load.budget)
        for text in (*impact_lines(impact), *rules_told):
            typer.echo(text)
        typer.echo(_slowest(screener, count))
    if found.rejects or found.impact.load.exceeded:
        if record:
            typer.echo("nothing is kept: rows were rejected, or the load is over budget", err=True)
        return 1
    if record:
        write_lock(inspect(rules, lists), kept(data, found.impact.rows, found.impact.load))
    return 0


def kept(data: Path, rows: int, found: Load) -> Backtest:
    """Return what is kept of a backtest within budget.

    Raises:
        InputError: So few records cannot tell a share as small as the budget.

    """
    needed = ceil(1 / found.budget) if found.budget else 1
    if rows < needed:
        message = f"{rows:,} records cannot tell a share of {found.budget:.2%}"
        raise InputError(f"{message}; try {needed:,} or more")
    with data.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return Backtest(data=digest, rows=rows, share=found.share, budget=found.budget)


def _slowest(screener: Screener, count: Count) -> str:
    """Return the rules that take longest, asked alone of the first records."""
    rows = count.sample
    times = rule_times(screener.evaluator, rows, screener.today, perf_counter_ns)[:_SLOWEST]
    told = ", ".join(f"{one.rule} {one.microseconds:.1f}" for one in times)
    return f"slowest rules, microseconds a record over the first {len(rows):,}: {told}"


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The folder of the old pack.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The folder of the new one.")],
    data: Data = None,
    lists: options.Lists = None,
    as_of: options.AsOf = None,
    json: options.Json = False,
) -> int:
    """Show what a change of a pack means, and the version it asks for.

    Exit 1 if the version of a rule or of the pack has not risen as far as the change asks for.
    """
    day = options.day(as_of)
    (before, columns), (after, new_columns) = (_side(sound(one, lists)) for one in (old, new))
    change = pack_change(before, after, (columns, new_columns))
    found = _tried(old, new, lists, day, data) if data is not None else None
    if json:
        whole = {"change": change, "data": found.impact if found is not None else None}
        typer.echo(msgspec.json.encode(whole).decode())
    else:
        for text in change_lines(change):
            typer.echo(text)
        for text in impact_lines(found.impact) if found is not None else ():
            typer.echo(text)
    return 0 if change.settled and not (found and found.rejects) else 1


def _side(inspection: Inspection) -> tuple[Side, Mapping[str, Field]]:
    """Return a pack for comparison, and its columns; names need not be searched for that."""
    pack = inspection.reading.pack
    assert pack is not None, "a pack without errors is there"
    grades = {name: claim.grade for name, claim in inspection.register.claims.items()}
    return Side(pack, grades), inspection.reading.world.known.fields


def _tried(old: Path, new: Path, lists: Path | None, day: str, data: Path) -> Counted:
    before, after = (load(rules=folder, lists=lists, as_of=day) for folder in (old, new))
    return counted(Count(after, before), after, data)


def _reviews(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield what reviews came to, by record.

    Raises:
        InputError: A column is missing, or an answer is neither yes nor no.

    """
    table = read_small_table(path)
    record, confirmed = table.column("line_id"), table.column("confirmed")
    for number, row in enumerate(table.rows, start=2):
        if not any(row):
            continue
        answer = _ANSWERS.get(row[confirmed].strip().lower())
        if answer is None:
            raise InputError(
                f"{row[confirmed]!r} is neither yes nor no", row=number, column="confirmed"
            )
        yield row[record], answer


def impact_lines(impact: Impact) -> Iterator[str]:
    """Yield the load, the table of tiers before and after, and the records that moved."""
    yield f"{impact.rows:,} records"
    if impact.before is not None:
        yield f"review load before: {_load(impact.before)}"
    yield f"review load: {_load(impact.load)}"
    if impact.before is not None:
        tiers = list(impact.transitions)
        yield "tier before \\ after" + "".join(f"{tier:>12}" for tier in tiers)
        for before, row in impact.transitions.items():
            yield f"{before:<19}" + "".join(f"{row[after]:>12,}" for after in tiers)
        yield f"records moved: {len(impact.moves):,}"
        for move in impact.moves[:_SHOWN]:
            yield f"  {move.line_id}  {move.before} -> {move.after}"
        if len(impact.moves) > _SHOWN:
            yield f"  and {len(impact.moves) - _SHOWN:,} more; --json names them all"


def _load(load: Load) -> str:
    told = ", ".join(f"{tier} {rows:,}" for tier, rows in load.tiers.items())
    verdict = "over" if load.exceeded else "within"
    return f"{load.share:.2%} at T2 or above, {verdict} the budget of {load.budget:.2%} ({told})"


def change_lines(change: PackChange) -> Iterator[str]:
    """Yield what changed, rule by rule, and the version asked for."""
    for rule in change.rules:
        yield from _rule_lines(rule)
    yield from (f"{other.what}   {other.level}" for other in change.others)
    if not change.rules and not change.others:
        yield "nothing changed"
    told = f"pack version {change.old_version} -> {change.new_version}"
    if change.suggested is None:
        yield f"{told}: no version of three numbers, so none is suggested"
    else:
        yield f"{told}, suggested {change.suggested} ({change.level})"


def _rule_lines(change: RuleChange) -> Iterator[str]:
    versions = [f"v{number}" for number in (change.before, change.after) if number is not None]
    yield f"{change.rule}  {' -> '.join(dict.fromkeys(versions))}   {change.level}: {change.why}"
    parts = {"logic": change.logic, "score": change.score}
    moved = [name for name, sense in parts.items() if sense is not Sense.SAME]
    if moved and change.wording:
        yield "  the wording changed too"
    yield from (f"  {detail}" for detail in change.details)
    if change.unversioned:
        yield (
            f"  error[R033] {' and '.join(change.unversioned)} changed but the version did not; "
            f"run screener rules bump {change.rule}"
        )
