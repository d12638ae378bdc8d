"""The name index of any names with the words and places that are shipped."""

from collections.abc import Sequence

from screener.factory import BUSINESS_WORDS
from screener.index.names import NameIndex
from screener.lists.edition import read_gazetteer, read_vocabulary
from screener.match.names import place_paths
from screener.resources import shipped


def shipped_words() -> tuple[frozenset[str], dict[str, str]]:
    """Return the words of business and the places that are shipped."""
    lists = shipped("watchlists")
    return read_vocabulary(lists, BUSINESS_WORDS), place_paths(read_gazetteer(lists))


def shipped_index(names: Sequence[tuple[int, str]]) -> NameIndex:
    """Return the index of (key, name) pairs as a screening would search it."""
    words, places = shipped_words()
    return NameIndex.build(names, words, places=places)
