"""Measures the name matcher and its peers on labelled pairs, real aliases and unlisted names.

    python -m benchmarks.accuracy.names DATA [--peers PYTHON] [--errors] [--frozen FILE]

``DATA`` holds name_matching_opensanctions/name_bench.csv (labelled pairs),
name_matching_ofac_aliases/pairs.csv.gz (aliases of the SDN list with their primary names),
trade_records_parties/company_names.csv.gz and company_decoys/cleanco_companies.csv (companies
on no list). ``--peers`` is the interpreter of an environment with the packages that
``name_peers.py`` imports. All are measured on the same data in the same run: peers at the
best of all thresholds, we at the default one. ``--errors`` prints the pairs on which we and
the label differ, ``--frozen`` writes every score of ours to a CSV file.
"""

import argparse
import csv
import gzip
import io
import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.accuracy.shipped_index import shipped_index
from screener.index.names import LOWEST_THRESHOLD, NameIndex
from screener.index.persons import compare_persons
from screener.index.weights import DEFAULT_THRESHOLD

ALERTS_ALLOWED = 1 / 1000
OURS = "forced-labor-screener"
Scores = NDArray[np.float64]


class Pair(NamedTuple):
    """Two names and whether they mean the same party, with the key of the case."""

    case: str
    first: str
    second: str
    schema: str
    same: bool
    group: str


class Quality(NamedTuple):
    """How well a threshold parts the pairs."""

    f1: float
    threshold: float
    wrong: int
    missed: int


class Aliases(NamedTuple):
    """Listed names, aliases with the position of their listed name, names on no list."""

    listed: list[str]
    aliases: list[tuple[str, int]]
    unlisted: list[str]


class Measured(NamedTuple):
    """What the peers answered: versions, scores of the pairs, and of aliases and unlisted."""

    versions: dict[str, str]
    pairs: dict[str, Scores]
    aliases: dict[str, tuple[Scores, Scores]]


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file, compressed or not."""
    raw = path.read_bytes()
    text = gzip.decompress(raw) if path.suffix == ".gz" else raw
    yield from csv.DictReader(io.StringIO(text.decode("utf-8"), newline=""))


def labelled(data: Path) -> list[Pair]:
    """Return the labelled pairs of the name bench."""
    return [
        Pair(
            row["case_id"],
            row["name1"],
            row["name2"],
            row["schema"],
            row["is_match"] == "true",
            row["category"] or row["case_group"],
        )
        for row in rows(data / "name_matching_opensanctions" / "name_bench.csv")
    ]


def aliases(data: Path) -> Aliases:
    """Return the organisations of the alias file and the unlisted companies."""
    pairs = [
        row
        for row in rows(data / "name_matching_ofac_aliases" / "pairs.csv.gz")
        if row["schema"] == "Organization"
    ]
    listed = sorted({(int(row["ent_num"]), row["name1"]) for row in pairs})
    at = {key: position for position, (key, _) in enumerate(listed)}
    names = [row["name"] for row in rows(data / "trade_records_parties" / "company_names.csv.gz")]
    names += [row["name"] for row in rows(data / "company_decoys" / "cleanco_companies.csv")]
    return Aliases(
        [name for _, name in listed],
        [(row["name2"], at[int(row["ent_num"])]) for row in pairs],
        names,
    )


def quality(pairs: Sequence[Pair], scores: Scores, threshold: float) -> Quality:
    """Return how well one threshold parts the pairs."""
    same = np.array([pair.same for pair in pairs])
    alike = scores >= threshold
    wrong, missed = int((alike & ~same).sum()), int((~alike & same).sum())
    right = int((alike & same).sum())
    return Quality(2 * right / max(1, 2 * right + wrong + missed), threshold, wrong, missed)


def best(pairs: Sequence[Pair], scores: Scores) -> Quality:
    """Return the quality at the best of all thresholds."""
    return max(quality(pairs, scores, threshold) for threshold in np.unique(scores).tolist())


def peers(python: str, pairs: Sequence[Pair], given: Aliases) -> Measured:
    """Return what the other matchers answer."""
    asked = {
        "pairs": [[pair.first, pair.second, pair.schema] for pair in pairs],
        "searches": [given._asdict()],
    }
    found = answers(python, asked)
    return Measured(
        found["versions"],
        {name: np.array(scores) for name, scores in found["pairs"].items()},
        {
            name: (np.array(own), np.array(others))
            for name, (own, others) in found["searches"][0].items()
        },
    )


def answers(python: str, asked: dict[str, Any]) -> dict[str, Any]:
    """Return what ``name_peers.py`` answers when run by the interpreter of the peers."""
    answer = subprocess.run(
        [python, str(Path(__file__).with_name("name_peers.py"))],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def our_pair_scores(index: NameIndex, pairs: Sequence[Pair]) -> Scores:
    """Return our similarity of each pair."""
    return np.array(
        [
            compare_persons(pair.first, pair.second).similarity
            if pair.schema == "Person"
            else index.compare(pair.first, pair.second).similarity
            for pair in pairs
        ]
    )


def our_alias_scores(given: Aliases) -> tuple[Scores, Scores]:
    """Return the score of each alias with its own entry, and the best of each unlisted name."""
    index = shipped_index(list(enumerate(given.listed)))
    found = index.search([name for name, _ in given.aliases], LOWEST_THRESHOLD)
    own = [
        max((match.similarity for match in matches if match.key == key), default=0.0)
        for (_, key), matches in zip(given.aliases, found, strict=True)
    ]
    searched = index.search(given.unlisted, LOWEST_THRESHOLD)
    others = [matches[0].similarity if matches else 0.0 for matches in searched]
    return np.array(own), np.array(others)


def report_pairs(title: str, pairs: Sequence[Pair], scores: dict[str, Scores]) -> None:
    """Print F1 of every matcher, ours at the default threshold first."""
    same = sum(pair.same for pair in pairs)
    print(f"\n{title}: {len(pairs)} pairs, {same} the same")
    print("| matcher | threshold | F1 | wrong | missed |\n|---|---|---|---|---|")
    ours = quality(pairs, scores[OURS], DEFAULT_THRESHOLD)
    lines = [(f"**{OURS}**, default", ours), *((n, best(pairs, s)) for n, s in scores.items())]
    for name, found in lines:
        print(
            f"| {name} | {found.threshold:.3f} | {found.f1:.3f} | {found.wrong} | {found.missed} |"
        )


def report_groups(pairs: Sequence[Pair], scores: Scores) -> None:
    """Print what we get right by category, at the default threshold."""
    print("\n| category | pairs | the same | wrong | missed |\n|---|---|---|---|---|")
    for group in sorted({pair.group for pair in pairs}):
        chosen = [at for at, pair in enumerate(pairs) if pair.group == group]
        part = [pairs[at] for at in chosen]
        found = quality(part, scores[chosen], DEFAULT_THRESHOLD)
        same = sum(pair.same for pair in part)
        print(f"| {group} | {len(part)} | {same} | {found.wrong} | {found.missed} |")


def report_errors(pairs: Sequence[Pair], scores: Scores) -> None:
    """Print the pairs on which we and the label differ."""
    for pair, score in zip(pairs, scores.tolist(), strict=True):
        if (score >= DEFAULT_THRESHOLD) is not pair.same:
            label = "same" if pair.same else "other"
            print(f"    {score:.3f} {label:5} {pair.first} | {pair.second}")


def report_aliases(given: Aliases, measured: dict[str, tuple[Scores, Scores]]) -> None:
    """Print the recall of aliases where one in a thousand unlisted names alerts."""
    print(f"\naliases: {len(given.aliases)} of {len(given.listed)} organisations, ", end="")
    print(f"{len(given.unlisted)} unlisted names")
    print("| matcher | above | recall of aliases |\n|---|---|---|")
    for name, (own, others) in measured.items():
        allowed = int(len(others) * ALERTS_ALLOWED)
        threshold = float(np.sort(others)[::-1][allowed])
        print(f"| {name} | {threshold:.3f} | {(own > threshold).mean():.3f} |")
    own, others = measured[OURS]
    alerts = int((others >= DEFAULT_THRESHOLD).sum())
    recall = (own >= DEFAULT_THRESHOLD).mean()
    print(f"\nat {DEFAULT_THRESHOLD}: recall {recall:.3f}, {alerts} unlisted names alert")


def write_frozen(path: Path, pairs: Sequence[Pair], scores: Scores) -> None:
    """Write our similarity of each pair, so that a change of the matcher shows."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["case", "schema", "same", "similarity"])
        for pair, score in zip(pairs, scores.tolist(), strict=True):
            told = "yes" if pair.same else "no"
            writer.writerow([pair.case, pair.schema, told, f"{score:.3f}"])


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--peers")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--frozen", type=Path)
    asked = parser.parse_args()
    pairs, given = labelled(asked.data), aliases(asked.data)
    theirs = peers(asked.peers, pairs, given) if asked.peers else Measured({}, {}, {})
    print(", ".join(f"{name} {version}" for name, version in theirs.versions.items()))
    scores = {OURS: our_pair_scores(shipped_index([]), pairs)} | theirs.pairs
    for title, person in (("organisations", False), ("persons", True)):
        chosen = [at for at, pair in enumerate(pairs) if (pair.schema == "Person") is person]
        part = [pairs[at] for at in chosen]
        report_pairs(title, part, {name: values[chosen] for name, values in scores.items()})
        report_groups(part, scores[OURS][chosen])
        if asked.errors:
            report_errors(part, scores[OURS][chosen])
    report_aliases(given, {OURS: our_alias_scores(given)} | theirs.aliases)
    if asked.frozen is not None:
        write_frozen(asked.frozen, pairs, scores[OURS])


if __name__ == "__main__":
    main()
