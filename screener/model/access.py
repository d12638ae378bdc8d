"""Who may do what in the service: keys and their scopes."""

from typing import Literal, get_args

import msgspec

Scope = Literal["screen", "read", "review", "approve", "admin"]
"""What a key may do: screen records; read what is stored; decide on it; consent to the decisions
of others; manage keys and read the audit chain. No scope includes another."""

SCOPES: tuple[Scope, ...] = get_args(Scope)


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """A key of the service without its secret.

    ``owner`` is the person or system that decisions made with it are put down to. Two keys of
    one owner are one person.
    """

    id: str
    owner: str
    scopes: tuple[Scope, ...]
    created_at: str
    expires_at: str | None
    revoked_at: str | None
    last_used_at: str | None

    def usable(self, at: str) -> bool:
        """Say whether the key counts at a time: neither revoked nor past its end."""
        return self.revoked_at is None and (self.expires_at is None or at < self.expires_at)
