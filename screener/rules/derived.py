"""Derived columns of a batch, computed once for each distinct combination of their sources."""

from collections.abc import Mapping

from screener.model.columns import Column, Columns, column_of, combinations
from screener.model.field import Field
from screener.rules.fields import derive


def derived_columns(columns: Columns, fields: Mapping[str, Field]) -> Columns:
    """Return the columns with those derived from them, in the order of the data dictionary."""
    every = dict(columns.columns)
    for name, field in fields.items():
        sources = {source: every[source] for source in field.derived_from if source in every}
        if sources:
            column = _derived(name, sources, fields, columns.rows)
            if len(column.values):
                every[name] = column
    return Columns(columns.rows, {name: every[name] for name in fields if name in every})


def _derived(
    name: str, sources: Mapping[str, Column], fields: Mapping[str, Field], rows: int
) -> Column:
    combination, first = combinations([column.codes for column in sources.values()], rows)
    cells = []
    for row in first:
        values = {source: column.at(int(row)) for source, column in sources.items()}
        cells.append(
            derive(name, {key: text for key, text in values.items() if text is not None}, fields)
        )
    distinct = column_of(cells)
    return Column(distinct.values, distinct.codes[combination])
