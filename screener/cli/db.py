"""``screener db``: the database of the service."""

from pathlib import Path
from typing import Annotated

import typer

from screener.errors import InputError
from screener.settings import read_settings
from screener.storage.backup import back_up
from screener.storage.session import connect, open_database, upgrade

app = typer.Typer(help="The service's database: layout, backup, keys.", no_args_is_help=True)


@app.command("upgrade")
def upgrade_layout() -> None:
    """Bring the database's layout up to this version; back it up before."""
    engine = connect(read_settings().database())
    number = upgrade(engine)
    engine.dispose()
    typer.echo(f"the database has layout {number}")


@app.command("backup")
def backup(file: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    """Write a copy of a SQLite database to FILE while the service runs."""
    if file.exists():
        message = f"{file} exists; a backup is written to a new file"
        raise InputError(message)
    engine = open_database(read_settings().database())
    try:
        back_up(engine, file)
    finally:
        engine.dispose()
    typer.echo(f"the database is copied to {file}")
