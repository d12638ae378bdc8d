"""Lines are put together into records as the csv module reads them, one broken quote at a time."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.batch import lines
from screener.batch.lines import MOST_CHARACTERS, UNCLOSED, Raw, records

DELIMITERS = st.sampled_from([",", ";", "\t", "|"])
LINES = st.text(alphabet='";,a\t| \r\n', max_size=12)
CELLS = st.text(alphabet='";,a\t|é丹\r\n', max_size=8)


def read(text: str, delimiter: str = ",", width: int | None = None) -> list[Raw]:
    numbered = enumerate(io.StringIO(text, newline=""), start=1)
    return list(records(numbered, delimiter, width))


def plainly_open(line: str, delimiter: str, *, inside: bool) -> bool:
    """Say by one look at each character whether a quoted cell is open at the end."""
    at_start, skip = not inside, False
    for position, character in enumerate(line):
        if skip:
            skip = False
        elif inside:
            if character == '"':
                skip = line[position + 1 : position + 2] == '"'
                inside = skip
        elif character == '"' and at_start:
            inside = True
        at_start = not inside and character == delimiter
    return inside


@given(LINES, DELIMITERS, st.booleans())
def test_open_quotes_are_those_a_plain_scan_finds(line: str, delimiter: str, inside: bool) -> None:  # noqa: FBT001
    expected = plainly_open(line, delimiter, inside=inside)

    assert lines._open(line, delimiter, inside=inside) == expected


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=6), DELIMITERS)
def test_what_was_written_is_read_again(rows: list[list[str]], delimiter: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)

    assert [list(raw.cells) for raw in read(text.getvalue(), delimiter)] == rows


@given(st.lists(LINES, max_size=8))
def test_no_line_is_lost_or_read_twice(texts: list[str]) -> None:
    text = "".join(f"{line}\n" for line in texts)

    assert "".join(raw.text for raw in read(text)) == text


def test_a_quoted_line_break_stays_in_its_cell_and_numbers_go_on() -> None:
    first, second = read('a,"b\r\nc"\nd,e\n')

    assert (first.line, first.cells) == (1, ("a", "b\r\nc"))
    assert (second.line, second.cells) == (3, ("d", "e"))


def test_an_unclosed_quote_spoils_the_line_it_opens_in_alone() -> None:
    bad, *good = read('a,"b\nc,d\ne,f\n')

    assert (bad.line, bad.fault) == (1, UNCLOSED)
    assert bad.remedy
    assert [raw.cells for raw in good] == [("c", "d"), ("e", "f")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('a,"b\nc,d\ne,"f"\n', id="goes on after the quote"),
        pytest.param('a,"b\nc,d\n"e",f\n', id="ends at a first cell"),
        pytest.param('"a,b\nc,d\ne,"f"\n', id="leaves too few cells"),
    ],
)
def test_a_quote_that_a_later_one_ends_by_chance_counts_as_unclosed(text: str) -> None:
    assert [raw.fault for raw in read(text, width=2)] == [UNCLOSED, None, None]


@pytest.mark.parametrize("length", [MOST_CHARACTERS, MOST_CHARACTERS + 1])
def test_a_cell_of_more_than_the_most_characters_is_a_fault(length: int) -> None:
    bad, good = read("x" * length + ",a\nb,c\n")

    assert (bad.fault is None) == (length == MOST_CHARACTERS)
    assert good.cells == ("b", "c")


def test_an_empty_line_is_a_record_without_cells() -> None:
    assert [(raw.cells, raw.fault) for raw in read("a\n\r\nb\n")] == [
        (("a",), None),
        ((), None),
        (("b",), None),
    ]


def test_the_limit_of_other_readers_stays_as_it_was() -> None:
    before = csv.field_size_limit()

    assert read("x" * (before + 1) + "\n" + '"a\n')
    assert csv.field_size_limit() == before
