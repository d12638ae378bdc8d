"""Decisions and suppressions: four eyes, nothing changed, nothing lost."""

from datetime import date
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine, text

from screener.errors import ConflictError, InputError, NotStoredError, RefusedError
from screener.model.decision import Suppression
from screener.storage.dispositions import Decision
from screener.storage.repository import Repository
from screener.storage.screenings import Answer
from screener.storage.suppressions import Wanted
from screener.storage.touching import touched
from tests.storage.answers import answer, hit, reason

CLEARED = Decision("cleared", "other_party", "another firm", ("extract",))
TODAY = date(2026, 11, 25)


def _kept(repository: Repository, tier: str = "T2", **fields: Any) -> Answer:
    """Return a stored screening with a hit on E-1, in a gate if its tier is one."""
    floor = tier if tier in ("T3", "T4") else None
    show = {"hits": (hit("h1", "E-1"),), "reasons": (reason("a.b", "h1", floor=floor),)}
    given = {"supplier_name": "Acme", "supplier_city": "Dandong", **fields}
    made = answer("1", tier, show=show, **given)
    repository.screenings.add([made], actor="ann")
    return made


def _suppressed(
    repository: Repository, made: Answer, version: str = "v1", **changes: str
) -> Suppression:
    wanted = Wanted("E-1", version, "another firm", "2027-01-31")._replace(**changes)
    kept = repository.screenings.get(made.id)
    return repository.suppressions.make(kept, wanted, owner="ann", today=TODAY)


def _touched(
    repository: Repository, made: Answer, version: str = "v1", today: str = TODAY.isoformat()
) -> tuple[int, bool]:
    """Return how many suppressions touch a screening, and whether they settle it."""
    state = repository.screenings.get(made.id).supplier_version
    assert state is not None
    known = repository.suppressions.for_versions([state]).get(state, ())
    found = touched(made.screening, known, {"E-1": version}, today=today)
    return len(found.suppressions), found.settled


def test_a_decision_on_a_lower_tier_counts_at_once(repository: Repository) -> None:
    made = _kept(repository)

    decided = repository.dispositions.make(made.id, CLEARED, person="ann")

    assert decided.effective
    assert repository.screenings.get(made.id).state == "cleared"
    assert repository.dispositions.of(made.id) == (decided,)


@pytest.mark.parametrize("tier", ["T3", "T4"])
def test_a_decision_on_a_gate_counts_once_a_second_person_consents(
    repository: Repository, tier: str
) -> None:
    made = _kept(repository, tier)

    decided = repository.dispositions.make(made.id, CLEARED, person="ann")
    waiting = repository.screenings.get(made.id)
    approved = repository.dispositions.approve(made.id, decided.id, person="bob")

    assert (decided.effective, waiting.state) == (False, "awaiting_second_person")
    assert approved.effective
    after = repository.screenings.get(made.id)
    assert (after.state, after.tier, after.screening) == ("cleared", tier, made.data)


@pytest.mark.parametrize(
    "person", ["ann", "Ann", " ann ", "ＡＮＮ", "ann\t", "an\u200bn", "\u2060ann"]
)
def test_nobody_consents_to_a_decision_of_their_own(repository: Repository, person: str) -> None:
    made = _kept(repository, "T4")
    decided = repository.dispositions.make(made.id, CLEARED, person="ann")

    with pytest.raises(RefusedError):
        repository.dispositions.approve(made.id, decided.id, person=person)

    assert repository.screenings.get(made.id).state == "awaiting_second_person"


def test_consent_is_given_once_and_only_where_it_is_needed(repository: Repository) -> None:
    gate, lower = _kept(repository, "T3"), _kept(repository)
    decided = repository.dispositions.make(gate.id, CLEARED, person="ann")
    other = repository.dispositions.make(lower.id, CLEARED, person="ann")
    repository.dispositions.approve(gate.id, decided.id, person="bob")

    with pytest.raises(ConflictError):
        repository.dispositions.approve(gate.id, decided.id, person="cid")
    with pytest.raises(ConflictError):
        repository.dispositions.approve(lower.id, other.id, person="bob")


def test_only_the_last_decision_can_be_consented_to(repository: Repository) -> None:
    made = _kept(repository, "T3")
    first = repository.dispositions.make(made.id, CLEARED, person="ann")
    repository.dispositions.make(made.id, CLEARED._replace(status="held"), person="cid")

    with pytest.raises(ConflictError):
        repository.dispositions.approve(made.id, first.id, person="bob")

    assert len(repository.dispositions.of(made.id)) == 2


def test_decisions_on_nothing_are_refused(repository: Repository) -> None:
    made = _kept(repository)

    with pytest.raises(NotStoredError):
        repository.dispositions.make("none", CLEARED, person="ann")
    with pytest.raises(NotStoredError):
        repository.dispositions.of("none")
    with pytest.raises(NotStoredError):
        repository.dispositions.approve(made.id, "none", person="bob")
    assert repository.dispositions.of(made.id) == ()


def test_a_suppression_touches_the_same_supplier_and_entry_only(repository: Repository) -> None:
    made = _kept(repository)
    _suppressed(repository, made)

    assert _touched(repository, made) == (1, True)
    assert _touched(repository, made, version="v2") == (0, False)
    assert _touched(repository, _kept(repository, supplier_city="Dalian")) == (0, False)


def test_a_gate_is_covered_only_with_a_second_person(repository: Repository) -> None:
    made = _kept(repository, "T4")
    suppression = _suppressed(repository, made)
    assert suppression.needs_second
    assert _touched(repository, made) == (0, False)

    with pytest.raises(RefusedError):
        repository.suppressions.approve(suppression.id, person="ANN")
    repository.suppressions.approve(suppression.id, person="bob")

    assert _touched(repository, made) == (1, True)


def test_one_made_outside_a_gate_does_not_cover_a_gate(repository: Repository) -> None:
    _suppressed(repository, _kept(repository))
    gate = _kept(repository, "T4")

    assert _touched(repository, gate) == (1, False)


@pytest.mark.parametrize(
    "other",
    [
        {"field": "country_of_origin"},
        {"field": "manufacturer_name"},
        {"text": "other words"},
        {"role": "site"},
        {"mention": "question"},
    ],
    ids=str,
)
def test_a_hit_that_nobody_has_looked_at_is_not_covered(
    repository: Repository, other: dict[str, str]
) -> None:
    suppression = _suppressed(repository, _kept(repository, "T4"))
    repository.suppressions.approve(suppression.id, person="bob")
    new = msgspec.structs.replace(hit("h2", "E-1"), **other)
    show = {
        "hits": (hit("h1", "E-1"), new),
        "reasons": (reason("a.b", "h1", floor="T4"), reason("c.d", "h2", floor="T4")),
    }
    made = answer("2", "T4", show=show, supplier_name="Acme", supplier_city="Dandong")
    repository.screenings.add([made], actor="ann")

    assert _touched(repository, made) == (1, False)


def test_a_later_suppression_without_consent_takes_nothing_from_one_with_it(
    repository: Repository,
) -> None:
    lower, gate = _kept(repository), _kept(repository, "T4")
    agreed = _suppressed(repository, gate)
    repository.suppressions.approve(agreed.id, person="bob")
    _suppressed(repository, lower)

    assert _touched(repository, gate) == (2, True)


def test_a_line_judged_by_a_day_long_past_wakes_no_expired_suppression(
    repository: Repository,
) -> None:
    made = _kept(repository)
    _suppressed(repository, made, expires_on="2026-11-26")

    assert _touched(repository, made, today="2026-11-26") == (1, True)
    assert _touched(repository, made, today="2026-11-27") == (0, False)


def test_a_reason_without_hits_is_never_covered(repository: Repository) -> None:
    made = _kept(repository)
    _suppressed(repository, made)
    show = {"hits": (hit("h1", "E-1"),), "reasons": (reason("a.b", "h1"), reason("c.d"))}
    other = answer("2", "T2", show=show, supplier_name="Acme", supplier_city="Dandong")
    repository.screenings.add([other], actor="ann")

    assert _touched(repository, other) == (1, False)


def test_an_ended_suppression_stays_on_record(repository: Repository) -> None:
    made = _kept(repository)
    suppression = _suppressed(repository, made)

    ended = repository.suppressions.end(suppression.id, person="bob", reason="listed")

    assert ended.end is not None
    assert (ended.end.person, ended.end.reason) == ("bob", "listed")
    assert _touched(repository, made) == (0, False)
    assert repository.suppressions.page(limit=9) == (ended,)
    with pytest.raises(ConflictError):
        repository.suppressions.end(suppression.id, person="bob", reason="again")
    with pytest.raises(ConflictError):
        repository.suppressions.approve(suppression.id, person="bob")


def test_an_expired_suppression_touches_nothing(repository: Repository) -> None:
    made = _kept(repository)
    suppression = _suppressed(repository, made, expires_on="2026-11-26")

    def state(day: str, supplier: str = suppression.supplier_version) -> str:
        return suppression.state(as_of=day, entry_version="v1", supplier_version=supplier)

    assert [state("2026-11-26"), state("2026-11-27")] == ["active", "expired"]
    assert state("2026-11-26", supplier="other") == "reopened"


def test_how_a_supplier_was_written_last(repository: Repository) -> None:
    _kept(repository)
    last = repository.screenings.get(_kept(repository, supplier_city="Dalian").id)

    assert last.supplier is not None
    assert repository.suppressions.versions_now([last.supplier, "x"]) == {
        last.supplier: last.supplier_version
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"entry": "E-2"},
        {"expires_on": "2026-11-25"},
        {"expires_on": "2020-01-01"},
        {"expires_on": "2028-01-01"},
    ],
    ids=str,
)
def test_a_suppression_without_sense_is_refused(
    repository: Repository, changes: dict[str, str]
) -> None:
    made = _kept(repository)

    with pytest.raises(InputError):
        _suppressed(repository, made, **changes)


def test_a_suppression_needs_a_supplier(repository: Repository) -> None:
    made = _kept(repository, supplier_name=None)

    with pytest.raises(InputError, match="supplier"):
        _suppressed(repository, made)


def test_suppressions_are_paged(repository: Repository) -> None:
    made = _kept(repository)
    all_ = [_suppressed(repository, made).id for _ in range(5)]

    first = repository.suppressions.page(limit=3)
    rest = repository.suppressions.page(before=first[-1].at + first[-1].id, limit=3)

    assert [one.id for one in (*first, *rest)] == all_[::-1]
    assert repository.suppressions.page(entry="E-9", limit=3) == ()
    assert len(repository.suppressions.page(supplier=first[0].supplier, limit=9)) == 5


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE disposition SET status = 'held'",
        "UPDATE disposition SET needs_second = false",
        "DELETE FROM disposition",
        "UPDATE approval SET person = 'cid'",
        "DELETE FROM approval",
        "UPDATE suppression SET expires_on = '2099-01-01'",
        "DELETE FROM suppression_end",
    ],
)
def test_tampering_with_decisions_is_found(
    repository: Repository, engine: Engine, statement: str
) -> None:
    made = _kept(repository, "T4")
    decided = repository.dispositions.make(made.id, CLEARED, person="ann")
    repository.dispositions.approve(made.id, decided.id, person="bob")
    suppression = _suppressed(repository, made)
    repository.suppressions.end(suppression.id, person="bob", reason="listed")
    assert repository.audit.verify().flaws == ()

    with engine.begin() as connection:
        assert connection.execute(text(statement)).rowcount

    assert repository.audit.verify().flaws
