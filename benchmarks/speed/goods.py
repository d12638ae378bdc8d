"""How many distinct descriptions a second one core reads for goods, from raw text.

Usage: python -m benchmarks.speed.goods recalls.csv.gz [--profile]

The descriptions are the names and sentences of recalled products (US Consumer Product Safety
Commission, public domain), cut to 60 characters, each once. A text in which no word can
mean anything is passed over, as in a screening. Reading finds every alias and cue; judging turns
what was found into candidates. The first pass starts with empty caches of words, the second meets
the same words again, as a long file does.
"""

import argparse
import cProfile
import csv
import gzip
import pstats
import sys
import time
from pathlib import Path

from screener.lists.edition import read_edition, read_vocabulary
from screener.match.catalogue import Catalogue
from screener.match.find import Finder
from screener.match.reading import read
from screener.resources import shipped
from screener.rules.fields import read_fields

LENGTH = 60
AT_MOST = 50_000


def descriptions(path: Path) -> list[str]:
    """Return distinct pieces of the names and descriptions of recalled products."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        texts = [f"{row['products']}. {row['description']}" for row in csv.DictReader(stream)]
    pieces = (
        " ".join(text[at : at + LENGTH].split())
        for text in texts
        for at in range(0, len(text), LENGTH)
    )
    return list(dict.fromkeys(piece for piece in pieces if piece))[:AT_MOST]


def main() -> None:
    """Print descriptions a second, cold and warm."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recalls", type=Path)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    texts = descriptions(options.recalls)
    lists = shipped("watchlists")
    catalogue = Catalogue(
        [read_edition(lists / "goods"), read_edition(lists / "terms")],
        trade=read_vocabulary(lists, "trade-vocabulary"),
    )
    finder = Finder(catalogue, read_fields(shipped("rules"))["product_description"])
    profile = cProfile.Profile()
    for state in ("cold", "warm"):
        if options.profile and state == "warm":
            profile.enable()
        began = time.process_time()
        for text in texts:
            if catalogue.index.may_tell(text):
                finder.candidates(read(catalogue, text))
        seconds = time.process_time() - began
        profile.disable()
        sys.stdout.write(f"{state}: {len(texts)} descriptions, {len(texts) / seconds:,.0f}/s\n")
    if options.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(20)


if __name__ == "__main__":
    main()
