"""Each guard refuses a list broken in its way, with the reason; the edition in use stays, stale."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from screener.editions.guards import Bounds, problems_of_edition
from screener.editions.searching import NameSearch
from screener.editions.store import EditionStore
from screener.errors import ListError
from screener.model.listing import Alias
from tests.editions.lists_to_import import NAMES, firms, imported, table

OTHERS = [f"{name.split()[0]} Ceramics Factory" for name in NAMES]


class Broken(NamedTuple):
    """A second file, how it is imported, what the refusal says, and what accepts it all the same."""

    content: bytes
    refused: str
    accepted: Mapping[str, object] | None = None
    asked: Mapping[str, object] = {}


BROKEN = {
    "too few": Broken(firms(), "10 entries; between 11 and 300000", {}, {"at_least": 11}),
    "too many": Broken(firms(), "10 entries; between 1 and 9 must", {}, {"at_most": 9}),
    "entries gone": Broken(
        firms(NAMES[:-2]), "8 entries, the last edition 10; at most 10%", {"max_loss": 0.2}
    ),
    "names gone": Broken(
        table(f"F-{name.split()[0]},{name}," for name in NAMES),
        "10 names, the last edition 20; at most 10%",
        {"max_loss": 0.5},
    ),
    "another list": Broken(
        table(f"G-{at},{name},{name} Export" for at, name in enumerate(OTHERS)),
        "0 of the 10 entries of the last edition are in it",
    ),
    "canary gone": Broken(
        firms(), 'the canary "Zenith Loom Company" is not found', {}, {"canaries": ("Zenith Loom Company",)}
    ),
    "canary gone, one like it left": Broken(
        firms([*NAMES, "Zhuhai Ninestar Management Co"]),
        'the canary "Ninestar Corporation" is not found',
        {},
        {"canaries": ("Ninestar Corporation",)},
    ),
    "unreadable": Broken(
        firms([*NAMES, "Kestr\ufffdl Handicraft Works"]), "2 of 22 names hold characters"
    ),
    "misread": Broken(
        firms([*NAMES, "Compañía Algodón del Norte"]),
        "2 of 22 names hold characters",
        {"encoding": "utf-8"},
        {"encoding": "cp1252"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_broken_list_is_refused_and_the_old_edition_stays(
    tmp_path: Path, search: NameSearch, name: str
) -> None:
    broken = BROKEN[name]
    kept = imported(tmp_path, search, firms()).edition

    with pytest.raises(ListError, match="is refused as an edition of acme") as refusal:
        imported(tmp_path, search, broken.content, day="2026-11-25", **broken.asked)

    store = EditionStore(tmp_path)
    assert broken.refused in str(refusal.value)
    assert store.editions("acme") == (kept.edition,)
    assert broken.refused in store.stale()["acme"]
    assert store.attempts("acme")[-1].edition == kept.edition


@pytest.mark.parametrize("name", [name for name, one in BROKEN.items() if one.accepted is not None])
def test_list_is_accepted_where_the_guard_is_answered(
    tmp_path: Path, search: NameSearch, name: str
) -> None:
    broken = BROKEN[name]
    imported(tmp_path, search, firms())
    with pytest.raises(ListError):
        imported(tmp_path, search, broken.content, day="2026-11-25", **broken.asked)

    accepted = imported(tmp_path, search, broken.content, day="2026-11-25", **broken.accepted or {})

    assert accepted.newest
    assert EditionStore(tmp_path).stale() == {}


def test_file_that_no_reader_takes_makes_the_list_stale(tmp_path: Path, search: NameSearch) -> None:
    imported(tmp_path, search, firms())

    with pytest.raises(ListError, match=r"acme.csv:12: no CSV"):
        imported(tmp_path, search, firms() + b'F-X,"cut off', format_name="csv")

    assert "acme.csv" in EditionStore(tmp_path).stale()["acme"]


def test_name_that_does_not_find_its_own_entry_is_lost(tmp_path: Path, search: NameSearch) -> None:
    edition = imported(tmp_path, search, firms()).edition
    alias = Alias(text=NAMES[0], script="latn", fields=("country",))
    first = msgspec.structs.replace(edition.entries[0], aliases=(alias,))
    broken = msgspec.structs.replace(edition, entries=(first, *edition.entries[1:]))

    bounds = Bounds(1, 99, 0.1, ())
    problems = [[*problems_of_edition(one, bounds, None, search)] for one in (edition, broken)]

    assert problems == [[], [f'1 names do not find their own entry, such as "{NAMES[0]}"']]


def test_bounds_of_the_last_import_hold_for_the_next(tmp_path: Path, search: NameSearch) -> None:
    imported(tmp_path, search, firms(), canaries=(NAMES[0],), at_least=5)

    with pytest.raises(ListError) as refusal:
        imported(tmp_path, search, firms(NAMES[7:]), day="2026-11-25", max_loss=1.0)

    assert "between 5 and" in str(refusal.value)
    with pytest.raises(ListError, match=f'canary "{NAMES[0]}"'):
        imported(tmp_path, search, firms(NAMES[1:]), day="2026-11-25")
