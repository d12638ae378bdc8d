"""How old lists and pack are, in health and in the envelope of answers."""

from datetime import UTC, datetime

from api.deps import Service
from api.schemas import Freshness, ListFreshness, RulesFreshness
from screener.factory import edition_store
from screener.lists.dates import age_in_days


def freshness(service: Service) -> Freshness:
    """Return the age of every list and of the pack, now."""
    today = datetime.now(tz=UTC).date()
    stale = edition_store().stale()
    return Freshness(
        lists=[
            ListFreshness(
                id=edition.id,
                age_days=age_in_days(edition.edition_date, today),
                stale=edition.id in stale,
            )
            for edition in service.screener.editions
        ],
        rules=RulesFreshness(
            hash=service.screener.pack.rules_hash,
            loaded_at=service.loaded_at,
            stale=service.refused is not None,
            error=service.refused,
        ),
    )
