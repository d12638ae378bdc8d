"""Measures how many distinct names a second are searched, beside its peers in the same run.

    python -m benchmarks.speed.names [--sizes 1000 10000 100000] [--peers PYTHON] [--long TEXTS]
                                     [--to PAGE]

Listed names and queries are made up with fixed seeds (``tests/index/company_names.py``); one
query in twenty is a listed name disturbed, the others are on no list, as in a file of
suppliers. Times are of the processor, one core, so that other work on the machine shows less.
Ours takes raw names and gives explained matches; rapidfuzz (``cdist`` with ``ratio``) scores
folded names and gives a table of numbers, its folding left out; nomenklatura (``--peers``, an
environment that has it) blocks with DuckDB and scores the candidates with logic-v2.
``--long`` is a file of longer texts, one a line, for the search within texts. ``--to`` writes the
table into a page, between the marks ``MARKS``, with versions, size of the machine and date.
"""

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.accuracy.shipped_index import shipped_index, shipped_words
from screener.index import names as matching
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
MARKS = "<!-- speed -->", "<!-- /speed -->"


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
    asked = list(dict.fromkeys([*positive, *others[: count - len(positive)]]))
    # Mixed, so that the first few of them are like the rest.
    random.Random(QUERY_SEED).shuffle(asked)
    return asked


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
    named, (words, places) = list(enumerate(listed)), shipped_words()
    start = time.process_time()
    index = NameIndex.build(named, words, places=places)
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


def line(one: Measured) -> str:
    """Return a line of the table."""
    theirs = one.nomenklatura
    beside = "" if theirs is None else f"{theirs:,.0f} | {one.rate / theirs:,.0f}"
    return (
        f"| {one.size:,} | {one.rate:,.0f} | {one.cdist:,.0f} | {one.rate / one.cdist:.1f} | "
        f"{beside or ' | '} | {one.median:.2f} | {one.high:.2f} | {one.build:.2f} | "
        f"{one.memory:,.0f} |"
    )


def versions(peers: str | None) -> str:
    """Return what was compared, on what and when."""
    told = [f"Python {sys.version.split()[0]}"]
    told += [] if matching.__file__.endswith(".py") else ["matching compiled"]
    told += [f"{name} {version(name)}" for name in ("numpy", "rapidfuzz")]
    if peers is not None:
        ask = "import importlib.metadata as m; print(m.version('nomenklatura'))"
        answer = subprocess.run([peers, "-c", ask], capture_output=True, text=True, check=True)
        told.append(f"nomenklatura {answer.stdout.strip()}")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    day = datetime.now(tz=UTC).date().isoformat()
    return (
        f"{', '.join(told)}; {os.cpu_count()} cores, {memory:.0f} GB; {day}; {os.getloadavg()[1]:.0f} "
        f"processes wanted a core. {QUERIES:,} distinct queries, processor time. Summing five "
        f"million numbers took {additions():.2f} s of it."
    )


def additions() -> float:
    """Return the processor time of a plain sum: how fast this machine is just now."""
    return seconds(lambda: sum(one + 1 for one in range(5_000_000)))


def write(page: Path, text: str) -> None:
    """Put a text between the marks of a page."""
    before, _, rest = page.read_text(encoding="utf-8").partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    page.write_text(f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{after}", encoding="utf-8")


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
    parser.add_argument("--to", type=Path)
    asked = parser.parse_args()
    lines = [
        versions(asked.peers),
        "",
        (
            "| names | ours, names/s | cdist ratio, names/s | ours by cdist | nomenklatura, names/s | "
            "ours by nomenklatura | one name, median ms | 95th percentile ms | build s | memory MB |"
        ),
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    print("\n".join(lines), flush=True)
    for size in asked.sizes:
        lines.append(line(measured(size, asked.peers)))
        print(lines[-1], flush=True)
        if asked.to is not None:
            write(asked.to, "\n".join(lines))
    if asked.long is not None:
        within(asked.long, asked.sizes[-1])


if __name__ == "__main__":
    main()
