"""Keys are shown once, recognised, and no more once revoked."""

import pytest
from sqlalchemy import Engine, text

from screener.errors import InputError, NotStoredError
from screener.storage.keys import Keys
from screener.storage.repository import Repository


def test_a_key_is_recognised_by_what_was_shown_once(repository: Repository) -> None:
    made = repository.keys.create("ann", ["read", "screen"], actor="test")

    found = repository.keys.recognised(made.token)

    assert found is not None
    assert (found.id, found.owner, found.scopes) == (made.key.id, "ann", ("screen", "read"))


def test_the_secret_is_not_in_the_database(repository: Repository, engine: Engine) -> None:
    made = repository.keys.create("ann", ["read"], actor="test")

    with engine.connect() as connection:
        row = connection.execute(text("SELECT * FROM api_key")).one()
    assert made.token.split("_", 2)[2] not in str(row)
    assert "$argon2id$" in str(row)


@pytest.mark.parametrize(
    "change",
    [
        lambda token: token[:-1] + ("x" if token[-1] != "x" else "y"),
        lambda token: token.replace("fls_", "xyz_"),
        lambda token: "_".join(["fls", "0" * 16, token.split("_", 2)[2]]),
        lambda _: "",
        lambda _: "fls_",
        lambda _: "fls__",
        lambda token: token + "\0",
    ],
    ids=["secret", "prefix", "id", "empty", "cut", "empty parts", "longer"],
)
def test_nothing_else_is_recognised(repository: Repository, change: object) -> None:
    made = repository.keys.create("ann", ["read"], actor="test")
    assert repository.keys.recognised(made.token)

    assert repository.keys.recognised(change(made.token)) is None  # type: ignore[operator]


def test_a_key_is_revoked_everywhere_at_once(repository: Repository, engine: Engine) -> None:
    made = repository.keys.create("ann", ["read"], actor="test")
    elsewhere = Keys(engine)
    assert repository.keys.recognised(made.token)

    elsewhere.revoke(made.key.id, actor="bob")
    elsewhere.revoke(made.key.id, actor="bob")

    found = repository.keys.recognised(made.token)
    assert found is not None
    assert not found.usable("2000-01-01T00:00:00.000000Z")
    assert [event.kind for event in repository.audit.events()] == ["key.created", "key.revoked"]
    assert repository.audit.verify().flaws == ()


def test_a_key_counts_until_its_end(repository: Repository) -> None:
    end = "2999-01-01T00:00:00.000000Z"
    key = repository.keys.create("ann", ["read"], actor="test", expires_at=end).key

    assert key.usable("2998-12-31T23:59:59.999999Z")
    assert not key.usable(end)


def test_use_is_noted(repository: Repository) -> None:
    made = repository.keys.create("ann", ["read"], actor="test")
    assert made.key.last_used_at is None

    repository.keys.recognised(made.token)

    assert repository.keys.get(made.key.id).last_used_at is not None


def test_widened_scopes_are_found(repository: Repository, engine: Engine) -> None:
    repository.keys.create("ann", ["read"], actor="test")
    with engine.begin() as connection:
        connection.execute(text("UPDATE api_key SET scopes = 'read admin'"))

    assert repository.audit.verify().flaws


@pytest.mark.parametrize(
    ("owner", "scopes", "end"),
    [
        ("", ["read"], None),
        (" ", ["read"], None),
        ("ann", [], None),
        ("ann", ["everything"], None),
        ("ann", ["read"], "2020-01-01T00:00:00.000000Z"),
    ],
)
def test_a_key_without_sense_is_refused(
    repository: Repository, owner: str, scopes: list[str], end: str | None
) -> None:
    with pytest.raises(InputError):
        repository.keys.create(owner, scopes, actor="test", expires_at=end)  # type: ignore[arg-type]
    assert not repository.keys.exist()


def test_an_unknown_key_is_told(repository: Repository) -> None:
    with pytest.raises(NotStoredError):
        repository.keys.revoke("none", actor="test")
