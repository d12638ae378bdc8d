"""What is past its day: rules, exceptions, sources."""

from collections.abc import Mapping
from datetime import date

from screener.content.nodes import ListNode, MapNode, Mark, ScalarNode
from screener.rules.literals import date_literal
from screener.rules.pack_files import OVERLAY
from screener.rules.reader import Reading
from screener.rules.world import Written

_KEPT = frozenset({"shadow", "active", "deprecated"})


def check_days(reading: Reading, as_of: date) -> None:
    """Report what has expired or is due for review (R071); it keeps working meanwhile."""
    for written in reading.rules:
        rule = written.rule
        if rule.status not in _KEPT:
            continue
        due = (rule.review_by, written.place("review_by"), f"{rule.id} was due for review")
        ends = (rule.until, written.place("until"), f"{rule.id} is deprecated and ended")
        _report([due, ends, *_exceptions(written)], reading, as_of)
    _report(_overlaid(reading), reading, as_of)


def _exceptions(written: Written) -> list[tuple[str | None, Mark, str]]:
    return [
        (one.expires, written.place("except", number, "expires"), "this exception expired")
        for number, one in enumerate(written.rule.exemptions)
    ]


def _overlaid(reading: Reading) -> list[tuple[str | None, Mark, str]]:
    """Return the days by which what a company changes ends."""
    overlay = reading.nodes.get(OVERLAY)
    days: list[tuple[str | None, Mark, str]] = []
    for key in ("set", "disable", "mutes"):
        items = overlay.get(key) if overlay is not None else None
        for item in items.items if isinstance(items, ListNode) else ():
            expires = item.get("expires") if isinstance(item, MapNode) else None
            if isinstance(expires, ScalarNode):
                days.append((expires.text, expires.mark, "this change of the pack ended"))
    return days


def _report(days: list[tuple[str | None, Mark, str]], reading: Reading, as_of: date) -> None:
    for text, mark, what in days:
        day = date_literal(text) if text else None
        if day is not None and day < as_of:
            message = f"{what} on {day.isoformat()}"
            advice = "review it and set the next day, or retire it"
            reading.world.diagnostics.add("R071", mark, message, advice, severity="warning")


def check_sources(reading: Reading, review_days: Mapping[str, str], as_of: date) -> None:
    """Report claims whose source was to be read again before ``as_of`` (R045).

    ``review_days`` gives the day by which each source is to be read again.
    """
    claims = reading.world.known.evidence.claims
    for written in reading.rules:
        for number, name in enumerate(written.rule.claims):
            source = claims[name].source if name in claims else ""
            day = date_literal(review_days.get(source, ""))
            if day is not None and day < as_of:
                message = f"the source of {name}, {source}, was to be read again by {day}"
                advice = "read it again, see whether the claim still stands, and set the next day"
                reading.world.diagnostics.add(
                    "R045", written.place("claims", number), message, advice, severity="warning"
                )
