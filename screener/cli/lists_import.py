"""``screener lists import``: a published file becomes an edition, or is refused."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from screener.cli import options
from screener.editions.importing import Order
from screener.errors import InputError
from screener.factory import import_edition
from screener.lists.difference import difference
from screener.lists.formats import FORMATS

_FORMATS = ", ".join(one.name for one in FORMATS)


def import_list(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file as published.")],
    list_id: Annotated[str, typer.Option("--as", metavar="ID", help="The list it becomes.")],
    format_name: Annotated[
        str | None, typer.Option("--format", help=f"Its layout, one of: {_FORMATS}.")
    ] = None,
    day: Annotated[
        str | None, typer.Option("--day", help="Of which day it is, if it does not say so.")
    ] = None,
    encoding: Annotated[str, typer.Option("--encoding", help="Of files of text.")] = "utf-8",
    column: Annotated[
        list[str] | None,
        typer.Option("--column", help="THEIRS=OURS: a heading of your own table; repeatable."),
    ] = None,
    at_least: Annotated[
        int | None, typer.Option("--at-least", min=1, help="Entries that must be there.")
    ] = None,
    at_most: Annotated[
        int | None, typer.Option("--at-most", min=1, help="Entries that may be there.")
    ] = None,
    max_loss: Annotated[
        float | None,
        typer.Option("--max-loss", min=0.0, max=1.0, help="Share that may be gone; usually 0.1."),
    ] = None,
    canary: Annotated[
        list[str] | None,
        typer.Option("--canary", help="A name that must be found; repeatable."),
    ] = None,
    json: options.Json = False,
) -> int:
    """Make an edition of a published list; it is refused if a guard finds something wrong."""
    order = Order(
        path=file,
        list_id=list_id,
        format_name=format_name,
        day=options.day(day) if day is not None else None,
        encoding=encoding,
        mapping=_mapping(column or ()),
        at_least=at_least,
        at_most=at_most,
        max_loss=max_loss,
        canaries=tuple(canary) if canary else None,
    )
    imported = import_edition(order)
    edition, before = imported.edition, imported.before
    changes = difference(before, edition) if before is not None else None
    result = {
        "id": edition.id,
        "edition": edition.edition,
        "edition_date": edition.edition_date,
        "entries": len(edition.entries),
        "checksum": edition.checksum,
        "in_use": imported.newest,
        "before": before.edition if before is not None else None,
        "added": len(changes.added) if changes is not None else None,
        "removed": len(changes.removed) if changes is not None else None,
        "changed": len(changes.changed) if changes is not None else None,
    }
    if json:
        typer.echo(msgspec.json.encode(result).decode())
        return 0
    typer.echo(f"{edition.id}: edition {edition.edition} with {len(edition.entries):,} entries")
    typer.echo(f"coverage: {edition.coverage}")
    if before is not None:
        typer.echo(
            f"since {before.edition}: {result['added']} added, {result['removed']} removed, "
            f"{result['changed']} changed"
        )
    if not imported.newest:
        typer.echo("a newer edition stays in use; this one is kept beside it")
    return 0


def _mapping(columns: list[str] | tuple[str, ...]) -> dict[str, str]:
    """Return our column for each of theirs.

    Raises:
        InputError: One is not written THEIRS=OURS.

    """
    wrong = next((one for one in columns if not all(one.rpartition("=")[::2])), None)
    if wrong is not None:
        message = f"--column {wrong!r} is not written THEIRS=OURS"
        raise InputError(message)
    return {one.rpartition("=")[0]: one.rpartition("=")[2] for one in columns}
