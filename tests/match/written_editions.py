"""Editions as an import makes them of what a reader found, without a store."""

from collections.abc import Iterable

from screener.content.diagnostics import Diagnostics
from screener.lists.entries import read_entries
from screener.lists.listed import Listed
from screener.lists.writing import Slight, entry_text, files
from screener.model.hit import Hit
from screener.model.listing import Edition


def edition_of(
    list_id: str, found: Iterable[Listed], *, under: tuple[str, ...] = (), day: str = "2026-11-25"
) -> Edition:
    """Return what was found as an edition of that day, its entries written and read again."""
    texts = files(entry_text(one, list_id, "publisher", Slight((), ())) for one in found)
    diagnostics = Diagnostics()
    entries = read_entries(list_id, list(texts), diagnostics, imported=True)
    assert not diagnostics.found
    return Edition(
        id=list_id, title="", publisher="", edition="", edition_date=day, coverage="", licence="",
        checksum="", entries=tuple(one.entry for one in entries), under=under,
    )  # fmt: skip


def hit_on(entry: str) -> Hit:
    """Return a hit on the name of an entry as the supplier."""
    return Hit(
        id="h1", entry=entry, list=entry.partition(":")[0].lower(), kind="listing", role="party",
        mention=None, field="supplier_name", start=0, end=8, text="Palm Bhd", alias="Palm Bhd",
        similarity=1.0, alignment=(), ambiguity="A0",
    )  # fmt: skip
