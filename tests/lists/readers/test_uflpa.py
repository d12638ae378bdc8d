"""Tests of screener.lists.readers.uflpa: the sentences in which the list names its entities."""

import pytest

from screener.errors import ListError
from tests.lists.published.layouts import csv_bytes
from tests.lists.readers.files import FILES, read

Named = tuple[str, tuple[str, ...]]


def named(cell: str) -> list[Named]:
    """Return the parties that a cell names, each with its other names."""
    table = csv_bytes([("Name of Entity", "Effective Date"), (cell, "June 21, 2022")])
    return [(one.name, tuple(name.text for name in one.names)) for one in read("uflpa-csv", table)]


@pytest.mark.parametrize(
    ("cell", "parties"),
    [
        ("Ninestar Corporation", [("Ninestar Corporation", ())]),
        (
            "Xinjiang Junggar Cotton and Linen Co., Ltd. (and one alias: Junggar, Cotton and Linen)",
            [("Xinjiang Junggar Cotton and Linen Co., Ltd.", ("Junggar, Cotton and Linen",))],
        ),
        (
            (
                "Hetian Haolin Hair Accessories Co. Ltd. (including two aliases: Hotan Haolin Hair "
                "Accessories; and Hollin Hair Accessories)"
            ),
            [
                (
                    "Hetian Haolin Hair Accessories Co. Ltd.",
                    ("Hotan Haolin Hair Accessories", "Hollin Hair Accessories"),
                )
            ],
        ),
        (
            "Aksu Huafu Textiles Co. (including two aliases: Akesu Huafu and Aksu Huafu Yarn)",
            [("Aksu Huafu Textiles Co.", ("Akesu Huafu", "Aksu Huafu Yarn"))],
        ),
        (
            (
                "Ninestar Corporation and its two Zhuhai-based subsidiaries, which include Zhuhai "
                "Ninestar Information Technology Co., Ltd., and Zhuhai Pantum Electronics Co., Ltd."
            ),
            [
                ("Ninestar Corporation", ()),
                ("Zhuhai Ninestar Information Technology Co., Ltd.", ()),
                ("Zhuhai Pantum Electronics Co., Ltd.", ()),
            ],
        ),
        (
            (
                "Xinjiang Production and Construction Corporation (including three aliases: XPCC; "
                "Xinjiang Corps; and Bingtuan) and its subordinate and affiliated entities"
            ),
            [
                (
                    "Xinjiang Production and Construction Corporation",
                    ("XPCC", "Xinjiang Corps", "Bingtuan"),
                )
            ],
        ),
        (
            (
                "Tianjin Tianwei Food Co., Ltd. (formerly known as Tianjin Sanhe Fruit and Vegetable "
                "Co., Ltd.)"
            ),
            [("Tianjin Tianwei Food Co., Ltd.", ("Tianjin Sanhe Fruit and Vegetable Co., Ltd.",))],
        ),
        ("Camel Group Co., Ltd., and Subsidiaries", [("Camel Group Co., Ltd.", ())]),
    ],
)
def test_sentence_is_taken_apart(cell: str, parties: list[Named]) -> None:
    assert named(cell) == parties


@pytest.mark.parametrize(
    "cell",
    [
        "A Co. (including three aliases: B; and C)",
        "A Co. (with several aliases, see the notice)",
        "A Co., also called B by the notice; and others",
    ],
)
def test_sentence_of_new_wording_is_refused(cell: str) -> None:
    with pytest.raises(ListError, match=r"^file0:2: .*the wording is new; report it"):
        named(cell)


def test_table_under_no_section_is_refused() -> None:
    (page,) = FILES["uflpa-html"]()

    with pytest.raises(ListError, match="a table under no section"):
        read("uflpa-html", page.replace(b"2(d)(2)(B)(", b"of the Act ("))


def test_page_without_the_table_is_refused() -> None:
    with pytest.raises(ListError, match='no table with a column "Name of Entity"'):
        read("uflpa-html", b"<html><body><p>Moved.</p></body></html>")
