"""``screener rules pack``: a pack proved and put into one file, or such a file proved."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from screener.cli import options
from screener.content.packed import MANIFEST, files_of, packed
from screener.errors import InputError, RuleError
from screener.factory import Inspection, inspect, load
from screener.pipeline import Screener
from screener.rules.lint_tests import lint_tests
from screener.rules.lock import current_rules, renewed
from screener.rules.mutate import mutate
from screener.rules.schema import COUNTED
from screener.rules.silences import apart

_UNTESTED = frozenset({"R053", "R054"})


def pack(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="The pack's folder; with --verify a packed file too."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The file; default NAME-VERSION.zip."),
    ] = None,
    verify: Annotated[bool, typer.Option("--verify", help="Prove it and write nothing.")] = False,
    lists: options.Lists = None,
    as_of: options.AsOf = None,
) -> int:
    """Check a pack and its versions, run its tests and mutations, and put it into one file.

    Exit 1, and no file, if a test fails, a rule that counts lacks one (an edit goes unnoticed,
    a limit or a missing column is untested), or pack.lock is behind. Equal packs make equal files.
    """
    inspection = inspect(folder, lists)
    if not verify and (inspection.home / MANIFEST).is_file():
        raise InputError(f"{inspection.place} is packed already; --verify proves it")
    inspection.check_versions()
    inspection.reading.world.diagnostics.raise_if_any(RuleError)
    screener = load(rules=folder, lists=lists, as_of=options.day(as_of))
    problems = [*_behind(inspection), *_untested(inspection), *_unproved(screener, inspection)]
    for problem in problems:
        typer.echo(problem)
    if problems:
        return 1
    name, version = screener.pack.name, screener.pack.version
    if verify:
        typer.echo(f"{name} {version}: {len(screener.pack.rules)} rules, all in order")
        return 0
    content = packed(name, version, files_of(inspection.home, RuleError))
    file = output if output is not None else Path(f"{name}-{version}.zip")
    file.write_bytes(content)
    typer.echo(f"{file}: {len(content):,} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}")
    return 0


def _behind(inspection: Inspection) -> Iterator[str]:
    """Yield that the lock does not say what the versions mean, if it does not."""
    current = current_rules(inspection.reading, inspection.place)
    after = renewed(inspection.lock, current)
    if after.rules and after != inspection.lock:
        yield "pack.lock is missing or behind; run screener rules bump"


def _untested(inspection: Inspection) -> Iterator[str]:
    """Yield the limits and missing columns of rules that count which no test shows."""
    lint_tests(inspection.reading)
    found, _ = apart(inspection.reading, judged=False)
    current = current_rules(inspection.reading, inspection.place)
    counted = {one.rule.at.path for one in current if one.rule.status in COUNTED}
    for one in found:
        if one.code in _UNTESTED and one.path in counted:
            yield f"{one.path}:{one.line}: {one.code} {one.message}"


def _unproved(screener: Screener, inspection: Inspection) -> Iterator[str]:
    """Yield the tests that fail, and the edits of rules that count which no test notices."""
    results = screener.run_rule_tests()
    for result in results:
        if not result.passed:
            place = f"{result.at.path}:{result.at.line}"
            yield f"FAIL {result.subject}: {result.test}   {place}"
    if not results:
        yield "the pack has no test"
    current = current_rules(inspection.reading, inspection.place)
    counted = [one.rule.id for one in current if one.rule.status in COUNTED]
    if not counted or not all(result.passed for result in results):
        return
    evaluator = screener.evaluator.as_written()
    for proved in mutate(evaluator, screener.examined, screener.today, counted):
        if not proved.is_proved:
            yield f"NOT CAUGHT {proved.subject}: screener rules test {proved.subject} --mutate"
