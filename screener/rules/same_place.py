"""`on_list` with `needs_same_place`: a name counts only beside the place of its entry."""

from collections.abc import Mapping
from typing import NamedTuple

from screener.model.field import Field
from screener.rules.finds import Search, carriers, places_in
from screener.rules.leaves import FALSE, Facts, Judgement
from screener.rules.row import HitLike, is_mention
from screener.rules.schema import Truth


class SamePlaceLeaf(NamedTuple):
    """Whether a name is on a list and its party is where the entry is.

    ``places`` gives for each entry every place that confirms it; ``settles`` are the place
    columns of the same party whose emptiness leaves the question open.
    """

    number: int
    label: str
    columns: tuple[str, ...]
    search: Search
    places: Mapping[str, frozenset[str]]
    place_columns: frozenset[str]
    settles: tuple[str, ...]
    empty: Judgement
    reads: tuple[str, ...] = ()

    @property
    def fills(self) -> tuple[str, ...]:
        """The columns of which it matters, beside the hits, whether they are filled."""
        return tuple(dict.fromkeys((self.columns[0], *self.settles)))

    def judge(self, facts: Facts) -> Judgement:
        """Return true with name and place hits, unknown where the place is not given."""
        named = frozenset(self.search.hits(facts))
        if not named:
            missing = self.columns[0] not in facts.row.values
            return self.empty if missing else FALSE
        found = [hit for hit in facts.row.hits if hit.id in named]
        confirmed = [(hit, self._confirming(hit, facts)) for hit in found]
        hits = tuple(
            dict.fromkeys(use for hit, places in confirmed if places for use in (hit.id, *places))
        )
        if hits:
            return Judgement(Truth.TRUE, hits=hits, grounded=True)
        missing_places = tuple(name for name in self.settles if name not in facts.row.values)
        return Judgement(Truth.UNKNOWN, settles=missing_places) if missing_places else FALSE

    def _confirming(self, name: HitLike, facts: Facts) -> tuple[str, ...]:
        wanted = self.places.get(name.entry, frozenset())
        return tuple(
            hit.id
            for hit in facts.row.hits
            if hit.entry in wanted and hit.field in self.place_columns and not is_mention(hit)
        )


def same_place_columns(
    name: str, fields: Mapping[str, Field]
) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the columns that say where the party of a name column is, and those that settle it.

    These are the place columns of the same group; without a group, all of them.
    """
    carrying, possible = carriers("place", fields)
    group = fields[name].group
    near = [
        column
        for column in fields
        if column in {*carrying, *possible} and (group is None or fields[column].group == group)
    ]
    settles = tuple(column for column in near if column in carrying)
    return frozenset(near), tuple(column for column in settles if fields[column].gap_if_empty)


def homes(
    above: Mapping[str, tuple[str, ...]], places: Mapping[str, tuple[str, ...]]
) -> dict[str, frozenset[str]]:
    """Return for each entry that lies in a place that place and all places inside it.

    ``above`` gives the places above every entry, ``places`` those above places alone.
    """
    return {entry: places_in(chain[:1], places) for entry, chain in above.items() if chain}
