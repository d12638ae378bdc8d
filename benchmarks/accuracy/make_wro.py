"""Write watchlists/cbp-wro/entries.yaml from a table of the names in CBP's orders and findings.

Usage: python -m benchmarks.accuracy.make_wro wro_entities.csv watchlists/cbp-wro/entries.yaml

Vessels, and rows that name goods of a whole country or region and no party, are left out.
"""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

# The merchandise of an order where an agency text was read; empty means all goods of the party.
GOODS = {
    "WRO006": ("cotton",),
    "WRO008": ("cotton",),
    "WRO009": ("apparel",),
    "WRO010": ("apparel",),
    "WRO016": ("apparel",),
    "WRO012": ("hair products",),
    "WRO014": ("hair products",),
    "WRO015": ("hair products",),
    "WRO007": ("computer parts",),
    "WRO004": ("silica products",),
}
NO_PARTY = {"WRO005", "WRO041", "WRO046", "WRO058", "WRO059", "WRO070"}
HEADER = """\
# Names in withhold release orders and findings of US Customs and Border Protection, as read from a
# public copy. Dates are unofficial, status is not known; written by benchmarks/accuracy/make_wro.py.
entries:
"""


def entries(path: Path) -> Iterator[str]:
    """Yield each party of the table as an entry."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["schema"] == "LegalEntity" and row["wro_id"] not in NO_PARTY:
                yield entry(row)


def entry(row: dict[str, str]) -> str:
    """Return one row as an entry in YAML."""
    names = [row["name"], *(name.strip() for name in row["aliases"].split("|"))]
    words = ", ".join(json.dumps(name, ensure_ascii=False) for name in dict.fromkeys(names) if name)
    goods = GOODS.get(row["wro_id"], ())
    date = row["order_dates"] or "not known"
    return (
        f"  - id: CBP-WRO:{row['wro_id']}\n"
        f"    kind: listing\n"
        f"    name: {json.dumps(row['name'], ensure_ascii=False)}\n"
        f"    claims: [CBP-WRO]\n"
        f"    sources: [S52]\n"
        f"    supports: [resembles-listed-name, listed-by, mentioned-only]\n"
        f"    listed_by: US Customs and Border Protection, order or finding\n"
        f"    assertion_limits: [Name from an unofficial copy; read the order for goods and status]\n"
        + (f"    goods: [{', '.join(goods)}]\n" if goods else "")
        + f"    note: {json.dumps('order as copied: ' + date + '; unofficial')}\n"
        f"    aliases:\n      - {{status: V, words: [{words}]}}\n"
    )


def main() -> None:
    """Write the entries."""
    Path(sys.argv[2]).write_text(HEADER + "".join(entries(Path(sys.argv[1]))), encoding="utf-8")


if __name__ == "__main__":
    main()
