"""Writes ``watchlists/trade-vocabulary/words.txt``: real words never taken for misspellings.

Usage, with the sources that the list's manifest names::

    python -m benchmarks.accuracy.make_vocabulary watchlists \
        --harmonized harmonized_system_2022.csv --tariff us_import_hts10.csv.gz \
        --recalls recalls.csv.gz --dictionary american-english-large british-english-large

The dictionaries are word lists of SCOWL, one word a line (Debian: wamerican-large and
wbritish-large). ``neighbours.txt`` adds ordinary words of other languages that a slip away
turns into a goods word (Suppen, Puppen). Run again after goods or terms gain Latin words.
"""

import argparse
import csv
import gzip
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from screener.index.words import FUZZY_FROM, Words
from screener.lists.edition import read_edition
from screener.text.folding import fold

NEIGHBOURS = Path(__file__).with_name("neighbours.txt")
LISTS = ("goods", "terms")
SHORTEST_TRADE_WORD = 4
SHORTEST_NEAR_WORD = FUZZY_FROM - 1
RECALLS_WITH_WORD = 3
SHORTEST_TARGET = 3
NEAR = 2
_CHUNK = 4_000

# Real words that stand in trade papers for a misspelt goods word far more often than for themselves.
STANDARDS = frozenset({"profinet"})
"""Standards that goods are described by and that a listed party bears as its name."""
STRAYS = frozenset({"crotchet", "crotchets"})


def words_of(text: str) -> list[str]:
    """Return the words of a text in Latin letters without marks, folded as texts are.

    >>> words_of("Loofahs, café-style (No. 3)")
    ['loofahs', 'cafe', 'style', 'no']
    """
    forms = [token.form for token in fold(text).tokens]
    return [form for form in forms if form.isascii() and form.isalpha()]


def column(path: Path, name: str) -> Iterator[str]:
    """Yield a column of a CSV file, packed or not."""
    read = gzip.open if path.suffix == ".gz" else open
    with read(path, "rt", encoding="utf-8") as stream:
        yield from (row[name] for row in csv.DictReader(stream))


def trade_words(harmonized: Path, tariff: Path, recalls: Path) -> set[str]:
    """Return the words of the tariff, and those that several recall notices use."""
    texts = [*column(harmonized, "description"), *column(tariff, "description_long")]
    found = {word for text in texts for word in words_of(text)}
    counts = Counter(
        word
        for products, description in zip(
            column(recalls, "products"), column(recalls, "description"), strict=True
        )
        for word in set(words_of(f"{products} {description}"))
    )
    found.update(word for word, count in counts.items() if count >= RECALLS_WITH_WORD)
    return {word for word in found if len(word) >= SHORTEST_TRADE_WORD}


def dictionary_words(paths: Iterable[Path]) -> set[str]:
    """Return the words of word lists, one a line; lines that begin with # are remarks."""
    return {
        word
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for word in words_of(line)
    }


def listed_words(lists: Path) -> tuple[set[str], set[str]]:
    """Return the Latin words of goods and terms, and of their cues as well."""
    entries = [entry for name in LISTS for entry in read_edition(lists / name).entries]
    aliases = {
        word for entry in entries for alias in entry.aliases for word in words_of(alias.text)
    }
    cues = {
        word
        for entry in entries
        for cue in (*entry.anchors, *entry.vetoes)
        for phrase in cue.words
        for word in words_of(phrase)
    }
    return aliases, aliases | cues


def near_words(candidates: Iterable[str], targets: Iterable[str]) -> Iterator[str]:
    """Yield the candidates within two edits of a word that misspellings may lead to."""
    wanted = sorted(word for word in targets if len(word) >= SHORTEST_TARGET)
    ordered = sorted(word for word in candidates if len(word) >= SHORTEST_NEAR_WORD)
    for start in range(0, len(ordered), _CHUNK):
        part = ordered[start : start + _CHUNK]
        distances = process.cdist(part, wanted, scorer=OSA.distance, score_cutoff=NEAR)
        closest = distances.min(axis=1)
        yield from (word for word, edits in zip(part, closest, strict=True) if edits <= NEAR)


def vocabulary(trade: set[str], dictionary: set[str], lists: Path) -> list[str]:
    """Return the words to ship, in order.

    A word of the trade that no dictionary knows and that is a slip away from a goods word is
    a misspelling in the source (CROCHETTED in the tariff), and left out.
    """
    targets, known = listed_words(lists)
    judged = Words(known, targets, frozenset(dictionary))
    sound = {
        word
        for word in trade
        if word in dictionary or judged.misspelt(fold(word).tokens[0]) is None
    }
    return sorted((sound | set(near_words(dictionary, targets)) | STANDARDS) - STRAYS)


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the paths given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", type=Path)
    parser.add_argument("--harmonized", type=Path, required=True)
    parser.add_argument("--tariff", type=Path, required=True)
    parser.add_argument("--recalls", type=Path, required=True)
    parser.add_argument("--dictionary", type=Path, nargs="+", required=True)
    return parser.parse_args(given)


def main() -> None:
    """Write the vocabulary into its list; seal the lists afterwards."""
    paths = arguments()
    trade = trade_words(paths.harmonized, paths.tariff, paths.recalls)
    dictionary = dictionary_words([*paths.dictionary, NEIGHBOURS])
    words = vocabulary(trade, dictionary, paths.lists)
    target = paths.lists / "trade-vocabulary" / "words.txt"
    target.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} words in {target}")


if __name__ == "__main__":
    main()
