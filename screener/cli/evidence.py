"""``screener evidence``: the sources and claims behind every sentence."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.table import Table

from screener.cli import options
from screener.cli.consoles import plain_console
from screener.content.diagnostics import meant
from screener.errors import InputError
from screener.factory import load_register
from screener.sources.reading import compare

app = typer.Typer(help="The evidence register: sources, claims, provisions.", no_args_is_help=True)


@app.command("ls")
def ls(json: options.Json = False) -> int:
    """List every source with its claims."""
    register = load_register()
    if json:
        typer.echo(msgspec.json.encode(register.sources).decode())
        return 0
    table = Table("source", "publisher", "title", "published", "claims")
    for source in register.sources:
        published = source.published or "not known"
        table.add_row(source.id, source.publisher, source.title, published, str(len(source.claims)))
    plain_console().print(table)
    return 0


@app.command("show")
def show(claim: Annotated[str, typer.Argument(metavar="CLAIM")], json: options.Json = False) -> int:
    """Show one claim: what it says in our words, where, how well sourced, and its limits."""
    register = load_register()
    if claim not in register.claims:
        guess = meant(claim, register.claims)
        message = f"no claim {claim!r}; {guess}`screener evidence ls` lists the sources"
        raise InputError(message)
    found, source = register.claims[claim], register.source_of(claim)
    if json:
        typer.echo(msgspec.json.encode({"claim": found, "source": source.id}).decode())
        return 0
    rows = {
        "claim": found.id,
        "source": f"{source.publisher}: {source.title}",
        "published": source.published or "not known",
        "address": source.url or "not known",
        "paragraph": found.paragraph,
        "in our words": found.paraphrase,
        "sourcing": _with_note(f"{found.sourcing} ({found.grade})", found.sourcing_note),
        "voice of": ", ".join(register.origins([claim])),
        "repeats": ", ".join(found.repeats) or "no other claim",
        "confidence": _with_note(found.confidence, found.confidence_note),
        "supports": ", ".join(found.supports) or "nothing; background only",
        "may not be said": "; ".join(found.limits) or "nothing beyond the claim",
    }
    table = Table(show_header=False)
    for name, value in rows.items():
        table.add_row(name, value)
    plain_console().print(table)
    return 0


def _with_note(code: str, note: str) -> str:
    return f"{code}: {note}" if note else code


@app.command("check")
def check(
    source: Annotated[str, typer.Argument(metavar="SOURCE")],
    file: Annotated[Path, typer.Argument(metavar="FILE")],
) -> int:
    """Say whether FILE is the text that the register read; exit 1 if it is not."""
    register = load_register()
    found = next((one for one in register.sources if one.id == source), None)
    if found is None:
        guess = meant(source, [one.id for one in register.sources])
        message = f"no source {source!r}; {guess}`screener evidence ls` lists them"
        raise InputError(message)
    if not file.is_file():
        message = f"{file} is no file"
        raise InputError(message)
    comparison = compare(file.read_bytes(), found)
    typer.echo(comparison.verdict())
    return 0 if comparison.same else 1
