"""Screenings that wait again, the tier to which monitoring raised them, events found quickly."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_BAND, _HALF_BAND = 20, 60
_SCREENING = sa.table(
    "screening",
    sa.column("id", sa.String),
    sa.column("tier", sa.String),
    sa.column("raised_to", sa.String),
    sa.column("risk_score", sa.Float),
)
_CHANGE = sa.table(
    "tier_change",
    sa.column("number", sa.BigInteger),
    sa.column("screening", sa.String),
    sa.column("after", sa.String),
    sa.column("difference", sa.String),
)


def upgrade() -> None:
    """Make the table and the column, and fill it from the changes found so far."""
    op.create_table(
        "reopening",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("screening", sa.String(36), nullable=False),
        sa.Column("cause", sa.String(40), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
    )
    op.create_index("ix_reopening_screening", "reopening", ["screening"])
    op.drop_index("ix_event_subject", "event")
    op.create_index("ix_event_subject_kind", "event", ["subject", "kind"])
    op.create_index("ix_mark_screening", "mark", ["screening", "kind", "value"])
    op.add_column("screening", sa.Column("raised_to", sa.String(2)))
    _raise()
    # The worker looks at every suppressed line once more: earlier versions suppressed too many.
    op.execute("DELETE FROM recheck")


def _raise() -> None:
    """Note of each screening the tier above its own that it was last found to have."""
    connection = op.get_bind()
    last = sa.select(sa.func.max(_CHANGE.c.number)).group_by(_CHANGE.c.screening)
    query = (
        sa.select(_CHANGE.c.screening, _CHANGE.c.after, _CHANGE.c.difference)
        .join(_SCREENING, _SCREENING.c.id == _CHANGE.c.screening)
        .where(_CHANGE.c.number.in_(last), _CHANGE.c.after > _SCREENING.c.tier)
    )
    for row in connection.execute(query).all():
        score = _risk_score(row.after, json.loads(row.difference)["points_after"])
        connection.execute(
            sa.update(_SCREENING)
            .where(_SCREENING.c.id == row.screening)
            .values(raised_to=row.after, risk_score=score)
        )


def _risk_score(tier: str, points: int) -> float:
    """Return the index of then, whatever a later version makes of it."""
    return round(_BAND * int(tier[1]) + _BAND * points / (points + _HALF_BAND), 4)
