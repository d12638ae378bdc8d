"""The database is made, brought up to date, and refused with a reason."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, text
from sqlmodel import SQLModel

from screener.errors import ConfigError
from screener.evidence.difference import difference
from screener.storage.changes import Moved
from screener.storage.repository import Repository
from screener.storage.screenings import Screenings
from screener.storage.session import connect, open_database, upgrade
from tests.databases import Server
from tests.storage.answers import answer


def test_the_steps_lead_to_what_the_tables_say(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, SQLModel.metadata)

    assert differences == []


def test_upgrading_twice_changes_nothing(engine: Engine) -> None:
    assert upgrade(engine) == upgrade(engine)
    assert Repository(engine).ready()


def test_a_layout_of_a_later_version_is_refused(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(ConfigError, match="9999"):
        upgrade(engine)


def test_a_sqlite_file_is_made_and_upgraded_by_being_opened(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/deep/er/store.sqlite3")

    assert Repository(engine).ready()
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    engine.dispose()


def test_several_that_open_a_new_file_at_once_make_it_once(tmp_path: Path) -> None:
    together = Barrier(6)

    def opened(number: int) -> int:
        together.wait()
        open_database(f"sqlite:///{tmp_path / 'new.db'}").dispose()
        return number

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(opened, range(6))) == list(range(6))


def test_a_file_of_before_the_first_release_is_kept_as_it_is(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path}/store.sqlite3")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE screening (id TEXT PRIMARY KEY)"))

    with pytest.raises(ConfigError, match="first release"):
        upgrade(engine)
    engine.dispose()


def test_a_server_is_upgraded_only_when_asked(server: Server) -> None:
    address = server.new_database("asked")

    with pytest.raises(ConfigError, match="screener db upgrade"):
        open_database(address)

    engine = connect(address)
    upgrade(engine)
    engine.dispose()
    opened = open_database(address)
    assert Repository(opened).ready()
    opened.dispose()
    server.drop_database("asked")


@pytest.mark.parametrize(
    "address",
    [
        "not an address with secret@host",
        "nosuchthing://user:secret@host/x",
        "nosuchthing://host/x?password=secret",
        "postgresql://user:secret@127.0.0.1:1/x",
        "postgresql://user:secret@127.0.0.1:1/x?nosuchoption=1",
    ],
)
def test_a_wrong_address_is_told_without_its_password(address: str) -> None:
    with pytest.raises(ConfigError) as told:
        open_database(address)

    assert "secret" not in str(told.value)


def test_a_file_that_is_no_database_is_refused_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    file.write_text("line_id,product_description\n" * 9, encoding="utf-8")

    with pytest.raises(ConfigError, match="cannot be reached: file is not a database"):
        open_database(f"sqlite:///{file}")

    assert file.read_text(encoding="utf-8").startswith("line_id,")


def _with_earlier_indexes(connection: Connection) -> None:
    """Take back what layout 0005 did to events and marks."""
    connection.execute(text("DROP INDEX ix_mark_screening"))
    connection.execute(text("DROP INDEX ix_event_subject_kind"))
    connection.execute(text("CREATE INDEX ix_event_subject ON event (subject)"))


def test_screenings_of_an_earlier_layout_are_put_in_the_order_of_the_queue(
    engine: Engine,
) -> None:
    answers = [answer(show={"risk_score": score}) for score in (41.5, 12.25)]
    Screenings(engine).add(answers, actor="test")
    with engine.begin() as connection:
        for table in ("tier_change", "recheck", "document", "delivery", "webhook", "reopening"):
            connection.execute(text(f'DROP TABLE IF EXISTS "{table}"'))
        _with_earlier_indexes(connection)
        connection.execute(text("DROP INDEX ix_screening_state_risk_score"))
        for column in ("risk_score", "raised_to"):
            connection.execute(text(f"ALTER TABLE screening DROP COLUMN {column}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))

    upgrade(engine)

    query = text("SELECT risk_score FROM screening ORDER BY number")
    with engine.connect() as connection:
        found = list(connection.execute(query).scalars())
    assert found == [one.screening.risk_score for one in answers]


def test_lines_that_rose_under_an_earlier_layout_take_their_place_in_the_queue(
    engine: Engine,
) -> None:
    repository = Repository(engine)
    answers = [answer(tier=tier, show={"risk_score": 25.0}) for tier in ("T1", "T1", "T3")]
    repository.screenings.add(answers, actor="test")
    kept = [repository.screenings.get(one.id) for one in answers]
    now = answer(tier="T3", show={"points": 60}).screening
    for one, tiers in zip(kept, (("T1", "T3"), None, ("T3", "T2")), strict=True):
        if tiers is not None:
            moved = Moved(one, *tiers, difference(answers[0].screening, now))
            repository.changes.keep("0" * 64, one.number, [moved])
    with engine.begin() as connection:
        _with_earlier_indexes(connection)
        connection.execute(text("DROP TABLE reopening"))
        connection.execute(text("ALTER TABLE screening DROP COLUMN raised_to"))
        connection.execute(text("UPDATE screening SET risk_score = 25.0"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0004'"))

    upgrade(engine)

    assert [repository.screenings.get(one.id).raised_to for one in answers] == ["T3", None, None]
    assert repository.audit.verify().flaws == ()


@pytest.mark.parametrize(
    "question",
    [
        "SELECT * FROM screening s LEFT JOIN event e ON s.id = e.subject AND e.kind = 'x'",
        "SELECT * FROM mark WHERE screening > 5 AND screening <= 9 AND kind != 'suppression'",
        "SELECT * FROM mark WHERE kind = 'x' AND screening IN (1, 2) ORDER BY screening, value",
    ],
)
def test_what_belongs_to_a_row_is_found_without_walking_through_all(
    tmp_path: Path, question: str
) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/store.sqlite3")

    with engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}").all()
    engine.dispose()

    steps = [row[3] for row in plan if not row[3].startswith("SCAN s")]
    assert [step for step in steps if "(subject=" in step or "(screening" in step] == steps
