"""Ships of imported lists: found by name and by IMO number in the column of the vessel alone."""

import pytest

from screener.factory import load_fields
from screener.index.names import NameIndex
from screener.lists.listed import Listed
from screener.match.catalogue import Catalogue
from screener.match.matcher import Matcher, names_of
from tests.match.written_editions import edition_of

SHIPS = [
    Listed(key="1", name="WHITE PETREL", line=1, kind="vessel", identifiers=("IMO 7406784",)),
    Listed(key="2", name="Cormorant", line=2, kind="vessel", identifiers=("Vessel ID IMO9187629",)),
    Listed(key="4", name="Zhen Fa 7", line=4, kind="vessel"),
    Listed(key="5", name="Hangton No. 112", line=5, kind="vessel"),
    Listed(key="3", name="Marabout Foods", line=3, identifiers=("IMO 7406785",)),
]


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    catalogue = Catalogue((edition_of("ships", SHIPS),))
    return Matcher(catalogue, NameIndex.build(names_of(catalogue), ()), load_fields())


@pytest.mark.parametrize(
    ("field", "text", "found"),
    [
        ("vessel", "White Petrel V.023E", {0}),
        ("vessel", "MV OCEAN STAR, IMO 7406784", {0}),
        ("vessel", "OCEAN STAR IMO7406784", {0}),
        ("vessel", "OCEAN STAR (IMO: 9187629)", {1}),
        ("vessel", "OCEAN STAR 7406784", {0}),
        ("vessel", "OCEAN STAR 74067840", set()),
        ("vessel", "IMO 7406785", set()),
        ("notes", "booking IMO 7406784", set()),
        ("vessel", "WHITE PETREL 023", {0}),
        ("vessel", "WHITE PETREL 8", set()),
        ("vessel", "WHITE PETREL NO.8", set()),
        ("vessel", "FV ZHEN FA NO.7 V.023E", {2}),
        ("vessel", "ZHENFA 7号", {2}),
        ("vessel", "ZHEN FA 07", {2}),
        ("vessel", "Zhen Fa VII", {2}),
        ("vessel", "ZHEN FA 7 12", {2}),
        ("vessel", "ZHEN FA NO.8", set()),
        ("vessel", "ZHEN FA 17", set()),
        ("vessel", "ZHEN FA 78", set()),
        ("vessel", "ZHEN FA", set()),
        ("vessel", "ZHEN FA VIII", set()),
        ("vessel", "HANGTON 112", {3}),
        ("vessel", "F/V HANGTON NO112", {3}),
        ("vessel", "HANGTON 111", set()),
        ("vessel", "HANGTON 1120", set()),
        ("supplier_name", "White Petrel Fishery Co., Ltd.", set()),
    ],
)
def test_ship_is_found_by_name_and_number(
    matcher: Matcher, field: str, text: str, found: set[int]
) -> None:
    (value,) = matcher.find(field, [text])

    assert {one.entry for one in value.candidates} == found
