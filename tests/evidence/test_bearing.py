"""What sentences say of the day of a record beside a listing or a law."""

import pytest
from msgspec.structs import replace

from screener.evidence.bearing import legs, not_yet
from screener.match.listing_days import record_day
from screener.match.listings import Listings
from screener.model.listing import ORDERS
from screener.model.record import Record
from screener.pipeline import Screener
from tests.lists.published.layouts import csv_bytes
from tests.lists.readers.files import read
from tests.match.written_editions import edition_of, hit_on

AS_OF = "2026-11-25"
HEADINGS = ("Effective Date", "Entity", "Merchandise", "Status", "Remarks")
ROWS = {
    "active": ("05/01/2020", "Azul Garment Co., Ltd.", "Garments", "Active", ""),
    "a month": ("2021-10", "Azul Garment Co., Ltd.", "Garments", "Active", ""),
    "no day": ("", "Azul Garment Co., Ltd.", "Garments", "Active", ""),
    "silent": ("05/01/2020", "Azul Garment Co., Ltd.", "Garments", "Inactive", ""),
    "revoked": ("05/01/2020", "Azul Garment Co., Ltd.", "Garments", "Revoked", "Revoked on March 20, 2022"),
    "modified": ("05/01/2020", "Azul Garment Co., Ltd.", "Garments", "Modified", "Modified on March 20, 2022"),
    "silently modified": ("05/01/2020", "Azul Garment Co., Ltd.", "Garments", "Partially Active", ""),
}  # fmt: skip
SAID = {
    "applies": ("active", {"ship_date": "2021-01-01"}, "listed 2020-05-01, applies on 2021-01-01"),
    "no day of listing": (
        "no day", {"ship_date": "2021-01-01"},
        "; taken to apply on 2021-01-01, as the list states no day of listing",
    ),
    "a month of listing, the record in it": (
        "a month", {"ship_date": "2021-10-15"},
        "listed 2021-10 without a day, taken to apply on 2021-10-15",
    ),
    "a month of listing, the record behind it": (
        "a month", {"ship_date": "2021-11-01"}, "listed 2021-10, applies on 2021-11-01",
    ),
    "no date": ("active", {}, "applies on 2026-11-25 (the record states no day)"),
    "no date that can be read": (
        "active", {"doc_date": "TBD"}, "applies on 2026-11-25 (no day can be read in the record)",
    ),
    "two readings, both within": (
        "active", {"ship_date": "03/04/2021"},
        "applies on “03/04/2021” (2021-03-04 to 2021-04-03)",
    ),
    "before": (
        "active", {"ship_date": "2020-04-30"},
        "would have applied from 2020-05-01; the record is of 2020-04-30",
    ),
    "before what has ended since": (
        "revoked", {"ship_date": "2020-04"},
        ("would have applied from 2020-05-01 until 2022-03-20; "
        "the record is of “2020-04” (2020-04-01 to 2020-04-30)"),
    ),
    "ended": (
        "revoked", {"ship_date": "2022-03-20"}, "no longer applies on 2022-03-20: ended 2022-03-20",
    ),
    "about the end": (
        "revoked", {"ship_date": "03/04/2022"},
        ("whether it applied on “03/04/2022” (2022-03-04 to 2022-04-03) is to be checked: "
        "listed 2020-05-01, ended 2022-03-20"),
    ),
    "ended silently": (
        "silent", {},
        ("no longer applies on 2026-11-25 (the record states no day): "
        "ended on a day that the list does not state"),
    ),
    "before what has ended silently since": (
        "silent", {"ship_date": "2020-04-30"},
        ("would have applied from 2020-05-01 until a day that the list does not state; "
        "the record is of 2020-04-30"),
    ),
    "perhaps ended": (
        "silent", {"ship_date": "2021-01-01"},
        ("whether it applied on 2021-01-01 is to be checked: "
        "listed 2020-05-01, ended on a day that the list does not state"),
    ),
    "before a change": (
        "modified", {"ship_date": "2021"},
        "applies on “2021” (2021-01-01 to 2021-12-31), before its change of 2022-03-20",
    ),
    "since a change": (
        "modified", {"ship_date": "2022-03-20"}, "applies on 2022-03-20, as changed 2022-03-20",
    ),
    "about a change": (
        "modified", {"ship_date": "2022"},
        "changed 2022-03-20, which may be before or after the record",
    ),
    "changed silently": (
        "silently modified", {"ship_date": "2022-01-01"},
        "applies on 2022-01-01, changed on a day that the list does not state",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_sentence_tells_the_day_and_what_is_known_of_the_listing(name: str) -> None:
    row, values, said = SAID[name]
    edition = edition_of(
        "orders", read("cbp-csv", csv_bytes([HEADINGS, ROWS[row]])), under=(ORDERS,)
    )
    (entry,) = edition.entries
    (judged,) = Listings([edition]).judged((hit_on(entry.id),), values, AS_OF)

    assert judged.listing is not None
    assert said in legs(judged.listing, entry, values)


@pytest.mark.parametrize(
    ("goods", "said"),
    [
        ("garments", "of the kind that {} (Garments)"),
        ("red bricks", "not known to be of the kind that {} (Garments)"),
        ("", "no kind of goods is stated; {} Garments"),
    ],
)
def test_goods_of_ours_are_not_told_as_those_of_the_list(goods: str, said: str) -> None:
    edition = edition_of(
        "orders", read("cbp-csv", csv_bytes([HEADINGS, ROWS["active"]])), under=(ORDERS,)
    )
    (entry,) = edition.entries
    values = {"product_description": goods} if goods else {}
    (judged,) = Listings([edition]).judged((hit_on(entry.id),), values, AS_OF)

    assert judged.listing is not None
    assert said.format("the entry names") in legs(judged.listing, entry, values)
    ours = legs(judged.listing, replace(entry, goods_ours=True), values)
    assert said.format("by general knowledge, not by this list, the order names") in ours


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2022-06-21", ""),
        ("2022-06-20", "would have applied from 2022-06-21; the record is of 2022-06-20."),
        ("June 2022", "whether it did on “June 2022” (2022-06-01 to 2022-06-30) is to be checked."),
        ("", ""),
    ],
)
def test_law_of_a_later_day_is_told_with_the_day(screener: Screener, day: str, said: str) -> None:
    values = {"supplier_city": "Urumqi", "supplier_country": "CN"} | (
        {"ship_date": day} if day else {}
    )
    law = screener.register.provisions["uflpa"]

    told = not_yet([law], record_day(values, AS_OF), values)
    record = Record.model_validate({"line_id": "1", "supplier_name": "Ruian Light Works", **values})
    (reason,) = [
        one
        for one in screener.screen(record, as_of=AS_OF).reasons
        if one.rule == "location.xinjiang-site"
    ]

    assert told.endswith(said)
    assert bool(told) is bool(said)
    assert reason.sentence.endswith(said or "its presumption is to be answered before entry.")
