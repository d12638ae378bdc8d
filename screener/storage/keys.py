"""Keys of the service: made, shown once, recognised, revoked. Secrets are not kept."""

import hashlib
import hmac
import math
import secrets
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import Engine, Row, select, update

from screener.errors import InputError, NotStoredError
from screener.model.access import SCOPES, Key, Scope
from screener.storage.chain import now, writing
from screener.storage.tables import KEY

_PREFIX = "fls"
# The least that OWASP names for argon2id. The secret is 256 random bits, not a password.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_USE_NOTED_EVERY = timedelta(minutes=1)
_MOST_RECOGNISED = 1_024
_NONE_SECONDS = 1.0
_SHOWN = tuple(name for name in Key.__struct_fields__ if name != "scopes")


class NewKey(NamedTuple):
    """A key just made; ``token`` is what its holder sends, and is never shown again."""

    key: Key
    token: str


class Keys:
    """The keys of the service."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine
        # A token proved once is not hashed again by argon2 while its stored hash is the same.
        self._proved: dict[bytes, str] = {}
        self._exist = False
        self._none_until = -math.inf
        # What an unknown key is compared with, so that it takes as long as a known one.
        self._nobody = _HASHER.hash(secrets.token_urlsafe(32))

    def create(
        self, owner: str, scopes: Sequence[Scope], *, actor: str, expires_at: str | None = None
    ) -> NewKey:
        """Return a new key with the token that is shown this once.

        Raises:
            InputError: There is no owner or scope, a scope is none, or the end is in the past.

        """
        at = now()
        _check(owner, scopes, at, expires_at)
        id_, secret = secrets.token_hex(8), secrets.token_urlsafe(32)
        row: dict[str, object] = {
            "id": id_,
            "owner": owner.strip(),
            "secret": _HASHER.hash(secret),
            "scopes": " ".join(scope for scope in SCOPES if scope in scopes),
            "created_at": at,
            "expires_at": expires_at,
            "revoked_at": None,
            "last_used_at": None,
        }
        with writing(self._engine) as ledger:
            ledger.keep("key.created", actor, [row])
        self._exist = True
        return NewKey(self.get(id_), f"{_PREFIX}_{id_}_{secret}")

    def all(self) -> tuple[Key, ...]:
        """Return every key, also those that no longer count, oldest first."""
        query = select(KEY).order_by(KEY.c.created_at, KEY.c.id)
        with self._engine.connect() as connection:
            return tuple(_key(row) for row in connection.execute(query))

    def get(self, id_: str) -> Key:
        """Return a key.

        Raises:
            NotStoredError: There is none with this id.

        """
        with self._engine.connect() as connection:
            row = connection.execute(select(KEY).where(KEY.c.id == id_)).first()
        if row is None:
            message = f"no key {id_}"
            raise NotStoredError(message)
        return _key(row)

    def exist(self) -> bool:
        """Say whether a key was ever made; then every request needs one.

        Keys are never taken out, so that there is one holds for good; that there is none is asked
        again after a second.
        """
        if self._exist or time.monotonic() < self._none_until:
            return self._exist
        with self._engine.connect() as connection:
            self._exist = connection.execute(select(KEY.c.id).limit(1)).first() is not None
        self._none_until = time.monotonic() + _NONE_SECONDS
        return self._exist

    def revoke(self, id_: str, *, actor: str) -> Key:
        """Return the key, which counts no more; one revoked before stays as it is.

        Raises:
            NotStoredError: There is none with this id.

        """
        if self.get(id_).revoked_at is None:
            with writing(self._engine) as ledger:
                open_ = (KEY.c.id == id_) & KEY.c.revoked_at.is_(None)
                done = ledger.connection.execute(
                    update(KEY).where(open_).values(revoked_at=ledger.at)
                )
                if done.rowcount:
                    ledger.record("key.revoked", actor, id_)
        return self.get(id_)

    def recognised(self, token: str) -> Key | None:
        """Return the key that a token belongs to, revoked or not; None if it is nobody's.

        An unknown key, a wrong secret and a right one take the same time the first time.
        """
        parts = token.split("_", 2)
        well_formed = len(parts) == 3 and parts[0] == _PREFIX  # noqa: PLR2004 - prefix, id, secret
        id_, secret = (parts[1], parts[2]) if well_formed else ("", token)
        with self._engine.connect() as connection:
            row = connection.execute(select(KEY).where(KEY.c.id == id_)).first()
        known = self._nobody if row is None else str(row.secret)
        proved = self._proves(token, secret, known)
        if row is None or not proved:
            return None
        self._note_use(row)
        return _key(row)

    def _proves(self, token: str, secret: str, known: str) -> bool:
        digest = hashlib.sha256(token.encode()).digest()
        before = self._proved.get(digest)
        if before is not None and hmac.compare_digest(before, known):
            return True
        try:
            _HASHER.verify(known, secret)
        except VerificationError:
            return False
        if len(self._proved) >= _MOST_RECOGNISED:
            self._proved.clear()
        self._proved[digest] = known
        return True

    def _note_use(self, row: Row[*tuple[object, ...]]) -> None:
        """Note that a key was used, at most once a minute: reading must not mean writing."""
        at = now()
        last = row.last_used_at
        if last is not None and _time(at) - _time(str(last)) < _USE_NOTED_EVERY:
            return
        with self._engine.begin() as connection:
            connection.execute(update(KEY).where(KEY.c.id == row.id).values(last_used_at=at))


def _check(owner: str, scopes: Sequence[str], at: str, expires_at: str | None) -> None:
    if not owner.strip():
        message = "a key needs an owner: the person or system that holds it"
        raise InputError(message)
    if wrong := [scope for scope in scopes if scope not in SCOPES]:
        message = f"no such scope: {', '.join(wrong)}; the scopes are {', '.join(SCOPES)}"
        raise InputError(message)
    if not scopes:
        message = f"a key needs a scope: {', '.join(SCOPES)}"
        raise InputError(message)
    if expires_at is not None and expires_at <= at:
        message = f"expires_at {expires_at} is in the past"
        raise InputError(message)


def _key(row: Row[*tuple[object, ...]]) -> Key:
    shown = {name: getattr(row, name) for name in _SHOWN}
    return Key(**shown, scopes=tuple(row.scopes.split()))


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
