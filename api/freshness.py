"""How old lists and pack are, in health and in the envelope of answers."""

from datetime import UTC, date, datetime

from api.deps import Service
from api.schemas import Freshness, ListFreshness, RulesFreshness


def freshness(service: Service) -> Freshness:
    """Return the age of every list and of the pack, now."""
    today = datetime.now(tz=UTC).date()
    return Freshness(
        lists=[
            ListFreshness(id=edition.id, age_days=_age(edition.edition_date, today), stale=False)
            for edition in service.screener.editions
        ],
        rules=RulesFreshness(
            hash=service.screener.pack.rules_hash,
            loaded_at=service.loaded_at,
            stale=False,
            error=None,
        ),
    )


def _age(day: str, today: date) -> int | None:
    """Return the age in days of an edition; None if its day is not known to the day."""
    try:
        return (today - date.fromisoformat(day)).days
    except ValueError:
        return None
