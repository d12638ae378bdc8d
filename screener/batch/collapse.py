"""Rows of one entry line put together: customs reports repeat a line for each additional code.

The rows of chapter 99 of the US tariff state further duties on a line, with its value again; counted
as lines they would double it (report ES-003 of ACE).
"""

from collections.abc import Iterator
from functools import lru_cache

from screener.batch.tables import Collapsed, Item, Line, Opened, row_text
from screener.codes.hs import digits_of

COLUMN = "collapsed_rows"
_REFERENCE, _CODE = "source_row_ref", "hs_code"
_ADDITIONAL = "99"
_PARTS = 2  # columns that name an entry line: the entry, and the line of it
_MOST_ROWS = 100
"""Rows of one entry line that are looked at together; an entry line has a dozen codes at most."""
_REMARK = (
    "rows that repeat an entry line under a code of chapter 99 are collapsed into it; "
    f"{COLUMN} names them"
)

Key = tuple[str, ...]


def collapsed(opened: Opened) -> Opened:
    """Return a file with the rows of chapter 99 collapsed into the rows that they repeat.

    Only rows that follow one another are looked at, in files with two columns or more that say
    where a line stands in its source. A further column names the rows that went into a row.
    """
    places = opened.mapping.sources.get(_REFERENCE, ())
    if len(places) < _PARTS or _CODE not in opened.mapping.sources:
        return opened
    headers = (*opened.mapping.headers, COLUMN)
    return opened._replace(
        mapping=opened.mapping._replace(headers=headers),
        stretches=(item for group in _groups(opened.lines, places) for item in _told(group)),
        remarks=(*opened.remarks, _REMARK),
        collapses=True,
    )


def _groups(items: Iterator[Item], places: tuple[int, ...]) -> Iterator[list[Item]]:
    """Yield rows of one entry line together; a reject stays with the rows around it."""
    group: list[Item] = []
    of: Key | None = None
    for item in items:
        key = _key(item, places)
        if group and ((key is not None and key != of) or len(group) >= _MOST_ROWS):
            yield group
            group, of = [], None
        group.append(item)
        of = of if key is None else key
    if group:
        yield group


def _key(item: Item, places: tuple[int, ...]) -> Key | None:
    """Return what names the entry line of a row; of a row that does not say, its own number."""
    if not isinstance(item, Line):
        return None
    key = tuple(item.cells[at].strip() for at in places)
    return key if all(key) else ("", str(item.row))


def _told(group: list[Item]) -> Iterator[Item]:
    """Yield the rows of a group, in order, those of chapter 99 collapsed into the first other."""
    lines = [item for item in group if isinstance(item, Line)]
    into = next((line for line in lines if not _additional(line)), None)
    gone = [] if into is None else [line for line in lines if _additional(line)]
    for item in group:
        if not isinstance(item, Line):
            yield item
        elif into is not None and _additional(item):
            code, text = digits_of(item.values[_CODE]) or "", row_text(item.cells)
            yield Collapsed(item.row, item.line_id, into.row, into.line_id, code, text)
        else:
            rows = "; ".join(str(line.row) for line in gone) if item is into else ""
            yield item._replace(cells=(*item.cells, rows))


def _additional(line: Line) -> bool:
    code = line.values.get(_CODE)
    return code is not None and _is_additional(code)


@lru_cache(4_096)
def _is_additional(code: str) -> bool:
    return (digits_of(code) or "").startswith(_ADDITIONAL)
