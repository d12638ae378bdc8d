"""How many lines are noted because an order names their goods, and what else they would be.

    python -m benchmarks.accuracy.goods_alone LINES.csv[.gz] [...] [--examples 20]

The columns read are ``product_description`` or ``products``, else ``hs_description``; ``hs_code``;
``partner_country`` or ``countries``, the first of several, as the origin. Lists are those that are
shipped and those that SCREENER_HOME holds. Printed are, for each file, the lines in each tier, those
in which goods alone are a reason, those that nothing else lifts above the lowest tier, and the
words that were met most.
"""

import argparse
import csv
import gzip
import io
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from screener.factory import load
from screener.model.columns import columns_of
from screener.pipeline import Screener

RULE = "listed.order-goods"
_DESCRIPTIONS = ("product_description", "products", "hs_description")
_ORIGINS = ("partner_country", "countries")
_AT_ONCE = 20_000


def lines(path: Path) -> Iterator[dict[str, str]]:
    """Yield the lines of a file as records by their filled fields."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        found = {
            "product_description": next((row[name] for name in _DESCRIPTIONS if row.get(name)), ""),
            "hs_code": row.get("hs_code", ""),
            "country_of_origin": next(
                (row[name].split("|")[0].strip() for name in _ORIGINS if row.get(name)), ""
            ),
        }
        yield {name: value for name, value in found.items() if value.strip()}


def report(screener: Screener, path: Path, examples: int) -> None:
    """Print what goods alone do to the lines of one file."""
    asked = [one for one in lines(path) if one]
    tiers: Counter[str] = Counter()
    words: Counter[str] = Counter()
    noted = alone = 0
    for begin in range(0, len(asked), _AT_ONCE):
        part = asked[begin : begin + _AT_ONCE]
        columns = columns_of(part, screener.record_fields)
        verdicts = screener.screen_columns(columns, [str(at) for at in range(len(part))])
        for row in range(len(part)):
            tiers[verdicts.tier(row)] += 1
            fired = {one.rule: one.floor for one in verdicts.outcomes(row) if one.fired}
            if RULE in fired:
                noted += 1
                others = [floor for rule, floor in fired.items() if rule != RULE and floor]
                alone += not others and verdicts.tier(row) == "T1"
                (hit,) = [
                    hit
                    for hit in verdicts.screening(row).hits
                    if hit.listing is not None and hit.listing.leg == "goods"
                ]
                words[hit.text.casefold()[:40]] += 1
    out = sys.stdout.write
    out(f"{path.name}: {len(asked):,} lines, {dict(sorted(tiers.items()))}\n")
    out(f"  goods alone: {noted} ({noted / len(asked):.2%}), the only reason for T1: {alone}\n")
    out(f"  words: {dict(words.most_common(examples))}\n")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", nargs="+", type=Path)
    parser.add_argument("--examples", type=int, default=20)
    wanted = parser.parse_args()
    screener = load()
    for path in wanted.lines:
        report(screener, path, wanted.examples)


if __name__ == "__main__":
    main()
