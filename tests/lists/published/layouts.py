"""Extracts rendered back into the layouts in which their publishers offer the lists.

README.md says where each layout is documented, and what about it is uncertain.
"""

import csv
import html
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from screener.codes.countries import country
from tests.lists.published.extracts import Row, several

CSL_HEADINGS = (
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,"
    "start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,"
    "gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,"
    "alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids"
).split(",")
CSL_LISTS = ("alt_names", "programs")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SUBLISTS = {"i": "i", "ii": "ii", "v": "v", "": "v", "ii; v": "ii"}


def csv_bytes(table: Iterable[Sequence[str]], *, end: str = "\r\n") -> bytes:
    """Return a table as CSV in UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=end).writerows(table)
    return text.getvalue().encode()


def ofac_csv(sdn: list[Row], alt: list[Row], add: list[Row]) -> tuple[bytes, bytes, bytes]:
    """Return SDN.CSV, ALT.CSV and ADD.CSV: no headings, -0- for nothing, Ctrl-Z at the end."""
    names = [{**row, "programs": row["programs"].replace("; ", "] [")} for row in sdn]
    others = [list(row.values()) for row in alt]
    addresses = [[*row.values(), ""] for row in add]
    tables = ([list(row.values()) for row in names], others, addresses)
    first, second, third = (
        csv_bytes([[cell or "-0- " for cell in row] for row in table]) + b"\x1a" for table in tables
    )
    return first, second, third


def un_xml(listings: list[dict[str, Any]], made: str = "2026-02-27T00:00:09.554Z") -> bytes:
    """Return the consolidated list as XML."""
    people = [_un_listing(one) for one in listings if one["type"] == "individual"]
    others = [_un_listing(one) for one in listings if one["type"] != "individual"]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:noNamespaceSchemaLocation="https://www.un.org/sc/resources/sc-sanctions.xsd" '
        f'dateGenerated="{made}">\n<INDIVIDUALS>\n{"".join(people)}</INDIVIDUALS>\n'
        f"<ENTITIES>\n{''.join(others)}</ENTITIES>\n</CONSOLIDATED_LIST>\n"
    ).encode()


def _un_listing(one: dict[str, Any]) -> str:
    person = one["type"] == "individual"
    tag = "INDIVIDUAL" if person else "ENTITY"
    first, _, second = one["name"].partition(" ") if person else (one["name"], "", "")
    aliases = one["aliases"] or [{"quality": "", "name": ""}]
    parts = [
        _tag("DATAID", "1"),
        _tag("VERSIONNUM", "1"),
        _tag("FIRST_NAME", first),
        *([_tag("SECOND_NAME", second)] if second else []),
        _tag("UN_LIST_TYPE", one["un_list_type"]),
        _tag("REFERENCE_NUMBER", one["reference_number"]),
        _tag("LISTED_ON", one["listed_on"]),
        _tag("NAME_ORIGINAL_SCRIPT", one["name_original_script"]),
        _tag("COMMENTS1", one["comments"]),
        *(f"<NATIONALITY>{_tag('VALUE', text)}</NATIONALITY>" for text in one["nationalities"]),
        f"<LIST_TYPE>{_tag('VALUE', 'UN List')}</LIST_TYPE>",
        f"<LAST_DAY_UPDATED>{_tag('VALUE', '')}</LAST_DAY_UPDATED>",
        *(
            f"<{tag}_ALIAS>{_tag('QUALITY', alias['quality'])}"
            f"{_tag('ALIAS_NAME', alias['name'])}</{tag}_ALIAS>"
            for alias in aliases
        ),
        *(_un_address(tag, text) for text in one["addresses"]),
        _tag("SORT_KEY", ""),
        _tag("SORT_KEY_LAST_MOD", ""),
    ]
    return f"<{tag}>\n  " + "\n  ".join(parts) + f"\n</{tag}>\n"


def _un_address(tag: str, text: str) -> str:
    """Return a flattened address with its country, if one of its parts is one, in its element."""
    parts = text.split(", ")
    at = next((number for number, part in enumerate(parts) if country(part)), len(parts))
    pieces = (
        ("CITY", ", ".join(parts[:at])),
        ("COUNTRY", ", ".join(parts[at : at + 1])),
        ("NOTE", ", ".join(parts[at + 1 :])),
    )
    inner = "".join(_tag(name, piece) for name, piece in pieces if piece)
    return f"<{tag}_ADDRESS>{inner}</{tag}_ADDRESS>"


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else f"<{name}/>"


def csl_csv(entries: list[Row]) -> bytes:
    """Return the Consolidated Screening List as CSV."""
    table = [[row.get(name, "") for name in CSL_HEADINGS] for row in entries]
    return csv_bytes([CSL_HEADINGS, *table], end="\n")


def csl_json(entries: list[Row]) -> bytes:
    """Return the Consolidated Screening List as JSON."""
    results = [
        {
            **{key: row[key] for key in ("source", "entity_number", "type", "name", "remarks")},
            **{key: [one.strip() for one in row[key].split(";") if one] for key in CSL_LISTS},
            "federal_register_notice": row["federal_register_notice"] or None,
            "start_date": row["start_date"] or None,
            "addresses": [
                {"address": text, "city": None, "state": None, "postal_code": None, "country": None}
                for text in row["addresses"].split("; ")
                if text
            ],
            "ids": [],
            "source_list_url": "http://bit.ly/1L47xrV",
        }
        for row in entries
    ]
    return json.dumps({"total": len(results), "results": results}, ensure_ascii=False).encode()


def dol_table(goods: list[Row]) -> list[list[str]]:
    """Return the list of goods as the rows of its table, headings first."""
    headings = ["Country/Area", "Region", "Good", "Sector", "Child Labor", "Forced Labor",
                "Forced Child Labor", "Derived Labor Exploitation"]  # fmt: skip
    return [headings, *(list(row.values()) for row in goods)]


def workbook(table: Iterable[Sequence[str]], *, above: int = 0, further: str = "") -> bytes:
    """Return a workbook of one sheet; every cell is text written in the sheet itself.

    ``above`` rows stay blank; ``further`` is markup behind the last row.
    """
    sheet = "".join(
        f'<row r="{number}">'
        + "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row)
        + "</row>"
        for number, row in enumerate(table, start=1 + above)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{packages}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{packages}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}{further}</sheetData>'
        "</worksheet>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return packed.getvalue()


def uflpa_cell(row: Row) -> str:
    """Return the cell that names an entity, with its aliases in the wording of the list."""
    aliases, former = several(row["aliases"]), several(row["former_names"])
    if not aliases and not former:
        return row["name"]
    if former and not aliases:
        return f"{row['name']} (formerly known as {'; and '.join(former)})"
    word = "alias" if len(aliases) == 1 else "aliases"
    listed = "; ".join([*aliases[:-1], f"and {aliases[-1]}"]) if aliases[1:] else aliases[0]
    clause = f"(including {NUMBERS[len(aliases) - 1]} {word}: {listed})"
    was = f" (formerly known as {'; and '.join(former)})" if former else ""
    return f"{row['name']} {clause}{was}"


def uflpa_page(entities: list[Row]) -> bytes:
    """Return the page of the UFLPA Entity List: a table under the heading of each sublist."""
    tables = []
    for part in ("i", "ii", "v"):
        listed = [row for row in entities if SUBLISTS[row["sublist"]] == part]
        section = f"<p><strong>List of entities</strong> <a>Section 2(d)(2)(B)({part})</a></p>"
        rows = [(uflpa_cell(row), _american(row["effective_date"])) for row in listed]
        tables.append(section + _table(("Name of Entity", "Effective Date"), rows))
    return _page("UFLPA Entity List", "".join(tables))


def uflpa_csv(entities: list[Row]) -> bytes:
    """Return the UFLPA Entity List as a table of its own."""
    rows = [
        (uflpa_cell(row), _american(row["effective_date"]), SUBLISTS[row["sublist"]])
        for row in entities
    ]
    return csv_bytes([("Name of Entity", "Effective Date", "Sublist"), *rows])


def cbp_csv(parties: list[Row]) -> bytes:
    """Return the data set of orders: each text that names entities once, as CBP writes it."""
    headings = ("Calendar Year", "Effective Date", "Country", "Country Code", "Entity", "Industry",
                "WRO/Finding", "Status", "Press Release", "Remarks")  # fmt: skip
    orders = {row["cbp_entity_string"]: row for row in parties}
    rows = [
        ("2020", "", row["country"], "", text, row["industry"], "WRO", "Active", "", "")
        for text, row in orders.items()
    ]
    return csv_bytes([headings, *rows])


def cbp_page(parties: list[Row]) -> bytes:
    """Return the page of orders: a table under the name of each country."""
    headings = ("Date", "Merchandise", "Manufacturer(s)", "Status", "Status Notes")
    tables = []
    for land in sorted({row["country"] for row in parties}):
        orders = {row["cbp_entity_string"]: row for row in parties if row["country"] == land}
        rows = [("", row["industry"] or "All", text, "Active", "") for text, row in orders.items()]
        tables.append(f"<h3>{html.escape(land)}</h3>" + _table(headings, rows))
    return _page("Withhold Release Orders and Findings", "".join(tables))


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{html.escape(text)}</th>' for text in headings)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>\n" for cell in row) + "</tr>\n"
        for row in rows
    )
    return f'<table class="usa-table">\n<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _page(title: str, body: str) -> bytes:
    return (
        f"<!DOCTYPE html>\n<html lang={quoteattr('en')}><head><title>{title}</title>"
        f"<script>var table = '<table>';</script></head>\n<body><h1>{title}</h1>{body}"
        "</body></html>\n"
    ).encode()


def _american(day: str) -> str:
    """Return a day as 06/21/2022; what is not known stays empty."""
    if not day:
        return ""
    year, month, number = day.split("-")
    return f"{month}/{number}/{year}"
