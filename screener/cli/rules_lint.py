"""``screener rules validate`` and ``lint``: everything wrong with a pack, in several formats."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from screener.cli import options
from screener.cli.findings import FORMATS, Findings
from screener.content.diagnostics import diagnostics_of
from screener.content.fixes import fixed
from screener.errors import ContentError, InputError
from screener.factory import inspect, load
from screener.rules.lint import lint as judge
from screener.rules.lint_days import check_days, check_sources
from screener.rules.near_misses import check_near_misses
from screener.rules.silences import apart

INVALID = 2
_ROUNDS = 5
"""A fix may uncover the next; after so many rounds what is left is shown."""

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATHS]", help="Show only these files or folders of the pack."),
]
Format = Annotated[
    Literal["text", "json", "sarif", "junit", "github"],
    typer.Option("--format", help="How to write what was found."),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 1 if there is a warning.")]


def validate(
    paths: Paths = None,
    rules: options.Rules = None,
    lists: options.Lists = None,
    as_of: options.AsOf = None,
    output: Format = "text",
    strict: Strict = False,
) -> int:
    """Check structure, types, references, versions and days; all problems are shown at once."""
    day = date.fromisoformat(options.day(as_of))
    return _answer(_findings(rules, lists, day, judged=False), paths, output, strict=strict)


def lint(
    paths: Paths = None,
    rules: options.Rules = None,
    lists: options.Lists = None,
    as_of: options.AsOf = None,
    output: Format = "text",
    strict: Strict = False,
    fix: Annotated[bool, typer.Option("--fix", help="Make the fixes that are certain.")] = False,
) -> int:
    """Judge wording, sources, tests, overlap and speed as well; `--fix` edits the files."""
    day = date.fromisoformat(options.day(as_of))
    findings = _findings(rules, lists, day, judged=True)
    done, rounds = 0, _ROUNDS
    while fix and rounds and (made := _fix(findings, paths)):
        done, rounds = done + made, rounds - 1
        findings = _findings(rules, lists, day, judged=True)
    if fix:
        typer.echo(f"{done} fixes made", err=True)
    return _answer(findings, paths, output, strict=strict)


def _findings(rules: Path | None, lists: Path | None, day: date, *, judged: bool) -> Findings:
    """Return what a check of the content finds; errors of lists and sources come alone."""
    try:
        inspection = inspect(rules, lists)
    except ContentError as error:
        found = diagnostics_of(error)
        files = tuple(sorted({one.path for one in found}))
        return Findings(found, (), files, "what the rules rest on")
    reading, days = inspection.reading, inspection.register.review_days()
    inspection.check_versions()
    if not judged:
        check_days(reading, day)
        check_sources(reading, days, day)
    else:
        judge(reading, day, days)
        if reading.pack is not None:
            examined = load(rules=rules, lists=lists, as_of=day)
            check_near_misses(
                reading,
                examined.evaluator.as_written(),
                lambda row: examined.examined([row])[0],
                day,
            )
    found, silenced = apart(reading, judged=judged)
    named = len(reading.world.named)
    files = tuple(node.mark.path for node in reading.nodes.values())
    return Findings(found, silenced, files, f"{len(reading.rules)} rules, {named} named conditions")


def _answer(findings: Findings, paths: list[Path] | None, output: str, *, strict: bool) -> int:
    """Write what was found in the files asked for; return the exit code."""
    chosen = _chosen(findings, paths)._replace(strict=strict)
    typer.echo(FORMATS[output](chosen))
    if any(one.severity == "error" for one in chosen.found):
        return INVALID
    return 1 if chosen.failed else 0


def _chosen(findings: Findings, paths: list[Path] | None) -> Findings:
    """Return the findings in some files or folders.

    Raises:
        InputError: None of them is a file of the pack: nothing would be shown as if all were well.

    """
    if not paths:
        return findings
    wanted = [path.absolute() for path in paths]

    def within(path: str) -> bool:
        return any(Path(path).absolute().is_relative_to(one) for one in wanted)

    known = {*findings.files, *(one.path for one in findings.found)}
    if not any(map(within, known)):
        message = f"no file of the pack lies in {', '.join(map(str, paths))}"
        raise InputError(message)
    return findings._replace(
        found=tuple(one for one in findings.found if within(one.path)),
        silenced=tuple(one for one in findings.silenced if within(one.found.path)),
        files=tuple(path for path in findings.files if within(path)),
    )


def _fix(findings: Findings, paths: list[Path] | None) -> int:
    """Make the certain fixes in the files asked for; return how many were made."""
    chosen, total = _chosen(findings, paths).found, 0
    for path in sorted({one.path for one in chosen if one.fix is not None}):
        file = Path(path)
        before = file.read_bytes().decode("utf-8")
        after, made = fixed(before, (one for one in chosen if one.path == path))
        if after != before:
            file.write_bytes(after.encode("utf-8"))
            total += made
    return total
