"""Listings of the United Nations written as the United Kingdom and the European Union write theirs.

Both carry out the listings of the Security Council, so that names, other names, addresses,
nationalities and days are theirs. Numbers of designations and entities are made up.
README.md says where each layout is documented.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from screener.codes.countries import country
from screener.lists.readers.eu_list import HEADINGS

Listing = dict[str, Any]

UK_HEADINGS = (
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,"
    "Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,"
    "Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,"
    "Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,"
    "Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,Phone number,"
    "Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,"
    "National Identifier additional information,Passport number,Passport additional information,"
    "Position,Gender,Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,"
    "Business registration number (s),IMO number,Current owner/operator (s),"
    "Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,"
    "Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)"
).split(",")
UK_STRENGTHS = {"Low": "Low quality a.k.a", "Good": "Good quality a.k.a"}
EU_SPACE = "http://eu.europa.ec/fpi/fsd/export"


def uk_csv(listings: Sequence[Listing]) -> bytes:
    """Return the UK Sanctions List as CSV: one row for each name, address and nationality."""
    text = io.StringIO(newline="")
    text.write("Report Date: 08-Oct-2026\n")
    rows = csv.DictWriter(text, UK_HEADINGS, restval="", lineterminator="\n")
    rows.writeheader()
    for number, one in enumerate(listings):
        for row in _uk_rows(one):
            rows.writerow({**_uk_designation(number, one), **row})
    return text.getvalue().encode("utf-8-sig")


def _uk_designation(number: int, one: Listing) -> dict[str, str]:
    return {
        "Last Updated": "04/08/2026",
        "Unique ID": f"UNC{number:04}",
        "UN Reference Number": one["reference_number"],
        "Regime Name": f"The {one['un_list_type']} Regulations",
        "Designation Type": "Individual" if one["type"] == "individual" else "Entity",
        "Designation source": "UN",
        "Sanctions Imposed": "Asset freeze|Travel Ban",
        "Other Information": one["comments"],
        "Name non-latin script": one["name_original_script"],
        "Date Designated": _british(one["listed_on"][:10]),
    }


def _uk_rows(one: Listing) -> Iterator[dict[str, str]]:
    """Yield what differs between the rows of a designation."""
    nations, places = one["nationalities"] or [""], one["addresses"] or [""]
    for text, kind, strength in _uk_names(one):
        given, _, family = text.rpartition(" ") if one["type"] == "individual" else ("", "", text)
        yield {
            **({"Name 1": given} if given else {}),
            "Name 6": family,
            "Name type": kind,
            "Alias strength": strength,
            "Nationality(/ies)": nations[0],
            **_uk_place(places[0]),
        }
    for nation in nations[1:]:
        yield {"Nationality(/ies)": nation}
    for place in places[1:]:
        yield _uk_place(place)


def _uk_names(one: Listing) -> list[tuple[str, str, str]]:
    others = [
        (alias["name"], "Alias", UK_STRENGTHS.get(alias["quality"], ""))
        for alias in one["aliases"]
        if alias["name"]
    ]
    return [(one["name"], "Primary Name", ""), *others]


def _uk_place(text: str) -> dict[str, str]:
    """Return a flattened address with its country, if its last part is one, in its column."""
    lines, _, last = text.rpartition(", ")
    if country(last):
        return {"Address Line 1": lines, "Address Country": last}
    return {"Address Line 1": text}


def uk_xml(listings: Sequence[Listing]) -> bytes:
    """Return the UK Sanctions List as XML: one element for each designation."""
    found = "".join(_uk_element(number, one) for number, one in enumerate(listings))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<Designations xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xmlns:xsd="http://www.w3.org/2001/XMLSchema">\n'
        f"  <DateGenerated>08/10/2026</DateGenerated>\n{found}</Designations>\n"
    ).encode()


def _uk_element(number: int, one: Listing) -> str:
    said = _uk_designation(number, one)
    names, places, nations = [], [], []
    for row in _uk_rows(one):
        if "Name 6" in row:
            names.append(_group("Name", row, UK_NAME))
        if row.get("Address Line 1") or row.get("Address Country"):
            places.append(_group("Address", row, UK_ADDRESS))
        if row.get("Nationality(/ies)"):
            nations.append(_tag("Nationality", row["Nationality(/ies)"]))
    original = said["Name non-latin script"]
    person = (
        f"<IndividualDetails><Individual><Nationalities>{''.join(dict.fromkeys(nations))}"
        "</Nationalities></Individual></IndividualDetails>"
    )
    parts = [
        *(_tag(tag, said.get(heading, "")) for tag, heading in UK_FIRST.items()),
        f"<Names>{''.join(names)}</Names>",
        f"<NonLatinNames><NonLatinName>{_tag('NameNonLatinScript', original)}</NonLatinName>"
        "</NonLatinNames>"
        if original
        else "",
        *(_tag(tag, said.get(heading, "")) for tag, heading in UK_LAST.items()),
        "<SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze></SanctionsImposedIndicators>",
        f"<Addresses>{''.join(dict.fromkeys(places))}</Addresses>" if places else "",
        person if nations else "",
    ]
    return "  <Designation>\n    " + "\n    ".join(filter(None, parts)) + "\n  </Designation>\n"


UK_NAME = {"Name1": "Name 1", "Name6": "Name 6", "NameType": "Name type", "AliasStrength": "Alias strength"}  # fmt: skip
UK_ADDRESS = {"AddressLine1": "Address Line 1", "AddressCountry": "Address Country"}
UK_FIRST = {
    "LastUpdated": "Last Updated",
    "DateDesignated": "Date Designated",
    "UniqueID": "Unique ID",
    "OFSIGroupID": "OFSI Group ID",
    "UNReferenceNumber": "UN Reference Number",
}
UK_LAST = {
    "RegimeName": "Regime Name",
    "IndividualEntityShip": "Designation Type",
    "DesignationSource": "Designation source",
    "SanctionsImposed": "Sanctions Imposed",
    "OtherInformation": "Other Information",
    "UKStatementofReasons": "UK Statement of Reasons",
}


def _group(tag: str, row: dict[str, str], columns: dict[str, str]) -> str:
    inner = "".join(_tag(name, row[column]) for name, column in columns.items() if row.get(column))
    return f"<{tag}>{inner}</{tag}>"


def eu_xml(listings: Sequence[Listing]) -> bytes:
    """Return the consolidated list of the Union as XML of version 1.1."""
    found = "".join(_eu_element(number, one) for number, one in enumerate(listings))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<export xmlns="{EU_SPACE}" generationDate="2026-08-05T16:47:04.449+02:00" '
        f'globalFileId="184961">\n{found}</export>\n'
    ).encode()


def _eu_element(number: int, one: Listing) -> str:
    parts = [
        _tag("remark", one["comments"]) if one["comments"] else "",
        "<regulation "
        + _attributes(**_EU_LAW, programme=_eu_programme(one), logicalId="1")
        + "><publicationUrl>https://eur-lex.europa.eu/</publicationUrl></regulation>",
        "<subjectType " + _attributes(**_eu_subject(one)) + "/>",
        *(
            "<nameAlias "
            + _attributes(
                firstName="", middleName="", lastName="", wholeName=text, function="", gender="",
                title="", nameLanguage=language, strong=strong, regulationLanguage="en",
                logicalId=str(at),
            )
            + '><regulationSummary regulationType="amendment" publicationDate="2017-08-31"/>'
            "</nameAlias>"
            for at, (text, language, strong) in enumerate(_eu_names(one))
        ),
        *("<citizenship " + _attributes(region="", **land) + "/>" for land in _eu_nations(one)),
        *(
            "<address " + _attributes(**place, poBox="", asAtListingTime="false") + "/>"
            for place in _eu_places(one)
        ),
    ]  # fmt: skip
    entity = _attributes(
        designationDate=one["listed_on"][:10], designationDetails="",
        unitedNationId=one["reference_number"], euReferenceNumber=f"EU.{number}.1",
        logicalId=str(number),
    )  # fmt: skip
    body = "\n    ".join(filter(None, parts))
    return f"  <sanctionEntity {entity}>\n    {body}\n  </sanctionEntity>\n"


_EU_LAW = {
    "regulationType": "amendment",
    "organisationType": "council",
    "publicationDate": "2017-08-31",
    "numberTitle": "2017/1509 (OJ L224)",
}


def _eu_programme(one: Listing) -> str:
    return str(one["un_list_type"]).upper()


def _eu_subject(one: Listing) -> dict[str, str]:
    code = "person" if one["type"] == "individual" else "enterprise"
    return {"code": code, "classificationCode": code[0].upper()}


def _eu_names(one: Listing) -> list[tuple[str, str, str]]:
    """Return names with language and whether they are strong."""
    original = one["name_original_script"]
    return [
        (one["name"], "EN", "true"),
        *(
            (alias["name"], "", "false" if alias["quality"] == "Low" else "true")
            for alias in one["aliases"]
            if alias["name"]
        ),
        *([(original, "AR", "true")] if original else []),
    ]


def _eu_nations(one: Listing) -> list[dict[str, str]]:
    return [
        {"countryIso2Code": country(text) or "00", "countryDescription": text.upper()}
        for text in one["nationalities"]
    ]


def _eu_places(one: Listing) -> list[dict[str, str]]:
    places = []
    for text in one["addresses"]:
        rest, _, last = text.rpartition(", ")
        land = country(last)
        places.append(
            {
                "street": rest if land else text,
                "countryIso2Code": land or "00",
                "countryDescription": last if land else "UNKNOWN",
            }
        )
    return places


def eu_csv(listings: Sequence[Listing]) -> bytes:
    """Return the consolidated list of the Union as CSV of version 1.1: one row for each part."""
    text = io.StringIO(newline="")
    rows = csv.DictWriter(text, HEADINGS, restval="", delimiter=";", lineterminator="\n")
    rows.writeheader()
    for number, one in enumerate(listings):
        for part in _eu_rows(one):
            rows.writerow({**_eu_entity(number, one), **part})
    return text.getvalue().encode("utf-8-sig")


def _eu_entity(number: int, one: Listing) -> dict[str, str]:
    subject = _eu_subject(one)
    return {
        "fileGenerationDate": "05/08/2026",
        "Entity_LogicalId": str(number),
        "Entity_EU_ReferenceNumber": f"EU.{number}.1",
        "Entity_UnitedNationId": one["reference_number"],
        "Entity_DesignationDate": one["listed_on"][:10],
        "Entity_Remark": one["comments"],
        "Entity_SubjectType": subject["classificationCode"],
        "Entity_SubjectType_ClassificationCode": subject["code"],
        "Entity_Regulation_PublicationDate": _EU_LAW["publicationDate"],
        "Entity_Regulation_NumberTitle": _EU_LAW["numberTitle"],
        "Entity_Regulation_Programme": _eu_programme(one),
    }


def _eu_rows(one: Listing) -> Iterator[dict[str, str]]:
    for text, language, _ in _eu_names(one):
        yield {"NameAlias_WholeName": text, "NameAlias_NameLanguage": language}
    for land in _eu_nations(one):
        yield {f"Citizenship_{_capital(key)}": value for key, value in land.items()}
    for place in _eu_places(one):
        yield {f"Address_{_capital(key)}": value for key, value in place.items()}


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _british(day: str) -> str:
    year, month, number = day.split("-")
    return f"{number}/{month}/{year}"


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _attributes(**values: str) -> str:
    return " ".join(f"{name}={quoteattr(value)}" for name, value in values.items())
