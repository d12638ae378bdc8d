"""Records that commands read from files: one written by hand, one by its id, or all."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.runner import CHUNK
from screener.batch.source import source_of
from screener.batch.tables import Collapsed, Item, Line, Reject
from screener.content.diagnostics import Diagnostics
from screener.content.nodes import MapNode, ScalarNode, compose
from screener.errors import InputError
from screener.pipeline import Screener


class Given(NamedTuple):
    """A record as it was given: its id and its filled fields."""

    line_id: str
    values: Mapping[str, str]


@contextmanager
def lines_of(screener: Screener, path: Path) -> Iterator[Iterator[Item]]:
    """Open a file of records and give what its rows came to, in order.

    Raises:
        InputError: It is no file, is of no kind that is read, or has no column we know.

    """
    yield open_file(source_of(path), Dictionary(screener.fields)).lines


class Batch(NamedTuple):
    """Some records of a file in order, and how many rows beside them could not be read."""

    records: list[Mapping[str, str]]
    line_ids: list[str]
    rejects: int


def batches_of(screener: Screener, path: Path) -> Iterator[Batch]:
    """Yield the records of a file in batches; rejected rows are counted alone.

    Raises:
        InputError: The file cannot be read, or has no column we know.

    """
    with lines_of(screener, path) as lines:
        while chunk := list(islice(lines, CHUNK)):
            read = [line for line in chunk if isinstance(line, Line)]
            yield Batch(
                [line.values for line in read],
                [line.line_id for line in read],
                sum(isinstance(line, Reject) for line in chunk),
            )


def record_of(screener: Screener, path: Path, line_id: str) -> Given:
    """Return the record of a file that has this id.

    Raises:
        InputError: No record has it, or the record could not be read.

    """
    with lines_of(screener, path) as lines:
        for line in lines:
            if line.line_id == line_id and not isinstance(line, Collapsed):
                if isinstance(line, Reject):
                    raise InputError(f"{path.name}, line {line_id}: {line.wrong}; {line.remedy}")
                return Given(line_id, line.values)
    raise InputError(f"{path.name} has no line {line_id!r}")


def written_record(screener: Screener, path: Path) -> Given:
    """Return the record of a YAML file with one field a line, written as in an inline test.

    Raises:
        InputError: It cannot be read, names a field no record has, or holds nothing to screen.

    """
    diagnostics = Diagnostics()
    node = compose(path.read_text(encoding="utf-8"), str(path), diagnostics)
    if diagnostics.errors:
        raise InputError(diagnostics.render())
    values: dict[str, str] = {}
    name = path.stem
    for key, value in node.entries if isinstance(node, MapNode) else ():
        if key.text == "line_id" and isinstance(value, ScalarNode):
            name = value.text.strip() or name
            continue
        if key.text not in screener.record_fields:
            raise InputError(
                f"{path.name}:{key.mark.line}: {key.text}: {screener.unknown_field(key.text)}"
            )
        if not isinstance(value, ScalarNode):
            raise InputError(f"{path.name}:{value.mark.line}: {key.text} is one text")
        if value.text.strip():
            values[key.text] = value.text
    if not screener.tells(values):
        raise InputError(
            f"{path.name} holds nothing to screen: no party, product, place or code is stated"
        )
    return Given(name, values)
