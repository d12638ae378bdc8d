"""Sessions: a signed cookie that says by which key someone signed in, and until when."""

import hashlib
import hmac
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

COOKIE = "screener_session"
LASTS_SECONDS = 12 * 60 * 60
"""How long a session counts; then its holder signs in again."""
_SECRET_BYTES = 32
_PARTS = 4


class Session(NamedTuple):
    """What a cookie says: the id of the key, None for the person at this machine."""

    cookie: str
    key: str | None
    csrf: str
    """What every form of your session has to send along."""


class Sessions:
    """Makes and reads the cookies of sessions; nothing of them is stored."""

    def __init__(self, secret: bytes, clock: Callable[[], float] = time.time) -> None:
        """Sign with a secret; ``clock`` gives seconds since 1970."""
        self._secret = secret
        self._clock = clock

    def start(self, key: str | None) -> Session:
        """Return a new session of a key."""
        end = int(self._clock()) + LASTS_SECONDS
        content = f"{key or ''}.{end}.{secrets.token_urlsafe(18)}"
        return self._session(f"{content}.{self._sign('session', content)}", key)

    def read(self, cookie: str) -> Session | None:
        """Return the session of a cookie; None if it is not one of ours or has ended.

        >>> sessions = Sessions(b"secret", clock=lambda: 0.0)
        >>> sessions.read(sessions.start("k1").cookie).key
        'k1'
        >>> sessions.read("k1.99999.x.y") is None
        True
        """
        parts = cookie.split(".")
        if len(parts) != _PARTS or not cookie.isascii():
            return None
        key, end, _, signature = parts
        expected = self._sign("session", cookie.rpartition(".")[0])
        if not hmac.compare_digest(signature, expected) or self._clock() >= int(end):
            return None
        return self._session(cookie, key or None)

    def _session(self, cookie: str, key: str | None) -> Session:
        return Session(cookie, key, self._sign("form", cookie))

    def _sign(self, purpose: str, content: str) -> str:
        return hmac.new(self._secret, f"{purpose}:{content}".encode(), hashlib.sha256).hexdigest()


def session_secret(home: Path) -> bytes:
    """Return the secret of a data directory, the same for all processes; made if missing."""
    path = home / "session.secret"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        part = home / f"session.secret.{secrets.token_hex(8)}"
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(_SECRET_BYTES))
        try:
            # Fails if another process was quicker; then its secret counts.
            os.link(part, path)
        except FileExistsError:
            pass
        finally:
            part.unlink()
    return path.read_bytes()
