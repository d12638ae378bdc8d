"""Cells with several parties are parted by words, and by signs where a name shows itself."""

import pytest

from screener.index.meant import MeantNames
from screener.index.names import NameIndex
from screener.index.parties_beside import parties_beside
from tests.index.shipped_words import GENERIC, PLACES


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("SUNNY LTD FOR AND ON BEHALF OF GOODWILL", ["SUNNY LTD"]),
        ("SUNNY LTD for account of GOODWILL TRADING", ["SUNNY LTD", "GOODWILL TRADING"]),
        ("Sunny Bags as agents of Goodwill Corp.", ["Sunny Bags", "Goodwill Corp"]),
        ("Sunny Bags\nGoodwill Trading", ["Goodwill Trading"]),
        ("Sunny Bags, Inc., Goodwill Corp", ["Sunny Bags, Inc", "Goodwill Corp"]),
        ("1. Sunny Trading 2. Goodwill Corp", ["Sunny Trading", "Goodwill Corp"]),
        ("Sunny Trading (ex Goodwill Trading)", ["Sunny Trading", "Goodwill Trading"]),
        ("M/S. Goodwill Trading Attn Mr Li", ["Goodwill Trading", "Mr Li"]),
        ("Goodwill Textile Tel: 0415-222", ["Goodwill Textile", "0415-222"]),
        ("Goodwill Textile Corp (Plant 2)", ["Goodwill Textile Corp"]),
        ("Goodwill Textile, 2nd Factory", ["Goodwill Textile"]),
        ("Goodwill Trading Co., Ltd., 5 Meiling Road", ["Goodwill Trading Co., Ltd"]),
        ("Goodwill Plaza - 5 Meiling Road, Hefei", []),
        ("Sunny Bags - The Business Centre, Hefei", []),
        ("Goodwill (Hefei) Trading Co., Ltd.", []),
        ("Goodwill Tel-Aviv Hotels", []),
        ("Goodwill Trading", []),
        ("Goodwill c/o", []),
        ("", []),
        ("Sunny c/o Goodwill Trading " * 20, []),
    ],
)  # fmt: skip
def test_names_in_a_cell(cell: str, names: list[str]) -> None:
    found = parties_beside(cell)

    assert [one.text for one in found] == names
    assert all(cell[one.start :].startswith(one.text) for one in found)


def test_a_party_in_a_cell_is_found_where_it_stands() -> None:
    listed = "Huayang Textile Corporation"
    names = MeantNames(NameIndex.build([(1, listed)], GENERIC, places=PLACES))
    cell = "SUNNY LTD ON BEHALF OF HUAYANG TEXTILE CORP"

    (match,) = names.search([cell])[0]

    assert (match.key, match.similarity) == (1, 1.0)
    assert cell[match.start : match.end] == "HUAYANG TEXTILE"
    assert names.search(["SUNNY LTD ON BEHALF OF HUAYANG MACHINERY HOTELS"]) == [()]
