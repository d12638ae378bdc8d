"""Tests of screener.content.diagnostics."""

import pytest

from screener.content.diagnostics import MAX_KEPT, Diagnostic, Diagnostics, nearest, suggestion
from screener.content.nodes import Mark
from screener.errors import RuleError


def found(source: str, column: int, end_column: int) -> Diagnostic:
    return Diagnostic(
        code="R001",
        path="a.yaml",
        line=7,
        column=column,
        end_column=end_column,
        severity="error",
        message="wrong",
        source=source,
    )


@pytest.mark.parametrize(
    ("source", "word", "pointer"),
    [
        pytest.param("staus: active", "staus", "^^^^^", id="latin"),
        pytest.param("说明: staus", "staus", "      ^^^^^", id="after two wide characters"),
        pytest.param("이름: staus", "staus", "      ^^^^^", id="after two Hangul syllables"),
        pytest.param("a: 娃娃", "娃娃", "   ^^^^", id="under wide characters"),
        pytest.param("a:\tstaus", "staus", "  \t^^^^^", id="after a tab"),
        pytest.param("Sinu\u0306iju: x", "x", " " * 9 + "^", id="after a combining mark"),
        pytest.param("\uff41: x", "x", "    ^", id="after a full-width letter"),
    ],
)
def test_caret_stands_under_the_word(source: str, word: str, pointer: str) -> None:
    start = source.index(word) + 1

    shown = found(source, start, start + len(word)).render().splitlines()

    assert shown[1] == f"     7 | {source}"
    assert shown[2] == f"       | {pointer}"


def test_long_line_is_cut_around_the_place() -> None:
    source = "x" * 5_000 + "staus" + "y" * 5_000

    shown = found(source, 5_001, 5_006).render().splitlines()

    assert len(shown[1]) < 200
    place = shown[2].index("^")
    assert shown[1][place : place + 5] == "staus"


def test_place_behind_the_line_still_gets_a_caret() -> None:
    assert found("ab", 9, 10).render().splitlines()[2] == "       |   ^"


def test_characters_that_steer_a_terminal_are_not_printed() -> None:
    assert "\x1b" not in found("a: \x1b[31m", 4, 5).render()


def test_errors_are_sorted_by_path_line_column_and_code() -> None:
    diagnostics = Diagnostics()
    places = [("b", 1, 1, "R001"), ("a", 2, 1, "R001"), ("a", 1, 2, "R002"), ("a", 1, 2, "R001")]
    for path, line, column, code in places:
        diagnostics.add(code, Mark(path, line, column, column + 1), "wrong")

    assert [(f.path, f.line, f.column, f.code) for f in diagnostics.errors] == sorted(places)


def test_same_problem_twice_is_shown_once() -> None:
    diagnostics = Diagnostics()
    mark = Mark("a", 1, 1, 2)

    diagnostics.add("R001", mark, "wrong")
    diagnostics.add("R001", mark, "wrong")

    assert len(diagnostics.found) == 1


def test_flood_is_cut_and_counted() -> None:
    diagnostics = Diagnostics()
    for line in range(MAX_KEPT + 5):
        diagnostics.add("R001", Mark("a", line + 1, 1, 2), "wrong")

    assert len(diagnostics.found) == MAX_KEPT
    assert diagnostics.render().endswith("and 5 more")


def test_warnings_alone_do_not_raise() -> None:
    diagnostics = Diagnostics()
    diagnostics.add("R053", Mark("a", 1, 1, 2), "no test at the limit", severity="warning")

    diagnostics.raise_if_any(RuleError)

    assert diagnostics.errors == ()
    assert len(diagnostics.warnings) == 1


def test_errors_raise_the_class_asked_for_with_all_messages() -> None:
    diagnostics = Diagnostics()
    diagnostics.add("R001", Mark("a.yaml", 1, 1, 2), "one")
    diagnostics.add("R002", Mark("b.yaml", 1, 1, 2), "two")

    with pytest.raises(RuleError, match=r"(?s)a\.yaml:1:1: error\[R001\] one.*b\.yaml.*two"):
        diagnostics.raise_if_any(RuleError)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("staus", "status"),
        ("G-DOL", "G-DOLL"),
        ("g-doll", "G-DOLL"),
        ("contry_of_export", "country_of_export"),
        ("completely different", None),
        ("", None),
        ("x" * 10_000, None),
    ],
    ids=lambda value: str(value)[:20] or "empty",
)
def test_nearest_known_word_is_offered(word: str, meant: str | None) -> None:
    known = ["title", "status", "country_of_export", "country_of_origin", "G-DOLL", "G-HAT"]

    assert nearest(word, known) == meant


def test_suggestion_lists_the_first_words() -> None:
    assert suggestion("zzz", [str(number) for number in range(20)]).endswith("6, 7, ...")


def test_suggestion_without_known_words_says_nothing() -> None:
    assert suggestion("x", []) == ""
