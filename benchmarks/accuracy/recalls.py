"""Precision of goods hits on recalled products: two hundred drawn, reviewed one by one.

Usage: python -m benchmarks.accuracy.recalls recalls.csv.gz

The products are recalls of the US Consumer Product Safety Commission (public domain), as one text
of names and description, cut at 600 characters. Of each recall and family the first hit is taken;
200 are drawn with a fixed seed. ``recalls_reviewed.csv`` holds a person's verdict on each: right
where what was recalled, or part of the set sold, is of the family. A hit in the name of a product
is what a trade line would hold; one in the description is told apart, since a recall notice
describes wear, labels and packaging as no trade line does. A hit without a verdict is counted as
unreviewed.
"""

import csv
import gzip
import random
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from screener.factory import load
from screener.model.record import Record

SEED = 2026
DRAWN = 200
LONGEST = 600
AS_OF = "2026-11-25"
REVIEWED = Path(__file__).with_name("recalls_reviewed.csv")


class Found(NamedTuple):
    """The first hit of a family in a recall, and which part of the notice holds it."""

    recall: str
    entry: str
    part: str
    text: str
    around: str


def found(path: Path) -> list[Found]:
    """Return the first hit of each family in each recall, in order."""
    screener = load(as_of=AS_OF)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        rows = sorted(csv.DictReader(stream), key=lambda row: row["recall_id"])
    first: dict[tuple[str, str], Found] = {}
    for row in rows:
        name = " ".join(row["products"].split())
        text = " ".join(f"{name}. {row['description']}".split())[:LONGEST]
        hits = screener.screen(Record(line_id="1", product_description=text)).hits if name else ()
        for hit in hits:
            if hit.kind == "goods":
                part = "name" if hit.start < len(name) else "description"
                around = text[max(0, hit.start - 40) : hit.end + 20]
                one = Found(row["recall_id"], hit.entry, part, hit.text, around)
                first.setdefault((one.recall, one.entry), one)
    return [first[key] for key in sorted(first)]


def main() -> None:
    """Print precision by part of the notice, and every hit judged wrong or not judged."""
    every = found(Path(sys.argv[1]))
    drawn = sorted(random.Random(SEED).sample(every, min(DRAWN, len(every))))
    with REVIEWED.open(encoding="utf-8", newline="") as stream:
        verdicts = {(row["recall"], row["entry"]): row["verdict"] for row in csv.DictReader(stream)}
    counts: Counter[tuple[str, str]] = Counter()
    for one in drawn:
        verdict = verdicts.get((one.recall, one.entry), "unreviewed")
        counts[one.part, verdict] += 1
        if verdict != "right":
            sys.stdout.write(f"{verdict} {one.recall} {one.entry} [{one.text}] {one.around}\n")
    for part in ("name", "description"):
        right, wrong = counts[part, "right"], counts[part, "wrong"]
        share = right / max(right + wrong, 1)
        unreviewed = counts[part, "unreviewed"]
        sys.stdout.write(
            f"{part}: {right} right, {wrong} wrong, {unreviewed} unreviewed, precision {share:.3f}\n"
        )


if __name__ == "__main__":
    main()
