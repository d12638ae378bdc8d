"""What is stored comes back byte for byte."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.errors import ConfigError, NotStoredError
from screener.storage.repository import Answer, Repository
from screener.storage.session import open_database

ANSWER = Answer("1", "T2", b'{"line_id":"1"}', '{"tier":"T2","text":"신의주"}'.encode())


@pytest.fixture(name="repository")
def _repository(tmp_path: Path) -> Iterator[Repository]:
    engine = open_database(f"sqlite:///{tmp_path}/deep/er/store.sqlite3")
    yield Repository(engine)
    engine.dispose()


def test_a_screening_comes_back_byte_for_byte(repository: Repository) -> None:
    (id_,) = repository.add([ANSWER])

    assert repository.screening(id_) == ANSWER.screening


def test_ids_are_in_order_and_all_different(repository: Repository) -> None:
    ids = repository.add([ANSWER._replace(screening=bytes([number])) for number in range(20)])

    assert len(set(ids)) == 20
    assert [repository.screening(id_) for id_ in ids] == [bytes([number]) for number in range(20)]


def test_nothing_stored_gives_no_ids(repository: Repository) -> None:
    assert repository.add([]) == []


def test_an_unknown_id_is_told(repository: Repository) -> None:
    with pytest.raises(NotStoredError, match="nope"):
        repository.screening("nope")


def test_a_store_survives_its_process(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/store.sqlite3"
    first = open_database(address)
    (id_,) = Repository(first).add([ANSWER])
    first.dispose()

    again = open_database(address)

    assert Repository(again).screening(id_) == ANSWER.screening
    again.dispose()


def test_readiness_asks_the_database(repository: Repository) -> None:
    assert repository.ready()


def test_a_wrong_address_is_told_without_its_password() -> None:
    with pytest.raises(ConfigError) as told:
        open_database("not an address with secret@host")

    assert "secret" not in str(told.value)
