"""``screener map``: which column of a file is read as which field, and why."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.table import Table

from screener.batch.mapping import Dictionary
from screener.batch.mapping_file import mapping_text
from screener.batch.proposal import Proposal, propose
from screener.batch.reader import read_table
from screener.batch.source import Reading, source_of
from screener.cli import options
from screener.cli.consoles import plain_console
from screener.errors import InputError
from screener.factory import load_fields
from screener.pipeline import screenable


def map_columns(
    source: Annotated[Path, typer.Argument(metavar="INPUT", help="A file to be screened.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The mapping file; default INPUT.map.yaml."),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", help="Overrides the guessed encoding.")
    ] = None,
    sheet: options.Sheet = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a mapping file.")] = False,
    rules: options.Rules = None,
    json: options.Json = False,
) -> int:
    """Show which column is read as what and why, with samples, and write a mapping file to edit."""
    fields = load_fields(rules)
    dictionary = Dictionary(fields)
    table = read_table(source_of(source), dictionary, Reading(encoding, sheet))
    proposals = propose(table, dictionary)
    if not any(one.field is not None and screenable(fields[one.field]) for one in proposals):
        dictionary.telling(table.headers)
    path = output or source.with_name(source.name + ".map.yaml")
    if path.exists() and not force:
        message = f"{path} is there already; --force replaces it, -o names another file"
        raise InputError(message)
    path.write_text(mapping_text(source.name, proposals), encoding="utf-8")
    notes = plain_console(stderr=True)
    for remark in table.remarks:
        notes.print(remark, soft_wrap=True)
    if json:
        typer.echo(msgspec.json.encode([one._asdict() for one in proposals]).decode())
    else:
        _show(proposals)
    notes.print(f"mapping file: {path}", soft_wrap=True)
    return 0


def _show(proposals: tuple[Proposal, ...]) -> None:
    table = Table("column", "read as", "sure", "why", "samples")
    for one in proposals:
        sure = f"{one.confidence:.2f}" if one.field else ""
        samples = " | ".join(one.samples)
        table.add_row(one.header, one.field or "", sure, one.why, samples)
    plain_console().print(table)
