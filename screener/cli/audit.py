"""``screener audit``: the chain of events behind everything the service keeps."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from screener.cli import options
from screener.cli.databases import service_database
from screener.errors import InputError
from screener.storage.audit import Audit
from screener.storage.private import written_privately

app = typer.Typer(help="The chain of events: verified and exported.", no_args_is_help=True)


@app.command("verify")
def verify(
    head: Annotated[
        str | None,
        typer.Option("--head", help="The hash of an event noted elsewhere; it must still stand."),
    ] = None,
    json: options.Json = False,
) -> int:
    """Say whether every event, screening and decision is as it was written; exit 1 if not."""
    with service_database() as engine:
        found = Audit(engine).verify(head)
    if json:
        typer.echo(msgspec.json.encode(found).decode())
        return 1 if found.flaws else 0
    for flaw in found.flaws:
        place = f"event {flaw.event}, " if flaw.event is not None else ""
        typer.echo(f"{place}{flaw.subject}: {flaw.problem}")
    told = f"{len(found.flaws)} flaws" if found.flaws else "the chain holds"
    typer.echo(f"{told}; {found.events} events, head {found.head}")
    return 1 if found.flaws else 0


@app.command("export")
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    force: Annotated[bool, typer.Option("--force", help="Replace a file.")] = False,
) -> None:
    """Write every event to FILE as JSON Lines, in order, for an auditor."""
    if file.is_file() and not force:
        message = f"{file} is there already; --force replaces it"
        raise InputError(message)
    count = 0
    with service_database() as engine, written_privately(file) as stream:
        for event in Audit(engine).every_event():
            stream.write(msgspec.json.encode(event) + b"\n")
            count += 1
    typer.echo(f"{count} events are written to {file}")
