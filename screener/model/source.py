"""Sources, claims and provisions of the evidence register."""

from typing import Literal

import msgspec

Role = Literal[
    "operator",  # runs production
    "beneficiary",  # gets money or orders
    "authority",  # permits, supplies, polices
    "displaced",  # loses work or market
    "victim",
    "source",
    "context",
    "owner",
    "site",
    "buyer",
    "intermediary",
    "listed",
]
"""What somebody is in a claim; who was displaced or a victim is never a risk."""

Sourcing = Literal[
    "anon", "RFA-est", "pub", "outlet", "agg", "photo", "page", "official", "reference"
]
"""Who says it: anonymous voice in the country, estimate of the outlet, official publication of
the DPRK, narration of the outlet, comment of an aggregator, caption, page furniture, an official
record, a work of reference."""

Grade = Literal["single-anonymous", "single-outlet", "official-record"]
"""How strong a claim is; the policy caps the points of a rule by the best grade it cites."""

Confidence = Literal["H", "M-H", "M", "L-M", "L", "n/a"]
"""How far we trust a claim to be true as stated: high, medium, low; n/a for opinion."""

Reading = Literal["whole", "part", "summary"]
"""How much of a source was read: its text, a part of it, or only what others write about it."""

Precision = Literal["day", "month", "half-year", "year"]
Standing = Literal["reported", "estimate", "illustration"]


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Someone a claim names, or describes without a name, and in what roles.

    ``entry`` is the watchlist entry, where there is one.
    """

    name: str
    roles: tuple[Role, ...]
    entry: str | None = None


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """A time of which a claim speaks, as days, months or years (2025-07); either end may be open.

    ``inferred``: the text names it only relative to a day that is not known for certain.
    """

    precision: Precision
    begins: str | None = None
    ends: str | None = None
    inferred: bool = False


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """An amount as the source gives it, beside the source's own conversion; never to compute with.

    ``standing`` tells what was reported as fact from estimates and illustrations.
    """

    what: str
    value: str
    standing: Standing = "reported"
    conversion: str = ""


class ClaimText(msgspec.Struct, frozen=True, kw_only=True):
    """One numbered, paraphrased assertion, as the file of its source holds it.

    ``paragraph`` counts the non-empty lines, the headline being 1 and what stands above it 0;
    "n/a" where no text with paragraphs was kept. ``supports`` are the kinds of assertion
    (rules/wording.yaml) that a sentence may rest on it; empty for most. ``limits`` is what may
    not be said. ``repeats`` are claims of the same chain of sources, which it must never be
    counted beside; ``bears_on`` claims of other sources about the same matter.
    """

    id: str
    paragraph: str
    paraphrase: str
    sourcing: Sourcing
    grade: Grade
    confidence: Confidence
    use: str = ""
    sourcing_note: str = ""
    confidence_note: str = ""
    entities: tuple[Party, ...] = ()
    places: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    dates: str = ""
    period: Period | None = None
    figures: tuple[Figure, ...] = ()
    supports: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    bears_on: tuple[str, ...] = ()
    note: str = ""


class Claim(ClaimText, frozen=True, kw_only=True):
    """A claim with the source it stands in."""

    source: str


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """A contradiction or weak spot, the claims it touches, and how it is carried."""

    id: str
    issue: str
    handling: str
    claims: tuple[str, ...]


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """A tempting sentence that must not be said, why, and what may be said instead.

    ``may_say`` is None where nothing may be said.
    """

    id: str
    tempting: str
    why_not: str
    may_say: str | None
    claims: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


class Bibliography(msgspec.Struct, frozen=True, kw_only=True):
    """What identifies a document, how it was read, and what it must not be made to say.

    ``number`` is the short reference that entries and provisions use (S1). ``outlet`` is who
    stands behind it; reports of one outlet are one voice. ``rests_on`` names sources whose
    facts it repeats, so that it is never counted beside them. ``published`` is a day, a month
    or a year, ``published_basis`` how it is known. ``paragraphs`` are the non-empty lines from
    the headline on, ``leading_lines`` stand above it; with ``sha256`` they describe the text
    that was read. ``absent`` is what the document does not say, so that nobody infers it. ``review_by`` is the day by which it is to be read again.
    """

    id: str
    number: str
    publisher: str
    outlet: str
    title: str
    published: str | None
    published_basis: str
    url: str | None
    language: str
    read: Reading
    sha256: str | None = None
    paragraphs: int | None = None
    leading_lines: int = 0
    rests_on: tuple[str, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    must_not_say: tuple[Saying, ...] = ()
    absent: tuple[str, ...] = ()
    review_by: str | None = None
    note: str = ""


class Source(Bibliography, frozen=True, kw_only=True):
    """A document: bibliography, the text that was read, and its claims."""

    claims: tuple[Claim, ...]


class Provision(msgspec.Struct, frozen=True, kw_only=True):
    """A legal provision that a reason may rely on; it is cited, never judged broken.

    ``engaged_by`` is the fact that brings it up, ``print_as`` the line that a reader gets.
    ``applies_from`` is the first day it applies. ``only_chapters``: it speaks only of goods in
    these chapters of the tariff, and maybe of those ``on_the_border`` (beginnings of codes). ``to_be_checked``: a person must read it against the case.
    ``brought_up_by``: provisions that, once engaged, bring this one up to be checked, too.
    ``standard`` says how sure an authority, or the answer of the importer, must be.
    """

    id: str
    provision: str
    effect: str
    jurisdiction: str
    print_as: str
    source: str
    applies_from: str | None = None
    only_chapters: tuple[str, ...] = ()
    on_the_border: tuple[str, ...] = ()
    to_be_checked: bool = False
    brought_up_by: tuple[str, ...] = ()
    engaged_by: str = ""
    time_limits: tuple[str, ...] = ()
    standard: str = ""
    note: str = ""
