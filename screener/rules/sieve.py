"""The sieve: in which rows of a batch a condition may be other than false.

It starts from the part of a condition that the fewest rows can meet and asks the other parts
of these rows only, so that its time follows what rules find and not how many rows there are
(rules.md, section 6).
"""

from collections.abc import Callable, Sequence

import numpy as np

from screener.rules.answers import Truths
from screener.rules.conditions import Count, Every, Named, Node, One, Some
from screener.rules.encoding import Codes
from screener.rules.leaves import Leaf
from screener.rules.schema import Truth
from screener.rules.tables import Table, truths

TableOf = Callable[[Leaf], Table]

_RARE = 1 / 20
"""A search that so few rows can meet is begun with, whatever the tests of columns say."""


def candidates(node: Node, table_of: TableOf, total: int) -> Codes:
    """Return the rows, of ``total``, in which a condition may be true or unknown.

    Each once, in any order; rows in which it is false may be among them.
    """
    match node:
        case One(leaf):
            return table_of(leaf).rows()
        case Named(_, inner):
            return candidates(inner, table_of, total)
        case Every(parts):
            return _every(parts, table_of, total)
        case Some(parts) | Count(_, parts):
            return _union([candidates(part, table_of, total) for part in parts])
        case _:
            raise TypeError(f"not a compiled condition: {node}")


def _every(parts: Sequence[Node], table_of: TableOf, total: int) -> Codes:
    """Return the rows in which no part is false, begun with the rarest."""
    cheap = {at: _weight(part, table_of) for at, part in enumerate(parts) if _cheap(part, table_of)}
    if cheap and min(cheap.values()) <= total * _RARE:
        weights = cheap
    else:
        weights = {at: _weight(part, table_of) for at, part in enumerate(parts)}
    first = min(weights, key=weights.__getitem__)
    rows = candidates(parts[first], table_of, total)
    rest = [at for at in range(len(parts)) if at != first]
    for at in sorted(rest, key=lambda at: weights.get(at, total)):
        if not len(rows):
            break
        rows = rows[truths_in(parts[at], table_of, rows) != Truth.FALSE]
    return rows


def _cheap(node: Node, table_of: TableOf) -> bool:
    match node:
        case One(leaf):
            return table_of(leaf).is_cheap
        case Named(_, inner):
            return _cheap(inner, table_of)
        case Every(parts):
            return any(_cheap(part, table_of) for part in parts)
        case Some(parts) | Count(_, parts):
            return all(_cheap(part, table_of) for part in parts)
        case _:
            return False


def _weight(node: Node, table_of: TableOf) -> int:
    """Return how many rows may have to be looked at, were the condition begun with."""
    match node:
        case One(leaf):
            return table_of(leaf).count
        case Named(_, inner):
            return _weight(inner, table_of)
        case Every(parts):
            cheap = [part for part in parts if _cheap(part, table_of)]
            return min(_weight(part, table_of) for part in cheap or parts)
        case Some(parts) | Count(_, parts):
            return sum(_weight(part, table_of) for part in parts)
        case _:
            raise TypeError(f"not a compiled condition: {node}")


def truths_in(node: Node, table_of: TableOf, rows: Codes) -> Truths:
    """Return the truth of a condition in some rows; what is an error counts as unknown."""
    match node:
        case One(leaf):
            return truths(table_of(leaf), rows)
        case Named(_, inner):
            return truths_in(inner, table_of, rows)
        case Every(parts):
            lowest: Truths = np.minimum.reduce([truths_in(part, table_of, rows) for part in parts])
            return lowest
        case Some(parts):
            most: Truths = np.maximum.reduce([truths_in(part, table_of, rows) for part in parts])
            return most
        case Count(least, parts):
            return _counted(least, [truths_in(part, table_of, rows) for part in parts])
        case _:
            raise TypeError(f"not a compiled condition: {node}")


def _union(found: Sequence[Codes]) -> Codes:
    return found[0] if len(found) == 1 else np.unique(np.concatenate(found))


def _counted(least: int, parts: Sequence[Truths]) -> Truths:
    """Return whether at least so many parts are true, in each row."""
    stacked = np.stack(parts)
    true = (stacked == Truth.TRUE).sum(axis=0)
    possible = (stacked != Truth.FALSE).sum(axis=0)
    unsettled = np.where(possible >= least, Truth.UNKNOWN, Truth.FALSE)
    return np.where(true >= least, Truth.TRUE, unsettled).astype(np.int8)
