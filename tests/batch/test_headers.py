"""A header is read in whatever language, short form or layout it says the same; what says two things is not."""

from pathlib import Path

import pytest

from screener.batch.headers import Headers, form
from screener.pipeline import Screener
from tests.batch.files import orders_in, screened


@pytest.fixture(scope="module")
def headers(screener: Screener) -> Headers:
    return Headers(screener.fields)


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ("Tedarikçi|ÜRÜN ADI|GTİP|Menşe Ülke", "supplier_name product_description hs_code country_of_origin"),
        ("Поставщик|Наименование товара|Код ТН ВЭД|Страна происхождения|Изготовитель",
         "supplier_name product_description hs_code country_of_origin manufacturer_name"),
        ("Постачальник|Опис товару|Країна походження", "supplier_name product_description country_of_origin"),
        ("Dostawca|Nazwa towaru|Kraj pochodzenia|Ilosc", "supplier_name product_description country_of_origin quantity"),
        ("Leverancier|Omschrijving|Land van oorsprong", "supplier_name product_description country_of_origin"),
        ("Nhà cung cấp|Ten hang|Nước xuất xứ", "supplier_name product_description country_of_origin"),
        ("Pemasok|Uraian barang|Negara asal", "supplier_name product_description country_of_origin"),
        ("المورد|وصف البضاعة|بلد المنشأ", "supplier_name product_description country_of_origin"),
        ("供应商名称|物料名称|价税合计|原产国(地区)", "supplier_name product_description total_value country_of_origin"),
        ("해외거래처|거래품명|HS부호|적출국부호", "supplier_name product_description hs_code country_of_export"),
        ("NAME1|MAKTX|STAWN|HERKL|NETPR", "supplier_name product_description hs_code country_of_origin unit_price"),
        ("Mfr Name|Mfg Country|Item Desc|Ctry of Orig", "manufacturer_name manufacturer_country product_description country_of_origin"),
    ],
)  # fmt: skip
def test_headers_of_many_systems_are_read(headers: Headers, row: str, fields: str) -> None:
    assert [headers.field_of(header) for header in row.split("|")] == fields.split()


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("品名/Description of Goods", "product_description"),
        ("供应商 Supplier", "supplier_name"),
        ("原产国(Country of Origin)", "country_of_origin"),
        ("行号 Line", "line_id"),
        ("Proveedor / Vendor", "supplier_name"),
        ("16. Country of origin", "country_of_origin"),
        ("(2) Description", "product_description"),
        ("Product Description *", "product_description"),
        ("Supplier (required)", "supplier_name"),
        ("Unit Price (USD)", "unit_price"),
        ("单价(元)", "unit_price"),
        ("Amount USD", "total_value"),
        ("Quantity (kg)", "quantity"),
        ("Country of origin (ISO code)", "country_of_origin"),
        ("Shipper/Exporter", "shipper_name"),
        ("Manufacturer / Supplier", "manufacturer_name"),
        ("Consignee/Notify party", "consignee_name"),
        ("Buyer/Seller", None),
        ("Item / Qty", None),
        ("Supplier code", None),
        ("供应商 Code", None),
        ("供应商ID", None),
        ("产品 SKU", None),
        ("Country (Ship to)", None),
        ("Origin (port)", None),
        ("Supplier USD", None),
        ("Date (delivery)", None),
        ("Supplier / " + "x" * 80, None),
    ],
)
def test_parts_of_a_header_must_agree(headers: Headers, header: str, field: str | None) -> None:
    assert headers.field_of(header) == field


def test_every_usual_header_is_its_own_field_after_folding(
    headers: Headers, screener: Screener
) -> None:
    owners: dict[str, set[str]] = {}
    for name, field in screener.fields.items():
        for header in () if field.derived_from else (name, *field.synonyms):
            assert headers.field_of(header) == name
            owners.setdefault(form(header), set()).add(name)
    assert {key: names for key, names in owners.items() if len(names) > 1 or not key} == {}


@pytest.mark.parametrize("rows", [1, 300])
def test_filled_cells_without_a_header_are_told(
    screener: Screener, tmp_path: Path, rows: int
) -> None:
    path = orders_in(tmp_path, "Item,,Qty,\n" + "hats,Acme Works,1,\n" * rows)

    told = [one for one in screened(screener, path).remarks if "no header" in one]
    assert len(told) == 1
    assert told[0].startswith(f"column 2 has no header: its filled cells, {rows}, ")
