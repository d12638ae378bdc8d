"""OFAC's lists as advanced XML (SDN_ADVANCED.XML, CONS_ADVANCED.XML).

The file has parties first, then how they are related, and their listings last; what is kept of
the parties is held until the listings are read.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

import msgspec

from screener.lists.listed import Item, Listed, ListedKind, ListedName, Published
from screener.lists.readers import ofac_references
from screener.lists.readers.lines import Source
from screener.lists.readers.markup import Element, check_shape, elements
from screener.lists.readers.ofac_references import References
from screener.lists.texts import countries_of, distinct

ROOT = "Sanctions"
MAX_PARTIES = 300_000
"""Parties of one file; the largest published has some twenty thousand."""

_SECTIONS = {
    "Locations": "Location",
    "IDRegDocuments": "IDRegDocument",
    "DistinctParties": "DistinctParty",
    "ProfileRelationships": "ProfileRelationship",
    "SanctionsEntries": "SanctionsEntry",
    "SanctionsEntryLinks": "SanctionsEntryLink",
}
RECORDS = {
    f"{ROOT}/DateOfIssue",
    f"{ROOT}/ReferenceValueSets",
    *(f"{ROOT}/{section}/{record}" for section, record in _SECTIONS.items()),
}
AROUND = {ROOT, *(f"{ROOT}/{section}" for section in _SECTIONS)}

SHAPE = {
    **ofac_references.SHAPE,
    "DistinctParty": ("Comment", "Profile"),
    "Profile": ("Comment", "Identity", "Feature", "SanctionsEntryReference", "ExternalReference"),
    "ExternalReference": ("Comment", "ExRefValue", "DirectURL", "SubLink"),
    "SubLink": ("Description", "DirectURL"),
    "Identity": ("Comment", "Alias", "NamePartGroups", "IDRegDocumentReference"),
    "Alias": ("Comment", "DatePeriod", "DocumentedName"),
    "DocumentedName": (
        "Comment", "DocumentedNamePart", "DocumentedNameCountry", "IDRegDocumentReference",
    ),
    "DocumentedNamePart": ("NamePartValue",),
    "DocumentedNameCountry": ("Comment",),
    "NamePartGroups": ("MasterNamePartGroup",),
    "MasterNamePartGroup": ("NamePartGroup",),
    "Feature": ("FeatureVersion", "IdentityReference"),
    "FeatureVersion": (
        "Comment", "DatePeriod", "VersionDetail", "VersionLocation", "IDRegDocumentReference",
    ),
    "ProfileRelationship": ("Comment", "DatePeriod", "IDRegDocumentReference"),
    "SanctionsEntry": (
        "Comment", "LimitationsToListing", "EntryEvent", "SanctionsMeasure", "SupportingInfo",
        "ProfileRelationshipReference",
    ),
    "EntryEvent": ("Comment", "Date"),
    "SanctionsMeasure": ("Comment", "DatePeriod"),
    "SupportingInfo": ("Text", "DirectURL"),
    "SanctionsEntryLink": ("Comment", "Date"),
}  # fmt: skip
"""Every element of the published schema, by the element that holds it."""

_KINDS: dict[str, ListedKind] = {
    "Entity": "organization",
    "Individual": "person",
    "Vessel": "vessel",
    "Aircraft": "aircraft",
}
_QUALITIES = {"A.K.A.": "aka", "F.K.A.": "fka", "N.K.A.": "nka", "Name": ""}
_LATIN = "Lat"
"""Begins both the code of the script (Latn) and its name."""
_LAST_NAME = "Last Name"
_PROGRAMME = "Program"
_ADDRESS = "Location"
_LANDS = frozenset({"Nationality Country", "Citizenship Country", "Nationality of Registration"})
_LAND_IN_WORDS = frozenset({"Vessel Flag"})
_NUMBERS = frozenset({"SWIFT/BIC", "D-U-N-S Number"})
_DETAILS = {
    "Title": "title",
    "Vessel Call Sign": "call_sign",
    "VESSEL TYPE": "vessel_type",
    "Vessel Tonnage": "tonnage",
    "Vessel Gross Registered Tonnage": "grt",
    "Vessel Flag": "vessel_flag",
    "Vessel Owner": "vessel_owner",
}
"""Features under the names that the columns of OFAC's CSV have; others keep their own."""
_ENDS = ("remov", "delist", "delet")


class _Names(msgspec.Struct):
    """The names of a party: its own, and the others as the file states them."""

    own: str = ""
    others: list[ListedName] = []


class _Parties:
    """The parties of a file in its order, found by the numbers of their profiles."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._keys: dict[str, str] = {}
        self.listed: dict[str, Listed] = {}

    def add(self, element: Element) -> None:
        """Keep a party."""
        profiles = element.all("Profile")
        party = _listed(self._references, element, profiles)
        numbers = [profile.attributes.get("ID", "") for profile in profiles]
        if party.key in self.listed or not self._keys.keys().isdisjoint(numbers):
            raise self._references.refused(element, f"party {party.key} stands here a second time")
        if len(self.listed) >= MAX_PARTIES:
            raise self._references.refused(element, f"more than {MAX_PARTIES:,} parties")
        self._keys.update(dict.fromkeys(numbers, party.key))
        self.listed[party.key] = party

    def of(self, element: Element, attribute: str) -> Listed:
        """Return the party whose profile an element names."""
        number = element.attributes.get(attribute, "")
        if number not in self._keys:
            problem = f'speaks of profile "{number}", which is not there'
            raise self._references.refused(element, problem)
        return self.listed[self._keys[number]]

    def relate(self, relation: Element) -> None:
        """Add to a party how it is related to another, which may stand on another list alone."""
        one = self.of(relation, "From-ProfileID")
        number = relation.attributes.get("To-ProfileID", "")
        other = self.listed[self._keys[number]].name if number in self._keys else number
        former = "formerly " if relation.attributes.get("Former") == "true" else ""
        kind = f"{former}{self._references.text(relation, 'RelationType')}"
        details = (*one.details, (kind, other))
        self.listed[one.key] = msgspec.structs.replace(one, details=details)

    def enter(self, entry: Element) -> None:
        """Add to a party what one of its listings says."""
        one = self.of(entry, "ProfileID")
        self.listed[one.key] = _entered(self._references, one, entry)


def read(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the day of the file, then its parties with their listings, in file order.

    Raises:
        ListError: The file is not of the published layout, or holds only what changed since
            another.

    """
    (source,) = sources
    references = References(source.path)
    parties = _Parties(references)
    taken: dict[str, Callable[[Element], None]] = {
        "DistinctParty": parties.add,
        "ProfileRelationship": parties.relate,
        "SanctionsEntry": parties.enter,
        "SanctionsEntryLink": lambda _: None,
    }
    for element in elements(source, RECORDS, AROUND):
        if element.tag == ROOT:
            if "DeltaBaseVersion" in element.attributes:
                raise references.refused(element, "holds the changes since another file")
            continue
        check_shape(source.path, element, SHAPE)
        if element.tag == "DateOfIssue":
            yield Published(_day(references, element))
        else:
            taken.get(element.tag, references.learn)(element)
    yield from parties.listed.values()


def _listed(references: References, party: Element, profiles: list[Element]) -> Listed:
    key = party.attributes.get("FixedRef", "")
    types = distinct(references.party_type(profile) for profile in profiles)
    if not key or len(types) != 1 or types[0] not in _KINDS:
        problem = "a party without its number" if not key else f"{types} is no type of a party"
        raise references.refused(party, problem)
    identities = [one for profile in profiles for one in profile.all("Identity")]
    names = _names(references, party, identities)
    features = [
        (references.text(feature, "FeatureType"), version)
        for profile in profiles
        for feature in profile.all("Feature")
        for version in feature.all("FeatureVersion")
    ]
    places = [
        (kind, references.place(one))
        for kind, version in features
        for one in version.all("VersionLocation")
    ]
    told = [(kind, text) for kind, version in features for text in _told(references, kind, version)]
    numbers = [text for one in identities for text in references.documents(one)]
    return Listed(
        key=key,
        name=names.own,
        line=party.line,
        kind=_KINDS[types[0]],
        names=tuple(dict.fromkeys(names.others)),
        countries=countries_of(
            [
                *(land for kind, place in places if _locates(kind) for land in place.countries),
                *(text for kind, text in told if kind in _LAND_IN_WORDS),
            ]
        ),
        addresses=tuple(
            place.address for kind, place in places if kind == _ADDRESS and place.address
        ),
        identifiers=distinct(
            [*numbers, *(f"{kind} {text}" for kind, text in told if kind in _NUMBERS)]
        ),
        remarks="; ".join(distinct(party.texts("Comment") + party.texts("Profile/Comment")))
        or None,
        details=tuple(dict.fromkeys((_DETAILS.get(kind, kind), text) for kind, text in told)),
    )


def _locates(kind: str) -> bool:
    return kind == _ADDRESS or kind in _LANDS


def _names(references: References, party: Element, identities: list[Element]) -> _Names:
    """Return the names of a party; its own is the first in Latin letters of its primary alias."""
    names = _Names(others=[])
    for identity in identities:
        kinds = {
            group.attributes.get("ID", ""): references.text(group, "NamePartType")
            for groups in identity.all("NamePartGroups")
            for master in groups.all("MasterNamePartGroup")
            for group in master.all("NamePartGroup")
        }
        for alias in identity.all("Alias"):
            stated = references.text(alias, "AliasType")
            if stated not in _QUALITIES:
                raise references.refused(alias, f'"{stated}" is no kind of name')
            weak = alias.attributes.get("LowQuality") == "true"
            primary = alias.attributes.get("Primary") == "true"
            for documented in alias.all("DocumentedName"):
                text, latin = _documented(references, documented, kinds)
                if primary and latin and not names.own:
                    names.own = text
                    continue
                quality = _QUALITIES[stated] or ("" if latin else "original script")
                quality = f"weak {quality}".strip() if weak else quality
                names.others.append(ListedName(text=text, quality=quality, weak=weak))
    if not names.own:
        raise references.refused(party, "a party without a primary name in Latin letters")
    return names


def _documented(references: References, name: Element, kinds: dict[str, str]) -> tuple[str, bool]:
    """Return a name as OFAC writes it (a last name, a comma, the others), and whether it is Latin."""
    first: list[str] = []
    others: list[str] = []
    latin = True
    for part in name.all("DocumentedNamePart"):
        for value in part.all("NamePartValue"):
            group = value.attributes.get("NamePartGroupID", "")
            if group not in kinds:
                problem = f'a part of a name is of group "{group}", which is not there'
                raise references.refused(value, problem)
            script = references.value(value, "Script")
            latin = latin and script.attributes.get("ScriptCode", script.text).startswith(_LATIN)
            (first if kinds[group] == _LAST_NAME else others).append(value.text)
    text = ", ".join(" ".join(part) for part in (first, others) if part)
    if not text:
        raise references.refused(name, "a name without text")
    return text, latin


def _told(references: References, kind: str, version: Element) -> Iterator[str]:
    """Yield what a feature says in words; places of business are addresses instead."""
    for period in version.all("DatePeriod"):
        yield _period(references, period)
    for detail in version.all("VersionDetail"):
        named = "DetailReferenceID" in detail.attributes
        text = references.text(detail, "DetailReference") if named else detail.text
        if text:
            yield text
    for one in [] if kind == _ADDRESS else version.all("VersionLocation"):
        yield references.place(one).address


def _period(references: References, period: Element) -> str:
    """Return a day, or the first and last day between which it lies."""
    points = [
        _day(references, point)
        for side in ("Start", "End")
        for boundary in period.all(side)
        for point in boundary.children
    ]
    return " to ".join(distinct([min(points), max(points)])) if points else ""


def _day(references: References, element: Element) -> str:
    """Return a date as ISO text, as much of it as the file states."""
    parts = [element.first(name) for name in ("Year", "Month", "Day")]
    if not all(part.isdecimal() for part in parts if part) or not parts[0]:
        raise references.refused(element, f'"{"-".join(parts)}" is no date')
    known = list(takewhile(lambda part: part.strip("0"), parts))
    if not known:
        raise references.refused(element, "a date without a year")
    return "-".join([known[0].zfill(4), *(part.zfill(2) for part in known[1:])])


def _entered(references: References, one: Listed, entry: Element) -> Listed:
    """Return a party with what a listing says; it has ended only if all its listings have."""
    days = [
        (references.text(event, "EntryEventType").casefold(), _day(references, date))
        for event in entry.all("EntryEvent")
        for date in event.all("Date")
    ]
    begun = sorted(day for kind, day in days if not any(end in kind for end in _ENDS))
    ended = max((day for kind, day in days if any(end in kind for end in _ENDS)), default=None)
    lasts = ended is None or (one.listed_on is not None and one.ended_on is None)
    laws = [
        references.value(event, "LegalBasis")
        for event in entry.all("EntryEvent")
        if "LegalBasisID" in event.attributes
    ]
    bases = (law.attributes.get("LegalBasisShortRef") or law.text for law in laws)
    return msgspec.structs.replace(
        one,
        programmes=distinct([*one.programmes, *_programmes(references, entry)]),
        basis="; ".join(distinct([one.basis, *(b for b in bases if b != "Unknown")])) or None,
        listed_on=min(filter(None, [one.listed_on, *begun]), default=None),
        changed_on=max(filter(None, [one.changed_on, *begun[1:]]), default=None),
        ended_on=None if lasts else max(filter(None, [one.ended_on, ended])),
    )


def _programmes(references: References, entry: Element) -> Iterator[str]:
    """Yield the programmes of a listing, which stand in the comments of measures of that type."""
    for measure in entry.all("SanctionsMeasure"):
        if references.text(measure, "SanctionsType") == _PROGRAMME:
            yield measure.first("Comment")
