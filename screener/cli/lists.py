"""``screener lists``: which watchlists are in use, and what stands on them."""

from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from screener.cli import options
from screener.errors import InputError
from screener.factory import load_editions
from screener.model.listing import Edition

app = typer.Typer(help="Watchlists and their editions.", no_args_is_help=True)


@app.command("ls")
def ls(lists: options.Lists = None, json: options.Json = False) -> int:
    """List the editions in use, with their true coverage."""
    editions = load_editions(lists)
    if json:
        rows = [{**_described(edition), "entries": len(edition.entries)} for edition in editions]
        typer.echo(msgspec.json.encode(rows).decode())
        return 0
    table = Table("list", "edition", "date", "entries", "coverage")
    for edition in editions:
        sample = "sample: " if edition.sample else ""
        count = str(len(edition.entries))
        table.add_row(
            edition.id, edition.edition, edition.edition_date, count, sample + edition.coverage
        )
    Console(highlight=False).print(table)
    return 0


@app.command("show")
def show(
    list_id: Annotated[str, typer.Argument(metavar="ID")],
    entries: Annotated[bool, typer.Option("--entries", help="With every entry.")] = False,
    lists: options.Lists = None,
) -> int:
    """Show one edition as JSON: publisher, licence, coverage, and its entries if asked."""
    found = next((one for one in load_editions(lists) if one.id == list_id), None)
    if found is None:
        message = f"no list {list_id!r}; `screener lists ls` names those in use"
        raise InputError(message)
    shown: dict[str, object] = _described(found)
    if entries:
        shown["entries"] = found.entries
    typer.echo(msgspec.json.format(msgspec.json.encode(shown), indent=2).decode())
    return 0


def _described(edition: Edition) -> dict[str, object]:
    """Return an edition without its entries."""
    return {name: getattr(edition, name) for name in edition.__struct_fields__ if name != "entries"}
