"""Measures what it takes to build and save an index of names, and to open it again.

    python -m benchmarks.speed.saved build FOLDER [--names N]
    python -m benchmarks.speed.saved open FOLDER [--names N]

The two are run one after the other, each in a process of its own; ``FOLDER`` takes the place of
the data directory. Names are made up with a fixed seed. Processor time of one core; memory is the
most that was held, beside what was held before, and counts mapped files as far as they were read.
"""

import argparse
import resource
import time
from pathlib import Path

from benchmarks.speed.names import LIST_SEED
from screener.editions.indexes import IndexStore
from screener.factory import BUSINESS_WORDS
from screener.lists.edition import read_gazetteer, read_vocabulary
from screener.match.names import place_paths
from screener.resources import shipped
from tests.index.company_names import company_names


def most_memory() -> float:
    """Return the most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print seconds and memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("deed", choices=("build", "open"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--names", type=int, default=1_000_000)
    asked = parser.parse_args()
    names = list(enumerate(company_names(asked.names, LIST_SEED)))
    lists = shipped("watchlists")
    words, places = read_vocabulary(lists, BUSINESS_WORDS), place_paths(read_gazetteer(lists))
    saved = (asked.folder / "indexes").exists()
    if saved is (asked.deed == "build"):
        parser.error(f"{asked.folder} must {'not ' if saved else ''}hold a saved index")
    before, start = most_memory(), time.process_time()
    IndexStore(asked.folder).index(names, words, places)
    spent = time.process_time() - start
    print(
        f"{asked.deed}: {asked.names:,} names, {spent:.2f} s, "
        f"{before:,.0f} MB before, {most_memory():,.0f} MB at most"
    )


if __name__ == "__main__":
    main()
