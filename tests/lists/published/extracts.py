"""Extracts of published lists: a few entries that lie here, or whole folders named from outside.

``SCREENER_EXTRACTS`` names a folder that holds whole extracts under the same names as here.
"""

import csv
import gzip
import io
import json
import os
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "extracts"
VARIABLE = "SCREENER_EXTRACTS"
WHOLE = os.environ.get(VARIABLE)

Row = dict[str, str]


def rows(folder: Path, name: str) -> list[Row]:
    """Return the rows of a table, packed or not."""
    return list(csv.DictReader(io.StringIO(_text(folder, name), newline="")))


def objects(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the objects of a file of one object a line, packed or not."""
    return [json.loads(line) for line in _text(folder, name).splitlines()]


def un(folder: Path) -> list[dict[str, Any]]:
    """Return the listings of all regimes."""
    place = folder / "un_1718_dprk"
    return [
        *objects(place, "un_dprk.jsonl"),
        *objects(place, "un_consolidated_other_regimes.jsonl"),
    ]


def several(text: str) -> list[str]:
    """Return the parts of a cell that is separated by bars."""
    return [part for one in text.split("|") if (part := one.strip())]


def _text(folder: Path, name: str) -> str:
    plain = folder / name
    if plain.is_file():
        return plain.read_text(encoding="utf-8")
    return gzip.decompress((folder / f"{name}.gz").read_bytes()).decode("utf-8")
