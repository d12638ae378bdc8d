"""The sieve: for many rows at once, which rules may answer other than miss.

Conditions are worked out on arrays, one truth a row. Where an answer needs more than that
(another rule, a place beside a name, an error) the row stays in; a rule that the sieve lets
through is asked as always, one that it holds back is a miss.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from screener.rules.conditions import Count, Every, Named, Node, One, Some
from screener.rules.encoding import HitSets
from screener.rules.finds import FindsLeaf, Gap
from screener.rules.leaves import Facts, Judgement
from screener.rules.row import HitLike, Row
from screener.rules.schema import Truth

Truths = NDArray[np.int8]
Filled = Callable[[str], NDArray[np.bool_]]
"""Says for a column in which rows it is filled."""


def let_through(
    whens: Sequence[Node], known: Mapping[int, Truths], broken: NDArray[np.bool_]
) -> list[list[int]]:
    """Return for each row the numbers of the conditions that may be true or unknown.

    ``known`` gives the truths of leaves by number; a leaf that it lacks may be anything. In a
    row that is ``broken`` everything may be.
    """
    rows = len(broken)
    if rows == 0 or not whens:
        return [[] for _ in range(rows)]
    holds = np.stack([truths_of(when, known, rows) != Truth.FALSE for when in whens], axis=1)
    holds |= broken[:, None]
    at, numbers = np.nonzero(holds)
    ends = np.searchsorted(at, np.arange(1, rows))
    return [part.tolist() for part in np.split(numbers, ends)]


def truths_of(node: Node, known: Mapping[int, Truths], rows: int) -> Truths:
    """Return the truth of a condition in each row; unknown where a leaf is not ``known``."""
    match node:
        case One(leaf):
            found = known.get(leaf.number)
            return np.full(rows, Truth.UNKNOWN, dtype=np.int8) if found is None else found
        case Named(_, inner):
            return truths_of(inner, known, rows)
        case Every(parts):
            return _reduced(np.minimum, [truths_of(part, known, rows) for part in parts])
        case Some(parts):
            return _reduced(np.maximum, [truths_of(part, known, rows) for part in parts])
        case Count(least, parts):
            return _counted(least, [truths_of(part, known, rows) for part in parts])
        case _:
            raise TypeError(f"not a compiled condition: {node}")


def _reduced(choose: np.ufunc, parts: Sequence[Truths]) -> Truths:
    """Return the least or greatest truth of the parts, in each row."""
    chosen = parts[0]
    for part in parts[1:]:
        chosen = choose(chosen, part)
    return chosen


def _counted(least: int, parts: Sequence[Truths]) -> Truths:
    """Return whether at least so many parts are true, in each row."""
    stacked = np.stack(parts)
    true = (stacked == Truth.TRUE).sum(axis=0)
    possible = (stacked != Truth.FALSE).sum(axis=0)
    unsettled = np.where(possible >= least, Truth.UNKNOWN, Truth.FALSE)
    return np.where(true >= least, Truth.TRUE, unsettled).astype(np.int8)


def column_truths(answers: Sequence[Judgement | Exception]) -> Truths:
    """Return the truths of answers; an error is unknown."""
    return np.array(
        [Truth.UNKNOWN if isinstance(each, Exception) else each.truth for each in answers],
        dtype=np.int8,
    )


def finds_truths(
    leaf: FindsLeaf, hits: HitSets, filled: Filled
) -> tuple[Truths, NDArray[np.bool_]]:
    """Return the truth of a search in each row, and in which rows it made an error."""
    found = np.array([_found(leaf, each) for each in hits.values], dtype=np.int8)[hits.codes]
    is_open = np.zeros(len(hits.codes), dtype=np.bool_)
    for gap in leaf.gaps:
        is_open |= _open(gap, filled, len(hits.codes))
    unfound = np.where(is_open, Truth.UNKNOWN, Truth.FALSE)
    return np.where(found == Truth.FALSE, unfound, found).astype(np.int8), found == Truth.UNKNOWN


def _found(leaf: FindsLeaf, hits: tuple[HitLike, ...]) -> Truth:
    """Return whether a search finds a hit; unknown stands for an error."""
    try:
        return Truth.TRUE if leaf.search.hits(Facts(Row({}, hits))) else Truth.FALSE
    except Exception:  # noqa: BLE001  the rules that ask are asked one by one
        return Truth.UNKNOWN


def _open(gap: Gap, filled: Filled, rows: int) -> NDArray[np.bool_]:
    """Return in which rows a gap leaves a search open."""
    missing = np.zeros(rows, dtype=np.bool_)
    for column, _ in gap.asks:
        missing |= ~filled(column)
    if gap.every:
        for column in gap.columns:
            missing &= ~filled(column)
    return missing
