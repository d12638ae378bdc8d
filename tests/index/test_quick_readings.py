"""Tests of screener.index.quick_readings: the same words as ``readings``, without their places."""

import pytest

from screener.index.lexicon import Lexicon
from screener.index.quick_readings import NOWHERE, placed, quick_readings
from screener.index.readings import readings
from tests.index.company_names import company_names, disturbed_names
from tests.index.shipped_words import GENERIC, PLACES
from tests.index.test_read_names import AWKWARD, MADE

LEXICON = Lexicon(GENERIC, PLACES)
COMPANIES = company_names(500, seed=4)


@pytest.mark.parametrize(
    "names", [AWKWARD, MADE, COMPANIES, disturbed_names(COMPANIES, 1_000, seed=5)]
)
def test_the_words_are_those_of_every_reading(names: list[str]) -> None:
    for name in names:
        slow, quick = readings(name, LEXICON), quick_readings(name, LEXICON)

        assert [one.whole for one in quick] == [one.whole for one in slow]
        assert [[term.word for term in one.terms] for one in quick] == [
            [term.word for term in one.terms] for one in slow
        ]
        assert tuple(placed(name, one, LEXICON) for one in quick) == slow


def test_plain_letters_are_read_without_places_and_others_with_them() -> None:
    (plain,) = quick_readings("Dandong Huayang Textiles", LEXICON)
    (marked,) = quick_readings("Dandong Huáyang Textiles", LEXICON)

    assert {term.start for term in plain.terms} == {NOWHERE}
    assert [term.start for term in marked.terms] == [0, 8, 16]
