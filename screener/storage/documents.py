"""Documents of suppliers: asked for, received, or not to be had; noted, never changed."""

from typing import Any, NamedTuple

from sqlalchemy import Engine, Row, select

from screener.model.monitoring import Document, DocumentState
from screener.storage.chain import writing
from screener.storage.screenings import new_id
from screener.storage.tables import DOCUMENT


class Note(NamedTuple):
    """What is noted: the item of the checklist, where it stands, and the file's SHA-256."""

    item: str
    state: DocumentState
    title: str
    note: str
    file_hash: str | None


class Documents:
    """What was noted of suppliers' documents."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def add(self, supplier: str, note: Note, *, person: str) -> Document:
        """Return what was just noted of a supplier that is known."""
        with writing(self._engine) as ledger:
            row: dict[str, object] = {
                "id": new_id(),
                "created_at": ledger.at,
                "person": person,
                "supplier": supplier,
                **note._asdict(),
            }
            ledger.keep("document.noted", person, [row])
        return Document(**row)  # type: ignore[arg-type]  # the columns are the fields

    def of(self, supplier: str) -> tuple[Document, ...]:
        """Return all that was noted of a supplier, oldest first."""
        query = select(DOCUMENT).where(DOCUMENT.c.supplier == supplier)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(DOCUMENT.c.created_at, DOCUMENT.c.id))
            return tuple(_document(row) for row in rows)


def _document(row: Row[*tuple[Any, ...]]) -> Document:
    return Document(**{name: getattr(row, name) for name in Document.__struct_fields__})
