"""What readers keep of a publisher's file beyond what the round trips compare."""

import pytest

from screener.errors import ListError
from screener.lists.listed import ListedName, Published
from tests.lists.published import extracts, layouts
from tests.lists.readers.files import ENTITIES, FILES, OWN, items, read


def test_ofac_names_called_weak_are_taken_from_remarks() -> None:
    bank = next(one for one in read("ofac-sdn-csv", *FILES["ofac-sdn-csv"]()) if one.key == "306")

    weak = [one for one in bank.names if one.weak]
    assert weak == [ListedName(text="BNC", quality="weak aka", weak=True)]


def test_weak_name_that_holds_a_quotation_mark_is_whole() -> None:
    names, *others = FILES["ofac-sdn-csv"]()
    marked = names.replace(b"a.k.a. 'BNC'.", b"a.k.a. 'ABU 'ABD'; a.k.a. 'BNC'.")

    bank = next(one for one in read("ofac-sdn-csv", marked, *others) if one.key == "306")

    assert [one.text for one in bank.names if one.weak] == ["ABU 'ABD", "BNC"]


def test_ofac_programmes_and_countries_are_told_apart() -> None:
    listed = {one.key: one for one in read("ofac-sdn-csv", *FILES["ofac-sdn-csv"]())}

    assert listed["36"].countries == ("CU",)
    assert any(len(one.programmes) > 1 for one in listed.values()) or listed["36"].programmes


def test_ofac_nationality_in_remarks_is_a_country() -> None:
    names, *others = FILES["ofac-sdn-csv"]()
    told = b"DOB 1966; nationality Iran; citizen China (Taiwan); a.k.a. 'BNC'."
    marked = names.replace(b"a.k.a. 'BNC'.", told)

    bank = next(one for one in read("ofac-sdn-csv", marked, *others) if one.key == "306")

    assert {"IR", "CN"} <= {*bank.countries}
    assert [one.text for one in bank.names if one.weak] == ["BNC"]


def test_ofac_files_of_different_days_are_refused() -> None:
    names, others, addresses = FILES["ofac-sdn-csv"]()
    fewer = b"\r\n".join(names.split(b"\r\n")[1:])

    with pytest.raises(ListError, match=r"file1:1: speaks of entry 36, which file0 lacks"):
        read("ofac-sdn-csv", fewer, others, addresses)


@pytest.mark.parametrize(
    ("was", "now", "message"),
    [(b"individual", b"person", '"person" is no type'), (b"36,", b"x36,", "is no number")],
)
def test_ofac_row_of_another_kind_is_refused(was: bytes, now: bytes, message: str) -> None:
    names, *others = FILES["ofac-sdn-csv"]()

    with pytest.raises(ListError, match=message):
        read("ofac-sdn-csv", names.replace(was, now, 1), *others)


def test_un_list_says_of_which_day_it_is_and_when_entries_changed() -> None:
    (content,) = FILES["un-xml"]()
    changed = content.replace(
        b"<VALUE/></LAST", b"<VALUE>2016-10-13</VALUE><VALUE>2020-11-02</VALUE></LAST", 1
    )

    published, first, *_ = items("un-xml", changed)

    assert published == Published("2026-02-27")
    assert not isinstance(first, Published)
    assert first.changed_on == "2020-11-02"


def test_un_names_of_low_quality_are_weak() -> None:
    names = [one for listed in read("un-xml", *FILES["un-xml"]()) for one in listed.names]

    assert {one.weak for one in names if one.quality == "Low"} == {True}
    assert {one.weak for one in names if one.quality != "Low"} == {False}


@pytest.mark.parametrize(
    ("was", "now", "message"),
    [
        (b"<QUALITY>Good", b"<QUALITY>Fair", '"Fair" is no quality'),
        (b"<REFERENCE_NUMBER>KPi.001</REFERENCE_NUMBER>", b"", "without REFERENCE_NUMBER"),
        (b"<LISTED_ON>2009", b"<LISTED_ON>summer 2009", "is no date"),
    ],
)
def test_un_entry_that_says_something_else_is_refused(was: bytes, now: bytes, message: str) -> None:
    (content,) = FILES["un-xml"]()
    assert was in content

    with pytest.raises(ListError, match=message):
        read("un-xml", content.replace(was, now))


def test_screening_list_gives_every_entry_its_own_key() -> None:
    rows = extracts.rows(extracts.HERE / "us_csl_2023_partial", "csl.csv")

    listed = read("csl-csv", layouts.csl_csv([*rows, *rows]))

    assert len({one.key for one in listed}) == 2 * len(rows)


def test_targets_keep_aliases_countries_and_dates() -> None:
    (one,) = read("opensanctions-csv", *FILES["opensanctions-csv"]())

    assert [name.text for name in one.names] == ["Beispiel", "Exemple"]
    assert (one.countries, one.changed_on, one.programmes) == (("KP", "CN"), "2025-03-04", ("P-1",))


def test_sanctions_and_addresses_are_joined_to_their_party() -> None:
    (one,) = read("opensanctions-ftm", ENTITIES)

    assert (one.listed_on, one.ended_on, one.programmes) == ("2020-01-02", None, ("P-1",))
    assert one.addresses == ("1 Road, Dandong",)
    assert [(name.text, name.weak) for name in one.names] == [("Beispiel", False), ("EG", True)]


def test_parties_that_are_no_target_are_left_out() -> None:
    assert read("opensanctions-ftm", ENTITIES.replace(b'"target":true', b'"target":false')) == []


def test_topics_make_a_target_where_the_file_does_not_say_so() -> None:
    without = ENTITIES.replace(b'"target":true,', b"")

    assert read("opensanctions-ftm", without) == []
    assert read("opensanctions-ftm", without.replace(b'{"name"', b'{"topics":["sanction"],"name"'))


@pytest.mark.parametrize(
    ("was", "now", "message"),
    [
        (b"A-1,", b",", "a row without id or name"),
        (b"EW,,CN", b"EW,firm,CN", "or of no kind"),
        (b",CN,", b",Nowhere,", '"Nowhere" names no country'),
        (b"2026-01-02", b"soon", '"soon" is no date'),
    ],
)
def test_row_of_ones_own_that_cannot_be_meant_is_refused(
    was: bytes, now: bytes, message: str
) -> None:
    with pytest.raises(ListError, match=rf"^file0:2: .*{message}"):
        read("csv", OWN.replace(was, now))


def test_goods_that_are_neither_marked_nor_unmarked_are_refused() -> None:
    (content,) = FILES["dol-csv"]()

    with pytest.raises(ListError, match="says neither yes nor no"):
        read("dol-csv", content.replace(b"Yes", b"Perhaps", 1))
