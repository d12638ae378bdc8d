"""A link that is no more is told by the party it befell, or of others; what is done now is neither."""

import pytest

from screener.model.record import Record
from screener.pipeline import Screener


def tier(screener: Screener, notes: str) -> str:
    screening = screener.screen(Record(line_id="1", product_description="wall paint", notes=notes))
    return str(screening.tier)


@pytest.mark.parametrize(
    "notes",
    [
        "We no longer sew in the DPRK",
        "Our workshop is no longer in the DPRK",
        "no longer made in Sinuiju since 2024",
        "previously produced in Pyongyang",
        "ya no cosemos en Corea del Norte",
        "nous ne cousons plus en Corée du Nord",
        "non cuciamo più in Corea del Nord",
        "não costuramos mais na Coreia do Norte",
        "nicht mehr in Nordkorea genäht",
        "2022년까지 북한에서 봉제했습니다",
        "以前は平壌で縫製していました",
    ],
)
def test_link_that_ended_is_disclosed(notes: str, screener: Screener) -> None:
    assert tier(screener, notes) == "T3"


@pytest.mark.parametrize(
    "notes",
    [
        "In the 1990s other firms sewed in Pyongyang",
        "1990년대에는 다른 업체들이 평양에서 봉제를 했다.",
        "북한은 2022년까지 미사일을 시험했습니다",
    ],
)
def test_past_of_others_is_a_mention(notes: str, screener: Screener) -> None:
    assert tier(screener, notes) == "T1"


@pytest.mark.parametrize(
    "notes",
    [
        "We no longer use the Sinuiju plant, the work is now done in Pyongsong",
        "Previously made in Hunchun, now made in Rason",
        "以前在丹东加工，现在在新义州加工",
        "lead time no longer than 45 days, knitted in Rason",
        "no longer only in China, now also sewn in the DPRK",
    ],
)
def test_what_is_done_now_is_no_past(notes: str, screener: Screener) -> None:
    assert tier(screener, notes) == "T4"
