"""Batches: files screened in the background."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of batches."""
    op.create_table(
        "batch",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("file_name", sa.String(255), nullable=False),
        sa.Column("file_hash", sa.String(64), nullable=False),
        sa.Column("as_of", sa.String(10), nullable=False),
        sa.Column("encoding", sa.String(40)),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("finished_at", sa.String(27)),
        sa.Column("problem", sa.String()),
        sa.Column("summary", sa.String()),
    )
    for column in ("created_at", "state"):
        op.create_index(f"ix_batch_{column}", "batch", [column])
