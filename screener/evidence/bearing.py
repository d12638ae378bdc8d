"""Words for how an entry of a public list, and a law, bear on a record: its legs and its day."""

from collections.abc import Iterable, Mapping

from screener.evidence.one_line import one_line
from screener.match.listing_days import AS_OF, DATES, RecordDay, ends_unsaid
from screener.model.hit import Listing
from screener.model.listing import Entry
from screener.model.source import Provision

_LEG = {
    "party": "Party: name found",
    "region": "Region: {country} stated",
    "goods": "Party or region: not found",
}
_OURS = {
    "derived": " by a spelling that is ours, not the list's, derived from the listed name",
    "general_knowledge": " by a name that is ours, not the list's (general knowledge)",
}
_NAMED, _NAMED_BY_US = "the entry names", "by general knowledge, not by this list, the order names"
_PART = "Region: named, or a place in it"
"""A part of a country is met by its name, a town or a postcode; the country alone is no leg."""
_GOODS = {
    "all": "the entry names no goods, so it covers all goods of the party",
    "named": "the goods stated are of the kind that the entry names ({goods})",
    "other": "the goods stated are not known to be of the kind that the entry names ({goods})",
    "untold": "this list does not state which goods the order names",
    "unstated": "no kind of goods is stated; the entry names {goods}",
}
_A_DAY = "a day that the list does not state"
_UNKNOWN_DAY = f"on {_A_DAY}"
_CHANGED = frozenset({"partially active", "modified", "active (modified)", "active in part"})
_WHOLE_DAY = 10


def legs(listing: Listing, entry: Entry, values: Mapping[str, str]) -> str:
    """Return which legs of a listing are there, and by which day it was judged."""
    partly = listing.leg == "region" and entry.admin
    leg = _PART if partly else _LEG[listing.leg].format(country=listing.country)
    ours = _OURS.get(listing.name_basis, "")
    said = _GOODS[listing.goods]
    said = said.replace(_NAMED, _NAMED_BY_US) if entry.goods_ours else said
    goods = said.format(goods=one_line(", ".join(entry.goods)))
    others = ", ".join(listing.same_party)
    also = f"; the same party by its numbers: {others}" if others else ""
    return f"{leg}{ours}; goods: {goods}; {_time(listing, entry, values)}{_change(listing, entry)}{also}"


def day_words(day: RecordDay, values: Mapping[str, str]) -> str:
    """Return a record's day as its sentences tell it: what it may mean, or why it is none of its own."""
    if day.column == AS_OF:
        unread = any(name in values for name in DATES)
        why = "no day can be read in the record" if unread else "the record states no day"
        return f"{day.first} ({why})"
    if day.first == day.last:
        return day.first
    return f"“{one_line(values.get(day.column, ''))}” ({day.first} to {day.last})"


def not_yet(provisions: Iterable[Provision], day: RecordDay, values: Mapping[str, str]) -> str:
    """Return a sentence on each law that applies only from a later day on; nothing if all apply."""
    told = []
    for one in provisions:
        if one.applies_from is None or one.applies_from <= day.first:
            continue
        words = day_words(day, values)
        told.append(
            f"{one.provision} would have applied from {one.applies_from}; the record is of {words}."
            if one.applies_from > day.last
            else f"{one.provision} applies from {one.applies_from}; whether it did on {words} is to be checked."
        )
    return " ".join(told)


def _time(listing: Listing, entry: Entry, values: Mapping[str, str]) -> str:
    day = day_words(RecordDay(listing.day, listing.day_until, listing.day_from), values)
    end = listing.ended_on or _UNKNOWN_DAY
    if listing.time == "before":
        gone = bool(listing.ended_on) or ends_unsaid(entry)
        until = f" until {listing.ended_on or _A_DAY}" if gone else ""
        return f"would have applied from {listing.listed_on}{until}; the record is of {day}"
    if listing.time == "ended":
        return f"no longer applies on {day}: ended {end}"
    began = f"listed {listing.listed_on}" if listing.listed_on else ""
    if listing.time == "applies":
        return _applies(listing, began, day)
    ended = f"ended {end}" if listing.ended_on or ends_unsaid(entry) else ""
    known = ", ".join(filter(None, (began, ended)))
    return f"whether it applied on {day} is to be checked: {known}"


def _applies(listing: Listing, began: str, day: str) -> str:
    """Return that a listing applies, or that it is taken to where its list leaves its day open."""
    if listing.listed_on is None:
        return f"taken to apply on {day}, as the list states no day of listing"
    if listing.day.startswith(listing.listed_on) and len(listing.listed_on) < _WHOLE_DAY:
        return f"{began} without a day, taken to apply on {day}"
    return f"{began}, applies on {day}"


def _change(listing: Listing, entry: Entry) -> str:
    """Return whether the record is of before or after a change of the listing, if it was changed."""
    changed = listing.changed_on
    if changed is None:
        modified = (entry.status or "").casefold() in _CHANGED
        return f", changed {_UNKNOWN_DAY}" if modified else ""
    if listing.time != "applies":
        return f", changed {changed}"
    if listing.day_until[: len(changed)] < changed:
        return f", before its change of {changed}"
    whole = len(changed) == _WHOLE_DAY
    if listing.day >= changed if whole else listing.day[: len(changed)] > changed:
        return f", as changed {changed}"
    return f", changed {changed}, which may be before or after the record"
