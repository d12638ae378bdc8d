"""What boxes, lists of embargoed countries, titles and pictures name states nothing of the goods."""

import pytest

from screener.match.asides import Asides
from screener.model.record import Record
from screener.pipeline import Screener


def tier(screener: Screener, notes: str = "", goods: str = "wall paint") -> str:
    record = Record(line_id="1", product_description=goods, notes=notes)
    return str(screener.screen(record).tier)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("DPRK: [ ] yes [x] no", False),
        ("DPRK: [x] yes [ ] no", True),
        ("DPRK Y[ ] N[x]", False),
        ("DPRK: no [ ] yes [X]", True),
        ("DPRK: [ ] yes [ ] no", None),
        ("DPRK: [x] yes [x] no", None),
        ("DPRK: [x] Iran [ ] China", None),
    ],
)
def test_answer_is_the_one_that_is_ticked(text: str, *, answer: bool | None) -> None:
    assert Asides(text, {}).boxed_answer(4) is answer


@pytest.mark.parametrize(
    ("text", "chosen", "asked"),
    [
        ("[ ] Iran [x] DPRK [ ] Cuba", True, False),
        ("[x] Iran [ ] DPRK [ ] Cuba", False, True),
        ("Iran [x] DPRK [ ] Cuba [ ]", False, True),
        ("Iran [ ] DPRK [x] Cuba [ ]", True, False),
        ("[ ] DPRK", False, True),
        # All are ticked: as well the countries that were screened for.
        ("[x] Iran [x] DPRK", False, False),
        ("[ ] pick up the goods in DPRK", False, False),
        ("DPRK", False, False),
    ],
)
def test_boxes_stand_before_or_behind_all_choices_of_a_line(
    text: str, *, chosen: bool, asked: bool
) -> None:
    start = text.index("DPRK")
    asides = Asides(text, {})

    assert asides.chosen(start, start + 4) is chosen
    assert asides.asks_by_box(start, start + 4) is asked


@pytest.mark.parametrize(
    "notes",
    [
        "Sanctioned: Cuba, Iran, North Korea, Syria",
        "Goods originating in Cuba, Iran, North Korea or Syria are not accepted",
        "Payments to Iran, Syria, North Korea cannot be processed",
        "不接受原产于伊朗、朝鲜、叙利亚的货物",
    ],
)
def test_list_of_embargoed_countries_is_a_mention(notes: str, screener: Screener) -> None:
    assert tier(screener, notes) in ("T0", "T1")


@pytest.mark.parametrize(
    "notes",
    [
        "factories: Iran, North Korea, Syria",
        "materials sourced from Cuba, Iran and North Korea",
        "shipped via Russia, North Korea and Belarus",
    ],
)
def test_work_route_or_material_beside_such_a_list_is_a_gate(
    notes: str, screener: Screener
) -> None:
    assert tier(screener, notes) == "T4"


def test_two_countries_are_no_such_list(screener: Screener) -> None:
    assert tier(screener, "Iran, North Korea") == "T2"


@pytest.mark.parametrize(
    "goods",
    [
        "North Korea flag 90x150 polyester",
        "flag of the DPRK, desk size",
        "DVD documentary about North Korea",
        "book: North Korea Journal, hardback",
        "map of Xinjiang, folded",
        "novel about a prisoner, paperback",
    ],
)
def test_goods_that_show_or_tell_of_a_place_are_not_from_it(goods: str, screener: Screener) -> None:
    assert tier(screener, goods=goods) in ("T0", "T1")


@pytest.mark.parametrize(
    ("goods", "least"),
    [
        ("flags, sewn in North Korea", "T4"),
        ("books printed in Pyongyang", "T4"),
        ("books from North Korea", "T3"),
        ("flags from North Korea", "T3"),
        ("book bags, North Korea", "T3"),
        ("flags polyester, North Korea", "T3"),
        ("books bound by inmates", "T3"),
        ("toys packed by inmates", "T3"),
        ("original stamps, North Korea stamps", "T3"),
    ],
)
def test_where_such_goods_were_made_is_a_gate(goods: str, least: str, screener: Screener) -> None:
    assert tier(screener, goods=goods) >= least


def test_flag_of_a_vessel_in_the_notes_is_no_picture(screener: Screener) -> None:
    assert tier(screener, "Vessel flag: North Korea") == "T2"
