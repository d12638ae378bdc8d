"""Places that are known by their Hangul name, and the Latin spellings that mean them."""

from collections.abc import Container, Iterable
from typing import NamedTuple

from screener.text.hangul import LETTERS, SUFFIXES, spellings

_SHORTEST_RESPELT = 6
_SYSTEMS = ("RR", "DPRK", "MR", LETTERS)
"""The one that leaves least open first."""


class KoreanPlaces(NamedTuple):
    """How places of Hangul names are spelt.

    ``latin`` holds each Hangul name with the Latin letters it is known in, or with itself;
    ``respelt`` the other spellings of those names, with what stands for them there.
    """

    latin: dict[str, str]
    respelt: dict[str, str]


def korean_places(names: Iterable[str], known: Container[str]) -> KoreanPlaces:
    """Return how some Hangul names are spelt; ``known`` are all words known in any letters.

    Chongju may be 정주 or 청주, so it stands for neither. Other spellings count only if they are
    long and no names of their own.

    >>> korean_places(["함흥시"], {"hamhung"}).latin
    {'함흥시': 'hamhung'}
    """
    latin: dict[str, str] = {}
    bearers: dict[str, set[str]] = {}
    for name in sorted(names):
        stem = _without_suffix(name)
        spelt = (spelling for one in (name, stem) for spelling in _by_system(one))
        latin[name] = next((spelling for spelling in spelt if spelling in known), name)
        bearers.setdefault(latin[name], set()).add(stem)
    latin = {name: one if len(bearers[one]) == 1 else name for name, one in latin.items()}
    meant: dict[str, set[str]] = {}
    for name, standing in latin.items():
        for spelling in _by_system(name):
            if len(spelling) >= _SHORTEST_RESPELT and spelling not in known:
                meant.setdefault(spelling, set()).add(standing)
    respelt = {spelling: one.pop() for spelling, one in meant.items() if len(one) == 1}
    return KoreanPlaces(latin, respelt)


def _without_suffix(name: str) -> str:
    """Return a place name without its administrative suffix, if two syllables remain."""
    stems = (name.removesuffix(end) for end in SUFFIXES if name.endswith(end))
    return next((stem for stem in stems if len(stem) > 1), name)


def _by_system(name: str) -> list[str]:
    """Return the spellings of Hangul by each system, in the order of ``_SYSTEMS``."""
    found = spellings(name)
    return [key for system in _SYSTEMS for key, value in found.items() if value == system]
