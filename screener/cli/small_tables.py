"""Small CSV files that commands take beside records: names, pairs of names, what reviews came to."""

import csv
import io
from pathlib import Path
from typing import NamedTuple

from screener.batch.encodings import SAMPLE_BYTES, delimiter_of, encoding_of
from screener.errors import InputError


class SmallTable(NamedTuple):
    """A table read whole; each row has a cell for every header, blank where the file has none."""

    path: Path
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, name: str) -> int:
        """Return where a column stands, whatever the case of its header.

        Raises:
            InputError: There is none of this name.

        """
        folded = [header.casefold() for header in self.headers]
        if name not in folded:
            among = ", ".join(self.headers)
            raise InputError(f"{self.path} has no column {name!r}; its columns are {among}")
        return folded.index(name)


def read_small_table(path: Path) -> SmallTable:
    """Return a CSV file, its encoding and delimiter found out; bytes that are no text are shown.

    Raises:
        InputError: It is no file, empty, or no CSV, or its encoding cannot be told.

    """
    if not path.is_file():
        raise InputError(f"{path} is no file")
    data = path.read_bytes()
    try:
        encoding = encoding_of(data[:SAMPLE_BYTES], whole=len(data) <= SAMPLE_BYTES)
    except InputError as error:
        raise InputError(f"{path}: its encoding cannot be told; save it as UTF-8") from error
    stream = io.StringIO(data.decode(encoding.name, errors="replace"), newline="")
    delimiter = delimiter_of(stream.readline())
    stream.seek(0)
    reader = csv.reader(stream, delimiter=delimiter)
    try:
        headers = tuple(cell.strip() for cell in next(reader, ()))
        rows = tuple((*row, *[""] * (len(headers) - len(row))) for row in reader)
    except csv.Error as error:
        raise InputError(f"{path}:{reader.line_num}: {error}; is it a CSV file?") from error
    if not headers:
        raise InputError(f"{path} is empty: there is not even a header row")
    return SmallTable(path, headers, rows)
