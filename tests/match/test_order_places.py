"""Orders on a part of a country are met by the places in it, wherever a record tells of them."""

import pytest

from screener.factory import load_editions
from screener.match.listings import Listings
from screener.model.columns import columns_of
from screener.model.listing import ORDERS, Edition
from screener.model.record import Record
from screener.pipeline import Screener
from tests.lists.published.layouts import csv_bytes
from tests.lists.readers.files import read
from tests.match.written_editions import edition_of

XUAR = "CBP-WRO:WRO005"
HEADINGS = ("Effective Date", "Country", "Entity", "Merchandise", "Status", "Remarks")


def legs(screener: Screener, **values: str) -> list[tuple[str, str, str, str]]:
    screening = screener.screen(Record(line_id="1", **values))
    return [
        (hit.field, hit.text, hit.listing.leg, hit.listing.goods)
        for hit in screening.hits
        if hit.entry == XUAR and hit.listing is not None
    ]


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("manufacturer_city", "Korla", "Korla"),
        ("manufacturer_address", "8 Renmin Road, Aksu, Xinjiang", "Aksu"),
        ("supplier_city", "阿克苏", "阿克苏"),
        ("supplier_province", "XUAR", "XUAR"),
        ("supplier_address", "新疆石河子市北一路3号", "新疆"),
        ("shipper_address", "Shihezi, China", "Shihezi"),
        ("supplier_country", "Xinjiang, China", "Xinjiang"),
        ("country_of_origin", "CN-XJ", "CN-XJ"),
        ("material_origin", "Kashgar", "Kashgar"),
        ("port_of_lading", "Urumqi", "Urumqi"),
        ("notes", "our supplier in Urumqi confirms the date", "Urumqi"),
    ],
)
def test_place_in_the_region_is_its_leg(
    screener: Screener, column: str, text: str, said: str
) -> None:
    values = {column: text}

    assert legs(screener, product_description="cotton yarn", **values) == [
        (column, said, "region", "named")
    ]
    assert legs(screener, product_description="wall paint", **values) == [
        (column, said, "region", "other")
    ]


def test_postcode_in_the_region_is_its_leg(screener: Screener) -> None:
    values = {"product_description": "cotton yarn", "manufacturer_country": "CN"}

    assert legs(screener, **values, manufacturer_postcode="832000") == [
        ("manufacturer_postcode", "832000", "region", "named")
    ]


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("supplier_name", "Xinjiang Sun Trading"),
        ("consignee_address", "Korla, China"),
        ("notes", "shipped via Urumqi by rail"),
        ("notes", "no cotton of Xinjiang"),
        ("notes", "sold to Xinjiang"),
        ("notes", "Is it from Korla?"),
        ("supplier_address", "Urumqi Middle Road 12, Shanghai"),
    ],
)
def test_place_that_goods_do_not_come_from_is_no_leg(
    screener: Screener, column: str, text: str
) -> None:
    values = {"product_description": "cotton yarn", column: text}

    assert "region" not in [leg for _, _, leg, _ in legs(screener, **values)]


@pytest.mark.parametrize(
    "notes", ["raw cotton grown in Shihezi", "棉花产自阿克苏", "Xinjiang cotton"]
)
def test_goods_beside_the_place_are_the_other_leg(screener: Screener, notes: str) -> None:
    assert legs(screener, product_description="towels", notes=notes) == [
        ("notes", notes.removeprefix("raw "), "region", "named")
    ]


def test_rows_of_a_batch_are_told_apart_by_goods_days_and_words(screener: Screener) -> None:
    rows = [
        {"product_description": goods, "ship_date": day, **where}
        for goods in ("cotton yarn", "wall paint", "towels")
        for day in ("2020-10-31", "2026-01-01")
        for where in (
            {"manufacturer_city": "Korla"},
            {"notes": "grown in Shihezi of cotton"},
            {"notes": "cotton from Shihezi lot 1"},
            {"notes": "copper from Shihezi lot 1"},
        )
    ]

    together = screener.screen_columns(
        columns_of(rows, screener.record_fields), [str(at) for at in range(len(rows))]
    )

    for at, row in enumerate(rows):
        alone = screener.screen(Record.model_validate({"line_id": str(at), **row}))
        assert together.screening(at) == alone
        assert together.tier(at) == alone.tier


def test_imported_order_on_a_region_is_met_by_its_places(screener: Screener) -> None:
    row = ("01/13/2021", "China", "Xinjiang Uyghur Autonomous Region", "Cotton", "Active", "")
    imported: Edition = edition_of(
        "cbp-orders", read("cbp-csv", csv_bytes([HEADINGS, row])), under=(ORDERS,)
    )
    places = [one for one in load_editions() if one.id == "xinjiang-places"]
    values = {"product_description": "cotton yarn", "manufacturer_city": "Korla"}
    found = screener.screen(Record.model_validate({"line_id": "1", **values})).hits

    judged = Listings([*places, imported]).judged(
        [hit for hit in found if hit.kind == "place"], values, "2026-11-27"
    )

    assert [(hit.field, hit.text, hit.listing.goods) for hit in judged if hit.listing] == [
        ("manufacturer_city", "Korla", "named")
    ]
