"""The static site of the pack: complete, escaped, and asking for nothing outside."""

import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from screener.evidence.rule_site import Described, pages
from screener.pipeline import Screener


@pytest.fixture(scope="module")
def described(screener: Screener) -> Described:
    names = {entry.id: entry.name for entry in screener.entries.values()}
    return Described(screener.pack, screener.register, names)


def test_every_rule_has_a_page_that_the_index_leads_to(described: Described) -> None:
    site = dict(pages(described))

    led_to = set(re.findall(r'href="([^"]+)"', site["index.html"]))
    assert led_to == {f"{rule.id}.html" for rule in described.pack.rules}
    assert led_to == site.keys() - {"index.html"}


def test_a_page_tells_logic_examples_and_sources(described: Described) -> None:
    page = dict(pages(described))["dprk.border-handwork.html"]

    assert "fires if" in page
    assert "lifts the record to T2 at least" in page
    assert described.register.claims["B-02"].paraphrase.split(",")[0] in page
    rule = next(one for one in described.pack.rules if one.id == "dprk.border-handwork")
    assert page.count("<tr>") == 1 + len(rule.tests)


def test_no_page_asks_for_anything_outside(described: Described) -> None:
    asking = re.compile(r'(?:src|href|action)="(?:https?:)?//|@import|url\(|<script', re.IGNORECASE)

    assert [name for name, text in pages(described) if asking.search(text)] == []


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.seen.add(tag)


def test_what_a_rule_says_is_never_markup(described: Described) -> None:
    first = described.pack.rules[0]
    sharp = replace(first, title="<b>x</b>", says="<img>", why="<i>", asks=("<script>",))
    pack = replace(described.pack, rules=(sharp,))

    tags = _Tags()
    for _, text in pages(described._replace(pack=pack)):
        tags.feed(text)

    assert not tags.seen & {"b", "img", "i", "script"}
