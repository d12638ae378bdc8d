"""A screening as people look at it: with its record, decisions and suppressions."""

import json
from typing import NamedTuple

from api.answering import Asked, answered
from api.deps import Service
from api.schemas import Options, RejectOut
from api.security import Caller
from api.suppressed import shown
from screener.evidence.canonical import read_screening
from screener.model.decision import Disposition, Reopening, steps
from screener.model.monitoring import TierChange
from screener.model.record import Record
from screener.model.screening import Screening
from screener.pipeline import DOCUMENT_SEPARATOR
from screener.storage.screenings import Kept

_MOST_SUPPRESSIONS = 200


class Case(NamedTuple):
    """A screening and what surrounds it; ``kept`` is None where it was not stored.

    ``values`` are the filled fields as they were screened: offsets of hits count in them.
    """

    values: dict[str, str]
    screening: Screening
    kept: Kept | None = None
    dispositions: tuple[Disposition, ...] = ()
    suppressions: tuple[dict[str, object], ...] = ()
    reopenings: tuple[Reopening, ...] = ()
    changes: tuple[TierChange, ...] = ()

    @property
    def tier(self) -> str:
        """The tier it has by now: that answered, or the one to which later lists or rules raised it."""
        return (self.kept and self.kept.raised_to) or self.screening.tier

    def steps(self) -> list[Disposition | Reopening]:
        """Return what was decided and what reopened it, oldest first."""
        return steps(self.dispositions, self.reopenings)


class Asking(NamedTuple):
    """What came of screening one record: a case, or why there is none."""

    id: str | None
    case: Case | None
    reject: RejectOut | None


def stored_case(id_: str, service: Service) -> Case:
    """Return a stored screening with all that was decided on it.

    Raises:
        NotStoredError: There is none with this id.

    """
    repository = service.repository
    kept = repository.screenings.get(id_)
    screening = read_screening(kept.screening)
    entries = {hit.entry for hit in screening.hits}
    touching = [
        one
        for one in repository.suppressions.page(supplier=kept.supplier, limit=_MOST_SUPPRESSIONS)
        if one.entry in entries
    ]
    return Case(
        values_of(kept.read_record()),
        screening,
        kept,
        repository.dispositions.of(id_),
        tuple(shown(touching if kept.supplier is not None else (), service)),
        repository.reopenings.of(id_),
        repository.changes.of(id_),
    )


def ask(fields: dict[str, object], caller: Caller, service: Service, *, store: bool) -> Asking:
    """Screen one record as REST does, and keep it if that is wanted."""
    asked = Asked([fields], Options(store=store), caller, None, b"")
    answer = json.loads(answered(asked, service).body)
    if answer["rejects"]:
        return Asking(None, None, RejectOut.model_validate(answer["rejects"][0]))
    record = Record.model_validate({"line_id": "1", **fields})
    screening = read_screening(json.dumps(answer["screenings"][0]).encode())
    return Asking(answer["ids"][0], Case(values_of(record), screening), None)


def record_of(case: Case) -> dict[str, object]:
    """Return the record of a case as it is sent to be screened again."""
    record: dict[str, object] = {**case.values, "line_id": case.screening.line_id}
    if "documents" in case.values:
        record["documents"] = case.values["documents"].split(DOCUMENT_SEPARATOR)
    return record


def values_of(record: Record) -> dict[str, str]:
    """Return the filled fields of a record as text, in its order; documents as one text."""
    given = record.model_dump(exclude_none=True)
    documents = given.pop("documents")
    values = {name: str(value) for name, value in given.items() if str(value).strip()}
    if documents:
        values["documents"] = DOCUMENT_SEPARATOR.join(documents)
    return values
