"""Files in published layouts for tests of their readers, and what a reader makes of them."""

import io
from collections.abc import Callable

from screener.lists.formats import format_named
from screener.lists.listed import Item, Listed
from screener.lists.readers.lines import Source
from tests.lists.published import europe, extracts, layouts, treasury

TARGETS = (
    b"id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,"
    b"program_ids,dataset,first_seen,last_seen,last_change\n"
    b'NK-1,Company,Example Garments,Beispiel;Exemple,,kp;cn,"1 Road, Dandong",K-1,,,,P-1,'
    b"Example data set,2024-01-02,2026-01-02,2025-03-04\n"
)
ENTITIES = (
    b'{"id":"s1","schema":"Sanction","properties":{"entity":["NK-1"],"listingDate":["2020-01-02"],'
    b'"program":["P-1"]},"target":false}\n'
    b'{"id":"NK-1","caption":"Example Garments","schema":"Company","target":true,"datasets":["d"],'
    b'"last_change":"2025-03-04T01:02:03","properties":{"name":["Example Garments"],'
    b'"alias":["Beispiel"],"weakAlias":["EG"],"country":["kp"],"addressEntity":["a1"]}}\n'
    b'{"id":"a1","schema":"Address","properties":{"full":["1 Road, Dandong"]}}\n'
)
OWN = b"id,name,aliases,kind,country,listed_on\nA-1,Example Works,Works of Example|EW,,CN,2026-01-02\n"


def _rows(folder: str, name: str) -> list[extracts.Row]:
    return extracts.rows(extracts.HERE / folder, name)


def _ofac() -> tuple[list[extracts.Row], ...]:
    return tuple(_rows("ofac_sdn_2022", f"{name}.csv") for name in ("sdn", "alt", "add"))


FILES: dict[str, Callable[[], tuple[bytes, ...]]] = {
    "ofac-sdn-csv": lambda: layouts.ofac_csv(*_ofac()),
    "ofac-sdn-xml": lambda: (treasury.ofac_xml(*_ofac()),),
    "un-xml": lambda: (layouts.un_xml(extracts.un(extracts.HERE)),),
    "uk-csv": lambda: (europe.uk_csv(extracts.un(extracts.HERE)),),
    "uk-xml": lambda: (europe.uk_xml(extracts.un(extracts.HERE)),),
    "eu-csv": lambda: (europe.eu_csv(extracts.un(extracts.HERE)),),
    "eu-xml": lambda: (europe.eu_xml(extracts.un(extracts.HERE)),),
    "uflpa-html": lambda: (layouts.uflpa_page(_rows("uflpa_entity_list_partial", "entities.csv")),),
    "uflpa-csv": lambda: (layouts.uflpa_csv(_rows("uflpa_entity_list_partial", "entities.csv")),),
    "cbp-html": lambda: (layouts.cbp_page(_rows("cbp_wro_findings", "wro_entities.csv")),),
    "cbp-csv": lambda: (layouts.cbp_csv(_rows("cbp_wro_findings", "wro_entities.csv")),),
    "csl-csv": lambda: (layouts.csl_csv(_rows("us_csl_2023_partial", "csl.csv")),),
    "csl-json": lambda: (layouts.csl_json(_rows("us_csl_2023_partial", "csl.csv")),),
    "dol-csv": lambda: (
        layouts.csv_bytes(layouts.dol_table(_rows("dol_ilab_goods", "goods_2022_edition.csv"))),
    ),
    "opensanctions-csv": lambda: (TARGETS,),
    "opensanctions-ftm": lambda: (ENTITIES,),
    "csv": lambda: (OWN,),
}
"""A small file (or set of files) in each layout that is text."""


def items(format_name: str, *contents: bytes) -> list[Item]:
    """Return all that the reader of a format yields."""
    sources = [Source(f"file{at}", io.BytesIO(one)) for at, one in enumerate(contents)]
    return list(format_named(format_name).read(sources))


def read(format_name: str, *contents: bytes) -> list[Listed]:
    """Return the entries that the reader of a format finds."""
    return [one for one in items(format_name, *contents) if isinstance(one, Listed)]
