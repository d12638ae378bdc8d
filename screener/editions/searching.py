"""Names of a list found as a screening finds them: by index and by phrase."""

from collections.abc import Collection, Mapping, Sequence

from screener.index.names import NameIndex
from screener.match.catalogue import Catalogue
from screener.match.matcher import Matcher, names_of
from screener.match.names import place_paths
from screener.model.field import Field
from screener.model.listing import Edition, Locality
from screener.text.folding import fold

FIELD = "supplier_name"
"""The column in which a party's name stands alone."""
_FEW = 3
_TELLING = 3
"""Letters from which a word is counted."""


class NameSearch:
    """Finds the names of one edition at a time, with the words and places of the shipped lists."""

    def __init__(
        self,
        fields: Mapping[str, Field],
        business: Collection[str],
        trade: frozenset[str],
        localities: Sequence[Locality],
    ) -> None:
        """Keep what screenings search with."""
        self._fields = fields
        self._business = business
        self._trade = trade
        self._places = place_paths(localities)

    def carried(self, names: Sequence[str]) -> list[bool]:
        """Say of each name whether the name index finds it by itself.

        Names of generic words, initials and numbers alone are not: they say too little.
        """
        index = self._index(list(enumerate(names)))
        return [
            any(match.key == at for match in matches)
            for at, matches in enumerate(index.search(names))
        ]

    def everyday(self, names: Sequence[str]) -> list[bool]:
        """Say of each name whether it is a few everyday words: many an office is a Third Floor."""
        known = frozenset(self._business) | self._trade
        return [_few_of(known, [token.form for token in fold(name).tokens]) for name in names]

    def found(self, edition: Edition, names: Sequence[str]) -> list[frozenset[str]]:
        """Return for each name the ids of the entries that it finds in a column of names."""
        catalogue = Catalogue((edition,), trade=self._trade)
        matcher = Matcher(catalogue, self._index(names_of(catalogue)), self._fields)
        return [
            frozenset(catalogue.entries[one.entry].id for one in value.candidates)
            for value in matcher.find(FIELD, names)
        ]

    def _index(self, names: Sequence[tuple[int, str]]) -> NameIndex:
        return NameIndex.build(names, self._business, places=self._places)


def _few_of(known: frozenset[str], words: Sequence[str]) -> bool:
    telling = [word for word in words if len(word) >= _TELLING]
    return len(telling) <= _FEW and all(word in known for word in words)
