"""The risk score beside each screening, so that a queue is read in its order."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_AT_ONCE = 1_000
_SCREENING = sa.table(
    "screening",
    sa.column("number", sa.BigInteger),
    sa.column("screening", sa.LargeBinary),
    sa.column("risk_score", sa.Float),
)


def upgrade() -> None:
    """Add the column and fill it from what was answered."""
    op.add_column("screening", sa.Column("risk_score", sa.Float()))
    connection = op.get_bind()
    after = 0
    while rows := connection.execute(
        sa.select(_SCREENING.c.number, _SCREENING.c.screening)
        .where(_SCREENING.c.number > after)
        .order_by(_SCREENING.c.number)
        .limit(_AT_ONCE)
    ).all():
        connection.execute(
            sa.update(_SCREENING)
            .where(_SCREENING.c.number == sa.bindparam("at"))
            .values(risk_score=sa.bindparam("score")),
            [{"at": row.number, "score": json.loads(row.screening)["risk_score"]} for row in rows],
        )
        after = rows[-1].number
    op.create_index("ix_screening_state_risk_score", "screening", ["state", "risk_score"])
