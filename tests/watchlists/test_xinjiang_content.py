"""Places of Xinjiang: each spelling is found in an address there, none where it means no place."""

from pathlib import Path

import pytest

from screener.lists.edition import read_edition
from screener.model.listing import Alias
from screener.model.record import Record
from screener.pipeline import Screener

LIST = Path(__file__).parent.parent.parent / "watchlists" / "xinjiang-places"
ENTRIES = read_edition(LIST).entries
SHARED = "P-XJ-SHARED-NAMES"
CROPS = "P-XJ-CROP-NAMES"
MATERIAL = "S-XJ-MATERIAL"
ALIASES = [
    (entry.id, alias)
    for entry in ENTRIES
    if entry.id not in (SHARED, CROPS)
    for alias in entry.aliases
    if not alias.alone and (entry.id, alias.ambiguity) != (MATERIAL, "A1")
]
assert ALIASES, "no spelling of a place"
CODES = [
    (one.id, alias) for one in ENTRIES if one.id != SHARED for alias in one.aliases if alias.alone
]
assert CODES, "no code of a port or a province"
CROP_NAMES = [one.text for entry in ENTRIES if entry.id == CROPS for one in entry.aliases]
assert CROP_NAMES, "no name beside crops"
MATERIALS = [
    alias
    for entry in ENTRIES
    if entry.id == MATERIAL
    for alias in entry.aliases
    if alias.ambiguity == "A1"
]
assert MATERIALS, "no word for material"
SHARED_NAMES = [one.text for entry in ENTRIES if entry.id == SHARED for one in entry.aliases]
assert SHARED_NAMES, "no name that others share"


def found(screener: Screener, **values: str) -> set[str]:
    """Return the places of Xinjiang found in a record."""
    screening = screener.screen(Record.model_validate({"line_id": "1", **values}))
    return {hit.entry for hit in screening.hits if hit.list == "xinjiang-places"}


@pytest.mark.parametrize(("entry", "alias"), ALIASES, ids=[alias.text for _, alias in ALIASES])
def test_every_spelling_is_found_in_an_address_of_the_region(
    screener: Screener, entry: str, alias: object
) -> None:
    text = getattr(alias, "text", "")

    hits = found(screener, manufacturer_address=f"8 Bei Road, {text}, Xinjiang, China")

    assert entry in hits


@pytest.mark.parametrize("word", MATERIALS, ids=[alias.text for alias in MATERIALS])
def test_material_is_of_the_region_beside_a_place_there_alone(
    screener: Screener, word: Alias
) -> None:
    beside = "면화" if word.text == "신장산" else "新疆"
    notes = (f"{word.text} {beside}", word.text, f"{word.text} 山东, 8 boxes. Sent via {beside}")

    said = [MATERIAL in found(screener, notes=text) for text in notes]

    assert said == [True, False, False]


@pytest.mark.parametrize(("entry", "code"), CODES, ids=[code.text for _, code in CODES])
def test_every_code_is_found_in_its_columns_and_in_no_address(
    screener: Screener, entry: str, code: Alias
) -> None:
    country = {"supplier_country": "CN", "manufacturer_country": "CN"}

    hits = {column: found(screener, **country, **{column: code.text}) for column in code.fields}

    assert all(entry in several for several in hits.values())
    assert found(screener, **country, supplier_city=code.text) == set()


@pytest.mark.parametrize(
    "values",
    [
        {"product_description": "Hami melon seeds, roasted"},
        {"place_of_receipt": "Alashankou"},
        {"supplier_city": "Hetian", "supplier_country": "JP"},
        {"supplier_city": "Kashi", "supplier_country": "IN"},
        {"supplier_city": "Kashi"},
        {"supplier_city": "Aksu", "supplier_country": "TR"},
        {"supplier_city": "Hetian", "supplier_province": "Fujian", "supplier_country": "CN"},
        {"supplier_name": "Yili Dairy", "supplier_country": "CN"},
        {"supplier_address": "9 Moyu Road, Shanghai", "supplier_country": "CN"},
        {"supplier_address": "武汉市武昌吉庆街8号", "supplier_country": "CN"},
        {"supplier_address": "广州芳村茶叶城B座", "supplier_country": "CN"},
        {"supplier_address": "位于田林路100号", "supplier_country": "CN"},
        {"supplier_address": "乌苏里江街5号", "supplier_country": "CN"},
        {"supplier_address": "上海市昌吉东路15号", "supplier_country": "CN"},
        {"supplier_address": "西安市和硕大厦", "supplier_country": "CN"},
        {"supplier_address": "深圳市宝安区福海街道", "supplier_country": "CN"},
        {"supplier_address": "福海街道办", "supplier_country": "CN"},
        {"supplier_city": "和田", "supplier_country": "JP"},
        {"supplier_name": "和硕联合科技股份有限公司", "supplier_country": "TW"},
        {"supplier_postcode": "834001", "supplier_country": "IN"},
        {"supplier_postcode": "84120", "supplier_country": "US"},
    ],
)
def test_other_things_of_the_same_name_are_no_hits(
    screener: Screener, values: dict[str, str]
) -> None:
    assert found(screener, **values) == set()


@pytest.mark.parametrize("postcode", ["830011", "843000"])
def test_postcodes_of_the_region_are_a_hit_in_china(screener: Screener, postcode: str) -> None:
    assert found(screener, supplier_postcode=postcode, supplier_country="CN") == {"P-XJ"}


@pytest.mark.parametrize(
    "values",
    [
        {"supplier_city": "泽普"},
        {"supplier_city": "若羌"},
        {"manufacturer_city": "和田", "supplier_country": "CN", "manufacturer_country": "CN"},
        {"supplier_city": "巴格其镇"},
        {"supplier_address": "泽普工业园"},
        {"supplier_address": "和硕工业园", "supplier_country": "CN"},
        {"supplier_address": "新源县"},
        {"supplier_address": "喀什深圳市产业园"},
        {"supplier_address": "喀什市深圳产业园"},
    ],
)
def test_counties_and_towns_are_found_by_their_short_names(
    screener: Screener, values: dict[str, str]
) -> None:
    assert found(screener, **values)


@pytest.mark.parametrize("name", SHARED_NAMES)
def test_name_that_others_share_is_a_city_of_the_region_with_china_beside_it(
    screener: Screener, name: str
) -> None:
    assert SHARED in found(screener, manufacturer_city=name, manufacturer_country="CN")


@pytest.mark.parametrize("name", CROP_NAMES)
def test_name_that_others_share_is_the_region_beside_its_crops(
    name: str, screener: Screener
) -> None:
    beside, alone = f"cotton from {name}", f"towels from {name}"
    if not name.isascii():
        beside, alone = f"棉花 {name}", f"毛巾 {name}"

    assert CROPS in found(screener, product_description=beside)
    assert CROPS not in found(screener, product_description=alone)
    assert CROPS not in found(screener, product_description=beside, country_of_origin="TR")
