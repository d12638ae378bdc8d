"""The usual papers of trade map without help: their headers are those of public descriptions."""

import pytest

from screener.batch.mapping import Dictionary
from screener.pipeline import Screener

PAPERS = {
    "ACE report ES-003": {
        "Entry Summary Number": "source_row_ref",
        "Entry Type Code": None,
        "Entry Date": "doc_date",
        "Importer Name": "consignee_name",
        "Ultimate Consignee Name": "consignee_name",
        "Entry Summary Line Number": "source_row_ref",
        "HTS Number - Full": "hs_code",
        "Country of Origin Code": "country_of_origin",
        "Country of Export Code": "country_of_export",
        "Manufacturer ID": "manufacturer_id",
        "Manufacturer Name": "manufacturer_name",
        "Line Goods Value Amount": "total_value",
        "Line Tariff Quantity (1)": "quantity",
        "Tariff Unit of Measure (1)": "uom",
        "Line Duty Amount": None,
        "Mode of Transportation": None,
    },
    "purchase order": {
        "PO Number": "source_row_ref",
        "PO Date": "doc_date",
        "Vendor Name": "supplier_name",
        "Vendor Address": "supplier_address",
        "Item Number": None,
        "Item Description": "product_description",
        "Qty": "quantity",
        "UOM": "uom",
        "Unit Price": "unit_price",
        "Currency": "currency",
        "Extended Amount": "total_value",
        "Country of Origin": "country_of_origin",
        "HTS Code": "hs_code",
    },
    "manifest": {
        "Bill of Lading Number": "source_row_ref",
        "Shipper Name": "shipper_name",
        "Shipper Address": "shipper_address",
        "Consignee Name": "consignee_name",
        "Notify Party Name": "notify_party",
        "Foreign Port of Lading": "port_of_lading",
        "Place of Receipt": "place_of_receipt",
        "Vessel Name": "vessel",
        "Description of Goods": "product_description",
        "Piece Count": "quantity",
        "Marks and Numbers": "notes",
        "Weight": None,
    },
    "packing list": {
        "Invoice No.": "source_row_ref",
        "Carton No.": None,
        "Description of Goods": "product_description",
        "Quantity (PCS)": "quantity",
        "Net Weight (KGS)": None,
        "Shipper": "shipper_name",
        "Manufacturer": "manufacturer_name",
        "Country of Origin": "country_of_origin",
    },
    "supplier master": {
        "Supplier ID": None,
        "Supplier Name": "supplier_name",
        "Supplier Name (Local Language)": "supplier_name_local",
        "Street Address": "supplier_address",
        "City": "supplier_city",
        "State/Province": "supplier_province",
        "Postal Code": "supplier_postcode",
        "Country": "supplier_country",
        "Factory Name": "manufacturer_name",
        "Factory Address": "manufacturer_address",
    },
    "Chinese purchase order": {
        "订单号": "source_row_ref",
        "订单日期": "doc_date",
        "供应商名称": "supplier_name",
        "供应商地址": "supplier_address",
        "品名": "product_description",
        "规格型号": None,
        "数量": "quantity",
        "单位": "uom",
        "单价": "unit_price",
        "币种": "currency",
        "金额": "total_value",
        "原产国": "country_of_origin",
        "海关编码": "hs_code",
        "生产厂家": "manufacturer_name",
        "备注": "notes",
    },
    "Korean purchase order": {
        "발주번호": "source_row_ref",
        "발주일자": "doc_date",
        "공급업체명": "supplier_name",
        "공급업체 주소": "supplier_address",
        "품명": "product_description",
        "규격": None,
        "수량": "quantity",
        "단위": "uom",
        "단가": "unit_price",
        "통화": "currency",
        "금액": "total_value",
        "원산지": "country_of_origin",
        "HS코드": "hs_code",
        "제조사": "manufacturer_name",
        "비고": "notes",
    },
}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_usual_paper_is_read_without_help(screener: Screener, paper: str) -> None:
    dictionary = Dictionary(screener.fields)
    headers = PAPERS[paper]

    assert {header: dictionary.field_of(header) for header in headers} == headers
    dictionary.telling(tuple(headers))
