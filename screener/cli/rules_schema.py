"""``screener rules schema``: what rule files may say, for editors."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import typer

from screener.cli import options
from screener.cli.editor_settings import SCHEMAS, jetbrains, vs_code
from screener.cli.rules_edit import editable
from screener.errors import InputError
from screener.factory import inspect
from screener.rules.editor_schema import Schema, condition_schema, rule_schema
from screener.rules.known import Known

_MAKERS = {"rule": rule_schema, "condition": condition_schema}


def schema(
    of: Annotated[
        Literal["rule", "condition"], typer.Argument(metavar="[rule|condition]")
    ] = "rule",
    editors: Annotated[
        Path | None,
        typer.Option(
            "--editors",
            metavar="DIR",
            help="Write both schemas into the pack, and settings for VS Code and JetBrains into "
            "the folder that the editor opens.",
        ),
    ] = None,
    rules: options.Rules = None,
    lists: options.Lists = None,
) -> int:
    """Print the JSON Schema of rule files, or of files of named conditions, for editors."""
    inspection = inspect(rules, lists)
    known = inspection.reading.world.known
    if editors is None:
        typer.echo(_written(_MAKERS[of](known)))
        return 0
    home = editable(inspection)
    _write(_files(editors, home, known))
    return 0


def _files(workspace: Path, home: Path, known: Known) -> dict[Path, str]:
    """Return what is to be written for a workspace that holds the pack.

    Raises:
        InputError: The pack lies elsewhere, or settings that stand there cannot be joined.

    """
    if not home.resolve().is_relative_to(workspace.resolve()):
        raise InputError(f"the pack {home} does not lie in {workspace}")
    pack = home.resolve().relative_to(workspace.resolve()).as_posix()
    folders: Sequence[str] = sorted({name.partition(".")[0] for name in known.rules})
    makers: Mapping[str, str] = {
        file: _written(_MAKERS[kind](known)) + "\n" for kind, file in SCHEMAS.items()
    }
    return {
        **{home / file: text for file, text in makers.items()},
        **vs_code(workspace, pack),
        **jetbrains(workspace, pack, folders),
    }


def _write(files: Mapping[Path, str]) -> None:
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        typer.echo(f"{path} is written")


def _written(schema: Schema) -> str:
    return msgspec.json.format(msgspec.json.encode(schema), indent=1).decode()
