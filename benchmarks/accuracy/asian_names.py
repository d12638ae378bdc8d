"""Measures names in Hangul and Han beside their Latin writings, ours and the peers'.

    python -m benchmarks.accuracy.asian_names [--peers PYTHON] [--errors]

Reads tests/index/korean_pairs.csv (attested spellings, and names told apart by the rules) and
tests/index/composed_pairs.csv (composed companies), each by itself. Every matcher is shown at the
threshold with the best F1 of all for the file, and at the lowest with a precision of 0.95.
"""

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.accuracy.names import (
    OURS,
    Pair,
    Quality,
    Scores,
    answers,
    best,
    our_pair_scores,
    quality,
)
from benchmarks.accuracy.shipped_index import shipped_index
from screener.index.weights import DEFAULT_THRESHOLD

FOLDER = Path(__file__).parents[2] / "tests" / "index"
_SCHEMA = "Organization"
PRECISION = 0.95


def korean() -> list[Pair]:
    """Return the pairs of Hangul and Latin names."""
    return [
        Pair(
            str(at),
            row["hangul"],
            row["latin"],
            _SCHEMA,
            row["label"] == "same",
            f"{row['source']}, {row['system']}",
        )
        for at, row in enumerate(_rows("korean_pairs.csv"))
    ]


def composed() -> list[Pair]:
    """Return the composed pairs of Chinese companies."""
    return [
        Pair(str(at), row["first"], row["second"], _SCHEMA, row["same"] == "yes", row["kind"])
        for at, row in enumerate(_rows("composed_pairs.csv"))
    ]


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def strict(pairs: Sequence[Pair], scores: Scores) -> float | None:
    """Return the lowest threshold at which enough of what is found is right, or None."""
    same = np.array([pair.same for pair in pairs])
    for threshold in np.unique(scores).tolist():
        if same[scores >= threshold].mean() >= PRECISION:
            return float(threshold)
    return None


def report(title: str, pairs: Sequence[Pair], scores: dict[str, Scores]) -> None:
    """Print what every matcher finds: at its best F1, with few wrong, and of every kind.

    To call every pair the same may have the best F1 for a matcher that sees nothing in them, so
    the kinds are shown where at least ``PRECISION`` of what is found is right (ours at the
    default threshold).
    """
    same = sum(pair.same for pair in pairs)
    print(f"\n{title}: {len(pairs)} pairs, {same} the same; {same / len(pairs):.3f} of all")
    print("| matcher | threshold | precision | recall | F1 | threshold, strict | recall |")
    print("|---|---|---|---|---|---|---|")
    limits: dict[str, float] = {}
    for name, values in scores.items():
        found = best(pairs, values)
        limit = strict(pairs, values)
        limits[name] = np.inf if limit is None else limit
        kept = quality(pairs, values, limits[name])
        told = "none" if limit is None else f"{limit:.3f}"
        print(f"| {name} {_row(same, found)} | {told} | {1 - kept.missed / same:.3f} |")
        if name == OURS:
            found = quality(pairs, values, DEFAULT_THRESHOLD)
            limits[name] = DEFAULT_THRESHOLD
            print(f"| **{name}**, default {_row(same, found)} | | |")
    _report_kinds(pairs, scores, limits)


def _row(same: int, found: Quality) -> str:
    right = same - found.missed
    precision = right / max(1, right + found.wrong)
    return f"| {found.threshold:.3f} | {precision:.3f} | {right / same:.3f} | {found.f1:.3f}"


def _report_kinds(
    pairs: Sequence[Pair], scores: dict[str, Scores], limits: dict[str, float]
) -> None:
    print(f"\n| kind | pairs | {' | '.join(scores)} |\n|---|---|{'---|' * len(scores)}")
    for told in (True, False):
        for group in sorted({pair.group for pair in pairs if pair.same is told}):
            chosen = [
                at for at, pair in enumerate(pairs) if (pair.group, pair.same) == (group, told)
            ]
            alike = [int((v[chosen] >= limits[name]).sum()) for name, v in scores.items()]
            label = "the same" if told else "others"
            print(f"| {group} | {len(chosen)} {label} | {' | '.join(map(str, alike))} |")


def report_errors(pairs: Sequence[Pair], scores: Scores) -> None:
    """Print the pairs on which we and the label differ."""
    for pair, score in zip(pairs, scores.tolist(), strict=True):
        if (score >= DEFAULT_THRESHOLD) is not pair.same:
            label = "same" if pair.same else "other"
            print(f"    {score:.3f} {label:5} {pair.group}: {pair.first} | {pair.second}")


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers")
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    index = shipped_index([])
    for title, pairs in (
        ("Korean, attested and by rule", korean()),
        ("Chinese, composed", composed()),
    ):
        scores = {OURS: our_pair_scores(index, pairs)}
        if asked.peers:
            question = [[pair.first, pair.second, pair.schema] for pair in pairs]
            found = answers(asked.peers, {"pairs": question, "searches": []})
            print(", ".join(f"{name} {version}" for name, version in found["versions"].items()))
            scores |= {name: np.array(values) for name, values in found["pairs"].items()}
        report(title, pairs, scores)
        if asked.errors:
            report_errors(pairs, scores[OURS])


if __name__ == "__main__":
    main()
