"""Tests of screener.lists.readers.ofac_xml: what the advanced XML says beyond the round trips."""

import pytest

from screener.errors import ListError
from screener.lists.listed import Listed, ListedName, Published
from tests.lists.readers.files import FILES, items, read

DOCUMENTS = """
<IDRegDocument ID="2" IDRegDocTypeID="1571" IdentityID="71" IssuedBy-CountryID="11000" ValidityID="2">
<Comment /><IDRegistrationNo>040070827</IDRegistrationNo><IssuingAuthority /></IDRegDocument>
<IDRegDocument ID="3" IDRegDocTypeID="1571" IdentityID="71" ValidityID="1">
<IDRegistrationNo>999999999</IDRegistrationNo></IDRegDocument>
</IDRegDocuments>"""
PERIOD = """<DatePeriod CalendarTypeID="1" YearFixed="false" MonthFixed="false" DayFixed="false">
<Start Approximate="false" YearFixed="false" MonthFixed="false" DayFixed="false">
<From><Year>1948</Year><Month>1</Month><Day>1</Day></From></Start>
<End Approximate="false" YearFixed="false" MonthFixed="false" DayFixed="false">
<To><Year>1948</Year><Month>12</Month><Day>31</Day></To></End></DatePeriod>"""
PARTY = f"""
<DistinctParty FixedRef="1"><Comment /><Profile ID="1" PartySubTypeID="4">
<Identity ID="71" FixedRef="1" Primary="true" False="false">
<Alias FixedRef="1" AliasTypeID="1403" Primary="true" LowQuality="false">
<DocumentedName ID="1" FixedRef="1" DocNameStatusID="2">
<DocumentedNamePart><NamePartValue NamePartGroupID="3" ScriptID="160" ScriptStatusID="1"
Acronym="false">عباس</NamePartValue></DocumentedNamePart></DocumentedName>
<DocumentedName ID="2" FixedRef="1" DocNameStatusID="1">
<DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="215" ScriptStatusID="1"
Acronym="false">Abu</NamePartValue></DocumentedNamePart>
<DocumentedNamePart><NamePartValue NamePartGroupID="2" ScriptID="215" ScriptStatusID="1"
Acronym="false">ABBAS</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<Alias FixedRef="1" AliasTypeID="1401" Primary="false" LowQuality="true">
<DocumentedName ID="3" FixedRef="1" DocNameStatusID="1"><DocumentedNamePart><NamePartValue
NamePartGroupID="2" ScriptID="215" ScriptStatusID="1" Acronym="false">ZAYDAN</NamePartValue>
</DocumentedNamePart></DocumentedName></Alias>
<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1521" />
<NamePartGroup ID="2" NamePartTypeID="1520" /><NamePartGroup ID="3" NamePartTypeID="1520" />
</MasterNamePartGroup></NamePartGroups></Identity>
<Feature ID="1" FeatureTypeID="8"><FeatureVersion ID="1" ReliabilityID="1">{PERIOD}</FeatureVersion>
<IdentityReference IdentityID="71" IdentityFeatureLinkTypeID="1" /></Feature>
<Feature ID="2" FeatureTypeID="10"><FeatureVersion ID="2" ReliabilityID="1">
<VersionDetail DetailTypeID="1431" /><VersionLocation LocationID="25" /></FeatureVersion>
<IdentityReference IdentityID="71" IdentityFeatureLinkTypeID="1" /></Feature>
<Feature ID="3" FeatureTypeID="2"><FeatureVersion ID="3" ReliabilityID="1">
<VersionDetail DetailTypeID="1431" DetailReferenceID="92084" /></FeatureVersion>
<IdentityReference IdentityID="71" IdentityFeatureLinkTypeID="1" /></Feature>
<Feature ID="4" FeatureTypeID="364"><FeatureVersion ID="4" ReliabilityID="1">
<VersionDetail DetailTypeID="1432">56-155-7795</VersionDetail></FeatureVersion>
<IdentityReference IdentityID="71" IdentityFeatureLinkTypeID="1" /></Feature>
</Profile></DistinctParty>
</DistinctParties>"""
RELATION = """
<ProfileRelationship ID="1" From-ProfileID="1" To-ProfileID="36" RelationTypeID="15003"
RelationQualityID="1" Former="true" SanctionsEntryID="1"><Comment /></ProfileRelationship>
</ProfileRelationships>"""
EVENT = """<EntryEvent ID="{}" EntryEventTypeID="{}" LegalBasisID="{}"><Comment /><Date CalendarTypeID="1">
<Year>{}</Year><Month>12</Month><Day>4</Day></Date></EntryEvent>"""
MEASURES = """<SanctionsMeasure ID="1" SanctionsTypeID="1705"><Comment>all assets</Comment>
</SanctionsMeasure><SanctionsMeasure ID="2" SanctionsTypeID="1"><Comment>DPRK3</Comment>
</SanctionsMeasure></SanctionsEntry>"""
ENTRY = f"""
<SanctionsEntry ID="1" ProfileID="1" ListID="1550">{EVENT.format(1, 1, 1836, 2001)}
{EVENT.format(2, 1, 1, 2017)}{MEASURES}
</SanctionsEntries>"""


def _file() -> bytes:
    """Return the small file with a further party of which much is said."""
    text = FILES["ofac-sdn-xml"]()[0].decode()
    for part in (DOCUMENTS, PARTY, RELATION, ENTRY):
        end = part.rpartition("\n")[2]
        assert text.count(end) == 1
        text = text.replace(end, part)
    return text.encode()


@pytest.fixture(scope="module")
def party() -> Listed:
    """Return that party as read."""
    return next(one for one in read("ofac-sdn-xml", _file()) if one.key == "1")


def test_file_says_of_which_day_it_is() -> None:
    assert items("ofac-sdn-xml", _file())[0] == Published("2022-01-31")


def test_name_in_latin_letters_is_the_name_and_the_others_keep_their_quality(party: Listed) -> None:
    assert (party.name, party.kind) == ("ABBAS, Abu", "person")
    assert party.names == (
        ListedName(text="عباس", quality="original script"),
        ListedName(text="ZAYDAN", quality="weak fka", weak=True),
    )


def test_documents_are_identifiers_unless_they_are_false(party: Listed) -> None:
    assert party.identifiers == ("Passport 040070827 (Cuba)", "D-U-N-S Number 56-155-7795")


def test_features_are_told_and_nationality_is_a_country(party: Listed) -> None:
    assert party.countries == ("CU",)
    assert party.addresses == ()
    assert party.details == (
        ("Birthdate", "1948-01-01 to 1948-12-31"),
        ("Nationality Country", "Havana, Cuba"),
        ("vessel_type", "Crude Oil Tanker"),
        ("D-U-N-S Number", "56-155-7795"),
        ("formerly Owned or Controlled By", "AEROCARIBBEAN AIRLINES"),
    )


def test_party_related_to_one_of_another_list_keeps_its_number() -> None:
    other = _file().replace(b'To-ProfileID="36"', b'To-ProfileID="8"')

    listed = next(one for one in read("ofac-sdn-xml", other) if one.key == "1")

    assert listed.details[-1] == ("formerly Owned or Controlled By", "8")


def test_last_name_that_is_the_first_too_stands_twice() -> None:
    twice = _file().replace(b">Abu<", b">ABBAS<")

    assert next(one for one in read("ofac-sdn-xml", twice) if one.key == "1").name == "ABBAS, ABBAS"


@pytest.mark.parametrize(
    ("month", "day", "stated"),
    [("12", "4", "2001-12-04"), ("12", "0", "2001-12"), ("0", "0", "2001"), ("0", "4", "2001")],
)
def test_as_much_of_a_day_as_is_stated_is_kept(month: str, day: str, stated: str) -> None:
    content = (
        _file()
        .decode()
        .replace(
            "<Month>12</Month><Day>4</Day></Date></EntryEvent>",
            f"<Month>{month}</Month><Day>{day}</Day></Date></EntryEvent>",
        )
    )

    listed = next(one for one in read("ofac-sdn-xml", content.encode()) if one.key == "1")

    assert listed.listed_on == stated


def test_listing_gives_programme_basis_and_days(party: Listed) -> None:
    assert party.programmes == ("DPRK3",)
    assert party.basis == "Executive Order 13382 (Non-proliferation)"
    assert (party.listed_on, party.changed_on, party.ended_on) == ("2001-12-04", "2017-12-04", None)


@pytest.mark.parametrize(
    ("further", "ended"),
    [("", "2020-12-04"), ("standing", None)],
    ids=["all listings removed", "another stands"],
)
def test_party_has_ended_only_if_all_its_listings_have(further: str, ended: str | None) -> None:
    removed = ENTRY.replace(EVENT.format(2, 1, 1, 2017), EVENT.format(2, 2, 1, 2020))
    standing = ENTRY.replace('Entry ID="1"', 'Entry ID="2"') if further else "</SanctionsEntries>"
    entries = removed.replace("</SanctionsEntries>", standing)

    listed = read("ofac-sdn-xml", _file().replace(ENTRY.encode(), entries.encode()))

    assert next(one for one in listed if one.key == "1").ended_on == ended


@pytest.mark.parametrize(
    ("was", "now", "message"),
    [
        ('Version="3"', 'Version="3" DeltaBaseVersion="2"', "holds the changes since another"),
        ('PartySubTypeID="4"', 'PartySubTypeID="9"', 'names PartySubType "9", which is not there'),
        (">Individual<", ">Location<", r"\('Location',\) is no type of a party"),
        ('LocationID="25"', 'LocationID="9999"', 'names place "9999", which is not there'),
        ('NamePartGroupID="3"', 'NamePartGroupID="9"', 'a part of a name is of group "9"'),
        ('ProfileID="1" ListID', 'ProfileID="8" ListID', 'speaks of profile "8"'),
        ('From-ProfileID="1"', 'From-ProfileID="8"', 'speaks of profile "8"'),
        ("<Year>2001</Year>", "<Year>0</Year>", "a date without a year"),
        (">F.K.A.<", ">Formerly<", '"Formerly" is no kind of name'),
        ("<Year>2001</Year>", "<Year>soon</Year>", '"soon-12-4" is no date'),
        (">CITY<", ">TOWN<", '"TOWN" is no part of an address'),
        ("<Feature ID", "<Trait ID", "no sound XML"),
        ('FixedRef="1"><Comment />', 'FixedRef="36"><Comment />', "party 36 stands here a second"),
        (
            'AliasTypeID="1403" Primary="true" LowQuality="false">\n',
            'AliasTypeID="1403" Primary="false" LowQuality="false">\n',
            "a party without a primary name in Latin letters",
        ),
    ],
)
def test_file_that_says_something_else_is_refused(was: str, now: str, message: str) -> None:
    text = _file().decode()
    assert was in text

    with pytest.raises(ListError, match=rf"^file0:\d+: .*{message}.*; .+"):
        read("ofac-sdn-xml", text.replace(was, now).encode())
