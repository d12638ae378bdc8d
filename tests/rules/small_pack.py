"""A small pack made of schema values, with fields, places and hits, for tests of evaluation."""

from datetime import date

import numpy as np
from msgspec.structs import replace

from screener.model.field import Field
from screener.model.hit import Hit, Role
from screener.rules.encoding import Encoded, HitSets, encoded
from screener.rules.evaluate import Evaluator
from screener.rules.row import Row
from screener.rules.schema import (
    All,
    AnyOf,
    At,
    AtLeast,
    Compare,
    Condition,
    Example,
    Exemption,
    Extra,
    Finds,
    Fired,
    Group,
    NamedCondition,
    Pack,
    Policy,
    Rule,
    Use,
)
from screener.rules.schema import Test as ColumnTest

TODAY = date(2026, 5, 4)
AT = At("rules/test.yaml", 1, 1)

FIELDS = {
    field.name: field
    for field in (
        Field(name="ship_date", type="date", meaning="Day", gap_if_empty=True),
        Field(
            name="supplier_name",
            type="name",
            meaning="Supplier",
            gap_if_empty=True,
            carries=("party",),
            may_carry=("place",),
            role="party",
            group="supplier",
        ),
        Field(
            name="supplier_city",
            type="place",
            meaning="City",
            gap_if_empty=True,
            carries=("place",),
            role="party",
            group="supplier",
        ),
        Field(
            name="supplier_province",
            type="place",
            meaning="Province",
            carries=("place",),
            role="party",
            group="supplier",
        ),
        Field(
            name="manufacturer_name",
            type="name",
            meaning="Maker",
            gap_if_empty=True,
            carries=("party",),
            role="party",
            group="manufacturer",
        ),
        Field(name="manufacturer_id", type="code", meaning="Code", gap_if_empty=True),
        Field(name="country_of_origin", type="country", meaning="Origin", gap_if_empty=True),
        Field(name="country_of_export", type="country", meaning="Export"),
        Field(
            name="material_origin",
            type="text",
            meaning="Material",
            gap_if_empty=True,
            may_carry=("place",),
        ),
        Field(
            name="product_description",
            type="text",
            meaning="Goods",
            gap_if_empty=True,
            carries=("goods", "term"),
            may_carry=("party", "place"),
        ),
        Field(name="hs_code", type="hs", meaning="Code", gap_if_empty=True),
        Field(name="uom", type="code", meaning="Unit"),
        Field(name="unit_price", type="money", meaning="Price", gap_if_empty=True),
        Field(name="currency", type="code", meaning="Currency"),
        Field(name="stated_processing_fee", type="money", meaning="Fee"),
        Field(
            name="notes",
            type="text",
            meaning="Notes",
            may_carry=("party", "place", "goods", "term"),
        ),
        Field(name="peer_price_rank", type="number", meaning="Rank"),
        Field(name="peer_median_price", type="money", meaning="Median"),
        Field(
            name="manufacturer_id_country",
            type="country",
            meaning="Country of the code",
            derived_from=("manufacturer_id",),
        ),
        Field(name="hs_chapter", type="hs", meaning="Chapter", derived_from=("hs_code",)),
    )
}

PLACES = {
    "P-KP": (),
    "P-NPYONGAN": ("P-KP",),
    "P-SINUIJU": ("P-NPYONGAN", "P-KP"),
    "P-SONCHON": ("P-NPYONGAN", "P-KP"),
    "P-LNJL": (),
    "P-DANDONG": ("P-LNJL",),
    "P-BORDER": ("P-LNJL",),
    "E-PAEKTO": ("P-SINUIJU", "P-NPYONGAN", "P-KP"),
    "L-MAKER": ("P-DANDONG", "P-LNJL"),
}
KINDS = {
    "P-KP": "place",
    "P-NPYONGAN": "place",
    "P-SINUIJU": "place",
    "P-SONCHON": "place",
    "P-LNJL": "place",
    "P-DANDONG": "place",
    "P-BORDER": "place",
    "E-PAEKTO": "facility",
    "E-8CORPS": "party",
    "L-MAKER": "listing",
    "G-DOLL": "goods",
    "G-MASK": "goods",
    "S-HANDWORK": "term",
    "S-MACHINE": "term",
}
GRADES = {
    "B-02": "single-anonymous",
    "B-06": "single-anonymous",
    "B-07": "single-outlet",
    "C-01": "official-record",
}
POLICY = Policy(
    base_rate="1 in 10000",
    tiers={"T1": 20, "T2": 57, "T3": 101},
    without_floor="T1",
    families_for_context_t3=4,
    within_group=(100, 25, 10),
    groups={name: Group(id=name, note="") for name in ("goods", "place", "named")},
    grade_caps={"single-anonymous": 35, "single-outlet": 45, "official-record": 100},
    review_budget=0.005,
)

DOLL = Finds(any_of=("G-DOLL",), columns=("product_description",))
HANDWORK = Finds(any_of=("S-HANDWORK",))
DANDONG = Finds(any_of=("P-DANDONG",))
NORTHEAST = Finds(within=("P-LNJL",))
CHINESE = ColumnTest("country_of_origin", "is", ("CN",))
NO_ORIGIN = ColumnTest("country_of_origin", "is_missing", ("true",))
MACHINE = Finds(any_of=("S-MACHINE",), columns=("product_description", "notes"))
LOW_FEE = ColumnTest("stated_processing_fee", "below", ("1 CNY per piece",))
CHEAP = ColumnTest("peer_price_rank", "at_most", ("5",))
DOCUMENTED = ColumnTest("supplier_name", "says_any", ("Dalian Chenxi Knit",))


def example(name: str, row: dict[str, str], expect: str, points: int | None = None) -> Example:
    """Return an inline test."""
    return Example(name=name, row=row, expect=expect, points=points, at=AT)


def named(name: str, condition: Condition, *tests: Example) -> NamedCondition:
    """Return a named condition."""
    return NamedCondition(
        name=name, version=1, meaning=f"{name} holds", condition=condition, tests=tests, at=AT
    )


def rule(name: str, when: Condition, **changes: object) -> Rule:
    """Return an active rule of 20 points in the group goods, with some of it changed."""
    plain = Rule(
        id=name,
        version=1,
        title=name,
        family="product",
        status="active",
        owner="trade-compliance",
        introduced="2026-05-04",
        review_by="2026-11-04",
        why="",
        basis=("advisory-2018",),
        claims=("B-02",),
        form="reported",
        asserts=("profile-warrants-questions",),
        never_say=(),
        when=when,
        unless=None,
        group="goods",
        points=20,
        cap=None,
        more=(),
        raises_to=None,
        says="",
        asks=(),
        exemptions=(),
        tests=(),
        at=AT,
    )
    return replace(plain, **changes)


CONDITIONS = {
    "origin-cn-or-blank": named("origin-cn-or-blank", AnyOf((CHINESE, NO_ORIGIN))),
    "machine-made": named("machine-made", MACHINE),
}

BORDER = rule(
    "context.border-handwork",
    All((DOLL, HANDWORK, NORTHEAST, Use("origin-cn-or-blank"))),
    family="location",
    claims=("B-02", "B-06"),
    unless=Use("machine-made"),
    group="place",
    points=25,
    cap=55,
    more=(
        Extra(condition=DANDONG, points=10, claims=("B-07",)),
        Extra(condition=LOW_FEE, points=15, claims=("B-07",)),
        Extra(condition=CHEAP, points=5, claims=("C-01",)),
    ),
    raises_to="T2",
    exemptions=(
        Exemption(
            reason="Workshop visited",
            when=DOCUMENTED,
            approved_by="compliance-lead",
            expires="2026-12-31",
        ),
    ),
    tests=(
        example(
            "a doll by hand from Dandong",
            {
                "product_description": "hand knitted doll",
                "country_of_origin": "CN",
                "supplier_city": "Dandong",
            },
            "hit",
            35,
        ),
        example(
            "no city",
            {"product_description": "hand knitted doll", "country_of_origin": "CN"},
            "unknown",
        ),
        example("a machine", {"product_description": "machine knit doll"}, "miss"),
    ),
)
RULES = (
    rule("corroborated.both", All((Fired("context.border-handwork"), Fired("product.doll")))),
    BORDER,
    rule("product.doll", DOLL, points=12),
    rule("product.mask", Finds(any_of=("G-MASK",)), points=2),
    rule("location.dandong", DANDONG, group="place", points=10),
    rule(
        "gate.dprk",
        Finds(within=("P-KP",), columns=("supplier_city", "country_of_origin")),
        form="stated",
        claims=(),
        group="named",
        points=70,
        raises_to="T4",
    ),
    rule(
        "listed.maker",
        AnyOf(
            (
                ColumnTest("supplier_name", "on_list", ("L-LIST",)),
                ColumnTest("manufacturer_name", "on_list", ("L-LIST",)),
            )
        ),
        group="named",
        points=70,
        claims=("C-01",),
        raises_to="T3",
    ),
    rule(
        "route.elsewhere",
        All(
            (
                ColumnTest("country_of_origin", "not_in", ("CN", "KP")),
                Compare("country_of_origin", "differs from", "1", "country_of_export"),
            )
        ),
        points=5,
    ),
    rule("price.low", Compare("unit_price", "is below", "0.5", "peer_median_price"), points=10),
    rule(
        "mention.corps",
        AtLeast(
            2,
            (
                Finds(any_of=("E-8CORPS",), roles=("mention",)),
                ColumnTest("notes", "says_none", ("our own clipping",)),
                ColumnTest("hs_code", "under", ("6307",)),
            ),
        ),
        group="named",
    ),
    rule("shadow.doll", DOLL, status="shadow", raises_to="T3"),
    rule("draft.doll", DOLL, status="draft"),
    rule("old.doll", DOLL, status="retired"),
)


def pack(
    *rules: Rule, conditions: dict[str, NamedCondition] | None = None, policy: Policy = POLICY
) -> Pack:
    """Return a pack of these rules, or of all above."""
    return Pack(
        name="small",
        version="1.0.0",
        rules=rules or RULES,
        conditions=CONDITIONS if conditions is None else conditions,
        policy=policy,
        wording={},
        rules_hash="",
        policy_hash="",
    )


def evaluator(
    *rules: Rule, conditions: dict[str, NamedCondition] | None = None, policy: Policy = POLICY
) -> Evaluator:
    """Return an evaluator of these rules, or of all above."""
    return Evaluator(
        pack(*rules, conditions=conditions, policy=policy), FIELDS, PLACES, KINDS, grades=GRADES
    )


def hit(
    entry: str,
    field: str,
    role: Role | None = None,
    *,
    similarity: float = 1.0,
    name: str = "",
    list_id: str = "list",
) -> Hit:
    """Return a hit; its id is ``name``, or what it is and where."""
    return Hit(
        id=name or f"{entry}@{field}",
        entry=entry,
        list=list_id,
        kind=KINDS[entry],
        role=role,
        mention="clipping" if role == "mention" else None,
        field=field,
        start=0,
        end=1,
        text="x",
        alias="x",
        similarity=similarity,
        alignment=(),
        ambiguity="A0",
    )


def row(*hits: Hit, **values: str) -> Row:
    """Return a row; columns given as empty text are empty."""
    return Row({name: value for name, value in values.items() if value}, hits)


DOLL_ROW = row(
    hit("G-DOLL", "product_description"),
    hit("S-HANDWORK", "product_description"),
    hit("P-DANDONG", "supplier_city", "party"),
    product_description="hand knitted doll",
    country_of_origin="CN",
    supplier_city="Dandong",
)


def columns_of(batch: list[Row]) -> dict[str, Encoded]:
    """Return a batch of rows as columns, those without any value left out."""
    names = sorted({name for each in batch for name in each.values})
    return {name: encoded([each.values.get(name) for each in batch]) for name in names}


def hits_of(batch: list[Row]) -> HitSets:
    """Return the hits of a batch, rows with the same ones sharing a set."""
    sets = list(dict.fromkeys(tuple(each.hits) for each in batch))
    codes = [sets.index(tuple(each.hits)) for each in batch]
    return HitSets(sets, np.array(codes, dtype=np.int64))
