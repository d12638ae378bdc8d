"""What the rows above a table state of all of it: "Supplier: Dandong Trading", "产地：中国".

Orders and packing lists name their parties once, at the top. Such a statement becomes a column of
the table, under its label, so that every record is screened with it and the results show it.
"""

import re
from collections.abc import Iterator, Sequence

from screener.batch.lines import Raw
from screener.batch.mapping import ColumnMap, Dictionary
from screener.batch.tables import Table, is_text, uneven
from screener.model.record import MAX_CHARACTERS

Cells = Sequence[str]
_LABELLED = re.compile(r"\s*([^:：]{1,60}?)\s*[:：]\s*(.*\S)?\s*", re.DOTALL)
_LABELS = re.compile(r"[/|()（）\n]")
_A_PAIR = 2


def with_titles(table: Table, titles: Sequence[Cells], dictionary: Dictionary) -> Table:
    """Return a table with a column for each field that rows above it state and none of it holds.

    A row that holds nothing to screen by itself, as one of totals, is given nothing.
    """
    own = dictionary.map(table.headers)
    stated: dict[str, tuple[str, str]] = {}
    for field, label, value in _stated(titles, dictionary):
        if field in own.screenable and field not in own.sources and _fits(value):
            stated.setdefault(field, (label, value))
    if not stated:
        return table
    labels = tuple(label for label, _ in stated.values())
    values = tuple(value for _, value in stated.values())
    fields = ", ".join(f"{field} ({label!r})" for field, (label, _) in stated.items())
    remark = f"read of every record from above the header row: {fields}"
    return table._replace(
        headers=(*table.headers, *labels),
        stretches=_given(table, own, values),
        remarks=(*table.remarks, remark),
    )


def _given(table: Table, own: ColumnMap, values: tuple[str, ...]) -> Iterator[Raw]:
    width, nothing = len(table.headers), ("",) * len(values)
    for raw in table.rows:
        if raw.fault is None and len(raw.cells) != width:
            wrong, remedy = uneven(len(raw.cells), width)
            yield raw._replace(cells=(), fault=wrong, remedy=remedy)
        elif raw.fault is not None:
            yield raw._replace(cells=(*raw.cells, *nothing) if raw.cells else ())
        else:
            empty = own.screenable.isdisjoint(own.values(raw.cells))
            yield raw._replace(cells=(*raw.cells, *(nothing if empty else values)))


def _fits(value: str) -> bool:
    return len(value) <= MAX_CHARACTERS and is_text(value)


def _stated(titles: Sequence[Cells], dictionary: Dictionary) -> Iterator[tuple[str, str, str]]:
    """Yield the field, the label and the value of each statement in some rows."""
    for cells in titles:
        filled = [cell.strip() for cell in cells if cell.strip()]
        for at, cell in enumerate(cells):
            found = _LABELLED.fullmatch(cell)
            label = (found[1] if found else cell).strip()
            field = _field(label, dictionary)
            if field is None:
                continue
            if found and found[2]:
                yield field, label, ", ".join((found[2], *_runs_on(cells[at + 1 :])))
            elif found or (len(filled) == _A_PAIR and label == filled[0]):
                value = next(
                    ((n, one) for n, one in enumerate(cells[at + 1 :]) if one.strip()), None
                )
                if value is not None and not _is_label(value[1], dictionary):
                    rest = cells[at + 2 + value[0] :]
                    yield field, label, ", ".join((value[1].strip(), *_runs_on(rest)))


def _runs_on(cells: Cells) -> Iterator[str]:
    """Yield the cells into which commas cut a text that no quotes held: each begins with a space."""
    for cell in cells:
        if not cell.startswith(" ") or not cell.strip():
            return
        yield cell.strip()


def _is_label(cell: str, dictionary: Dictionary) -> bool:
    found = _LABELLED.fullmatch(cell)
    return _field((found[1] if found else cell).strip(), dictionary) is not None


def _field(label: str, dictionary: Dictionary) -> str | None:
    """Return the field that a label means, as a whole or by one of its languages."""
    named = (dictionary.field_of(one.strip()) for one in (label, *_LABELS.split(label)) if one)
    return next((field for field in named if field is not None), None)
