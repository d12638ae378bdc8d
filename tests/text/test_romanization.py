"""Tests of the romanizations from which spellings of places are derived."""

import pytest

from screener.text.romanization import System, romanized


@pytest.mark.parametrize(
    ("name", "system", "written"),
    [
        ("신의주", "RR", "Sinuiju"), ("신의주", "MR", "Sinŭiju"), ("신의주", "DPRK", "Sinŭiju"),
        ("정주", "RR", "Jeongju"), ("정주", "MR", "Chŏngju"), ("정주", "DPRK", "Jŏngju"),
        ("청주", "MR", "Ch'ŏngju"), ("전주", "MR", "Chŏnju"),
        ("선천", "RR", "Seoncheon"), ("선천", "MR", "Sŏnch'ŏn"), ("선천", "DPRK", "Sŏnchŏn"),
        ("염주", "RR", "Yeomju"), ("염주", "MR", "Yŏmju"), ("염주", "DPRK", "Yŏmju"),
        ("평성", "RR", "Pyeongseong"), ("평성", "MR", "P'yŏngsŏng"), ("평성", "DPRK", "Phyŏngsŏng"),
        ("백토", "RR", "Baekto"), ("백토", "MR", "Paekt'o"), ("백토", "DPRK", "Paektho"),
        ("토성리", "MR", "T'osŏngni"), ("순천", "MR", "Sunch'ŏn"), ("청진", "MR", "Ch'ŏngjin"),
        ("송림", "RR", "Songnim"), ("송림", "DPRK", "Songrim"),
        ("은률", "RR", "Eullyul"), ("은률", "DPRK", "Ŭnryul"),
        ("삭주", "MR", "Sakchu"), ("벽동", "MR", "Pyŏktong"), ("독립문", "RR", "Dongnimmun"),
        ("종로", "RR", "Jongno"), ("왕십리", "RR", "Wangsimni"), ("국내", "RR", "Gungnae"),
        ("철원", "RR", "Cheorwon"), ("한라", "RR", "Halla"), ("울릉", "RR", "Ulleung"),
    ],
)  # fmt: skip
def test_name_is_written_by_the_rules_of_its_system(
    name: str, system: System, written: str
) -> None:
    assert romanized(name, system) == written
