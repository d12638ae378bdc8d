"""Where places lie, for the comparison of names: two of them may exclude each other."""

from collections.abc import Iterable

from screener.model.listing import Locality
from screener.text.folding import comparison_form


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
