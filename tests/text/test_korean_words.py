"""What may follow a Korean word, and the forms of verbs."""

import pytest

from screener.text.korean_words import (
    ends_verb,
    forms_of,
    goes_before_denial,
    goes_on,
    goes_on_as_work,
    is_stem,
    names_origin,
)


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("맡기-", "맡겼습니다"),
        ("만들-", "만듭니다"),
        ("만들-", "만들어진"),
        ("위탁하-", "위탁했습니다"),
        ("위탁하-", "위탁됩니다"),
        ("되돌아오-", "되돌아왔음"),
        ("꿰매-", "꿰맨"),
    ],
)
def test_verb_is_found_in_its_forms(stem: str, word: str) -> None:
    begun = [form for form in forms_of(stem) if word.startswith(form)]

    assert any(ends_verb(word.removeprefix(form)) for form in begun)


@pytest.mark.parametrize(("stem", "word"), [("위탁하-", "위탁하지"), ("만들-", "만들지")])
def test_what_comes_before_a_denial_is_no_form(stem: str, word: str) -> None:
    begun = [form for form in forms_of(stem) if word.startswith(form)]

    assert not any(ends_verb(word.removeprefix(form)) for form in begun)


def test_only_a_marked_word_is_a_stem() -> None:
    assert [is_stem(text) for text in ("위탁하-", "위탁", "co-")] == [True, False, False]


@pytest.mark.parametrize(
    ("rest", "expected"), [("산", True), ("제품", False), ("산업", False), ("제과", False)]
)
def test_suffix_of_origin_is_told_from_other_words(rest: str, *, expected: bool) -> None:
    assert names_origin(rest) is expected


@pytest.mark.parametrize("rest", ["처", "분은", "예정", "했습니다", "됩니다"])
def test_work_goes_on_to_its_place_time_or_verb(rest: str) -> None:
    assert goes_on_as_work(2, rest)


def test_a_short_word_takes_no_noun_of_work() -> None:
    assert not goes_on_as_work(1, "처")
    assert goes_on("에서는")


def test_a_noun_goes_on_to_a_verb_that_is_denied() -> None:
    assert [goes_before_denial(rest) for rest in ("하지", "되지는", "하고")] == [True, True, False]
