"""The answer to a request for screenings: the envelope, what is kept of it, and repeats."""

import hashlib
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import NamedTuple

import msgspec
from fastapi import HTTPException

from api.checking import checked
from api.deps import Service
from api.freshness import freshness
from api.memory import content_of
from api.schemas import Options, RejectOut
from api.security import LOCAL, Caller
from api.suppressed import shown
from screener.errors import InputError, RepeatedError
from screener.evidence.canonical import screening_json
from screener.model.decision import Suppression
from screener.model.record import Record
from screener.model.screening import Screening
from screener.storage.identity import entry_version, supplier_of
from screener.storage.replies import Reply
from screener.storage.screenings import Answer, Stored, new_id
from screener.storage.touching import Touched, touched
from screener.tracing import span

_AT_ONCE = 250
_NOTHING = Touched((), settled=False)


class Asked(NamedTuple):
    """A request for screenings: the records as given, how to answer, and by whom it came.

    ``key`` is its idempotency key; ``body`` what came, by which a repeat is told from another
    request under the same key.
    """

    records: Sequence[object]
    options: Options
    caller: Caller
    key: str | None
    body: bytes

    def reply(self, answer: bytes) -> Reply | None:
        """Return what a repeat of this request is to get; None if it has no key."""
        if self.key is None:
            return None
        caller = self.caller.key or LOCAL
        return Reply(caller, self.key, hashlib.sha256(self.body).hexdigest(), answer)


class Envelope(NamedTuple):
    """The bytes of an answer, and whether they were given before."""

    body: bytes
    repeated: bool


class Draft(NamedTuple):
    """An answer that is given once what belongs to it is kept."""

    body: bytes
    stored: Stored


def answered(asked: Asked, service: Service) -> Envelope:
    """Return the answer; the screenings in it are the canonical bytes.

    A request with a key that was answered before changes nothing and gets the same bytes.

    Raises:
        InputError: The key came with another request before, or ``as_of`` is no day.
        HTTPException: The records take longer than a request may (503).

    """
    before = _given_before(asked, service)
    if before is not None:
        return before
    with span("screening", records=len(asked.records)):
        (prepared,) = _screened_together([asked], _day_of(asked), service)
    if isinstance(prepared, Envelope):
        return prepared
    try:
        with span("storage", records=len(prepared.stored.answers)):
            service.repository.screenings.add_all([prepared.stored])
    except RepeatedError:
        return _given_meanwhile(asked, service)
    return Envelope(prepared.body, repeated=False)


async def answered_with_others(asked: Asked, service: Service) -> Envelope:
    """Return the answer, as ``answered`` does; requests that come at once are screened and kept together.

    For few records: other requests wait while they are screened.
    """
    before = _given_before(asked, service)
    if before is not None:
        return before
    with span("screening", records=len(asked.records)):
        day = _day_of(asked)
        prepared = await service.screening.outcome(
            (id(service.screener), day),
            asked,
            lambda group: _screened_together(group, day, service),
        )
    if isinstance(prepared, Envelope):
        return prepared
    try:
        with span("storage", records=len(prepared.stored.answers)):
            await service.keeping.outcome("", prepared.stored, lambda group: _kept(group, service))
    except RepeatedError:
        return _given_meanwhile(asked, service)
    return Envelope(prepared.body, repeated=False)


def _day_of(asked: Asked) -> str:
    """Return the day that the records of a request are judged by."""
    return asked.options.as_of or datetime.now(tz=UTC).date().isoformat()


def _screened_together(
    group: Sequence[Asked], as_of: str, service: Service
) -> list[Envelope | Draft]:
    """Return for each of some requests its answer, as a draft if something of it is to be kept.

    All are judged by one day.

    Raises:
        InputError: ``as_of`` is no day.
        HTTPException: The records take longer than a request may (503).

    """
    sorted_out = [checked(asked.records, service.screener) for asked in group]
    records = [record for several, _ in sorted_out for record in several]
    screenings = _screened(records, as_of, service)
    found = _touched(records, screenings, service)
    prepared: list[Envelope | Draft] = []
    end = 0
    for asked, (several, rejects) in zip(group, sorted_out, strict=True):
        start, end = end, end + len(several)
        given = several, screenings[start:end], found[start:end]
        prepared.append(_prepared(asked, as_of, given, rejects, service))
    # Counted once all are prepared: where one fails, each is prepared alone.
    service.metrics.screened(screening.tier for screening in screenings)
    return prepared


def _prepared(
    asked: Asked,
    as_of: str,
    given: tuple[Sequence[Record], Sequence[Screening], Sequence[Touched]],
    rejects: Sequence[RejectOut],
    service: Service,
) -> Envelope | Draft:
    """Return the answer to a request of which everything is screened."""
    answers = [
        Answer(
            new_id(),
            record,
            screening,
            screening_json(screening),
            tuple(one.id for one in touch.suppressions),
            touch.settled,
        )
        for record, screening, touch in zip(*given, strict=True)
    ]
    memory = service.memory
    body = msgspec.json.encode(
        {
            "screenings": [msgspec.Raw(answer.data) for answer in answers],
            "ids": [answer.id if asked.options.store else None for answer in answers],
            "rejects": [reject.model_dump() for reject in rejects],
            "suppressions": _suppressions(answers, given[2], service),
            "scope": memory.of_day("", lambda: service.screener.scope),
            "snapshot": memory.of_day(as_of, lambda: service.screener.snapshot(as_of)),
            "freshness": memory.fresh(lambda: freshness(service).model_dump()),
        }
    )
    if not asked.options.store:
        return Envelope(body, repeated=False)
    actor = asked.caller.person
    return Draft(body, Stored(answers, actor, service.content, asked.reply(body)))


def _kept(group: Sequence[Stored], service: Service) -> list[None]:
    """Keep what several requests bring in one transaction."""
    service.repository.screenings.add_all(group)
    return [None] * len(group)


def _given_meanwhile(asked: Asked, service: Service) -> Envelope:
    """Return the answer of another request with the same key, which was quicker and counts."""
    other = _given_before(asked, service)
    if other is None:
        message = f"a request with the Idempotency-Key {asked.key} has just been answered"
        raise RepeatedError(message)
    return other


def _given_before(asked: Asked, service: Service) -> Envelope | None:
    wanted = asked.reply(b"")
    if wanted is None or not asked.options.store:
        return None
    found = service.repository.replies.find(wanted.caller, wanted.key)
    if found is None:
        return None
    if found.request_hash != wanted.request_hash:
        message = "this Idempotency-Key came with another request before; use a new one"
        raise InputError(message)
    return Envelope(found.body, repeated=True)


def _screened(records: Sequence[Record], as_of: str, service: Service) -> list[Screening]:
    """Return the screening of each record; one whose content was screened lately is known."""
    service.screener.snapshot(as_of)
    contents = [content_of(record, as_of) for record in records]
    known = service.memory.known(contents)
    new = {
        content: record
        for content, record in zip(contents, records, strict=True)
        if content not in known
    }
    if new:
        found = dict(zip(new, _fresh(new.values(), as_of, service), strict=True))
        service.memory.keep(found)
        known.update(found)
    return [
        msgspec.structs.replace(known[content], line_id=record.line_id)
        for content, record in zip(contents, records, strict=True)
    ]


def _fresh(records: Iterable[Record], as_of: str, service: Service) -> Iterator[Screening]:
    """Yield screenings for as long as a request may take."""
    stream = iter(records)
    end = time.monotonic() + service.request_seconds
    while batch := list(islice(stream, _AT_ONCE)):
        if time.monotonic() > end:
            detail = f"the records take longer than {service.request_seconds:g} seconds; send fewer"
            raise HTTPException(503, detail)
        yield from service.screener.screen_all(batch, as_of=as_of)


def _touched(
    records: Sequence[Record], screenings: Sequence[Screening], service: Service
) -> list[Touched]:
    """Return for each screening the suppressions that touch it; only hits are looked up."""
    suppliers = [
        supplier_of(record) if screening.hits else None
        for record, screening in zip(records, screenings, strict=True)
    ]
    versions = {supplier.version for supplier in suppliers if supplier is not None}
    known = service.repository.suppressions.for_versions(versions)
    today = datetime.now(tz=UTC).date().isoformat()
    return [
        _NOTHING
        if supplier is None or supplier.version not in known
        else touched(
            screening,
            known[supplier.version],
            {
                hit.entry: entry_version(service.screener.entries[hit.entry])
                for hit in screening.hits
            },
            today=today,
        )
        for supplier, screening in zip(suppliers, screenings, strict=True)
    ]


def _suppressions(
    answers: Sequence[Answer], found: Sequence[Touched], service: Service
) -> list[dict[str, object]]:
    """Return every suppression that touched an answer, with the place of the answer in the list."""
    pairs: list[tuple[int, Suppression]] = [
        (index, one) for index, touch in enumerate(found) for one in touch.suppressions
    ]
    if not pairs:
        return []
    # As they stand for these lines, whatever the supplier's line before was like.
    written = {one.supplier: one.supplier_version for _, one in pairs}
    described = shown([one for _, one in pairs], service, written)
    return [
        {
            "index": index,
            "settled": answers[index].settled,
            "suppression": one,
        }
        for (index, _), one in zip(pairs, described, strict=True)
    ]
