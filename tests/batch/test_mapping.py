"""Columns are read by their headers, by a user's own mapping, or proposed by their values."""

from pathlib import Path

import pytest

from screener.batch.mapping import Dictionary
from screener.batch.mapping_file import mapping_text, read_mapping
from screener.batch.proposal import SURE, Proposal, propose
from screener.batch.reader import open_file, read_table
from screener.batch.source import source_of
from screener.batch.tables import Line
from screener.errors import InputError
from screener.pipeline import Screener
from tests.batch.files import orders_in, screened


@pytest.fixture
def dictionary(screener: Screener) -> Dictionary:
    return Dictionary(screener.fields)


def proposals(dictionary: Dictionary, tmp_path: Path, text: str) -> dict[str, Proposal]:
    path = orders_in(tmp_path, text)
    return {one.header: one for one in propose(read_table(source_of(path), dictionary), dictionary)}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("product_description", "product_description"),
        ("Product Description", "product_description"),
        ("VENDOR", "supplier_name"),
        ("品名", "product_description"),
        ("remark", "notes"),
        ("Line ID", "line_id"),
        ("hs_chapter", None),
        ("colour", None),
        ("", None),
    ],
)
def test_a_header_is_its_field_whatever_its_case_and_script(
    dictionary: Dictionary, header: str, field: str | None
) -> None:
    assert dictionary.field_of(header) == field


def test_free_text_of_several_columns_is_put_together_own_name_first(
    dictionary: Dictionary,
) -> None:
    mapping = dictionary.map(["Address 2", "supplier_address", "Item", "Country", "Origin"])

    values = mapping.values(["Floor 2", "1 Main Road", "hats", " ", "CN"])
    assert values["supplier_address"] == "1 Main Road, Floor 2"
    assert mapping.named("supplier_address") == "supplier_address, Address 2"


def test_of_several_columns_of_another_kind_the_first_filled_one_is_read(
    dictionary: Dictionary,
) -> None:
    mapping = dictionary.map(["tariff code", "HS Code", "hts"])

    assert mapping.values(["650500", " ", "1"]) == {"hs_code": "650500"}
    assert mapping.values(["650500", "6911", ""]) == {"hs_code": "6911"}
    assert mapping.values(["", "", ""]) == {}


LOOKS = "a,b,c,d,e,f\n" + "".join(
    f"{at},CNABC{at}DAN,{country},6307.90.{at},{day},hand made hats no {at}\n"
    for at, country, day in [
        (11, "China", "2026-05-04"),
        (12, "Vietnam", "2026-05-05"),
        (13, "Viet Nam", "2026-05-06"),
        (14, "KH", "2026-05-07"),
    ]
)


def test_values_propose_fields_that_no_header_claims(
    dictionary: Dictionary, tmp_path: Path
) -> None:
    found = proposals(dictionary, tmp_path, LOOKS)

    assert {header: one.field for header, one in found.items()} == {
        "a": None,
        "b": "manufacturer_id",
        "c": "country_of_origin",
        "d": "hs_code",
        "e": "doc_date",
        "f": "product_description",
    }
    assert all(one.confidence < SURE for one in found.values())
    assert found["c"].samples == ("China", "Vietnam", "Viet Nam")
    assert "name countries" in found["c"].why


def test_values_never_take_a_field_from_a_header(dictionary: Dictionary, tmp_path: Path) -> None:
    found = proposals(dictionary, tmp_path, LOOKS.replace("f\n", "HS code\n", 1))

    assert found["d"].field is None
    assert (found["HS code"].field, found["HS code"].confidence) == ("hs_code", 1.0)


def test_a_header_with_a_slip_is_proposed_and_not_sure(
    dictionary: Dictionary, tmp_path: Path
) -> None:
    found = proposals(dictionary, tmp_path, "Suplier name,item\nAcme,hats\n")

    assert found["Suplier name"].field == "supplier_name"
    assert found["Suplier name"].confidence < SURE
    assert found["item"].confidence >= SURE


def test_a_mapping_file_is_read_as_it_was_proposed(
    screener: Screener, dictionary: Dictionary, tmp_path: Path
) -> None:
    found = proposals(dictionary, tmp_path, 'Item,"Say ""what"": #1",colour\nhats,b,red\n')
    path = tmp_path / "orders.map.yaml"
    path.write_text(mapping_text("orders.csv", list(found.values())), encoding="utf-8")

    assert read_mapping(path, screener.fields) == {
        "Item": "product_description",
        'Say "what": #1': None,
        "colour": None,
    }


def test_only_what_a_mapping_names_is_read(screener: Screener, tmp_path: Path) -> None:
    path = orders_in(tmp_path, "title\nWhat,Item,Remark\nhats,x,y\n")
    own = Dictionary(screener.fields, {"What": "product_description", "Item": None})
    (line,) = open_file(source_of(path), own).lines

    assert isinstance(line, Line)
    assert line.values == {"product_description": "hats"}


def test_a_mapping_of_a_column_that_is_not_there_is_refused(
    screener: Screener, tmp_path: Path
) -> None:
    path = orders_in(tmp_path, "Item\nhats\n")
    own = Dictionary(screener.fields, {"Item": "product_description", "Gone": None})

    with pytest.raises(InputError, match="'Gone'"):
        open_file(source_of(path), own)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "holds nothing"),
        ("columns:\n", "no columns"),
        ("columns:\n  Item: product_descripton\n", r"map\.yaml:2:9: no field.*product_description"),
        ("columns:\n  Item: hs_chapter\n", "no field 'hs_chapter'"),
        ("columns:\n  Item: [a]\n", "map.yaml:2"),
        ("columns:\n  Item: notes\n  Item: hs_code\n", "Item"),
        ("columns: {\n", "map.yaml:"),
    ],
)
def test_a_broken_mapping_file_is_refused_at_its_place(
    screener: Screener, tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=message):
        read_mapping(path, ("line_id", *screener.record_fields))


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        (("Item", "tier"), ["'tier' is 'tier_2'"]),
        (("Item", "tier", "tier_2", "points"), ["'tier' is 'tier_3'", "'points' is 'points_2'"]),
        (("Item", "Tier", "colour"), []),
    ],
)
def test_what_a_result_column_is_called_beside_one_of_its_name_is_told_and_so_called(
    screener: Screener, tmp_path: Path, headers: tuple[str, ...], told: list[str]
) -> None:
    path = orders_in(tmp_path, f"{','.join(headers)}\nhats{',own' * (len(headers) - 1)}\n")
    found = screened(screener, path)

    (row,) = found.results
    assert [row[header] for header in headers[1:]] == ["own"] * (len(headers) - 1)
    assert all(row[one.split("'")[3]] not in ("", "own") for one in told)
    assert [
        one.split("in the results ")[1] for one in found.remarks if "in the results" in one
    ] == ([", ".join(told)] if told else [])
