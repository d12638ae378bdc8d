"""Tests of screener.lists.readers.cbp_orders: parties, goods, status and dates of orders."""

import pytest

from screener.errors import ListError
from screener.lists.listed import Listed
from tests.lists.published.layouts import csv_bytes
from tests.lists.readers.files import read

HEADINGS = ("Effective Date", "Country", "Entity", "Merchandise", "Status", "Remarks")


def orders(*cells: str) -> list[Listed]:
    """Return what is read of one row of a table with these headings."""
    return read("cbp-csv", csv_bytes([HEADINGS, cells]))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            ("Yili Zhuowan Garment Manufacturing Co., Ltd. and Baoding LYSZD Trade and Business Co., "
            "Ltd."),
            [
                "Yili Zhuowan Garment Manufacturing Co., Ltd.",
                "Baoding LYSZD Trade and Business Co., Ltd.",
            ],
        ),
        (
            ("Shanghai Select Safety Products Company, Limited and its two subsidiaries from China, "
            "Select (Nantong) Safety Products Co. Limited and Select Protective Technology (HK) Limited"),
            [
                "Shanghai Select Safety Products Company, Limited",
                "Select (Nantong) Safety Products Co. Limited",
                "Select Protective Technology (HK) Limited",
            ],
        ),
        ("Hoshine Silicon Industry Co. Ltd. and Subsidiaries", ["Hoshine Silicon Industry Co. Ltd."]),
        ("Fishing Vessel: Da Wang", ["Da Wang"]),
        ("Nanhu Tree Farm; Kathmandu.", ["Nanhu Tree Farm, Kathmandu."]),
    ],
)  # fmt: skip
def test_parties_are_told_apart_at_legal_forms_only(text: str, names: list[str]) -> None:
    assert [one.name for one in orders("", "China", text, "", "Active", "")] == names


def test_other_names_belong_to_their_party() -> None:
    text = "Wuyi Machinery Plant, a/k/a Sichuan (Szechuan) Factory, a/k/a Province No. 1 Prison"

    (one,) = orders("", "China", text, "", "Active", "")

    assert [name.text for name in one.names] == [
        "Sichuan (Szechuan) Factory",
        "Province No. 1 Prison",
    ]


def test_order_keeps_goods_country_status_and_dates() -> None:
    (one,) = orders(
        "July 15, 2020", "Malaysia", "WRP Asia Pacific Sdn. Bhd.", "disposable gloves", "Inactive",
        "Revoked on March 24, 2020",
    )  # fmt: skip

    assert (one.listed_on, one.ended_on, one.status) == ("2020-07-15", "2020-03-24", "Inactive")
    assert (one.goods, one.countries) == (("disposable gloves",), ("MY",))


@pytest.mark.parametrize("goods", ["All", "All products", "all merchandise."])
def test_order_on_everything_names_no_goods_so_that_all_of_its_party_are_meant(goods: str) -> None:
    (one,) = orders("12/30/2020", "Malaysia", "Sime Darby Bhd", goods, "Active", "")

    assert (one.goods, one.kind) == ((), "organization")


@pytest.mark.parametrize(
    ("entity", "country", "merchandise", "countries", "goods"),
    [
        (
            "Tobacco produced in Malawi and products containing tobacco produced in Malawi",
            "Malawi", "Tobacco", ("MW",), ("Tobacco",),
        ),
        (
            "All Turkmenistan Cotton or products produced in whole or in part with Turkmenistan cotton.",
            "Turkmenistan", "", ("TM",),
            ("All Turkmenistan Cotton or products produced in whole or in part with Turkmenistan cotton.",),
        ),
        ("Artisanal Small Mines", "Congo, Democratic Republic of the", "Gold", ("CD",), ("Gold",)),
        ("Marange Diamond Fields", "Zimbabwe", "Diamonds", ("ZW",), ("Diamonds",)),
        ("", "Malawi", "Tobacco", ("MW",), ("Tobacco",)),
        ("Xinjiang Uyghur Autonomous Region (XUAR)", "China", "Cotton", ("CN",), ("Cotton",)),
        ("", "China", "Cotton produced in Xinjiang", ("CN",), ("Cotton produced in Xinjiang",)),
    ],
)  # fmt: skip
def test_goods_of_a_region_name_no_party(
    entity: str, country: str, merchandise: str, countries: tuple[str, ...], goods: tuple[str, ...]
) -> None:
    (one,) = orders("11/01/2019", country, entity, merchandise, "Active", "")

    assert (one.kind, one.names) == ("goods", ())
    assert (one.countries, one.goods) == (countries, goods)
    assert one.divisions == (("CN-XJ",) if "Xinjiang" in entity + merchandise else ())


@pytest.mark.parametrize(
    "entity",
    ["Malawi Tobacco Company Ltd.", "Wang Tsang Coal and Iron Factory", "Gold Fields Inc."],
)
def test_a_company_that_is_called_after_goods_is_a_party(entity: str) -> None:
    (one,) = orders("11/01/2019", "Malawi", entity, "Tobacco", "Active", "")

    assert one.kind == "organization"


@pytest.mark.parametrize(
    ("status", "remarks", "changed", "ended"),
    [
        ("Active", "Issued on May 5, 2020", None, None),
        ("Partially Active", "Modified on February 1, 2017 for one firm", "2017-02-01", None),
        ("Modified", "Order of May 5, 2020, as amended 02/03/2021", "2021-02-03", None),
        ("Inactive", "Modified on May 5, 2020. Revoked on March 24, 2021.", None, "2021-03-24"),
        ("Revoked", "Revocation: March 24, 2021; notice of April 2, 2021", None, "2021-03-24"),
        ("Inactive", "March 24, 2021", None, "2021-03-24"),
        ("Inactive", "Revoked", None, None),
    ],
)
def test_days_of_change_and_end_are_those_that_remarks_name(
    status: str, remarks: str, changed: str | None, ended: str | None
) -> None:
    (one,) = orders("May 5, 2020", "China", "Lop Hair Ltd.", "hair", status, remarks)

    assert (one.listed_on, one.changed_on, one.ended_on) == ("2020-05-05", changed, ended)


def test_order_on_goods_of_a_country_names_no_party() -> None:
    (one,) = orders("", "Turkmenistan", "", "cotton", "Active", "")

    assert (one.kind, one.name, one.goods) == ("goods", "cotton of Turkmenistan", ("cotton",))


@pytest.mark.parametrize(
    ("status", "message"), [("Paused", "is no status of an order"), ("", "is no status")]
)
def test_unknown_status_is_refused(status: str, message: str) -> None:
    with pytest.raises(ListError, match=message):
        orders("", "China", "Example Co., Ltd.", "", status, "")
