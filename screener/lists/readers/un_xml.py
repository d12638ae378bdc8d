"""The consolidated list of the United Nations Security Council as XML (CONSOLIDATED_LIST)."""

from collections.abc import Iterator, Sequence

from screener.lists.listed import Item, Listed, ListedName, Published
from screener.lists.readers.days import day
from screener.lists.readers.lines import Source, refused
from screener.lists.readers.markup import Element, check_shape, elements
from screener.lists.texts import countries_of, distinct

ROOT = "CONSOLIDATED_LIST"
PARTIES = {f"{ROOT}/INDIVIDUALS/INDIVIDUAL", f"{ROOT}/ENTITIES/ENTITY"}
AROUND = {ROOT, f"{ROOT}/INDIVIDUALS", f"{ROOT}/ENTITIES"}

_PARTS_OF_NAME = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_PARTS_OF_ADDRESS = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE")
_VALUES = ("DESIGNATION", "NATIONALITY", "LIST_TYPE", "LAST_DAY_UPDATED", "TITLE")
_PLAIN = (
    "DATAID", "VERSIONNUM", *_PARTS_OF_NAME, "UN_LIST_TYPE", "REFERENCE_NUMBER", "LISTED_ON",
    "SUBMITTED_ON", "SUBMITTED_BY", "GENDER", "COMMENTS1", "NAME_ORIGINAL_SCRIPT", "NOTE",
    "NATIONALITY2", "DELISTED_ON", "SORT_KEY", "SORT_KEY_LAST_MOD", *_VALUES,
)  # fmt: skip
_QUALITIES = frozenset({"Good", "Low", "a.k.a.", "f.k.a."})

_ALIAS = (
    "QUALITY", "ALIAS_NAME", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH",
    "STATE_PROVINCE_OF_BIRTH", "NOTE",
)  # fmt: skip
_BIRTH = ("TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE")
_DOCUMENT = (
    "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "DATE_OF_ISSUE",
    "CITY_OF_ISSUE", "COUNTRY_OF_ISSUE", "NOTE",
)  # fmt: skip
SHAPE = {
    "INDIVIDUAL": (
        *_PLAIN, "INDIVIDUAL_ALIAS", "INDIVIDUAL_ADDRESS", "INDIVIDUAL_DATE_OF_BIRTH",
        "INDIVIDUAL_PLACE_OF_BIRTH", "INDIVIDUAL_DOCUMENT",
    ),
    "ENTITY": (*_PLAIN, "ENTITY_ALIAS", "ENTITY_ADDRESS"),
    **dict.fromkeys(_VALUES, ("VALUE",)),
    "INDIVIDUAL_ALIAS": _ALIAS,
    "ENTITY_ALIAS": _ALIAS,
    "INDIVIDUAL_ADDRESS": _PARTS_OF_ADDRESS,
    "ENTITY_ADDRESS": _PARTS_OF_ADDRESS,
    "INDIVIDUAL_DATE_OF_BIRTH": _BIRTH,
    "INDIVIDUAL_PLACE_OF_BIRTH": ("CITY", "STATE_PROVINCE", "COUNTRY", "NOTE", "STREET"),
    "INDIVIDUAL_DOCUMENT": _DOCUMENT,
}  # fmt: skip
"""Every element of the published schema, by the element that holds it."""


def read(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the day of the list and its individuals and entities.

    Raises:
        ListError: The file is not of the published layout.

    """
    (source,) = sources
    for element in elements(source, PARTIES, AROUND):
        if element.tag == ROOT:
            made = day(source.path, element.line, element.attributes.get("dateGenerated", ""))
            if made is not None:
                yield Published(made)
        else:
            check_shape(source.path, element, SHAPE)
            yield _listed(source.path, element)


def _listed(path: str, element: Element) -> Listed:
    number = element.first("REFERENCE_NUMBER")
    name = " ".join(part for tag in _PARTS_OF_NAME if (part := element.first(tag)))
    if not number or not name:
        problem = f"an entry without {'REFERENCE_NUMBER' if not number else 'a name'}"
        raise refused(path, element.line, problem, "the layout may have changed; load it anew")
    addresses = element.all(f"{element.tag}_ADDRESS")
    changes = [day(path, element.line, text) for text in element.texts("LAST_DAY_UPDATED/VALUE")]
    return Listed(
        key=number,
        name=name,
        line=element.line,
        kind="person" if element.tag == "INDIVIDUAL" else "organization",
        names=tuple(_names(path, element)),
        countries=countries_of(
            [*element.texts("NATIONALITY/VALUE"), *(one.first("COUNTRY") for one in addresses)]
        ),
        addresses=tuple(text for one in addresses if (text := _address(one))),
        programmes=distinct([element.first("UN_LIST_TYPE")]),
        identifiers=distinct([number, *element.texts("INDIVIDUAL_DOCUMENT/NUMBER")]),
        listed_on=day(path, element.line, element.first("LISTED_ON")),
        changed_on=max((one for one in changes if one), default=None),
        ended_on=day(path, element.line, element.first("DELISTED_ON")),
        remarks=element.first("COMMENTS1") or None,
        details=tuple(("nationality", text) for text in element.texts("NATIONALITY/VALUE")),
    )


def _names(path: str, element: Element) -> Iterator[ListedName]:
    for alias in element.all(f"{element.tag}_ALIAS"):
        text, quality = alias.first("ALIAS_NAME"), alias.first("QUALITY")
        if text and quality not in _QUALITIES:
            problem = f'"{quality}" is no quality of a name'
            raise refused(path, alias.line, problem, "the layout may have changed; report it")
        if text:
            yield ListedName(text=text, quality=quality, weak=quality == "Low")
    original = element.first("NAME_ORIGINAL_SCRIPT")
    if original:
        yield ListedName(text=original, quality="original script")


def _address(element: Element) -> str:
    return ", ".join(part for tag in _PARTS_OF_ADDRESS if (part := element.first(tag)))
