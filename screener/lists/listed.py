"""What a publisher's file says of one party, one vessel, or one pair of country and goods."""

from typing import Literal

import msgspec

ListedKind = Literal["organization", "person", "vessel", "aircraft", "goods"]


class ListedName(msgspec.Struct, frozen=True, kw_only=True):
    """Another name; ``quality`` is the publisher's own word for it (aka, Good, f.k.a., ...).

    ``weak`` names are those that the publisher itself calls too common to match alone.
    """

    text: str
    quality: str = ""
    weak: bool = False


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as its publisher's file states it; nothing is guessed.

    ``key`` is the publisher's own number where there is one, unique within the file. Dates are
    ISO texts of a day, a month or a year. ``status`` is the publisher's word for whether the
    entry still stands; ``divisions`` are the parts of its country (ISO 3166-2) that it is on, where
    it is on those alone; ``details`` are further columns as published, in file order.
    """

    key: str
    name: str
    line: int
    kind: ListedKind = "organization"
    names: tuple[ListedName, ...] = ()
    countries: tuple[str, ...] = ()
    divisions: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    basis: str | None = None
    status: str | None = None
    listed_on: str | None = None
    changed_on: str | None = None
    ended_on: str | None = None
    remarks: str | None = None
    details: tuple[tuple[str, str], ...] = ()


class Published(msgspec.Struct, frozen=True):
    """The day of which a file says that it is, as ISO text."""

    day: str


Item = Listed | Published
"""What readers yield: entries, and the day of the file where it states one."""
