"""``screener replay``: a stored screening made again, to show that it follows from its record."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from screener.cli.databases import service_database
from screener.errors import InputError
from screener.factory import load
from screener.storage.contents import Contents
from screener.storage.replay import Replay, Replayer
from screener.storage.screenings import Screenings


def replay(
    screening: Annotated[
        Path, typer.Argument(metavar="SCREENING.json", help="A screening as the service answered.")
    ],
    latest: Annotated[
        bool, typer.Option("--latest", help="With the lists, rules and day of now.")
    ] = False,
) -> int:
    """Screen the record of a stored screening again; exit 1 if the bytes are not the same."""
    if not screening.is_file():
        message = f"{screening} is no file"
        raise InputError(message)
    with service_database() as engine:
        kept = Screenings(engine).with_bytes(screening.read_bytes().rstrip(b"\r\n"))
        replayer = Replayer(load(), Contents(engine))
        found = replayer.latest(kept) if latest else replayer.replay(kept)
    typer.echo(found.screening.decode())
    for line in _told(found):
        typer.echo(line, err=True)
    return 0 if found.same else 1


def _told(found: Replay) -> list[str]:
    if found.same:
        return ["the same bytes"]
    lines = ["not the same bytes; the stored screening remains the record"]
    if found.engine_then != found.engine_now:
        lines.append(f"another engine: {found.engine_then}, now {found.engine_now}")
    lines.append(msgspec.json.encode(found.difference).decode())
    return lines
