"""Write seeds/examples/example.csv: real product descriptions, and rows that illustrate.

Usage: python -m benchmarks.accuracy.make_example recalls.csv.gz seeds/examples/example.csv

The real rows are descriptions of recalled consumer products with their country, from the US
Consumer Product Safety Commission (public domain). Rows marked illustration are invented.
"""

import csv
import gzip
import random
import sys
from collections.abc import Iterator
from pathlib import Path

ROWS = 2_200
LONGEST = 300
COLUMNS = (
    "line_id product_description hs_code country_of_origin doc_date ship_date supplier_name "
    "supplier_city supplier_province supplier_country manufacturer_name manufacturer_id "
    "material_origin port_of_lading stated_processing_fee notes row_kind"
).split()


def real_rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield a seeded sample of recalls that name a country, in the order of their ids."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["countries"] and row["products"]]
    chosen = random.Random(2026).sample(rows, min(ROWS, len(rows)))
    for row in sorted(chosen, key=lambda one: one["recall_id"]):
        text = " ".join(f"{row['products']}. {row['description']}".split())
        yield {
            "line_id": f"CPSC-{row['recall_id']}",
            "product_description": text[:LONGEST],
            "country_of_origin": row["countries"].replace(";", ",").replace("|", ","),
            "doc_date": row["date"],
            "row_kind": "real",
        }


def main() -> None:
    """Write the example file; the illustrations lie beside it in illustrations.csv."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    with (target.parent / "illustrations.csv").open(encoding="utf-8", newline="") as stream:
        illustrations = list(csv.DictReader(stream))
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(real_rows(source))
        writer.writerows({**row, "row_kind": "illustration"} for row in illustrations)


if __name__ == "__main__":
    main()
