"""Names of a list found as a screening finds them: by index and by phrase."""

from collections.abc import Collection, Mapping, Sequence

from screener.index.lexicon import IGNORED
from screener.index.names import NameIndex
from screener.match.catalogue import Catalogue
from screener.match.features import NOTHING
from screener.match.matcher import Matcher, names_of
from screener.match.names import place_paths
from screener.model.field import Field
from screener.model.listing import Edition, Locality
from screener.text.folding import fold
from screener.text.legal_forms import covered, legal_forms

FIELD, SHIP = "supplier_name", "vessel"
"""The columns in which the name of a party, and that of a ship, stands alone."""

_ONE_WORD, _SEVERAL_WORDS = 7, 9
"""Letters that make one word, and several, telling enough: INTER and PO KONG are not."""
_MANY_WORDS = 4
"""Words from which even everyday ones make a name: Korea Mining Development Trading."""
_FEW, _TELLING = 3, 3
"""Everyday words that make a common name at most, and letters from which a word is counted."""
_JOINTS = frozenset("of the and for no de".split())
_SPACED = frozenset({"latn", "cyrl", "digit"})


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
        self._everyday = trade | frozenset(business)
        self._places = place_paths(localities)

    def carried(self, names: Sequence[str]) -> list[bool]:
        """Say of each name whether it says enough to be looked for in running text.

        A few everyday words, initials and numbers alone do not, nor does a short word by
        itself: Apex and Inter stand in the names of many firms.
        """
        index = self._index(list(enumerate(names)))
        return [
            any(match.key == at for match in matches) and not self._is_common(name)
            for at, (name, matches) in enumerate(zip(names, index.search(names), strict=True))
        ]

    def everyday(self, names: Sequence[str]) -> list[bool]:
        """Say of each name whether it is a few everyday words: many an office is a Third Floor."""
        return [
            _few_of(self._everyday, [token.form for token in fold(name).tokens]) for name in names
        ]

    def _is_common(self, name: str) -> bool:
        """Say whether the words of a name, its legal form aside, may stand in many names."""
        tokens = fold(name).tokens
        forms = [token.form for token in tokens]
        legal = covered(legal_forms(forms))
        words = [form for at, form in enumerate(forms) if at not in legal]
        if any(token.script not in _SPACED for token in tokens):
            return False
        letters = sum(map(len, words))
        least = _ONE_WORD if len(words) == 1 else _SEVERAL_WORDS
        few = len({*words} - IGNORED) < _MANY_WORDS
        plain = (word in self._everyday or word == "no" or word.isdigit() for word in words)
        return letters < least or (few and all(plain))

    def found(self, edition: Edition, names: Sequence[str]) -> list[frozenset[str]]:
        """Return for each name the ids of the entries it finds as a party or as a ship."""
        catalogue = Catalogue((edition,), trade=self._trade)
        matcher = Matcher(catalogue, self._index(names_of(catalogue)), self._fields)
        ships = {
            alias.text
            for entry in edition.entries
            for alias in entry.aliases
            if alias.fields == (SHIP,)
        }
        values = matcher.find(FIELD, names)
        aboard = dict(zip(ships, matcher.find(SHIP, [*ships]), strict=True))
        return [
            frozenset(
                catalogue.entries[one.entry].id
                for found in (value, aboard.get(name, NOTHING))
                for one in found.candidates
            )
            for name, value in zip(names, values, strict=True)
        ]

    def _index(self, names: Sequence[tuple[int, str]]) -> NameIndex:
        return NameIndex.build(names, self._business, places=self._places)


def _few_of(known: frozenset[str], words: Sequence[str]) -> bool:
    telling = [word for word in words if len(word) >= _TELLING]
    return len(telling) <= _FEW and all(word in known or word in _JOINTS for word in words)
