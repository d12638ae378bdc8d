"""``screener rules schema``: what rule files may say, for editors."""

from typing import Annotated, Literal

import msgspec
import typer

from screener.cli import options
from screener.factory import inspect
from screener.rules.editor_schema import condition_schema, rule_schema

_SCHEMAS = {"rule": rule_schema, "condition": condition_schema}


def schema(
    of: Annotated[
        Literal["rule", "condition"], typer.Argument(metavar="[rule|condition]")
    ] = "rule",
    rules: options.Rules = None,
    lists: options.Lists = None,
) -> int:
    """Print the JSON Schema of rule files, or of files of named conditions, for editors."""
    known = inspect(rules, lists).reading.world.known
    written = msgspec.json.format(msgspec.json.encode(_SCHEMAS[of](known)), indent=1)
    typer.echo(written.decode())
    return 0
