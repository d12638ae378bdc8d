"""One line of the data dictionary (``rules/fields.yaml``)."""

from typing import Literal

import msgspec

FieldType = Literal["text", "name", "hs", "country", "place", "money", "number", "date", "code"]
Carried = Literal["party", "place", "goods", "term", "listing"]
"""Kinds of entry; a listing is carried where it is met by a country or by goods, not by a name."""
FieldRole = Literal["party", "site", "payment", "transport"]


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """What one column of a record holds and what may be found in it.

    ``carries`` names the kinds of entry whose question this column settles when it is
    filled; ``may_carry`` the kinds that are searched for without settling anything.
    ``role`` is the role a party or place found here has; None where cue words decide.
    ``group`` ties the columns that speak of one party (supplier, manufacturer, ...).
    ``joint`` is what stands between the cells of several columns of a file that are all read
    as this field; None where only the first filled one is read.
    """

    name: str
    type: FieldType
    meaning: str
    gap_if_empty: bool = False
    carries: tuple[Carried, ...] = ()
    may_carry: tuple[Carried, ...] = ()
    role: FieldRole | None = None
    group: str | None = None
    derived_from: tuple[str, ...] = ()
    derivation: str | None = None
    compare_with: tuple[str, ...] = ()
    joint: str | None = None
    synonyms: tuple[str, ...] = ()
