"""``screener attest``: the signed clear record of a run, written and verified."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from screener.batch.checkpoint import CHECKPOINT, file_hash
from screener.batch.writer import SUMMARY, read_summary, write_whole
from screener.cli import options
from screener.errors import ContentError, InputError
from screener.evidence.snapshot import lists_hash
from screener.factory import edition_store, load_beside, load_editions, load_lists
from screener.lists.edition import read_edition
from screener.report.clear_record import (
    ClearRecord,
    clear_record,
    flaws,
    read_signed,
    sign,
)
from screener.settings import read_settings

RECORD = "clear-record.json"
KEY = "attest.key"
_OWNER_ONLY = 0o600


def attest(
    results: Annotated[Path, typer.Argument(metavar="RESULTS", help="The folder of a run.")],
    key: Annotated[
        Path | None,
        typer.Option(
            "--key",
            help="An Ed25519 key (PEM): private to sign, private or public to verify. "
            "By default that of the data directory, made when first needed.",
        ),
    ] = None,
    verify: Annotated[
        bool, typer.Option("--verify", help="Check the record against results and editions.")
    ] = False,
    lists: options.Lists = None,
) -> int:
    """Write the signed clear record of a run, or check it; exit 1 if it does not hold."""
    if not results.is_dir():
        message = f"{results} is no folder of results"
        raise InputError(message)
    return _verify(results, key, lists) if verify else _attest(results, key, lists)


def _attest(results: Path, key: Path | None, lists: Path | None) -> int:
    if (results / CHECKPOINT).exists() or not (results / SUMMARY).is_file():
        message = f"{results} holds no finished run; finish it with --resume"
        raise InputError(message)
    summary = read_summary(results)
    editions = load_editions(lists)
    if lists_hash(editions, load_beside(lists)) != summary["snapshot"]["lists"]:
        message = "the lists in use are not those of the run; name them with --lists"
        raise InputError(message)
    at = datetime.now(tz=UTC).isoformat(timespec="seconds")
    record = clear_record(summary, editions, _hashes(results), at)
    private = _private(key)
    write_whole(results / RECORD, sign(record, private))
    typer.echo(f"{results / RECORD}: {record.rows['screened']:,} lines, {len(editions)} lists")
    typer.echo(f"signed by key {private.public_key().public_bytes_raw().hex()}")
    return 0


def _verify(results: Path, key: Path | None, lists: Path | None) -> int:
    path = results / RECORD
    if not path.is_file():
        message = f"{results} holds no {RECORD}; write it with `screener attest`"
        raise InputError(message)
    try:
        signed = read_signed(path.read_bytes())
    except InputError as error:
        typer.echo(str(error))
        return 1
    if key is not None and _public(key).public_bytes_raw().hex() != signed.public_key:
        typer.echo(f"signed by another key: {signed.public_key}")
        return 1
    found = list(flaws(signed.record, _hashes(results), _checksums(signed.record, lists)))
    for flaw in found:
        typer.echo(flaw)
    whose = "the key named" if key is not None else "the key"
    told = f"flaws: {len(found)}" if found else "the clear record holds"
    typer.echo(f"{told}; signed by {whose} {signed.public_key}, {signed.record.attested_at}")
    if key is None:
        typer.echo("whose key that is was not checked; name the one you expect with --key")
    return 1 if found else 0


def _hashes(results: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a run but the record itself."""
    files: Iterable[Path] = (one for one in results.iterdir() if one.is_file())
    return {one.name: file_hash(one) for one in files if one.name != RECORD}


def _checksums(record: ClearRecord, lists: Path | None) -> dict[str, set[str]]:
    """Return the checksums of the editions in use, and of kept ones that the record names."""
    found: dict[str, set[str]] = {}
    try:
        for edition in load_lists(lists).known:
            found.setdefault(edition.id, set()).add(edition.checksum)
    except ContentError as error:
        typer.echo(str(error))
    store = edition_store()
    for one in record.against:
        if one.edition in store.editions(one.id):
            try:
                kept = read_edition(store.path(one.id, one.edition), one.id)
            except ContentError as error:
                typer.echo(str(error))
            else:
                found.setdefault(one.id, set()).add(kept.checksum)
    return found


def _private(path: Path | None) -> Ed25519PrivateKey:
    """Return the key to sign with; that of the data directory is made if it is not there."""
    if path is None:
        path = read_settings().home / KEY
        if not path.exists():
            _make_key(path)
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except (ValueError, TypeError) as error:
        _no_key(path, error)
    if not isinstance(key, Ed25519PrivateKey):
        _no_key(path, None)
    return key


def _public(path: Path) -> Ed25519PublicKey:
    data = path.read_bytes()
    if b"PRIVATE" in data:
        return _private(path).public_key()
    try:
        key = serialization.load_pem_public_key(data)
    except ValueError as error:
        _no_key(path, error)
    if not isinstance(key, Ed25519PublicKey):
        _no_key(path, None)
    return key


def _no_key(path: Path, error: Exception | None) -> NoReturn:
    message = f"{path} is no Ed25519 key in PEM without a password"
    raise InputError(message) from error


def _make_key(path: Path) -> None:
    """Write a new private key that its owner alone can read, and the public one beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    key = Ed25519PrivateKey.generate()
    data = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY), "wb") as file:
        file.write(data)
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    path.with_suffix(".pub").write_bytes(public)
