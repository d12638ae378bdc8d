"""Completeness: how many of the columns whose emptiness is a gap are filled."""

from collections.abc import Collection, Mapping

from screener.model.field import Field


def completeness(
    fields: Mapping[str, Field], filled: Collection[str]
) -> tuple[float, tuple[str, ...]]:
    """Return the share of gap columns filled, to four decimals, and the empty ones in order.

    Derived columns do not count: nobody can fill them. Without gap columns nothing is missing.

    >>> city = Field(name="supplier_city", type="place", meaning="City", gap_if_empty=True)
    >>> completeness({"supplier_city": city}, ["notes"])
    (0.0, ('supplier_city',))
    """
    gaps = [name for name, field in fields.items() if field.gap_if_empty and not field.derived_from]
    missing = tuple(name for name in gaps if name not in filled)
    share = round((len(gaps) - len(missing)) / len(gaps), 4) if gaps else 1.0
    return share, missing
