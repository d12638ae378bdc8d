"""Tests of screener.content.fixes."""

import pytest

from screener.content.diagnostics import Diagnostic, Diagnostics, Fix
from screener.content.fixes import fixed, listed, quoted, rewritten
from screener.content.nodes import MapNode, ScalarNode, compose


def _value(text: str) -> ScalarNode:
    node = compose(f"a: {text}\n", "a.yaml", Diagnostics())
    assert isinstance(node, MapNode)
    value = node.get("a")
    assert isinstance(value, ScalarNode)
    return value


def _wrong(line: int, column: int, end: int, instead: str) -> Diagnostic:
    return Diagnostic(
        code="R013", path="a.yaml", line=line, column=column, end_column=end,
        severity="warning", message="", fix=Fix(instead),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("NO", '"NO"'),
        ("0409", '"0409"'),
        ("a\\b", '"a\\\\b"'),
        ("手工", '"手工"'),
        ('"NO"', None),
        ("'NO'", None),
        ("two\n  lines", None),
    ],
)
def test_a_bare_scalar_is_quoted(text: str, fix: str | None) -> None:
    found = quoted(_value(text))

    assert (found.text if found is not None else None) == fix


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("B-02", "[B-02]"),
        ("dolls, knitted", '["dolls, knitted"]'),
        ('"B-02"', '["B-02"]'),
        ("'it''s'", "['it''s']"),
        ("two\n  lines", None),
        (">\n  folded", None),
    ],
)
def test_a_scalar_is_put_into_a_list(text: str, fix: str | None) -> None:
    found = listed(_value(text))

    assert (found.text if found is not None else None) == fix


def test_a_word_is_replaced_only_where_it_reads_as_it_is_written() -> None:
    assert rewritten(_value("cn"), "CN") == Fix("CN")
    assert rewritten(_value('"cn"'), "CN") is None


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_fixes_leave_comments_breaks_and_the_rest_of_the_file(line_break: str) -> None:
    text = f"\ufeffa: NO # Norway{line_break}b: [cn, NO]{line_break}"

    after, made = fixed(
        text, [_wrong(1, 4, 6, '"NO"'), _wrong(2, 5, 7, "CN"), _wrong(2, 9, 11, "X")]
    )

    assert after == f'\ufeffa: "NO" # Norway{line_break}b: [CN, X]{line_break}'
    assert made == 3


def test_of_two_fixes_that_overlap_one_is_made() -> None:
    after, made = fixed("a: cn\n", [_wrong(1, 4, 6, '"cn"'), _wrong(1, 4, 6, "CN")])

    assert (after, made) in {('a: "cn"\n', 1), ("a: CN\n", 1)}


def test_a_diagnostic_without_a_fix_changes_nothing() -> None:
    plain = Diagnostic(
        code="R001", path="a.yaml", line=1, column=1, end_column=2, severity="error", message=""
    )

    assert fixed("a: 1\n", [plain]) == ("a: 1\n", 0)
