"""Names as meant: what is read through, how it is told, and that nothing else changes."""

import pytest

from screener.index.cut_names import CutNames
from screener.index.meant import MeantNames
from screener.index.names import NameIndex
from screener.index.weights import DEFAULT_THRESHOLD
from tests.index.company_names import company_names, disturbed_names
from tests.index.shipped_words import GENERIC, PLACES

HUAYANG = "Dandong Huayang Textiles and Garments Co., Ltd."
TAIDA = "Hetian Taida Apparel Co., Ltd."
LISTED = (HUAYANG, TAIDA, "Rixin Foods Ltd.")
INDEX = NameIndex.build(list(enumerate(LISTED)), GENERIC, places=PLACES)
NAMES = MeantNames(INDEX)


@pytest.mark.parametrize(
    ("written", "listed", "least", "how"),
    [
        ("DAND0NG HUAYANG TEXT1LES & GARMENTS", HUAYANG, 0.95, "look_alike"),
        ("Dandong Huayang Textlles and Garrnents", HUAYANG, 0.95, "look_alike"),
        ("Danclong Huayang Textiles and Garments C0., 1TD.", HUAYANG, 0.95, "look_alike"),
        ("HETlAN TAlDA APPAREL", TAIDA, 0.95, "look_alike"),
        ("R1X1N FOODS", "Rixin Foods Ltd.", 0.95, "look_alike"),
        ("DANDONGHUAYANGTEXTILESANDGARMENTSCOLTD", HUAYANG, 1.0, "glued"),
        ("HUAYANG TEXTILES GARMENTS DANDONG LIMTIED", HUAYANG, 0.9, "exact"),
        ("DANDONG HUAYANG TEXTILES AND GARM", HUAYANG, 0.98, "abbreviation"),
        ("Dandong Huayang Texti. & Garm. Co", HUAYANG, 0.98, "abbreviation"),
        ("Dandong Huayang Textiles & Garments Company Li", HUAYANG, 0.98, "exact"),
    ],
)
def test_a_name_is_found_as_it_is_meant(written: str, listed: str, least: float, how: str) -> None:
    match = NAMES.search([written])[0][0]

    assert (match.text, match.similarity >= least) == (listed, True)
    assert how in {one.how for one in match.alignment}


@pytest.mark.parametrize("name", ["-" * 30, "★" * 20, ". " * 15, "\u200b" * 20])
def test_a_long_cell_without_a_word_is_like_no_name(name: str) -> None:
    assert NAMES.search([name]) == [()]
    assert NAMES.compare(name, TAIDA).similarity == NAMES.compare(TAIDA, name).similarity == 0.0


def test_a_korean_name_is_found_by_its_sound_where_the_list_is_of_korea() -> None:
    index = NameIndex.build([(1, "Kwangson Trading Corporation")], GENERIC, places=PLACES)
    (match,) = MeantNames(index, ["kwangson"]).search(["Gwangseon Trading"], 0.9)[0]

    assert (match.similarity, match.alignment[0].how) == (0.95, "romanization")
    assert MeantNames(index).search(["Gwangseon Trading"], 0.9) == [()]


def test_a_listed_korean_word_is_found_as_another_party_is_listed_with_it() -> None:
    listed = [(1, "Taesong Bank"), (2, "Daesong General Trading")]
    index = NameIndex.build(listed, {*GENERIC, "bank", "general"}, places=PLACES)
    match = MeantNames(index, ["daesong", "taesong"]).search(["Daesong Bank"])[0][0]

    assert (match.key, match.similarity) == (1, 0.95)
    assert (match.alignment[0].ours, match.alignment[0].how) == ("Daesong", "romanization")


@pytest.mark.parametrize(
    ("written", "listed", "similarity", "how"),
    [
        ("HETlAN TAlDA APPAREL", TAIDA, 0.95, "look_alike"),
        ("DANDONGHUAYANGTEXTILESANDGARMENTSCOLTD", HUAYANG, 1.0, "glued"),
        ("DANDONG HUAYANG TEXTILES AND GARM", HUAYANG, 0.98, "abbreviation"),
    ],
)
def test_names_are_compared_as_they_may_be_meant_either_way_round(
    written: str, listed: str, similarity: float, how: str
) -> None:
    found, turned = NAMES.compare(written, listed), NAMES.compare(listed, written)
    opposite = {"glued": "split"}.get(how, how)

    assert found.similarity >= similarity
    assert found.similarity == turned.similarity
    assert how in {one.how for one in found.alignment}
    assert opposite in {one.how for one in turned.alignment}
    assert [(one.ours, one.theirs) for one in turned.alignment] == [
        (one.theirs, one.ours) for one in found.alignment
    ]


def test_a_match_is_told_in_the_words_as_written() -> None:
    text = "sold by DAND0NG HUAYANG TEXT1LES GARMENTS, Ningbo"
    (match,) = NAMES.search_all_within([text])[0]

    assert text[match.start : match.end] == "DAND0NG HUAYANG TEXT1LES GARMENTS"
    assert [(one.ours, one.theirs, one.how) for one in match.alignment] == [
        ("DAND0NG", "Dandong", "look_alike"),
        ("HUAYANG", "Huayang", "exact"),
        ("TEXT1LES", "Textiles", "look_alike"),
        ("GARMENTS", "Garments", "exact"),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "Talda Apparel",
        "3M Company",
        "B2B Huayong 50S",
        "Taida Solar",
        "Rixing Foods Machinery GARM",
        "Goodwill Embroidery Company",
        "Hongxiang Embroidery Trading of Li",
    ],
)
def test_other_names_stay_others(written: str) -> None:
    assert NAMES.search([written]) == INDEX.search([written])


def test_what_is_found_as_written_stays_and_names_of_known_words_cost_no_second_search() -> None:
    """The plain twin: every match of the index is kept, at no lower likeness, in the same order."""
    names = company_names(400, seed=5)
    index = NameIndex.build(list(enumerate(names)), GENERIC, places=PLACES)
    asked = [*names[:100], *disturbed_names(names, 100, seed=6)]

    plain = index.search(asked, DEFAULT_THRESHOLD)
    for before, after in zip(plain, MeantNames(index).search(asked), strict=True):
        kept = {match.key: match.similarity for match in after}
        assert all(kept[match.key] >= match.similarity for match in before)
        assert list(after) == sorted(after, key=lambda match: (-match.similarity, match.key))
    assert MeantNames(index).search(names[:100]) == plain[:100]


LIBRARY = "Hengshui Cotton and Linen Corporation Reserve Library"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Hengshui Cotton and Linen Corporati", True),
        ("HENGSHUI COTTON & LINEN CORPORATION RESER", False),
        ("HENGSHUI COTTON AND LINEN CORPORATION RESER", True),
        ("Hengshui Cotton and Linen", False),
        ("Hengshui Cotton a", False),
        ("Handan Cotton and Linen Corporati", False),
    ],
)
def test_a_name_cut_off_in_a_word_is_the_listed_one(written: str, found: bool) -> None:  # noqa: FBT001
    index = NameIndex.build([(7, LIBRARY)], GENERIC, places=PLACES)
    cut = CutNames(index).matches(written)

    assert bool(cut) is found
    if cut:
        (match,) = MeantNames(index).search([written], 0.9)[0]
        assert (match.key, written[match.start : match.end]) == (7, written)
