"""The search that editions are judged with, made once a process."""

import pytest

from screener.editions.searching import NameSearch
from screener.factory import BUSINESS_WORDS, TRADE_WORDS
from screener.lists.edition import read_gazetteer, read_vocabulary
from screener.resources import shipped
from screener.rules.fields import read_fields


@pytest.fixture(scope="session")
def search() -> NameSearch:
    """Return a search with the shipped words and places."""
    lists = shipped("watchlists")
    return NameSearch(
        read_fields(shipped("rules")),
        read_vocabulary(lists, BUSINESS_WORDS),
        read_vocabulary(lists, TRADE_WORDS),
        read_gazetteer(lists),
    )
