"""Where goods go, and offices."""

import pytest

from screener.match.denials import Span
from screener.match.directions import Directions


def _of(text: str, **cues: str) -> tuple[Directions, Span, tuple[int, int]]:
    spans = {
        "S-" + term: [Span(text.index(words), text.index(words) + len(words))]
        for term, words in cues.items()
    }
    at = text.index("Nampo")
    return Directions(text, spans), Span(at, at + 5), (0, len(text))


@pytest.mark.parametrize(
    ("text", "cues", "expected"),
    [
        ("Goods sold to Nampo", {"OUTWARD": "sold to"}, True),
        ("Goods sold to the Nampo mill", {"OUTWARD": "sold to"}, True),
        ("Goods sold to Wu, Nampo", {"OUTWARD": "sold to"}, False),
        ("Goods shipped to Nampo for sewing", {"OUTWARD": "shipped to", "WORK": "sewing"}, False),
        ("Yarn shipped to Nampo", {"OUTWARD": "shipped to", "WORK": "Yarn shipped to"}, False),
        ("Sewn goods shipped to Nampo", {"OUTWARD": "shipped to", "WORK": "Sewn"}, True),
        ("Nampo, sold to others", {"OUTWARD": "sold to"}, False),
    ],
)
def test_goods_go_out_where_no_work_is_done(
    text: str, cues: dict[str, str], *, expected: bool
) -> None:
    directions, name, sentence = _of(text, **cues)

    assert directions.leads_out(name, sentence) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("our Nampo office", True), ("Nampo and its office", False), ("office of Nampo", False)],
)
def test_office_stands_directly_behind_its_place(text: str, *, expected: bool) -> None:
    directions, name, sentence = _of(text, OFFICE="office")

    assert directions.seats(name, sentence) is expected
