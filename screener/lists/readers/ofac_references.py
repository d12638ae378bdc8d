"""What the numbers in OFAC's advanced XML stand for: values, places and documents.

The file states values, places and documents once, each under a number, before the parties that
name them by it.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from screener.errors import ListError
from screener.lists.readers.lines import refused
from screener.lists.readers.markup import Element

MAX_HELD = 1_000_000
"""Places or documents; the lists have some thirty thousand of each."""

VALUES = (
    "AliasType", "AreaCode", "AreaCodeType", "CalendarType", "Country", "CountryRelevance",
    "DecisionMakingBody", "DetailReference", "DetailType", "DocNameStatus", "EntryEventType",
    "EntryLinkType", "ExRefType", "FeatureType", "FeatureTypeGroup", "IDRegDocDateType",
    "IDRegDocType", "IdentityFeatureLinkType", "LegalBasis", "LegalBasisType", "List",
    "LocPartType", "LocPartValueStatus", "LocPartValueType", "NamePartType", "Organisation",
    "PartySubType", "PartyType", "RelationQuality", "RelationType", "Reliability",
    "SanctionsProgram", "SanctionsType", "Script", "ScriptStatus", "SubsidiaryBody", "SupInfoType",
    "TargetType", "Validity",
)  # fmt: skip
"""The kinds of value that the schema lets the file define, in its order."""

SHAPE = {
    "ReferenceValueSets": tuple(f"{name}Values" for name in VALUES),
    **{f"{name}Values": (name,) for name in VALUES},
    "Location": (
        "Comment", "LocationAreaCode", "LocationCountry", "LocationPart",
        "FeatureVersionReference", "IDRegDocumentReference",
    ),
    "LocationPart": ("LocationPartValue",),
    "LocationPartValue": ("Comment", "Value"),
    "IDRegDocument": (
        "Comment", "IDRegistrationNo", "IssuingAuthority", "DocumentDate", "IDRegDocumentMention",
        "FeatureVersionReference", "DocumentedNameReference", "ProfileRelationshipReference",
    ),
    "DocumentDate": ("DatePeriod",),
    "DatePeriod": ("Comment", "Start", "End", "DurationMinimum", "DurationMaximum"),
    **dict.fromkeys(("Start", "End"), ("From", "To")),
    **dict.fromkeys(("From", "To", "Date", "DateOfIssue"), ("Year", "Month", "Day")),
    **dict.fromkeys(("DurationMinimum", "DurationMaximum"), ("Years", "Months", "Days")),
}  # fmt: skip
"""Elements of the published schema outside parties and entries, by the element that holds them."""

_PARTS_OF_ADDRESS = (
    "UNKNOWN", "ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "POSTAL CODE",
    "REGION",
)  # fmt: skip
_FRAUDULENT = "fraud"


class Value(NamedTuple):
    """A value of the file: its text and its further attributes."""

    text: str
    attributes: dict[str, str]


class Place(NamedTuple):
    """An address in one line, empty where only the country is known, and its countries."""

    address: str
    countries: tuple[str, ...]


class References:
    """All that a file defined so far; a number it did not define refuses the file."""

    def __init__(self, path: str) -> None:
        """Start with nothing."""
        self._path = path
        self._values: dict[tuple[str, str], Value] = {}
        self._places: dict[str, Place] = {}
        self._documents: dict[str, list[str]] = defaultdict(list)
        self._held = 0

    def refused(self, element: Element, problem: str) -> ListError:
        """Return the error that refuses the file at an element."""
        remedy = "the layout may have changed, or the file is no whole list; load it anew"
        return refused(self._path, element.line, problem, remedy)

    def learn(self, element: Element) -> None:
        """Keep what a set of values, a place or a document says."""
        if element.tag == "ReferenceValueSets":
            for values in element.children:
                for one in values.children:
                    key = (one.tag, one.attributes.get("ID", ""))
                    self._values[key] = Value(one.text, one.attributes)
            return
        self._held += 1
        if self._held > MAX_HELD:
            raise self.refused(element, f"more than {MAX_HELD:,} places and documents")
        if element.tag == "Location":
            self._places[element.attributes.get("ID", "")] = self._place(element)
        elif text := self._document(element):
            self._documents[element.attributes.get("IdentityID", "")].append(text)

    def value(self, element: Element, kind: str, attribute: str = "") -> Value:
        """Return the value of a kind that an element names.

        Raises:
            ListError: The file has none of that number.

        """
        number = element.attributes.get(attribute or f"{kind}ID", "")
        found = self._values.get((kind, number))
        if found is None:
            raise self.refused(
                element, f'{element.tag} names {kind} "{number}", which is not there'
            )
        return found

    def text(self, element: Element, kind: str) -> str:
        """Return the text of the value of a kind that an element names."""
        return self.value(element, kind).text

    def country(self, element: Element) -> str:
        """Return the name of the country that an element names."""
        return self.text(element, "Country")

    def party_type(self, profile: Element) -> str:
        """Return what a profile is: the type of its subtype, or the subtype for what moves."""
        subtype = self.value(profile, "PartySubType")
        number = subtype.attributes.get("PartyTypeID", "")
        of_type = self._values.get(("PartyType", number), Value("", {})).text
        return of_type if subtype.text in ("", "Unknown") else subtype.text

    def place(self, element: Element) -> Place:
        """Return the place that an element names.

        Raises:
            ListError: The file has none of that number.

        """
        number = element.attributes.get("LocationID", "")
        if number not in self._places:
            raise self.refused(element, f'names place "{number}", which is not there')
        return self._places[number]

    def documents(self, identity: Element) -> list[str]:
        """Return the documents of an identity: kind, number and country of issue."""
        return self._documents.get(identity.attributes.get("ID", ""), [])

    def _place(self, element: Element) -> Place:
        parts: dict[str, list[str]] = defaultdict(list)
        for part in element.all("LocationPart"):
            parts[self.text(part, "LocPartType").upper()].append(_primary(part))
        countries = tuple(self._countries(element))
        unknown = parts.keys() - set(_PARTS_OF_ADDRESS)
        if unknown:
            raise self.refused(element, f'"{min(unknown)}" is no part of an address')
        stated = (text for name in _PARTS_OF_ADDRESS for text in parts.get(name, ()))
        return Place(", ".join(text for text in (*stated, *countries) if text), countries)

    def _countries(self, element: Element) -> Iterator[str]:
        named = element.all("LocationCountry")
        yield from (self.country(one) for one in named)
        for one in [] if named else element.all("LocationAreaCode"):
            number = self.value(one, "AreaCode").attributes.get("CountryID", "")
            found = self._values.get(("Country", number))
            if found is not None:
                yield found.text

    def _document(self, element: Element) -> str:
        """Return a document in one line; empty for one without number, and for a false one."""
        number = element.first("IDRegistrationNo")
        if not number or (
            "ValidityID" in element.attributes
            and _FRAUDULENT in self.text(element, "Validity").casefold()
        ):
            return ""
        issuer = (
            f" ({self.value(element, 'Country', 'IssuedBy-CountryID').text})"
            if "IssuedBy-CountryID" in element.attributes
            else ""
        )
        return f"{self.text(element, 'IDRegDocType')} {number}{issuer}"


def _primary(part: Element) -> str:
    """Return the text of a part of an address, the primary one if there are several."""
    values = part.all("LocationPartValue")
    own = [one for one in values if one.attributes.get("Primary") == "true"]
    return next((one.first("Value") for one in own or values), "")
