"""Measures how many names a second are searched, beside rapidfuzz in the same run.

    python -m benchmarks.speed.names NAMES QUERIES [--count N] [--long TEXTS]

``NAMES`` holds one listed name a line, ``QUERIES`` one query a line (what follows a tab is
left out). rapidfuzz scores each folded query against each folded name (``cdist`` with
``ratio``, one core); its figure leaves out the folding. ``--long`` is a file of longer texts,
one a line, for the search within texts.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from screener.index.names import NameIndex
from screener.text.folding import comparison_form

WORDS = Path(__file__).parents[2] / "watchlists" / "business-words" / "words.txt"
RUNS = 3
SINGLES = 300


def lines(path: Path) -> list[str]:
    """Return the lines of a file without what follows a tab."""
    return [line.partition("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()]


def seconds(deed: Callable[[], object]) -> float:
    """Return the median time of a few runs."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        deed()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def singles(index: NameIndex, queries: list[str]) -> tuple[float, float]:
    """Return the median and the 95th percentile of single searches, in milliseconds."""
    times = []
    for query in queries[:SINGLES]:
        start = time.perf_counter()
        index.search([query])
        times.append(1_000 * (time.perf_counter() - start))
    cuts = statistics.quantiles(times, n=20)
    return statistics.median(times), cuts[-1]


def exhaustive(names: list[str], queries: list[str]) -> float:
    """Return the time rapidfuzz takes for all pairs."""
    listed = [" ".join(sorted(comparison_form(name).split())) for name in names]
    asked = [" ".join(sorted(comparison_form(query).split())) for query in queries]

    def score() -> None:
        for first in range(0, len(asked), 200):
            part = asked[first : first + 200]
            process.cdist(part, listed, scorer=fuzz.ratio, dtype=np.uint8)

    return seconds(score)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--count", type=int)
    parser.add_argument("--long", type=Path)
    given = parser.parse_args()
    names, queries = lines(given.names)[: given.count], lines(given.queries)
    generic = frozenset(WORDS.read_text(encoding="utf-8").splitlines())
    start = time.perf_counter()
    index = NameIndex.build(list(enumerate(names)), generic)
    print(f"{len(names)} names, built in {time.perf_counter() - start:.2f} s")
    ours = len(queries) / seconds(lambda: index.search(queries))
    theirs = len(queries) / exhaustive(names, queries)
    alerted = sum(map(bool, index.search(queries)))
    print(f"  {ours:,.0f} queries/s, {alerted} of {len(queries)} found something")
    print(f"  {theirs:,.0f} queries/s with cdist ratio: {ours / theirs:.2f} times")
    middle, high = singles(index, queries)
    print(f"  one at a time: median {middle:.2f} ms, 95 % within {high:.2f} ms")
    if given.long is not None:
        texts = lines(given.long)
        rate = len(texts) / seconds(lambda: index.search_all_within(texts))
        length = statistics.mean(map(len, texts))
        print(f"  within texts of {length:.0f} characters: {rate:,.0f} texts/s")


if __name__ == "__main__":
    main()
