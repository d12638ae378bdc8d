"""A broken file of any kind leaves the edition in use as it is, and says where it broke."""

from collections.abc import Callable
from pathlib import Path

import pytest

from screener.editions.importing import Order, import_list
from screener.editions.searching import NameSearch
from screener.editions.store import EditionStore
from screener.errors import ListError
from tests.editions.lists_to_import import NOW
from tests.lists.readers.files import FILES

BOMB = (
    b'<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n'
    b"<CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>"
)
BROKEN: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut short": (lambda data: data[: len(data) * 2 // 3], r":\d+: "),
    "in another encoding": (lambda data: data.decode().encode("utf-16-le"), r":\d+: "),
    "with other headings": (lambda data: data.replace(b"LISTED_ON", b"SINCE_DAY"), r":\d+: "),
    "with entities": (lambda _: BOMB, r":2: declares a document type"),
    "empty": (lambda _: b"", r":\d+: "),
}
LIST, FORMAT = "un", "un-xml"


def offered(home: Path, search: NameSearch, content: bytes) -> str:
    """Return the edition in use after a file was imported."""
    path = home / "list.xml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    order = Order(path=path, list_id=LIST, format_name=FORMAT, at_least=1, canaries=())
    return import_list(EditionStore(home), order, search, NOW).edition.edition


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_is_refused_with_its_place_and_the_old_edition_stays(
    tmp_path: Path, search: NameSearch, name: str
) -> None:
    (content,) = FILES[FORMAT]()
    kept = offered(tmp_path, search, content)
    break_it, place = BROKEN[name]

    with pytest.raises(ListError, match=f"list.xml{place}.+; .+"):
        offered(tmp_path, search, break_it(content))

    store = EditionStore(tmp_path)
    assert store.current()[LIST].name == kept
    assert "list.xml" in store.stale()[LIST]
