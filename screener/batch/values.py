"""Values that are no text yet, as workbooks and Parquet files hold them, made into cells."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import Any

from screener.pipeline import DOCUMENT_SEPARATOR


def cell_of(value: object) -> str:
    """Return a value as the text that a person would write into the cell of a CSV file.

    Whole numbers lose their ".0", days are ISO text, and a list of text is parted by a bar.

    >>> [cell_of(value) for value in (6117.0, 4.4, True, None, date(2026, 5, 4), ["a", "b"])]
    ['6117', '4.4', 'TRUE', '', '2026-05-04', 'a|b']
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    make = next((make for kind, make in _MADE if isinstance(value, kind)), str)
    return make(value)


def _number(value: float) -> str:
    """Return a number in plain digits, as many as tell it from any other and no more."""
    if not isfinite(value):
        return repr(value)
    text = f"{Decimal(repr(value)):f}"
    return text.removesuffix(".0")


# The first kind that fits counts: truth before numbers, moments before days, text is done.
_MADE: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda value: str(value).upper()),
    (float, _number),
    (Decimal, lambda value: f"{value:f}"),
    (datetime, lambda value: value.isoformat().removesuffix("T00:00:00")),
    (date, lambda value: value.isoformat()),
    (time, lambda value: value.isoformat()),
    (bytes, lambda value: value.decode("utf-8", errors="surrogateescape")),
    (Mapping, lambda value: json.dumps(value, ensure_ascii=False, default=cell_of)),
    (Sequence, lambda value: DOCUMENT_SEPARATOR.join(map(cell_of, value))),
)
