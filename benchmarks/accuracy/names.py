"""Measures the name matcher on labelled pairs, real aliases and names that are on no list.

    python -m benchmarks.accuracy.names DATA [--peer PYTHON]

``DATA`` holds name_bench.csv, company_name_pairs.csv (labelled pairs), pairs.csv.gz (aliases
of the SDN list with their primary names), company_names.csv.gz and cleanco_companies.csv
(companies on no list). ``--peer`` is the interpreter of an environment with nomenklatura.
Peers run on the same data in the same run. Thresholds of peers are the best there are for
them; ours is the default one, and the best beside it.
"""

import argparse
import csv
import gzip
import io
import json
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from screener.index.names import LOWEST_THRESHOLD, NameIndex
from screener.index.weights import DEFAULT_THRESHOLD
from screener.text.folding import comparison_form

WORDS = Path(__file__).parents[2] / "watchlists" / "business-words" / "words.txt"
ALERTS_ALLOWED = 1 / 1000
PEERS = {
    "WRatio": fuzz.WRatio,
    "token_sort_ratio": fuzz.token_sort_ratio,
    "token_set_ratio": fuzz.token_set_ratio,
}


class Pair(NamedTuple):
    """Two names and whether they mean the same party."""

    first: str
    second: str
    schema: str
    same: bool


class Quality(NamedTuple):
    """How well a threshold parts the pairs."""

    f1: float
    threshold: float
    wrong: int
    missed: int


Scores = NDArray[np.float64]


def generic_words() -> frozenset[str]:
    """Return the generic words as shipped."""
    return frozenset(WORDS.read_text(encoding="utf-8").splitlines())


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file, compressed or not."""
    raw = path.read_bytes()
    text = gzip.decompress(raw) if path.suffix == ".gz" else raw
    yield from csv.DictReader(io.StringIO(text.decode("utf-8"), newline=""))


def labelled(path: Path) -> list[Pair]:
    """Return the labelled pairs of a file; without a schema they are of companies."""
    return [
        Pair(row["name1"], row["name2"], row.get("schema", "Company"), row["is_match"] == "true")
        for row in rows(path)
    ]


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


def nomenklatura(python: str, pairs: Sequence[Pair]) -> dict[str, Scores]:
    """Return the scores of nomenklatura's matchers."""
    script = Path(__file__).with_name("nomenklatura_scores.py")
    asked = json.dumps([[pair.first, pair.second, pair.schema] for pair in pairs])
    answer = subprocess.run(
        [python, str(script)], input=asked, capture_output=True, text=True, check=True
    )
    return {name: np.array(scores) for name, scores in json.loads(answer.stdout).items()}


def pair_scores(index: NameIndex, pairs: Sequence[Pair], peer: str | None) -> dict[str, Scores]:
    """Return the scores of every matcher on labelled pairs."""
    scores = {
        "ours": np.array([index.compare(pair.first, pair.second).similarity for pair in pairs])
    }
    for name, scorer in PEERS.items():
        scores[name] = np.array(
            [scorer(comparison_form(pair.first), comparison_form(pair.second)) for pair in pairs]
        )
    return scores | (nomenklatura(peer, pairs) if peer else {})


def report_pairs(title: str, pairs: Sequence[Pair], scores: dict[str, Scores]) -> None:
    """Print a table of F1 and the pairs that we get wrong."""
    print(f"\n{title}: {len(pairs)} pairs, {sum(pair.same for pair in pairs)} the same")
    for name, values in scores.items():
        found = best(pairs, values)
        print(f"  {name:18} best F1 {found.f1:.3f} at {found.threshold:.3f}")
    ours = quality(pairs, scores["ours"], DEFAULT_THRESHOLD)
    print(
        f"  ours at {DEFAULT_THRESHOLD}: F1 {ours.f1:.3f}, {ours.wrong} wrong, {ours.missed} missed"
    )


def disputed(pairs: Sequence[Pair], scores: Scores) -> None:
    """Print the pairs on which we and the label differ."""
    for pair, score in zip(pairs, scores.tolist(), strict=True):
        if (score >= DEFAULT_THRESHOLD) is not pair.same:
            print(
                f"    {score:.3f} {'same ' if pair.same else 'other'} {pair.first} | {pair.second}"
            )


class Aliases(NamedTuple):
    """Listed primary names, aliases with the key of their primary name, names on no list."""

    primary: list[tuple[int, str]]
    aliases: list[tuple[int, str]]
    unlisted: list[str]


def aliases(data: Path) -> Aliases:
    """Return the organisations of the alias file and the unlisted companies."""
    organisations = [row for row in rows(data / "pairs.csv.gz") if row["schema"] == "Organization"]
    names = [row["name"] for row in rows(data / "company_names.csv.gz")]
    names += [row["name"] for row in rows(data / "cleanco_companies.csv")]
    return Aliases(
        sorted({(int(row["ent_num"]), row["name1"]) for row in organisations}),
        [(int(row["ent_num"]), row["name2"]) for row in organisations],
        names,
    )


def our_alias_scores(given: Aliases) -> tuple[Scores, Scores]:
    """Return the score of each alias with its own entry, and the best of each unlisted name."""
    index = NameIndex.build(given.primary, generic_words())
    found = index.search([name for _, name in given.aliases], LOWEST_THRESHOLD)
    own = [
        max((match.similarity for match in matches if match.key == key), default=0.0)
        for (key, _), matches in zip(given.aliases, found, strict=True)
    ]
    searched = index.search(given.unlisted, LOWEST_THRESHOLD)
    others = [matches[0].similarity if matches else 0.0 for matches in searched]
    return np.array(own), np.array(others)


def peer_alias_scores(
    given: Aliases, scorer: Callable[..., float], step: int = 500
) -> tuple[Scores, Scores]:
    """Return the same for a scorer of rapidfuzz, over all pairs."""
    listed = [comparison_form(name) for _, name in given.primary]
    by_key = dict(given.primary)
    own = [
        scorer(comparison_form(name), comparison_form(by_key[key])) for key, name in given.aliases
    ]
    unlisted = [comparison_form(name) for name in given.unlisted]
    others = [
        process.cdist(unlisted[first : first + step], listed, scorer=scorer).max(axis=1)
        for first in range(0, len(unlisted), step)
    ]
    return np.array(own), np.concatenate(others).astype(np.float64)


def report_aliases(given: Aliases) -> None:
    """Print the recall of aliases where one in a thousand unlisted names alerts."""
    print(f"\naliases: {len(given.aliases)} of {len(given.primary)} organisations, ", end="")
    print(f"{len(given.unlisted)} unlisted names")
    measured = {"ours": our_alias_scores(given)}
    measured |= {name: peer_alias_scores(given, scorer) for name, scorer in PEERS.items()}
    for name, (own, others) in measured.items():
        allowed = int(len(others) * ALERTS_ALLOWED)
        threshold = float(np.sort(others)[::-1][allowed])
        print(f"  {name:18} recall {(own > threshold).mean():.3f} above {threshold:.3f}")
    own, others = measured["ours"]
    alerts = int((others >= DEFAULT_THRESHOLD).sum())
    print(
        f"  ours at {DEFAULT_THRESHOLD}: recall {(own >= DEFAULT_THRESHOLD).mean():.3f}, ", end=""
    )
    print(f"{alerts} of {len(others)} unlisted names alert")


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--peer")
    given = parser.parse_args()
    index = NameIndex.build([], generic_words())
    bench = labelled(given.data / "name_bench.csv")
    for title, pairs in (
        ("organisations", [pair for pair in bench if pair.schema != "Person"]),
        ("persons", [pair for pair in bench if pair.schema == "Person"]),
        ("companies in several scripts", labelled(given.data / "company_name_pairs.csv")),
    ):
        scores = pair_scores(index, pairs, given.peer)
        report_pairs(title, pairs, scores)
        if title == "organisations":
            disputed(pairs, scores["ours"])
    report_aliases(aliases(given.data))


if __name__ == "__main__":
    main()
