"""The UK Sanctions List of the Foreign, Commonwealth and Development Office: CSV and XML.

The CSV repeats a designation in one row for each of its names and addresses, under a line with
the day of the report; the XML has one element for each designation. Both say the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from screener.lists.listed import Item, Listed, ListedKind, ListedName, Published
from screener.lists.readers.days import day
from screener.lists.readers.grid import Columns, Record, Row, csv_rows, records, runs
from screener.lists.readers.lines import Source, refused
from screener.lists.readers.markup import Element, check_shape, elements
from screener.lists.texts import countries_of, distinct

ROOT = "Designations"
DESIGNATION, MADE = f"{ROOT}/Designation", f"{ROOT}/DateGenerated"
REPORT = "Report Date:"

_PERSON, _BODY, _SHIP = "IndividualDetails/Individual", "EntityDetails/Entity", "ShipDetails/Ship"
_VALUES = {
    "id": ("Unique ID", "UniqueID"),
    "kind": ("Designation Type", "IndividualEntityShip"),
    "regime": ("Regime Name", "RegimeName"),
    "designated": ("Date Designated", "DateDesignated"),
    "updated": ("Last Updated", "LastUpdated"),
    "reasons": ("UK Statement of Reasons", "UKStatementofReasons"),
    "other": ("Other Information", "OtherInformation"),
    "original": ("Name non-latin script", "NonLatinNames/NonLatinName/NameNonLatinScript"),
    "group": ("OFSI Group ID", "OFSIGroupID"),
    "un": ("UN Reference Number", "UNReferenceNumber"),
    "source": ("Designation source", "DesignationSource"),
    "imposed": ("Sanctions Imposed", "SanctionsImposed"),
    "title": ("Title", "Titles/Title"),
    "born": ("D.O.B", f"{_PERSON}/DOBs/DOB"),
    "birth town": ("Town of birth", f"{_PERSON}/BirthDetails/Location/TownOfBirth"),
    "birth country": ("Country of birth", f"{_PERSON}/BirthDetails/Location/CountryOfBirth"),
    "nationality": ("Nationality(/ies)", f"{_PERSON}/Nationalities/Nationality"),
    "position": ("Position", f"{_PERSON}/Positions/Position"),
    "passport": ("Passport number", f"{_PERSON}/PassportDetails/Passport/PassportNumber"),
    "national number": (
        "National Identifier number",
        f"{_PERSON}/NationalIdentifierDetails/NationalIdentifier/NationalIdentifierNumber",
    ),
    "entity type": ("Type of entity", f"{_BODY}/TypeOfEntities/TypeOfEntity"),
    "parent": ("Parent company", f"{_BODY}/ParentCompanies/ParentCompany"),
    "subsidiary": ("Subsidiaries", f"{_BODY}/Subsidiaries/Subsidiary"),
    "registration": (
        "Business registration number (s)",
        f"{_BODY}/BusinessRegistrationNumbers/BusinessRegistrationNumber",
    ),
    "imo": ("IMO number", f"{_SHIP}/IMONumbers/IMONumber"),
    "flag": (
        "Current believed flag of ship",
        f"{_SHIP}/CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip",
    ),
    "owner": ("Current owner/operator (s)", f"{_SHIP}/CurrentOwnerOperators/CurrentOwnerOperator"),
    "ship type": ("Type of ship", f"{_SHIP}/TypeOfShipDetails/TypeOfShip"),
}  # fmt: skip
"""What is read of a designation: our name, the column of the CSV, the path in the XML."""

_PARTS_OF_NAME = tuple(f"Name {number}" for number in range(1, 7))
_PARTS_OF_ADDRESS = (*(f"Address Line {number}" for number in range(1, 7)), "Address Postal Code")
_COUNTRY = "Address Country"
COLUMNS = Columns(
    needed={
        **{name: (_VALUES[name][0],) for name in ("id", "kind", "regime", "designated")},
        **{part: (part,) for part in ("Name 6", "Name 1", "Name type")},
    },
    known={
        **{name: (heading,) for name, (heading, _) in _VALUES.items()},
        **{
            part: (part,)
            for part in (*_PARTS_OF_NAME, "Alias strength", *_PARTS_OF_ADDRESS, _COUNTRY)
        },
    },
    unused=(
        "Non-latin script type", "Non-latin script language", "Phone number", "Website",
        "Email address", "National Identifier additional information",
        "Passport additional information", "Gender", "Previous owner/operator (s)",
        "Previous flags", "Tonnage of ship", "Length of ship", "Year Built",
        "Hull identification number (HIN)",
    ),
)  # fmt: skip

SHAPE: dict[str, tuple[str, ...]] = {
    "Designation": (
        "LastUpdated", "DateDesignated", "UniqueID", "OFSIGroupID", "UNReferenceNumber", "Names",
        "NonLatinNames", "Titles", "RegimeName", "IndividualEntityShip", "DesignationSource",
        "SanctionsImposed", "SanctionsImposedIndicators", "OtherInformation",
        "UKStatementofReasons", "Addresses", "PhoneNumbers", "EmailAddresses", "Websites",
        "IndividualDetails", "EntityDetails", "ShipDetails",
    ),
    "Names": ("Name",),
    "Name": (*(f"Name{number}" for number in range(1, 7)), "NameType", "AliasStrength"),
    "NonLatinNames": ("NonLatinName",),
    "NonLatinName": ("NameNonLatinScript", "NonLatinScriptType", "NonLatinScriptLanguage"),
    "Titles": ("Title",),
    "Addresses": ("Address",),
    "Address": (
        *(f"AddressLine{number}" for number in range(1, 7)), "AddressPostalCode", "AddressCountry",
    ),
    "PhoneNumbers": ("PhoneNumber",),
    "EmailAddresses": ("EmailAddress",),
    "Websites": ("Website",),
    "SanctionsImposedIndicators": (
        "AssetFreeze", "ArmsEmbargo", "TargetedArmsEmbargo", "CharteringOfShips",
        "ClosureOfRepresentativeOffices", "CrewServicingOfShipsAndAircraft", "Deflag",
        "PreventionOfBusinessArrangements", "ProhibitionOfPortEntry", "TravelBan",
        "PreventionOfCharteringOfShips", "PreventionOfCharteringOfShipsAndAircraft",
        "TechnicalAssistanceRelatedToAircraft", "TrustServicesSanctions",
        "DirectorDisqualificationSanction",
    ),
    "IndividualDetails": ("Individual",),
    "Individual": (
        "DOBs", "BirthDetails", "Genders", "Nationalities", "Positions", "PassportDetails",
        "NationalIdentifierDetails",
    ),
    "DOBs": ("DOB",),
    "BirthDetails": ("Location",),
    "Location": ("TownOfBirth", "CountryOfBirth"),
    "Genders": ("Gender",),
    "Nationalities": ("Nationality",),
    "Positions": ("Position",),
    "PassportDetails": ("Passport",),
    "Passport": ("PassportNumber", "PassportAdditionalInformation"),
    "NationalIdentifierDetails": ("NationalIdentifier",),
    "NationalIdentifier": (
        "NationalIdentifierNumber", "NationalIdentifierAdditionalInformation",
    ),
    "EntityDetails": ("Entity",),
    "Entity": (
        "BusinessRegistrationNumbers", "TypeOfEntities", "ParentCompanies", "Subsidiaries",
    ),
    "BusinessRegistrationNumbers": ("BusinessRegistrationNumber",),
    "TypeOfEntities": ("TypeOfEntity",),
    "ParentCompanies": ("ParentCompany",),
    "Subsidiaries": ("Subsidiary",),
    "ShipDetails": ("Ship",),
    "Ship": (
        "IMONumbers", "CurrentOwnerOperators", "PreviousOwnerOperators",
        "CurrentBelievedFlagOfShips", "PreviousFlags", "TypeOfShipDetails", "TonnageOfShipDetails",
        "LengthOfShipDetails", "YearsBuilt", "HullIdentificationNumbers",
    ),
    "IMONumbers": ("IMONumber",),
    "CurrentOwnerOperators": ("CurrentOwnerOperator",),
    "PreviousOwnerOperators": ("PreviousOwnerOperator",),
    "CurrentBelievedFlagOfShips": ("CurrentBelievedFlagOfShip",),
    "PreviousFlags": ("PreviousFlag",),
    "TypeOfShipDetails": ("TypeOfShip",),
    "TonnageOfShipDetails": ("TonnageOfShip",),
    "LengthOfShipDetails": ("LengthOfShip",),
    "YearsBuilt": ("YearBuilt",),
    "HullIdentificationNumbers": ("HullIdentificationNumber",),
}  # fmt: skip
"""Every element of the published file, by the element that holds it."""

_KINDS: dict[str, ListedKind] = {
    "individual": "person",
    "entity": "organization",
    "ship": "vessel",
}
_PRIMARY = "primary name"
_TYPES = frozenset({_PRIMARY, "primary name variation", "alias", "aka", "fka"})
_STRENGTHS = {"": False, "good quality a.k.a": False, "low quality a.k.a": True}
_NUMBERS = ("un", "registration", "passport", "national number", "imo")
_DETAILS = (
    "title", "born", "birth town", "birth country", "nationality", "position", "entity type",
    "parent", "subsidiary", "ship type", "flag", "owner", "source", "imposed", "group",
)  # fmt: skip


class _Name(NamedTuple):
    """A name with the words of the list for what it is and how strong."""

    line: int
    text: str
    type: str
    strength: str


class _Designation(NamedTuple):
    """What both files say of one designation; values by our names, each once."""

    line: int
    names: Sequence[_Name]
    addresses: Sequence[str]
    countries: Sequence[str]
    values: Mapping[str, tuple[str, ...]]

    def first(self, name: str) -> str:
        """Return the first value of a name; empty if there is none."""
        return next(iter(self.values[name]), "")


def read_csv(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the day of the report and the designations of the CSV file.

    Raises:
        ListError: The file is not of the published layout.

    """
    (source,) = sources
    rows = csv_rows(source)
    head = next(rows, Row(1, ("",)))
    stated = head.cells[0].removeprefix(REPORT)
    if stated == head.cells[0] or any(head.cells[1:]):
        problem = f'the first line is not "{REPORT}" with a day'
        raise refused(source.path, head.line, problem, "load the file as published")
    made = day(source.path, head.line, stated, day_first=True)
    if made is not None:
        yield Published(made)
    for run in runs(source.path, records(source.path, rows, COLUMNS), "id"):
        yield _listed(source.path, _of_rows(run))


def read_xml(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the day of the file and the designations of the XML file.

    Raises:
        ListError: The file is not of the published layout.

    """
    (source,) = sources
    for element in elements(source, {DESIGNATION, MADE}, {ROOT}):
        if element.tag == "Designation":
            check_shape(source.path, element, SHAPE)
            yield _listed(source.path, _of_element(element))
        elif element.tag == "DateGenerated":
            made = day(source.path, element.line, element.text, day_first=True)
            if made is not None:
                yield Published(made)


def _of_rows(rows: Sequence[Record]) -> _Designation:
    names = [
        _Name(
            row.line,
            _joined(row, _PARTS_OF_NAME, " "),
            row.get("Name type"),
            row.get("Alias strength"),
        )
        for row in rows
    ]
    return _Designation(
        line=rows[0].line,
        names=[one for one in names if one.text],
        addresses=[_joined(row, (*_PARTS_OF_ADDRESS, _COUNTRY), ", ") for row in rows],
        countries=[row.get(_COUNTRY) for row in rows],
        values={name: distinct(row.get(name) for row in rows) for name in _VALUES},
    )


def _joined(row: Record, parts: Iterable[str], separator: str) -> str:
    return separator.join(text for part in parts if (text := row.get(part)))


def _of_element(element: Element) -> _Designation:
    named = [one for group in element.all("Names") for one in group.all("Name")]
    placed = [one for group in element.all("Addresses") for one in group.all("Address")]
    return _Designation(
        line=element.line,
        names=[
            _Name(one.line, text, one.first("NameType"), one.first("AliasStrength"))
            for one in named
            if (text := _text(one, SHAPE["Name"][:6], " "))
        ],
        addresses=[_text(one, SHAPE["Address"], ", ") for one in placed],
        countries=[one.first("AddressCountry") for one in placed],
        values={name: distinct(element.texts(path)) for name, (_, path) in _VALUES.items()},
    )


def _text(element: Element, parts: Iterable[str], separator: str) -> str:
    return separator.join(text for part in parts if (text := element.first(part)))


def _listed(path: str, one: _Designation) -> Listed:
    key, kind = one.first("id"), one.first("kind").casefold()
    if not key or kind not in _KINDS:
        problem = "a designation without its number" if not key else f'"{kind}" is no type'
        raise refused(path, one.line, problem, "the layout may have changed; load it anew")
    names = _names(path, one.names)
    primary = next((name for name in names if name.quality.casefold() == _PRIMARY), None)
    if primary is None:
        problem = f"{key} has no primary name"
        raise refused(path, one.line, problem, "the file may be cut short; load it anew")
    original = (
        ListedName(text=text, quality="non-Latin script") for text in one.values["original"]
    )
    others = dict.fromkeys((*names, *original))
    return Listed(
        key=key,
        name=primary.text,
        line=one.line,
        kind=_KINDS[kind],
        names=tuple(name for name in others if name.text != primary.text),
        countries=countries_of([*one.values["nationality"], *one.countries, *one.values["flag"]]),
        addresses=distinct(one.addresses),
        programmes=one.values["regime"],
        identifiers=distinct(text for name in _NUMBERS for text in one.values[name]),
        listed_on=min(_days(path, one, "designated"), default=None),
        changed_on=max(_days(path, one, "updated"), default=None),
        remarks="; ".join((*one.values["reasons"], *one.values["other"])) or None,
        details=tuple((name, "; ".join(one.values[name])) for name in _DETAILS if one.values[name]),
    )


def _names(path: str, names: Iterable[_Name]) -> list[ListedName]:
    """Return names in their order; a type or strength the list does not have is refused."""
    found = []
    for one in names:
        weak = _STRENGTHS.get(one.strength.casefold().rstrip("."))
        if one.type.casefold() not in _TYPES or weak is None:
            said = one.strength if weak is None else one.type
            problem = f'"{said}" is no type or strength of a name'
            raise refused(path, one.line, problem, "the layout may have changed; report it")
        found.append(ListedName(text=one.text, quality=one.type, weak=weak))
    return found


def _days(path: str, one: _Designation, name: str) -> list[str]:
    stated = (day(path, one.line, text, day_first=True) for text in one.values[name])
    return [text for text in stated if text is not None]
