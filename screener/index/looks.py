"""Words as they look: characters that scans and hands take for one another (domain.md 2.5, rule 1).

The looks of the known words are a second index. A word is looked up in it beside the word as
written and never instead of it, so nothing that is spelt right is found by it.
"""

from collections.abc import Iterable, Iterator

SHORTEST_SEEN = 4
SHORTEST_WITH_ZERO = 2
"""Characters of a word with no other figure than 0, which seldom stands in codes: 0F, N0, J0B."""
SHORTEST_MISREAD = 6
"""Letters of a word of letters alone from which it may be another one misread (SlNUIJU)."""
LIKENESS = 0.95

# Each character (the first row) is seen where another (the second) was printed; I, l and 1 stand
# for one another.
_ONE = str.maketrans("012345689l" + "авекмнорстухіјѕ", "oizeasgbgi" + "abekmhopctyxijs")
_SEVERAL = (("rn", "m"), ("vv", "w"), ("cl", "d"))


def look(form: str) -> str:
    """Return a folded form with one letter for all single characters that look like it.

    >>> look("d0ll"), look("doii"), look("rnodem")
    ('doii', 'doii', 'rnodem')
    """
    return form.translate(_ONE)


def _ways(form: str) -> Iterator[str]:
    """Yield how a form may look: as it stands, and with two letters seen for one."""
    yield look(form)
    together = form
    for two, one in _SEVERAL:
        if two in form:
            yield look(form.replace(two, one))
            together = together.replace(two, one)
    yield look(together)


class Looks:
    """Known words by their looks."""

    def __init__(self, known: Iterable[str]) -> None:
        """Keep of all words of one look the first; m is seen for rn as often as rn for m."""
        self._words: dict[str, str] = {}
        for word in sorted(word for word in known if word.isalpha()):
            self._words.setdefault(look(word), word)
            if "rn" in word and len(word) >= SHORTEST_MISREAD:
                self._words.setdefault(look(word.replace("rn", "m")), word)

    def meant(self, form: str) -> str | None:
        """Return the known word that a form looks like and is not, or None.

        >>> looks = Looks(["sinuiju", "dandong", "modern"])
        >>> looks.meant("slnu1ju"), looks.meant("clandong"), looks.meant("modem")
        ('sinuiju', 'dandong', 'modern')
        """
        found = (self._words.get(way) for way in _ways(form))
        return next((word for word in found if word is not None and word != form), None)


def of_letters(form: str) -> bool:
    """Say whether letters prevail in a form; product codes are mostly digits."""
    return 2 * sum(map(str.isdigit, form)) <= len(form)


def has_zeros_alone(form: str) -> bool:
    """Say whether 0 is the only figure among the letters of a form."""
    return "0" in form and form.replace("0", "o").isalpha()
