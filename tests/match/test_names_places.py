"""Tests of screener.match.names."""

import pytest

from screener.match.names import place_paths
from screener.model.listing import Locality


def locality(names: str, kind: str, country: str = "CN", admin: str | None = "CN-LN") -> Locality:
    return Locality(names=tuple(names.split("|")), country=country, admin=admin, kind=kind)


@pytest.mark.parametrize(
    ("found", "path"),
    [
        (locality("China|中国", "country", admin=None), "CN"),
        (locality("Liaoning|辽宁", "admin"), "CN-LN"),
        (locality("Dandong|丹东", "city"), "CN-LN/dandong/"),
        (locality("Wusan", "city", "KP", None), "KP/wusan/"),
    ],
    ids=["country", "admin", "city", "city without division"],
)
def test_a_path_leads_from_the_country_to_the_place(found: Locality, path: str) -> None:
    assert set(place_paths([found]).values()) == {path}


def test_every_name_of_a_place_has_its_path() -> None:
    paths = place_paths([locality("Dandong|丹东|Dandong Shi", "city")])

    assert sorted(paths) == ["dandong", "dandong shi", "丹东"]


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (locality("Jilin", "admin", admin="CN-JL"), locality("Jilin", "city", admin="CN-JL"), "CN-JL"),
        (locality("Chaoyang", "city"), locality("Chaoyang", "city", admin="CN-BJ"), "CN/*/"),
        (locality("Georgia", "country", "GE", None), locality("Georgia", "admin", "US", "US-GA"), ""),
    ],
    ids=["division and its capital", "two divisions", "two countries"],
)  # fmt: skip
def test_a_shared_name_lies_where_all_its_places_lie(
    first: Locality, second: Locality, shared: str
) -> None:
    assert set(place_paths([first, second]).values()) == {shared}
    assert place_paths([second, first]) == place_paths([first, second])
