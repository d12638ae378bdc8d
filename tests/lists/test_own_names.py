"""Names of our own for parties of public lists, and goods of orders: over what they are laid, and what stays."""

from pathlib import Path

import pytest

from screener.content.diagnostics import Diagnostics
from screener.errors import ListError
from screener.lists.edition import read_edition, read_editions, sealed_beside
from screener.lists.own_names import OwnNames, read_own_names
from screener.model.listing import Entry
from tests.lists.written_lists import write_list

NAMES = """\
names:
  - {of: ["Camel Group Co., Ltd."], under: [uflpa], words: [骆驼集团股份有限公司]}
  - {of: [State Penitentiary], country: MX, under: [uflpa], words: [Penitenciaría del Estado]}
"""
ENTRY = """\
entries:
  - id: L-ONE
    kind: listing
    name: {name}
    {country}
    aliases:
      - {{words: ["{name}"], status: V}}
"""


def laid_over(
    root: Path, name: str, under: str = "uflpa", country: str = "", names: str = NAMES
) -> Entry:
    """Return the one entry of a list of this name, as it is searched."""
    write_list(root, "official", {"a.yaml": ENTRY.format(name=name, country=country)})
    manifest = root / "official" / "manifest.yaml"
    manifest.write_text(f"{manifest.read_text()}under: [{under}]\n", encoding="utf-8")
    write_list(root, "own", {"a.yaml": names}, kind="names")
    return read_editions(root)[0].entries[0]


def ours(entry: Entry) -> list[str]:
    """Return the names of an entry that its publisher does not give."""
    return [alias.text for alias in entry.aliases if alias.status == "GK"]


@pytest.mark.parametrize("name", ["Camel Group Co., Ltd.", "CAMEL GROUP COMPANY LIMITED"])
def test_party_of_the_name_bears_ours_behind_the_published(tmp_path: Path, name: str) -> None:
    entry = laid_over(tmp_path, name)

    assert [alias.text for alias in entry.aliases] == [name, "骆驼集团股份有限公司"]
    assert ours(entry) == ["骆驼集团股份有限公司"]


@pytest.mark.parametrize("name", ["Camel Trading Co., Ltd.", "Group Camel", "Golden Camel Group"])
def test_another_name_is_another_party(tmp_path: Path, name: str) -> None:
    assert ours(laid_over(tmp_path, name)) == []


def test_list_under_another_law_is_left_alone(tmp_path: Path) -> None:
    assert ours(laid_over(tmp_path, "Camel Group Co., Ltd.", under="us-sanctions")) == []


@pytest.mark.parametrize(("country", "number"), [("country: MX", 1), ("", 1), ("country: US", 0)])
def test_country_that_speaks_against_it_is_heard(tmp_path: Path, country: str, number: int) -> None:
    assert len(ours(laid_over(tmp_path, "State Penitentiary", country=country))) == number


REGION = "Artisanal Small Mines"
GOODS = f"names:\n  - {{of: [{REGION}], country: CD, under: [uflpa], goods: [gold]}}\n"


@pytest.mark.parametrize(
    ("told", "aliases", "country", "goods", "ours"),
    [
        (REGION, "", "CD", ("gold",), True),
        (REGION, "", "ZW", (REGION,), False),
        ("tin ore", "", "CD", ("tin ore",), False),
        (REGION, REGION, "CD", (REGION,), False),
    ],
    ids=["the region alone", "elsewhere", "goods that the list tells", "a party"],
)
def test_order_of_which_the_region_alone_is_told_takes_over_the_goods_we_know(
    tmp_path: Path, told: str, aliases: str, country: str, goods: tuple[str, ...], ours: int
) -> None:
    words = f"[{{words: [{aliases}]}}]" if aliases else "[]"
    text = f"""\
entries:
  - {{id: L-ONE, kind: listing, name: {REGION}, country: {country}, goods: [{told}], aliases: {words}}}
  - {{id: L-TWO, kind: listing, name: Another, aliases: [{{words: [Another Works]}}]}}
"""
    write_list(tmp_path, "official", {"a.yaml": text})
    manifest = tmp_path / "official" / "manifest.yaml"
    manifest.write_text(f"{manifest.read_text()}under: [uflpa]\n", encoding="utf-8")
    write_list(tmp_path, "own", {"a.yaml": GOODS}, kind="names")

    entry = read_editions(tmp_path)[0].entries[0]

    assert (entry.goods, entry.goods_ours) == (goods, ours)
    assert read_edition(tmp_path / "official").entries[0].goods == (told,)


def test_edition_is_sealed_and_compared_as_published(tmp_path: Path) -> None:
    laid_over(tmp_path, "Camel Group Co., Ltd.")

    published, searched = read_edition(tmp_path / "official"), read_editions(tmp_path)[0]

    assert ours(published.entries[0]) == []
    assert published.checksum == searched.checksum
    assert [list_id for list_id, _ in sealed_beside(tmp_path)] == ["own"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("names:\n  - {of: [Co Ltd], under: [uflpa], words: [骆驼]}\n", "need a published name"),
        ("names:\n  - {of: [Camel], under: [], words: [骆驼]}\n", "need a published name"),
        ("names:\n  - {of: [Camel], under: [uflpa], words: [骆]}\n", "says too little"),
        ("names:\n  - {of: [Camel], under: [uflpa], words: ['...!?']}\n", "says too little"),
        ("names:\n  - {of: [Camel], under: [uflpa], word: [骆驼]}\n", "word"),
    ],
)
def test_names_that_cannot_be_meant_are_refused(tmp_path: Path, names: str, said: str) -> None:
    with pytest.raises(ListError, match=said):
        laid_over(tmp_path, "Camel Group Co., Ltd.", names=names)


def test_name_that_a_publisher_gives_is_not_ours(tmp_path: Path) -> None:
    names = 'names:\n  - {of: [Camel Group], under: [uflpa], words: ["Camel Group Co., Ltd."]}\n'

    assert ours(laid_over(tmp_path, "Camel Group Co., Ltd.", names=names)) == []


def test_no_names_change_nothing(tmp_path: Path) -> None:
    laid_over(tmp_path, "Camel Group Co., Ltd.")
    edition = read_edition(tmp_path / "official")
    diagnostics = Diagnostics()

    assert (
        OwnNames(read_own_names("a.yaml", "names: []\n", diagnostics)).laid_over(edition) is edition
    )
    assert not diagnostics.errors
