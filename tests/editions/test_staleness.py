"""A list is stale once its last file was refused, or its edition is older than its publisher's next."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from screener.editions.searching import NameSearch
from screener.editions.staleness import stale_lists
from screener.editions.store import EditionStore
from screener.errors import ListError
from screener.lists.edition import read_edition
from screener.resources import shipped
from tests.editions.lists_to_import import NAMES, firms, imported

GOODS = read_edition(shipped("watchlists") / "dol-goods")
DAY = date.fromisoformat(GOODS.edition_date)


@pytest.mark.parametrize(("days", "stale"), [(0, False), (800, False), (801, True)])
def test_edition_grows_old_after_the_days_its_publisher_takes(days: int, *, stale: bool) -> None:
    reasons = stale_lists([GOODS], {}, DAY + timedelta(days=days))

    assert set(reasons) == ({"dol-goods"} if stale else set())
    assert all(f"is {days:,} days old" in reason for reason in reasons.values())


def test_refusal_is_the_reason_before_age() -> None:
    refused = {"dol-goods": "it shrank", "other": "has no edition"}

    assert stale_lists([GOODS], refused, DAY) == {"dol-goods": "it shrank"}
    assert stale_lists([GOODS], refused, DAY + timedelta(days=9_000)) == {"dol-goods": "it shrank"}


def test_list_whose_rhythm_is_not_known_does_not_grow_old() -> None:
    orders = read_edition(shipped("watchlists") / "cbp-wro")

    assert orders.renewed_days is None
    assert stale_lists([orders], {}, date(2099, 1, 1)) == {}


def test_older_file_leaves_a_list_stale_until_one_is_accepted_as_the_newest(
    tmp_path: Path, search: NameSearch
) -> None:
    store = EditionStore(tmp_path)
    imported(tmp_path, search, firms())
    with pytest.raises(ListError):
        imported(tmp_path, search, firms(NAMES[:4]), day="2026-11-25")

    imported(tmp_path, search, firms(NAMES[:-1]), day="2025-01-02")
    assert "4 entries, the last edition 10" in store.stale()["acme"]

    imported(tmp_path, search, firms(NAMES[:-1]), day="2026-11-25")
    assert store.stale() == {}


def test_older_file_refused_after_the_newest_makes_stale(
    tmp_path: Path, search: NameSearch
) -> None:
    imported(tmp_path, search, firms())
    with pytest.raises(ListError):
        imported(tmp_path, search, firms(NAMES[:4]), day="2025-01-02")

    assert [*EditionStore(tmp_path).stale()] == ["acme"]


def test_reason_names_files_without_their_folders(tmp_path: Path, search: NameSearch) -> None:
    with pytest.raises(ListError, match=str(tmp_path)):
        imported(tmp_path, search, firms() + b'F-X,"cut off', format_name="csv")
    assert EditionStore(tmp_path).stale()["acme"].startswith("acme.csv:12: no CSV")

    with pytest.raises(ListError, match=str(tmp_path)):
        imported(tmp_path, search, firms(), at_least=11)
    reason = EditionStore(tmp_path).stale()["acme"]
    assert reason.startswith("acme.csv is refused as an edition of acme")
    assert str(tmp_path) not in reason
