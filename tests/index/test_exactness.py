"""The index loses no pair that the scorer finds: whole engine against its plain twin."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.index.names import LOWEST_THRESHOLD, NameIndex
from screener.index.readings import readings
from screener.index.weights import DEFAULT_THRESHOLD
from tests.index.company_names import company_names, disturbed_names
from tests.index.shipped_words import GENERIC, PLACES
from tests.index.slow_names import slow_search

LISTED, ASKED, SHARES = 10_000, 300, 10


@cache
def index() -> NameIndex:
    names = company_names(LISTED, seed=1)
    return NameIndex.build(list(enumerate(names)), GENERIC, places=PLACES)


@pytest.mark.slow
@pytest.mark.parametrize("share", range(SHARES))
def test_three_hundred_names_against_ten_thousand_lose_no_pair(share: int) -> None:
    asked = disturbed_names(index().rows.texts, ASKED, seed=2)[share::SHARES]

    found = index().search(asked)

    slow = slow_search(index(), asked, DEFAULT_THRESHOLD)
    assert [[(match.key, match.similarity) for match in matches] for matches in found] == slow
    assert sum(map(bool, slow)) > len(asked) / 2


SMALL = company_names(150, seed=3)
DENSE = NameIndex.build(list(enumerate(SMALL)), GENERIC, places=PLACES)


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.floats(LOWEST_THRESHOLD, 1.0))
def test_no_threshold_drops_a_pair_whose_score_reaches_it(seed: int, threshold: float) -> None:
    """The bound, pair by pair: what it leaves out scores below the threshold once rounded."""
    asked = disturbed_names(SMALL, 3, seed)
    rows = DENSE.rows
    read = [(at, one) for at, text in enumerate(asked) for one in readings(text, rows.lexicon)]
    questions, table = rows.questions(read)

    kept = set(rows.candidates(questions, table, threshold))

    left_out = [
        DENSE.score(question, row, table).similarity
        for number, question in enumerate(questions)
        for row in range(len(rows.names))
        if (number, row) not in kept
    ]
    assert max(left_out) < threshold


@pytest.mark.parametrize("name", SMALL[::3])
def test_a_name_written_as_one_word_is_asked_alone_as_among_others(name: str) -> None:
    words = name.split()
    glued = ["".join(words[:count]) for count in (2, 3)]

    among_others = DENSE.search([*glued, *SMALL[:20]])[: len(glued)]

    assert [DENSE.search([one])[0] for one in glued] == among_others
