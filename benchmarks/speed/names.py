"""Measures how many distinct names a second are searched, beside its peers in the same run.

    python -m benchmarks.speed.names [--sizes 1000 10000 100000] [--peers PYTHON] [--long TEXTS]

Listed names and queries are made up with fixed seeds (``tests/index/company_names.py``); one
query in twenty is a listed name disturbed, the others are on no list, as in a file of
suppliers. Times are of the processor, one core, so that other work on the machine shows less.
Ours takes raw names and gives explained matches; rapidfuzz (``cdist`` with ``ratio``) scores
folded names and gives a table of numbers, its folding left out; nomenklatura (``--peers``, an
environment that has it) blocks with DuckDB and scores the candidates with logic-v2.
``--long`` is a file of longer texts, one a line, for the search within texts.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.accuracy.shipped_index import shipped_index
from screener.index.names import NameIndex
from screener.text.folding import comparison_form
from tests.index.company_names import company_names, disturbed_names

RUNS = 3
SINGLES = 400
QUERIES = 4_000
POSITIVE = 0.05
LIST_SEED, QUERY_SEED, OTHER_SEED = 1, 2, 3
CDIST_CELLS = 40_000_000
NOMENKLATURA_QUERIES = 400
MOST_FOR_NOMENKLATURA = 100_000


class Measured(NamedTuple):
    """What was measured beside a list of one size."""

    size: int
    build: float
    memory: float
    rate: float
    cdist: float
    nomenklatura: float | None
    median: float
    high: float


def seconds(deed: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median processor time of a few runs."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        deed()
        times.append(time.process_time() - start)
    return statistics.median(times)


def queries(listed: list[str], count: int) -> list[str]:
    """Return distinct names to look for, few of them listed ones disturbed."""
    known = set(listed)
    positive = disturbed_names(listed, int(count * POSITIVE), QUERY_SEED)
    others = [name for name in company_names(2 * count, OTHER_SEED) if name not in known]
    return list(dict.fromkeys([*positive, *others[: count - len(positive)]]))


def singles(index: NameIndex, asked: list[str]) -> tuple[float, float]:
    """Return the median and the 95th percentile of single searches, in milliseconds."""
    times = []
    for query in asked[:SINGLES]:
        start = time.process_time()
        index.search([query])
        times.append(1_000 * (time.process_time() - start))
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def exhaustive(listed: list[str], asked: list[str]) -> float:
    """Return how many queries a second rapidfuzz scores against every name."""
    names = [" ".join(sorted(comparison_form(name).split())) for name in listed]
    folded = [" ".join(sorted(comparison_form(query).split())) for query in asked]
    part = folded[: max(20, CDIST_CELLS // len(names))]

    def score() -> None:
        for first in range(0, len(part), 100):
            process.cdist(part[first : first + 100], names, scorer=fuzz.ratio, dtype=np.uint8)

    return len(part) / seconds(score)


def nomenklatura(python: str, listed: list[str], asked: list[str]) -> float:
    """Return how many queries a second nomenklatura blocks and scores."""
    part = asked[:NOMENKLATURA_QUERIES]
    answer = subprocess.run(
        [python, str(Path(__file__).with_name("name_peers.py"))],
        input=json.dumps({"listed": listed, "queries": part}),
        capture_output=True,
        text=True,
        check=True,
    )
    return len(part) / float(json.loads(answer.stdout)["screen"])


def measured(size: int, peers: str | None) -> Measured:
    """Return everything measured beside a list of one size."""
    listed = company_names(size, LIST_SEED)
    asked = queries(listed, QUERIES)
    start = time.process_time()
    index = shipped_index(list(enumerate(listed)))
    build = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    index.search(asked[:20])
    median, high = singles(index, asked)
    rate = len(asked) / seconds(lambda: index.search(asked))
    told = peers is not None and size <= MOST_FOR_NOMENKLATURA
    return Measured(
        size=size,
        build=build,
        memory=memory,
        rate=rate,
        cdist=exhaustive(listed, asked),
        nomenklatura=nomenklatura(peers, listed, asked) if told and peers else None,
        median=median,
        high=high,
    )


def report(one: Measured) -> None:
    """Print a line of the table."""
    theirs = one.nomenklatura
    beside = "" if theirs is None else f"{theirs:,.0f} | {one.rate / theirs:,.0f}"
    print(
        f"| {one.size:,} | {one.rate:,.0f} | {one.cdist:,.0f} | {one.rate / one.cdist:.1f} | "
        f"{beside or ' | '} | {one.median:.2f} | {one.high:.2f} | {one.build:.2f} | "
        f"{one.memory:,.0f} |",
        flush=True,
    )


def within(path: Path, size: int) -> None:
    """Print the rate of searching within longer texts."""
    texts = path.read_text(encoding="utf-8").splitlines()
    index = shipped_index(list(enumerate(company_names(size, LIST_SEED))))
    rate = len(texts) / seconds(lambda: index.search_all_within(texts))
    length = statistics.mean(map(len, texts))
    print(f"\nwithin texts of {length:.0f} characters, {size:,} names: {rate:,.0f} texts/s")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--peers")
    parser.add_argument("--long", type=Path)
    asked = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, {QUERIES:,} distinct queries, processor time\n")
    print(
        "| names | ours, names/s | cdist ratio, names/s | ours by cdist | nomenklatura, names/s | "
        "ours by nomenklatura | one name, median ms | 95th percentile ms | build s | memory MB |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    for size in asked.sizes:
        report(measured(size, asked.peers))
    if asked.long is not None:
        within(asked.long, asked.sizes[-1])


if __name__ == "__main__":
    main()
