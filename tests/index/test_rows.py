"""Tests of screener.index.rows: the names as rows, and which rows a question may match."""

import numpy as np
import pytest

from screener.index.build import build_rows
from screener.index.clues import Question
from screener.index.lexicon import Kind, Lexicon
from screener.index.readings import readings
from screener.index.rows import generic_bag
from screener.index.vocabulary import Table
from screener.index.weights import DEFAULT_THRESHOLD, GENERIC_WEIGHT, PLACE_WEIGHT
from tests.index.made_names import made_names
from tests.index.shipped_words import GENERIC, PLACES

LEXICON = Lexicon(GENERIC, PLACES)
TEXTS = [
    "Dandong Huayang Textiles Co., Ltd.",
    "Sinuiju Textile Factory",
    "Huayang Garment",
    "丹东华洋 Dandong Huayang",
    "Hongda Textile",
]
ROWS = build_rows(TEXTS, LEXICON)


def asked(*values: str) -> tuple[list[Question], Table]:
    return ROWS.questions(
        [(at, one) for at, value in enumerate(values) for one in readings(value, LEXICON)]
    )


def candidates(value: str, threshold: float = DEFAULT_THRESHOLD) -> list[str]:
    questions, table = asked(value)
    rows = [row for _, row in ROWS.candidates(questions, table, threshold)]
    return [TEXTS[name] for name in ROWS.names[rows].tolist()]


def test_every_reading_of_every_name_is_a_row() -> None:
    assert ROWS.names.tolist() == [0, 1, 2, 3, 3, 4]
    assert ROWS.nth.tolist() == [0, 0, 0, 0, 1, 0]


def test_a_row_holds_the_words_of_its_reading_in_order() -> None:
    assert [part.word.form for part in ROWS.row(0)] == ["CN-LN/dandong/", "huayang", "textile"]
    assert [part.word.form for part in ROWS.row(4)] == ["CN-LN/dandong/", "华洋"]


def test_the_weights_of_a_row_are_summed_by_what_can_carry() -> None:
    rarity = ROWS.vocabulary.weight(LEXICON.word("huayang"))

    assert ROWS.distinctive[0] == pytest.approx(rarity)
    assert ROWS.supporting[0] == pytest.approx(PLACE_WEIGHT + GENERIC_WEIGHT)
    assert ROWS.distinctive[1] == 0.0


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Huayang Textile", ["Dandong Huayang Textiles Co., Ltd.", "丹东华洋 Dandong Huayang"]),
        ("Textile Factory Sinuiju", ["Sinuiju Textile Factory"]),
        ("Hongdaa Textile", ["Hongda Textile"]),
        ("Textile", []),
        ("Lianda Textile", []),
        ("Sinuiju Textile", []),
        ("", []),
    ],
)
def test_only_names_that_share_what_carries_may_match(value: str, found: list[str]) -> None:
    assert set(found) <= set(candidates(value)) <= {*found, "Huayang Garment"}


def test_a_low_threshold_leaves_in_what_a_high_one_leaves_out() -> None:
    value = "Huayang Lianda Chemical Fertilizer"

    assert candidates(value, 0.99) == []
    assert len(candidates(value, 0.3)) > 0


def test_a_question_knows_its_value_and_its_weights() -> None:
    questions, _ = asked("nothing", "Huayang Textile")

    assert [question.value for question in questions] == [0, 1]
    assert [part.word.kind for part in questions[1].parts] == [Kind.WORD, Kind.GENERIC]


@pytest.mark.parametrize(
    ("value", "halves"),
    [
        ("huayanghongda", ["huayang hongda", "华洋 hongda"]),
        ("dandonghuayang", ["CN-LN/dandong/ huayang", "CN-LN/dandong/ 华洋"]),
        ("huayang", []),
    ],
)
def test_a_word_written_as_one_is_cut_into_listed_words(value: str, halves: list[str]) -> None:
    parts = ROWS.vocabulary.parts
    found = ROWS.halves(LEXICON.word(value))

    assert [f"{parts[one].word.form} {parts[other].word.form}" for one, other in found] == halves


@pytest.mark.parametrize(
    ("value", "bag"),
    [
        ("Textile Factory Sinuiju", ("KP-03/sinuiju/", "factory", "textile")),
        ("No. 2 Garment Factory", ("#2", "factory", "garment")),
        ("Huayang Textile", None),
    ],
)
def test_a_name_of_generic_words_is_known_by_its_bag(
    value: str, bag: tuple[str, ...] | None
) -> None:
    (question,), _ = asked(value)

    assert generic_bag(question.parts) == bag


def test_holders_name_the_words_a_text_may_hold() -> None:
    questions, table = asked("Huayang Textile")

    held = {ROWS.names[row]: held.words for _, row, held in ROWS.holders(questions, table)}

    forms = {ROWS.vocabulary.parts[word].word.form for word in held[0]}
    assert {"huayang", "textile"} <= forms


@pytest.mark.parametrize("value", ["Hua Yang Textile", "Huayangtextile Dandong"])
def test_holders_tell_which_words_take_two_as_one(value: str) -> None:
    questions, table = asked(value)

    joined = {ROWS.names[row]: held.joined for _, row, held in ROWS.holders(questions, table)}

    assert "huayang" in {ROWS.vocabulary.parts[word].word.form for word in joined[0]}


def test_the_order_of_the_list_changes_no_weight() -> None:
    names = made_names(40, 3)
    forward, backward = build_rows(names, LEXICON), build_rows(names[::-1], LEXICON)

    assert forward.vocabulary.parts == backward.vocabulary.parts
    assert np.array_equal(np.sort(forward.distinctive), np.sort(backward.distinctive))


def test_arrays_are_plain_so_that_they_can_be_saved() -> None:
    for array in (
        ROWS.names,
        ROWS.nth,
        ROWS.words,
        ROWS.offsets,
        ROWS.distinctive,
        ROWS.supporting,
    ):
        assert array.dtype in (np.int64, np.float64)
        assert array.ndim == 1


def test_an_empty_list_has_no_rows() -> None:
    rows = build_rows([], LEXICON)
    questions, table = rows.questions([(0, readings("Huayang Textile", LEXICON)[0])])

    assert rows.candidates(questions, table, DEFAULT_THRESHOLD) == []
    assert list(rows.holders(questions, table)) == []
