"""Rows that sum up others: what they hold where a party or goods would stand is a word such as "Total"."""

import re
from collections.abc import Iterable

_WORDS = (
    r"(?:grand |sub[ -]?|page |report |overall )?totals?|合计|小计|总计|共计|总合计|本页合计|合計|小計|総計|합계|소계|총계|"
    r"(?:gesamt|zwischen|end)?summe|gesamt|total g[eé]n[eé]ral|sous[ -]total|total general|totale(?: generale)?|"
    r"subtotale|totaal|subtotaal|razem|suma|ogółem|итого|всего|итог|разом|всього|toplam|genel toplam|ara toplam|"
    r"tổng(?: cộng)?|jumlah|celkem|totalt|összesen"
)
TOTAL = rf"(?i)^[\s*:：.=-]*(?:{_WORDS})[\s*:：.=-]*$"
_TOTAL = re.compile(TOTAL)


def is_total(texts: Iterable[str]) -> bool:
    """Say whether all that a row gives to screen are words for a sum.

    >>> is_total(["Grand Total"]), is_total(["合计", "Total"])
    (True, True)
    >>> is_total(["Total Energies"]), is_total(["Total", "fuel"])
    (False, False)
    """
    return all(_TOTAL.match(text) for text in texts)
