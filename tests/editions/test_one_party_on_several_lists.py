"""A party that several imported lists name is found once on each, and every list is cited."""

from pathlib import Path

import pytest

from screener.editions.importing import Order, import_list
from screener.editions.searching import NameSearch
from screener.editions.store import EditionStore
from screener.factory import load
from screener.model.record import Record
from tests.editions.lists_to_import import NOW
from tests.lists.readers.files import FILES

LISTS = {"un": "un-xml", "uk": "uk-csv", "eu": "eu-xml"}
PARTY = "KOREA MINING DEVELOPMENT TRADING CORPORATION"


def test_all_lists_of_a_party_are_cited_with_their_law(
    tmp_path: Path, search: NameSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCREENER_HOME", str(tmp_path))
    for list_id, layout in LISTS.items():
        file = tmp_path / f"{layout}.txt"
        file.write_bytes(FILES[layout]()[0])
        order = Order(path=file, list_id=list_id, format_name=layout, at_least=1)
        import_list(EditionStore(tmp_path), order, search, NOW)

    record = Record(line_id="1", supplier_name=PARTY, product_description="pumps")
    screening = load(as_of="2026-11-25").screen(record)

    entries = {hit.list: hit.entry for hit in screening.hits if hit.list in LISTS}
    assert set(entries) == set(LISTS)
    for hit in screening.hits:
        if hit.list in LISTS:
            assert hit.listing is not None
            assert {*hit.listing.same_party} >= {*entries.values()} - {hit.entry}
    assert {one.id for one in screening.basis} >= {"un-sanctions", "uk-sanctions", "eu-sanctions"}
    assert {one.jurisdiction for one in screening.jurisdictions} >= {"UN", "UK", "EU"}
