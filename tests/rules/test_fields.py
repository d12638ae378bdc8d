"""Tests of screener.rules.fields and of the shipped data dictionary."""

from pathlib import Path

import pytest

from screener.errors import RuleError
from screener.model.record import Record
from screener.rules.fields import FILE, header_key, read_fields, with_derived
from tests.rules.checked_world import FIELDS, HERE

TEXT = (HERE.parents[1] / "rules" / FILE).read_text(encoding="utf-8")


def fields_of(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    read_fields(tmp_path)


def test_columns_are_those_of_the_record_in_its_order_and_derived_ones_last() -> None:
    assert list(FIELDS) == [
        *Record.model_fields,
        "manufacturer_id_country",
        "hs_chapter",
        "hs_heading",
        "fee_stated",
    ]


@pytest.mark.parametrize(
    ("prefix", "role"),
    [("supplier_", "party"), ("manufacturer_name", "party"), ("shipper_", "party"),
     ("consignee_", "party"), ("notify_party", "party"), ("payee_name", "payment"),
     ("port_of_lading", "transport"), ("place_of_receipt", "transport"),
     ("country_of_export", "transport"), ("material_origin", "site"),
     ("country_of_origin", "site"), ("product_description", None), ("notes", None),
     ("documents", None)],
)  # fmt: skip
def test_role_of_a_hit_follows_from_its_column(prefix: str, role: str | None) -> None:
    assert {field.role for name, field in FIELDS.items() if name.startswith(prefix)} == {role}


def test_place_of_the_supplier_stays_open_when_only_goods_and_origin_are_given() -> None:
    carrying = [name for name, field in FIELDS.items() if "place" in field.carries]

    assert "supplier_city" in carrying
    assert not {"product_description", "country_of_origin", "notes"} & {*carrying}
    assert any(FIELDS[name].gap_if_empty for name in carrying)


@pytest.mark.parametrize("kind", ["party", "place", "goods", "term"])
def test_every_kind_of_entry_has_a_column_whose_emptiness_is_a_gap(kind: str) -> None:
    assert [name for name, field in FIELDS.items() if kind in field.carries and field.gap_if_empty]


def test_free_text_that_is_normally_empty_is_no_gap() -> None:
    assert not [name for name in ("notes", "documents", "vessel") if FIELDS[name].gap_if_empty]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Supplier", "supplier_name"),
        ("VENDOR NAME", "supplier_name"),
        ("供应商名称", "supplier_name"),
        ("Country of Origin Code", "country_of_origin"),
        ("COO", "country_of_origin"),
        ("원산지", "country_of_origin"),
        ("HTS Number", "hs_code"),
        ("HS编码", "hs_code"),
        ("Cargo Description", "product_description"),
        ("品名", "product_description"),
        ("Manufacturer ID", "manufacturer_id"),
        ("MID", "manufacturer_id"),
        ("Port of Loading", "port_of_lading"),
        ("POL", "port_of_lading"),
        ("Notify Party", "notify_party"),
        ("Entered Value", "total_value"),
        ("单价", "unit_price"),
        ("加工费", "stated_processing_fee"),
        ("Beneficiary", "payee_name"),
        ("proveedor", "supplier_name"),
    ],
)
def test_usual_headers_are_known(header: str, column: str) -> None:
    owners = {
        header_key(text): name for name, field in FIELDS.items() for text in (name, *field.synonyms)
    }

    assert owners[header_key(header)] == column


@pytest.mark.parametrize("name", list(FIELDS))
def test_every_column_says_what_it_means(name: str) -> None:
    assert FIELDS[name].meaning.endswith(".")


@pytest.mark.parametrize(
    ("values", "derived"),
    [
        ({"manufacturer_id": "KPSINEXP12SIN"}, {"manufacturer_id_country": "KP"}),
        ({"manufacturer_id": "unknown"}, {}),
        ({"hs_code": "9503.00"}, {"hs_chapter": "95", "hs_heading": "9503"}),
        ({"hs_code": "95"}, {"hs_chapter": "95"}),
        ({"stated_processing_fee": "0,80 yuan/pc"}, {"fee_stated": "0.80 CNY per piece"}),
        (
            {"stated_processing_fee": "0.80", "currency": "CNY", "uom": "PCS"},
            {"fee_stated": "0.80 CNY per piece"},
        ),
        ({"stated_processing_fee": "as agreed"}, {"fee_stated": "as agreed"}),
        ({"notes": "加工费0.8元/个"}, {"fee_stated": "0.8 CNY per piece"}),
        (
            {"stated_processing_fee": "2 CNY/pc", "notes": "加工费0.8元/个"},
            {"fee_stated": "2 CNY per piece"},
        ),
        (
            {"notes": "sewing fee 0.2 USD/pc; processing fee 1.5 CNY/pc; piece rate 0.9 CNY/pc"},
            {"fee_stated": "0.9 CNY per piece"},
        ),
        ({"notes": "no fee stated"}, {}),
    ],
)
def test_derived_columns_follow_from_the_record(
    values: dict[str, str], derived: dict[str, str]
) -> None:
    assert with_derived(values, FIELDS) == {**values, **derived}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("supplier_city:", "supplier_town:", r"R021\] the record has no column"),
        ("supplier_city:", "supplier_town:", r'missing column "supplier_city"'),
        ("  type: hs\n", "  type: tariff\n", r'R005\] "tariff" is not a value of "type"'),
        ("  carries: [goods, term]", "  carries: [product]", r"R005\]"),
        ("[vessel, ", "[supplier name, ", r"claimed by supplier_name and vessel"),
        ("  derived_from: [hs_code]\n", "", r"derived_from"),
        ("  derived_from: [hs_code]\n", "  derived_from: [hs]\n", r'derived from "hs"'),
        ("vessel:\n", "vessel: {type: text}\nvoyage:\n", r'missing key "meaning" in a column'),
    ],
)
def test_wrong_dictionary_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in TEXT

    with pytest.raises(RuleError, match=message):
        fields_of(tmp_path, TEXT.replace(old, new, 1))


@pytest.mark.parametrize("text", ["[a]", "", "a: [", "a: 1"])
def test_any_other_file_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(RuleError):
        fields_of(tmp_path, text)


def test_missing_dictionary_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"fields\.yaml:1: missing"):
        read_fields(tmp_path)
