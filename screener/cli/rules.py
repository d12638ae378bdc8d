"""``screener rules``: check the pack, run its inline tests, list the columns it may use."""

from typing import Annotated

import msgspec
import typer
from rich.table import Table

from screener.cli import (
    options,
    rules_backtest,
    rules_docs,
    rules_edit,
    rules_lint,
    rules_pack,
    rules_schema,
)
from screener.cli.consoles import plain_console
from screener.cli.rules_coverage import coverage
from screener.cli.rules_explain import explain
from screener.cli.rules_mutate import mutation_report
from screener.errors import InputError
from screener.factory import load, load_fields

app = typer.Typer(help="The rule pack: check and prove it.", no_args_is_help=True)
app.command("explain")(explain)
app.command("coverage")(coverage)
app.command("backtest")(rules_backtest.backtest)
app.command("diff")(rules_backtest.diff)
app.command("new")(rules_edit.new)
app.command("fmt")(rules_edit.fmt)
app.command("bump")(rules_edit.bump)
app.command("docs")(rules_docs.docs)
app.command("schema")(rules_schema.schema)
app.command("validate")(rules_lint.validate)
app.command("lint")(rules_lint.lint)
app.command("pack")(rules_pack.pack)


@app.command("test")
def test(
    rule: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="One rule or condition.")
    ] = None,
    rules: options.Rules = None,
    lists: options.Lists = None,
    mutate: Annotated[
        bool, typer.Option("--mutate", help="Also show which edits no test would notice.")
    ] = False,
    as_of: options.AsOf = None,
    json: options.Json = False,
) -> int:
    """Run the inline tests of rules and named conditions; exit 1 if one fails.

    With --mutate, also exit 1 if an edit of a rule's logic is noticed by none of its tests.
    """
    screener = load(rules=rules, lists=lists, as_of=options.day(as_of))
    results = [
        result for result in screener.run_rule_tests() if rule is None or result.subject == rule
    ]
    if not results:
        message = f"no test belongs to {rule!r}" if rule else "the pack has no test"
        raise InputError(message)
    failed = [result for result in results if not result.passed]
    if json and mutate:
        return 0 if mutation_report(screener, rule, json=True) else 1
    if json:
        typer.echo(msgspec.json.encode(results).decode())
    else:
        for result in failed:
            place = f"{result.at.path}:{result.at.line}"
            typer.echo(f"FAIL {result.subject}: {result.test}   {place}")
            typer.echo(f"     expected {result.expected}, got {result.got}")
            for reason in result.because:
                typer.echo(f"     because {reason}")
        typer.echo(
            f"{len(results)} tests, {len(results) - len(failed)} passed, {len(failed)} failed"
        )
    proved = mutation_report(screener, rule, json=False) if mutate else True
    return 1 if failed or not proved else 0


@app.command("fields")
def fields(rules: options.Rules = None, json: options.Json = False) -> int:
    """List the columns a rule may use: type, what they hold, whether empty is a gap."""
    dictionary = load_fields(rules)
    if json:
        typer.echo(msgspec.json.encode(list(dictionary.values())).decode())
        return 0
    table = Table("field", "type", "gap if empty", "holds", "meaning")
    for field in dictionary.values():
        holds = ", ".join([*field.carries, *(f"({kind})" for kind in field.may_carry)])
        gap = "yes" if field.gap_if_empty else "no"
        table.add_row(field.name, field.type, gap, holds, field.meaning)
    plain_console().print(table)
    return 0
