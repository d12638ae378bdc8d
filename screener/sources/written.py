"""Sources and provisions as their files hold them, each with its place."""

import msgspec

from screener.content.nodes import Mark
from screener.model.source import Bibliography, Claim, ClaimText, Provision, Source


class WrittenClaim(ClaimText, frozen=True, kw_only=True):
    """A claim as written; its file says which source it stands in."""

    at: Mark


class WrittenSource(Bibliography, frozen=True, kw_only=True):
    """A source file."""

    at: Mark
    claims: tuple[WrittenClaim, ...]


class WrittenProvision(Provision, frozen=True, kw_only=True):
    """A provision as written."""

    at: Mark


class BasisFile(msgspec.Struct, frozen=True, kw_only=True):
    """The file of provisions."""

    provisions: tuple[WrittenProvision, ...]


def source_of(written: WrittenSource) -> Source:
    """Return a source without the places in its file."""
    same = {name: getattr(written, name) for name in Bibliography.__struct_fields__}
    return Source(claims=tuple(_claim(one, written.id) for one in written.claims), **same)


def provision_of(written: WrittenProvision) -> Provision:
    """Return a provision without its place in the file."""
    return Provision(**{name: getattr(written, name) for name in Provision.__struct_fields__})


def _claim(written: WrittenClaim, source: str) -> Claim:
    same = {name: getattr(written, name) for name in ClaimText.__struct_fields__}
    return Claim(source=source, **same)
