"""``screener db keys``: who may use the service."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

import msgspec
import typer
from rich.table import Table

from screener.cli import options
from screener.cli.consoles import plain_console
from screener.cli.databases import service_database
from screener.errors import InputError
from screener.model.access import SCOPES, Scope
from screener.storage.keys import Keys

app = typer.Typer(help="Keys of the service: made, listed, revoked.", no_args_is_help=True)
_ACTOR = "command line"


@app.command("create")
def create(
    owner: Annotated[str, typer.Option("--owner", help="The person or system that holds it.")],
    scope: Annotated[list[str], typer.Option("--scope", help=f"Repeatable: {', '.join(SCOPES)}.")],
    days: Annotated[
        int | None, typer.Option("--days", min=1, max=3_650, help="Days until it ends.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Make a key and show it, this once."""
    end = None
    if days is not None:
        end = (datetime.now(tz=UTC) + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    with service_database() as engine:
        made = Keys(engine).create(owner, _scopes(scope), actor=_ACTOR, expires_at=end)
    if json:
        typer.echo(msgspec.json.encode(made._asdict()).decode())
        return
    typer.echo(made.token)
    typer.echo(f"key {made.key.id} of {made.key.owner}; it is not shown again", err=True)


@app.command("ls")
def ls(json: options.Json = False) -> None:
    """List every key, also those that no longer count."""
    with service_database() as engine:
        keys = Keys(engine).all()
    if json:
        typer.echo(msgspec.json.encode(keys).decode())
        return
    table = Table("key", "owner", "scopes", "created", "ends", "revoked", "last used")
    for key in keys:
        times = (key.created_at, key.expires_at, key.revoked_at, key.last_used_at)
        table.add_row(key.id, key.owner, " ".join(key.scopes), *((at or "")[:16] for at in times))
    plain_console().print(table)


@app.command("revoke")
def revoke(key: Annotated[str, typer.Argument(metavar="KEY")]) -> None:
    """Revoke a key by its id, at once and for good."""
    with service_database() as engine:
        Keys(engine).revoke(key, actor=_ACTOR)
    typer.echo(f"key {key} is revoked")


def _scopes(given: list[str]) -> tuple[Scope, ...]:
    known = tuple(scope for scope in SCOPES if scope in given)
    if len(known) != len(set(given)):
        message = f"--scope is one of {', '.join(SCOPES)}"
        raise InputError(message)
    return known
