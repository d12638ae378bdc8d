"""``screener lists``: which watchlists are in use, what stands on them, what changed in them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.table import Table
from rich.text import Text

from screener.cli import options
from screener.cli.consoles import plain_console
from screener.cli.lists_import import import_list
from screener.content.diagnostics import meant
from screener.editions.staleness import stale_lists
from screener.editions.touched import Touched, touched
from screener.errors import InputError
from screener.factory import edition_store, load_lists
from screener.lists.dates import age_in_days
from screener.lists.difference import Changed, Difference, difference
from screener.lists.edition import Replaced, read_edition
from screener.model.listing import Alias, Edition, Entry

_WIDE = 120
"""Letters of a line of ``ls`` where no terminal limits it."""

app = typer.Typer(help="Watchlists and their editions.", no_args_is_help=True)
app.command("import")(import_list)

NEW_ENTRIES = "Which records the new entries meet, only screening them again can tell."


@app.command("ls")
def ls(lists: options.Lists = None, json: options.Json = False) -> int:
    """List the editions in use with age and coverage (`show` has it whole), and stale lists."""
    today = datetime.now(tz=UTC).date()
    tried, known = edition_store().stale(), load_lists(lists)
    stale = stale_lists(known.in_use, tried, today)
    rows = [_row(edition, today, stale, known.replaced) for edition in known.in_use]
    refused = {list_id: reason for list_id, reason in tried.items() if list_id not in stale}
    if json:
        typer.echo(msgspec.json.encode(rows).decode())
        return 0
    console = plain_console()
    if not console.is_terminal:
        console.width = max(console.width, _WIDE)
    console.print(_table(rows))
    for row in rows:
        if row["stale"]:
            console.print(f"{row['id']} is stale: {row['stale']}", soft_wrap=True)
    for one in known.replaced:
        told = f"{one.edition.id} is not used: the imported list {one.by} replaces this sample"
        console.print(told, soft_wrap=True)
    for list_id, reason in refused.items():
        console.print(f"{list_id} has no edition: {reason}", soft_wrap=True)
    return 0


@app.command("show")
def show(
    list_id: Annotated[str, typer.Argument(metavar="ID")],
    entries: Annotated[bool, typer.Option("--entries", help="With every entry.")] = False,
    names: Annotated[
        bool, typer.Option("--names", help="Only the id and name of each entry, one a line.")
    ] = False,
    lists: options.Lists = None,
) -> int:
    """Show one edition as JSON: publisher, licence, coverage, and its entries if asked."""
    editions = load_lists(lists)
    found = next((one for one in editions.known if one.id == list_id), None)
    if found is None:
        guess = meant(list_id, [one.id for one in editions.in_use])
        message = f"no list {list_id!r}; {guess}`screener lists ls` names those in use"
        raise InputError(message)
    if names:
        for entry in found.entries:
            typer.echo(f"{entry.id}  {entry.name}")
        return 0
    by = [one.by for one in editions.replaced if one.edition is found]
    shown: dict[str, object] = _described(found) | ({"replaced_by": by[0]} if by else {})
    if entries:
        shown["entries"] = found.entries
    typer.echo(msgspec.json.format(msgspec.json.encode(shown), indent=2).decode())
    return 0


@app.command("verify")
def verify() -> int:
    """Check every imported edition against its checksums and bounds, old ones too."""
    store = edition_store()
    for list_id in store.lists():
        for name in store.editions(list_id):
            edition = read_edition(store.path(list_id, name), list_id)
            typer.echo(f"{list_id} {name}: {len(edition.entries):,} entries, as sealed")
    return 0


@app.command("diff")
def diff(
    list_id: Annotated[str, typer.Argument(metavar="ID")],
    old: Annotated[str, typer.Argument(metavar="OLD", help="An edition, or its day.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="An edition, or its day.")],
    screened: Annotated[
        Path | None,
        typer.Option("--screened", help="screenings.jsonl of a run: which records it touches."),
    ] = None,
    json: options.Json = False,
) -> int:
    """Show what changed between two editions of an imported list, and in records screened before."""
    store = edition_store()
    before, after = (read_edition(store.path(list_id, name), list_id) for name in (old, new))
    changes = difference(before, after)
    records = None if screened is None else _touched(screened, changes)
    if json:
        shown = {
            "added": [_named(entry) for entry in changes.added],
            "removed": [_named(entry) for entry in changes.removed],
            "changed": [_change(one) for one in changes.changed],
        } | ({} if records is None else {"records": [one._asdict() for one in records]})
        typer.echo(msgspec.json.encode(shown).decode())
        return 0
    for sign, entries in (("+", changes.added), ("-", changes.removed)):
        for entry in entries:
            typer.echo(f"{sign} {entry.id}  {entry.name}")
    for one in changes.changed:
        typer.echo(f"~ {one.after.id}  {one.after.name}: {', '.join(one.attributes)}")
        for name in one.attributes:
            typer.echo(f"    {name}: {_told(getattr(one.before, name), getattr(one.after, name))}")
    for record in records or ():
        typer.echo(f"record {record.line_id} ({record.tier}): {record.entry} {record.change}")
    if records is not None:
        count = len({record.line_id for record in records})
        typer.echo(f"{count} screened records rest on entries that went or changed. {NEW_ENTRIES}")
    typer.echo(
        f"{before.edition} to {after.edition}: {len(changes.added)} added, "
        f"{len(changes.removed)} removed, {len(changes.changed)} changed"
    )
    return 0


def _touched(screened: Path, changes: Difference) -> list[Touched]:
    if not screened.is_file():
        message = f"there is no file {screened}"
        raise InputError(message)
    with screened.open("rb") as lines:
        return list(touched(lines, changes))


def _named(entry: Entry) -> dict[str, str]:
    return {"id": entry.id, "name": entry.name}


def _change(changed: Changed) -> dict[str, object]:
    """Return an entry that changed with what each attribute was and is."""
    return {
        **_named(changed.after),
        "attributes": {
            name: {"before": getattr(changed.before, name), "after": getattr(changed.after, name)}
            for name in changed.attributes
        },
    }


def _table(rows: Iterable[dict[str, object]]) -> Table:
    """Return editions one a line; of their coverage as much as the line has room for."""
    table = Table()
    for heading in ("list", "edition", "days old", "entries", "sample"):
        table.add_column(heading, no_wrap=True)
    table.add_column("coverage")
    for row in rows:
        # The name of an imported edition begins with its day.
        edition = str(row["edition"])
        day = str(row["edition_date"])
        dated = edition if edition.startswith(day) else f"{edition} of {day}"
        age = "" if row["age_days"] is None else str(row["age_days"])
        late = " STALE" if row["stale"] else ""
        coverage = Text(str(row["coverage"]), no_wrap=True, overflow="ellipsis")
        sample = "yes" if row["sample"] else ""
        table.add_row(str(row["id"]), dated, age + late, str(row["entries"]), sample, coverage)
    return table


def _told(before: object, after: object) -> str:
    """Return what a value was and is, whole where its short form does not differ."""
    short = _short(before), _short(after)
    if short[0] == short[1]:
        short = _whole(before), _whole(after)
    return " -> ".join(short)


def _short(value: object) -> str:
    if isinstance(value, Alias):
        return value.text
    if isinstance(value, tuple):
        return "; ".join(map(_short, value)) or "nothing"
    return "nothing" if value is None else value if isinstance(value, str) else _whole(value)


def _whole(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _row(
    edition: Edition, today: date, stale: dict[str, str], replaced: Iterable[Replaced]
) -> dict[str, object]:
    """Return an edition with its age in days, why it is stale if it is, and what it replaces."""
    return {
        **_described(edition),
        "entries": len(edition.entries),
        "age_days": age_in_days(edition.edition_date, today),
        "stale": stale.get(edition.id),
        "replaces": [one.edition.id for one in replaced if one.by == edition.id],
    }


def _described(edition: Edition) -> dict[str, object]:
    """Return an edition without its entries."""
    return {name: getattr(edition, name) for name in edition.__struct_fields__ if name != "entries"}
