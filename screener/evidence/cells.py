"""The cells that a screening adds to a row of the user's own, in results.csv and in tables."""

from collections.abc import Sequence

from screener.model.screening import Screening

ADDED = (
    "tier", "risk_score", "points", "completeness", "reasons", "entries", "claims", "sentence",
    "questions",
)  # fmt: skip


def added_names(headers: Sequence[str], added: Sequence[str] = ADDED) -> tuple[str, ...]:
    """Return the names of the added columns; one that the file has already gets a number."""
    taken = set(headers)
    names = []
    for name in added:
        free, number = name, 2
        while free in taken:
            free, number = f"{name}_{number}", number + 1
        taken.add(free)
        names.append(free)
    return tuple(names)


def words(screening: Screening | None) -> list[str]:
    """Return the added text cells of a row: reasons, entries, claims, sentence, questions."""
    if screening is None:
        return ["", "", "", "", ""]
    return [
        "; ".join(reason.rule for reason in screening.reasons),
        "; ".join(dict.fromkeys(hit.entry for hit in screening.hits)),
        "; ".join(citation.claim for citation in screening.citations),
        " ".join(dict.fromkeys(reason.sentence for reason in screening.reasons)),
        " ".join(screening.questions),
    ]
