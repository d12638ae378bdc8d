"""The files of a run, grown chunk by chunk and cut back to what a checkpoint knows of."""

import csv
import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from screener.batch.changes import CHANGE_COLUMNS, CHANGES
from screener.errors import InputError
from screener.evidence.cells import added_names

RESULTS = "results.csv"
SCREENINGS = "screenings.jsonl"
REJECTS = "rejects.csv"
PROBLEMS = "problems.csv"
COLLAPSED = "collapsed.csv"
SUMMARY = "summary.json"
REPORT = "report.html"
# Rows and reasons as they are, from which workbook and Parquet file are made at the end.
ROWS_PART = "results.rows.part"
REASONS_PART = "results.reasons.part"

REJECT_COLUMNS = ("row", "line_id", "column", "wrong", "remedy", "text")
PROBLEM_COLUMNS = ("row", "line_id", "field", "wrong", "remedy", "text")
COLLAPSED_COLUMNS = ("row", "line_id", "into_row", "into_line_id", "code", "text")
FORMULA_STARTS = frozenset("=+-@\t\r")
_NUMBER = re.compile(r"[+-]?(?:\d[\d,. ]*|\.\d+)(?:[eE][+-]?\d+)?%?\s*")
_MARK = "\ufeff".encode()


def cell_safe(text: str) -> str:
    """Return text that no spreadsheet runs as a formula; numbers stay numbers.

    >>> cell_safe("=HYPERLINK(1)"), cell_safe("-4.50"), cell_safe("+86 21 5555"), cell_safe("hat")
    ("'=HYPERLINK(1)", '-4.50', '+86 21 5555', 'hat')
    """
    if text[:1] in FORMULA_STARTS and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV in UTF-8; characters that are no text are shown escaped."""
    lines = _Lines()
    # What ends a line is quoted in a cell, and some readers take a lone \r for an end.
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    text = "".join([f"{line[:-2]}\n" for line in lines])
    return text.encode("utf-8", errors="backslashreplace")


class _Lines(list[str]):
    """What a writer writes, a row each."""

    write = list.append


def safe_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV in UTF-8 that no spreadsheet runs formulas of."""
    starts = FORMULA_STARTS
    return csv_bytes(
        [cell if cell[:1] not in starts else cell_safe(cell) for cell in row] for row in rows
    )


def heads(headers: Sequence[str]) -> dict[str, bytes]:
    """Return what each file of a run begins with; a file that is not named begins empty."""
    return {
        RESULTS: _MARK + safe_csv([(*headers, *added_names(headers))]),
        CHANGES: _MARK + safe_csv([CHANGE_COLUMNS]),
        REJECTS: _MARK + safe_csv([REJECT_COLUMNS]),
        PROBLEMS: _MARK + safe_csv([PROBLEM_COLUMNS]),
        COLLAPSED: _MARK + safe_csv([COLLAPSED_COLUMNS]),
    }


class RunFiles:
    """The open files of a run; use it as a context."""

    def __init__(self, folder: Path, sizes: Mapping[str, int]) -> None:
        """Open the files of a folder, each cut back to its size; a size of 0 begins it anew.

        Raises:
            OSError: A file is shorter than its size, or cannot be opened.

        """
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as opening:
            self._files = {
                name: opening.enter_context((folder / name).open("r+b" if size else "wb"))
                for name, size in sizes.items()
            }
            for name, file in self._files.items():
                if os.fstat(file.fileno()).st_size < sizes[name]:
                    message = f"{folder / name} is shorter than its checkpoint says"
                    raise OSError(message)
                file.truncate(sizes[name])
                file.seek(sizes[name])
            self._stack = opening.pop_all()

    def __enter__(self) -> Self:
        """Return the files."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the files."""
        self._stack.close()

    def append(self, parts: Mapping[str, bytes]) -> dict[str, int]:
        """Write a part to the end of each file, to the disk, and return the sizes they have now.

        Raises:
            OSError: The disk is full or gone.

        """
        for name, part in parts.items():
            self._files[name].write(part)
        for file in self._files.values():
            file.flush()
            os.fsync(file.fileno())
        return {name: file.tell() for name, file in self._files.items()}


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: it is there with all its bytes, or as it was."""
    part = path.with_name(path.name + ".new")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def json_bytes(value: Mapping[str, object]) -> bytes:
    """Return JSON as people read it."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def read_summary(folder: Path) -> dict[str, Any]:
    """Return the summary of a finished run.

    Raises:
        InputError: It is none.

    """
    path = folder / SUMMARY
    try:
        told: dict[str, Any] = json.loads(path.read_bytes())
        told["scope"]["lists"], told["snapshot"]["as_of"]
    except (ValueError, KeyError, TypeError) as error:
        message = f"{path} is no summary of a run"
        raise InputError(message) from error
    return told
