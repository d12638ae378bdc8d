"""Tests of screener.index.alignment."""

import pytest

from screener.index.alignment import NOTHING, Alignment, align, all_pairs
from screener.index.lexicon import Kind, Lexicon
from screener.index.readings import readings
from screener.index.vocabulary import EXACT, SUPPORT, Meeting, Part, Vocabulary
from screener.index.weights import (
    NOT_CARRIED,
    ONE_NUMBER,
    OTHER_NUMBERS,
    OTHER_PLACES,
    OTHER_TRADES,
)
from tests.index.shipped_words import GENERIC, PLACES

LEXICON = Lexicon(GENERIC, PLACES)
VOCABULARY = Vocabulary.build([], {}, 0, LEXICON)
TRADE, PLACE, NUMBER = SUPPORT[Kind.GENERIC], SUPPORT[Kind.PLACE], SUPPORT[Kind.NUMBER]


def parts(name: str) -> list[Part]:
    (reading,) = readings(name, LEXICON)
    return [VOCABULARY.part(term.word, {}) for term in reading.terms]


def aligned(first: str, second: str) -> Alignment:
    ours, theirs = parts(first), parts(second)

    def meet(one: int, other: int) -> Meeting | None:
        return EXACT if ours[one].word.form == theirs[other].word.form else None

    return align(ours, theirs, meet)


def dice(met: float, alone: float) -> float:
    return 2 * met / (2 * met + alone)


@pytest.mark.parametrize(
    ("first", "second", "similarity"),
    [
        ("Huayang Textile", "Huayang Textile", 1.0),
        ("Huayang Textile", "Textile Huayang", 1.0),
        ("Huayang", "Huayang Textile", dice(1, TRADE)),
        ("Huayang Textile", "Huayang Garment", dice(1, 2 * TRADE) * OTHER_TRADES),
        ("Huayang No. 2", "Huayang No. 3", dice(1, 2 * NUMBER) * OTHER_NUMBERS),
        ("Huayang No. 2", "Huayang", dice(1, NUMBER) * ONE_NUMBER),
        ("Huayang No. 1", "Huayang", dice(1, NUMBER)),
        ("Dandong Huayang", "Shenyang Huayang", dice(1, 2 * PLACE) * OTHER_PLACES),
        ("Dandong Huayang", "Liaoning Huayang", dice(1, 2 * PLACE)),
        ("Dandong Huayang", "Huayang", dice(1, PLACE)),
        ("Lianda Huayang", "Huayang", dice(1, 1)),
        ("Textile Trading", "Trading Textile", 1.0),
        ("Textile Trading", "Textile", dice(TRADE, TRADE) * NOT_CARRIED),
        ("Huayang Textile", "Hongda Textile", dice(TRADE, 2) * NOT_CARRIED),
        ("Textile", "Textile", 1.0),
        ("11420 Corp", "11420 Corp", 1.0),
        ("AB Trading", "AB Trading", NOT_CARRIED),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_similarity_is_what_met_times_what_separates(
    first: str, second: str, similarity: float
) -> None:
    assert aligned(first, second).similarity == pytest.approx(similarity, abs=0.0006)


def test_names_that_share_nothing_do_not_align() -> None:
    assert aligned("Huayang", "Hongda") is NOTHING


def test_each_word_is_used_once() -> None:
    alignment = aligned("Huayang Huayang Textile", "Huayang Textile Textile")

    assert [pair.ours for pair in alignment.pairs] == [(0,), (2,)]
    assert [pair.theirs for pair in alignment.pairs] == [(0,), (1,)]


@pytest.mark.parametrize(
    ("first", "second", "how", "ours", "theirs"),
    [
        ("Hua Yang", "Huayang", "split", (0, 1), (0,)),
        ("Huayang", "Hua Yang", "glued", (0,), (0, 1)),
        ("Shenzhen Huafu", "Shenzhenhuafu", "split", (0, 1), (0,)),
        ("Good Will", "Goodwill", "split", (0, 1), (0,)),
    ],
)
def test_words_written_apart_meet_the_word_written_as_one(
    first: str, second: str, how: str, ours: tuple[int, ...], theirs: tuple[int, ...]
) -> None:
    (pair,) = aligned(first, second).pairs

    assert (pair.meeting.how, pair.ours, pair.theirs) == (how, ours, theirs)


def test_two_generic_words_never_make_a_brand() -> None:
    assert aligned("Sea Food", "Seafoods") is NOTHING


def test_a_word_that_met_alone_is_not_joined_as_well() -> None:
    alignment = aligned("Hua Yang Huayang", "Huayang")

    assert [pair.ours for pair in alignment.pairs] == [(2,)]


def test_all_pairs_are_every_way_to_meet() -> None:
    ours, theirs = parts("Hua Yang Textile"), parts("Huayang Textile")

    pairs = all_pairs(ours, theirs, [(2, 1, EXACT)])

    assert [(pair.ours, pair.theirs) for pair in pairs] == [((2,), (1,)), ((0, 1), (0,))]
    assert all_pairs(ours, theirs, [(2, 1, EXACT)], glued=False) == pairs[:1]


def test_the_weights_of_the_pairs_make_the_similarity() -> None:
    alignment = aligned("Dandong Huayang Textile", "Dandong Huayang Garment")

    total = sum(pair.meeting.similarity * pair.weight for pair in alignment.pairs)
    assert alignment.similarity == pytest.approx(alignment.share * total, abs=0.0006)
