"""Screenings, decisions, keys, content, and the chain of events."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_TIME, _UUID, _SHA256, _NAME = sa.String(27), sa.String(36), sa.String(64), sa.String(200)
_DAY, _SHORT, _TEXT, _BYTES, _LONG = (
    sa.String(10),
    sa.String(40),
    sa.String(),
    sa.LargeBinary(),
    sa.BigInteger(),
)
_GENESIS = "0" * 64


def upgrade() -> None:
    """Make the tables, and the head of an empty chain."""
    _screenings()
    _decisions()
    _access()
    _content()
    head = op.create_table(
        "chain_head",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        _column("events", _LONG),
        _column("screenings", _LONG),
        _column("hash", _SHA256),
    )
    op.bulk_insert(head, [{"id": 1, "events": 0, "screenings": 0, "hash": _GENESIS}])


def _screenings() -> None:
    op.create_table(
        "screening",
        sa.Column("number", _LONG, primary_key=True, autoincrement=False),
        _column("id", _UUID),
        _column("created_at", _TIME),
        _column("actor", _NAME),
        _column("line_id", sa.String(1_000)),
        _column("tier", sa.String(2)),
        _column("record", _BYTES),
        _column("screening", _BYTES),
        _column("answer_hash", _SHA256),
        sa.Column("content", _SHA256),
        sa.Column("supplier", _SHA256),
        sa.Column("supplier_version", _SHA256),
        _column("state", _SHORT),
        sa.UniqueConstraint("id"),
    )
    _indexed("screening", "created_at", "line_id", "tier", "answer_hash", "supplier", "state")
    op.create_table(
        "mark",
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("value", _NAME, primary_key=True),
        sa.Column("screening", _LONG, primary_key=True, autoincrement=False),
    )
    op.create_table(
        "supplier",
        sa.Column("id", _SHA256, primary_key=True),
        _column("created_at", _TIME),
        _column("name", _TEXT),
        sa.Column("country", _TEXT),
        _column("form", _TEXT),
    )
    _indexed("supplier", "form")


def _decisions() -> None:
    op.create_table(
        "disposition",
        sa.Column("id", _UUID, primary_key=True),
        _column("screening", _UUID),
        _column("created_at", _TIME),
        _column("person", _NAME),
        _column("status", _SHORT),
        _column("reason_code", _SHORT),
        _column("note", _TEXT),
        _column("evidence", _TEXT),
        _column("needs_second", sa.Boolean()),
    )
    _indexed("disposition", "screening")
    op.create_table(
        "suppression",
        sa.Column("id", _UUID, primary_key=True),
        _column("created_at", _TIME),
        _column("owner", _NAME),
        _column("screening", _UUID),
        _column("supplier", _SHA256),
        _column("supplier_version", _SHA256),
        _column("entry", _NAME),
        _column("entry_version", _SHA256),
        _column("reason", _TEXT),
        _column("expires_on", _DAY),
        _column("needs_second", sa.Boolean()),
    )
    _indexed("suppression", "created_at", "supplier", "supplier_version", "entry")
    for name, *further in (("approval",), ("suppression_end", _column("reason", _TEXT))):
        op.create_table(
            name,
            sa.Column("id", _UUID, primary_key=True),
            _column("created_at", _TIME),
            _column("person", _NAME),
            *further,
        )


def _access() -> None:
    op.create_table(
        "api_key",
        sa.Column("id", _SHORT, primary_key=True),
        _column("owner", _NAME),
        _column("secret", _NAME),
        _column("scopes", _NAME),
        _column("created_at", _TIME),
        *(sa.Column(name, _TIME) for name in ("expires_at", "revoked_at", "last_used_at")),
    )
    op.create_table(
        "idempotent_reply",
        sa.Column("caller", _NAME, primary_key=True),
        sa.Column("key", sa.String(255), primary_key=True),
        _column("created_at", _TIME),
        _column("request_hash", _SHA256),
        _column("body", _BYTES),
    )
    _indexed("idempotent_reply", "created_at")
    op.create_table(
        "event",
        sa.Column("number", _LONG, primary_key=True, autoincrement=False),
        _column("at", _TIME),
        _column("kind", _SHORT),
        _column("actor", _NAME),
        _column("subject", _SHA256),
        *(_column(name, _SHA256) for name in ("row_hash", "previous", "hash")),
    )
    _indexed("event", "kind", "subject")


def _content() -> None:
    op.create_table(
        "content_part",
        sa.Column("id", _SHA256, primary_key=True),
        _column("created_at", _TIME),
        _column("name", _NAME),
        _column("archive", _BYTES),
    )
    op.create_table(
        "content",
        sa.Column("id", _SHA256, primary_key=True),
        _column("created_at", _TIME),
        _column("parts", _TEXT),
    )


def _column(name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _indexed(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])
