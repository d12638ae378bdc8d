"""Claims and provisions behind the reasons, each cited once."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from screener.evidence.goods_laws import Codes, may_cover
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


class Case(NamedTuple):
    """What decides whether a provision is engaged.

    ``standing`` are the provisions that something says which stands on the day of the record: a
    rule that holds the line (T3 or T4), a listing that is met in full then. ``bringing`` are those
    which bring up others: beside these, what a rule has reviewed, and orders whose goods a list does not tell.
    ``chapter`` is that of the tariff, ``codes`` what the goods may fall under by any word or code.
    """

    standing: Collection[str]
    bringing: Collection[str]
    chapter: str | None
    day: str
    codes: Codes = frozenset()


def provisions(
    reasons: Sequence[Reason], register: Register, case: Case
) -> tuple[EngagedBasis, ...]:
    """Return the provisions behind the reasons, in the order of first use, then what they bring up.

    A provision is engaged when a reason that stands names it, it applies on the day of the
    record, and its goods condition, if it has one, is met by the tariff code; otherwise it is to
    be checked. A weak signal alone (apparel by its chapter) engages no law. A provision that an
    engaged one brings up (the same goods entering elsewhere), or one that may well be, is always
    to be checked, and left out where the goods are not known to be of its kind.
    """
    used = dict.fromkeys(basis for reason in reasons for basis in reason.basis)
    named = [_cited(register.provisions[basis], case) for basis in used]
    raising = case._replace(standing=case.bringing)
    engaged = {
        basis for basis in used if _cited(register.provisions[basis], raising).state == ENGAGED
    }
    elsewhere = case._replace(standing=())
    brought_up = (
        _cited(one, elsewhere)
        for one in register.provisions.values()
        if one.id not in used
        and not engaged.isdisjoint(one.brought_up_by)
        and may_cover(one, case.codes)
    )
    return (*named, *brought_up)


def is_of(provision: Provision, chapter: str | None) -> bool:
    """Say whether a provision speaks of goods of a chapter."""
    return not provision.only_chapters or chapter in provision.only_chapters


def _cited(provision: Provision, case: Case) -> EngagedBasis:
    applies = provision.applies_from is None or provision.applies_from <= case.day
    engaged = (
        provision.id in case.standing
        and applies
        and is_of(provision, case.chapter)
        and not provision.to_be_checked
    )
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
