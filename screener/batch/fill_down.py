"""Columns of a listing by groups: a blank cell read as what stands above it, where a user asks for it."""

from collections.abc import Iterator, Sequence

from screener.batch.lines import Raw
from screener.batch.mapping import ColumnMap, Dictionary
from screener.batch.tables import Table
from screener.errors import InputError


def filled_down(table: Table, wanted: Sequence[str], dictionary: Dictionary) -> Table:
    """Return a table whose blank cells in the columns ``wanted`` hold what stands above them.

    A row that holds nothing to screen by itself, as one of totals, is given nothing. Below a row
    that cannot be read nothing is known until the column is filled again: it may have begun a group.

    Raises:
        InputError: A column is not there.

    """
    absent = next((name for name in wanted if name.strip() not in table.headers), None)
    if absent is not None:
        message = f"--fill-down {absent!r} is no column; the columns: {', '.join(table.headers)}"
        raise InputError(message)
    if not wanted:
        return table
    names = {name.strip() for name in wanted}
    columns = [at for at, header in enumerate(table.headers) if header in names]
    told = ", ".join(repr(table.headers[at]) for at in columns)
    remark = f"blank cells of {told} are read as what stands above them, as --fill-down asks"
    rows = _filled(table, columns, dictionary.map(table.headers))
    return table._replace(stretches=rows, remarks=(*table.remarks, remark))


def _filled(table: Table, columns: Sequence[int], mapping: ColumnMap) -> Iterator[Raw]:
    above: dict[int, str] = {}
    for raw in table.rows:
        if raw.fault is not None or len(raw.cells) != len(table.headers):
            above.clear()
            yield raw
            continue
        cells = list(raw.cells)
        above.update((at, cells[at]) for at in columns if cells[at].strip())
        if not mapping.screenable.isdisjoint(mapping.values(cells)):
            for at in columns:
                cells[at] = cells[at] if cells[at].strip() else above.get(at, "")
        yield raw._replace(cells=tuple(cells))
