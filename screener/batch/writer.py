"""What a run leaves behind: results.csv, screenings.jsonl, rejects.csv and summary.json."""

import csv
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from screener.batch.tables import Reject
from screener.evidence.cells import added_names

REJECT_COLUMNS = ("row", "line_id", "column", "wrong", "remedy", "text")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?(?:\d[\d,. ]*|\.\d+)(?:[eE][+-]?\d+)?%?\s*")


def cell_safe(text: str) -> str:
    """Return text that no spreadsheet runs as a formula; numbers stay numbers.

    >>> cell_safe("=HYPERLINK(1)"), cell_safe("-4.50"), cell_safe("+86 21 5555"), cell_safe("hat")
    ("'=HYPERLINK(1)", '-4.50', '+86 21 5555', 'hat')
    """
    if text.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


class RunWriter:
    """Writes one run's files as its rows come; use it as a context."""

    def __init__(self, folder: Path, headers: Sequence[str]) -> None:
        """Make the folder and open its files; a former run's files there are replaced."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._results = (folder / "results.csv").open("w", encoding="utf-8-sig", newline="")
        # A row is rejected for bytes that are no text, too; they are shown escaped.
        self._rejects = (folder / "rejects.csv").open(
            "w", encoding="utf-8-sig", errors="backslashreplace", newline=""
        )
        self._screenings = (folder / "screenings.jsonl").open("wb")
        self._rows = csv.writer(self._results, lineterminator="\n")
        self._refused = csv.writer(self._rejects, lineterminator="\n")
        self._rows.writerow([cell_safe(name) for name in (*headers, *added_names(headers))])
        self._refused.writerow(REJECT_COLUMNS)

    def __enter__(self) -> Self:
        """Return the writer."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the files."""
        for stream in (self._results, self._rejects, self._screenings):
            stream.close()

    def rows(self, rows: Iterable[Sequence[str]]) -> None:
        """Write result rows: the user's own cells, then the added ones."""
        self._rows.writerows([cell_safe(cell) for cell in row] for row in rows)

    def screening(self, data: bytes) -> None:
        """Write one screening as a line of JSON."""
        self._screenings.write(data + b"\n")

    def reject(self, reject: Reject) -> None:
        """Write one reject."""
        self._refused.writerow(
            [
                str(reject.row),
                *(cell_safe(cell) for cell in (reject.line_id, reject.column, reject.wrong)),
                *(cell_safe(cell) for cell in (reject.remedy, reject.text)),
            ]
        )

    def summary(self, summary: Mapping[str, object]) -> None:
        """Write the summary."""
        text = json.dumps(summary, ensure_ascii=False, indent=2) + "\n"
        (self.folder / "summary.json").write_text(text, encoding="utf-8")
