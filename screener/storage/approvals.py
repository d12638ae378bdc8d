"""The consent of a second person, once for each decision or suppression."""

import unicodedata

from sqlalchemy import select

from screener.errors import ConflictError, RefusedError
from screener.model.decision import Approval
from screener.storage.chain import Ledger
from screener.storage.tables import APPROVAL


def give_approval(ledger: Ledger, id_: str, *, made_by: str, person: str) -> None:
    """Keep the consent to what another person made.

    Raises:
        RefusedError: It is the same person, however the name is written.
        ConflictError: Somebody consented before.

    """
    if _same(made_by, person):
        message = "nobody consents to a decision of their own; a second person has to"
        raise RefusedError(message)
    given = select(APPROVAL.c.id).where(APPROVAL.c.id == id_)
    if ledger.connection.execute(given).first() is not None:
        message = "a second person has consented before"
        raise ConflictError(message)
    ledger.keep("approval.given", person, [{"id": id_, "created_at": ledger.at, "person": person}])


def approval_of(person: str | None, at: str | None) -> Approval | None:
    """Return the consent read with a row; None if there is none."""
    return None if person is None or at is None else Approval(person=person, at=at)


def _same(first: str, second: str) -> bool:
    return _form(first) == _form(second)


def _form(name: str) -> str:
    """Return a name without what nobody sees of it: width, case, spaces and signs of no width."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    seen = "".join(one for one in folded if unicodedata.category(one) != "Cf")
    return " ".join(seen.split())
