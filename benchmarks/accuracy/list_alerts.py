"""How often names of ordinary companies meet a list, and what 10,000 suppliers cost.

    python -m benchmarks.accuracy.list_alerts NAMES.csv [NAMES.csv ...] [--suppliers 10000]

Each file (gz too) has a column ``name`` or ``supplier``, and may have ``country``. They are screened as
supplier names against every list in use: what is shipped and what SCREENER_HOME holds. Printed
are the share of names with a hit on a party, every hit above 0.9, and seconds of processor time and
peak memory of loading and of screening that many suppliers, each with a city and goods.
"""

import argparse
import csv
import gzip
import io
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from screener.factory import load
from screener.model.columns import columns_of
from screener.model.hit import Hit
from screener.pipeline import Screener

PARTIES = frozenset({"party", "facility", "listing"})
SURE = 0.9
_NAMES = ("name", "supplier")


class Company(NamedTuple):
    """A company's name and, where the file says it, its country."""

    name: str
    country: str


def companies(path: Path) -> tuple[Company, ...]:
    """Return the companies of a file, each name once."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    column = next(name for name in _NAMES if name in rows[0])
    found = {row[column]: row.get("country", "") for row in rows if row[column].strip()}
    return tuple(Company(name, country) for name, country in found.items())


def hits(screener: Screener, asked: Sequence[Company]) -> Iterator[tuple[Company, list[Hit]]]:
    """Yield the party hits of each company."""
    rows = [
        {"supplier_name": one.name, "supplier_country": one.country}
        if one.country
        else {"supplier_name": one.name}
        for one in asked
    ]
    columns = columns_of(rows, screener.record_fields)
    verdicts = screener.screen_columns(columns, [str(at) for at in range(len(rows))])
    for at, company in enumerate(asked):
        if verdicts.shown(at):
            found = verdicts.screening(at).hits
            yield company, [hit for hit in found if hit.kind in PARTIES and hit.role is not None]


def report(screener: Screener, path: Path) -> None:
    """Print the alert rate of one file, and every hit that is all but sure."""
    asked = companies(path)
    by_list: Counter[str] = Counter()
    alerted = 0
    sure: list[tuple[Company, Hit]] = []
    for company, found in hits(screener, asked):
        alerted += bool(found)
        by_list.update({hit.list for hit in found})
        sure += [(company, hit) for hit in found if hit.similarity > SURE]
    out = sys.stdout.write
    out(f"{path.name}: {len(asked):,} names, {alerted} with a hit ({alerted / len(asked):.2%})\n")
    out(f"  by list: {dict(by_list.most_common())}\n")
    out(f"  above {SURE}: {len({company for company, _ in sure})} names\n")
    for company, hit in sure:
        place = f" ({company.country})" if company.country else ""
        out(f"    {company.name}{place} | {hit.entry} | {hit.alias} | {hit.similarity}\n")


def cost(screener: Screener, asked: Sequence[Company], suppliers: int) -> float:
    """Return the processor seconds of screening so many suppliers, none found before."""
    rows = []
    for at in range(suppliers):
        number, one = divmod(at, len(asked))
        name = asked[one].name if number == 0 else f"{asked[one].name} {number}"
        rows.append(
            {"supplier_name": name, "supplier_city": "Ningbo", "product_description": "brackets"}
        )
    begun = time.process_time()
    columns = columns_of(rows, screener.record_fields)
    verdicts = screener.screen_columns(columns, [str(at) for at in range(suppliers)])
    for at in range(suppliers):
        verdicts.tier(at)
    return time.process_time() - begun


def peak() -> int:
    """Return the most memory this process had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="+", type=Path)
    parser.add_argument("--suppliers", type=int, default=10_000)
    wanted = parser.parse_args()
    out = sys.stdout.write
    begun = time.process_time()
    screener = load()
    entries = sum(len(edition.entries) for edition in screener.editions)
    seconds = time.process_time() - begun
    out(
        f"{len(screener.editions)} lists, {entries:,} entries: loaded in {seconds:.1f} s, {peak()} MB\n"
    )
    everyone = [one for path in wanted.names for one in companies(path)]
    spent = cost(screener, everyone, wanted.suppliers)
    out(f"{wanted.suppliers:,} suppliers: {spent:.1f} s, {peak()} MB at most\n")
    for path in wanted.names:
        report(screener, path)


if __name__ == "__main__":
    main()
