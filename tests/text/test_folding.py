"""The comparison form and the way back to the text as sent."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.text.folding import comparison_form, fold, plain_forms


@pytest.mark.parametrize(
    ("raw", "forms"),
    [
        ("Paekt'o kyohwaso", ["paekto", "kyohwaso"]),
        ("PAEKTʼO", ["paekto"]),
        ("Tʼosǒng-ni", ["tosong", "ni"]),
        ("T’osŏng-ni", ["tosong", "ni"]),
        ("Ｓｉｎｕｉｊｕ", ["sinuiju"]),
        ("D.P.R.K.", ["d", "p", "r", "k"]),
        ("KN95 12gg", ["kn95", "12gg"]),
        ("제8군단", ["제", "8", "군단"]),
        ("조선인민군 제8군단", ["조선인민군", "제", "8", "군단"]),
        ("新義州敎化所", ["新义州教化所"]),
        ("北朝鮮労働者", ["北朝鲜劳働者"]),
        ("つけまつげ", ["つけまつげ"]),
        ("ガウン", ["ガウン"]),
        ("丹东Huayang", ["丹东", "huayang"]),
        ("ﬁbre", ["fibre"]),
        ("Straße", ["strasse"]),
        ("zero\u200bwidth soft\u00adhyphen", ["zerowidth", "softhyphen"]),
        ("", []),
        ("—…!", []),
    ],
)
def test_tokens_of_a_text(raw: str, forms: list[str]) -> None:
    assert [token.form for token in fold(raw).tokens] == forms


def test_decomposed_hangul_folds_like_composed() -> None:
    assert comparison_form("\u1109\u1175\u11ab\u110b\u1174\u110c\u116e") == comparison_form(
        "신의주"
    )


@pytest.mark.slow
@pytest.mark.parametrize("plane", range(17))
def test_comparison_form_is_stable_for_every_character(plane: int) -> None:
    every = " ".join(chr(code) for code in range(plane << 16, (plane + 1) << 16))

    once = comparison_form(every)

    assert comparison_form(once) == once


@given(st.text(alphabet=st.sampled_from("aB'ʼŏ́ -.\n新義州신의주８8つがИй\u200b"), max_size=40))
def test_every_token_points_at_where_it_came_from(raw: str) -> None:
    folded = fold(raw)

    for number, token in enumerate(folded.tokens):
        start, end = folded.span(folded.starts[number], folded.starts[number + 1])
        assert (start, end) == (token.start, token.end)
        assert comparison_form(raw[start:end]) == token.form


@given(st.text(max_size=60))
def test_folding_takes_any_text_and_loses_no_order(raw: str) -> None:
    tokens = fold(raw).tokens

    assert all(left.start <= right.start for left, right in pairwise(tokens))
    assert fold(raw).joined == "".join(token.form for token in tokens)


def test_span_inside_a_run_of_han_is_exact() -> None:
    raw = "备注:新義州敎化所加工"
    folded = fold(raw)
    at = folded.joined.index("教化所")

    assert raw[slice(*folded.span(at, at + 3))] == "敎化所"


def test_token_at_finds_the_token_of_a_position() -> None:
    folded = fold("Sin uiju")

    assert [folded.token_at(position) for position in (0, 2, 3, 6)] == [0, 0, 1, 1]


@given(st.text("ab1 '`-.&<>;#\t\n", max_size=12) | st.text(max_size=8))
def test_plain_forms_are_those_of_the_tokens(text: str) -> None:
    forms = plain_forms(text)

    assert forms is None or forms == [token.form for token in fold(text).tokens]
