"""A name that others bear as well is no match of parties where the record says another is meant."""

import pytest
from msgspec.structs import replace

from screener.match.catalogue import is_of_the_dprk
from screener.match.namesakes import is_shared, is_slight, lies_elsewhere
from screener.model.listing import Alias, Entry, Kind
from screener.model.record import Record
from screener.pipeline import Screener

BUSAN = {"supplier_city": "Busan", "supplier_country": "KR"}


def roles(screener: Screener, **row: str) -> dict[str, str | None]:
    """Return the role of each listed party that a line with these columns hits."""
    screening = screener.screen(Record(line_id="1", product_description="wall paint", **row))
    return {hit.entry: hit.role for hit in screening.hits if hit.kind == "listing"}


@pytest.mark.parametrize(
    ("row", "role"),
    [
        ({"supplier_name": "Kim Kwang Il"}, "party"),
        ({"supplier_name": "Kim Kwang Il", "supplier_country": "KP"}, "party"),
        ({"supplier_name": "Kim Kwang Il", "supplier_country": "CN"}, "party"),
        ({"supplier_name": "Kim Kwang Il", **BUSAN}, "mention"),
        ({"supplier_name": "Kim Kwang Il", "supplier_country": "US"}, "mention"),
        # The columns of another party say nothing of this one.
        ({"supplier_name": "Kim Kwang Il", "manufacturer_country": "KR"}, "party"),
    ],
)
def test_person_of_another_country_is_a_namesake(
    row: dict[str, str], role: str, screener: Screener
) -> None:
    assert roles(screener, **row)["UN-1718:KPi.009"] == role


@pytest.mark.parametrize(
    ("programme", "shared"), [("DPRK3", True), ("DPRK", True), ("SDGT", False)]
)
def test_persons_of_the_dprk_alone_have_shared_names(*, programme: str, shared: bool) -> None:
    person = Entry(
        id="L:1", list="l", kind=Kind.LISTING, name="A B", person=True, country="CN",
        programmes=(programme,), aliases=(),
    )  # fmt: skip

    assert is_shared(person) is shared
    assert lies_elsewhere(person, ["KP"]) is False
    assert lies_elsewhere(person, ["RU"]) is not shared
    assert lies_elsewhere(replace(person, addresses=("Hanoi, Vietnam",)), ["VN"]) is False
    assert is_shared(replace(person, note="risk: North Korea Sanctions Regulations"))
    assert not is_shared(replace(person, person=False))
    assert lies_elsewhere(replace(person, country=None), ["BR"]) is False


@pytest.mark.parametrize(
    ("cell", "slight"),
    [
        ("Casual Wear Ltd", True),
        ("Casual Wear LLC", False),
        ("Casual Wear L.L.C.", False),
        ("Casual Wear", True),
    ],
)
def test_everyday_words_in_another_legal_form_say_little(*, cell: str, slight: bool) -> None:
    alias = Alias(text="Casual Wear LLC", script="latn")
    entry = Entry(id="L:1", list="l", kind=Kind.LISTING, name=alias.text, country="JO", aliases=())
    trade = frozenset({"casual", "wear"})

    assert is_slight(entry, alias, cell, cell, trade) is slight
    assert not is_slight(replace(entry, country="KP"), alias, cell, cell, trade)
    assert not is_slight(entry, alias, cell, cell, frozenset({"casual"}))


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"supplier_name": "Ministry of Defence", "supplier_country": "KP"}, "party"),
        ({"supplier_name": "Ministry of Defence"}, "mention"),
        ({"consignee_name": "MINISTRY OF DEFENSE"}, "mention"),
        ({"supplier_name": "Ministry of Defence", "supplier_country": "GB"}, None),
    ],
)
def test_body_of_everyday_words_needs_its_country(
    row: dict[str, str], found: str | None, screener: Screener
) -> None:
    assert roles(screener, **row).get("UN-1718:KPe.054") == found


def test_body_that_names_its_country_needs_no_other_word_of_it(screener: Screener) -> None:
    found = roles(screener, supplier_name="Korea Trading Bank")

    assert found["UN-1718:KPe.047"] == "party"


@pytest.mark.parametrize(
    ("row", "role"),
    [
        ({"supplier_name": "Apex Microelectronics", "supplier_country": "CN"}, "party"),
        ({"supplier_name": "Apex Microelectronics", "supplier_country": "HK"}, "party"),
        ({"supplier_name": "Apex Microelectronics"}, "party"),
        ({"supplier_name": "Apex Microelectronics", "supplier_country": "US"}, "mention"),
        ({"supplier_name": "Zhuhai Apex Microelectronics", "supplier_country": "US"}, "party"),
    ],
)
def test_name_without_its_city_is_another_firm_abroad(
    row: dict[str, str], role: str, screener: Screener
) -> None:
    entry = "UFLPA-SAMPLE:ZHUHAI-APEX-MICROELECTRONICS-CO-LTD"

    assert roles(screener, **row)[entry] == role


@pytest.mark.parametrize(
    ("row", "entry", "found"),
    [
        ({"supplier_name": "Tangun Trading Corporation"}, "KPe.008", "party"),
        ({"supplier_name": "Gwangson Banking", "supplier_country": "CN"}, "KPe.025", "party"),
        ({"supplier_name": "Tangun Trading", "supplier_country": "DE"}, "KPe.008", "mention"),
        ({"supplier_name": "Tangun Trading", "supplier_country": "KR"}, "KPe.008", None),
        ({"supplier_name": "Korea Tangun Trading", "supplier_country": "DE"}, "KPe.008", "party"),
        ({"supplier_name": "Complex Equipment Import"}, "KPe.019", "party"),
        ({"supplier_name": "Complex Equipment Import", "supplier_country": "DE"}, "KPe.019", "mention"),
        ({"supplier_name": "Mining Development Trading"}, "KPe.001", None),
    ],
)  # fmt: skip
def test_korean_name_without_its_country_is_found_where_no_other_country_is_stated(
    row: dict[str, str], entry: str, found: str | None, screener: Screener
) -> None:
    assert roles(screener, **row).get(f"UN-1718:{entry}") == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Casual Wear Apparel LLC", True),
        ("Casual Wear Apparel L.L.C.", True),
        ("Casual Wear Apparel Ltd", False),
        ("Casual Wear Apparel", False),
    ],
)
def test_name_of_everyday_words_is_found_as_written(
    name: str, *, found: bool, screener: Screener
) -> None:
    assert ("CBP-WRO:WRO080" in roles(screener, supplier_name=name)) is found


def test_maker_of_everyday_words_is_found_in_notes(screener: Screener) -> None:
    found = roles(screener, notes="made by Casual Wear Apparel LLC")

    assert found == {"CBP-WRO:WRO080": "site"}


NAMHUNG = "UN-1718:KPe.004"
YASHENG = "UFLPA-SAMPLE:GANSU-YASHENG-INTERNATIONAL-TRADING-CO-LTD"


@pytest.mark.parametrize(
    ("row", "entry", "role"),
    [
        ({"supplier_name": "KOREA NAMHUNG TRADING CORP"}, NAMHUNG, "party"),
        ({"supplier_name": "조선남흥무역회사"}, NAMHUNG, "party"),
        ({"supplier_name": "KOREA NAMHUNG TRADING CORP", **BUSAN}, NAMHUNG, None),
        ({"supplier_name": "KOREA NAMHUNG TRADING", "supplier_country": "US"}, NAMHUNG, "mention"),
        ({"supplier_name": "China Namhung Trading Corp"}, NAMHUNG, None),
        ({"supplier_name": "Korea Namhung Foods Trading Corp"}, NAMHUNG, None),
        ({"supplier_name": "Yasheng International Trade"}, YASHENG, "party"),
        ({"supplier_name": "Lanzhou Yasheng International Trade"}, YASHENG, "party"),
        ({"supplier_name": "Ningbo Yasheng International Trade"}, YASHENG, "mention"),
        ({"supplier_name": "Ningbo Port Agency of Yasheng International Trade"}, YASHENG, "party"),
    ],
)
def test_a_place_before_the_name_tells_whose_it_is(
    row: dict[str, str], entry: str, role: str | None, screener: Screener
) -> None:
    assert roles(screener, **row).get(entry) == role


def test_a_body_that_its_list_places_nowhere_is_of_the_programme_it_is_listed_under() -> None:
    body = Entry(id="L:1", list="l", kind=Kind.LISTING, name="Korea Tangun", aliases=())

    assert [is_of_the_dprk(one) for one in (body, replace(body, regime="KP"))] == [False, True]
    assert not is_of_the_dprk(replace(body, country="CN", regime="KP"))
