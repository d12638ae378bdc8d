"""Lists that are not what their publishers say today: a refused file, or an edition grown old."""

from collections.abc import Iterable, Mapping
from datetime import date

from screener.lists.dates import age_in_days
from screener.model.listing import Edition


def stale_lists(
    editions: Iterable[Edition], refused: Mapping[str, str], today: date
) -> dict[str, str]:
    """Return why lists are stale, by id, in the order of the editions.

    ``refused`` are the reasons for which the last file of a list was refused; a list that has no
    edition in use is left out. An edition is old once more days have passed than its publisher
    usually takes for the next.
    """
    reasons = {}
    for edition in editions:
        reason = refused.get(edition.id) or _grown_old(edition, today)
        if reason is not None:
            reasons[edition.id] = reason
    return reasons


def _grown_old(edition: Edition, today: date) -> str | None:
    age, renewed = age_in_days(edition.edition_date, today), edition.renewed_days
    if age is None or renewed is None or age <= renewed:
        return None
    return (
        f"the edition of {edition.edition_date} is {age:,} days old, and {edition.publisher} "
        f"usually publishes the next within {renewed:,}; load the file of today"
    )
