"""One party over several lists: joined by numbers and names, never by a number alone."""

import msgspec
import pytest

from screener.lists.identities import numbers_of, same_parties
from screener.model.listing import Alias, Edition, Entry, Kind


def edition(list_id: str, *entries: tuple[str, str, tuple[str, ...]]) -> Edition:
    """Return a list of entries given as key, name and identifiers."""
    return Edition(
        id=list_id, title="", publisher="", edition="1", edition_date="2026-01-01", coverage="",
        licence="", checksum="",
        entries=tuple(
            Entry(
                id=f"{list_id.upper()}:{key}", list=list_id, kind=Kind.LISTING, name=name,
                aliases=(Alias(text=name, script="latn"),), identifiers=identifiers,
            )
            for key, name, identifiers in entries
        ),
    )  # fmt: skip


ONE = edition("one", ("1", "Petrel Shipping Co", ("IMO 7406784",)), ("2", "Petrel Bank", ()))
TWO = edition("two", ("9", "PETREL SHIPPING", ("Vessel, 740-6784, KP",)))


def test_entries_that_share_a_number_and_a_word_are_one_party() -> None:
    assert same_parties([ONE, TWO]) == {"ONE:1": ("TWO:9",), "TWO:9": ("ONE:1",)}


def test_all_lists_of_a_party_are_named_through_one_of_them() -> None:
    second = msgspec.structs.replace(TWO.entries[0], identifiers=("IMO 7406784", "Reg 1234567"))
    third = edition("three", ("5", "Petrel Shipping Ltd", ("No. 1234567",)))

    joined = same_parties([ONE, msgspec.structs.replace(TWO, entries=(second,)), third])

    assert joined["ONE:1"] == ("THREE:5", "TWO:9")


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Cormorant Foods", "IMO 7406784"),
        ("Petrel Shipping", "IMO 7406785"),
        ("Petrel Shipping", "Equity Ticker, 7406784 HK"),
        ("Petrel Shipping", "No. 74067"),
    ],
)
def test_another_name_another_number_or_no_number_joins_nobody(name: str, identifier: str) -> None:
    assert same_parties([ONE, edition("two", ("9", name, (identifier,)))]) == {}


def test_entries_of_one_list_stay_apart() -> None:
    twice = edition("one", ("1", "Petrel", ("IMO 7406784",)), ("2", "Petrel", ("IMO 7406784",)))

    assert same_parties([twice]) == {}


def test_numbers_are_read_without_gaps() -> None:
    assert list(numbers_of(["Passport A 123456", "NIT # 890115794-3", "C-90102"])) == [
        "123456",
        "8901157943",
    ]
