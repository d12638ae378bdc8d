"""Leaves in plain words: what was asked, never what the row says."""

from collections.abc import Sequence

from screener.rules.schema import Compare, Finds, Test

_TESTS = {
    "says_any": "says {any}",
    "says_all": "says {all}",
    "says_none": "says none of {all}",
    "similar_to": "says something like {any}",
    "pattern": "matches {any}",
    "on_list": "names a party of {any}",
    "listed_with_goods": "stands with the goods on a list under {any}",
    "under": "is under {any}",
    "not_under": "is not under {any}",
    "is": "is {any}",
    "in": "is {any}",
    "not_in": "is none of {all}",
    "within": "lies in {any}",
    "near": "lies in or beside {any}",
    "below": "is below {any}",
    "at_most": "is at most {any}",
    "above": "is above {any}",
    "at_least": "is at least {any}",
    "between": "is between {all}",
    "on_or_after": "is on or after {any}",
    "before": "is before {any}",
    "within_days_of": "is within so many days of {all}",
}


def joined(words: Sequence[str], last: str) -> str:
    """Return words as a list in a sentence.

    >>> joined(["G-DOLL", "G-HAT", "G-BAG"], "or")
    'G-DOLL, G-HAT or G-BAG'
    """
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def column_test_label(test: Test) -> str:
    """Return a test of one column as a statement.

    >>> column_test_label(Test("stated_processing_fee", "below", ("1 CNY per piece",)))
    'stated_processing_fee is below 1 CNY per piece'
    """
    if test.test == "is_missing":
        return f"{test.column} is {'empty' if test.values == ('true',) else 'filled'}"
    if test.test == "within_days_of" and len(test.values) > 1:
        return f"{test.column} is within {test.values[1]} days of {test.values[0]}"
    words = _TESTS.get(test.test, test.test + " {any}")
    options = "".join(f", {name} {value}" for name, value in test.options)
    stated = words.format(any=joined(test.values, "or"), all=joined(test.values, "and"))
    return f"{test.column} {stated}{options}"


def finds_label(finds: Finds) -> str:
    """Return a search for entries as a statement.

    >>> finds_label(Finds(any_of=("G-DOLL", "G-HAT"), columns=("product_description",)))
    'G-DOLL or G-HAT found in product_description'
    """
    sought = [
        *finds.any_of,
        *(f"a place in {place}" for place in finds.within),
        *(f"an entry of a list under {provision}" for provision in finds.under),
    ]
    where = f" in {joined(finds.columns, 'or')}" if finds.columns is not None else ""
    roles = f" as {joined(finds.roles, 'or')}" if finds.roles is not None else ""
    alike = f", at least {finds.similarity} alike" if finds.similarity is not None else ""
    goods = f", goods {joined(finds.goods, 'or')}" if finds.goods else ""
    time = f", time {joined(finds.time, 'or')}" if finds.time else ""
    seat = f", of {joined(finds.seated_in, 'or')}" if finds.seated_in else ""
    legs = f", leg {joined(finds.legs, 'or')}" if finds.legs else ""
    return f"{joined(sought, 'or')} found{where}{roles}{alike}{goods}{time}{seat}{legs}"


def compare_label(compare: Compare) -> str:
    """Return a comparison of two columns as a statement.

    >>> compare_label(Compare("unit_price", "is below", "0.5", "peer_median_price"))
    'unit_price is below 0.5 x peer_median_price'
    """
    factor = "" if compare.factor in ("", "1") else f"{compare.factor} x "
    return f"{compare.left} {compare.relation} {factor}{compare.right}"
