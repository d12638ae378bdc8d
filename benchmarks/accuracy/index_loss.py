"""Counts the pairs that the index loses against the same scorer without any bound.

    python -m benchmarks.accuracy.index_loss [--names N] [--queries N]

The names are made up and disturbed with fixed seeds (``tests/index/company_names.py``).
Without a bound every listed name that shares a distinctive word with a query, or is a slip
apart, is scored; names that share neither cannot be alike (``tests/index/test_exactness.py``
holds that against every name). A pair is lost if it scores the threshold and the index does
not return it. Four minutes of a core at 20,000 queries beside 100,000 names.
"""

import argparse
import time

from benchmarks.accuracy.shipped_index import shipped_index
from screener.index.names import NameIndex
from screener.index.readings import readings
from screener.index.weights import DEFAULT_THRESHOLD
from tests.index.company_names import company_names, disturbed_names

LIST_SEED, QUERY_SEED = 1, 2
STEP = 500
Pairs = set[tuple[int, int, float]]


def indexed(index: NameIndex, queries: list[str]) -> Pairs:
    """Return (query, name, similarity) of what the index finds."""
    return {
        (at, match.key, match.similarity)
        for at, matches in enumerate(index.search(queries))
        for match in matches
    }


def unbounded(index: NameIndex, queries: list[str]) -> Pairs:
    """Return the same by scoring every pair that shares anything distinctive."""
    rows = index.rows
    read = [(at, one) for at, text in enumerate(queries) for one in readings(text, rows.lexicon)]
    questions, table = rows.questions(read)
    best: dict[tuple[int, int], float] = {}
    for number, row in rows.candidates(questions, table, 0.0):
        similarity = index.score(questions[number], row, table).similarity
        pair = questions[number].value, index.keys[int(rows.names[row])]
        if similarity >= max(DEFAULT_THRESHOLD, best.get(pair, 0.0)):
            best[pair] = similarity
    return {(at, key, similarity) for (at, key), similarity in best.items()}


def main() -> None:
    """Print how many pairs there are and how many the index loses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=20_000)
    asked = parser.parse_args()
    names = company_names(asked.names, LIST_SEED)
    queries = list(dict.fromkeys(disturbed_names(names, asked.queries, QUERY_SEED)))
    index = shipped_index(list(enumerate(names)))
    found = wanted = lost = 0
    times = [0.0, 0.0]
    for first in range(0, len(queries), STEP):
        part = queries[first : first + STEP]
        start = time.process_time()
        ours = indexed(index, part)
        middle = time.process_time()
        theirs = unbounded(index, part)
        times[0] += middle - start
        times[1] += time.process_time() - middle
        found, wanted, lost = found + len(ours), wanted + len(theirs), lost + len(theirs - ours)
    print(f"{len(queries)} distinct queries, {len(names)} names, threshold {DEFAULT_THRESHOLD}")
    print(f"{wanted} pairs reach it without a bound, {found} found by the index, {lost} lost")
    print(f"{times[0]:.0f} s of processor time with the index, {times[1]:.0f} s without a bound")


if __name__ == "__main__":
    main()
