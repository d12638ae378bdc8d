"""The tables. Rows never leave this package.

Times are ISO text in UTC to the microsecond, days ISO text: they sort as they stand and are
the same bytes in every database. Rows that an event vouches for are never changed.
"""

from sqlalchemy import BigInteger, Index, Table
from sqlmodel import Field, SQLModel

_TIME = 27
_UUID = 36
_SHA256 = 64
_NAME = 200


class StoredScreening(SQLModel, table=True):
    """One screening as answered: the record it was asked for and the bytes it got.

    ``number`` counts screenings in the order in which they were committed. ``supplier`` says
    whose line it is, ``supplier_version`` with which particulars. ``state`` repeats what the
    latest decision or reopening says and ``risk_score`` what the bytes say, so that a queue is read
    in order. Where monitoring last found a tier above that of the bytes, ``raised_to`` is it and
    ``risk_score`` is of then. All else is never changed.
    """

    __tablename__ = "screening"
    __table_args__ = (Index("ix_screening_state_risk_score", "state", "risk_score"),)

    number: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    id: str = Field(unique=True, max_length=_UUID)
    created_at: str = Field(index=True, max_length=_TIME)
    actor: str = Field(max_length=_NAME)
    line_id: str = Field(index=True, max_length=1_000)
    tier: str = Field(index=True, max_length=2)
    record: bytes
    screening: bytes
    answer_hash: str = Field(index=True, max_length=_SHA256)
    content: str | None = Field(default=None, max_length=_SHA256)
    supplier: str | None = Field(default=None, index=True, max_length=_SHA256)
    supplier_version: str | None = Field(default=None, max_length=_SHA256)
    state: str = Field(index=True, max_length=40)
    risk_score: float | None = None
    raised_to: str | None = Field(default=None, max_length=2)


class StoredMark(SQLModel, table=True):
    """A rule, entry or suppression that a screening shows, so that it is found by it."""

    __tablename__ = "mark"
    __table_args__ = (Index("ix_mark_screening", "screening", "kind", "value"),)

    kind: str = Field(primary_key=True, max_length=20)
    value: str = Field(primary_key=True, max_length=_NAME)
    screening: int = Field(primary_key=True, sa_type=BigInteger)


class StoredSupplier(SQLModel, table=True):
    """A supplier as its lines first wrote it."""

    __tablename__ = "supplier"

    id: str = Field(primary_key=True, max_length=_SHA256)
    created_at: str = Field(max_length=_TIME)
    name: str
    country: str | None = None
    form: str = Field(index=True)


class StoredDisposition(SQLModel, table=True):
    """A decision on a screening, as it was made."""

    __tablename__ = "disposition"

    id: str = Field(primary_key=True, max_length=_UUID)
    screening: str = Field(index=True, max_length=_UUID)
    created_at: str = Field(max_length=_TIME)
    person: str = Field(max_length=_NAME)
    status: str = Field(max_length=40)
    reason_code: str = Field(max_length=40)
    note: str
    evidence: str
    needs_second: bool


class StoredSuppression(SQLModel, table=True):
    """A hit told to be of no concern, for one state of a supplier and of an entry."""

    __tablename__ = "suppression"

    id: str = Field(primary_key=True, max_length=_UUID)
    created_at: str = Field(index=True, max_length=_TIME)
    owner: str = Field(max_length=_NAME)
    screening: str = Field(max_length=_UUID)
    supplier: str = Field(index=True, max_length=_SHA256)
    supplier_version: str = Field(index=True, max_length=_SHA256)
    entry: str = Field(index=True, max_length=_NAME)
    entry_version: str = Field(max_length=_SHA256)
    reason: str
    expires_on: str = Field(max_length=10)
    needs_second: bool


class StoredApproval(SQLModel, table=True):
    """The second person's consent to a disposition or suppression: one each, ever."""

    __tablename__ = "approval"

    id: str = Field(primary_key=True, max_length=_UUID)
    created_at: str = Field(max_length=_TIME)
    person: str = Field(max_length=_NAME)


class StoredEnd(SQLModel, table=True):
    """The end of a suppression, which stays on record."""

    __tablename__ = "suppression_end"

    id: str = Field(primary_key=True, max_length=_UUID)
    created_at: str = Field(max_length=_TIME)
    person: str = Field(max_length=_NAME)
    reason: str


class StoredReopening(SQLModel, table=True):
    """That a screening waits for a decision again, and why; ``because`` names what brought it."""

    __tablename__ = "reopening"

    id: str = Field(primary_key=True, max_length=_UUID)
    created_at: str = Field(max_length=_TIME)
    actor: str = Field(max_length=_NAME)
    screening: str = Field(index=True, max_length=_UUID)
    cause: str = Field(max_length=40)
    because: str


class StoredKey(SQLModel, table=True):
    """A key of the service: who holds it and what for; of the secret only its argon2 hash."""

    __tablename__ = "api_key"

    id: str = Field(primary_key=True, max_length=40)
    owner: str = Field(max_length=_NAME)
    secret: str = Field(max_length=_NAME)
    scopes: str = Field(max_length=_NAME)
    created_at: str = Field(max_length=_TIME)
    expires_at: str | None = Field(default=None, max_length=_TIME)
    revoked_at: str | None = Field(default=None, max_length=_TIME)
    last_used_at: str | None = Field(default=None, max_length=_TIME)


class StoredEvent(SQLModel, table=True):
    """One change of state. ``hash`` covers all else here, and so every event before.

    The index is of both columns: the event of a row is looked for by both, and one that has the
    kind alone would be walked through for every row.
    """

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_subject_kind", "subject", "kind"),)

    number: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    at: str = Field(max_length=_TIME)
    kind: str = Field(index=True, max_length=40)
    actor: str = Field(max_length=_NAME)
    subject: str = Field(max_length=_SHA256)
    row_hash: str = Field(max_length=_SHA256)
    previous: str = Field(max_length=_SHA256)
    hash: str = Field(max_length=_SHA256)


class StoredHead(SQLModel, table=True):
    """Where the chain ends. Its one row is what writers wait for each other at."""

    __tablename__ = "chain_head"

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    events: int = Field(sa_type=BigInteger)
    screenings: int = Field(sa_type=BigInteger)
    hash: str = Field(max_length=_SHA256)


class StoredReply(SQLModel, table=True):
    """The reply to a request with an idempotency key, for as long as it may be repeated."""

    __tablename__ = "idempotent_reply"

    caller: str = Field(primary_key=True, max_length=_NAME)
    key: str = Field(primary_key=True, max_length=255)
    created_at: str = Field(index=True, max_length=_TIME)
    request_hash: str = Field(max_length=_SHA256)
    body: bytes


class StoredBatch(SQLModel, table=True):
    """A file to be screened in the background, and what came of it.

    The file itself and its results lie in the data directory, in a folder of the batch's id.
    """

    __tablename__ = "batch"

    id: str = Field(primary_key=True, max_length=_UUID)
    created_at: str = Field(index=True, max_length=_TIME)
    actor: str = Field(max_length=_NAME)
    file_name: str = Field(max_length=255)
    file_hash: str = Field(max_length=_SHA256)
    as_of: str = Field(max_length=10)
    encoding: str | None = Field(default=None, max_length=40)
    state: str = Field(index=True, max_length=40)
    finished_at: str | None = Field(default=None, max_length=_TIME)
    problem: str | None = None
    summary: str | None = None


class StoredChange(SQLModel, table=True):
    """A stored screening whose tier moved under other content; ``difference`` is JSON."""

    __tablename__ = "tier_change"

    number: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    id: str = Field(unique=True, max_length=_UUID)
    created_at: str = Field(max_length=_TIME)
    screening: str = Field(index=True, max_length=_UUID)
    line_id: str = Field(max_length=1_000)
    supplier: str | None = Field(default=None, max_length=_SHA256)
    before: str = Field(max_length=2)
    after: str = Field(max_length=2)
    content: str = Field(max_length=_SHA256)
    difference: str


class StoredRecheck(SQLModel, table=True):
    """How far stored screenings were screened again with one content, by their numbers."""

    __tablename__ = "recheck"

    content: str = Field(primary_key=True, max_length=_SHA256)
    started_at: str = Field(max_length=_TIME)
    reached: int = Field(sa_type=BigInteger)


class StoredWebhook(SQLModel, table=True):
    """Where changed tiers are told, and the secret that signs what is sent."""

    __tablename__ = "webhook"

    id: str = Field(primary_key=True, max_length=_UUID)
    created_at: str = Field(max_length=_TIME)
    actor: str = Field(max_length=_NAME)
    url: str = Field(max_length=2_000)
    secret: str = Field(max_length=_SHA256)
    ended_at: str | None = Field(default=None, max_length=_TIME)


class StoredDelivery(SQLModel, table=True):
    """One change on its way to one webhook; made in the transaction that keeps the change."""

    __tablename__ = "delivery"

    id: str = Field(primary_key=True, max_length=_UUID)
    webhook: str = Field(index=True, max_length=_UUID)
    change: int = Field(sa_type=BigInteger)
    created_at: str = Field(max_length=_TIME)
    next_at: str = Field(max_length=_TIME)
    state: str = Field(index=True, max_length=40)
    attempts: int
    status: int | None = None
    problem: str | None = Field(default=None, max_length=_NAME)


class StoredDocument(SQLModel, table=True):
    """That a document of the checklist was asked for, came, or cannot be had."""

    __tablename__ = "document"

    id: str = Field(primary_key=True, max_length=_UUID)
    created_at: str = Field(max_length=_TIME)
    person: str = Field(max_length=_NAME)
    supplier: str = Field(index=True, max_length=_SHA256)
    item: str = Field(max_length=40)
    state: str = Field(max_length=40)
    title: str
    note: str
    file_hash: str | None = Field(default=None, max_length=_SHA256)


class StoredPart(SQLModel, table=True):
    """One folder of content as it was used, an edition or a pack, as a zip archive."""

    __tablename__ = "content_part"

    id: str = Field(primary_key=True, max_length=_SHA256)
    created_at: str = Field(max_length=_TIME)
    name: str = Field(max_length=_NAME)
    archive: bytes


class StoredContent(SQLModel, table=True):
    """The folders that were in use together; ``parts`` is a JSON object of name to id."""

    __tablename__ = "content"

    id: str = Field(primary_key=True, max_length=_SHA256)
    created_at: str = Field(max_length=_TIME)
    parts: str


def _core(model: type[SQLModel]) -> Table:
    """Return the table behind a model: queries and bulk writes go through Core."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


SCREENING = _core(StoredScreening)
MARK = _core(StoredMark)
SUPPLIER = _core(StoredSupplier)
DISPOSITION = _core(StoredDisposition)
SUPPRESSION = _core(StoredSuppression)
APPROVAL = _core(StoredApproval)
SUPPRESSION_END = _core(StoredEnd)
REOPENING = _core(StoredReopening)
KEY = _core(StoredKey)
EVENT = _core(StoredEvent)
HEAD = _core(StoredHead)
PART = _core(StoredPart)
CONTENT = _core(StoredContent)
REPLY = _core(StoredReply)
BATCH = _core(StoredBatch)
CHANGE = _core(StoredChange)
RECHECK = _core(StoredRecheck)
WEBHOOK = _core(StoredWebhook)
DELIVERY = _core(StoredDelivery)
DOCUMENT = _core(StoredDocument)
