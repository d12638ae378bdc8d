"""`listed_with_goods`: whether a country and the goods stand together on a list."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from screener.match.goods_named import families_of, goods_named
from screener.rules.column_leaves import Column
from screener.rules.leaves import FALSE, GROUNDED, Facts, Judgement
from screener.rules.literals import Countries
from screener.rules.schema import Truth

GOODS_COLUMNS = ("product_description", "hs_code")
"""The columns that say which goods a record is about."""

Pairs = tuple[tuple[str, str], ...]
"""Pairs of a country, as ISO 3166-1 alpha-2, and goods in the words of a list."""


class ListedGoodsLeaf(NamedTuple):
    """Whether a country column names a country whose goods on a list are those of the record."""

    number: int
    label: str
    column: Column
    goods: Mapping[str, frozenset[int]]
    empty: Judgement

    @property
    def columns(self) -> tuple[str, ...]:
        """The country, and what says which goods."""
        return (self.column.name, *GOODS_COLUMNS)

    @property
    def reads(self) -> tuple[str, ...]:
        """The same columns: they decide it together."""
        return self.columns

    def judge(self, facts: Facts) -> Judgement:
        """Return the answer; unknown if neither description nor code says which goods."""
        values = facts.row.values
        if self.column.name not in values:
            return self.empty
        stated = self.column.typed(facts)
        codes = stated.codes if isinstance(stated, Countries) else ()
        listed = [self.goods[code] for code in codes if code in self.goods]
        if not listed:
            return FALSE
        description, code = (values.get(name) for name in GOODS_COLUMNS)
        if description is None and code is None:
            return Judgement(Truth.UNKNOWN, settles=GOODS_COLUMNS)
        families = _families(description, code)
        return GROUNDED if any(not families.isdisjoint(one) for one in listed) else FALSE


def goods_by_country(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[int]]:
    """Return for each country the families of its goods on a list."""
    found: dict[str, frozenset[int]] = {}
    for country, goods in pairs:
        families = goods_named([goods]).families
        found[country] = found.get(country, frozenset()) | families
    return found


@lru_cache(maxsize=65_536)
def _families(description: str | None, code: str | None) -> frozenset[int]:
    return families_of(description, code)
