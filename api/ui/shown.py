"""What the page of a screening shows, made of a case."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from api.case import Case
from api.deps import Service
from api.ui.marking import Piece, Span, pieces
from api.ui.waterfall import WIDTH, bars
from api.ui.words import DECISIONS, REASON_CODES, STOP_TIER, TIER_MEANS
from api.waiting import queue

_SUPPRESSED_FOR = timedelta(days=180)


def shown_case(case: Case, service: Service) -> dict[str, object]:
    """Return the content of the page of a screening."""
    screening = case.screening
    suppressible = dict.fromkeys(
        hit.entry for hit in screening.hits if hit.entry in service.screener.entries
    )
    taken = case.steps()
    today = datetime.now(tz=UTC).date()
    policy = service.screener.pack.policy
    return {
        "case": case,
        "of_batch": None,
        "of_row": None,
        "found": None,
        "screening": screening,
        "marked": marked_record(case),
        "bars": bars((one.rule, one.points, one.counted_points) for one in screening.reasons),
        "width": WIDTH,
        "hits": {hit.id: hit for hit in screening.hits},
        "entries": service.screener.entries,
        "citations": {one.claim: one for one in screening.citations},
        "bases": {one.id: one for one in screening.basis},
        "titles": {rule.id: rule.title for rule in service.screener.pack.rules},
        "letter": letter(case),
        "stop": STOP_TIER,
        "t1_points": policy.tiers["T1"] if policy.without_floor == "T1" else None,
        "means": TIER_MEANS,
        "decisions": DECISIONS,
        "reason_codes": REASON_CODES,
        "suppressible": list(suppressible),
        "first_end": (today + timedelta(days=1)).isoformat(),
        "usual_end": (today + _SUPPRESSED_FOR).isoformat(),
        "steps": taken[::-1],
        "raised_by": raised_by(case),
        "latest": taken[-1].id if taken else "",
        "next_open": _next_open(case, service) if case.dispositions else None,
    }


def raised_by(case: Case) -> list[str]:
    """Return the rules that give a case its higher tier of by now; none where it has none."""
    if case.kept is None or case.kept.raised_to is None or not case.changes:
        return []
    reasons = json.loads(bytes(case.changes[-1].difference))["reasons"]
    return [one["rule"] for one in reasons if one["change"] != "gone"]


def _next_open(case: Case, service: Service) -> str | None:
    """Return the id of the gravest line that nobody has decided on, but for this one."""
    found = queue(service, state="open", least_tier="T1", page=0, limit=2)
    lines = (line.id for group in found.groups for line in group.lines)
    return next((id_ for id_ in lines if case.kept is None or id_ != case.kept.id), None)


def marked_record(case: Case) -> Mapping[str, tuple[Piece, ...]]:
    """Return each filled field in pieces, marked where hits stand in it."""
    spans: dict[str, list[Span]] = {}
    for hit in case.screening.hits:
        spans.setdefault(hit.field, []).append(Span(hit.id, hit.start, hit.end))
    return {name: pieces(text, spans.get(name, ())) for name, text in case.values.items()}


def letter(case: Case) -> str | None:
    """Return the questions as a text to send to the supplier.

    It names the line and asks; it says neither what was found nor why. None where there is
    nothing to ask, or where nobody is to write to the supplier before counsel has looked.
    """
    if case.tier == STOP_TIER or not case.screening.questions:
        return None
    about = [
        ("Our reference", case.values.get("source_row_ref") or case.screening.line_id),
        ("Goods", case.values.get("product_description")),
        ("Supplier", case.values.get("supplier_name") or case.values.get("supplier_name_local")),
    ]
    lines = ["Dear supplier,", "", "for the order line below we need some information:", ""]
    lines += [f"  {name}: {value}" for name, value in about if value]
    lines += ["", "Please answer each point, with copies of the papers it rests on:", ""]
    lines += [f"  {at}. {one}" for at, one in enumerate(case.screening.questions, start=1)]
    return "\n".join([*lines, "", "Thank you."])
