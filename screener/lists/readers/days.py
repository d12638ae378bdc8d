"""Days as publishers write them."""

from screener.codes.dates import read_date
from screener.lists.dates import is_partial_date
from screener.lists.readers.lines import refused
from screener.lists.texts import clean


def day(path: str, line: int, text: str, *, day_first: bool = False) -> str | None:
    """Return a date as ISO text (a day, or the month or year stated); None if there is none.

    Raises:
        ListError: The text is no date.

    """
    stated = clean(text)
    if not stated:
        return None
    if is_partial_date(stated):
        return stated
    if is_partial_date(stated[:10]):  # a day with its time, or with its zone as the UN writes it
        return stated[:10]
    found = read_date(stated, day_first=day_first)
    if found is None:
        raise refused(path, line, f'"{stated}" is no date', "the layout may have changed")
    return found.isoformat()
