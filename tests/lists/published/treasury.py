"""OFAC's list rendered into its advanced XML, after the schema sdn_advanced.xsd.

README.md says where the layout is documented, and what about it is uncertain.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from tests.lists.published.extracts import Row

SPACE = "http://www.un.org/sanctions/1.0"
LISTED = ("2010", "3", "4")
WEAK = re.compile(r"a\.k\.a\. '(.+?)'(?:[;.]|$)")

SUBTYPES = {"vessel": "1", "aircraft": "2", "": "3", "individual": "4"}
PARTS = {"vessel": "1526", "aircraft": "1527", "": "1525", "individual": "1520"}
ALIASES = {"aka": "1400", "fka": "1401", "nka": "1402"}
FEATURES = {
    "call_sign": "1",
    "vessel_type": "2",
    "vessel_flag": "3",
    "vessel_owner": "4",
    "tonnage": "5",
    "grt": "6",
    "title": "26",
}
Values = list[tuple[str, str, dict[str, str]]]
VALUES: dict[str, Values] = {
    "AliasType": [("1400", "A.K.A.", {}), ("1401", "F.K.A.", {}), ("1402", "N.K.A.", {}),
                  ("1403", "Name", {})],
    "CalendarType": [("1", "Gregorian", {})],
    "CountryRelevance": [("1413", "Unknown", {})],
    "DetailReference": [("92084", "Crude Oil Tanker", {})],
    "DetailType": [("1430", "DATE", {}), ("1431", "LOOKUP", {}), ("1432", "TEXT", {})],
    "DocNameStatus": [("1", "Primary Latin", {}), ("2", "Original Script", {})],
    "EntryEventType": [("1", "Created", {}), ("2", "Removed", {})],
    "FeatureType": [(number, name, {"FeatureTypeGroupID": "1"}) for number, name in (
        ("1", "Vessel Call Sign"), ("2", "VESSEL TYPE"), ("3", "Vessel Flag"),
        ("4", "Vessel Owner"), ("5", "Vessel Tonnage"), ("6", "Vessel Gross Registered Tonnage"),
        ("8", "Birthdate"), ("9", "Place of Birth"), ("10", "Nationality Country"),
        ("25", "Location"), ("26", "Title"), ("364", "D-U-N-S Number"))],
    "IDRegDocType": [("1571", "Passport", {})],
    "LegalBasis": [("1", "", {"LegalBasisShortRef": "Unknown", "LegalBasisTypeID": "1"}),
                   ("1836", "", {"LegalBasisShortRef": "Executive Order 13382 (Non-proliferation)",
                                 "LegalBasisTypeID": "1"})],
    "List": [("1550", "SDN List", {})],
    "LocPartType": [("1451", "ADDRESS1", {}), ("1454", "CITY", {}), ("1455", "STATE/PROVINCE", {})],
    "NamePartType": [("1520", "Last Name", {}), ("1521", "First Name", {}),
                     ("1525", "Entity Name", {}), ("1526", "Vessel Name", {}),
                     ("1527", "Aircraft Name", {})],
    "PartySubType": [("1", "Vessel", {"PartyTypeID": "4"}), ("2", "Aircraft", {"PartyTypeID": "4"}),
                     ("3", "Unknown", {"PartyTypeID": "2"}), ("4", "Unknown", {"PartyTypeID": "1"})],
    "PartyType": [("1", "Individual", {}), ("2", "Entity", {}), ("4", "Transport", {})],
    "RelationType": [("15003", "Owned or Controlled By", {"Symmetrical": "false"})],
    "SanctionsType": [("1", "Program", {}), ("1705", "Block", {})],
    "Script": [("160", "Arabic", {"ScriptCode": "Arab"}), ("215", "Latin", {"ScriptCode": "Latn"})],
    "Validity": [("1", "Fraudulent", {}), ("2", "Valid", {})],
}  # fmt: skip
"""Values under their numbers; those that rendered files use, as OFAC's file has them where seen."""


def ofac_xml(sdn: list[Row], alt: list[Row], add: list[Row], *, further: str = "") -> bytes:
    """Return SDN_ADVANCED.XML; ``further`` are profile relationships as XML."""
    others, places = _grouped(alt), _grouped(add)
    lands = {row["country"]: str(11_000 + at) for at, row in enumerate(add) if row["country"]}
    parties = (_party(row, others[row["ent_num"]], places[row["ent_num"]]) for row in sdn)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<Sanctions xmlns="{SPACE}" Version="3">\n'
        f"<DateOfIssue CalendarTypeID={quoteattr('1')}>{_date('2022', '1', '31')}</DateOfIssue>\n"
        f"<ReferenceValueSets>\n{_values(lands)}</ReferenceValueSets>\n"
        f"<Locations>\n{''.join(_location(row, lands) for row in add)}</Locations>\n"
        f"<IDRegDocuments>\n</IDRegDocuments>\n"
        f"<DistinctParties>\n{''.join(parties)}</DistinctParties>\n"
        f"<ProfileRelationships>\n{further}</ProfileRelationships>\n"
        f"<SanctionsEntries>\n{''.join(map(_entry, sdn))}</SanctionsEntries>\n"
        "<SanctionsEntryLinks />\n</Sanctions>\n"
    ).encode()


def _grouped(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["ent_num"]].append(row)
    return grouped


def _date(year: str, month: str, day: str) -> str:
    return f"<Year>{year}</Year><Month>{month}</Month><Day>{day}</Day>"


def _values(lands: Mapping[str, str]) -> str:
    countries: Values = [(number, name, {}) for name, number in lands.items()]
    sets = {**VALUES, "Country": countries}
    return "".join(
        f"  <{kind}Values>"
        + "".join(
            f"<{kind} ID={quoteattr(number)}"
            + "".join(f" {key}={quoteattr(value)}" for key, value in further.items())
            + f">{escape(text)}</{kind}>"
            for number, text, further in values
        )
        + f"</{kind}Values>\n"
        for kind, values in sorted(sets.items())
    )


def _location(row: Row, lands: Mapping[str, str]) -> str:
    parts = "".join(
        f'<LocationPart LocPartTypeID="{number}"><LocationPartValue Primary="true" '
        'LocPartValueTypeID="1" LocPartValueStatusID="1"><Comment />'
        f"<Value>{escape(text)}</Value></LocationPartValue></LocationPart>"
        for number, text in (("1451", row["address"]), ("1454", row["city"]))
        if text
    )
    number = lands.get(row["country"])
    land = f'<LocationCountry CountryID="{number}" CountryRelevanceID="1413" />' if number else ""
    return f'  <Location ID="{row["add_num"]}">{land}{parts}</Location>\n'


def _party(row: Row, others: list[Row], places: list[Row]) -> str:
    key, kind = row["ent_num"], row["type"]
    names = [("1403", row["name"], True, False)]
    names += [(ALIASES[other["type"]], other["name"], False, False) for other in others]
    names += [("1400", text, False, True) for text in WEAK.findall(row["remarks"])]
    aliases = "".join(_alias(key, kind, *name) for name in names)
    told = "".join(
        _feature(key, number, f'<VersionDetail DetailTypeID="1432">{escape(row[column])}'
                 "</VersionDetail>")
        for column, number in FEATURES.items()
        if row[column]
    )  # fmt: skip
    located = "".join(
        _feature(key, "25", f'<VersionLocation LocationID="{place["add_num"]}" />')
        for place in places
    )
    groups = "".join(
        f'<MasterNamePartGroup><NamePartGroup ID="{key}{part}" NamePartTypeID="{part}" />'
        "</MasterNamePartGroup>"
        for part in dict.fromkeys((PARTS[kind], "1521"))
    )
    return (
        f'  <DistinctParty FixedRef="{key}"><Comment>{escape(row["remarks"])}</Comment>'
        f'<Profile ID="{key}" PartySubTypeID="{SUBTYPES[kind]}">'
        f'<Identity ID="7{key}" FixedRef="{key}" Primary="true" False="false">{aliases}'
        f"<NamePartGroups>{groups}</NamePartGroups></Identity>{told}{located}"
        f'<SanctionsEntryReference SanctionsEntryID="{key}" /></Profile></DistinctParty>\n'
    )


def _alias(key: str, kind: str, number: str, name: str, primary: bool, weak: bool) -> str:  # noqa: FBT001
    first, _, second = name.partition(", ") if kind == "individual" else (name, "", "")
    parts = [(PARTS[kind], first), *([("1521", second)] if second else [])]
    return (
        f'<Alias FixedRef="{key}" AliasTypeID="{number}" Primary="{str(primary).lower()}" '
        f'LowQuality="{str(weak).lower()}"><DocumentedName ID="{key}" FixedRef="{key}" '
        'DocNameStatusID="1">'
        + "".join(
            f'<DocumentedNamePart><NamePartValue NamePartGroupID="{key}{part}" ScriptID="215" '
            f'ScriptStatusID="1" Acronym="false">{escape(text)}</NamePartValue>'
            "</DocumentedNamePart>"
            for part, text in parts
        )
        + "</DocumentedName></Alias>"
    )


def _feature(key: str, number: str, inner: str) -> str:
    return (
        f'<Feature ID="1" FeatureTypeID="{number}"><FeatureVersion ID="1" ReliabilityID="1">'
        f"<Comment />{inner}</FeatureVersion>"
        f'<IdentityReference IdentityID="7{key}" IdentityFeatureLinkTypeID="1" /></Feature>'
    )


def _entry(row: Row) -> str:
    key = row["ent_num"]
    measures = "".join(
        f'<SanctionsMeasure ID="1" SanctionsTypeID="1"><Comment>{escape(programme)}</Comment>'
        '<DatePeriod CalendarTypeID="1" YearFixed="false" MonthFixed="false" DayFixed="false" />'
        "</SanctionsMeasure>"
        for programme in row["programs"].split("; ")
    )
    return (
        f'  <SanctionsEntry ID="{key}" ProfileID="{key}" ListID="1550">'
        f'<EntryEvent ID="{key}" EntryEventTypeID="1" LegalBasisID="1836"><Comment />'
        f'<Date CalendarTypeID="1">{_date(*LISTED)}</Date></EntryEvent>{measures}'
        "</SanctionsEntry>\n"
    )
