"""Webhooks, and what is on its way to them."""

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Engine, Row, select, update

from screener.errors import ConflictError, NotStoredError
from screener.model.monitoring import Delivery, Webhook
from screener.storage.chain import now, writing
from screener.storage.screenings import new_id
from screener.storage.tables import DELIVERY, WEBHOOK

_PROBLEM = 200


class NewWebhook(NamedTuple):
    """A webhook just made, and its secret, which is shown this once."""

    webhook: Webhook
    secret: str


class Parcel(NamedTuple):
    """A delivery that is due, where it goes, and the secret that signs it."""

    delivery: Delivery
    url: str
    secret: str


class Try(NamedTuple):
    """What one try came to: the status that was answered, or why there was none."""

    status: int | None
    problem: str | None

    @property
    def arrived(self) -> bool:
        """Whether the receiver took it."""
        return self.status is not None and 200 <= self.status < 300  # noqa: PLR2004 - HTTP


class Webhooks:
    """The webhooks of the service."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def create(self, url: str, *, actor: str) -> NewWebhook:
        """Return a webhook that is told every change from now on."""
        secret = secrets.token_hex(32)
        with writing(self._engine) as ledger:
            row: dict[str, object] = {
                "id": new_id(),
                "created_at": ledger.at,
                "actor": actor,
                "url": url,
                "secret": secret,
                "ended_at": None,
            }
            ledger.keep("webhook.created", actor, [row])
        return NewWebhook(self.get(str(row["id"])), secret)

    def all(self) -> tuple[Webhook, ...]:
        """Return every webhook, oldest first, ended ones among them."""
        query = select(WEBHOOK).order_by(WEBHOOK.c.created_at, WEBHOOK.c.id)
        with self._engine.connect() as connection:
            return tuple(_webhook(row) for row in connection.execute(query))

    def get(self, id_: str) -> Webhook:
        """Return a webhook.

        Raises:
            NotStoredError: There is none with this id.

        """
        with self._engine.connect() as connection:
            row = connection.execute(select(WEBHOOK).where(WEBHOOK.c.id == id_)).first()
        if row is None:
            message = f"no webhook {id_}"
            raise NotStoredError(message)
        return _webhook(row)

    def end(self, id_: str, *, actor: str) -> Webhook:
        """Return a webhook to which nothing goes any more; what waits for it is dead.

        Raises:
            NotStoredError: There is none with this id.

        """
        if self.get(id_).ended_at is None:
            with writing(self._engine) as ledger:
                hook = update(WEBHOOK).where(WEBHOOK.c.id == id_)
                ledger.connection.execute(hook.values(ended_at=ledger.at))
                waiting = (DELIVERY.c.webhook == id_) & (DELIVERY.c.state == "waiting")
                ledger.connection.execute(update(DELIVERY).where(waiting).values(state="dead"))
                ledger.record("webhook.ended", actor, id_)
        return self.get(id_)

    def deliveries(
        self, webhook: str, *, state: str | None = None, limit: int
    ) -> tuple[Delivery, ...]:
        """Return what went or goes to a webhook, newest change first.

        Raises:
            NotStoredError: There is no such webhook.

        """
        self.get(webhook)
        query = select(DELIVERY).where(DELIVERY.c.webhook == webhook)
        if state is not None:
            query = query.where(DELIVERY.c.state == state)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(DELIVERY.c.change.desc()).limit(limit))
            return tuple(_delivery(row) for row in rows)

    def retry(self, webhook: str, id_: str, *, actor: str) -> Delivery:
        """Return a dead delivery that waits again, with every try before it.

        Raises:
            NotStoredError: There is none with this id to this webhook.
            ConflictError: It is not dead, or the webhook is ended.

        """
        if self.get(webhook).ended_at is not None:
            message = "the webhook is ended"
            raise ConflictError(message)
        found = self._delivery(webhook, id_)
        if found.state != "dead":
            message = f"the delivery is {found.state}; only a dead one is tried again"
            raise ConflictError(message)
        with writing(self._engine) as ledger:
            again = update(DELIVERY).where(DELIVERY.c.id == id_, DELIVERY.c.state == "dead")
            ledger.connection.execute(again.values(state="waiting", attempts=0, next_at=ledger.at))
            ledger.record("delivery.retried", actor, id_)
        return self._delivery(webhook, id_)

    def due(self, *, limit: int) -> Sequence[Parcel]:
        """Return what is to be sent by now, what waits longest first."""
        query = (
            select(DELIVERY, WEBHOOK.c.url, WEBHOOK.c.secret)
            .join_from(DELIVERY, WEBHOOK, WEBHOOK.c.id == DELIVERY.c.webhook)
            .where(DELIVERY.c.state == "waiting", DELIVERY.c.next_at <= now())
            .order_by(DELIVERY.c.next_at, DELIVERY.c.change)
            .limit(limit)
        )
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        return [Parcel(_delivery(row), row.url, row.secret) for row in rows]

    def tried(self, delivery: Delivery, came: Try, *, most: int, wait_seconds: float) -> None:
        """Note what a try came to; after the last one allowed the delivery is dead."""
        attempts = delivery.attempts + 1
        state = "delivered" if came.arrived else "dead" if attempts >= most else "waiting"
        later = datetime.now(tz=UTC) + timedelta(seconds=wait_seconds)
        told = None if came.problem is None else came.problem[:_PROBLEM]
        done = update(DELIVERY).where(DELIVERY.c.id == delivery.id, DELIVERY.c.state == "waiting")
        with self._engine.begin() as connection:
            connection.execute(
                done.values(
                    state=state,
                    attempts=attempts,
                    status=came.status,
                    problem=told,
                    next_at=later.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
                )
            )

    def _delivery(self, webhook: str, id_: str) -> Delivery:
        query = select(DELIVERY).where(DELIVERY.c.id == id_, DELIVERY.c.webhook == webhook)
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        if row is None:
            message = f"no delivery {id_} to webhook {webhook}"
            raise NotStoredError(message)
        return _delivery(row)


def _webhook(row: Row[*tuple[Any, ...]]) -> Webhook:
    return Webhook(**{name: getattr(row, name) for name in Webhook.__struct_fields__})


def _delivery(row: Row[*tuple[Any, ...]]) -> Delivery:
    return Delivery(**{name: getattr(row, name) for name in Delivery.__struct_fields__})
