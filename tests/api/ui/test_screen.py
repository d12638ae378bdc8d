"""One line screened on a page, and what the page of its screening says."""

import re
from html import unescape

import pytest

from api.ui.words import FORM_FIELDS
from screener.pipeline import Screener
from tests.api.ui.conftest import LINE, MakePerson, Person, words

HOSTILE = """<script>alert(1)</script>"><img src=x onerror=alert(1)>{{ 7*7 }}'"""


def test_a_line_is_screened_and_explained(person: Person) -> None:
    page = person.see(person.screened())

    text = words(page)
    assert "T4 stop" in text
    assert "Detention facility of the DPRK named as party or site" in text
    assert "How the points add up" in text
    assert "31 CFR Part 510" in text
    assert "confidence: medium" in text
    assert "What would change the tier" in text
    assert "It is not a probability" in text


def test_hits_are_marked_where_they_stand_in_any_script(person: Person) -> None:
    page = person.see(person.screened())

    shown = re.search(r"<dt>Product description</dt><dd[^>]*>(.*?)</dd>", page.text)

    assert shown is not None
    assert "백토 교화소" in "".join(re.findall("<mark>(.*?)</mark>", shown[1]))
    assert re.sub(r"<[^>]*>", "", shown[1]) == LINE["product_description"]


def test_nobody_writes_to_the_supplier_of_a_stop(person: Person) -> None:
    page = person.see(person.screened())

    assert 'id="letter"' not in page.text
    assert "nobody writes to them before counsel has looked" in words(page)


def test_the_text_for_the_supplier_asks_and_tells_nothing(person: Person) -> None:
    page = person.see(person.screened(product_description="hand crocheted dolls"))

    letter = re.search(r'<textarea id="letter"[^>]*>(.*?)</textarea>', page.text, re.DOTALL)

    assert letter is not None
    assert "hand crocheted dolls" in letter[1]
    assert "1. " in letter[1]
    for told in ("forced", "T2", "points", "DPRK", "North Korea", "listed"):
        assert told not in letter[1]


def test_all_of_a_screening_is_there_as_text(person: Person) -> None:
    page = person.see(person.screened(product_description="<b>hand crocheted</b> dolls"))

    text = re.search(r'<textarea id="text"[^>]*>(.*?)</textarea>', page.text, re.DOTALL)

    assert text is not None
    lines = unescape(text[1]).strip().splitlines()
    assert lines[0] == "T2 review · Line 1"
    assert "  Product description: <b>hand crocheted</b> dolls" in lines
    heads = [one for one in lines if one and not one.startswith(" ")]
    for head in ("The record", "Reasons", "What is unknown", "What to ask", "What was looked at"):
        assert head in heads
    assert any(one.startswith("     [B-06] ") for one in lines)
    assert "     Legal basis: " in "\n".join(lines)
    assert "T1 note: without" in text[1]


def test_a_line_may_be_screened_without_being_kept(person: Person) -> None:
    fields = {name: text for name, text in LINE.items() if name != "keep"}

    page = person.send("/screen", fields, seen="/screen")

    assert "T4 stop" in words(page)
    assert "Not kept" in words(page)
    assert person.client.get("/v1/screenings").json()["screenings"] == []


def test_one_who_may_not_read_sees_the_answer_all_the_same(signed_in: MakePerson) -> None:
    page = signed_in("sue", "screen").send("/screen", LINE, seen="/screen")

    assert "T4 stop" in words(page)
    assert "Decide" not in words(page)


def test_what_is_wrong_is_said_at_its_field(person: Person) -> None:
    page = person.send("/screen", {"notes": "", "quantity": "12"}, seen="/screen")

    assert page.status_code == 422
    assert "nothing to screen" in words(page)
    assert 'value="12"' in page.text


def test_the_page_agrees_with_rest(person: Person, screener: Screener) -> None:
    path = person.screened()

    answer = person.client.get(f"/v1{path}").json()

    text = words(person.see(path))
    assert f"{round(answer['risk_score'], 2):g}" in text
    for reason in answer["reasons"]:
        assert reason["sentence"] in text
    for question in answer["questions"]:
        assert question in text
    assert screener.scope.disclaimer in text


ROWS = {
    "tab, no header": ("hand crocheted dolls\tDandong Kexin Trading Co., Ltd.\tCN\t9503.00", 4),
    "tab, header": ("Description\tVendor\tOrigin\nhand crocheted dolls\tDandong Kexin\tCN", 3),
    "csv, header": ('Description,Vendor\n"dolls, crocheted by hand","Kexin, Dandong"\n', 2),
    "semicolons": ("产品描述;供应商名称\n毛线帽;丹东华阳纺织有限公司", 2),
    "one cell": ("hand crocheted dolls", 1),
}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_a_spreadsheet_is_recognised(person: Person, row: str) -> None:
    text, fields = ROWS[row]

    page = person.send("/screen/paste", {"row": text}, seen="/screen")

    filled = dict(re.findall(r'<input id="(\w+)" name="\w+" value="([^"]+)"', page.text))
    assert "product_description" in filled
    assert len(filled) == fields
    assert "How the row was read" in words(page)


def test_a_pasted_row_loses_no_cell_without_a_header(person: Person) -> None:
    row = "毛线帽 钩针\t丹东华阳纺织有限公司\t中国\t6505.00.60\t0.9\tUSD\t2026-03-01\tzzz"

    page = person.send("/screen/paste", {"row": row}, seen="/screen")

    for cell in row.split("\t"):
        assert page.text.count(cell) >= 2


@pytest.mark.parametrize("row", ["", "  \n ", "\t\t"])
def test_nothing_pasted_is_said(person: Person, row: str) -> None:
    page = person.send("/screen/paste", {"row": row}, seen="/screen")

    assert page.status_code == 422
    assert "there is no row" in words(page)


def test_hostile_text_stays_text(person: Person) -> None:
    path = person.screened(**dict.fromkeys(FORM_FIELDS, HOSTILE))

    page = person.see(path)

    assert "<script>alert" not in page.text
    assert "<img" not in page.text
    assert "{{ 7*7 }}" in page.text
