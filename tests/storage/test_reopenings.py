"""Lines that were suppressed or cleared wait again by themselves, with the reason on record."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, text

from screener.errors import ConflictError
from screener.evidence.difference import difference
from screener.model.decision import Suppression
from screener.pipeline import Screener
from screener.storage.changes import Moved
from screener.storage.dispositions import Decision
from screener.storage.identity import entry_version
from screener.storage.reopenings import Now
from screener.storage.repository import Repository
from screener.storage.screenings import Answer
from screener.storage.suppressions import Wanted
from screener.storage.waiting import Wanted as WantedLines
from tests.storage.answers import answer, hit, reason

CLEARED = Decision("cleared", "other_party", "another firm", ("extract",))
TODAY = date(2026, 11, 25)
NOW = Now(TODAY.isoformat())


def _line(
    repository: Repository, *, entry: str = "E-1", tier: str = "T2", settled: bool = False,
    by: tuple[Suppression, ...] = (), **fields: Any,
) -> Answer:  # fmt: skip
    """Return a stored line of a supplier with a hit, suppressed if it is settled."""
    show = {"hits": (hit("h1", entry),), "reasons": (reason("a.b", "h1"),), "risk_score": 40.0}
    given = {"supplier_name": "Acme", "supplier_city": "Dandong", **fields}
    ids = tuple(one.id for one in by)
    made = answer("1", tier, show=show, **given)._replace(suppressed=ids, settled=settled)
    repository.screenings.add([made], actor="ann")
    return made


def _suppression(
    repository: Repository, on: Answer, version: str = "v1", until: str = "2027-01-31"
) -> Suppression:
    entry = on.screening.hits[0].entry
    wanted = Wanted(entry, version, "another firm", until)
    kept = repository.screenings.get(on.id)
    return repository.suppressions.make(kept, wanted, owner="ann", today=TODAY)


def _state(repository: Repository, made: Answer) -> str:
    return repository.screenings.get(made.id).state


def _causes(repository: Repository, made: Answer) -> list[tuple[str, str, str]]:
    found = repository.reopenings.of(made.id)
    return [(one.cause, one.because, one.actor) for one in found]


def _waiting(repository: Repository, least_tier: str = "T1") -> list[str]:
    wanted = WantedLines(least_tier=least_tier)
    groups = repository.waiting.groups(wanted, limit=10, lines=range(10))
    return [line.id for group in groups for line in group.lines]


@pytest.fixture(name="suppressed")
def _suppressed(repository: Repository) -> tuple[Suppression, Answer]:
    """Return a suppression, and a line that was suppressed by it."""
    first = _line(repository)
    made = _suppression(repository, first)
    repository.dispositions.make(first.id, CLEARED, person="ann")
    return made, _line(repository, settled=True, by=(made,))


def test_a_line_waits_again_when_its_suppression_is_ended(
    repository: Repository, suppressed: tuple[Suppression, Answer]
) -> None:
    suppression, line = suppressed
    assert _waiting(repository) == []

    repository.suppressions.end(suppression.id, person="bob", reason="listed")

    assert _state(repository, line) == "open"
    assert _waiting(repository) == [line.id]
    assert _causes(repository, line) == [("suppression_ended", suppression.id, "bob")]
    (event,) = repository.audit.events(kind="screening.reopened")
    assert (event.subject, event.actor) == (repository.reopenings.of(line.id)[0].id, "bob")
    assert repository.audit.verify().flaws == ()


def test_a_line_waits_again_when_its_suppression_expires(
    repository: Repository, suppressed: tuple[Suppression, Answer]
) -> None:
    suppression, line = suppressed

    last_day = repository.reopenings.open_uncovered(Now("2027-01-31"), actor="worker")
    day_after = repository.reopenings.open_uncovered(Now("2027-02-01"), actor="worker")
    again = repository.reopenings.open_uncovered(Now("2027-02-01"), actor="worker")

    assert (last_day, day_after, again) == (0, 1, 0)
    assert _causes(repository, line) == [("suppression_expired", suppression.id, "worker")]
    assert _waiting(repository) == [line.id]
    assert repository.audit.verify().flaws == ()


def test_a_line_stays_suppressed_while_another_suppression_covers_it(
    repository: Repository, suppressed: tuple[Suppression, Answer]
) -> None:
    first, line = suppressed
    second = _suppression(repository, line, until="2027-06-30")

    repository.suppressions.end(first.id, person="bob", reason="one is enough")
    assert _state(repository, line) == "suppressed"
    assert repository.audit.verify().flaws == ()
    # The line bears no mark of the second one: it was made later.
    repository.suppressions.end(second.id, person="bob", reason="listed")
    repository.reopenings.open_uncovered(NOW, actor="worker")

    assert _causes(repository, line) == [("suppression_ended", first.id, "worker")]


def test_a_line_kept_as_suppressed_while_its_suppression_ended_waits_too(
    repository: Repository, suppressed: tuple[Suppression, Answer]
) -> None:
    suppression, _ = suppressed
    repository.suppressions.end(suppression.id, person="bob", reason="listed")
    late = _line(repository, settled=True, by=(suppression,))

    assert repository.reopenings.open_uncovered(NOW, actor="worker") == 1

    assert _state(repository, late) == "open"


def test_a_line_waits_again_when_its_supplier_is_written_as_never_before(
    repository: Repository, suppressed: tuple[Suppression, Answer]
) -> None:
    suppression, line = suppressed
    moved = _line(repository, supplier_city="Dalian")
    later = _line(repository, settled=True, by=(suppression,))
    _line(repository, supplier_city="Dalian")

    assert repository.reopenings.open_uncovered(NOW, actor="worker") == 1

    assert _causes(repository, line) == [("supplier_changed", moved.id, "worker")]
    assert _state(repository, later) == "suppressed", "both ways of writing were known by then"
    assert repository.audit.verify().flaws == ()


def test_other_suppliers_change_nothing(
    repository: Repository, suppressed: tuple[Suppression, Answer]
) -> None:
    _line(repository, supplier_name="Other", supplier_city="Dalian")
    _line(repository, supplier_name=None, supplier_city="Dalian")

    assert repository.reopenings.open_uncovered(NOW, actor="worker") == 0
    assert _state(repository, suppressed[1]) == "suppressed"


@pytest.mark.parametrize("gone", [False, True])
def test_a_line_waits_again_when_its_entry_changes_or_goes(
    repository: Repository, screener: Screener, *, gone: bool
) -> None:
    id_, entry = next(iter(screener.entries.items()))
    first = _line(repository, entry=id_)
    made = _suppression(repository, first, version=entry_version(entry))
    line = _line(repository, entry=id_, settled=True, by=(made,))
    other = next(one for one in screener.entries.values() if one != entry)
    same, changed = Now(NOW.today, {id_: entry}), Now(NOW.today, {} if gone else {id_: other})

    assert repository.reopenings.open_uncovered(same, actor="worker") == 0
    assert repository.reopenings.open_uncovered(changed, actor="worker") == 1

    assert _causes(repository, line) == [("entry_changed", made.id, "worker")]
    assert repository.audit.verify().flaws == ()


def test_what_a_person_decided_on_a_suppressed_line_stays(
    repository: Repository, suppressed: tuple[Suppression, Answer]
) -> None:
    suppression, line = suppressed
    repository.dispositions.make(line.id, CLEARED._replace(status="held"), person="ann")

    repository.suppressions.end(suppression.id, person="bob", reason="listed")

    assert _state(repository, line) == "held"
    assert repository.reopenings.of(line.id) == ()
    assert repository.audit.verify().flaws == ()


def test_many_lines_wait_again_at_once(
    repository: Repository, suppressed: tuple[Suppression, Answer]
) -> None:
    suppression, line = suppressed
    many = [line._replace(id=f"line-{at}") for at in range(1_100)]
    repository.screenings.add(many, actor="ann")

    repository.suppressions.end(suppression.id, person="bob", reason="listed")

    assert repository.waiting.counts()["open"] == 1_101
    assert repository.audit.verify().flaws == ()


def test_the_queue_is_looked_through_at_most_once_a_minute(
    repository: Repository, suppressed: tuple[Suppression, Answer]
) -> None:
    repository.reopenings.look(NOW, actor="service")
    repository.reopenings.look(Now("2027-02-01"), actor="service")
    assert _state(repository, suppressed[1]) == "suppressed"

    fresh = Repository(repository._engine)
    fresh.reopenings.look(Now("2027-02-01"), actor="service")

    assert _state(repository, suppressed[1]) == "open"


def _move(repository: Repository, made: Answer, after: str, points: int = 60) -> None:
    """Find that a line has another tier with the content in use."""
    kept = repository.screenings.get(made.id)
    now = answer(tier=after, show={"points": points}).screening
    before = kept.raised_to or kept.tier
    moved = Moved(kept, before, after, difference(made.screening, now))
    repository.changes.keep("0" * 64, kept.number, [moved])


@pytest.mark.parametrize("states", ["cleared", "awaiting_second_person", "suppressed"])
def test_a_line_that_was_done_with_waits_again_when_it_rises(
    repository: Repository, states: str
) -> None:
    made = _line(repository, tier="T1" if states == "cleared" else "T3")
    if states == "suppressed":
        suppression = _suppression(repository, made)
        made = _line(repository, settled=True, by=(suppression,))
    else:
        repository.dispositions.make(made.id, CLEARED, person="ann")
    assert _state(repository, made) == states

    _move(repository, made, "T4")

    (change,) = repository.changes.of(made.id)
    assert _causes(repository, made) == [("tier_raised", change.id, "worker")]
    kept = repository.screenings.get(made.id)
    assert (kept.state, kept.raised_to) == ("open", "T4")
    assert made.id in _waiting(repository, "T4")
    decided = repository.dispositions.of(made.id)
    assert [one.status for one in decided] == ([] if states == "suppressed" else ["cleared"])
    assert repository.audit.verify().flaws == ()


def test_a_line_that_nobody_had_to_look_at_waits_when_it_rises(repository: Repository) -> None:
    made, grave = answer("1", "T0"), _line(repository, tier="T2")
    repository.screenings.add([made], actor="ann")
    assert _waiting(repository) == [grave.id]

    _move(repository, made, "T3")

    assert _waiting(repository) == [made.id, grave.id], "the queue goes by the tier of now"
    assert repository.waiting.counts()["open"] == 2
    assert repository.reopenings.of(made.id) == ()
    assert repository.audit.verify().flaws == ()


def test_a_line_that_is_stopped_stays_so_and_one_that_waits_keeps_its_state(
    repository: Repository,
) -> None:
    stopped, asked = _line(repository), _line(repository)
    repository.dispositions.make(stopped.id, CLEARED._replace(status="stopped"), person="ann")
    waits = CLEARED._replace(status="information_requested")
    repository.dispositions.make(asked.id, waits, person="ann")

    for one in (stopped, asked):
        _move(repository, one, "T3")

    states = [_state(repository, one) for one in (stopped, asked)]
    assert states == ["stopped", "information_requested"]
    assert _waiting(repository, "T3") == [asked.id]


def test_a_line_that_sinks_is_no_reason_to_wait_and_sinks_in_the_queue_to_its_own_tier(
    repository: Repository,
) -> None:
    made = _line(repository, tier="T2")
    _move(repository, made, "T4")
    repository.dispositions.make(made.id, CLEARED, person="ann")
    _move(repository, made, "T0")

    kept = repository.screenings.get(made.id)
    assert (kept.raised_to, kept.state) == (None, "awaiting_second_person")
    assert _waiting(repository, "T3") == []
    assert repository.audit.verify().flaws == ()


def test_two_persons_decide_on_what_rose_to_a_gate(repository: Repository) -> None:
    made = _line(repository, tier="T1")
    before = repository.dispositions.make(made.id, CLEARED, person="ann")
    _move(repository, made, "T3")

    with pytest.raises(ConflictError, match="reopened"):
        repository.dispositions.make(made.id, CLEARED, person="ann", after=before.id)
    seen = repository.reopenings.of(made.id)[-1].id
    after = repository.dispositions.make(made.id, CLEARED, person="ann", after=seen)

    assert not before.needs_second
    assert after.needs_second
    assert _state(repository, made) == "awaiting_second_person"


def test_a_decision_of_before_the_rise_is_not_consented_to_after_it(
    repository: Repository,
) -> None:
    made = _line(repository, tier="T3")
    before = repository.dispositions.make(made.id, CLEARED, person="ann")
    _move(repository, made, "T4")

    with pytest.raises(ConflictError, match="reopened"):
        repository.dispositions.approve(made.id, before.id, person="bob")

    assert _state(repository, made) == "open"


TAMPERINGS = {
    "suppressed again": "UPDATE screening SET state = 'suppressed' WHERE number = 2",
    "cleared again": "UPDATE screening SET state = 'cleared' WHERE number = 3",
    "a reopening removed": "DELETE FROM reopening",
    "a cause altered": "UPDATE reopening SET cause = 'entry_changed'",
    "a rise hidden": "UPDATE screening SET raised_to = NULL WHERE number = 3",
    "a rise made": "UPDATE screening SET raised_to = 'T4' WHERE number = 2",
    "a place in the queue": "UPDATE screening SET risk_score = 1.0 WHERE number = 3",
}


@pytest.mark.parametrize("statement", TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_with_what_waits_again_is_found(
    repository: Repository, engine: Engine, suppressed: tuple[Suppression, Answer], statement: str
) -> None:
    risen = _line(repository, tier="T1")
    repository.dispositions.make(risen.id, CLEARED, person="ann")
    _move(repository, risen, "T3")
    repository.suppressions.end(suppressed[0].id, person="bob", reason="listed")
    assert repository.audit.verify().flaws == ()

    with engine.begin() as connection:
        assert connection.execute(text(statement)).rowcount > 0

    assert repository.audit.verify().flaws
