"""Names cut off in the middle of a word by the width of a column, as manifests cut them."""

from bisect import bisect_left
from collections.abc import Sequence

from screener.index.made import Once
from screener.index.names import NameIndex, NameMatch
from screener.model.hit import Aligned
from screener.text.folding import Token, tokens_of

_SHORTEST = 20
"""Letters of a name from which it tells what it was cut off from: columns are no narrower."""
_MOST_NAMES = 100_000
"""Names of a list up to which they are kept once more for this."""
_LIKENESS = 0.95


class CutNames:
    """Listed names by how they begin."""

    def __init__(self, names: NameIndex) -> None:
        """Keep the index of the names."""
        self._names = names
        self._begun = Once(self._by_beginning)

    def _by_beginning(self) -> list[tuple[str, int]]:
        """Return every listed name written as one word, with its number, in order."""
        texts = self._names.rows.texts
        if len(texts) > _MOST_NAMES:
            return []
        return sorted((_joined(tokens_of(text)), at) for at, text in enumerate(texts))

    def matches(self, value: str) -> list[NameMatch]:
        """Return the listed names that a value was cut off from, the first of each key.

        A value that ends where a word of the name ends may be the name of another firm.
        """
        tokens = tokens_of(value)
        form = _joined(tokens)
        if len(form) < _SHORTEST or not form.isascii():
            return []
        found: dict[int, NameMatch] = {}
        begun = self._begun()
        for at in range(bisect_left(begun, (form, -1)), len(begun)):
            joined, number = begun[at]
            if not joined.startswith(form):
                break
            text, key = self._names.rows.texts[number], self._names.keys[number]
            if len(form) not in _ends(tokens_of(text)):
                found.setdefault(key, _match(value, text, key))
        return list(found.values())


def _joined(tokens: Sequence[Token]) -> str:
    return "".join(token.form for token in tokens)


def _ends(tokens: Sequence[Token]) -> set[int]:
    """Return where in the joined text the words of a name end."""
    return {sum(len(token.form) for token in tokens[: at + 1]) for at in range(len(tokens))}


def _match(value: str, text: str, key: int) -> NameMatch:
    how = Aligned(ours=value, theirs=text, how="abbreviation", weight=_LIKENESS)
    return NameMatch(key, text, _LIKENESS, (how,), 0, len(value))
