"""Tests of screener.lists.localities."""

import pytest

from screener.errors import ListError
from screener.lists.localities import read_localities
from screener.model.listing import Locality

HEADER = "names,country,admin,kind\n"


def test_row_is_a_locality_with_all_its_names() -> None:
    found = read_localities("a.csv", HEADER + "Ji'an|集安,CN,CN-JL,city\nChina|中国,CN,,country\n")

    assert found == (
        Locality(names=("Ji'an", "集安"), country="CN", admin="CN-JL", kind="city"),
        Locality(names=("China", "中国"), country="CN", admin=None, kind="country"),
    )


def test_city_may_lie_in_no_known_division() -> None:
    (found,) = read_localities("a.csv", HEADER + "Lyon,FR,,city\n")

    assert found.admin is None


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Lyon,FR,,town", r'a\.csv:2: "town" is no kind of locality'),
        ("Lyon,XX,,city", r'a\.csv:2: "XX" is no country code'),
        ("Lyon,CN,FR-1,city", r'"FR-1" does not go with city and CN'),
        ("Anhui,CN,,admin", r'"" does not go with admin and CN'),
        ("China,CN,CN-AH,country", r'"CN-AH" does not go with country and CN'),
        ("Lyon||,FR,,city", r'"Lyon\|\|" holds an empty name'),
        ("Lyon,FR,,city,more", "a row has 4 columns"),
        ("Lyon,FR", "a row has 4 columns"),
        ('"Lyon,FR,,city', r"a\.csv:\d: unexpected end of data"),
    ],
    ids=[
        "kind", "country", "other country's division", "division without code",
        "country with division", "empty name", "too long", "too short", "open quote",
    ],
)  # fmt: skip
def test_wrong_row_is_refused_with_its_line(row: str, message: str) -> None:
    with pytest.raises(ListError, match=message):
        read_localities("a.csv", HEADER + row + "\n")


def test_other_columns_are_refused() -> None:
    with pytest.raises(ListError, match=r"a\.csv:1: the columns must be names, country"):
        read_localities("a.csv", "name,country\nLyon,FR\n")
