"""How old lists and pack are, in health and in the envelope of answers."""

from collections.abc import Sequence
from datetime import UTC, datetime

from api.deps import Service
from api.schemas import Freshness, ListFreshness, RulesFreshness
from screener.editions.staleness import stale_lists
from screener.factory import edition_store
from screener.lists.dates import age_in_days
from screener.model.listing import Edition


def freshness(service: Service) -> Freshness:
    """Return the age of every list and of the pack, now."""
    return Freshness(
        lists=_lists(service.screener.editions),
        rules=RulesFreshness(
            hash=service.screener.pack.rules_hash,
            loaded_at=service.loaded_at,
            stale=service.refused is not None,
            error=service.refused,
        ),
    )


def _lists(editions: Sequence[Edition]) -> list[ListFreshness]:
    """Return the age of every list in use, and whether it is stale."""
    today = datetime.now(tz=UTC).date()
    stale = stale_lists(editions, edition_store().stale(), today)
    return [
        ListFreshness(
            id=edition.id,
            age_days=age_in_days(edition.edition_date, today),
            stale=edition.id in stale,
        )
        for edition in editions
    ]
