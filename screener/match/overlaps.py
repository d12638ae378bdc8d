"""What stays of names that overlap in one value (domain.md 2.5 rule 11)."""

from collections.abc import Iterable, Iterator, Sequence

from screener.match.features import Candidate
from screener.model.hit import Mention
from screener.model.listing import Entry, Kind

_SURE = 0.9


def in_phrases(found: Sequence[Candidate], entries: Sequence[Entry]) -> Iterator[Candidate]:
    """Yield candidates; a place inside a phrase of people or labels is no site by that.

    "DPRK workers" tells who works, wherever; "remove Made in DPRK labels" what is printed. Where the
    phrase is asked or listed as a subject, so is the place.
    """
    phrases = [
        one for one in found if entries[one.entry].kind is Kind.TERM and one.statement is None
    ]
    for one in found:
        placed = entries[one.entry].kind is Kind.PLACE and one.role in ("site", "mention")
        phrase = next((other for other in phrases if placed and _part_of(one, other)), None)
        yield (
            one
            if phrase is None
            else one._replace(role="mention", mention=one.mention or _told(phrase))
        )


def _told(phrase: Candidate) -> Mention | None:
    """Return what kind of mention the names inside a phrase are: what is under a condition is none."""
    return phrase.mention or ("aside" if phrase.role == "mention" else None)


def _part_of(one: Candidate, phrase: Candidate) -> bool:
    """Say whether a name is a part of a longer phrase."""
    within = phrase.start <= one.start and one.end <= phrase.end
    return within and phrase.end - phrase.start > one.end - one.start


def without_shadows(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates in order of place, of one entry only the longest of those that overlap.

    Hits of different entries overlap freely: the camp's name holds the city's. An exact name that
    awaits another column is not hidden by a mere likeness; settling keeps the better of the two.
    """
    kept: list[Candidate] = []
    ranked = sorted(
        candidates,
        key=lambda one: (
            one.entry,
            # An exact word that needs support it lacks must not hide a misspelt one that stands.
            # A listed name that fills its cell needs none, and gives way to no mere likeness.
            one.ambiguity != "A0"
            and not one.anchored
            and not (one.ambiguity == "A2" and one.alone),
            one.similarity < _SURE,
            one.ambiguity,
            one.start - one.end,
            -one.similarity,
            one.start,
            one.alias,
        ),
    )
    for candidate in ranked:
        if not any(
            other.entry == candidate.entry
            and other.start < candidate.end
            and candidate.start < other.end
            and not (candidate.awaits and other.similarity < _SURE <= candidate.similarity)
            for other in kept
        ):
            kept.append(candidate)
    return sorted(kept, key=lambda one: (one.start, one.end, one.entry))
