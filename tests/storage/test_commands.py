"""``screener audit`` and ``screener db``."""

import json
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from screener.cli.main import main
from screener.storage.repository import Repository
from screener.storage.session import open_database
from tests.storage.answers import answer


@pytest.fixture(name="filled")
def _filled(address: str, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Return the database that the commands use, with two screenings in it."""
    monkeypatch.setenv("SCREENER_DATABASE_URL", address)
    Repository(engine).screenings.add([answer("1"), answer("2")], actor="ann")
    return engine


def test_a_chain_that_holds_is_told(filled: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    head = Repository(filled).audit.events()[-1].hash

    assert main(["audit", "verify"]) == 0
    assert capsys.readouterr().out == f"the chain holds; 2 events, head {head}\n"


def test_a_flaw_is_told_and_exits_with_1(
    filled: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    with filled.begin() as connection:
        connection.execute(text("UPDATE event SET actor = 'eve' WHERE number = 2"))

    assert main(["audit", "verify"]) == 1
    assert "event 2" in capsys.readouterr().out
    assert main(["audit", "verify", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["flaws"][0]["event"] == 2


@pytest.mark.usefixtures("filled")
def test_a_head_that_is_gone_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "verify", "--head", "f" * 64]) == 1
    assert "f" * 64 in capsys.readouterr().out


def test_events_are_exported_in_order(filled: Engine, tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"

    assert main(["audit", "export", str(file)]) == 0

    hashes = [json.loads(line)["hash"] for line in file.read_bytes().splitlines()]
    assert hashes == [event.hash for event in Repository(filled).audit.events()]


@pytest.mark.usefixtures("filled")
def test_an_export_overwrites_a_file_only_if_told_to(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    file.write_text("mine", encoding="utf-8")

    assert main(["audit", "export", str(file)]) == 3
    assert file.read_text(encoding="utf-8") == "mine"
    assert main(["audit", "export", str(file), "--force"]) == 0
    assert len(file.read_bytes().splitlines()) == 2
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["events.jsonl"]


def test_an_export_that_fails_leaves_what_was_there(filled: Engine, tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    file.write_text("mine", encoding="utf-8")
    with filled.begin() as connection:
        connection.execute(text("DROP TABLE event"))

    assert main(["audit", "export", str(file), "--force"]) == 4
    assert file.read_text(encoding="utf-8") == "mine"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["events.jsonl"]


def test_what_is_written_is_for_its_owner_alone(filled: Engine, tmp_path: Path) -> None:
    export, copy = tmp_path / "events.jsonl", tmp_path / "copy.sqlite3"
    export.touch(mode=0o644)

    assert main(["audit", "export", str(export), "--force"]) == 0
    written = [export]
    if filled.dialect.name == "sqlite":
        assert main(["db", "backup", str(copy)]) == 0
        database = Path(str(filled.url.database))
        beside = [database.with_name(f"{database.name}-{name}") for name in ("wal", "shm")]
        written += [copy, database, *beside]

    assert {oct(file.stat().st_mode & 0o777) for file in written} == {"0o600"}


@pytest.mark.parametrize(("mode", "told"), [(0o600, False), (0o640, True), (0o644, True)])
def test_the_doctor_tells_of_a_database_that_others_may_read(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    mode: int,
    *,
    told: bool,
) -> None:
    file = tmp_path / "store.sqlite3"
    file.touch()
    file.chmod(mode)
    monkeypatch.setenv("SCREENER_DATABASE_URL", f"sqlite:///{file}")

    assert main(["doctor"]) == 0
    assert (f"may read {file}" in capsys.readouterr().out) is told


def test_a_database_is_upgraded(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SCREENER_DATABASE_URL", address)

    assert main(["db", "upgrade"]) == 0
    assert "layout" in capsys.readouterr().out
    engine = open_database(address)
    assert Repository(engine).ready()
    engine.dispose()


def test_a_backup_holds_everything_or_is_refused(filled: Engine, tmp_path: Path) -> None:
    file = tmp_path / "copy.sqlite3"

    code = main(["db", "backup", str(file)])

    if filled.dialect.name == "postgresql":
        assert code == 3
        return
    assert code == 0
    copy = open_database(f"sqlite:///{file}")
    assert Repository(copy).audit.verify().events == 2
    copy.dispose()


@pytest.mark.usefixtures("filled")
def test_a_backup_overwrites_nothing(tmp_path: Path) -> None:
    file = tmp_path / "copy.sqlite3"
    sqlite3.connect(file).close()
    file.write_text("mine", encoding="utf-8")

    assert main(["db", "backup", str(file)]) == 3
    assert file.read_text(encoding="utf-8") == "mine"


def test_keys_are_made_listed_and_revoked(
    engine: Engine,
    address: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SCREENER_DATABASE_URL", address)

    assert main(["db", "keys", "create", "--owner", "ann", "--scope", "admin", "--days", "9"]) == 0
    token = capsys.readouterr().out.strip()
    key = Repository(engine).keys.recognised(token)
    assert key is not None
    assert key.expires_at is not None

    assert main(["db", "keys", "ls"]) == 0
    assert "ann" in capsys.readouterr().out
    assert main(["db", "keys", "revoke", key.id]) == 0
    assert main(["db", "keys", "ls", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert listed[0]["revoked_at"]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "words",
    [
        ["create", "--owner", "ann", "--scope", "all"],
        ["create", "--owner", " ", "--scope", "read"],
        ["create", "--owner", "ann"],
        ["revoke", "none"],
    ],
    ids=" ".join,
)
def test_a_key_without_sense_is_refused(words: list[str]) -> None:
    assert main(["db", "keys", *words]) == 3
