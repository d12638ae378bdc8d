"""Chinese postcodes in addresses: what stands by itself, and what is another number."""

import pytest

from screener.codes.postcodes import division_of, divisions_in


@pytest.mark.parametrize(
    "address",
    [
        "No. 7 Beijing Road, China 832000",
        "832000",
        "Post code: 832000",
        "Zip 832000 PRC",
        "北京路7号 邮编832000",
        "邮政编码：８３２０００",
        "CN-832000 Shihezi",
        "7 Road, 832000, China; tel. 0993-2012345",
    ],
)
def test_postcode_is_read_as_addresses_write_it(address: str) -> None:
    assert [division for _, _, division in divisions_in(address)] == ["CN-XJ"]


@pytest.mark.parametrize(
    "address",
    [
        "Order No. 832000, China",
        "PO 832000",
        "P.O. Box 832000",
        "Tel: 832000",
        "tel 832000-12",
        "0993-832000",
        "No. 832000 Beijing Road",
        "#832000",
        "北京路832000号",
        "电话：832000",
        "合同号 832000",
        "832000.50",
        "8320001",
        "lot 832000",
    ],
)
def test_other_numbers_are_no_postcodes(address: str) -> None:
    assert list(divisions_in(address)) == []


def test_span_is_that_of_the_text_as_sent() -> None:
    ((start, end, _),) = divisions_in("China ８３２０００, 7 Road")

    assert (start, end) == (6, 12)
    assert division_of("８３２０００") == "CN-XJ"
