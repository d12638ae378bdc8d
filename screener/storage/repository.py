"""The repository: takes and gives values of the model, never rows."""

from sqlalchemy import Engine, select

from screener.storage.audit import Audit
from screener.storage.batches import Batches
from screener.storage.changes import Changes
from screener.storage.contents import Contents
from screener.storage.dispositions import Dispositions
from screener.storage.documents import Documents
from screener.storage.keys import Keys
from screener.storage.overlays import Overlays
from screener.storage.reopenings import Reopenings
from screener.storage.replies import Replies
from screener.storage.screenings import Screenings
from screener.storage.suppliers import Suppliers
from screener.storage.suppressions import Suppressions
from screener.storage.tables import HEAD
from screener.storage.waiting import Waiting
from screener.storage.webhooks import Webhooks


class Repository:
    """Everything the service keeps, by what it is."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine
        self.screenings = Screenings(engine)
        self.replies = Replies(engine)
        self.audit = Audit(engine)
        self.keys = Keys(engine)
        self.suppliers = Suppliers(engine)
        self.batches = Batches(engine)
        self.changes = Changes(engine)
        self.webhooks = Webhooks(engine)
        self.documents = Documents(engine)
        self.contents = Contents(engine)
        self.waiting = Waiting(engine)
        self.overlays = Overlays(engine)
        self.dispositions = Dispositions(engine)
        self.suppressions = Suppressions(engine)
        self.reopenings = Reopenings(engine)

    def ready(self) -> bool:
        """Say whether the database answers."""
        with self._engine.connect() as connection:
            return connection.execute(select(HEAD.c.id)).first() is not None
