"""The sentence of a reason: its rule's wording with what was found put in."""

import re
from collections.abc import Iterable, Mapping, Sequence

from screener.evidence.bearing import legs
from screener.evidence.one_line import one_line
from screener.model.hit import Hit
from screener.model.listing import Entry

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_PARTIES = ("party", "facility", "listing")
_MOST_WORDS = 3


def sentence(
    template: str, hits: Sequence[Hit], entries: Mapping[str, Entry], values: Mapping[str, str]
) -> str:
    """Return a rule's sentence; words of the record stand in it as they were sent.

    ``{entity}`` and ``{entry}`` are names of entries, ``{place}``, ``{product}`` and
    ``{matched_name}`` the words of the record in quotation marks; any other placeholder is a
    column. ``{legs}`` says which legs of a listing are there and by which day it was judged. A
    placeholder without a hit says "not stated", never nothing.
    """
    bears = (legs(hit.listing, entries[hit.entry], values) for hit in hits if hit.listing)
    words = {
        "entity": _names(hits, entries, (*_PARTIES, "term")),
        "entry": _names(hits, entries, (*_PARTIES, "term", "place", "goods")),
        "place": _texts(hits, ("place",)),
        "product": _texts(hits, ("goods",)),
        "matched_name": _texts(hits, _PARTIES),
        # Each listing is told in a sentence of its own: on two lists a name may stand since other days.
        "legs": ". ".join(dict.fromkeys(bears)),
    }

    def put(match: re.Match[str]) -> str:
        name = match.group(1)
        found = words[name] if name in words else one_line(values.get(name, ""))
        # "Co., Ltd." ends a sentence with the stop it has.
        closes = template[match.end() :].startswith(".")
        return (found.removesuffix(".") if closes else found) or "not stated"

    return " ".join(_PLACEHOLDER.sub(put, template).split())


def placeholders(templates: Iterable[str]) -> frozenset[str]:
    """Return what stands in braces in some wordings: words for hits, and columns."""
    return frozenset(name for template in templates for name in _PLACEHOLDER.findall(template))


def _names(hits: Sequence[Hit], entries: Mapping[str, Entry], kinds: Sequence[str]) -> str:
    return _joined(entries[hit.entry].name for hit in hits if hit.kind in kinds)


def _texts(hits: Sequence[Hit], kinds: Sequence[str]) -> str:
    """Return the distinct words that hit, quoted; of many the first few and how many more."""
    distinct: dict[str, str] = {}
    for hit in hits:
        if hit.kind in kinds:
            text = one_line(hit.text)
            distinct.setdefault(text.casefold().removesuffix("s"), text)
    quoted = [f"“{text}”" for text in distinct.values()]
    more = len(quoted) - _MOST_WORDS
    return ", ".join(quoted[:_MOST_WORDS]) + (f" and {more} more" if more > 0 else "")


def _joined(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))
