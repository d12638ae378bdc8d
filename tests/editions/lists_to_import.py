"""Company lists as files, for tests of what is imported."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from screener.editions.importing import Imported, Order, import_list
from screener.editions.searching import NameSearch
from screener.editions.store import EditionStore

NOW = datetime(2026, 11, 26, 8, 30, tzinfo=UTC)
WORDS = "Azul Birke Coral Delfin Erizo Fjord Garza Halcon Iguana Jade".split()
NAMES = tuple(f"{word} Handicraft Works" for word in WORDS)


def table(rows: Iterable[str], header: str = "id,name,aliases") -> bytes:
    """Return rows of our plain format as a file."""
    return "\n".join([header, *rows, ""]).encode()


def firms(names: Iterable[str] = NAMES) -> bytes:
    """Return a list of firms by their names, each with an alias."""
    return table(f"F-{name.split()[0]},{name},{name.split()[0]} Handmade Gifts" for name in names)


def imported(home: Path, search: NameSearch, content: bytes, **asked: object) -> Imported:
    """Return what becomes of a file of the list ``acme``; ``asked`` are fields of the order."""
    path = home / "acme.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    values: dict[str, object] = {"path": path, "list_id": "acme", "day": "2026-11-20"} | asked
    return import_list(EditionStore(home), Order(**values), search, NOW)  # type: ignore[arg-type]  # fields by name
