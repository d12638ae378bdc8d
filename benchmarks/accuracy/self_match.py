"""Counts the names that do not find their own entry, with the reason.

    python -m benchmarks.accuracy.self_match [DATA] [--list]

The shipped lists are asked as ``screener match`` is, with the kind and the country of the
entry; with ``DATA`` the published lists in it are indexed too (ofac_dprk/dprk_names.csv,
un_1718_dprk/un_dprk_names.csv, uflpa_entity_list_partial/entities.csv,
cbp_wro_findings/wro_entities.csv). ``--list`` prints each name that is not found.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.accuracy.shipped_index import shipped_index
from screener.factory import load, load_editions
from screener.index.lexicon import Kind as WordKind
from screener.index.names import LOWEST_THRESHOLD, NameIndex
from screener.index.persons import compare_persons
from screener.index.readings import readings
from screener.match.lookup import Query
from screener.model.listing import Kind

FOUND = 0.95
KINDS = {Kind.PLACE: "place", Kind.GOODS: "goods"}
REASONS = {
    "A0": "not flagged",
    "A1": "flagged weak: a common word, needs another sign beside it",
    "A2": "flagged weak: several places or bodies bear the name",
    "A3": "flagged weak: everyday word",
}
Named = tuple[str, str, str]
"""Key of the entry, name, and whether it is of a person."""


def shipped() -> Iterator[tuple[str, str]]:
    """Yield the reason and the name of each alias of the shipped lists that is not found."""
    screener = load()
    for edition in load_editions():
        for entry in edition.entries:
            if entry.kind is Kind.TERM:
                continue
            query = Query(KINDS.get(entry.kind, "organization"), None, 1_000, None, entry.country)
            answers = screener.match_names([alias.text for alias in entry.aliases], query)
            for alias, hits in zip(entry.aliases, answers, strict=True):
                if not any(hit.entry == entry.id and hit.similarity >= FOUND for hit in hits):
                    yield f"{entry.kind} {alias.ambiguity}: {REASONS[alias.ambiguity]}", alias.text


def table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def published(data: Path) -> dict[str, list[Named]]:
    """Return the names of the published lists."""
    ofac = table(data / "ofac_dprk" / "dprk_names.csv")
    nations = table(data / "un_1718_dprk" / "un_dprk_names.csv")
    uflpa = table(data / "uflpa_entity_list_partial" / "entities.csv")
    orders = table(data / "cbp_wro_findings" / "wro_entities.csv")
    return {
        "OFAC DPRK": [(row["ent_num"], row["name"], row["type"]) for row in ofac],
        "UN 1718": [(row["reference_number"], row["name"], row["type"]) for row in nations],
        "UFLPA": list(_with_aliases(uflpa, "id")),
        "CBP WRO": list(_with_aliases(orders, "wro_id")),
    }


def _with_aliases(rows: Iterable[dict[str, str]], key: str) -> Iterator[Named]:
    for row in rows:
        names = [row["name"], *row["aliases"].split("|"), *row.get("former_names", "").split("|")]
        yield from ((row[key], name.strip(), "entity") for name in names if name.strip())


def lost(names: list[Named]) -> Iterator[tuple[str, str]]:
    """Yield the reason and each published name that does not find its own entry."""
    index = shipped_index([(at, name) for at, (_, name, _) in enumerate(names)])
    answers = index.search([name for _, name, _ in names], LOWEST_THRESHOLD)
    for (key, name, kind), matches in zip(names, answers, strict=True):
        own = [one for one in matches if names[one.key][0] == key]
        best = max((one.similarity for one in own), default=0.0)
        if kind == "individual":
            persons = [compare_persons(name, one.text).similarity for one in own]
            best = max([best, *persons])
        if best < FOUND:
            yield _reason(index, name), name


def _reason(index: NameIndex, name: str) -> str:
    """Say what a name lacks that could carry a match."""
    words = [term.word for one in readings(name, index.rows.lexicon) for term in one.terms]
    if not words:
        return "legal form only"
    if any(word.kind is WordKind.INITIAL for word in words):
        return "initials"
    if all(word.kind is not WordKind.WORD for word in words):
        return "generic words only"
    letters = sum(len(word.form) for word in words if word.kind is WordKind.WORD)
    return "too few letters" if letters <= len("abc") else "not flagged"


def report(title: str, found: list[tuple[str, str]], total: int, *, listed: bool) -> None:
    """Print how many names are not found, by reason."""
    print(f"\n{title}: {total - len(found)} of {total} names find their entry")
    for reason, count in sorted(Counter(reason for reason, _ in found).items()):
        print(f"  {count:4} {reason}")
        if listed:
            for name in sorted(name for why, name in found if why == reason):
                print(f"       {name}")


def main() -> None:
    """Print the counts of every list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--list", action="store_true", dest="listed")
    asked = parser.parse_args()
    entries = [entry for edition in load_editions() for entry in edition.entries]
    total = sum(len(entry.aliases) for entry in entries if entry.kind is not Kind.TERM)
    report("shipped lists", list(shipped()), total, listed=asked.listed)
    for title, names in published(asked.data).items() if asked.data else ():
        report(title, list(lost(names)), len(names), listed=asked.listed)


if __name__ == "__main__":
    main()
