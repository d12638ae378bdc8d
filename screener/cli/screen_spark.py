"""``screener screen --engine spark``: a table screened on a cluster."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
import typer

from screener.batch.counts import TIERS
from screener.batch.mapping_file import read_mapping
from screener.cli.samples import sample_lines
from screener.distributed.frames import Asked
from screener.distributed.job import TABLE, Job, run
from screener.errors import InputError
from screener.factory import load_fields
from screener.model.screening import Scope

RESULTS = "results.parquet"


def check_options(given: Mapping[str, object]) -> None:
    """Refuse options that say nothing of a table on a cluster.

    Raises:
        InputError: One of them is given.

    """
    for name, value in given.items():
        if value:
            message = f"{name} is for --engine local; Spark reads and writes Parquet and tables"
            raise InputError(message)


def target_of(source: str, output: Path | None) -> str:
    """Return where the results of a table go: a folder of Parquet, or a table beside a table."""
    if source.startswith(TABLE):
        return f"{TABLE}{output}" if output is not None else f"{source}_screened"
    return f"{output if output is not None else f'{source}.screened'}/{RESULTS}"


def asked_of(
    mapping: Path | None, rules: Path | None, lists: Path | None, day: str, *, every: bool
) -> Asked:
    """Return what a table is screened for, with a mapping file read."""
    columns = None
    if mapping is not None:
        columns = read_mapping(mapping, load_fields(rules))
    return Asked(day, rules, lists, columns, every)


def screen_on_spark(job: Job, fail_on: str | None, *, json: bool) -> int:
    """Screen a table on a cluster and tell the counts; return the exit code."""
    summary = run(job)
    rows, tiers = (msgspec.convert(summary[name], dict[str, int]) for name in ("rows", "tiers"))
    if json:
        typer.echo(msgspec.json.encode(summary).decode())
    else:
        for tier, count in tiers.items():
            typer.echo(f"{tier} {count:,}")
        typer.echo(f"{rows['screened']:,} rows screened, {rows['rejected']:,} rejected")
        typer.echo(f"results: {job.target}")
        for line in sample_lines(msgspec.convert(summary["scope"], Scope).lists):
            typer.echo(line)
    reached = fail_on is not None and any(tiers[tier] for tier in TIERS[TIERS.index(fail_on) :])
    return 1 if rows["rejected"] or reached else 0
