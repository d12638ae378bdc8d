"""The sentence of a reason: its rule's wording with what was found put in."""

import re
from collections.abc import Iterable, Mapping, Sequence

from screener.model.hit import Hit, Listing
from screener.model.listing import Entry

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_PARTIES = ("party", "facility", "listing")
_LONGEST = 120
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
    words = {
        "entity": _names(hits, entries, (*_PARTIES, "term")),
        "entry": _names(hits, entries, (*_PARTIES, "term", "place", "goods")),
        "place": _texts(hits, ("place",)),
        "product": _texts(hits, ("goods",)),
        "matched_name": _texts(hits, _PARTIES),
        "legs": _joined(_legs(hit.listing, entries[hit.entry]) for hit in hits if hit.listing),
    }

    def put(match: re.Match[str]) -> str:
        name = match.group(1)
        found = words[name] if name in words else _clean(values.get(name, ""))
        # "Co., Ltd." ends a sentence with the stop it has.
        closes = template[match.end() :].startswith(".")
        return (found.removesuffix(".") if closes else found) or "not stated"

    return " ".join(_PLACEHOLDER.sub(put, template).split())


_LEG = {
    "party": "Party: name found",
    "region": "Region: {country} stated",
    "goods": "Party or region: not found",
}
_GOODS = {
    "all": "the entry names no goods, so it covers all goods of the party",
    "named": "the goods stated are of the kind that the entry names ({goods})",
    "other": "the goods stated are not of the kind that the entry names ({goods})",
    "unstated": "no goods are stated; the entry names {goods}",
}
_TIME = {
    "applies": "listed {listed}, applies on {day}",
    "before": "would have applied from {listed}, after {day}",
    "ended": "no longer applies on {day}: ended {ended}",
}


def _legs(listing: Listing, entry: Entry) -> str:
    """Return which legs of a listing are there, and by which day it was judged."""
    unstated = listing.day_from == "as_of"
    day = f"{listing.day} (the record states no day)" if unstated else f"{listing.day}"
    time = _TIME[listing.time].format(
        listed=listing.listed_on or "on a day not known", day=day, ended=listing.ended_on
    )
    changed = f", changed {listing.changed_on}" if listing.changed_on else ""
    goods = _GOODS[listing.goods].format(goods=_clean(", ".join(entry.goods)))
    others = ", ".join(listing.same_party)
    also = f"; the same party by its numbers: {others}" if others else ""
    leg = _LEG[listing.leg].format(country=listing.country)
    return f"{leg}; goods: {goods}; {time}{changed}{also}"


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
            text = _clean(hit.text)
            distinct.setdefault(text.casefold().removesuffix("s"), text)
    quoted = [f"“{text}”" for text in distinct.values()]
    more = len(quoted) - _MOST_WORDS
    return ", ".join(quoted[:_MOST_WORDS]) + (f" and {more} more" if more > 0 else "")


def _joined(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))


def _clean(text: str) -> str:
    """Return text on one line, cut where it would drown the sentence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
