"""The European Union's consolidated list of financial sanctions: XML and CSV, both of version 1.1.

The CSV flattens the XML: one row for each name, address, birth date, document or citizenship,
with the columns of its entity repeated. It does not say which names are weak; the XML does.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from screener.lists.listed import Item, Listed, ListedKind, ListedName, Published
from screener.lists.readers.days import day
from screener.lists.readers.grid import Columns, Record, csv_rows, records, runs
from screener.lists.readers.lines import Source, refused
from screener.lists.readers.markup import Element, check_attributes, check_shape, elements
from screener.lists.texts import countries_of, distinct

ROOT = "export"
ENTITY = f"{ROOT}/sanctionEntity"
DELIMITER = ";"

_OPERABLE = ("logicalId",)
_REGULATED = (*_OPERABLE, "regulationLanguage")
_COUNTRY = ("region", "countryIso2Code", "countryDescription")
ATTRIBUTES = {
    "sanctionEntity": (
        *_OPERABLE, "designationDate", "designationDetails", "delistingDate", "unitedNationId",
        "euReferenceNumber",
    ),
    "regulation": (
        *_OPERABLE, "regulationType", "organisationType", "publicationDate", "entryIntoForceDate",
        "numberTitle", "programme", "corrigendum",
    ),
    "subjectType": ("code", "classificationCode"),
    "regulationSummary": ("regulationType", "publicationDate", "numberTitle", "publicationUrl"),
    "nameAlias": (
        *_REGULATED, "firstName", "middleName", "lastName", "wholeName", "function", "gender",
        "title", "nameLanguage", "strong",
    ),
    "citizenship": (*_REGULATED, *_COUNTRY, "acquisitionDate", "disenfranchisementDate"),
    "birthdate": (
        *_REGULATED, *_COUNTRY, "circa", "calendarType", "city", "zipCode", "birthdate",
        "dayOfMonth", "monthOfYear", "year", "yearRangeFrom", "yearRangeTo", "place",
    ),
    "address": (*_REGULATED, *_COUNTRY, "city", "street", "poBox", "zipCode", "place", "asAtListingTime"),
    "identification": (
        *_REGULATED, *_COUNTRY, "diplomatic", "knownExpired", "knownFalse", "reportedLost",
        "revokedByIssuer", "issueDate", "issuedDate", "issuedBy", "latinNumber", "nameOnDocument", "number",
        "validFrom", "validTo", "identificationTypeCode", "identificationTypeDescription",
    ),
    "additionalInformation": ("key", "value"),
    "contactInfo": ("key", "value"),
}  # fmt: skip
"""The attributes of every element of the published schema."""

_TOLD = ("remark", "additionalInformation")
_TOLD_BY_LAW = (*_TOLD, "regulationSummary")
SHAPE = {
    "sanctionEntity": (
        *_TOLD, "regulation", "subjectType", "nameAlias", "citizenship", "birthdate", "address",
        "identification",
    ),
    "regulation": (*_TOLD, "publicationUrl"),
    **dict.fromkeys(("nameAlias", "citizenship", "birthdate", "identification"), _TOLD_BY_LAW),
    "address": (*_TOLD_BY_LAW, "contactInfo"),
}  # fmt: skip
"""Every element of the published schema, by the element that holds it."""

_LAW_COLUMNS = (
    "Type", "OrganisationType", "PublicationDate", "EntryIntoForceDate", "NumberTitle",
    "Programme", "PublicationUrl",
)  # fmt: skip
_PLACE_COLUMNS = ("CountryIso2Code", "CountryDescription")
_PART_COLUMNS = {
    "NameAlias": (
        "LastName", "FirstName", "MiddleName", "WholeName", "NameLanguage", "Gender", "Title",
        "Function",
    ),
    "Address": (
        "City", "Street", "PoBox", "ZipCode", "Region", "Place", "AsAtListingTime", "ContactInfo",
        *_PLACE_COLUMNS,
    ),
    "BirthDate": (
        "BirthDate", "Day", "Month", "Year", "YearRangeFrom", "YearRangeTo", "Circa",
        "CalendarType", "ZipCode", "Region", "Place", "City", *_PLACE_COLUMNS,
    ),
    "Identification": (
        "Number", "Diplomatic", "KnownExpired", "KnownFalse", "ReportedLost", "RevokedByIssuer",
        "IssuedBy", "IssuedDate", "ValidFrom", "ValidTo", "LatinNumber", "NameOnDocument",
        "TypeCode", "TypeDescription", "Region", *_PLACE_COLUMNS,
    ),
    "Citizenship": ("Region", *_PLACE_COLUMNS),
}  # fmt: skip
_ENTITY_COLUMNS = (
    "fileGenerationDate", "Entity_LogicalId", "Entity_EU_ReferenceNumber", "Entity_UnitedNationId",
    "Entity_DesignationDate", "Entity_DesignationDetails", "Entity_Remark", "Entity_SubjectType",
    "Entity_SubjectType_ClassificationCode",
)  # fmt: skip
HEADINGS = (
    *_ENTITY_COLUMNS,
    *(f"Entity_Regulation_{column}" for column in _LAW_COLUMNS),
    *(
        f"{part}_{column}"
        for part, columns in _PART_COLUMNS.items()
        for column in (
            *columns,
            *("LogicalId", "RegulationLanguage", "Remark"),
            *(f"Regulation_{one}" for one in _LAW_COLUMNS),
        )
    ),
)
"""The 118 columns of the CSV, in their order."""

_NEEDED = ("Entity_LogicalId", "Entity_SubjectType", "NameAlias_WholeName")
COLUMNS = Columns(
    needed={heading: (heading,) for heading in _NEEDED},
    known={heading: (heading,) for heading in HEADINGS if heading not in _NEEDED},
)

_KINDS: dict[str, ListedKind] = {
    "person": "person",
    "p": "person",
    "enterprise": "organization",
    "e": "organization",
}
_STRENGTHS = {"": False, "true": False, "false": True}
_OUR_LANGUAGES = ("", "en")
_NOWHERE = "00"
_PARTS_OF_ADDRESS = (
    "street", "poBox", "zipCode", "city", "place", "region", "countryDescription", "remark",
)  # fmt: skip
_UNKNOWN = "unknown"

Part = Mapping[str, str]
"""A name, address, document or the like: texts by the names of their attributes in the XML."""


class _Entity(NamedTuple):
    """What both files say of one entity, and its parts in file order."""

    line: int
    values: Part
    remarks: Sequence[str]
    laws: Sequence[Part]
    names: Sequence[Part]
    addresses: Sequence[Part]
    births: Sequence[Part]
    documents: Sequence[Part]
    citizenships: Sequence[Part]


def read_xml(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the day of the file and the entities of the XML file.

    Raises:
        ListError: The file is not of the published layout.

    """
    (source,) = sources
    for element in elements(source, {ENTITY}, {ROOT}):
        if element.tag == ROOT:
            yield from _made(
                source.path, element.line, element.attributes.get("generationDate", "")
            )
        else:
            check_shape(source.path, element, SHAPE)
            check_attributes(source.path, element, ATTRIBUTES)
            yield _listed(source.path, _of_element(element))


def read_csv(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the day of the file and the entities of the CSV file.

    Raises:
        ListError: The file is not of the published layout.

    """
    (source,) = sources
    rows = records(source.path, csv_rows(source, DELIMITER), COLUMNS)
    for number, run in enumerate(runs(source.path, rows, "Entity_LogicalId")):
        if number == 0:
            yield from _made(source.path, run[0].line, run[0].get("fileGenerationDate"))
        yield _listed(source.path, _of_rows(run))


def _made(path: str, line: int, text: str) -> Iterator[Published]:
    stated = day(path, line, text, day_first=True)
    if stated is not None:
        yield Published(stated)


def _of_element(element: Element) -> _Entity:
    def parts(tag: str) -> list[Part]:
        return [
            {**one.attributes, "remark": "; ".join(one.texts("remark"))} for one in element.all(tag)
        ]

    (subject, *_) = [*parts("subjectType"), {}]
    return _Entity(
        line=element.line,
        values={**element.attributes, "subject": subject.get("code", "")},
        remarks=element.texts("remark"),
        laws=parts("regulation"),
        names=parts("nameAlias"),
        addresses=parts("address"),
        births=parts("birthdate"),
        documents=parts("identification"),
        citizenships=parts("citizenship"),
    )


def _of_rows(rows: Sequence[Record]) -> _Entity:
    def parts(prefix: str) -> list[Part]:
        columns = (*_PART_COLUMNS[prefix], "Remark")
        found = [
            {_attribute(prefix, column): row.get(f"{prefix}_{column}") for column in columns}
            for row in rows
        ]
        return [one for one in found if any(one.values())]

    first = rows[0]
    return _Entity(
        line=first.line,
        values={
            "logicalId": first.get("Entity_LogicalId"),
            "euReferenceNumber": first.get("Entity_EU_ReferenceNumber"),
            "unitedNationId": first.get("Entity_UnitedNationId"),
            "designationDate": first.get("Entity_DesignationDate"),
            "designationDetails": first.get("Entity_DesignationDetails"),
            "subject": first.get("Entity_SubjectType_ClassificationCode")
            or first.get("Entity_SubjectType"),
        },
        remarks=distinct(row.get("Entity_Remark") for row in rows),
        laws=[
            {_attribute("", one): row.get(f"Entity_Regulation_{one}") for one in _LAW_COLUMNS}
            for row in rows
        ],
        names=parts("NameAlias"),
        addresses=parts("Address"),
        births=parts("BirthDate"),
        documents=parts("Identification"),
        citizenships=parts("Citizenship"),
    )


def _attribute(prefix: str, column: str) -> str:
    """Return the attribute in the XML of which a column of the CSV is the copy.

    >>> _attribute("NameAlias", "WholeName"), _attribute("BirthDate", "BirthDate")
    ('wholeName', 'birthdate')
    >>> _attribute("Identification", "TypeDescription")
    'identificationTypeDescription'
    """
    if prefix == "Identification" and column.startswith("Type"):
        return f"identification{column}"
    if column == "BirthDate":
        return "birthdate"
    return column[:1].lower() + column[1:]


def _listed(path: str, one: _Entity) -> Listed:
    key = one.values.get("euReferenceNumber") or one.values.get("logicalId", "")
    subject = one.values.get("subject", "").casefold()
    if not key or subject not in _KINDS:
        problem = "an entity without its number" if not key else f'"{subject}" is no type'
        raise refused(path, one.line, problem, "the layout may have changed; load it anew")
    names = _names(path, one)
    if not names:
        remedy = "the layout may have changed; load it anew"
        raise refused(path, one.line, f"{key} has no name", remedy)
    name = next((text for text, ours in names if ours and not text.weak), names[0][0])
    lands = [*one.citizenships, *one.addresses]
    return Listed(
        key=key,
        name=name.text,
        line=one.line,
        kind=_KINDS[subject],
        names=tuple(dict.fromkeys(other for other, _ in names if other.text != name.text)),
        countries=countries_of(
            code for land in lands if (code := land.get("countryIso2Code", "")) != _NOWHERE
        ),
        addresses=distinct(map(_address, one.addresses)),
        programmes=distinct(law.get("programme") for law in one.laws),
        identifiers=distinct([one.values.get("unitedNationId"), *map(_document, one.documents)]),
        basis="; ".join(distinct(law.get("numberTitle") for law in one.laws)) or None,
        listed_on=_day(path, one, one.values.get("designationDate", "")),
        changed_on=max(
            (made for law in one.laws if (made := _day(path, one, law.get("publicationDate", "")))),
            default=None,
        ),
        ended_on=_day(path, one, one.values.get("delistingDate", "")),
        remarks="; ".join(one.remarks) or None,
        details=_details(one),
    )


def _day(path: str, one: _Entity, text: str) -> str | None:
    return day(path, one.line, text, day_first=True)


def _names(path: str, one: _Entity) -> list[tuple[ListedName, bool]]:
    """Return the names in their order, each with whether it is written in English or everywhere."""
    found = []
    for name in one.names:
        weak = _STRENGTHS.get(name.get("strong", "").casefold())
        if weak is None:
            problem = f'"{name["strong"]}" says neither whether a name is strong nor weak'
            raise refused(path, one.line, problem, "the layout may have changed; report it")
        parts = (name.get(part) for part in ("firstName", "middleName", "lastName"))
        text = " ".join(distinct([name.get("wholeName")]) or distinct(parts))
        ours = name.get("nameLanguage", "").casefold() in _OUR_LANGUAGES
        if text:
            quality = "weak" if weak else ""
            found.append((ListedName(text=text, quality=quality, weak=weak), ours))
    return found


def _address(part: Part) -> str:
    texts = distinct(part.get(name) for name in _PARTS_OF_ADDRESS)
    return ", ".join(text for text in texts if text.casefold() != _UNKNOWN)


def _document(part: Part) -> str:
    """Return a number with its kind; one that is known to be false identifies nobody."""
    number = part.get("number") or part.get("latinNumber")
    if not number or part.get("knownFalse", "").casefold() == "true":
        return ""
    return f"{part.get('identificationTypeDescription', '')} {number}"


def _details(one: _Entity) -> tuple[tuple[str, str], ...]:
    born = distinct(part.get("birthdate") or part.get("year") for part in one.births)
    details = (
        ("designation", one.values.get("designationDetails", "")),
        ("function", "; ".join(distinct(name.get("function") for name in one.names))),
        ("title", "; ".join(distinct(name.get("title") for name in one.names))),
        ("born", "; ".join(born)),
    )
    return tuple((name, text) for name, text in details if text)
