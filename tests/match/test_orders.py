"""Orders and pairs that a record meets without a name; rows of a batch told apart by them."""

import itertools
import random
from collections import defaultdict

import pytest

from screener.factory import load_editions
from screener.lists.listed import Listed
from screener.match.listing_days import RecordDay, record_day
from screener.match.listings import Listings
from screener.match.order_kinds import kinds_of
from screener.match.orders import GOODS, Met, Orders
from screener.model.columns import MISSING, columns_of
from screener.model.listing import ORDERS
from tests.lists.published.layouts import csv_bytes
from tests.lists.readers.files import read
from tests.match.written_editions import edition_of, hit_on

AS_OF = "2026-11-25"
CELLS = {
    "product_description": [
        "cotton towels", "tobacco leaf", "red bricks", "toy bricks", "wall paint", "棉纱", "gold dore",
        "frozen squid", "peeled garlic", "towels, Turkmenistan cotton", "",
    ],
    "hs_code": ["", "2401.10", "9503.00", "5205.11"],
    "country_of_origin": ["CN", "MW", "TM", "IN", "Malawi", "CN, IN", ""],
    "material_origin": ["", "TM", "DE", "Turkmen cotton"],
    "ship_date": ["", "2018-01-01", "2019-11-01", "2026-01-01", "2019", "11/10/2019", "TBD"],
    "doc_date": ["", "2026-01-02"],
    "manufacturer_country": ["", "TM", "Malawi"],
    "manufacturer_id": ["", "TMASHTEX12ASH", "CNRUIWOR12RUI"],
    "manufacturer_address": ["", "Ashgabat, Turkmenistan", "12 Bin Road, Ruian"],
    "supplier_country": ["", "MW", "TR"],
    "supplier_address": ["", "Lilongwe, Malawi"],
    "country_of_export": ["", "CD"],
    "notes": ["", "cotton origin: Turkmenistan", "Turkmen cotton, Malawi tobacco", "to Turkmenistan"],
    "documents": ["", "country of origin: Zimbabwe"],
}  # fmt: skip


def rows(count: int) -> list[dict[str, str]]:
    """Return rows of which most columns are empty, so that kinds repeat."""
    draw = random.Random(5)
    picked = (
        {
            name: draw.choice(cells) if name in GOODS or draw.random() < 0.2 else ""
            for name, cells in CELLS.items()
        }
        for _ in range(count)
    )
    return [{name: cell for name, cell in row.items() if cell} for row in picked]


def essence(met: tuple[Met, ...], day: RecordDay, orders: Orders) -> tuple[object, ...]:
    lives = {one.entry.id: one for one in orders.orders}
    return tuple(
        (
            one.entry.id,
            one.leg,
            one.field,
            one.both,
            lives[one.entry.id].time(day) if one.dated else None,
        )
        for one in met
    )


def test_rows_of_one_kind_meet_alike_and_rows_without_meet_nothing() -> None:
    orders = Orders(load_editions())
    some = rows(800)

    kinds = kinds_of(orders, columns_of(some, CELLS), AS_OF)

    found = defaultdict(set)
    for row, kind, dated in zip(some, kinds.codes.tolist(), kinds.dated.tolist(), strict=True):
        day = record_day(row, AS_OF)
        met = orders.met(row, (), day)
        found[kind].add(essence(met, day, orders))
        assert dated or not any(one.dated for one in met)
    assert found.pop(MISSING) == {()}
    assert len(found) > 50
    assert [kind for kind, several in found.items() if len(several) > 1] == []


def test_rows_of_a_small_batch_meet_as_those_of_a_large_one_do() -> None:
    orders = Orders(load_editions())
    some = rows(800)

    large = kinds_of(orders, columns_of(some, CELLS), AS_OF)
    small = [kinds_of(orders, columns_of([row], CELLS), AS_OF) for row in some]

    assert [one.codes[0] == MISSING for one in small] == (large.codes == MISSING).tolist()
    assert all(one.dated[0] <= dated for one, dated in zip(small, large.dated, strict=True))


@pytest.mark.parametrize("count", [3, 300])
def test_rows_of_a_batch_without_such_columns_meet_nothing(count: int) -> None:
    columns = columns_of([{"uom": "x"}] * count, ["uom"])

    assert kinds_of(Orders(load_editions()), columns, AS_OF).codes.tolist() == [MISSING] * count


HEADINGS = ("Effective Date", "Country", "Entity", "Merchandise", "Status", "Remarks")
IMPORTED = {
    "Malawi": ("11/01/2019", "Malawi", "", "Tobacco", "Active", ""),
    "Turkmenistan": (
        "05/18/2018", "Turkmenistan",
        "All Turkmenistan Cotton or products produced in whole or in part with Turkmenistan cotton.",
        "", "Active", "",
    ),
    "Congo": (
        "09/30/2019", "Congo, Democratic Republic of the", "Artisanal Small Mines", "Gold",
        "Partially Active", "Modified on May 28, 2020 for one importer",
    ),
    "Zimbabwe": (
        "09/30/2019", "Zimbabwe", "Marange Diamond Fields", "Diamonds", "Inactive",
        "Revoked on May 1, 2024",
    ),
    "Brazil": ("09/30/2019", "Brazil", "Bonechar Carvao Ativado Do Brasil Ltda", "Bone black", "Active", ""),
}  # fmt: skip
MEETS = {
    "Malawi": ("MW", "cut tobacco"),
    "Turkmenistan": ("TM", "cotton yarn"),
    "Congo": ("CD", "gold dore"),
    "Zimbabwe": ("ZW", "rough diamonds"),
}


@pytest.fixture(scope="module")
def imported() -> Listings:
    """Return the listings of orders as an import makes them from the agency's table."""
    return Listings(
        [
            edition_of(
                "cbp-orders",
                read("cbp-csv", csv_bytes([HEADINGS, *IMPORTED.values()])),
                under=(ORDERS,),
            )
        ]
    )


def met(listings: Listings, **values: str) -> list[tuple[str, str, str]]:
    hits = listings.judged((), values, AS_OF)
    return [(hit.listing.leg, hit.listing.goods, hit.listing.time) for hit in hits if hit.listing]


@pytest.mark.parametrize("country", MEETS)
def test_imported_order_on_a_country_is_met_by_both_legs_and_each_alone(
    imported: Listings, country: str
) -> None:
    code, goods = MEETS[country]
    day = "2024-04-30"

    both = met(imported, country_of_origin=code, product_description=goods, ship_date=day)
    region = met(imported, country_of_origin=code, product_description="chairs", ship_date=day)
    alone = met(imported, country_of_origin="FR", product_description=goods, ship_date=day)

    assert both == [("region", "named", "applies")]
    assert region == [("region", "other", "applies")]
    assert alone == [("goods", "named", "applies")]


@pytest.mark.parametrize("country", MEETS)
def test_imported_order_on_a_country_does_not_apply_before_its_day(
    imported: Listings, country: str
) -> None:
    code, goods = MEETS[country]
    values = {"product_description": goods, "ship_date": "2018-05-17"}

    assert met(imported, country_of_origin=code, **values) == [("region", "named", "before")]
    assert met(imported, country_of_origin="FR", **values) == []


def test_imported_order_on_a_country_that_ended_applies_no_more(imported: Listings) -> None:
    values = {"product_description": "rough diamonds", "ship_date": "2024-05-01"}

    assert met(imported, country_of_origin="ZW", **values) == [("region", "named", "ended")]
    assert met(imported, country_of_origin="FR", **values) == []


WITHOUT_GOODS = ("Effective Date", "Entity", "Industry", "Status")
WITH_GOODS = ("Effective Date", "Entity", "Merchandise", "Status")
AZUL = ("05/01/2020", "Azul Garment Co., Ltd.")


@pytest.mark.parametrize(
    ("rows", "goods"),
    [
        ([WITHOUT_GOODS, (*AZUL, "Apparel", "Active")], "untold"),
        ([WITHOUT_GOODS, (*AZUL, "", "Active"), ("05/18/2018", "All Turkmenistan Cotton or products produced in Turkmenistan", "", "Active")], "untold"),
        ([WITH_GOODS, (*AZUL, "All products", "Active"), ("05/01/2020", "Birke Ltd.", "Hats", "Active")], "all"),
        ([WITH_GOODS, (*AZUL, "Garments", "Active")], "other"),
    ],
    ids=["a layout without goods", "goods of a region alone", "all goods beside goods of others", "goods"],
)  # fmt: skip
def test_goods_that_a_layout_cannot_state_are_not_all_goods(
    rows: list[tuple[str, ...]], goods: str
) -> None:
    edition = edition_of("cbp-orders", read("cbp-csv", csv_bytes(rows)), under=(ORDERS,))
    found = hit_on(edition.entries[0].id)

    (judged,) = Listings([edition]).judged((found,), {"product_description": "paint"}, AS_OF)

    assert judged.listing is not None
    assert judged.listing.goods == goods


@pytest.mark.parametrize(
    ("country", "goods", "code"),
    [
        ("ZW", "diamond drill bits", "8207.19"),
        ("ZW", "diamond drill bits", None),
        ("MW", "tobacco pipes of wood", "9614.00"),
        ("MW", "tobacco leaf tins", "7310.29"),
        ("CD", "gold colored picture frames", None),
        ("TM", "cotton candy machine", None),
        ("FR", "diamond drill bits from Zimbabwe", None),
    ],
)
def test_words_beside_other_goods_are_no_goods_of_a_country(
    imported: Listings, country: str, goods: str, code: str | None
) -> None:
    values = {"country_of_origin": country, "product_description": goods}
    values |= {"hs_code": code} if code else {}

    legs = met(imported, **values, ship_date="2024-04-30")

    assert legs == [("region", "other", "applies")]


@pytest.mark.parametrize(
    ("goods", "code"),
    [
        ("towels", "6302.60"),
        ("T-shirts", "6109.10.00"),
        ("fabric", "5513.11"),
        ("linters", "1404.20"),
        ("cotton towels", "6307.90"),
        ("shirts, 60% cotton", "6205.30"),
    ],
)
def test_cotton_by_its_code_or_its_word(imported: Listings, goods: str, code: str) -> None:
    assert met(imported, country_of_origin="TM", product_description=goods, hs_code=code) == [
        ("region", "named", "applies")
    ]


def test_code_of_other_fibres_says_no_cotton(imported: Listings) -> None:
    values = {"product_description": "T-shirts", "hs_code": "6109.90"}

    assert met(imported, country_of_origin="TM", **values) == [("region", "other", "applies")]


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("country_of_origin", "Turkmenistan"),
        ("material_origin", "TM"),
        ("material_origin", "Turkmen cotton"),
        ("material_origin", "cotton from Turkmenistan"),
        ("material_origin", "spun in Turkey of Turkmen lint"),
        ("manufacturer_country", "TM"),
        ("manufacturer_address", "Ashgabat, Turkmenistan"),
        ("manufacturer_address", "Ashgabat 744000 Turkmenistan"),
        ("manufacturer_id", "TMASHTEX12ASH"),
        ("supplier_country", "TM"),
        ("supplier_address", "12 Neutral Street, Ashgabat, Turkmenistan"),
        ("country_of_export", "Turkmenistan"),
        ("notes", "cotton origin: Turkmenistan"),
        ("notes", "Country of origin: TM"),
        ("notes", "raw cotton (Turkmenistan)"),
        ("notes", "cotton terry towels, Turkmenistan"),
        ("notes", "cotton grown and ginned in Turkmenistan"),
        ("notes", "хлопок из Туркменистана"),
        ("documents", "invoice|Turkmenistan cotton lint, 40 bales"),
    ],
)
def test_country_of_an_order_is_read_wherever_it_is_stated(
    imported: Listings, column: str, text: str
) -> None:
    values = {"product_description": "cotton towels", column: text}

    (hit,) = imported.judged((), values, AS_OF)

    assert hit.listing is not None
    assert (hit.field, hit.listing.leg, hit.listing.goods) == (column, "region", "named")
    assert hit.text == text[hit.start : hit.end]


@pytest.mark.parametrize(
    "text",
    [
        "cotton towels for Turkmenistan",
        "shipped to Turkmenistan, cotton towels",
        "via Turkmenistan cotton towels",
        "cotton from Turkey, no Turkmen carpets",
        "Turkmenistan Street 5",
        "cotton towels|to: Turkmenistan",
    ],
)
def test_country_of_an_order_that_the_goods_go_to_is_none_of_theirs(
    imported: Listings, text: str
) -> None:
    values = {"product_description": "cotton towels", "notes": text}

    assert met(imported, **values) == [("goods", "named", "applies")]


def test_words_that_state_the_country_state_the_goods_with_it(imported: Listings) -> None:
    values = {"product_description": "towels", "notes": "cotton origin: Turkmenistan"}

    assert met(imported, **values) == [("region", "named", "applies")]
    assert met(imported, **values | {"notes": "origin: Turkmenistan"}) == [
        ("region", "other", "applies")
    ]


def test_goods_of_a_listed_producer_alone_are_met_once() -> None:
    both = [
        Listed(
            key=str(at), name=f"Palm Estate {at} Bhd", line=at, goods=("palm oil",), listed_on=day
        )
        for at, day in enumerate(["2019-01-01", "2021-01-01"])
    ]
    listings = Listings([edition_of("orders", both, under=(ORDERS,))])

    (hit,) = listings.judged((), {"product_description": "RBD palm olein"}, AS_OF)

    assert hit.entry == "ORDERS:1"


def test_goods_alone_are_not_told_beside_the_producer() -> None:
    listings = Listings(
        [
            edition_of(
                "orders",
                [Listed(key="1", name="Palm Bhd", line=1, goods=("palm oil",))],
                under=(ORDERS,),
            )
        ]
    )
    hit = hit_on("ORDERS:1")

    judged = listings.judged([hit], {"product_description": "palm oil"}, AS_OF)

    assert [one.listing.leg for one in judged if one.listing] == ["party"]


def test_numbers_of_hits_go_on_behind_those_of_names(imported: Listings) -> None:
    values = {"country_of_origin": "MW", "material_origin": "MW", "product_description": "tobacco"}

    ids = [hit.id for hit in imported.judged((), values, AS_OF)]

    assert ids == [f"h{number}" for number in itertools.islice(itertools.count(1), len(ids))]
    assert len(ids) == 2
