"""Changed tiers, webhooks with their deliveries, and documents of suppliers."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_TIME, _UUID, _SHA256, _NAME = sa.String(27), sa.String(36), sa.String(64), sa.String(200)
_SHORT, _TEXT, _LONG = sa.String(40), sa.String(), sa.BigInteger()


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "tier_change",
        sa.Column("number", _LONG, primary_key=True, autoincrement=False),
        sa.Column("id", _UUID, nullable=False, unique=True),
        *_columns(_TIME, "created_at"),
        *_columns(_UUID, "screening"),
        *_columns(sa.String(1_000), "line_id"),
        sa.Column("supplier", _SHA256),
        *_columns(sa.String(2), "before", "after"),
        *_columns(_SHA256, "content"),
        *_columns(_TEXT, "difference"),
    )
    op.create_index("ix_tier_change_screening", "tier_change", ["screening"])
    op.create_table(
        "recheck",
        sa.Column("content", _SHA256, primary_key=True),
        *_columns(_TIME, "started_at"),
        *_columns(_LONG, "reached"),
    )
    _webhooks()
    op.create_table(
        "document",
        sa.Column("id", _UUID, primary_key=True),
        *_columns(_TIME, "created_at"),
        *_columns(_NAME, "person"),
        *_columns(_SHA256, "supplier"),
        *_columns(_SHORT, "item", "state"),
        *_columns(_TEXT, "title", "note"),
        sa.Column("file_hash", _SHA256),
    )
    op.create_index("ix_document_supplier", "document", ["supplier"])


def _webhooks() -> None:
    op.create_table(
        "webhook",
        sa.Column("id", _UUID, primary_key=True),
        *_columns(_TIME, "created_at"),
        *_columns(_NAME, "actor"),
        *_columns(sa.String(2_000), "url"),
        *_columns(_SHA256, "secret"),
        sa.Column("ended_at", _TIME),
    )
    op.create_table(
        "delivery",
        sa.Column("id", _UUID, primary_key=True),
        *_columns(_UUID, "webhook"),
        *_columns(_LONG, "change"),
        *_columns(_TIME, "created_at", "next_at"),
        *_columns(_SHORT, "state"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("status", sa.Integer()),
        sa.Column("problem", _NAME),
    )
    op.create_index("ix_delivery_webhook", "delivery", ["webhook"])
    op.create_index("ix_delivery_state", "delivery", ["state"])


def _columns(kind: sa.types.TypeEngine[Any], *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=False) for name in names]
