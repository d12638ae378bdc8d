"""The report of a run: one HTML page for people that loads nothing and prints clean."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from screener.evidence.screenings import TIER_NAMES
from screener.lists.dates import age_in_days
from screener.model.screening import Reason
from screener.report.account import ACTED_ON, TOLD, Account, Share
from screener.report.limits import LIMITS
from screener.report.plots import can_plot, shares_plot, tiers_plot


class Bar(NamedTuple):
    """One step of a waterfall: a reason, and where its points begin and end, in percent."""

    reason: Reason
    begins: float
    width: float


def report_html(account: Account) -> str:
    """Return the page; the same account gives the same text."""
    environment = Environment(
        loader=PackageLoader("screener.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(waterfall=waterfall)
    summary: Mapping[str, Any] = account.summary
    return environment.get_template("report.html").render(
        account=account,
        summary=summary,
        lists=list(_aged(account)),
        tiers=TIER_NAMES,
        told=TOLD,
        acted_on=sum(summary["tiers"][tier] for tier in ACTED_ON),
        covered=sum(record.lines for record in account.records),
        risks=(
            _risk("supplier", account.suppliers),
            _risk("listed place or facility", account.places),
            _risk("goods family", account.goods),
        ),
        tiers_plot=Markup(tiers_plot(summary["tiers"])) if can_plot() else None,  # noqa: S704 - drawn here, text escaped by the library
        limits=LIMITS,
    )


def waterfall(reasons: Sequence[Reason]) -> list[Bar]:
    """Return each reason's points as a bar that begins where the one before ended."""
    total = max(sum(reason.counted_points for reason in reasons), 1)
    bars, reached = [], 0
    for reason in reasons:
        points = reason.counted_points
        bars.append(Bar(reason, 100 * reached / total, 100 * points / total))
        reached += points
    return bars


def _risk(name: str, shares: tuple[Share, ...]) -> dict[str, object]:
    plot = shares_plot(shares) if shares and can_plot() else ""
    return {"by": name, "shares": shares, "plot": Markup(plot)}  # noqa: S704 - as above


def _aged(account: Account) -> Iterator[dict[str, object]]:
    """Yield the lists with their age on the day they were judged by, and why they are stale."""
    summary: Mapping[str, Any] = account.summary
    day = summary["snapshot"]["as_of"]
    for one in summary["scope"]["lists"]:
        age = age_in_days(one["edition_date"], date.fromisoformat(day))
        told = "unknown" if age is None else f"{age:,}"
        yield {
            **one,
            "age": "newer" if age is not None and one["edition_date"] > day else told,
            "stale": account.stale.get(one["id"]),
        }
