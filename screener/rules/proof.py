"""Proof trees: why a condition has its truth, in plain words and without the row's values."""

import textwrap
from collections.abc import Iterator, Mapping

import msgspec

from screener.rules.schema import Truth

_MOST_TOLD = 60
"""Characters of a value that messages show."""


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """One node: what was asked and what the answer was.

    A leaf has a number, shared by all rules that ask the same. ``hits`` are those that made
    it true; ``settles`` the columns that would settle it while it is unknown; ``grounded``
    says that it is true on a filled column, not on an empty one; ``error`` names what kept it
    from being asked. Labels hold no value of the
    row, so that rows of one class share their trees; ``columns`` says where to look.
    """

    label: str
    truth: Truth
    children: tuple["Proof", ...] = ()
    leaf: int | None = None
    columns: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    settles: tuple[str, ...] = ()
    grounded: bool = False
    error: str | None = None


def leaves(proof: Proof) -> Iterator[Proof]:
    """Yield every leaf below, in the order written."""
    if proof.leaf is not None:
        yield proof
    for child in proof.children:
        yield from leaves(child)


def bearing(proof: Proof) -> Iterator[Proof]:
    """Yield the leaves that the truth of a node rests on, in the order written.

    Of a true node these are the true leaves of its true branches; of an unknown one the true
    and unknown leaves of the branches that are not false; of a false one its false leaves.
    """
    if proof.leaf is not None:
        yield proof
    for child in proof.children:
        if child.truth is proof.truth or (
            proof.truth is Truth.UNKNOWN and child.truth is Truth.TRUE
        ):
            yield from bearing(child)


def hits_used(*proofs: Proof) -> tuple[str, ...]:
    """Return the ids of the hits that true leaves rest on, each once, in order of use."""
    return tuple(
        dict.fromkeys(
            hit
            for proof in proofs
            for leaf in bearing(proof)
            if leaf.truth is Truth.TRUE
            for hit in leaf.hits
        )
    )


def settling(proof: Proof) -> frozenset[str]:
    """Return the columns that would settle the unknown leaves a node rests on."""
    return frozenset(
        column for leaf in bearing(proof) if leaf.truth is Truth.UNKNOWN for column in leaf.settles
    )


def gap(leaf: Proof, values: Mapping[str, str]) -> str:
    """Return what keeps a leaf unknown: empty columns, and filled ones that do not settle it."""
    empty = [name for name in leaf.settles if name not in values]
    told = [f"missing: {', '.join(empty)}"] if empty else []
    told += [
        f'{name} "{textwrap.shorten(values[name], _MOST_TOLD)}" does not settle it'
        for name in leaf.settles
        if name in values
    ]
    return "; ".join(told)


def is_grounded(proof: Proof) -> bool:
    """Say whether at least one test below is true on a filled column."""
    return any(leaf.grounded for leaf in leaves(proof))


def true_leaves(*proofs: Proof) -> tuple[Proof, ...]:
    """Return the true leaves that bear a true node, each once, in the order written."""
    found = {
        leaf.leaf: leaf
        for proof in proofs
        for leaf in bearing(proof)
        if leaf.truth is Truth.TRUE and proof.truth is Truth.TRUE
    }
    return tuple(found.values())


def first_error(*proofs: Proof) -> str | None:
    """Return the first error a leaf below made, or None."""
    return next(
        (leaf.error for proof in proofs for leaf in leaves(proof) if leaf.error is not None), None
    )
