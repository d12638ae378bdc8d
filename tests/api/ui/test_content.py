"""Rules, lists and evidence as pages: all of them open, and say what the content says."""

import re
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from screener.pipeline import Screener
from tests.api.ui.conftest import Person, words


@pytest.fixture(scope="module", name="reader")
def _reader(shared: TestClient) -> Person:
    return Person(shared)


def test_every_rule_has_a_page_in_plain_words(reader: Person, screener: Screener) -> None:
    pages = {rule.id: reader.see(f"/rules/{rule.id}") for rule in screener.pack.rules}

    assert {page.status_code for page in pages.values()} == {200}
    for rule in screener.pack.rules:
        text = words(pages[rule.id])
        assert "fires if" in text
        said = [part.strip() for part in re.split(r"\{[a-z_]+\}", " ".join(rule.says.split()))]
        assert all(part in text for part in said)
        assert not re.search(r"\{[a-z_]+\}", text)
        assert all(test.name in text for test in rule.tests)


def test_the_pack_is_shown_by_family(reader: Person, screener: Screener) -> None:
    page = reader.see("/rules?family=price")

    shown = re.findall(r'<code class="quiet">([^<]+)</code>', page.text)
    assert shown == [rule.id for rule in screener.pack.rules if rule.family == "price"]


def test_every_source_and_claim_has_a_page(reader: Person, screener: Screener) -> None:
    register = screener.register
    paths = [f"/evidence/{one.id}" for one in register.sources]
    paths += [f"/evidence/claims/{one}" for one in register.claims]

    assert {reader.see(path).status_code for path in paths} == {200}


def test_a_claim_says_where_it_is_used(reader: Person) -> None:
    text = words(reader.see("/evidence/claims/B-11"))

    assert "Detention facility of the DPRK named as party or site" in text
    assert "Paekto Reeducation Camp" in text
    assert "paragraph 9" in text


def test_a_source_says_of_each_claim_where_it_is_used(reader: Person) -> None:
    page = reader.see("/evidence/asia-review-2026")

    row = page.text.partition('href="/ui/evidence/claims/B-11"')[2].partition("</tr>")[0]
    assert 'href="/ui/rules/entity.detention-site"' in row
    assert 'href="/ui/lists/dprk-parties/entries/E-PAEKTO"' in row


def test_a_rule_names_columns_as_pages_do(reader: Person) -> None:
    text = words(reader.see("/rules/entity.detention-site"))

    assert "“Supplier name, local script”" in text
    assert "supplier_name_local" not in text


def test_a_source_says_what_must_not_be_said(reader: Person, screener: Screener) -> None:
    source = next(one for one in screener.register.sources if one.must_not_say)

    text = words(reader.see(f"/evidence/{source.id}"))

    assert all(one.tempting in text for one in source.must_not_say)


def test_every_list_says_its_age_and_coverage(reader: Person, screener: Screener) -> None:
    text = words(reader.see("/lists"))

    for edition in screener.editions:
        assert " ".join(edition.coverage.split()) in text
        page = reader.see(f"/lists/{edition.id}")
        assert page.status_code == 200
        assert re.search(r"\d days? old", words(page))


def test_an_entry_shows_every_spelling(reader: Person, screener: Screener) -> None:
    entry = screener.entries["E-PAEKTO"]

    text = words(reader.see(f"/lists/{entry.list}/entries/{quote(entry.id)}"))

    assert all(alias.text in text for alias in entry.aliases)
    assert all(limit in text for limit in entry.assertion_limits)
    assert "백토교화소 Hangul – A0 seen in a source" in text


def test_a_name_is_looked_up_in_any_script(reader: Person) -> None:
    page = reader.send("/lists", {"name": "백토교화소"}, seen="/lists")

    assert "Paekto Reeducation Camp" in words(page)


@pytest.mark.parametrize(
    "path", ["/rules/x.y", "/lists/x", "/lists/x/entries/y", "/evidence/x", "/evidence/claims/x"]
)
def test_what_is_not_there_is_said_to_be_none(reader: Person, path: str) -> None:
    assert reader.see(path).status_code == 404


def test_links_between_pages_lead_somewhere(reader: Person) -> None:
    path = reader.screened()
    links = set(re.findall(r'href="/ui(/[^"#]+)"', reader.see(path).text))

    broken = [link for link in sorted(links) if reader.see(link).status_code != 200]

    assert broken == []
