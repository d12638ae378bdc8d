"""The mutation report of ``screener rules test --mutate``."""

from collections.abc import Iterator, Sequence

import msgspec
import typer

from screener.pipeline import Screener
from screener.rules.mutate import MutationResult, mutate


def mutation_report(screener: Screener, subject: str | None, *, json: bool) -> bool:
    """Print which edits of rules no test would notice; return whether all is proved.

    Score mutations that survive are shown and prove nothing: a test need not name points.
    """
    wanted = () if subject is None else (subject,)
    evaluator = screener.evaluator.as_written()
    results = mutate(evaluator, screener.examined, screener.today, wanted)
    if json:
        typer.echo(msgspec.json.encode(results).decode())
    else:
        for line in _lines(results, every=subject is not None):
            typer.echo(line)
    return all(result.is_proved for result in results)


def _lines(results: Sequence[MutationResult], *, every: bool) -> Iterator[str]:
    for result in results:
        shown = tuple(_problems(result))
        if every or shown:
            yield _heading(result)
        yield from shown
    yield from score_lines(results)


def score_lines(results: Sequence[MutationResult]) -> Iterator[str]:
    """Yield how many edits of each kind were tried, and how many a test notices."""
    tried = [one for result in results for one in result.mutations]
    for kind in ("logic", "score"):
        of_kind = [one for one in tried if one.kind == kind]
        caught = sum(one.caught for one in of_kind)
        accepted = sum(one.accepted and not one.caught for one in of_kind)
        more = f", accepted with a reason {accepted}" if accepted else ""
        yield f"{kind} mutations: {len(of_kind)}, caught {caught}{more}"


def _heading(result: MutationResult) -> str:
    passed = result.tests - result.failed
    tests = f"{result.tests} tests, {passed} passed, {result.failed} failed"
    caught = sum(one.caught for one in result.mutations)
    mutations = f"{len(result.mutations)} mutations, caught {caught}"
    place = f"{result.at.path}:{result.at.line}"
    return f"{result.subject} v{result.version}   {tests}   {mutations}   {place}"


def _problems(result: MutationResult) -> Iterator[str]:
    if result.failed:
        yield "  NOT TRIED   its tests must pass first: screener rules test " + result.subject
    for one in result.mutations:
        if one.survives:
            yield f"  NOT CAUGHT  {one.change}"
            yield f"              {one.advice}"
    for change in result.needless:
        yield f"  NEEDLESS    mutation_ok: {change}; a test catches it, or there is no such one"
