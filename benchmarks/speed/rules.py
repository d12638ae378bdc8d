"""A pack of generated rules: read and checked, its tests run, and many records screened by it.

Run from the top folder: ``python -m benchmarks.speed.rules --rules 1000 --rows 1000000``.
Rules and records are drawn with a fixed seed, the rules as files beside the shipped policy, the
records with many distinct descriptions and suppliers. Matching is part of the time. Times are
processor seconds of the one process, which other work on the machine does not change. Rows one by
one are timed on a sample of the same records.
"""

import argparse
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np

from screener.content.files import yaml_files
from screener.errors import RuleError
from screener.factory import folders_in_use, load
from screener.lists.edition import read_editions
from screener.model.columns import MISSING, Column, Columns
from screener.pipeline import Screener
from screener.rules.fields import read_fields
from screener.rules.pack_files import PackTexts
from screener.rules.reader import read_pack
from screener.sources.register import read_register

T = TypeVar("T")

DAY = "2026-05-04"
_CHUNK = 250_000
_WORDS = (
    "cotton", "wool", "acrylic", "knitted", "woven", "dyed", "printed", "small", "large", "blue",
    "red", "set", "box", "assorted", "children", "ladies", "mens", "garden", "kitchen", "steel",
    "plastic", "wooden", "glass", "paper", "cover", "holder", "brush", "bag", "frame", "lamp",
)  # fmt: skip
_NAMES = (
    "Sunrise", "Golden", "Pacific", "Harbour", "Evergreen", "Lotus", "Summit", "Orchid", "River",
    "Bright", "Silk", "Union", "Star", "Pearl", "Crown", "Maple", "Delta", "Nova", "Apex", "Coral",
)  # fmt: skip
_TRADES = ("Trading", "Textile", "Crafts", "Industrial", "Garments", "Export", "Light Industry")
_CITIES = ("Ningbo", "Yiwu", "Shenzhen", "Hanoi", "Dandong", "Yanji", "Guangzhou", "Qingdao")
_COUNTRIES = ("CN", "VN", "KH", "TH", "IN", "BD", "TR")
_HEADINGS = ("9503", "6307", "6301", "4202", "6704", "6110", "3924", "9405", "8205", "4819")
_GROUPS = ("place-and-product", "processing", "price", "code")
_SHARED = ("fields.yaml", "basis.yaml", "pack.yaml", "policy.yaml", "wording.yaml")
_EMPTY = 0.05


def rule_text(draw: random.Random, number: int, group: str) -> str:
    """Return the file of one rule: goods and two more tests, with a hit, misses and a gap."""
    heading, country = draw.choice(_HEADINGS), draw.choice(_COUNTRIES)
    limit = draw.randint(1, 90) / 10
    word = f"{draw.choice(_WORDS)} {draw.choice(_WORDS)}"
    other = "BR" if country != "BR" else "AR"
    return f"""rule: made.r{number:04}
version: 1
title: "Generated rule {number}"
family: product
status: active
owner: bench
introduced: 2026-01-01
review_by: 2027-01-01
reviewed_by: second reader
why: Measured only.
basis: [advisory-2018]
claims: [ADV-PRC]
wording:
  form: reported
  asserts: [profile-warrants-questions]
when:
  all:
    - product_description: {{says_any: ["{word}"]}}
    - country_of_origin: {{is: {country}}}
    - hs_code: {{under: ["{heading}"]}}
    - peer_price_rank: {{at_most: {limit}}}
adds: {{group: {group}, points: {draw.randint(0, 1)}}}
says: The line has this description.
tests:
  - name: as described
    row: {{product_description: "{word}", country_of_origin: {country}, hs_code: "{heading}.00", peer_price_rank: "{limit}"}}
    expect: hit
  - name: from elsewhere
    like: as described
    with: {{country_of_origin: {other}}}
    expect: miss
  - name: just above
    like: as described
    with: {{peer_price_rank: "{limit + 0.1:.1f}"}}
    expect: miss
  - name: no code
    like: as described
    with: {{hs_code: ""}}
    expect: unknown
"""


def write_pack(folder: Path, draw: random.Random, rules: int) -> None:
    """Write a pack of so many rules into a folder, beside the shipped columns and policy."""
    for name in _SHARED:
        shutil.copyfile(Path("rules") / name, folder / name)
    (folder / "made").mkdir()
    for number in range(rules):
        text = rule_text(draw, number, draw.choice(_GROUPS))
        (folder / "made" / f"r{number:04}.yaml").write_text(text, encoding="utf-8")


def drawn_records(draw: random.Random, rows: int) -> Columns:
    """Return records of 20,000 descriptions, 10,000 suppliers and 5,000 codes, as columns."""
    chance = np.random.default_rng(draw.randrange(1 << 30))
    values = {
        "product_description": _distinct(20_000, lambda: " ".join(draw.sample(_WORDS, 6))),
        "supplier_name": _distinct(
            10_000,
            lambda: (
                f"{draw.choice(_NAMES)} {draw.choice(_NAMES)} {draw.choice(_TRADES)} "
                f"{draw.randrange(1_000)}"
            ),
        ),
        "supplier_city": list(_CITIES),
        "country_of_origin": list(_COUNTRIES),
        "hs_code": _distinct(5_000, lambda: f"{draw.choice(_HEADINGS)}{draw.randrange(10_000):04}"),
        "peer_price_rank": [str(rank) for rank in range(1, 101)],
    }
    columns = {}
    for name, texts in values.items():
        codes = chance.integers(0, len(texts), rows).astype(np.int32)
        codes[chance.random(rows) < _EMPTY] = MISSING
        columns[name] = Column(texts, codes)
    return Columns(rows, columns)


def _distinct(count: int, make: Callable[[], str]) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[make()] = None
    return list(found)


def part(records: Columns, start: int, end: int) -> Columns:
    """Return some of the records."""
    cut = {name: Column(one.values, one.codes[start:end]) for name, one in records.columns.items()}
    return Columns(end - start, cut)


def timed(ask: Callable[[], T]) -> tuple[T, float]:
    """Return an answer and the processor seconds it took."""
    start = time.process_time()
    answer = ask()
    return answer, time.process_time() - start


def screened(screener: Screener, records: Columns) -> Counter[str]:
    """Return how many records got each tier, in chunks as a file is screened."""
    tiers: Counter[str] = Counter()
    for start in range(0, records.rows, _CHUNK):
        rows = part(records, start, min(start + _CHUNK, records.rows))
        verdicts = screener.screen_columns(rows, [""] * rows.rows)
        tiers.update(verdicts.tier(row) for row in range(rows.rows))
    return tiers


def one_by_one(screener: Screener, records: Columns) -> float:
    """Return the seconds a record takes whose rules are asked on their own, matching aside."""
    verdicts = screener.screen_columns(records, [""] * records.rows)
    rows = [verdicts.row(number) for number in range(records.rows)]
    _, seconds = timed(lambda: [screener.evaluator.evaluate(row, screener.today) for row in rows])
    return seconds / records.rows


def main() -> None:
    """Print the time of each step and the ratio to rows one by one."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--rules", type=int, default=1_000)
    options.add_argument("--sample", type=int, default=300)
    chosen = options.parse_args()
    draw = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_pack(folder, draw, chosen.rules)
        lists = folders_in_use()
        register = read_register(lists.seeds, folder)
        editions = read_editions(lists.lists, claims=register.claims)
        fields = read_fields(folder)
        texts = PackTexts(str(folder), yaml_files(folder, error=RuleError), None)
        _, check = timed(lambda: read_pack(texts, fields, register, editions))
        print(f"read and check {chosen.rules:,} rules  {check:7.2f} s", flush=True)
        screener, whole = timed(lambda: load(rules=folder, as_of=DAY))
        print(f"the whole start              {whole:7.2f} s", flush=True)
    results, tests = timed(screener.run_rule_tests)
    failed = sum(not result.passed for result in results)
    print(f"{len(results):,} tests, {failed} fail       {tests:7.2f} s", flush=True)
    records = drawn_records(draw, chosen.rows)
    tiers, bulk = timed(lambda: screened(screener, records))
    print(
        f"{chosen.rows:,} rows                {bulk:7.2f} s  {dict(sorted(tiers.items()))}",
        flush=True,
    )
    alone = one_by_one(screener, part(records, 0, min(chosen.sample, chosen.rows)))
    print(f"one by one, a row            {alone * 1e3:7.2f} ms on {chosen.sample} rows")
    print(f"ratio                        {alone * chosen.rows / bulk:7.1f}")


if __name__ == "__main__":
    main()
