"""Tests of screener.codes.identifiers."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.codes.countries import is_country
from screener.codes.identifiers import ManufacturerId, manufacturer_country, read_manufacturer_id


@pytest.mark.parametrize(
    ("text", "country", "maker", "number"),
    [
        ("CNDANHUA123DAN", "CN", "DANHUA", "123"),
        ("KPSINEXP12SIN", "KP", "SINEXP", "12"),
        ("CNTUMHUA8TUM", "CN", "TUMHUA", "8"),
        ("VN3MCOM1234HAN", "VN", "3MCOM", "1234"),
        ("CNLGX12DAN", "CN", "LGX", "12"),
        ("KRSAMSUNSEO", "KR", "SAMSUN", ""),
        ("XOMAPLEA123TOR", "CA", "MAPLEA", "123"),
        ("cn dan-hua 123 dan", "CN", "DANHUA", "123"),
    ],
)
def test_parts_of_a_code_are_read(text: str, country: str, maker: str, number: str) -> None:
    code = read_manufacturer_id(text)

    assert code is not None
    assert (code.country, code.maker, code.number) == (country, maker, number)


@pytest.mark.parametrize(
    "text",
    ["", "KP", "KPI-0034", "91210600MA0UABCD", "CNABCDEFGHIJKLMN", "ZZDANHUA123DAN", "SUPPLIER 12",
     "KP123456DAN1", "CNDANHUA12345DAN", "丹东", "x" * 500],
)  # fmt: skip
def test_other_numbers_are_no_codes(text: str) -> None:
    assert read_manufacturer_id(text) is None
    assert manufacturer_country(text) is None


def test_no_place_is_read_from_the_last_letters() -> None:
    fields = [field.name for field in msgspec.structs.fields(ManufacturerId)]

    assert fields == ["text", "country", "maker", "number"]


@given(text=st.text(max_size=20) | st.from_regex(r"[A-Z]{2}[A-Z0-9]{2,6}[0-9]{0,4}[A-Z]{3}"))
def test_country_of_any_code_is_of_the_standard(text: str) -> None:
    code = manufacturer_country(text)

    assert code is None or is_country(code)
