"""Every order of the shipped sample by its legs and its days: gate G5 of the domain file."""

from datetime import date, timedelta

import pytest

from screener.factory import load_editions
from screener.match.goods_named import goods_named, narrow
from screener.model.hit import Listing
from screener.model.listing import ORDERS, Alias, Edition, Entry, Kind
from screener.model.record import Record
from screener.model.screening import Screening
from screener.pipeline import Screener

AS_OF = "2026-11-25"
PAINT = {"product_description": "wall paint", "hs_code": "3209.10"}
NOBODY = {"supplier_name": "Ruian Light Works", "country_of_origin": "TR", "material_origin": "TR"}

LISTS: tuple[Edition, ...] = tuple(one for one in load_editions() if ORDERS in one.under)
ENTRIES = [entry for edition in LISTS for entry in edition.entries if entry.kind is Kind.LISTING]
PARTIES = [entry for entry in ENTRIES if entry.aliases]
REGIONS = [entry for entry in ENTRIES if not entry.aliases and not entry.admin and entry.goods]
GOODS = [entry for entry in ENTRIES if entry.goods]
SPECIFIC = [one for one in GOODS if any(narrow(goods_named(one.goods)))]
BROAD = [one for one in GOODS if one not in SPECIFIC]
assert len(PARTIES) > 70, "no orders on parties"
assert len(REGIONS) == 4, "not the orders on a country's goods"
assert SPECIFIC, "no order names goods"
assert BROAD, "no order names a whole class of goods"


def by_id(entries: list[Entry]) -> list[object]:
    return [
        pytest.param(entry, id=f"{entry.id.partition(':')[2]} {entry.name}") for entry in entries
    ]


def named(entry: Entry) -> dict[str, str]:
    """Return a record's columns that name the party of an order as its lists do."""
    best = min(entry.aliases, key=lambda one: (one.ambiguity, bool(one.fields)))
    column = "vessel" if _is_ship(entry.aliases) else "supplier_name"
    name = (
        next(one.text for one in entry.aliases if one.fields == ("vessel",))
        if column == "vessel"
        else best.text
    )
    where = {"supplier_country": entry.country} if entry.country else {}
    return NOBODY | where | {column: name}


def _is_ship(aliases: tuple[Alias, ...]) -> bool:
    return any(one.fields == ("vessel",) for one in aliases)


def stated(entry: Entry) -> dict[str, str]:
    """Return the goods that an order names, in its own words; paint where it names none."""
    return {"product_description": entry.goods[0]} if entry.goods else PAINT


def day_in(entry: Entry) -> str:
    """Return a day on which an order applied: the last before its end, else the day of the test."""
    if entry.ended_on is None:
        return AS_OF
    return (date.fromisoformat(entry.ended_on) - timedelta(days=1)).isoformat()


def day_before(entry: Entry) -> str:
    first = f"{entry.listed_on}-01-01"[:10] if len(entry.listed_on or "") < 10 else entry.listed_on
    return (date.fromisoformat(str(first)) - timedelta(days=1)).isoformat()


def screened(screener: Screener, values: dict[str, str]) -> Screening:
    return screener.screen(Record.model_validate({"line_id": "1", **values}), as_of=AS_OF)


def bearing(screening: Screening, entry: Entry) -> Listing:
    """Return how the order bears on the record; every hit on it says the same."""
    (one,) = {hit.listing for hit in screening.hits if hit.entry == entry.id}
    assert one is not None
    return one


def told(screening: Screening) -> str:
    return " ".join(one.sentence for one in screening.reasons if one.family == "list_match")


def highest(screening: Screening, entry: Entry) -> str | None:
    """Return the highest floor that an order sets; some parties stand on another list, too."""
    of_order = {hit.id for hit in screening.hits if hit.entry == entry.id}
    floors = [one.floor for one in screening.reasons if of_order & {*one.hits} and one.floor]
    return max(floors, default=None)


@pytest.mark.parametrize("entry", by_id(PARTIES))
def test_goods_and_producer_hold_the_line(screener: Screener, entry: Entry) -> None:
    values = named(entry) | stated(entry) | {"ship_date": day_in(entry)}

    screening = screened(screener, values)

    assert screening.tier == "T3"
    assert bearing(screening, entry).goods in ("named", "untold")
    assert "applies on" in told(screening) or "taken to apply on" in told(screening)


@pytest.mark.parametrize("entry", by_id(PARTIES))
def test_producer_alone_is_reviewed_and_an_order_of_no_goods_covers_all(
    screener: Screener, entry: Entry
) -> None:
    values = named(entry) | PAINT | {"ship_date": day_in(entry)}

    screening = screened(screener, values)

    assert highest(screening, entry) == ("T2" if entry.goods else "T3")
    assert ("not known to be of the kind that the entry names" in told(screening)) is bool(
        entry.goods
    )
    assert ("this list does not state which goods the order names" in told(screening)) is not bool(
        entry.goods
    )


@pytest.mark.parametrize("entry", by_id([one for one in PARTIES if one.listed_on]))
def test_party_before_its_order_is_told_from_when_it_would_have_applied(
    screener: Screener, entry: Entry
) -> None:
    values = named(entry) | stated(entry) | {"ship_date": day_before(entry)}

    screening = screened(screener, values)

    assert highest(screening, entry) == "T2"
    assert bearing(screening, entry).time == "before"
    assert f"would have applied from {entry.listed_on}" in told(screening)


@pytest.mark.parametrize("entry", by_id([one for one in ENTRIES if one.ended_on]))
@pytest.mark.parametrize("column", ["ship_date", "doc_date", None])
def test_order_that_ended_notes_its_day_and_no_more(
    screener: Screener, entry: Entry, column: str | None
) -> None:
    values = named(entry) | stated(entry) | ({column: str(entry.ended_on)} if column else {})

    screening = screened(screener, values)

    assert screening.tier == "T1"
    assert f"ended {entry.ended_on}" in told(screening)


@pytest.mark.parametrize("entry", by_id(REGIONS))
@pytest.mark.parametrize("column", ["country_of_origin", "material_origin"])
def test_goods_and_region_hold_the_line(screener: Screener, entry: Entry, column: str) -> None:
    screening = screened(screener, NOBODY | stated(entry) | {column: str(entry.country)})

    assert screening.tier == "T3"
    assert bearing(screening, entry).leg == "region"
    said = "Region: named, or a place in it" if entry.admin else f"Region: {entry.country} stated"
    assert said in told(screening)
    assert "(the record states no day)" in told(screening)


@pytest.mark.parametrize("entry", by_id(REGIONS))
def test_goods_and_region_hold_the_line_from_the_day_of_the_order_on(
    screener: Screener, entry: Entry
) -> None:
    values = NOBODY | stated(entry) | {"country_of_origin": str(entry.country)}

    before = screened(screener, values | {"ship_date": day_before(entry)})
    on_it = screened(screener, values | {"ship_date": str(entry.listed_on)})
    between = screened(
        screener, values | {"ship_date": day_before(entry), "doc_date": str(entry.listed_on)}
    )

    assert [before.tier, on_it.tier, between.tier] == ["T1", "T3", "T3"]
    assert f"would have applied from {entry.listed_on}" in told(before)


@pytest.mark.parametrize("entry", by_id(REGIONS))
@pytest.mark.parametrize("goods", [PAINT, {}], ids=["other goods", "no goods"])
def test_region_alone_is_noted(screener: Screener, entry: Entry, goods: dict[str, str]) -> None:
    values = NOBODY | goods | {"country_of_origin": str(entry.country)}

    screening = screened(screener, values)
    before = screened(screener, values | {"ship_date": day_before(entry)})

    assert screening.tier == "T1"
    assert entry.name.rstrip(".") in told(screening)
    assert told(before) == ""


@pytest.mark.parametrize("entry", by_id(SPECIFIC))
def test_goods_alone_are_noted_with_the_leg_that_is_missing(
    screener: Screener, entry: Entry
) -> None:
    screening = screened(screener, NOBODY | stated(entry))

    assert screening.tier == "T1"
    assert "Party or region: not found; goods: the goods stated are of the kind" in told(screening)


@pytest.mark.parametrize("entry", by_id(BROAD))
def test_whole_classes_of_goods_alone_say_nothing(screener: Screener, entry: Entry) -> None:
    screening = screened(screener, NOBODY | stated(entry))

    assert told(screening) == ""


@pytest.mark.parametrize("entry", by_id(SPECIFIC))
def test_goods_alone_before_every_order_say_nothing(screener: Screener, entry: Entry) -> None:
    screening = screened(screener, NOBODY | stated(entry) | {"ship_date": "1985-01-01"})

    assert not [
        hit
        for hit in screening.hits
        if hit.listing and hit.listing.time == "applies" and hit.listing.listed_on
    ]


def test_words_that_mean_the_goods_are_shown_where_they_stand(screener: Screener) -> None:
    text = "120 bags of raw tobacco, cured"

    (hit,) = [
        hit
        for hit in screened(screener, NOBODY | {"product_description": text}).hits
        if hit.listing and hit.listing.leg == "goods"
    ]

    assert (hit.field, hit.text) == ("product_description", "tobacco")
    assert text[hit.start : hit.end] == hit.text


def test_pair_on_the_list_of_goods_is_named(screener: Screener) -> None:
    values = {"product_description": "red bricks", "country_of_origin": "IN"}

    (reason,) = [
        one for one in screened(screener, values).reasons if one.rule == "product.dol-listed"
    ]

    assert "Country and goods stand together on the DOL list: Bricks (India)." in reason.sentence
