"""What rows repeat of each other is looked at with the chain: states, marks, ends."""

from datetime import date

import pytest
from sqlalchemy import Engine, text

from screener.storage.batches import NewBatch
from screener.storage.dispositions import Decision
from screener.storage.repository import Repository
from screener.storage.screenings import Answer
from screener.storage.suppressions import Wanted
from tests.storage.answers import answer, hit, reason

CLEARED = Decision("cleared", "other_party", "another firm", ("extract",))
SHOW = {"hits": (hit("h1", "E-1"),), "reasons": (reason("a.b", "h1", floor="T4"),)}
SUPPLIER = {"supplier_name": "Acme", "supplier_country": "CN"}

TAMPERINGS = {
    "a gate cleared without a decision": "UPDATE screening SET state = 'cleared' WHERE number = 1",
    "a gate suppressed by nothing": "UPDATE screening SET state = 'suppressed' WHERE number = 1",
    "a state of no meaning": "UPDATE screening SET state = 'x' WHERE number = 1",
    "a gate cleared without consent": "UPDATE screening SET state = 'cleared' WHERE number = 2",
    "a decision opened": "UPDATE screening SET state = 'open' WHERE number = 3",
    "a place in the queue": "UPDATE screening SET risk_score = 0.5 WHERE number = 1",
    "no place in the queue": "UPDATE screening SET risk_score = NULL WHERE number = 1",
    "a mark removed": "DELETE FROM mark WHERE kind = 'rule' AND screening = 1",
    "a mark moved": "UPDATE mark SET value = 'E-2' WHERE kind = 'entry' AND screening = 1",
    "a mark added": "INSERT INTO mark (kind, value, screening) VALUES ('rule', 'x.y', 1)",
    "a supplier renamed": "UPDATE supplier SET name = 'Other'",
    "a supplier moved": "UPDATE supplier SET country = 'US'",
    "a supplier removed": "DELETE FROM supplier",
    "a key given back": "UPDATE api_key SET revoked_at = NULL WHERE owner = 'gone'",
    "a key revoked": "UPDATE api_key SET revoked_at = created_at WHERE owner = 'here'",
    "a webhook wakened": "UPDATE webhook SET ended_at = NULL",
    "a batch undone": "UPDATE batch SET state = 'queued' WHERE file_name = 'done'",
    "a batch's summary": "UPDATE batch SET summary = '{}' WHERE file_name = 'done'",
    "a batch's end": "UPDATE batch SET finished_at = created_at WHERE file_name = 'done'",
    "a batch brought back": "UPDATE batch SET state = 'done' WHERE file_name = 'removed'",
    "a batch called done": "UPDATE batch SET state = 'done' WHERE file_name = 'waiting'",
    "a count of screenings": "UPDATE chain_head SET screenings = 2",
}


def _gate(repository: Repository) -> Answer:
    made = answer("1", "T4", show=SHOW, **SUPPLIER)
    repository.screenings.add([made], actor="ann")
    return made


@pytest.fixture(name="filled")
def _filled(repository: Repository) -> Repository:
    _gate(repository)
    waiting, cleared = _gate(repository), _gate(repository)
    repository.dispositions.make(waiting.id, CLEARED, person="ann")
    repository.dispositions.make(cleared.id, CLEARED._replace(status="held"), person="ann")
    last = repository.dispositions.make(cleared.id, CLEARED, person="ann")
    repository.dispositions.approve(cleared.id, last.id, person="bob")
    repository.keys.create("here", ["read"], actor="test")
    gone = repository.keys.create("gone", ["read"], actor="test").key
    repository.keys.revoke(gone.id, actor="test")
    hook = repository.webhooks.create("https://erp.example.org/hook", actor="test").webhook
    repository.webhooks.end(hook.id, actor="test")
    for name in ("waiting", "done", "removed", "failed"):
        new = NewBatch(f"id-{name}", name, "0" * 64, "2026-11-25", None)
        repository.batches.add(new, actor="ann")
        if name in ("done", "removed"):
            repository.batches.finish(new.id, b'{"rows": 1}')
    repository.batches.fail("id-failed", "no header")
    repository.batches.remove("id-removed", actor="ann")
    return repository


def test_what_follows_from_the_rest_holds(filled: Repository) -> None:
    assert filled.audit.verify().flaws == ()


@pytest.mark.parametrize("statement", TAMPERINGS.values(), ids=TAMPERINGS)
def test_what_does_not_follow_from_the_rest_is_found(
    filled: Repository, engine: Engine, statement: str
) -> None:
    with engine.begin() as connection:
        assert connection.execute(text(statement)).rowcount > 0

    assert filled.audit.verify().flaws


def test_a_suppressed_gate_holds_while_the_suppressions_of_its_time_cover_it(
    repository: Repository, engine: Engine
) -> None:
    kept = repository.screenings.get(_gate(repository).id)
    wanted = Wanted("E-1", "v1", "another firm", "2027-01-31")
    made = repository.suppressions.make(kept, wanted, owner="ann", today=date(2026, 11, 25))
    early = _gate(repository)
    repository.suppressions.approve(made.id, person="bob")
    covered = answer("2", "T4", show=SHOW, **SUPPLIER)._replace(settled=True)
    repository.screenings.add([covered], actor="ann")
    with engine.begin() as connection:
        connection.execute(text("UPDATE suppression SET expires_on = '2099-01-01'"))
    before = {flaw.subject for flaw in repository.audit.verify().flaws}

    repository.suppressions.end(made.id, person="bob", reason="listed")
    with engine.begin() as connection:
        connection.execute(text("UPDATE screening SET state = 'suppressed'"))

    after = {flaw.subject for flaw in repository.audit.verify().flaws}
    assert before == {made.id}
    assert after == {made.id, kept.id, early.id}
