"""Events: what changed, when, by whom, each tied to all before it."""

import hashlib

import msgspec

GENESIS = "0" * 64
"""What stands before the first event."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One change of state.

    ``row_hash`` is the SHA-256 of what was kept by it, empty where nothing was. ``hash`` covers
    everything else here with the hash of the event before, ``previous``.
    """

    number: int
    at: str
    kind: str
    actor: str
    subject: str
    row_hash: str
    previous: str
    hash: str

    def expected_hash(self) -> str:
        """Return the hash that this event must have, given what stands in it."""
        return event_hash(
            (self.number, self.at, self.kind, self.actor, self.subject, self.row_hash),
            self.previous,
        )


class Flaw(msgspec.Struct, frozen=True, kw_only=True):
    """One place where what is stored is not what the chain of events vouches for."""

    event: int | None
    subject: str
    problem: str


def event_hash(content: tuple[int, str, str, str, str, str], previous: str) -> str:
    """Return the hash of an event's content behind another event.

    >>> content = (1, "2026-11-26T10:00:00.000000Z", "key.created", "command line", "k1", "")
    >>> event_hash(content, GENESIS)[:12]
    '6dc1c592c8b0'
    """
    return hashlib.sha256(msgspec.json.encode((*content, previous))).hexdigest()
