"""``screener match`` and ``screener compare``: names alone."""

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.table import Table

from screener.batch.writer import cell_safe
from screener.cli import options
from screener.cli.consoles import plain_console
from screener.cli.samples import sample_lines
from screener.cli.small_tables import read_small_table
from screener.errors import InputError
from screener.factory import load
from screener.match.lookup import KINDS, NameHit, Query
from screener.model.hit import LOOK_ALIKE, Aligned, Comparison
from screener.text.folding import tokens_of

_HOW = {
    "order": "exact, moved",
    "legal_form": "legal form, adds nothing",
    LOOK_ALIKE: "misread: the characters look alike",
}
MATCH_COLUMNS = ("row", "name", "entry", "list", "alias", "similarity")


def match(
    name: Annotated[str | None, typer.Argument(help="The name to look for.")] = None,
    names: Annotated[
        Path | None, typer.Option("--names", help="A CSV file with a column name.")
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", help="organization, person, place or goods.")
    ] = "organization",
    list_id: Annotated[
        str | None, typer.Option("--list", help="Only entries of this list.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1)] = 10,
    threshold: Annotated[float | None, typer.Option("--threshold", min=0.0, max=1.0)] = None,
    country: Annotated[
        str | None, typer.Option("--country", help="Where the name is said to be.")
    ] = None,
    rules: options.Rules = None,
    lists: options.Lists = None,
    json: options.Json = False,
) -> int:
    """Look names up on the watchlists; a file of names answers as CSV on stdout, one row a hit."""
    if (name is None) == (names is None):
        message = "give one NAME or --names FILE.csv"
        raise InputError(message)
    if name is not None and not name.strip():
        message = "the name is blank: nothing would be looked for"
        raise InputError(message)
    query = Query(_kind(kind), list_id, limit, threshold, country)
    screener = load(rules=rules, lists=lists)
    asked = [name] if name is not None else _column(names, "name")
    found = screener.match_names(asked, query)
    if names is not None:
        _write_matches(asked, found)
    elif json:
        typer.echo(msgspec.json.encode(found[0]).decode())
    else:
        _show(found[0])
    for line in sample_lines(screener.scope.lists):
        typer.echo(line, err=True)
    return 0


def compare(
    a: Annotated[str | None, typer.Argument(metavar="A")] = None,
    b: Annotated[str | None, typer.Argument(metavar="B")] = None,
    pairs: Annotated[
        Path | None, typer.Option("--pairs", help="A CSV file with columns a and b.")
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", help="organization, person, place or goods.")
    ] = "organization",
    json: options.Json = False,
) -> int:
    """Compare two names: similarity, and the alignment that explains it."""
    _kind(kind)
    if pairs is not None:
        return _compare_file(pairs, kind)
    if a is None or b is None:
        message = "give two names A B or --pairs FILE.csv"
        raise InputError(message)
    result = load().compare(a, b, kind)
    if json:
        typer.echo(msgspec.json.encode(result).decode())
        return 0
    _show_comparison(a, b, result)
    return 0


def _show_comparison(first: str, second: str, result: Comparison) -> None:
    """Print which words met, what each adds to the similarity, and which met nothing."""
    table = Table(
        "of the first", "of the second", "how", "adds", title=f"similarity {result.similarity:.3f}"
    )
    for pair in result.alignment:
        table.add_row(pair.ours, pair.theirs, _told(pair), f"{pair.weight:.3f}")
    for word in unmet(first, [pair.ours for pair in result.alignment]):
        table.add_row(word, "", "met nothing", "")
    for word in unmet(second, [pair.theirs for pair in result.alignment]):
        table.add_row("", word, "met nothing", "")
    plain_console().print(table)


def _told(pair: Aligned) -> str:
    """Return how two words met, with the system that spells one of them."""
    how = _HOW.get(pair.how, pair.how)
    return f"{how} ({pair.system})" if pair.system else how


def unmet(name: str, met: Sequence[str]) -> list[str]:
    """Return the folded words of a name that are in none of the parts that met.

    >>> unmet("Dandong Huayang Textiles", ["HUAYANG"])
    ['dandong', 'textiles']
    """
    left = [token.form for part in met for token in tokens_of(part)]
    alone = []
    for token in tokens_of(name):
        if token.form in left:
            left.remove(token.form)
        else:
            alone.append(token.form)
    return alone


def _kind(kind: str) -> str:
    if kind not in KINDS:
        message = f"--kind {kind!r} is unknown; one of {', '.join(KINDS)}"
        raise InputError(message)
    return kind


def _column(path: Path | None, wanted: str) -> list[str]:
    if path is None:
        return []
    table = read_small_table(path)
    at = table.column(wanted)
    return [row[at] for row in table.rows]


def _write_matches(asked: list[str], found: list[tuple[NameHit, ...]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(MATCH_COLUMNS)
    for row, (name, hits) in enumerate(zip(asked, found, strict=True), start=1):
        for hit in hits:
            cells = (str(row), name, hit.entry, hit.list, hit.alias, f"{hit.similarity:.3f}")
            writer.writerow([cell_safe(cell) for cell in cells])


def _compare_file(path: Path, kind: str) -> int:
    table = read_small_table(path)
    left, right = table.column("a"), table.column("b")
    screener = load()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*table.headers, "similarity"])
    for row in table.rows:
        result = screener.compare(row[left], row[right], kind)
        writer.writerow([*map(cell_safe, row), f"{result.similarity:.3f}"])
    return 0


def _show(hits: tuple[NameHit, ...]) -> None:
    console = plain_console()
    if not hits:
        console.print("no entry of the loaded lists resembles this name; that proves nothing")
        return
    table = Table("entry", "list", "kind", "alias", "similarity", "how")
    for hit in hits:
        how = "\n".join(f"{pair.ours} = {pair.theirs}: {_told(pair)}" for pair in hit.alignment)
        table.add_row(hit.entry, hit.list, hit.kind, hit.alias, f"{hit.similarity:.3f}", how)
    console.print(table)
