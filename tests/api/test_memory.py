"""What is remembered between requests changes no answer."""

import csv
from pathlib import Path

from fastapi import FastAPI

from api.answering import Asked, answered
from api.deps import Service
from api.memory import Memory, content_of
from api.schemas import Options
from api.security import LOCAL, Caller
from screener.evidence.canonical import screening_json
from screener.model.access import SCOPES
from screener.model.record import Record
from screener.pipeline import Screener
from tests.conftest import AS_OF

EXAMPLE = Path(__file__).parents[2] / "seeds" / "examples" / "example.csv"
CALLER = Caller(LOCAL, None, SCOPES)


def records(screener: Screener, count: int) -> list[Record]:
    """Return records of the example, the last ones first: they hold most that fires."""
    with EXAMPLE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))[::-1][:count]
    known = {"line_id", *screener.record_fields}
    return [
        Record(**{name: value for name, value in row.items() if name in known and value})
        for row in rows
    ]


def test_a_known_record_gets_the_bytes_that_it_gets_alone(app: FastAPI, screener: Screener) -> None:
    service: Service = app.state.service
    asked = records(screener, 60)
    options = Options(store=False, as_of=AS_OF)
    # Each once, then all again twice under other ids: most are known, none by its id.
    again = [one.model_copy(update={"line_id": f"again-{at}"}) for at, one in enumerate(asked * 2)]
    for batch in (asked, again):
        given = [one.model_dump(exclude_none=True) for one in batch]

        body = answered(Asked(given, options, CALLER, None, b""), service).body

        alone = [screening_json(screener.screen(one, as_of=AS_OF)) for one in batch]
        assert all(one in body for one in alone)
    assert len(service.memory.known([content_of(one, AS_OF) for one in asked])) > 50


def test_a_record_of_another_day_or_field_is_another() -> None:
    record = Record(line_id="1", supplier_name="a")

    contents = {
        content_of(record, AS_OF),
        content_of(record, "2026-11-24"),
        content_of(record.model_copy(update={"notes": "b"}), AS_OF),
    }

    assert len(contents) == 3
    assert content_of(record.model_copy(update={"line_id": "2"}), AS_OF) in contents


def test_what_was_asked_least_lately_is_forgotten(screener: Screener) -> None:
    memory = Memory()
    screening = screener.screen(Record(line_id="1", supplier_name="a"))
    memory.keep({"first": screening, "second": screening})
    memory.known(["first"])

    memory.keep({str(number): screening for number in range(4_095)})

    assert set(memory.known(["first", "second"])) == {"first"}


def test_what_changes_by_itself_is_at_most_a_second_old() -> None:
    times = [0.0, 0.9, 1.1]
    clock = iter(times)
    made = iter(("first", "second"))
    memory = Memory(lambda: next(clock))

    told = [bytes(memory.fresh(lambda: next(made))) for _ in times]

    assert told == [b'"first"', b'"first"', b'"second"']
