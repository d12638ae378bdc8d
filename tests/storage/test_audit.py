"""The chain of events tells of anything altered, removed, added or moved."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, text

from screener.model.event import GENESIS
from screener.storage.repository import Repository
from tests.storage.answers import answer

TAMPERINGS = [
    pytest.param("UPDATE event SET actor = 'eve' WHERE number = 2", id="an event altered"),
    pytest.param("UPDATE event SET hash = previous WHERE number = 2", id="a hash altered"),
    pytest.param("DELETE FROM event WHERE number = 1", id="the first event removed"),
    pytest.param("DELETE FROM event WHERE number = 2", id="an event removed"),
    pytest.param("DELETE FROM event WHERE number = 3", id="the last event removed"),
    pytest.param("DELETE FROM event", id="all events removed"),
    pytest.param("UPDATE event SET number = 30 WHERE number = 3", id="an event moved"),
    pytest.param("UPDATE screening SET tier = 'T4' WHERE number = 2", id="a tier altered"),
    pytest.param("UPDATE screening SET record = screening WHERE number = 2", id="a record altered"),
    pytest.param("UPDATE screening SET screening = record WHERE number = 1", id="bytes altered"),
    pytest.param("UPDATE screening SET created_at = '2020' WHERE number = 1", id="a time altered"),
    pytest.param("DELETE FROM screening WHERE number = 3", id="a screening removed"),
    pytest.param("DELETE FROM chain_head", id="the head removed"),
    pytest.param("UPDATE chain_head SET events = 2", id="the head altered"),
]


@pytest.fixture(name="filled")
def _filled(repository: Repository) -> Repository:
    repository.screenings.add([answer("1"), answer("2")], actor="ann")
    repository.screenings.add([answer("3")], actor="bob")
    return repository


def test_an_untouched_chain_holds(filled: Repository) -> None:
    found = filled.audit.verify()

    assert (found.events, found.flaws) == (3, ())
    assert found.head == filled.audit.events()[-1].hash


def test_an_empty_chain_holds(repository: Repository) -> None:
    assert repository.audit.verify().flaws == ()


def test_events_name_who_and_what_and_follow_each_other(filled: Repository) -> None:
    first, second, third = filled.audit.events()

    assert first.previous == GENESIS
    assert (second.previous, third.previous) == (first.hash, second.hash)
    assert [event.actor for event in (first, second, third)] == ["ann", "ann", "bob"]
    kept = filled.screenings.get(third.subject)
    assert kept.line_id == "3"


def test_events_are_read_in_pages(filled: Repository) -> None:
    assert [event.number for event in filled.audit.events(after=1, limit=1)] == [2]


@pytest.mark.parametrize("statement", TAMPERINGS)
def test_tampering_is_found(filled: Repository, engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        assert connection.execute(text(statement)).rowcount > 0

    assert filled.audit.verify().flaws


def test_two_events_that_changed_places_are_found(filled: Repository, engine: Engine) -> None:
    with engine.begin() as connection:
        for old, new in ((2, 9), (3, 2), (9, 3)):
            connection.execute(
                text("UPDATE event SET number = :new WHERE number = :old"), {"new": new, "old": old}
            )

    assert {flaw.event for flaw in filled.audit.verify().flaws} >= {2, 3}


def test_a_screening_put_in_from_outside_is_found(filled: Repository, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO screening SELECT 99, 'x', created_at, actor, line_id, tier, record,"
                " screening, answer_hash, content, supplier, supplier_version, state, risk_score,"
                " raised_to"
                " FROM screening WHERE number = 1"
            )
        )

    assert {flaw.subject for flaw in filled.audit.verify().flaws} == {"x", "chain_head"}


def test_a_head_noted_elsewhere_must_stand_in_the_chain(filled: Repository) -> None:
    noted = filled.audit.events()[1].hash

    assert filled.audit.verify(noted).flaws == ()
    assert filled.audit.verify("f" * 64).flaws


def test_what_fails_leaves_neither_row_nor_event(filled: Repository) -> None:
    twice = answer("4")

    with pytest.raises(Exception, match=r"(?i)unique"):
        filled.screenings.add([twice, twice], actor="ann")

    assert filled.audit.verify().events == 3
    assert filled.audit.verify().flaws == ()


def test_writers_at_the_same_time_make_one_chain(repository: Repository) -> None:
    def write(number: int) -> None:
        repository.screenings.add([answer(str(number))], actor="ann")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))

    assert repository.audit.verify().flaws == ()
    assert repository.audit.verify().events == 40
