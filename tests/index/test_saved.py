"""Tests of screener.index.saved and screener.index.strings."""

from hypothesis import given
from hypothesis import strategies as st

from screener.index.lexicon import Lexicon
from screener.index.names import LOWEST_THRESHOLD, NameIndex
from screener.index.saved import arrays_of, index_of
from screener.index.strings import Strings
from tests.index.company_names import company_names, disturbed_names
from tests.index.shipped_words import GENERIC, PLACES

NATIVE = [
    "丹东华洋纺织服装有限公司",
    "조선대성무역회사",
    "Sinuiju Textile Factory",
    "华孚色纺",
    "대성",
    "长盛有限公司",
    "...",
]
SPELT = ["华孚", "Textile Factory Sinuiju", "Taesong", "Daesung", "Changsheng", "신의주 방직공장"]
NAMES = [*company_names(400, seed=5), *NATIVE]
KEYED = [(3 * at, name) for at, name in enumerate(NAMES)]


def test_an_index_made_of_saved_arrays_answers_as_the_one_that_was_saved() -> None:
    built = NameIndex.build(KEYED, GENERIC, places=PLACES)
    opened = index_of(arrays_of(built), Lexicon(GENERIC, PLACES))
    asked = [*disturbed_names(NAMES[:400], 200, seed=6), *NATIVE, *SPELT]
    texts = [f"made for {name}, packed" for name in asked]

    found = built.search(asked, LOWEST_THRESHOLD)

    assert sum(map(bool, found)) > len(asked) / 2
    assert all(found[-len(SPELT) :])
    assert opened.search(asked, LOWEST_THRESHOLD) == found
    assert opened.search_all_within(texts) == built.search_all_within(texts)
    assert [opened.compare(one, NAMES[0]) for one in asked] == [
        built.compare(one, NAMES[0]) for one in asked
    ]


def test_what_an_opened_index_holds_can_be_saved_again() -> None:
    first = arrays_of(NameIndex.build(KEYED, GENERIC, places=PLACES))

    again = arrays_of(index_of(first, Lexicon(GENERIC, PLACES)))

    assert again.keys() == first.keys()
    assert all(again[name].tobytes() == first[name].tobytes() for name in first)


def test_an_empty_list_can_be_saved() -> None:
    empty = NameIndex.build([], GENERIC, places=PLACES)

    assert index_of(arrays_of(empty), Lexicon(GENERIC, PLACES)).search(["Huayang"]) == [()]


@given(st.lists(st.text()))
def test_texts_in_arrays_are_the_texts(texts: list[str]) -> None:
    kept = Strings.of(texts)

    assert list(kept) == texts
    assert [kept[at] for at in range(len(kept))] == texts
    assert kept[1:] == texts[1:]
