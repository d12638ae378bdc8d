"""What decided: content hashes of lists, rules and policy, the engine, and the day."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from screener.model.listing import Edition
from screener.model.screening import Scope, ScopeList, ScopeRules, Snapshot
from screener.rules.pack_header import DISTRIBUTION
from screener.rules.schema import Pack

# Libraries whose version can change which hits are found (architecture.md, section 5).
_DECIDING = ("rapidfuzz", "opencc", "snowballstemmer", "pypinyin")

DISCLAIMER = (
    "A tier says what this record states or resembles, judged against the lists named here. "
    "It is not a finding that anyone broke a law or used forced labour. No hit is not proof of "
    "absence: only what the record says and what these lists hold was compared."
)


@cache
def engine() -> str:
    """Return the version of this engine and of the libraries that shape its results.

    Read once a process: reading it takes longer than to screen a record.
    """
    parts = [f"{name} {_version(name)}" for name in (DISTRIBUTION, *_DECIDING)]
    return "; ".join(parts)


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "uninstalled"


def lists_hash(editions: Sequence[Edition], beside: Iterable[tuple[str, str]]) -> str:
    """Return one hash over the editions in use, in the order of their ids, and what is beside them.

    ``beside`` are ids and hashes of gazetteers and vocabularies: they are never hits, and yet
    decide where a place lies and which word is telling.
    """
    digest = hashlib.sha256()
    for edition in sorted(editions, key=lambda one: one.id):
        digest.update(f"{edition.id}\0{edition.edition}\0{edition.checksum}\n".encode())
    for list_id, seal in sorted(beside):
        digest.update(f"{list_id}\0{seal}\n".encode())
    return digest.hexdigest()


def snapshot(lists: str, pack: Pack, as_of: str) -> Snapshot:
    """Return what decides screenings made with lists of this hash and this pack on a day."""
    return Snapshot(
        engine=engine(),
        rules=pack.rules_hash,
        lists=lists,
        policy=pack.policy_hash,
        as_of=as_of,
    )


def scope(editions: Sequence[Edition], pack: Pack) -> Scope:
    """Return what is looked at: each list with its true coverage, and the pack."""
    lists = tuple(
        ScopeList(
            id=edition.id,
            edition=edition.edition,
            edition_date=edition.edition_date,
            entries=len(edition.entries),
            coverage=edition.coverage,
            sample=edition.sample,
        )
        for edition in sorted(editions, key=lambda one: one.id)
    )
    active = sum(rule.status in ("active", "deprecated") for rule in pack.rules)
    return Scope(
        lists=lists,
        rules=ScopeRules(pack=pack.name, version=pack.version, active=active),
        disclaimer=DISCLAIMER,
    )
