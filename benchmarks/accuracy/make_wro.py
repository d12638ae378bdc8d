"""Write watchlists/cbp-wro/entries.yaml from two tables of names in CBP's orders and findings.

Usage: python -m benchmarks.accuracy.make_wro wro_entities.csv wro_other_actions_from_press.csv
       watchlists/cbp-wro/entries.yaml

The first holds the names of the agency's table by way of OpenSanctions (MIT), the second orders
read in press text only. Both are unofficial; neither says whether an order still stands. What
is decided by hand, row by row, stands in wro_own.txt.
"""

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HEADER = """\
# Names in withhold release orders and findings of US Customs and Border Protection, as read from
# public copies. Dates are unofficial but for those of the agency's releases, status is not known;
# written by benchmarks/accuracy/make_wro.py.
#
# Names of a place and words of a trade alone (class A2) need evidence of their country: another
# company may well be called so. Goods of a country have no alias: the country is their leg, and
# of a part of a country (admin) the places in it. Ships are looked for in the column of the vessel.
entries:
"""
VESSEL_WORDS = (
    "[fishing vessel, fishing boat, vessel, longliner, F/V, M/V, IMO, tuna, seafood, fish]"
)
AS_WRITTEN = "fields: [name, text, place]"
"""Bound to kinds of columns, a name is found as a phrase, and none like it."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Own(NamedTuple):
    """What is decided by hand for one row.

    ``treatment`` is full, shared (needs its country), exact (as written, to the legal form), anchored
    (needs one of ``anchors``) or shown (matched by no name). ``country`` may be one of its
    divisions (CN-XJ). ``begun`` and ``changed`` are days that a release of the agency states.
    """

    treatment: str = "full"
    country: str = ""
    anchors: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    ended: str = ""
    begun: str = ""
    changed: str = ""


def own() -> dict[str, Own]:
    """Return the decisions by row."""
    text = Path(__file__).with_name("wro_own.txt").read_text(encoding="utf-8")
    decisions = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            row, treatment, country, anchors, goods, *days = (
                part.strip() for part in line.split("|")
            )
            decisions[row] = Own(treatment, country, _several(anchors), _several(goods), *days)
    return decisions


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def rows(entities: Path, press: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of both tables under the column names of the first."""
    yield from _table(entities)
    for number, row in enumerate(_table(press), start=1):
        names = [part.strip() for part in re.split(r",| and subsidiaries ", row["name"])]
        yield {
            "wro_id": f"PRESS{number:02}",
            "name": names[0],
            "schema": "Vessel" if "vessel" in row["name"] else "LegalEntity",
            "aliases": " | ".join(names[1:]),
            "order_dates": f"WRO {row['date']}",
            "corroborated_date": "",
            "corroborated_what": row["action"],
        }


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def entry(row: dict[str, str], decision: Own) -> str:
    """Return one row as an entry in YAML."""
    copied = _DAY.findall(row["order_dates"]) or _DAY.findall(row["corroborated_date"])
    begun = decision.begun or next(iter(copied), "")
    released = "; days after the agency's release" if decision.begun or decision.changed else ""
    country, _, division = decision.country.partition("-")
    known = row["order_dates"] or row["corroborated_date"] or "not known"
    vessel = row["schema"] == "Vessel"
    lines = [
        f"  - id: CBP-WRO:{row['wro_id']}",
        "    kind: listing",
        f"    name: {_quoted(row['name'])}",
        *([f"    country: {country}"] if country else []),
        *([f"    admin: [{country}-{division}]"] if division else []),
        "    claims: [CBP-WRO]",
        "    sources: [S52]",
        "    supports: [resembles-listed-name, listed-by, mentioned-only]",
        "    listed_by: US Customs and Border Protection, order or finding",
        *([f'    listed_on: "{begun}"'] if begun else []),
        *([f'    changed_on: "{decision.changed}"'] if decision.changed else []),
        *([f'    ended_on: "{decision.ended}"'] if decision.ended else []),
        "    assertion_limits: [Name from an unofficial copy; read the order for goods and status]",
        *([f"    goods: [{', '.join(decision.goods)}]"] if decision.goods else []),
        f"    note: {_quoted(f'order as copied: {known}; unofficial{released}')}",
        *_aliases(_names(row), decision, vessel=vessel),
    ]
    return "\n".join(lines) + "\n"


def _names(row: dict[str, str]) -> list[str]:
    several = [row["name"], *(name.strip() for name in row["aliases"].split("|"))]
    return [name for name in dict.fromkeys(several) if name]


def _aliases(names: list[str], decision: Own, *, vessel: bool) -> list[str]:
    """Return the aliases and anchors of an entry as lines."""
    if decision.treatment == "shown":
        return ["    aliases: []"]
    first, rest = names[:1], names[1:]
    if vessel:
        bare = re.sub(r"^Fishing vessel ", "", names[0])
        return [
            "    aliases:",
            _group("status: V", [f"Fishing Vessel {bare}", f"F/V {bare}", f"M/V {bare}"]),
            _group("status: V, class: A1, anchors: [vessel], fields: [text]", [bare]),
            _group("status: V, fields: [vessel], alone: true", [bare]),
            "    anchors:",
            f"      - {{name: vessel, scope: field, words: {VESSEL_WORDS}}}",
        ]
    attributes = {
        "full": "status: V",
        "shared": "status: V, class: A2",
        "exact": f"status: V, {AS_WRITTEN}",
        "anchored": "status: V, class: A1, anchors: [identity]",
    }[decision.treatment]
    lines = ["    aliases:", _group(attributes, first)]
    if rest:
        lines.append(_group("status: V", rest))
    if decision.anchors:
        words = ", ".join(decision.anchors)
        lines += ["    anchors:", f"      - {{name: identity, scope: field, words: [{words}]}}"]
    return lines


def _group(attributes: str, names: list[str]) -> str:
    words = ", ".join(_quoted(name) for name in names)
    return f"      - {{{attributes}, words: [{words}]}}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def main() -> None:
    """Write the entries."""
    decisions = own()
    entities, press, target = map(Path, sys.argv[1:4])
    written = [
        entry(row, decisions.get(row["wro_id"], Own()))
        for row in rows(entities, press)
        if decisions.get(row["wro_id"], Own()).treatment != "left-out"
    ]
    target.write_text(HEADER + "".join(written), encoding="utf-8")


if __name__ == "__main__":
    main()
