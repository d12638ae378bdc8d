"""``screener db``: the database of the service."""

from pathlib import Path
from typing import Annotated

import typer

from screener.cli import keys
from screener.cli.databases import service_database
from screener.errors import InputError
from screener.settings import read_settings
from screener.storage.backup import back_up
from screener.storage.session import connect, upgrade

app = typer.Typer(help="The service's database: layout, backup, keys.", no_args_is_help=True)
app.add_typer(keys.app, name="keys")


@app.command("upgrade")
def upgrade_layout() -> None:
    """Bring the database's layout up to this version; back it up before."""
    engine = connect(read_settings().database())
    try:
        number = upgrade(engine)
    finally:
        engine.dispose()
    typer.echo(f"the database has layout {number}")


@app.command("backup")
def backup(file: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    """Write a copy of a SQLite database to FILE while the service runs."""
    if file.exists():
        message = f"{file} exists; a backup is written to a new file"
        raise InputError(message)
    with service_database() as engine:
        back_up(engine, file)
    typer.echo(f"the database is copied to {file}")
