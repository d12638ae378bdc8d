"""Documents noted at a supplier or a screening, evidence packs, and the trend of a supplier."""

import io
import zipfile

import pytest

from api.ui.words import ASKS_FOR, ITEMS
from screener.model.checklist import CHECKLIST
from tests.api.ui.conftest import MakePerson, Person, words

HASH = "ab" * 32
NOTED = {
    "item": "labour-records",
    "state": "asked",
    "title": "Roster <b>2026</b>",
    "note": "By <i>Friday</i>",
    "file_hash": "",
}


def test_every_item_of_the_checklist_has_words() -> None:
    assert {one.id: one.asks_for for one in CHECKLIST} == ASKS_FOR
    assert list(ITEMS) == list(ASKS_FOR)


def test_a_document_noted_at_a_screening_stands_at_its_supplier(person: Person) -> None:
    supplier = person.supplier()
    screening = person.screened()

    at_screening = person.send(f"{screening}/documents", NOTED, seen=screening)
    person.send(
        f"{supplier}/documents", {**NOTED, "state": "received", "file_hash": HASH}, seen=supplier
    )

    assert "asked for Labour records" in words(at_screening)
    page = person.see(supplier)
    assert "Labour records received" in words(page)
    assert "Roster <b>2026</b>" in words(page)
    assert "By <i>Friday</i>" in words(page)
    assert "<b>2026" not in page.text
    assert "<i>Friday" not in page.text
    assert HASH[:16] in page.text


@pytest.mark.parametrize("wrong", [{"item": "none"}, {"state": "lost"}, {"file_hash": "x"}])
def test_a_note_without_sense_is_refused(person: Person, wrong: dict[str, str]) -> None:
    supplier = person.supplier()

    answer = person.send(f"{supplier}/documents", {**NOTED, **wrong}, seen=supplier)

    assert answer.status_code == 422


def test_a_line_without_a_supplier_has_no_documents(person: Person) -> None:
    screening = person.screened(supplier_name="")

    assert "Documents of the supplier" not in words(person.see(screening))
    assert person.send(f"{screening}/documents", NOTED, seen=screening).status_code == 404


def test_who_may_only_read_notes_nothing(person: Person, signed_in: MakePerson) -> None:
    supplier = person.supplier()
    reader = signed_in("reader", "read")

    assert "Note a document" not in words(reader.see(supplier))
    assert reader.send(f"{supplier}/documents", NOTED, seen="/queue").status_code == 403


def test_the_evidence_pack_is_that_of_rest(person: Person) -> None:
    supplier = person.supplier()
    screening = person.screened()

    packs = [person.see(f"{one}/evidence-pack") for one in (supplier, screening)]

    assert packs[0].content == person.client.get(f"/v1{supplier}/evidence-pack").content
    for pack in packs:
        assert "attachment" in pack.headers["content-disposition"]
        assert zipfile.ZipFile(io.BytesIO(pack.content)).testzip() is None


def test_the_trend_counts_lines_month_by_month(person: Person) -> None:
    supplier = person.supplier()
    person.screened(product_description="hand crocheted dolls")

    page = person.see(supplier)

    assert page.text.count("<rect class=") == 2
    table = words(page).partition("Lines by month")[2].partition("Lines Tier")[0]
    assert table.split()[-5:] == ["0", "0", "1", "0", "1"]


def test_a_supplier_shows_what_its_lines_hit_and_what_was_decided(person: Person) -> None:
    supplier = person.supplier()
    path = person.screened()
    decision = {"status": "held", "reason_code": "other", "note": "Roster <b>asked</b> for."}
    person.send(f"{path}/dispositions", {**decision, "after": ""}, seen=path)

    page = person.see(supplier)

    text = words(page)
    hits = text.partition("Hits Entry")[2].partition("Decisions Time")[0]
    assert "Paekto Reeducation Camp, Sinuiju dprk-parties T4 stop 2" in hits
    assert "held as the note says Roster <b>asked</b> for. local Awaits a second person." in text
    assert f'href="/ui{path}#history"' in page.text


def test_suppliers_of_the_gravest_lines_come_first(person: Person) -> None:
    person.screened(supplier_name="Mild Crafts", product_description="hand crocheted dolls")
    person.screened(supplier_name="Grave Crafts")

    text = words(person.see("/suppliers"))

    assert text.index("Grave Crafts") < text.index("Mild Crafts")
    assert person.see("/suppliers?page=1").status_code == 200
