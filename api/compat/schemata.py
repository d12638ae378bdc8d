"""FollowTheMoney's words for kinds of things, as far as lists hold them, and what each asks for.

A list rarely says whether a name is a company, a ship or a person. What is not known is not
excluded: such an entry answers to every schema that could describe it.
"""

from typing import Literal

from screener.match.catalogue import PARTIES
from screener.model.listing import Entry, Kind

NameKind = Literal["organization", "person", "place"]
THING = "Thing"
_PARENT = {
    "LegalEntity": THING,
    "Organization": "LegalEntity",
    "Company": "Organization",
    "PublicBody": "Organization",
    "Person": "LegalEntity",
    "Vessel": THING,
    "Airplane": THING,
    "Address": THING,
}
SCHEMATA = (THING, *_PARENT)
LABELS = {
    THING: "Thing",
    "LegalEntity": "Legal entity",
    "Organization": "Organization",
    "Company": "Company",
    "PublicBody": "Public body",
    "Person": "Person",
    "Vessel": "Vessel",
    "Airplane": "Airplane",
    "Address": "Address",
}
_ASKED: dict[str, tuple[NameKind, ...]] = {
    THING: ("organization", "person", "place"),
    "LegalEntity": ("organization", "person"),
    "Person": ("person",),
    "Address": ("place",),
}
_OF_KIND = {Kind.FACILITY: "Organization", Kind.PLACE: "Address"}
_GOODS_LIST = "dol-goods-list"


def kinds_asked(schema: str) -> tuple[NameKind, ...]:
    """Return the kinds of names that are looked for with a schema; all parties by default."""
    return _ASKED.get(schema, ("organization",))


def schema_of(entry: Entry, under: tuple[str, ...]) -> str:
    """Return the schema that says what is known of an entry, by the provisions of its list.

    A pair of goods and country, a family of goods and a word are things and no legal entities.
    """
    if entry.kind in PARTIES and _GOODS_LIST not in under:
        return _OF_KIND.get(entry.kind, "LegalEntity")
    return _OF_KIND.get(entry.kind, THING)


def ancestors(schema: str) -> tuple[str, ...]:
    """Return a schema and those that are broader.

    >>> ancestors("Company")
    ('Company', 'Organization', 'LegalEntity', 'Thing')
    """
    parent = _PARENT.get(schema)
    return (schema, *(ancestors(parent) if parent is not None else ()))


def may_be(schema: str, wanted: str) -> bool:
    """Say whether an entry of a schema may be what is wanted.

    >>> may_be("LegalEntity", "Company"), may_be("LegalEntity", "Vessel"), may_be("Thing", "Person")
    (True, True, False)
    """
    if wanted in ancestors(schema):
        return True
    # Ships and aircraft stand among the names of lists without a word that they are.
    unsaid = schema == "LegalEntity" and wanted in ("Vessel", "Airplane")
    return unsaid or (schema != THING and schema in ancestors(wanted))
