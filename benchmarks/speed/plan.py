"""How much faster rows are evaluated through classes than one by one.

Run from the top folder: ``python -m benchmarks.speed.plan --rows 100000 --rules 300``.
Values and rules are drawn with a fixed seed: goods and place hits on some rows, many distinct
descriptions, a handful of codes. Rows one by one are timed on a sample.
"""

import argparse
import random
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from screener.model.hit import Listing
from screener.rules.encoding import Encoded, HitSets, encoded, hit_sets, row_at
from screener.rules.evaluate import Evaluator
from screener.rules.fields import read_fields
from screener.rules.plan import Plan, outcomes_at
from screener.rules.schema import (
    All,
    AnyOf,
    At,
    Condition,
    Extra,
    Finds,
    Group,
    Pack,
    Policy,
    Rule,
    Test,
)

DAY = date(2026, 5, 4)
GOODS = [f"G-{number}" for number in range(11)]
PLACES = {"P-NORTH": (), **{f"P-{number}": ("P-NORTH",) for number in range(20)}}
KINDS = {**dict.fromkeys(GOODS, "goods"), **dict.fromkeys(PLACES, "place")}
GROUPS = ("goods", "place", "price", "named")
CODES = ("CN", "VN", "KH", "TH", "IN")
HEADINGS = ("9503", "6307", "6301", "4202", "6704")


class SeenHit(NamedTuple):
    """A hit with what rules read of it."""

    id: str
    entry: str
    kind: str
    field: str
    role: str | None
    list: str = "bench"
    mention: str | None = None
    similarity: float = 1.0
    listing: Listing | None = None


def drawn_leaf(draw: random.Random) -> Condition:
    """Return one condition on a column or on hits."""
    leaves: tuple[Condition, ...] = (
        Finds(any_of=(draw.choice(GOODS),), columns=("product_description",)),
        Finds(within=(draw.choice(list(PLACES)),)),
        Test("country_of_origin", draw.choice(["is", "not_in"]), (draw.choice(CODES),)),
        Test("hs_code", "under", (draw.choice(HEADINGS),)),
        Test("peer_price_rank", "at_most", (str(draw.choice([2, 5, 10])),)),
        Test("unit_price", "below", (f"{draw.choice([1, 2, 4])} USD per piece",)),
        Test("notes", "says_any", (draw.choice(["yarn", "handmade", "toll", "crochet"]),)),
    )
    return draw.choice(leaves)


def drawn_rule(draw: random.Random, number: int) -> Rule:
    """Return a rule of two to four parts, the goods first."""
    goods = Finds(any_of=(draw.choice(GOODS),), columns=("product_description",))
    parts = (goods, *(drawn_leaf(draw) for _ in range(draw.randint(1, 3))))
    return Rule(
        id=f"bench.{number:04}", version=1, title="", family="product", status="active", owner="",
        introduced="2026-01-01", review_by="2027-01-01", why="", basis=(), claims=(),
        form="stated", asserts=(), never_say=(), when=All(parts),
        unless=AnyOf((drawn_leaf(draw),)), group=draw.choice(GROUPS),
        points=draw.randint(0, 40), cap=None,
        more=(Extra(condition=drawn_leaf(draw), points=5),), raises_to=None, says="", asks=(),
        exemptions=(), tests=(), at=At("bench.yaml", number + 1, 1),
    )  # fmt: skip


def drawn_pack(draw: random.Random, rules: int) -> Pack:
    """Return a pack of so many rules."""
    policy = Policy(
        base_rate="1 in 10000",
        tiers={"T1": 20, "T2": 57, "T3": 101},
        without_floor="T1",
        families_for_context_t3=4,
        within_group=(100, 25, 10),
        groups={name: Group(id=name, note="") for name in GROUPS},
        grade_caps={},
        review_budget=0.005,
    )
    return Pack(
        name="bench",
        version="1.0.0",
        rules=tuple(drawn_rule(draw, number) for number in range(rules)),
        conditions={},
        policy=policy,
        wording={},
        rules_hash="",
        policy_hash="",
    )


def drawn_hits(draw: random.Random) -> tuple[SeenHit, ...]:
    """Return the hits of a row: goods on one row in three, a place on one in ten."""
    found = []
    if draw.random() < 1 / 3:
        found.append(SeenHit("h1", draw.choice(GOODS), "goods", "product_description", None))
    if draw.random() < 1 / 10:
        found.append(SeenHit("h2", draw.choice(list(PLACES)), "place", "supplier_city", "party"))
    return tuple(found)


def drawn_columns(draw: random.Random, rows: int) -> dict[str, Encoded]:
    """Return the columns of a batch; a tenth of most values is missing."""
    words = ("yarn", "handmade", "toll", "crochet", "cotton", "wool", "blue", "small")
    kinds: dict[str, Callable[[], str]] = {
        "product_description": lambda: f"item {draw.randrange(rows // 5 + 1)}",
        "supplier_city": lambda: f"city {draw.randrange(300)}",
        "country_of_origin": lambda: draw.choice(CODES),
        "hs_code": lambda: f"{draw.choice(HEADINGS)}{draw.randrange(10, 99)}",
        "peer_price_rank": lambda: str(draw.randrange(100)),
        "unit_price": lambda: f"{draw.randrange(1, 900) / 100:.2f}",
        "notes": lambda: " ".join(draw.sample(words, 3)),
    }
    columns = {
        name: encoded([None if draw.random() < 1 / 10 else make() for _ in range(rows)])
        for name, make in kinds.items()
    }
    return {**columns, "currency": encoded(["USD"] * rows), "uom": encoded(["PCS"] * rows)}


def timed_one_by_one(
    evaluator: Evaluator, columns: dict[str, Encoded], hits: HitSets, sample: int
) -> float:
    """Return the processor seconds a row takes on its own."""
    rows = [row_at(columns, hits, number) for number in range(sample)]
    start = time.process_time()
    for row in rows:
        evaluator.evaluate(row, DAY)
    return (time.process_time() - start) / sample


def main() -> None:
    """Print the time of both ways and their ratio."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--rules", type=int, default=300)
    options.add_argument("--sample", type=int, default=2_000)
    chosen = options.parse_args()
    draw = random.Random(7)

    evaluator = Evaluator(
        drawn_pack(draw, chosen.rules), read_fields(Path("rules")), PLACES, KINDS, grades={}
    )
    columns = drawn_columns(draw, chosen.rows)
    hits = hit_sets([drawn_hits(draw) for _ in range(chosen.rows)])
    sample = min(chosen.sample, chosen.rows)
    one_by_one = timed_one_by_one(evaluator, columns, hits, sample)

    plan = Plan(evaluator)
    start = time.process_time()
    evaluated = plan.evaluate(columns, hits, DAY)
    for number in range(chosen.rows):
        outcomes_at(evaluated, hits, number)
    planned = (time.process_time() - start) / chosen.rows

    print(f"rules {chosen.rules}, leaves {len(evaluator.leaves)}, rows {chosen.rows}")
    print(f"signatures    {len(evaluated.outcomes)}")
    print(f"one by one    {one_by_one * 1e6:9.1f} us a row (on {sample} rows)")
    print(f"through plan  {planned * 1e6:9.1f} us a row")
    print(f"ratio         {one_by_one / planned:9.1f}")


if __name__ == "__main__":
    main()
