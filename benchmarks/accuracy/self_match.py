"""Counts the names of every list in use that do not find their own entry, with the reason.

    python -m benchmarks.accuracy.self_match [--sample 2000] [--seed 0] [--list ID ...] [--names]

Every alias is asked as ``screener match`` is, with the kind and the country of its entry, and must
find that entry with a similarity of 0.95 or more. Lists are those that are shipped and those that
SCREENER_HOME holds; ``--sample`` asks so many names of each list, chosen by the seed. Names are
asked together that share kind and country. Entries of public lists do not say whether they are
persons: what is not found as an organization is asked once more as a person. Names that count in
one column alone (of ships, of ports by their code) are screened there. ``--names`` prints each
name that is not found.
"""

import argparse
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from screener.factory import load, load_editions
from screener.match.lookup import NameHit, Query
from screener.model.columns import columns_of
from screener.model.listing import Alias, Edition, Entry, Kind
from screener.pipeline import Screener

FOUND = 0.95
KINDS = {Kind.PLACE: "place", Kind.GOODS: "goods"}
ORGANIZATION, PERSON = "organization", "person"
BATCH = 2_000
EVERY_ENTRY = 100_000
AMBIGUITY = {
    "A0": "not flagged",
    "A1": "flagged weak: a common word, needs another sign beside it",
    "A2": "flagged weak: several bear the name, or everyday words",
    "A3": "flagged weak: everyday word",
}


class Named(NamedTuple):
    """An alias and the entry it belongs to."""

    entry: Entry
    alias: Alias


def names_of(edition: Edition, sample: int | None, seed: int) -> list[Named]:
    """Return the names of a list, or a sample of them; terms are words of sentences, not names."""
    names = [
        Named(entry, alias)
        for entry in edition.entries
        if entry.kind is not Kind.TERM
        for alias in entry.aliases
    ]
    if sample is None or sample >= len(names):
        return names
    return random.Random(seed).sample(names, sample)


def lost(screener: Screener, names: Sequence[Named], kind: str | None = None) -> Iterator[Named]:
    """Yield the names that do not find their own entry, asked as their kind or as another."""
    groups: dict[tuple[str, str | None], list[Named]] = defaultdict(list)
    for one in names:
        own = kind or KINDS.get(one.entry.kind, ORGANIZATION)
        groups[own, one.entry.country].append(one)
    for (own, country), group in groups.items():
        query = Query(own, None, EVERY_ENTRY, None, country)
        for first in range(0, len(group), BATCH):
            part = group[first : first + BATCH]
            answers = screener.match_names([one.alias.text for one in part], query)
            for one, hits in zip(part, answers, strict=True):
                if not _found(one.entry, hits):
                    yield one


def lost_in_columns(screener: Screener, names: Sequence[Named], column: str) -> Iterator[Named]:
    """Yield the names that do not find their own entry in the column that they count in."""
    columns = columns_of([{column: one.alias.text} for one in names], screener.record_fields)
    verdicts = screener.screen_columns(columns, [str(at) for at in range(len(names))])
    for at, one in enumerate(names):
        hits = verdicts.screening(at).hits if verdicts.shown(at) else ()
        if not any(hit.entry == one.entry.id and hit.similarity >= FOUND for hit in hits):
            yield one


def column_of(screener: Screener, alias: Alias) -> str | None:
    """Return the first column that a name alone counts in; None of a name that counts in kinds of them."""
    return next((name for name in alias.fields if name in screener.record_fields), None)


def _found(entry: Entry, hits: Sequence[NameHit]) -> bool:
    return any(hit.entry == entry.id and hit.similarity >= FOUND for hit in hits)


def reason(one: Named) -> str:
    """Say why a name may fail: its kind and how its alias is flagged."""
    return f"{one.entry.kind}, {AMBIGUITY[one.alias.ambiguity]}"


def report(screener: Screener, edition: Edition, names: list[Named], *, listed: bool) -> int:
    """Print how many names of a list are not found, by reason, and return how many."""
    begun = time.perf_counter()
    by_column: dict[str | None, list[Named]] = defaultdict(list)
    for one in names:
        by_column[column_of(screener, one.alias)].append(one)
    first = list(lost(screener, by_column.pop(None, [])))
    missing = [one for one in first if one.entry.kind is not Kind.LISTING]
    missing += lost(screener, [one for one in first if one.entry.kind is Kind.LISTING], PERSON)
    for column, several in by_column.items():
        missing += lost_in_columns(screener, several, str(column))
    seconds = time.perf_counter() - begun
    sys.stdout.write(
        f"{edition.id}: {len(names) - len(missing):,} of {len(names):,} names find their entry; "
        f"{seconds:.0f} s\n"
    )
    for why, count in sorted(Counter(map(reason, missing)).items()):
        sys.stdout.write(f"  {count:5} {why}\n")
        if listed:
            for text in sorted(one.alias.text for one in missing if reason(one) == why):
                sys.stdout.write(f"        {text}\n")
    return len(missing)


def main() -> None:
    """Print the counts of every list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--list", action="append", dest="lists", default=[])
    parser.add_argument("--names", action="store_true")
    asked = parser.parse_args()
    screener = load()
    total = missing = 0
    for edition in load_editions():
        names = names_of(edition, asked.sample, asked.seed)
        if names and (not asked.lists or edition.id in asked.lists):
            total += len(names)
            missing += report(screener, edition, names, listed=asked.names)
    sys.stdout.write(f"all lists: {total - missing:,} of {total:,} names find their entry\n")


if __name__ == "__main__":
    main()
