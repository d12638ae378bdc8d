"""Tests of screener.content.nodes."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import (
    MAX_CHARACTERS,
    MAX_DEPTH,
    ListNode,
    MapNode,
    Node,
    ScalarNode,
    compose,
)


def composed(text: str) -> tuple[Node | None, list[str]]:
    diagnostics = Diagnostics()
    node = compose(text, "a.yaml", diagnostics)
    return node, [f"{f.code} {f.line}:{f.column}" for f in diagnostics.found]


def scalar(text: str) -> ScalarNode:
    node, problems = composed(f"key: {text}")
    assert problems == []
    assert isinstance(node, MapNode)
    value = node.get("key")
    assert isinstance(value, ScalarNode)
    return value


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0101", "0101"),
        ("010121", "010121"),
        ("0409", "0409"),
        ("9503.00", "9503.00"),
        ("0805.10", "0805.10"),
        ("NO", "NO"),
        ("Yes", "Yes"),
        ("12:30:00", "12:30:00"),
        ("1_000", "1_000"),
        ("2026-05-04", "2026-05-04"),
        ("'it''s'", "it's"),
        ('"a\\tb"', "a\tb"),
        ("null", "null"),
        ("", ""),
    ],
)
def test_scalar_is_read_as_written(written: str, read: str) -> None:
    assert scalar(written).text == read


def test_marks_count_characters_from_one() -> None:
    node, _ = composed("说明: 甲\n이름: [가, 나]\n")

    assert isinstance(node, MapNode)
    value = node.entries[0][1]
    assert (value.mark.line, value.mark.column, value.mark.end_column) == (1, 5, 6)
    assert value.mark.source == "说明: 甲"
    listed = node.get("이름")
    assert isinstance(listed, ListNode)
    assert [(item.mark.line, item.mark.column) for item in listed.items] == [(2, 6), (2, 9)]


def test_byte_order_mark_shifts_nothing() -> None:
    node, _ = composed("\ufeffkey: 1")

    assert node is not None
    assert (node.mark.line, node.mark.column) == (1, 1)


def test_other_line_breaks_are_counted_as_the_parser_counts_them() -> None:
    node, _ = composed("a: 1\r\nb: 2\rc: 3\x85d: 4")

    assert isinstance(node, MapNode)
    assert [(key.text, key.mark.line, key.mark.source) for key, _ in node.entries] == [
        ("a", 1, "a: 1"),
        ("b", 2, "b: 2"),
        ("c", 3, "c: 3"),
        ("d", 4, "d: 4"),
    ]


@pytest.mark.parametrize(
    ("written", "columns"),
    [("a differs from b", (8, 15)), ("'a differs from b'", (9, 16)), ('"a\\x20differs"', (6, 20))],
    ids=["plain", "quoted", "escaped: the whole"],
)
def test_part_of_a_scalar_has_its_own_place(written: str, columns: tuple[int, int]) -> None:
    mark = scalar(written).part(2, 9)

    assert (mark.column, mark.end_column) == columns


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        pytest.param("a: 1\nb: 2\na: 3", ["R003 1:1", "R003 3:1"], id="equal keys"),
        pytest.param("a: &x 1", ["R009 1:4"], id="anchor"),
        pytest.param("a: *x", ["R009 1:4"], id="alias"),
        pytest.param("a: !!str 1", ["R009 1:4"], id="tag"),
        pytest.param("<<: {a: 1}", ["R009 1:1"], id="merge key"),
        pytest.param("a: 1\n---\nb: 2", ["R009 2:1"], id="second document"),
        pytest.param("%YAML 1.1\n---\na: 1", ["R009 1:1"], id="directive"),
        pytest.param("[a, b]: 1", ["R004 1:1"], id="list as key"),
        pytest.param("", ["R000 1:1"], id="empty"),
        pytest.param("# only a comment\n", ["R000 1:1"], id="comment only"),
        pytest.param("a: b\n  c: d", ["R000 2:4"], id="wrong indentation"),
        pytest.param('a: 1\nb: "open', ["R000 2:4"], id="open quote: where it began"),
        pytest.param("a: 1\nb: \x07", ["R000 2:4"], id="control character"),
        pytest.param("a: \ud800", ["R000 1:4"], id="lone surrogate"),
        pytest.param("\tb: 1", ["R000 1:1"], id="tab as indentation"),
    ],
)
def test_what_is_refused_is_located(text: str, problems: list[str]) -> None:
    assert composed(text)[1] == problems


def test_first_of_equal_keys_counts() -> None:
    node, _ = composed("a: 1\na: 2")

    assert isinstance(node, MapNode)
    value = node.get("a")
    assert isinstance(value, ScalarNode)
    assert value.text == "1"


@pytest.mark.parametrize("piece", ["[", "{", "[a: ", "- ", "? ", "{a: ", "a: ", "&a ", "*a ", "'"])
def test_endless_nesting_is_refused_in_bounded_depth(piece: str) -> None:
    node, problems = composed(piece * 20_000)

    assert node is None or isinstance(node, ScalarNode)
    assert bool(problems) == (node is None)


def test_depth_within_the_bound_is_read() -> None:
    node, problems = composed("[" * MAX_DEPTH + "]" * MAX_DEPTH)

    assert problems == []
    assert isinstance(node, ListNode)


def test_file_above_the_size_limit_is_refused() -> None:
    assert composed("a" * (MAX_CHARACTERS + 1)) == (None, ["R000 1:1"])


def test_missing_key_is_none() -> None:
    node, _ = composed("a: 1")

    assert isinstance(node, MapNode)
    assert node.get("b") is None
    assert node.key("b") is None
    assert node.key("a") is not None


@example(text="? ? a")
@example(text="- - : -")
@example(text="%TAG ! !\n--- x")
@given(
    text=st.text(max_size=300) | st.text(alphabet="ab:-?[]{},&*!|>'\"%@#\n \t…中가", max_size=120)
)
def test_any_text_gives_nodes_or_a_located_diagnostic(text: str) -> None:
    diagnostics = Diagnostics()

    node = compose(text, "a.yaml", diagnostics)

    assert node is not None or diagnostics.errors
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + 1
    lines += text.count("\u2028") + text.count("\u2029")
    assert all(1 <= problem.line <= lines + 1 for problem in diagnostics.found)
    assert isinstance(diagnostics.render(), str)
