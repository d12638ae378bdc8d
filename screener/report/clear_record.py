"""The clear record: a signed account of what was screened, against what, and what was found."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from screener.errors import InputError
from screener.lists.dates import age_in_days
from screener.model.listing import Edition
from screener.report.limits import LIMITS

FORMAT = "forced-labor-screener clear record 1"


class Against(msgspec.Struct, frozen=True, kw_only=True):
    """One list that was searched: its edition with checksum, age and number of entries.

    ``age_days`` counts from the edition's date to the day of the run, 0 where that is not over,
    None where it has no date.
    ``found`` is the number of its lines with a hit.
    """

    id: str
    edition: str
    edition_date: str
    age_days: int | None
    entries: int
    coverage: str
    sample: bool
    checksum: str
    found: int


class ClearRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is signed; ``attested_at`` is in UTC, ``files`` are SHA-256 of the run's files.

    ``notes`` say how the file was read: sheets and columns left unread, a guessed encoding.
    """

    format: str
    attested_at: str
    as_of: str
    input_sha256: str
    notes: tuple[str, ...] = ()  # left out where empty: records of before it still hold
    rows: dict[str, int]
    against: tuple[Against, ...]
    rules: dict[str, Any]
    snapshot: dict[str, str]
    found: dict[str, dict[str, int]]
    not_found: str
    limits: tuple[str, ...]
    files: dict[str, str]


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """A record with its signature: Ed25519 over the record's JSON, keys and signature in hex."""

    record: ClearRecord
    public_key: str
    signature: str


def clear_record(
    summary: Mapping[str, Any],
    editions: Sequence[Edition],
    files: Mapping[str, str],
    attested_at: str,
) -> ClearRecord:
    """Return the account of a finished run.

    Raises:
        InputError: The summary does not name the file that was screened.

    """
    if not summary.get("input", {}).get("sha256"):
        message = "the summary does not name the file that was screened; run it again"
        raise InputError(message)
    day = date.fromisoformat(summary["snapshot"]["as_of"])
    against = tuple(_against(edition, day, summary["lists"]) for edition in editions)
    return ClearRecord(
        format=FORMAT,
        attested_at=attested_at,
        as_of=day.isoformat(),
        input_sha256=summary["input"]["sha256"],
        notes=tuple(summary["input"].get("notes", ())),
        rows=summary["rows"],
        against=against,
        rules=summary["scope"]["rules"],
        snapshot=summary["snapshot"],
        found={name: summary[name] for name in ("tiers", "rules", "entries", "lists")},
        not_found=_not_found(against, summary),
        limits=(summary["scope"]["disclaimer"], *LIMITS),
        files=dict(sorted(files.items())),
    )


def sign(record: ClearRecord, key: Ed25519PrivateKey) -> bytes:
    """Return the signed record as the bytes of its file."""
    return _written(
        Signed(
            record=record,
            public_key=key.public_key().public_bytes_raw().hex(),
            signature=key.sign(msgspec.json.encode(record)).hex(),
        )
    )


def read_signed(data: bytes) -> Signed:
    """Return a signed record, once it is known that no byte of its file was changed.

    Whose key signed it is the caller's to check.

    Raises:
        InputError: It is no clear record, was altered, or its signature does not hold.

    """
    try:
        signed = msgspec.json.decode(data, type=Signed)
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signed.public_key))
        key.verify(bytes.fromhex(signed.signature), msgspec.json.encode(signed.record))
    except (msgspec.MsgspecError, ValueError, InvalidSignature) as error:
        message = "the clear record was altered, or is none: its signature does not hold"
        raise InputError(message) from error
    if _written(signed) != data:
        message = "the clear record was altered: it is not written as it was signed"
        raise InputError(message)
    return signed


def flaws(
    record: ClearRecord, files: Mapping[str, str], checksums: Mapping[str, set[str]]
) -> Iterator[str]:
    """Yield what differs from a record: files by their SHA-256, lists by the checksums at hand."""
    for name, digest in record.files.items():
        if name not in files:
            yield f"{name}: the file is gone"
        elif files[name] != digest:
            yield f"{name}: the file was changed"
    for one in record.against:
        if one.checksum not in checksums.get(one.id, ()):
            yield f"{one.id}: the edition {one.edition} at hand is not the one screened against"


def _written(signed: Signed) -> bytes:
    return msgspec.json.format(msgspec.json.encode(signed), indent=2) + b"\n"


def _against(edition: Edition, day: date, found: Mapping[str, int]) -> Against:
    return Against(
        id=edition.id,
        edition=edition.edition,
        edition_date=edition.edition_date,
        age_days=age_in_days(edition.edition_date, day),
        entries=len(edition.entries),
        coverage=edition.coverage,
        sample=edition.sample,
        checksum=edition.checksum,
        found=found.get(edition.id, 0),
    )


def _not_found(against: Sequence[Against], summary: Mapping[str, Any]) -> str:
    entries = sum(one.entries for one in against)
    hit = len(summary["entries"])
    without = [one.id for one in against if not one.found]
    lists = f" No line has a hit on: {', '.join(without)}." if without else ""
    return (
        f"Of {entries:,} entries in {len(against)} lists, {entries - hit:,} were found in none of "
        f"the {summary['rows']['screened']:,} lines screened.{lists}"
    )
