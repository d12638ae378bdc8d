"""Options that several commands share."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from screener.errors import InputError

Rules = Annotated[
    Path | None, typer.Option("--rules", help="A rule pack's folder instead of the shipped one.")
]
Lists = Annotated[
    Path | None, typer.Option("--lists", help="A folder of watchlists instead of the shipped ones.")
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="The day by which dates are judged, YYYY-MM-DD; default today."),
]
Sheet = Annotated[
    str | None,
    typer.Option("--sheet", help="The sheet of a workbook to read, by name or by number from 1."),
]
FillDown = Annotated[
    list[str] | None,
    typer.Option(
        "--fill-down", help="A column whose blank cells are read as what stands above; repeatable."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Machine-readable output on stdout.")]


def day(as_of: str | None) -> str:
    """Return the day to judge by, as ISO text; today is read here, once.

    Raises:
        InputError: The text is no date.

    """
    if as_of is None:
        return datetime.now(tz=UTC).date().isoformat()
    try:
        return date.fromisoformat(as_of).isoformat()
    except ValueError as error:
        message = f"--as-of {as_of!r} is no day; write it as YYYY-MM-DD"
        raise InputError(message) from error
