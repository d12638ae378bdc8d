"""The tables. Rows never leave this package."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class StoredScreening(SQLModel, table=True):
    """One screening as answered: the record it was asked for and the bytes it got."""

    __tablename__ = "screening"

    id: str = Field(primary_key=True, max_length=36)
    created_at: datetime = Field(index=True)
    line_id: str = Field(index=True, max_length=1_000)
    tier: str = Field(index=True, max_length=2)
    record: bytes
    screening: bytes
