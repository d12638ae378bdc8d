"""``screener doctor``: what is installed, where the data is, what is missing."""

import sys
from importlib.metadata import version

import typer

from screener.cli import options
from screener.evidence.snapshot import DISTRIBUTION
from screener.factory import load
from screener.resources import shipped
from screener.settings import read_settings

_LIBRARIES = (
    "pydantic",
    "rapidfuzz",
    "pyarrow",
    "msgspec",
    "fastapi",
    "sqlmodel",
    "opencc",
)


def doctor(rules: options.Rules = None, lists: options.Lists = None) -> int:
    """Say what this installation screens with, and what it cannot tell."""
    settings = read_settings()
    typer.echo(f"{DISTRIBUTION} {version(DISTRIBUTION)} on Python {sys.version.split()[0]}")
    typer.echo("libraries: " + ", ".join(f"{name} {version(name)}" for name in _LIBRARIES))
    typer.echo(f"data directory (SCREENER_HOME): {settings.home}")
    typer.echo(f"rules: {rules or settings.rules or shipped('rules')}")
    typer.echo(f"watchlists: {lists or settings.lists or shipped('watchlists')}")
    screener = load(rules=rules, lists=lists)
    pack = screener.pack
    typer.echo(
        f"pack {pack.name} {pack.version}: {len(pack.rules)} rules, hash {pack.rules_hash[:12]}"
    )
    for edition in screener.editions:
        remark = "SAMPLE, not the whole list; " if edition.sample else ""
        typer.echo(
            f"list {edition.id} of {edition.edition_date}: {len(edition.entries)} entries; "
            f"{remark}{edition.coverage}"
        )
    typer.echo(
        f"evidence: {len(screener.register.sources)} sources, {len(screener.register.claims)} claims"
    )
    typer.echo("not loaded: " + NOT_LOADED)
    return 0


NOT_LOADED = (
    "the UFLPA Entity List, the OFAC and UN lists and the DOL list of goods; a result says nothing "
    "about them"
)
