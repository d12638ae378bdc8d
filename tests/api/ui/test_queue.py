"""What waits, in its order; deciding it, alone and against others."""

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest
from fastapi.testclient import TestClient

from screener.evidence.canonical import read_screening
from screener.evidence.difference import difference
from screener.storage.changes import Moved
from screener.storage.repository import Repository
from tests.api.conftest import HOST
from tests.api.ui.conftest import MakePerson, Person, words
from tests.storage.answers import answer, reason

STOP = {"product_description": "hand crocheted dolls from 백토 교화소"}
REVIEW = {"product_description": "hand crocheted dolls"}
DECISION = {"status": "cleared", "reason_code": "other_party", "note": "Another firm."}


def _tiers(page: str) -> list[str]:
    return re.findall(r'<td><span class="tier (T\d)', page)


def test_the_gravest_lines_come_first_supplier_by_supplier(person: Person) -> None:
    person.screened(**REVIEW, supplier_name="Mild Crafts")
    person.screened(**STOP, supplier_name="Grave Crafts")
    person.screened(**REVIEW, supplier_name="Grave Crafts")

    page = person.see("/queue")

    assert _tiers(page.text) == ["T4", "T2", "T2"]
    text = words(page)
    assert text.index("Grave Crafts CN 2 lines") < text.index("Mild Crafts CN 1 line")


def test_rest_gives_the_same_queue(person: Person) -> None:
    person.screened(**REVIEW, supplier_name="Mild Crafts")
    person.screened(**STOP, supplier_name="Grave Crafts")

    answer = person.client.get("/v1/queue", params={"tier": "T2"}).json()

    assert [one["name"] for one in answer["suppliers"]] == ["Grave Crafts", "Mild Crafts"]
    assert [one["lines"][0]["tier"] for one in answer["suppliers"]] == ["T4", "T2"]
    assert answer["counts"]["open"] == 2
    assert answer["next"] is None


def test_the_queue_is_read_page_by_page(client: TestClient, person: Person) -> None:
    for at in range(3):
        person.screened(**REVIEW, supplier_name=f"Crafts {at}")

    pages = [client.get("/v1/queue", params={"limit": 2, "page": page}).json() for page in range(2)]

    named = [one["name"] for page in pages for one in page["suppliers"]]
    assert sorted(named) == ["Crafts 0", "Crafts 1", "Crafts 2"]
    assert [page["next"] for page in pages] == [1, None]


def test_lines_without_a_supplier_wait_too(client: TestClient, person: Person) -> None:
    client.post("/v1/screenings", json={"product_description": "hand knitted hats, made in DPRK"})

    assert "No supplier named 1 line" in words(person.see("/queue"))


def test_more_lines_of_a_supplier_than_fit_are_a_page_away(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.waiting.LINES", 1)
    records = [{"product_description": f"{at} dolls, made in DPRK"} for at in range(3)]
    person.client.post("/v1/screenings", json={"records": records})

    page = person.see("/queue")
    more = re.search(r'href="/ui([^"]+)">2 more lines<', page.text)

    assert more is not None
    assert len(_tiers(page.text)) == 1
    own = person.see(unescape(more[1]))
    assert len(_tiers(own.text)) == 3
    assert "Every supplier" in words(own)


def test_the_lines_of_one_supplier_are_turned_page_by_page(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.ui.views.queue._LINES_OF_ONE", 2)
    records = [{"product_description": f"{at} dolls, made in DPRK"} for at in range(3)]
    person.client.post("/v1/screenings", json={"records": records})

    first = person.see("/queue?supplier=")
    following = re.search(r'rel="next" href="/ui([^"]+)"', first.text)

    assert following is not None
    rest = person.see(unescape(following[1]))
    assert [len(_tiers(page.text)) for page in (first, rest)] == [2, 1]
    assert 'rel="next"' not in rest.text


def test_who_has_decided_is_led_to_the_next_line(person: Person) -> None:
    other = person.screened(**STOP, supplier_name="Grave Crafts")
    path = person.screened(**REVIEW)
    assert "Next in the queue" not in words(person.see(path))

    decided = person.send(f"{path}/dispositions", {**DECISION, "after": ""}, seen=path)

    assert f'href="/ui{other}">Next in the queue' in decided.text


def test_what_was_written_is_not_lost_with_a_refusal(person: Person) -> None:
    path = person.screened(**REVIEW)
    fields = {**DECISION, "after": "another", "csrf": person.token(path)}
    before = {"Referer": f"{HOST}/ui{path}"}

    refused = person.client.post(f"/ui{path}/dispositions", data=fields, headers=before)

    assert refused.status_code == 409
    assert "Another firm." in words(refused)
    assert f'href="/ui{path}">Back to the page' in refused.text
    assert 'href="/ui/queue"' in refused.text


def test_a_page_elsewhere_is_no_way_back(person: Person) -> None:
    path = person.screened(**REVIEW)
    fields = {**DECISION, "after": "another", "csrf": person.token(path)}
    before = {"Referer": f"https://elsewhere.example/ui{path}"}

    refused = person.client.post(f"/ui{path}/dispositions", data=fields, headers=before)

    assert "Back to the page" not in words(refused)


def test_what_is_decided_waits_no_more(person: Person) -> None:
    path = person.screened(**REVIEW)

    person.send(f"{path}/dispositions", {**DECISION, "after": ""}, seen=path)

    assert "Nothing waits here" in words(person.see("/queue"))
    assert "cleared" in words(person.see(path))


def test_a_stop_waits_for_a_second_person(signed_in: MakePerson) -> None:
    ann, bob = signed_in("ann"), signed_in("bob")
    path = ann.screened(**STOP)
    ann.send(f"{path}/dispositions", {**DECISION, "after": "", "status": "stopped"}, seen=path)
    assert "awaits second person" in words(ann.see("/queue?state=awaiting_second_person"))
    told = bob.see("/queue")
    assert "1 line awaits a second person" in words(told)
    assert 'href="/ui/queue?state=awaiting_second_person"' in told.text
    consent = re.search(r'action="/ui([^"]+/approve)"', bob.see(path).text)
    assert consent is not None
    assert "/approve" not in ann.see(path).text

    refused = ann.send(consent[1], {}, seen=path)
    granted = bob.send(consent[1], {}, seen=path)

    assert refused.status_code == 403
    assert granted.status_code == 200
    assert "Consented: bob" in words(granted)


def test_one_decision_and_one_clear_refusal_when_two_decide_at_once(
    signed_in: MakePerson,
) -> None:
    ann, bob = signed_in("ann"), signed_in("bob")
    path = ann.screened(**REVIEW)
    latest = {person: _after(person.see(path).text) for person in (ann, bob)}
    forms = {
        person: {**DECISION, "after": latest[person], "csrf": person.token(path)}
        for person in (ann, bob)
    }

    with ThreadPoolExecutor(2) as threads:
        answers = list(
            threads.map(
                lambda person: person.client.post(f"/ui{path}/dispositions", data=forms[person]),
                (ann, bob),
            )
        )

    assert sorted(answer.status_code for answer in answers) == [200, 409]
    (refused,) = (answer for answer in answers if answer.status_code == 409)
    assert "somebody else has decided on it meanwhile" in words(refused)
    made = ann.client.get(f"/ui{path}").text
    assert made.count('<p class="note">Another firm.</p>') == 1


def _after(page: str) -> str:
    found = re.search(r'name="after" value="([^"]*)"', page)
    assert found is not None
    return found[1]


def test_a_decision_without_its_reason_is_refused(person: Person) -> None:
    path = person.screened(**REVIEW)

    answer = person.send(f"{path}/dispositions", {**DECISION, "note": " "}, seen=path)

    assert answer.status_code == 422
    assert "note" in words(answer)


def test_a_hit_is_suppressed_until_a_day_and_ended(person: Person) -> None:
    path = person.screened(**REVIEW)
    day = re.search(r'type="date" min="[^"]+" value="([^"]+)"', person.see(path).text)
    assert day is not None
    fields = {"entry": "P-DANDONG", "reason": "Known workshop.", "expires_on": day[1]}

    made = person.send(f"{path}/suppressions", fields, seen=path)

    assert "active Dandong and its county-level units" in words(made)
    end = re.search(r'action="/ui([^"]+/end)"', made.text)
    assert end is not None
    ended = person.send(end[1], {"reason": "Moved away."}, seen=path)
    assert "ended by local: Moved away." in words(ended)


def test_a_line_that_rises_after_it_was_cleared_is_back_and_says_why(
    person: Person, repository: Repository
) -> None:
    path = person.screened(**REVIEW)
    person.send(f"{path}/dispositions", {**DECISION, "after": ""}, seen=path)
    assert path not in person.see("/queue").text
    made = repository.screenings.get(path.rpartition("/")[2])
    now = answer(tier="T4", show={"points": 90, "reasons": (reason("own.new"),)}).screening
    moved = Moved(made, made.tier, "T4", difference(read_screening(made.screening), now))

    repository.changes.keep("0" * 64, made.number, [moved])

    queue, page = person.see("/queue"), person.see(path)
    assert _tiers(queue.text) == ["T4"]
    assert path in queue.text
    assert "reopened" in words(queue)
    assert "Later lists or rules give it a higher tier." in words(page)
    assert "With later lists or rules its tier is: T4 stop own.new" in words(page)
    assert "It counts once a second person has consented." in words(page)
    assert "Clearing a stop needs counsel." in words(page)
    assert "nobody writes to them before counsel has looked" in words(page)
    assert "Dear supplier" not in page.text
    assert "Another firm." in words(page), "the decision of before stays in the history"
    latest = re.search(r'name="after" value="([^"]+)"', page.text)
    assert latest is not None
    decided = person.send(f"{path}/dispositions", {**DECISION, "after": latest[1]}, seen=path)
    assert "Awaits a second person." in words(decided)


def test_a_supplier_is_found_by_name_and_shows_its_lines(
    person: Person, repository: Repository
) -> None:
    person.screened(**REVIEW, supplier_name="丹东大鱼纺织有限公司")

    found = person.send("/suppliers", {"name": "大鱼"}, seen="/suppliers")

    assert "丹东大鱼纺织有限公司" in words(found)
    (one,) = repository.suppliers.page(limit=5)
    page = person.see(f"/suppliers/{one.id}")
    assert _tiers(page.text)[0] == "T2"
    assert "T2 review 1" in words(page)


def test_who_may_only_read_sees_no_forms(signed_in: MakePerson) -> None:
    ann, rea = signed_in("ann"), signed_in("rea", "read")
    path = ann.screened(**REVIEW)

    page = rea.see(path)

    assert page.status_code == 200
    assert 'id="decide"' not in page.text
    assert "Suppress" not in words(page).replace("Suppressions", "")
    answer = rea.send(f"{path}/dispositions", {**DECISION, "after": ""}, seen=path)
    assert answer.status_code == 403
