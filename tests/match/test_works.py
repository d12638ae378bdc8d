"""Works called after a town of the DPRK, and work that an address states, stand against another country."""

import pytest

from screener.model.record import Record
from screener.pipeline import Screener


@pytest.mark.parametrize(
    "columns",
    [
        {"manufacturer_name": "Sinuiju Knitting Factory", "manufacturer_country": "CN"},
        {"manufacturer_name": "Pyongyang Silk Mill", "manufacturer_country": "CN"},
        {"supplier_name": "Sinuiju Garment Factory", "supplier_city": "Dandong"},
        {"manufacturer_name": "Sinuiju-Dandong Garment JV"},
        {"supplier_name_local": "新义州服装厂驻丹东办事处"},
        {"supplier_name": "평양피복공장", "supplier_country": "CN"},
        {"supplier_address": "12 Bin Rd, Dandong (production: Sinuiju)", "supplier_country": "CN"},
        {"supplier_address": "Works: Sinuiju; office 12 Bin Rd Dandong", "supplier_country": "CN"},
    ],
)
def test_works_in_the_dprk_are_a_gate(columns: dict[str, str], screener: Screener) -> None:
    record = Record(line_id="1", product_description="hats", **columns)

    assert screener.screen(record).tier == "T4"


@pytest.mark.parametrize(
    "columns",
    [
        {"supplier_name": "Wonsan Machinery Works", "supplier_country": "KR"},
        {"supplier_name": "Nampo Plant Engineering", "supplier_city": "Seoul"},
        {"supplier_name": "Wonsan Works, Busan"},
        {"supplier_name": "Pyongyang Cold Noodle Factory", "supplier_country": "CN"},
        {"supplier_name": "Pyongyang Records LLC", "supplier_country": "US"},
        {"supplier_address": "Factory Road 5, opposite Sinuiju, Dandong", "supplier_country": "CN"},
    ],
)
def test_namesakes_of_the_south_dishes_and_views_are_none(
    columns: dict[str, str], screener: Screener
) -> None:
    record = Record(line_id="1", product_description="valves", **columns)

    assert screener.screen(record).tier in ("T0", "T1")
