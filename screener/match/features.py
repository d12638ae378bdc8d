"""What finding one value yields, before the rest of the record is looked at."""

from typing import NamedTuple

from screener.model.hit import Aligned, Mention, Role, StatementKind

CALLED_AFTER = "called-after"
"""The kind of a place that a park or a building is called after: it may lie elsewhere."""


class Place(NamedTuple):
    """A locality named in a value: each reading is (country, first-level division or None)."""

    start: int
    end: int
    kind: str
    readings: tuple[tuple[str, str | None], ...]


class Candidate(NamedTuple):
    """An entry found in one value.

    ``anchored`` names the anchors that stand in the value itself, ``near`` what localities of
    the same sentence say of the entry's place (1 for, -1 against, 0 nothing), ``alone`` that
    the value holds nothing else. ``awaits`` are entries elsewhere in the record that would
    confirm it, ``yields_to`` entries that would remove it. ``slight``: of a listed name it holds
    so little that another party may well be called so. ``countryless``: it holds all of a Korean
    name but the country that this begins with, or all of it and that country before it.
    ``of_works``: the name of a firm goes on with the works at the place.
    """

    entry: int
    alias: str
    ambiguity: str
    start: int
    end: int
    text: str
    similarity: float
    alignment: tuple[Aligned, ...] = ()
    role: Role | None = None
    mention: Mention | None = None
    statement: StatementKind | None = None
    anchored: bool = False
    near: int = 0
    alone: bool = False
    suffixed: bool = False
    code_only: bool = False
    awaits: frozenset[int] = frozenset()
    yields_to: frozenset[int] = frozenset()
    slight: bool = False
    countryless: bool = False
    of_works: bool = False

    def shape(self) -> tuple[object, ...]:
        """Return what settling depends on: everything but where and how it was written."""
        return (
            self.entry, self.ambiguity, self.similarity, self.role, self.mention, self.statement,
            self.anchored, self.near, self.alone, self.suffixed, self.code_only, self.awaits,
            self.yields_to, self.start, self.end, self.slight, self.countryless, self.of_works,
        )  # fmt: skip


class FoundValue(NamedTuple):
    """Everything found in one distinct value of one column."""

    candidates: tuple[Candidate, ...] = ()
    places: tuple[Place, ...] = ()
    countries: tuple[str, ...] = ()

    def readings(self) -> tuple[tuple[str, tuple[tuple[str, str | None], ...]], ...]:
        """Return the evidence of the value about where its party is."""
        coded = tuple(("country", ((country, None),)) for country in self.countries)
        return coded + tuple((place.kind, place.readings) for place in self.places)


NOTHING = FoundValue()
