"""Questions of other services answered as names are looked for here."""

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from fastapi import HTTPException

from api.compat.datasets import Datasets, entry_schema
from api.compat.entities import Wanted, entity
from api.compat.schemata import NameKind, kinds_asked
from api.deps import Service
from screener.index.weights import DEFAULT_THRESHOLD
from screener.match.lookup import NameHit, Query
from screener.model.hit import Aligned

ALGORITHM = "screener-names"
BEST = "best"
THRESHOLD = DEFAULT_THRESHOLD
_MOST_HITS = 10_000
_NAMES_AT_ONCE = 100


class Question(NamedTuple):
    """Names of one thing in any of its spellings, what it is, and where it is said to be."""

    names: tuple[str, ...]
    schema: str
    countries: tuple[str, ...] = ()


class Bounds(NamedTuple):
    """From which similarity (0 to 1) a result matches, from which it is named, and how many.

    ``least`` is None where results are those that a screening would find.
    """

    threshold: float = THRESHOLD
    least: float | None = None
    limit: int = 5


class Found(NamedTuple):
    """An entry that resembles a name, the name that was asked, and how alike they are."""

    asked: str
    hit: NameHit


class Answer(NamedTuple):
    """The results of one question, best first, and how many of all match."""

    found: tuple[Found, ...]
    matching: int


def check_algorithm(name: str) -> None:
    """Refuse an algorithm that is not ours.

    Raises:
        HTTPException: It is another's (400).

    """
    if name not in (ALGORITHM, BEST):
        raise HTTPException(400, f"no algorithm {name[:100]}; use {BEST} or {ALGORITHM}")


def bounds(threshold: float | None, cutoff: float | None, limit: int) -> Bounds:
    """Return the bounds of a request: a cutoff above the threshold is lowered to it."""
    if threshold is None and cutoff is None:
        return Bounds(limit=limit)
    matching = THRESHOLD if threshold is None else threshold
    least = matching if cutoff is None else min(cutoff, matching)
    return Bounds(matching, least, limit)


def answers(
    questions: Sequence[Question],
    datasets: Datasets,
    wanted: Wanted,
    limits: Bounds,
    service: Service,
) -> list[Answer]:
    """Return the answer to each question.

    Raises:
        HTTPException: They take longer than a request may (503).

    """
    hits = _hits(questions, limits, service)
    entries = service.screener.entries
    given = []
    for question in questions:
        best: dict[str, Found] = {}
        for found in _of(question, hits):
            edition, entry = datasets.editions.get(found.hit.list), entries[found.hit.entry]
            if edition is None or not wanted.takes(entry, edition, entry_schema(entry, datasets)):
                continue
            before = best.get(entry.id)
            if before is None or found.hit.similarity > before.hit.similarity:
                best[entry.id] = found
        ranked = sorted(best.values(), key=_rank)
        matching = sum(one.hit.similarity >= limits.threshold for one in ranked)
        given.append(Answer(tuple(ranked[: limits.limit]), matching))
    return given


def scored(found: Found, datasets: Datasets, limits: Bounds, service: Service) -> dict[str, object]:
    """Return a result as yente does, with what explains it."""
    hit = found.hit
    return {
        **entity(service.screener.entries[hit.entry], datasets),
        "score": hit.similarity,
        "match": hit.similarity >= limits.threshold,
        "explanations": {
            "name": {
                "score": hit.similarity,
                "detail": in_words(hit.alignment) or "found as it is listed",
                "query": found.asked,
                "candidate": hit.alias,
                "weight": 1.0,
            }
        },
        "alignment": hit.alignment,
    }


def in_words(alignment: Iterable[Aligned]) -> str:
    """Return which words met, and how.

    >>> in_words([Aligned(ours="huayang", theirs="hua yang", how="split", weight=1.0)])
    'huayang = hua yang (split)'
    """
    return "; ".join(f"{one.ours} = {one.theirs} ({one.how})" for one in alignment)


Hits = Mapping[tuple[NameKind, str | None, str], tuple[NameHit, ...]]


def _hits(questions: Sequence[Question], limits: Bounds, service: Service) -> Hits:
    """Return what resembles each name, asked once for each kind and country."""
    names: dict[tuple[NameKind, str | None], dict[str, None]] = defaultdict(dict)
    for question in questions:
        for kind in kinds_asked(question.schema):
            for country in question.countries or (None,):
                names[kind, country].update(dict.fromkeys(question.names))
    end = time.monotonic() + service.request_seconds
    hits: dict[tuple[NameKind, str | None, str], tuple[NameHit, ...]] = {}
    for (kind, country), distinct in names.items():
        query = Query(kind=kind, country=country, limit=_MOST_HITS, threshold=limits.least)
        asked = list(distinct)
        for at in range(0, len(asked), _NAMES_AT_ONCE):
            if time.monotonic() > end:
                detail = f"this takes longer than {service.request_seconds:g} seconds; ask for less"
                raise HTTPException(503, detail)
            some = asked[at : at + _NAMES_AT_ONCE]
            for name, found in zip(some, service.screener.match_names(some, query), strict=True):
                hits[kind, country, name] = found
    return hits


def _of(question: Question, hits: Hits) -> Iterable[Found]:
    for kind in kinds_asked(question.schema):
        for country in question.countries or (None,):
            for name in question.names:
                yield from (Found(name, hit) for hit in hits[kind, country, name])


def _rank(found: Found) -> tuple[float, str, str]:
    return (-found.hit.similarity, found.hit.list, found.hit.entry)
