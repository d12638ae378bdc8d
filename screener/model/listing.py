"""Watchlist entries and editions as every stage sees them."""

from enum import StrEnum
from typing import Literal

import msgspec

Ambiguity = Literal["A0", "A1", "A2", "A3"]
Scope = Literal[
    "over", "next", "labels", "behind", "governs", "predicate", "near", "clause", "field", "record"
]


COMPANY = "company"
"""Stands for a provision where a list is the importer's own choice."""
ORDERS = "wro-procedure"
"""The provision under which orders on goods are listed: of a producer, or of a region."""


class Kind(StrEnum):
    """What an entry is; parties, facilities and listings are all searched as parties."""

    PARTY = "party"
    FACILITY = "facility"
    PLACE = "place"
    GOODS = "goods"
    TERM = "term"
    LISTING = "listing"


class Alias(msgspec.Struct, frozen=True, kw_only=True):
    """One way to write an entry.

    ``ambiguity`` is the class of domain.md 2.1. ``anchors`` names the anchor sets of the
    entry, one of which must stand near, or with ``every`` each of them; empty means any of the
    entry's. ``script`` is latn, hang,
    hani, kana or cyrl; ``system`` how the spelling arose (MR, RR, DPRK, pinyin, press, ...).
    ``status`` is V (seen in a source), D (derived by a published rule) or GK. ``whole``
    forbids compounding: the alias must be a whole word also where its script has none.
    ``fields`` limits an alias to field types (a country code counts in code columns only) or
    fields. ``alone``: the value must hold nothing else but a legal form, or a voyage.
    """

    text: str
    script: str
    ambiguity: Ambiguity = "A0"
    system: str = ""
    status: Literal["V", "D", "GK"] = "GK"
    lang: str = ""
    anchors: tuple[str, ...] = ()
    every: bool = False
    whole: bool = False
    fields: tuple[str, ...] = ()
    alone: bool = False


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """Words that confirm (anchor) or remove (veto) a hit when found in ``scope``.

    ``over``: the phrase covers the hit; ``next``: it directly follows or precedes it;
    ``labels``: it stands before, with a colon at most between; ``behind``: it directly follows,
    as the head of a compound; ``governs``: it stands before with a few words between;
    ``predicate``: it stands before in the same sentence; ``near``: in the same clause with a few
    words between; ``clause`` and ``field``: it stands in the same clause or field; ``record``:
    anywhere.
    """

    name: str
    scope: Scope
    words: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing on a watchlist.

    ``within`` is the id of the place it lies in. ``country`` and ``admin`` say where (ISO
    3166-1 alpha-2; ISO 3166-2 codes of the first level); ``regime`` is the country that the programme
    of a listing is on, where it gives several countries or none; it says not where a name is. ``headings`` are HS prefixes where
    honest declarations sit, ``veto_headings`` those that contradict the word. Of a public list,
    ``listed_on``, ``changed_on`` and ``ended_on`` are its dates, ``status`` its own word for
    whether the entry stands, ``programmes``, ``identifiers`` and ``addresses`` as published, and
    ``person`` that it is a human being, whose name a firm may bear without being the same.
    ``goods_ours`` says that its ``goods`` are general knowledge, as its list does not state them.
    """

    id: str
    list: str
    kind: Kind
    name: str
    aliases: tuple[Alias, ...]
    anchors: tuple[Cue, ...] = ()
    vetoes: tuple[Cue, ...] = ()
    within: str | None = None
    country: str | None = None
    regime: str | None = None
    admin: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    veto_headings: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    site_class: str | None = None
    claims: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    assertion_limits: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    listed_on: str | None = None
    listed_by: str | None = None
    changed_on: str | None = None
    ended_on: str | None = None
    status: str | None = None
    programmes: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    goods_ours: bool = False
    note: str | None = None
    person: bool = False


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """One dated, checksummed state of a list with its stated coverage.

    ``under`` are the ids of the provisions (rules/basis.yaml) that give a name on it its weight,
    or ``COMPANY``; rules ask for its entries by them. ``renewed_days`` are the days after which
    its publisher has usually renewed it; None if that is not known.
    """

    id: str
    title: str
    publisher: str
    edition: str
    edition_date: str
    coverage: str
    licence: str
    checksum: str
    entries: tuple[Entry, ...]
    basis: str | None = None
    sample: bool = False
    under: tuple[str, ...] = ()
    renewed_days: int | None = None


class Locality(msgspec.Struct, frozen=True, kw_only=True):
    """A country, division, city or port as evidence of where something is; never a hit.

    ``admin`` is the ISO 3166-2 code of the first-level division, None for a country. A name
    shared by several places is held by several localities.
    """

    names: tuple[str, ...]
    country: str
    admin: str | None
    kind: str
