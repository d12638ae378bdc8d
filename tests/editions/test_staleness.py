"""A list is stale once its last file was refused, or its edition is older than its publisher's next."""

from datetime import date, timedelta

import pytest

from screener.editions.staleness import stale_lists
from screener.lists.edition import read_edition
from screener.resources import shipped

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
