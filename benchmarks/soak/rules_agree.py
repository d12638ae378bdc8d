"""Bulk and single-row evaluation of the shipped rules, held against each other on random rows.

Run: python benchmarks/soak/rules_agree.py [--rows 10000] [--seed 1]
Prints the rows of each rule and how many answers differ; exit code 1 if one does.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence

from screener.factory import load
from screener.model.columns import columns_of
from screener.pipeline import Screener
from screener.rules.one_by_one import told
from screener.rules.schema import Rule

Row = dict[str, str]
_AT_ONCE = 2_000
_KEPT, _EMPTY = 0.7, 0.15


def random_rows(rule: Rule, rows: int, chance: random.Random) -> Iterator[Row]:
    """Yield rows near those of a rule's tests: cells of several tests mixed, some left empty."""
    models = [test.row for test in rule.tests]
    cells = sorted({(column, text) for model in models for column, text in model.items()})
    for _ in range(rows):
        others = chance.sample(cells, min(3, len(cells)))
        row = chance.choice(models) | dict(one for one in others if chance.random() > _KEPT)
        yield {column: text for column, text in row.items() if chance.random() > _EMPTY}


def disagreements(screener: Screener, rows: Sequence[Row]) -> list[tuple[Row, str]]:
    """Return the rows, with a rule each, that the two ways answer differently."""
    columns = columns_of(rows, screener.record_fields)
    verdicts = screener.screen_columns(columns, [str(number) for number in range(len(rows))])
    differing = []
    for number, row in enumerate(rows):
        alone = told(screener.evaluator.evaluate(verdicts.row(number), screener.today))
        bulk = verdicts.outcomes(number)
        differing += [
            (row, one.rule) for one in {*bulk, *alone} if (one in bulk) is not (one in alone)
        ]
    return differing


def main() -> int:
    """Compare on as many rows of each rule as asked; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    screener = load()
    chance = random.Random(wanted.seed)
    failed = 0
    for rule in screener.pack.rules:
        rows = list(random_rows(rule, wanted.rows, chance))
        found = [
            one
            for at in range(0, len(rows), _AT_ONCE)
            for one in disagreements(screener, rows[at : at + _AT_ONCE])
        ]
        failed += len(found)
        print(f"{rule.id}: {len(rows):,} rows, {len(found)} differ", *found[:1])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
