"""The formats of published lists: how each is read, and what must hold of the whole list."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from screener.errors import InputError
from screener.lists.listed import Item
from screener.lists.readers import (
    cbp_orders,
    dol_goods,
    eu_list,
    ofac_csv,
    ofac_xml,
    opensanctions,
    own_table,
    uflpa,
    uk_list,
    un_xml,
    us_csl,
)
from screener.lists.readers.lines import Source
from screener.model.listing import COMPANY

Read = Callable[[Sequence[Source]], Iterator[Item]]

SIGN_BYTES = 200_000
"""Bytes from the beginning of a file in which the signs of its format stand."""


class Publisher(NamedTuple):
    """Who publishes a list, under which law and licence, and what the whole list must hold.

    ``renewed_days`` are the days after which an edition that was loaded is to be loaded anew, from
    how often the list changed in those years; None for lists that nobody else publishes.

    The counts are wide bounds around the size of the list in 2024 to 2026, the canaries names
    that have stood on it for years; a list that leaves them is refused until a person says why.
    """

    title: str
    name: str
    licence: str
    basis: str | None
    coverage: str
    at_least: int
    at_most: int
    canaries: tuple[str, ...] = ()
    under: tuple[str, ...] = (COMPANY,)
    renewed_days: int | None = None


class Format(NamedTuple):
    """One layout: its name, its reader, the files beside the first, and how to recognise it.

    Every sign must stand in the file; of several together, one.
    """

    name: str
    read: Read
    publisher: Publisher
    suffixes: tuple[str, ...]
    signs: tuple[str | tuple[str, ...], ...] = ()
    beside: tuple[str, ...] = ()
    first: str | None = None


_US = "US Government work, public domain"
_OFAC = Publisher(
    "Specially Designated Nationals and Blocked Persons List",
    "US Treasury, Office of Foreign Assets Control",
    _US,
    "31 CFR Part 510 and the other programmes named with each entry",
    "The whole SDN list as published in the file. It is not the Consolidated list.",
    8_000,
    60_000,
    ("KOREA MINING DEVELOPMENT TRADING CORPORATION", "BANCO NACIONAL DE CUBA"),
    under=("us-sanctions",),
    renewed_days=31,
)
_OFAC_OTHERS = Publisher(
    "Consolidated Sanctions List (other than SDN)",
    "US Treasury, Office of Foreign Assets Control",
    _US,
    "the programmes named with each entry",
    "OFAC's lists other than the SDN list, as published in the file.",
    200,
    10_000,
    under=("us-sanctions",),
    renewed_days=31,
)
_UN = Publisher(
    "United Nations Security Council Consolidated List",
    "United Nations Security Council",
    "Free to use with attribution to the United Nations",
    "the resolutions of each regime; for the DPRK 1718 (2006) and those after it",
    "The whole consolidated list of all regimes, as published in the file.",
    500,
    5_000,
    ("KOREA MINING DEVELOPMENT TRADING CORPORATION",),
    under=("un-sanctions",),
    renewed_days=92,
)
_UK = Publisher(
    "UK Sanctions List",
    "Foreign, Commonwealth and Development Office",
    "Open Government Licence v3.0",
    "the regulations named with each designation, under the Sanctions and Anti-Money Laundering "
    "Act 2018",
    "The whole UK Sanctions List as published in the file; since 28 January 2026 the only list of "
    "the United Kingdom.",
    2_000,
    40_000,
    ("KOREA MINING DEVELOPMENT TRADING CORPORATION",),
    under=("uk-sanctions",),
    renewed_days=31,
)
_EU = Publisher(
    "Consolidated list of persons, groups and entities subject to EU financial sanctions",
    "European Commission",
    "Decision 2011/833/EU: reuse with the source named",
    "the regulations named with each entity",
    "The whole consolidated list as published in the file. Bans of goods and sectors, which name "
    "no party, are not in it.",
    2_000,
    30_000,
    ("KOREA MINING DEVELOPMENT TRADING CORPORATION",),
    under=("eu-sanctions",),
    renewed_days=31,
)
_UFLPA = Publisher(
    "UFLPA Entity List",
    "US Department of Homeland Security, Forced Labor Enforcement Task Force",
    _US,
    "Public Law 117-78, section 2(d)(2)(B)",
    "The entities named in the file. Goods made wholly or in part in Xinjiang are covered by the "
    "law without being named.",
    100,
    2_000,
    ("Hetian Haolin Hair Accessories Co. Ltd.", "Ninestar Corporation"),
    under=("uflpa",),
    renewed_days=183,
)
_CBP = Publisher(
    "Withhold Release Orders and Findings",
    "US Customs and Border Protection",
    _US,
    "19 U.S.C. 1307; 19 CFR 12.42 to 12.45",
    "The orders and findings in the file, with their own words for status, and for goods where the file has them.",
    50,
    1_000,
    ("Hefei Bitland Information Technology Co., Ltd.",),
    under=("wro-procedure",),
    renewed_days=183,
)
_CSL = Publisher(
    "Consolidated Screening List",
    "US International Trade Administration",
    _US,
    "the law of the list named with each entry",
    "Export, sanctions and non-proliferation lists of Commerce, State and Treasury. It holds "
    "neither the UFLPA Entity List nor CBP's orders.",
    10_000,
    100_000,
    ("KOREA MINING DEVELOPMENT TRADING CORPORATION",),
    under=("us-screening-list",),
    renewed_days=31,
)
_DOL = Publisher(
    "List of Goods Produced by Child Labor or Forced Labor",
    "US Department of Labor, Bureau of International Labor Affairs",
    _US,
    "22 U.S.C. 7112(b)(2)(C)",
    "Pairs of country and good. It names no party, and says nothing of a single shipment.",
    300,
    2_000,
    under=("dol-goods-list",),
    renewed_days=800,
)
_OPENSANCTIONS = Publisher(
    "Data set of OpenSanctions",
    "OpenSanctions, after the publishers it names",
    "CC BY-NC 4.0: commercial use needs a licence of OpenSanctions",
    None,
    "The targets of the data set in the file.",
    1,
    300_000,
    renewed_days=31,
)
_OWN = Publisher(
    "List of our own",
    "the importing company",
    "internal",
    None,
    "The entries of the file; nobody else was looked at.",
    1,
    300_000,
)
_HTML, _SHEET = (".html", ".htm"), (".xlsx",)
_ADVANCED = ("<sanctions", "<referencevaluesets")

FORMATS = (
    Format("ofac-sdn-csv", ofac_csv.read, _OFAC, (".csv",), (), ("alt.csv", "add.csv"), "sdn.csv"),
    Format(
        "ofac-consolidated-csv",
        ofac_csv.read,
        _OFAC_OTHERS,
        (".csv",),
        (),
        ("cons_alt.csv", "cons_add.csv"),
        "cons_prim.csv",
    ),
    Format("ofac-sdn-xml", ofac_xml.read, _OFAC, (".xml",), _ADVANCED, first="sdn_advanced.xml"),
    Format(
        "ofac-consolidated-xml",
        ofac_xml.read,
        _OFAC_OTHERS,
        (".xml",),
        _ADVANCED,
        first="cons_advanced.xml",
    ),
    Format("un-xml", un_xml.read, _UN, (".xml",), ("<consolidated_list",)),
    Format("uk-csv", uk_list.read_csv, _UK, (".csv",), ("report date:", "unique id,")),
    Format("uk-xml", uk_list.read_xml, _UK, (".xml",), ("<designations", "<designation>")),
    Format(
        "eu-csv", eu_list.read_csv, _EU, (".csv",), ("entity_logicalid;", "namealias_wholename;")
    ),
    Format("eu-xml", eu_list.read_xml, _EU, (".xml",), ("<export", "<sanctionentity")),
    Format("uflpa-html", uflpa.read_page, _UFLPA, _HTML, ("uflpa", "effective date")),
    Format("uflpa-csv", uflpa.read_csv, _UFLPA, (".csv",), ("name of entity",)),
    Format(
        "cbp-html", cbp_orders.read_page, _CBP, _HTML, ("withhold release order", "merchandise")
    ),
    Format("cbp-csv", cbp_orders.read_csv, _CBP, (".csv",), ("entity", "wro/finding")),
    Format("csl-csv", us_csl.read_csv, _CSL, (".csv",), ("source,entity_number,",)),
    Format("csl-json", us_csl.read_json, _CSL, (".json",), ('"results"', '"alt_names"')),
    Format("dol-csv", dol_goods.read_csv, _DOL, (".csv",), ("good", "child", "forced")),
    Format("dol-xlsx", dol_goods.read_workbook, _DOL, _SHEET),
    Format(
        "opensanctions-csv",
        opensanctions.read_table,
        _OPENSANCTIONS,
        (".csv",),
        ("id", "schema", "first_seen"),
    ),
    Format(
        "opensanctions-ftm",
        opensanctions.read_entities,
        _OPENSANCTIONS,
        (".json", ".jsonl"),
        ('"schema"', '"properties"'),
    ),
    Format(
        "csv",
        own_table.read_csv,
        _OWN,
        (".csv",),
        (("id,name", *(f"id{mark}name{end}" for mark in ";\t" for end in f"{mark}\r\n")),),
    ),
    Format("xlsx", own_table.read_workbook, _OWN, _SHEET),
)


def format_named(name: str) -> Format:
    """Return the format of a name.

    Raises:
        InputError: There is none; all are named.

    """
    for one in FORMATS:
        if one.name == name:
            return one
    message = f"no format {name!r}; known: {', '.join(one.name for one in FORMATS)}"
    raise InputError(message)


def recognised(name: str, head: bytes) -> Format:
    """Return the one format that a file's name and its first bytes speak for.

    Raises:
        InputError: None does, or several do; they are named.

    """
    folded, text = name.casefold(), head.decode("utf-8", errors="replace").casefold()
    named = [one for one in FORMATS if one.first == folded]
    signed = [
        one
        for one in FORMATS
        if one.signs
        and folded.endswith(one.suffixes)
        and all(_stands(sign, text) for sign in one.signs)
    ]
    found = named or signed
    if len(found) == 1:
        return found[0]
    among = ", ".join(one.name for one in found or FORMATS)
    message = f"the format of {name} cannot be told; give --format, one of: {among}"
    raise InputError(message)


def _stands(sign: str | tuple[str, ...], text: str) -> bool:
    return any(one in text for one in ((sign,) if isinstance(sign, str) else sign))


def official_titles() -> tuple[str, ...]:
    """Return the titles of the public lists that can be read, in the order of the formats."""
    public = (one.publisher for one in FORMATS if one.publisher.basis is not None)
    return tuple(dict.fromkeys(publisher.title for publisher in public))
