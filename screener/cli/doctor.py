"""``screener doctor``: what is installed, where the data is, what is missing."""

import stat
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import typer
from sqlalchemy.engine import make_url

from screener.cli import options
from screener.editions.staleness import stale_lists
from screener.factory import edition_store, load
from screener.index import names
from screener.lists.formats import official_titles
from screener.model.listing import Edition
from screener.resources import shipped
from screener.rules.pack_header import DISTRIBUTION
from screener.rules.schema import Mute, Pack, Setting
from screener.settings import read_settings

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
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
    from_sources = Path(names.__file__).suffix == ".py"
    typer.echo("matching: " + ("from its Python sources" if from_sources else "compiled"))
    typer.echo(f"data directory (SCREENER_HOME): {settings.home}")
    _open_to_others(settings.database())
    typer.echo(f"rules: {rules or settings.rules or shipped('rules')}")
    typer.echo(f"watchlists: {lists or settings.lists or shipped('watchlists')}")
    screener = load(rules=rules, lists=lists)
    pack = screener.pack
    typer.echo(
        f"pack {pack.name} {pack.version}: {len(pack.rules)} rules, hash {pack.rules_hash[:12]}"
    )
    typer.echo(_overlay(pack))
    for edition in screener.editions:
        remark = "SAMPLE, not the whole list; " if edition.sample else ""
        typer.echo(
            f"list {edition.id} of {edition.edition_date}: {len(edition.entries)} entries; "
            f"{remark}{edition.coverage}"
        )
    for sample, by in screener.content.replaced:
        typer.echo(f"list {sample.id} is not used: the imported list {by} replaces this sample")
    typer.echo(
        f"evidence: {len(screener.register.sources)} sources, {len(screener.register.claims)} claims"
    )
    _stale(screener.editions)
    loaded = {edition.title for edition in screener.editions if not edition.sample}
    missing = "; ".join(title for title in official_titles() if title not in loaded)
    if missing:
        typer.echo(f"not loaded: {missing}. A result says nothing about them. {HOW_TO_LOAD}")
    return 0


def _stale(editions: Sequence[Edition]) -> None:
    """Say which lists are stale and why, and which have no edition since every file was refused."""
    refused = edition_store().stale()
    stale = stale_lists(editions, refused, datetime.now(tz=UTC).date())
    for list_id, reason in stale.items():
        typer.echo(f"list {list_id} is stale: {reason}")
    for list_id in sorted(refused.keys() - stale.keys()):
        typer.echo(f"list {list_id} has no edition: {refused[list_id]}")


def _open_to_others(address: str) -> None:
    """Say that others on this machine may read the database, as those of earlier versions."""
    name = make_url(address).database if address.startswith("sqlite") else None
    file = Path(name) if name else None
    if file is not None and file.is_file() and file.stat().st_mode & _OTHERS:
        typer.echo(f"database: other accounts may read {file}; chmod 600 it")


def _overlay(pack: Pack) -> str:
    """Return what a company changes in the pack, with who owns it and until when."""
    if pack.overlay is None:
        return "overlay: none"
    changes = [
        *(f"set {one.rule}, {_terms(one)}" for one in pack.overlay.settings),
        *(
            f"{'mute' if one.row else 'disable'} {one.rule}, {_terms(one)}"
            for one in pack.overlay.mutes
        ),
    ]
    return "\n  ".join([f"overlay of {pack.overlay.extends}: {len(changes)} changes", *changes])


def _terms(change: Setting | Mute) -> str:
    return f"{change.owner} until {change.expires}: {change.reason}"


HOW_TO_LOAD = (
    "Save the list from its publisher and load it with `screener lists import FILE --as ID`; the "
    "manual says where each is published (docs/how-to/load-official-lists.md)."
)
