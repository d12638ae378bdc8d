"""What the comparison of names knows of them: where places lie, and which words are Korean."""

from collections.abc import Iterable

from screener.match.catalogue import PARTIES, Catalogue, is_of_the_dprk
from screener.model.listing import Locality
from screener.text.folding import comparison_form, tokens_of


def place_paths(localities: Iterable[Locality]) -> dict[str, str]:
    """Return the folded names of places with where each lies, as ``Lexicon`` reads it.

    A name that several places share has the path they have in common, which may be empty, and
    a star for the place itself (Chaoyang is a city somewhere in China).

    >>> dandong = Locality(names=("Dandong", "丹东"), country="CN", admin="CN-LN", kind="city")
    >>> place_paths([dandong])
    {'dandong': 'CN-LN/dandong/', '丹东': 'CN-LN/dandong/'}
    """
    paths: dict[str, str] = {}
    for locality in localities:
        path = _path(locality)
        for name in locality.names:
            form = comparison_form(name)
            paths[form] = _shared(paths[form], path) if form in paths else path
    return dict(sorted(paths.items()))


def korean_words(catalogue: Catalogue) -> set[str]:
    """Return the words that parties of the DPRK are listed with, but for those of the trade."""
    return {
        token.form
        for entry in catalogue.entries
        if entry.kind in PARTIES and is_of_the_dprk(entry) and not entry.person
        for alias in entry.aliases
        if alias.ambiguity == "A0" and alias.script == "latn"
        for token in tokens_of(alias.text)
        if token.form not in catalogue.trade
    }


def _path(locality: Locality) -> str:
    if locality.admin is None and locality.kind == "country":
        return locality.country
    if locality.kind == "admin" and locality.admin is not None:
        return locality.admin
    above = locality.admin or locality.country
    return f"{above}/{comparison_form(locality.names[0])}/"


def _shared(first: str, second: str) -> str:
    """Return the longest path that both lie in, with a star if it is neither of them."""
    if first == second:
        return first
    for path in (first.partition("/")[0], first.partition("-")[0]):
        if second.startswith(path):
            return path if path in (first, second) else f"{path}/*/"
    return ""
