"""Claims and provisions behind the reasons, each cited once."""

from collections.abc import Iterable, Sequence

from screener.model.screening import Citation, EngagedBasis, JurisdictionVerdict, Reason
from screener.model.source import Provision
from screener.sources.register import Register

ENGAGED = "engaged"
TO_BE_CHECKED = "to_be_checked"


def citations(reasons: Iterable[Reason], register: Register) -> tuple[Citation, ...]:
    """Return the claims that reasons rest on, in the order of first use."""
    used = dict.fromkeys(claim for reason in reasons for claim in reason.claims)
    return tuple(_citation(claim, register) for claim in used)


def _citation(claim_id: str, register: Register) -> Citation:
    claim = register.claims[claim_id]
    source = register.source_of(claim_id)
    return Citation(
        claim=claim.id,
        source=source.id,
        publisher=source.publisher,
        title=source.title,
        published=source.published,
        paragraph=claim.paragraph,
        paraphrase=claim.paraphrase,
        sourcing=claim.sourcing,
        confidence=claim.confidence,
        url=source.url,
    )


def provisions(
    reasons: Sequence[Reason], register: Register, *, chapter: str | None, as_of: str
) -> tuple[EngagedBasis, ...]:
    """Return the provisions behind the reasons, in the order of first use.

    A provision is engaged when a gate that names it fired, it applies on the day, and its
    goods condition, if it has one, is met by the tariff code; otherwise it is to be checked.
    A weak signal alone (apparel by its chapter) engages no law.
    """
    used = dict.fromkeys(basis for reason in reasons for basis in reason.basis)
    gates = {basis for reason in reasons if reason.floor is not None for basis in reason.basis}
    return tuple(
        _engaged(register.provisions[basis], gate=basis in gates, chapter=chapter, as_of=as_of)
        for basis in used
    )


def _engaged(provision: Provision, *, gate: bool, chapter: str | None, as_of: str) -> EngagedBasis:
    applies = provision.applies_from is None or provision.applies_from <= as_of
    goods = not provision.only_chapters or chapter in provision.only_chapters
    engaged = gate and applies and goods and not provision.to_be_checked
    return EngagedBasis(
        id=provision.id,
        provision=provision.provision,
        effect=provision.effect,
        state=ENGAGED if engaged else TO_BE_CHECKED,
        applies_from=provision.applies_from,
        jurisdiction=provision.jurisdiction,
        standard=provision.standard,
        deadlines=provision.time_limits,
    )


def by_jurisdiction(basis: Sequence[EngagedBasis]) -> tuple[JurisdictionVerdict, ...]:
    """Return one verdict for each jurisdiction, those engaged first, then in order of first use."""
    named: dict[str, list[EngagedBasis]] = {}
    for one in basis:
        named.setdefault(one.jurisdiction, []).append(one)
    verdicts = [
        JurisdictionVerdict(
            jurisdiction=jurisdiction,
            state=ENGAGED if any(one.state == ENGAGED for one in several) else TO_BE_CHECKED,
            basis=tuple(one.id for one in several),
        )
        for jurisdiction, several in named.items()
    ]
    return tuple(sorted(verdicts, key=lambda one: one.state != ENGAGED))
