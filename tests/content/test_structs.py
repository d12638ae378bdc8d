"""Tests of screener.content.structs."""

from enum import StrEnum
from typing import Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import MapNode, Mark, Node, compose
from screener.content.structs import read_struct


class Colour(StrEnum):
    """A colour."""

    RED = "red"
    GREEN = "green"


class Inner(msgspec.Struct, frozen=True, kw_only=True):
    """A nested struct that knows its place."""

    word: str
    place: Mark


class OddThing(msgspec.Struct, frozen=True, kw_only=True):
    """A struct with one field of every kind the reader knows."""

    id: str
    count: int = 0
    share: float = 0.0
    open: bool = False
    colour: Colour = Colour.RED
    grade: Literal["A0", "A1"] = "A0"
    words: tuple[str, ...] = ()
    inner: tuple[Inner, ...] = ()
    row: dict[str, str] = {}
    note: str | None = None
    limit: int | None = None
    renamed: str = msgspec.field(default="", name="class")


class Refusing(msgspec.Struct, frozen=True):
    """A struct that checks itself."""

    low: int
    high: int

    def __post_init__(self) -> None:
        """Refuse an empty range."""
        if self.low > self.high:
            raise ValueError("low is above high")


def read(
    text: str, *, renames: dict[str, str] | None = None
) -> tuple[OddThing | None, list[tuple[str, int, int]]]:
    diagnostics = Diagnostics()
    thing = read_struct(
        compose(text, "a.yaml", diagnostics), OddThing, diagnostics, renames=renames
    )
    return thing, [(found.code, found.line, found.column) for found in diagnostics.found]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("id: 0101", "id", "0101"),
        ("id: NO", "id", "NO"),
        ("id: ''", "id", ""),
        ("id: |\n  two\n  lines\n", "id", "two\nlines"),
        ("id: >\n  one\n  line\n", "id", "one line"),
        ("id: x\ncount: -12", "count", -12),
        ("id: x\nshare: 0.85", "share", 0.85),
        ("id: x\nshare: 1", "share", 1.0),
        ("id: x\nopen: true", "open", True),
        ("id: x\ncolour: green", "colour", Colour.GREEN),
        ("id: x\ngrade: A1", "grade", "A1"),
        ("id: x\nwords: [NO, 0805.10]", "words", ("NO", "0805.10")),
        ("id: x\nwords: []", "words", ()),
        ("id: x\nrow: {country: NO, 行: '1'}", "row", {"country": "NO", "行": "1"}),
        ("id: x\nnote:", "note", None),
        ("id: x\nnote: ~", "note", None),
        ("id: x\nnote: 'null'", "note", "null"),
        ("id: x\nlimit: 3", "limit", 3),
        ("id: x\nclass: y", "renamed", "y"),
    ],
)
def test_scalar_is_read_by_the_type_of_its_field(line: str, field: str, value: object) -> None:
    thing, problems = read(line)

    assert problems == []
    assert thing is not None
    assert getattr(thing, field) == value
    assert type(getattr(thing, field)) is type(value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("count: 1", ("R002", 1, 1)),
        ("id: x\nconut: 1", ("R001", 2, 1)),
        ("id: x\ncount: 1_000", ("R004", 2, 8)),
        ("id: x\ncount: '1'", ("R004", 2, 8)),
        ("id: x\ncount: 0x10", ("R004", 2, 8)),
        ("id: x\ncount: 010", ("R004", 2, 8)),
        ("id: x\ncount: 1.0", ("R004", 2, 8)),
        ("id: x\ncount: " + "9" * 5_000, ("R004", 2, 8)),
        ("id: x\nshare: nan", ("R004", 2, 8)),
        ("id: x\nopen: yes", ("R004", 2, 7)),
        ("id: x\ncolour: blue", ("R005", 2, 9)),
        ("id: x\ngrade: A9", ("R005", 2, 8)),
        ("id: x\nwords: a", ("R004", 2, 8)),
        ("id: x\nwords: {a: b}", ("R004", 2, 8)),
        ("id: x\nwords: [[a]]", ("R004", 2, 9)),
        ("id: x\nrow: [a]", ("R004", 2, 6)),
        ("id: x\nrow: {a: [b]}", ("R004", 2, 10)),
        ("id: [x]", ("R004", 1, 5)),
        ("id:", ("R004", 1, 4)),
        ("- id: x", ("R004", 1, 1)),
        ("id: x\ninner: [{word: a, wrod: b}]", ("R001", 2, 19)),
        ("id: x\ninner: [a]", ("R004", 2, 9)),
    ],
)
def test_what_does_not_fit_is_located_and_refused(text: str, problem: tuple[str, int, int]) -> None:
    assert read(text) == (None, [problem])


def test_all_problems_are_reported_at_once() -> None:
    _, problems = read("conut: 1\nopen: yes\nwords: [[a], [b]]\ncolour: blue")

    assert [code for code, _, _ in problems] == ["R001", "R002", "R004", "R004", "R004", "R005"]


def test_message_names_the_kind_and_the_nearest_key() -> None:
    diagnostics = Diagnostics()
    node = compose("id: x\nconut: 1", "a.yaml", diagnostics)

    read_struct(node, OddThing, diagnostics)

    (found,) = diagnostics.errors
    assert found.message == 'unknown key "conut" in an odd thing'
    assert str(found.help).startswith('did you mean "count"? known keys: id, count')


def test_field_may_be_renamed_by_the_caller() -> None:
    thing, problems = read("id: x\nsort: red", renames={"sort": "colour"})

    assert problems == []
    assert thing is not None
    assert thing.colour is Colour.RED


def test_renamed_field_no_longer_answers_to_its_own_name() -> None:
    _, problems = read("id: x\ncolour: red", renames={"sort": "colour"})

    assert problems == [("R001", 2, 1)]


def test_field_of_type_mark_gets_the_place_of_its_mapping() -> None:
    thing, _ = read("id: x\ninner:\n  - word: a\n  - word: b")

    assert thing is not None
    assert [(inner.word, inner.place.line) for inner in thing.inner] == [("a", 3), ("b", 4)]


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """A struct that keeps a part as it was written."""

    when: Node
    unless: Node | None = None


def test_field_of_type_node_gets_the_node_as_written() -> None:
    diagnostics = Diagnostics()

    held = read_struct(compose("when: {a: 1}", "a.yaml", diagnostics), Holding, diagnostics)

    assert held is not None
    assert isinstance(held.when, MapNode)
    assert held.unless is None


def test_refusal_of_the_struct_itself_is_a_diagnostic() -> None:
    diagnostics = Diagnostics()
    node = compose("low: 3\nhigh: 1", "a.yaml", diagnostics)

    assert read_struct(node, Refusing, diagnostics) is None
    assert [found.message for found in diagnostics.errors] == ["low is above high"]


def test_nothing_composed_gives_nothing_and_no_second_message() -> None:
    diagnostics = Diagnostics()

    assert read_struct(None, OddThing, diagnostics) is None
    assert diagnostics.found == ()


KEYS = st.sampled_from([field.encode_name for field in msgspec.structs.fields(OddThing)])
VALUES = st.recursive(
    st.sampled_from(
        ["a", "1", "-0", "1.5", "true", "''", "~", "red", "A1", '"甲"', "9e9", "word: x"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(KEYS, inner, max_size=3).map(
            lambda entries: (
                "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}"
            )
        )
    ),
    max_leaves=8,
)


@given(entries=st.dictionaries(KEYS, VALUES, max_size=6))
def test_any_mapping_is_read_or_refused_with_a_diagnostic(entries: dict[str, str]) -> None:
    diagnostics = Diagnostics()
    text = "\n".join(f"{key}: {value}" for key, value in entries.items()) or "{}"

    thing = read_struct(compose(text, "a.yaml", diagnostics), OddThing, diagnostics)

    assert (thing is None) == bool(diagnostics.errors)
