"""Plots as SVG, drawn without a network; text says the same beside each of them."""

import json
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Literal

from screener.report.account import TOLD, Share

TIER_COLOURS = {
    "T0": "#d9dde3", "T1": "#a8c4e0", "T2": "#f0c04c", "T3": "#e0782f", "T4": "#a61c28",
}  # fmt: skip
_WIDTH, _STEP = 520, 22
_LONGEST_LABEL = 260
# The letters that labels are measured by. Where they are not, wider ones run into the space around.
_FONT = "Arial, Helvetica, Liberation Sans, sans-serif"
_AROUND = {"left": 60, "top": 5, "right": 30, "bottom": 5}


def can_plot() -> bool:
    """Say whether the plotting libraries are installed (extra ``batch``)."""
    return all(find_spec(name) is not None for name in ("altair", "vl_convert"))


def tiers_plot(tiers: Mapping[str, int]) -> str:
    """Return the lines by tier as one bar a tier, on a scale that shows small counts too."""
    values = [{"name": tier, "tier": tier, "lines": count} for tier, count in tiers.items()]
    most = max(tiers.values(), default=0)
    tens = [10**power for power in range(1, len(str(most)))]
    return _bars(values, list(tiers), "symlog", ticks=[0, 1, *tens])


def shares_plot(shares: Sequence[Share]) -> str:
    """Return lines by tier from T1 on, one stacked bar a name, in the order given."""
    values = [
        {"name": share.name, "tier": tier, "lines": share.tiers[tier]}
        for share in shares
        for tier in TOLD
        if share.tiers.get(tier)
    ]
    return _bars(values, [share.name for share in shares], "linear")


def _bars(
    values: list[dict[str, object]],
    order: list[str],
    scale: Literal["linear", "symlog"],
    ticks: list[int] | None = None,
) -> str:
    """Return bars; ``ticks`` are the lines of the scale where it cannot choose them itself."""
    import altair as alt  # noqa: PLC0415 - an extra, and slow to import
    import vl_convert  # noqa: PLC0415

    axis = alt.Axis(values=ticks) if ticks else alt.Axis(tickMinStep=1)
    colours = alt.Scale(domain=list(TIER_COLOURS), range=list(TIER_COLOURS.values()))
    chart = (
        alt.Chart(alt.InlineData(values=values), width=_WIDTH, height=alt.Step(_STEP))
        .mark_bar()
        .encode(
            x=alt.X("lines:Q", title="lines", scale=alt.Scale(type=scale), axis=axis),
            y=alt.Y("name:N", sort=order, title=None, axis=alt.Axis(labelLimit=_LONGEST_LABEL)),
            color=alt.Color("tier:N", scale=colours, legend=None),
            order=alt.Order("tier:N"),
        )
        .configure(font=_FONT, background="transparent", padding=_AROUND)
    )
    svg: str = vl_convert.vegalite_to_svg(json.loads(chart.to_json()))
    return svg
