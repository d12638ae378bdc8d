"""Tests of screener.lists.formats: which format a file is of."""

import pytest

from screener.errors import InputError
from screener.lists.formats import FORMATS, SIGN_BYTES, format_named, recognised
from tests.lists.readers.files import FILES

NAMES = {
    "ofac-sdn-csv": "SDN.CSV",
    "ofac-sdn-xml": "SDN_ADVANCED.XML",
    "un-xml": "consolidated.xml",
    "uk-csv": "UK-Sanctions-List.csv",
    "uk-xml": "UK-Sanctions-List.xml",
    "eu-csv": "20260805-FULL-1_1.csv",
    "eu-xml": "20260805-FULL-1_1(xsd).xml",
    "uflpa-html": "uflpa-entity-list.html",
    "uflpa-csv": "uflpa.csv",
    "cbp-html": "orders.htm",
    "cbp-csv": "wro.csv",
    "csl-csv": "consolidated.csv",
    "csl-json": "consolidated.json",
    "dol-csv": "goods.csv",
    "opensanctions-csv": "targets.simple.csv",
    "opensanctions-ftm": "entities.ftm.json",
    "csv": "ours.csv",
}


@pytest.mark.parametrize("name", sorted(FILES))
def test_format_is_told_by_name_and_beginning(name: str) -> None:
    head = FILES[name]()[0][:SIGN_BYTES]

    assert recognised(NAMES[name], head).name == name


@pytest.mark.parametrize("head", [b"id,name,country\n", b"id;name;country\n", b"id\tname\n"])
def test_table_of_our_own_is_told_by_its_headings(head: bytes) -> None:
    assert recognised("ours.csv", head).name == "csv"


def test_file_of_no_format_asks_for_one() -> None:
    with pytest.raises(InputError, match="give --format, one of: ofac-sdn-csv"):
        recognised("names.csv", b"a,b,c\n")


def test_formats_are_named_once_and_found_by_name() -> None:
    names = [one.name for one in FORMATS]

    assert len(set(names)) == len(names)
    assert [format_named(name).name for name in names] == names


def test_unknown_format_is_refused_with_those_known() -> None:
    with pytest.raises(InputError, match=r"no format 'excel'; known: ofac-sdn-csv, "):
        format_named("excel")


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_bounds_of_a_list_are_a_range(one: object) -> None:
    publisher = getattr(one, "publisher")  # noqa: B009 - of the named tuple

    assert 1 <= publisher.at_least < publisher.at_most
