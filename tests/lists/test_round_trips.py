"""Every extract, rendered into its publisher's layout and read again, is what it was."""

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from screener.lists.formats import format_named
from screener.lists.listed import Listed
from screener.lists.readers.lines import Source
from screener.lists.texts import clean
from tests.lists.published import europe, extracts, layouts, treasury

KINDS = {"organization": "", "person": "individual", "vessel": "vessel", "aircraft": "aircraft"}
FOLDERS = [
    pytest.param(extracts.HERE, id="a few entries"),
    pytest.param(
        Path(extracts.WHOLE or "."),
        id="whole",
        marks=[
            pytest.mark.slow,
            pytest.mark.skipif(
                extracts.WHOLE is None,
                reason=f"{extracts.VARIABLE} names no folder with whole extracts",
            ),
        ],
    ),
]
folders = pytest.mark.parametrize("folder", FOLDERS)


def read(format_name: str, *contents: bytes) -> list[Listed]:
    """Return the entries that the reader of a format finds in files of these contents."""
    sources = [Source(f"file{at}", io.BytesIO(one)) for at, one in enumerate(contents)]
    items = format_named(format_name).read(sources)
    return [one for one in items if isinstance(one, Listed)]


def details(one: Listed) -> dict[str, str]:
    return dict(one.details)


# The whole extract lacks the last entry of the file of names, and has its address.
CUT_OFF = "34489"


def ofac(folder: Path) -> tuple[list[extracts.Row], ...]:
    """Return names, alternate names and addresses, without those of the entry cut off."""
    return tuple(
        [
            row
            for row in extracts.rows(folder / "ofac_sdn_2022", f"{name}.csv")
            if row["ent_num"] != CUT_OFF
        ]
        for name in ("sdn", "alt", "add")
    )


Table = list[extracts.Row]


def _advanced(sdn: Table, alt: Table, add: Table) -> tuple[bytes, ...]:
    return (treasury.ofac_xml(sdn, alt, add),)


OFAC: dict[str, Callable[[Table, Table, Table], tuple[bytes, ...]]] = {
    "ofac-sdn-csv": layouts.ofac_csv,
    "ofac-sdn-xml": _advanced,
}
in_layouts = pytest.mark.parametrize("layout", sorted(OFAC))


@folders
@in_layouts
def test_ofac_names_come_back(folder: Path, layout: str) -> None:
    sdn, alt, add = ofac(folder)

    listed = read(layout, *OFAC[layout](sdn, alt, add))

    assert [_sdn_row(one) for one in listed] == sdn


@folders
@in_layouts
def test_ofac_alternate_names_and_addresses_come_back(folder: Path, layout: str) -> None:
    sdn, alt, add = ofac(folder)

    listed = read(layout, *OFAC[layout](sdn, alt, add))

    names = [(one.key, a.quality, a.text) for one in listed for a in one.names if not a.weak]
    assert sorted(names) == sorted((row["ent_num"], row["type"], row["name"]) for row in alt)
    places = [(one.key, text) for one in listed for text in one.addresses]
    stated = ((row["ent_num"], (row["address"], row["city"], row["country"])) for row in add)
    assert sorted(places) == sorted(
        (key, ", ".join(part for part in parts if part)) for key, parts in stated
    )


def _sdn_row(one: Listed) -> dict[str, str]:
    columns = ("call_sign", "vessel_type", "tonnage", "grt", "vessel_flag", "vessel_owner")
    return {
        "ent_num": one.key,
        "name": one.name,
        "type": KINDS[one.kind],
        "programs": "; ".join(one.programmes),
        "title": details(one).get("title", ""),
        **{name: details(one).get(name, "") for name in columns},
        "remarks": one.remarks or "",
    }


@folders
def test_un_listings_come_back(folder: Path) -> None:
    listings = extracts.un(folder)

    listed = read("un-xml", layouts.un_xml(listings))

    assert [_un_listing(one) for one in sorted(listed, key=lambda one: one.key)] == [
        {**one, "listed_on": one["listed_on"][:10]}
        for one in sorted(listings, key=lambda one: one["reference_number"])
    ]


def _un_listing(one: Listed) -> dict[str, object]:
    original = [name.text for name in one.names if name.quality == "original script"]
    return {
        "reference_number": one.key,
        "un_list_type": ", ".join(one.programmes),
        "type": "individual" if one.kind == "person" else "entity",
        "name": one.name,
        "name_original_script": "".join(original),
        "listed_on": one.listed_on,
        "aliases": [
            {"quality": name.quality, "name": name.text}
            for name in one.names
            if name.quality != "original script"
        ],
        "addresses": list(one.addresses),
        "nationalities": [text for name, text in one.details if name == "nationality"],
        "comments": one.remarks or "",
    }


@folders
@pytest.mark.parametrize("layout", ["uk-csv", "uk-xml", "eu-csv", "eu-xml"])
def test_listings_come_back_from_the_lists_of_europe(folder: Path, layout: str) -> None:
    listings = extracts.un(folder)
    render = getattr(europe, layout.replace("-", "_"))

    listed = read(layout, render(listings))

    assert [_european(one) for one in listed] == [_stated(one, layout) for one in listings]


def _european(one: Listed) -> dict[str, object]:
    return {
        "number": one.identifiers[0],
        "kind": one.kind,
        "name": one.name,
        "others": {(name.text, name.weak) for name in one.names},
        "addresses": list(one.addresses),
        "listed_on": one.listed_on,
        "remarks": one.remarks or "",
    }


def _stated(one: dict[str, Any], layout: str) -> dict[str, object]:
    weak = {alias["name"] for alias in one["aliases"] if alias["quality"] == "Low"}
    others = {clean(alias["name"]) for alias in one["aliases"]} | {one["name_original_script"]}
    return {
        "number": one["reference_number"],
        "kind": "person" if one["type"] == "individual" else "organization",
        "name": one["name"],
        "others": {
            (text, layout != "eu-csv" and text in weak)
            for text in others
            if text not in ("", one["name"])
        },
        "addresses": list(dict.fromkeys(one["addresses"])),
        "listed_on": one["listed_on"][:10],
        "remarks": one["comments"],
    }


@folders
def test_screening_list_comes_back_from_csv(folder: Path) -> None:
    entries = extracts.rows(folder / "us_csl_2023_partial", "csl.csv")

    listed = read("csl-csv", layouts.csl_csv(entries))

    assert [{**_csl_row(one), "ids": "; ".join(one.identifiers)} for one in listed] == [
        _tidy(row) for row in entries
    ]
    assert len({one.key for one in listed}) == len(entries)


@folders
def test_screening_list_comes_back_from_json(folder: Path) -> None:
    entries = extracts.rows(folder / "us_csl_2023_partial", "csl.csv")

    listed = read("csl-json", layouts.csl_json(entries))

    without_ids = [_tidy({**row, "ids": ""}) for row in entries]
    assert [{**_csl_row(one), "ids": ""} for one in listed] == without_ids


def _tidy(row: dict[str, str]) -> dict[str, str]:
    """Return a row as it reads: blanks at separators, Windows punctuation."""
    lists = ("alt_names", "addresses", "programs", "ids")
    tidy = {name: clean(text) for name, text in row.items()}
    parts = {name: [one.strip() for one in tidy[name].split(";")] for name in lists}
    return tidy | {
        name: "; ".join(one for one in several if one) for name, several in parts.items()
    }


def _csl_row(one: Listed) -> dict[str, str]:
    number = one.key.rpartition("-")[2]
    kinds = {"organization": "Entity", "person": "Individual", "vessel": "Vessel"}
    numbered = number.isdecimal() and "Treasury" in (one.basis or "")
    return {
        "source": one.basis or "",
        "entity_number": number if numbered else "",
        "type": kinds[one.kind] if numbered else "",
        "programs": "; ".join(one.programmes),
        "name": one.name,
        "addresses": "; ".join(one.addresses),
        "federal_register_notice": details(one).get("federal_register_notice", ""),
        "start_date": one.listed_on or "",
        "remarks": one.remarks or "",
        "alt_names": "; ".join(name.text for name in one.names),
    }


@folders
@pytest.mark.parametrize("layout", ["dol-csv", "dol-xlsx"])
def test_goods_come_back(folder: Path, layout: str) -> None:
    goods = extracts.rows(folder / "dol_ilab_goods", "goods_2022_edition.csv")
    if layout == "dol-xlsx":
        pytest.importorskip("python_calamine", reason="the extra batch is not installed")
    table = layouts.dol_table(goods)

    listed = read(
        layout, layouts.workbook(table) if layout == "dol-xlsx" else layouts.csv_bytes(table)
    )

    assert [_dol_row(one) for one in listed] == goods
    assert len({one.key for one in listed}) == len(goods)


def _dol_row(one: Listed) -> dict[str, str]:
    def marked(labor: str) -> str:
        return "Yes" if labor in one.programmes else "No"

    return {
        "country": details(one)["country"],
        "region": details(one)["region"],
        "good": one.goods[0],
        "sector": details(one)["sector"],
        "child_labor": marked("child labor"),
        "forced_labor": marked("forced labor"),
        "forced_child_labor": marked("forced child labor"),
        "derived_labor_exploitation": marked("derived"),
    }


@folders
@pytest.mark.parametrize("layout", ["uflpa-html", "uflpa-csv"])
def test_uflpa_entities_come_back(folder: Path, layout: str) -> None:
    entities = extracts.rows(folder / "uflpa_entity_list_partial", "entities.csv")
    render = layouts.uflpa_page if layout == "uflpa-html" else layouts.uflpa_csv

    listed = read(layout, render(entities))

    assert sorted(map(_uflpa_row, listed)) == sorted(
        (
            row["name"],
            tuple(extracts.several(row["aliases"])),
            tuple(extracts.several(row["former_names"])),
            row["effective_date"],
            f"section 2(d)(2)(B)({layouts.SUBLISTS[row['sublist']]})",
        )
        for row in entities
    )


def _uflpa_row(one: Listed) -> tuple[str, tuple[str, ...], tuple[str, ...], str, str]:
    by_quality = {
        quality: tuple(name.text for name in one.names if name.quality == quality)
        for quality in ("alias", "formerly known as")
    }
    return (one.name, *by_quality.values(), one.listed_on or "", one.basis or "")  # type: ignore[return-value]  # two qualities, in this order


@folders
@pytest.mark.parametrize("layout", ["cbp-html", "cbp-csv"])
def test_parties_of_orders_come_back(folder: Path, layout: str) -> None:
    parties = extracts.rows(folder / "cbp_wro_findings", "wro_entities.csv")
    render = layouts.cbp_page if layout == "cbp-html" else layouts.cbp_csv

    listed = read(layout, render(parties))

    named = {text for one in listed for text in _all_names([one])}
    wanted = {name for row in parties for name in (row["name"], *extracts.several(row["aliases"]))}
    assert {name for name in wanted if _plain(name) not in named} <= NOT_TOLD_APART


# Two old orders enumerate workshops by commas, as others write places behind a name.
NOT_TOLD_APART = {
    "Kumar Carpet Pvt.", "Singhe Carpet Pvt., Ltd.", "Annapurna Carpet", "Everest Carpet",
    "Valley Carpet", "K.K. Carpet Industries", "State Penitentiary",
}  # fmt: skip


def _all_names(listed: Sequence[Listed]) -> Iterator[str]:
    for one in listed:
        yield _plain(one.name)
        yield from (_plain(name.text) for name in one.names)


def _plain(name: str) -> str:
    return name.rstrip(".").casefold()
