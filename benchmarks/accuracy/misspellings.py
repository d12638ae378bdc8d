"""Recall of goods words of six letters or more with one typo, by kind of typo.

Usage: python -m benchmarks.accuracy.misspellings [--count 4000] [--missed]

Every Latin alias of a goods family that stands by itself (class A0) gives phrases in which one
word of six letters or more holds one slip: a letter left out, doubled, put in, replaced by a
neighbour on the keyboard, or swapped with the next. The first letter stays. Drawn with a fixed
seed. A slip that is itself a word of the trade (masking, cushioned) is no misspelling and is not
drawn; the phrase must find the family it was drawn from.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from screener.factory import load
from screener.lists.edition import read_edition, read_vocabulary
from screener.model.record import Record
from screener.resources import shipped

SEED = 2026
SHORTEST = 6
FRAMES = ("{}", "{}, 100 pcs", "{} assorted colours", "women's {} 2 doz")
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
KINDS = ("dropped", "doubled", "inserted", "replaced", "swapped")


class Slip(NamedTuple):
    """A phrase with one typo: the family it means, the word meant, how it is misspelt."""

    entry: str
    meant: str
    written: str
    kind: str
    text: str


def neighbours(letter: str) -> str:
    """Return the letters beside one on its row of the keyboard."""
    row = next((keys for keys in KEYS if letter in keys), letter)
    at = row.index(letter)
    return row[max(0, at - 1) : at] + row[at + 1 : at + 2] or letter


def misspelt(word: str, kind: str, chance: random.Random) -> str:
    """Return a word with one slip behind its first letter."""
    at = chance.randrange(1, len(word) - (kind == "swapped"))
    before, letter, behind = word[:at], word[at], word[at + 1 :]
    if kind == "dropped":
        return before + behind
    if kind == "doubled":
        return before + letter + letter + behind
    if kind == "inserted":
        return before + chance.choice(neighbours(letter)) + letter + behind
    if kind == "replaced":
        return before + chance.choice(neighbours(letter)) + behind
    return before + behind[0] + letter + behind[1:]


def slips(count: int) -> Iterator[Slip]:
    """Yield phrases with one typo each, the same for the same lists."""
    lists = shipped("watchlists")
    entries = read_edition(lists / "goods").entries
    trade = read_vocabulary(lists, "trade-vocabulary")
    known = {
        word.lower() for entry in entries for one in entry.aliases for word in one.text.split()
    }
    phrases = sorted(
        (entry.id, alias.text.lower())
        for entry in entries
        for alias in entry.aliases
        if alias.script == "latn" and alias.ambiguity == "A0" and alias.text.isascii()
    )
    chance = random.Random(SEED)
    drawn = 0
    while drawn < count:
        entry, phrase = chance.choice(phrases)
        long = [word for word in phrase.split() if len(word) >= SHORTEST and word.isalpha()]
        kind, frame = chance.choice(KINDS), chance.choice(FRAMES)
        if not long:
            continue
        meant = chance.choice(long)
        written = misspelt(meant, kind, chance)
        if written == meant or written in trade or written in known:
            continue
        drawn += 1
        yield Slip(entry, meant, written, kind, frame.format(phrase.replace(meant, written, 1)))


def main() -> None:
    """Print recall by kind of slip and over all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=4_000)
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    options = parser.parse_args()
    screener = load()
    drawn: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for slip in slips(options.count):
        screening = screener.screen(Record(line_id="1", product_description=slip.text))
        hit = slip.entry in {one.entry for one in screening.hits}
        drawn[slip.kind] += 1
        found[slip.kind] += hit
        if options.missed and not hit:
            sys.stdout.write(f"missed {slip.entry} {slip.meant} > {slip.written}: {slip.text}\n")
    for kind in KINDS:
        share = found[kind] / drawn[kind]
        sys.stdout.write(f"{kind:<9} {found[kind]:>5} of {drawn[kind]:>5}  {share:.3f}\n")
    total = found.total() / drawn.total()
    sys.stdout.write(f"{'all':<9} {found.total():>5} of {drawn.total():>5}  {total:.3f}\n")


if __name__ == "__main__":
    main()
