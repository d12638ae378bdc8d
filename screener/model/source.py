"""Sources, claims and provisions of the evidence register."""

import msgspec


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Someone a claim names, or describes without a name, and in what role."""

    name: str
    role: str
    entry: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One numbered, paraphrased assertion of a source.

    ``sourcing`` says who says it: anon, RFA-est, pub, outlet, agg, photo, page or official;
    ``grade`` the cap of points that follows (single-anonymous, single-outlet, official-record).
    ``supports`` are the kinds of assertion (rules/wording.yaml) a sentence may rest on it.
    """

    id: str
    source: str
    paragraph: str
    paraphrase: str
    sourcing: str
    grade: str
    confidence: str
    use: str = ""
    entities: tuple[Party, ...] = ()
    places: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    dates: str = ""
    figures: str = ""
    supports: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    note: str = ""


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """A contradiction or weak spot, and how it is carried."""

    id: str
    issue: str
    handling: str


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """A tempting sentence that must not be said, why, and what may be said instead."""

    tempting: str
    why_not: str
    may_say: str


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A document: bibliography, the text that was read, and its claims.

    ``paragraphs`` are the non-empty lines, the headline being 1; ``leading_lines`` stand above
    it. ``rests_on`` names sources whose facts it repeats, which are never counted twice.
    """

    id: str
    publisher: str
    title: str
    published: str | None
    published_basis: str
    url: str | None
    language: str
    claims: tuple[Claim, ...]
    number: str = ""
    sha256: str | None = None
    paragraphs: int | None = None
    leading_lines: int = 0
    rests_on: tuple[str, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    must_not_say: tuple[Saying, ...] = ()
    note: str = ""


class Provision(msgspec.Struct, frozen=True, kw_only=True):
    """A legal provision that a reason may rely on; it is cited, never judged broken."""

    id: str
    provision: str
    effect: str
    jurisdiction: str
    print_as: str
    source: str
    applies_from: str | None = None
    only_chapters: tuple[str, ...] = ()
    to_be_checked: bool = False
