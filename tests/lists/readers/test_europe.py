"""The lists of the United Kingdom and of the European Union say the same in XML and CSV."""

import pytest

from screener.errors import ListError
from screener.lists.listed import Listed, Published
from screener.lists.readers import grid
from tests.lists.readers.files import FILES, items, read

SHIP = """<Designation><LastUpdated>18/12/2021</LastUpdated><DateDesignated>03/10/2017</DateDesignated>
<UniqueID>DPR0001</UniqueID><OFSIGroupID>1</OFSIGroupID><Names>
<Name><Name6>White Petrel</Name6><NameType>Primary name</NameType></Name>
<Name><Name6>Petrel</Name6><NameType>ALias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name>
</Names><IndividualEntityShip>Ship</IndividualEntityShip><RegimeName>DPRK</RegimeName>
<ShipDetails><Ship><IMONumbers><IMONumber>IMO9999999</IMONumber></IMONumbers>
<CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Comoros</CurrentBelievedFlagOfShip>
</CurrentBelievedFlagOfShips></Ship></ShipDetails></Designation></Designations>"""
DOCUMENT = (
    b'<identification number="%s" identificationTypeDescription="Registration Number" '
    b'knownFalse="%s" countryIso2Code="KP"/>'
)


@pytest.mark.parametrize("name", ["uk-csv", "uk-xml", "eu-csv", "eu-xml"])
def test_day_of_the_file_comes_first(name: str) -> None:
    stated = "2026-10-08" if name.startswith("uk") else "2026-08-05"

    assert items(name, *FILES[name]())[0] == Published(stated)


def without_line(one: Listed) -> tuple[object, ...]:
    strong = {name.text for name in one.names}
    return (one.key, one.name, one.kind, strong, set(one.countries), one.addresses, one.programmes,
            one.identifiers, one.listed_on, one.changed_on, one.remarks, one.details)  # fmt: skip


@pytest.mark.parametrize("publisher", ["uk", "eu"])
def test_both_files_of_a_publisher_say_the_same(publisher: str) -> None:
    table, tree = (read(name, *FILES[name]()) for name in (f"{publisher}-csv", f"{publisher}-xml"))

    assert [*map(without_line, table)] == [*map(without_line, tree)]


def test_ship_is_read_with_number_flag_and_weak_name() -> None:
    (content,) = FILES["uk-xml"]()

    ship = read("uk-xml", content.replace(b"</Designations>", SHIP.encode()))[-1]

    assert (ship.kind, ship.name, ship.countries) == ("vessel", "White Petrel", ("KM",))
    assert ship.identifiers == ("IMO9999999",)
    assert [(one.text, one.weak) for one in ship.names] == [("Petrel", True)]


def test_number_known_to_be_false_identifies_nobody() -> None:
    (content,) = FILES["eu-xml"]()
    documents = DOCUMENT % (b"123456", b"false") + DOCUMENT % (b"654321", b"true")

    first = read("eu-xml", content.replace(b"<citizenship", documents + b"<citizenship", 1))[0]

    assert first.identifiers[1:] == ("Registration Number 123456",)


def test_name_in_english_is_the_name() -> None:
    (content,) = FILES["eu-xml"]()
    french = b'<nameAlias wholeName="Nom" nameLanguage="FR" strong="true"/><nameAlias'

    first = read("eu-xml", content.replace(b"<nameAlias", french, 1))[0]

    assert first.name == read("eu-xml", content)[0].name
    assert "Nom" in [one.text for one in first.names]


@pytest.mark.parametrize(
    ("name", "was", "now", "message"),
    [
        ("uk-csv", b"Report Date: 08-Oct-2026\n", b"", "the first line is not"),
        ("uk-csv", b",Alias,", b",Nickname,", '"Nickname" is no type or strength'),
        ("uk-csv", b",UNC0000,", b",,", "a row without id"),
        ("uk-xml", b"<NameType>Primary Name", b"<NameType>Alias", "has no primary name"),
        ("uk-xml", b"Low quality a.k.a", b"Poor", '"Poor" is no type or strength'),
        ("uk-xml", b">Individual<", b">Robot<", '"robot" is no type'),
        ("uk-xml", b"<UniqueID>UNC0000", b"<UniqueID>", "without its number"),
        ("uk-xml", b"<Names>", b"<Wallets/><Names>", "unknown element Wallets in Designation"),
        ("eu-xml", b'strong="false"', b'strong="maybe"', '"maybe" says neither'),
        ("eu-xml", b'code="person"', b'code="robot"', '"robot" is no type'),
        ("eu-xml", b"firstName", b"givenName", "unknown attribute givenName of nameAlias"),
        ("eu-csv", b";person;", b";robot;", '"robot" is no type'),
        ("eu-csv", b"2026;0;EU", b"2026;;EU", "a row without Entity_LogicalId"),
    ],
)  # fmt: skip
def test_entry_that_says_something_else_is_refused(
    name: str, was: bytes, now: bytes, message: str
) -> None:
    (content,) = FILES[name]()
    assert was in content

    with pytest.raises(ListError, match=rf"^file0:\d+: .*{message}.*; .+"):
        read(name, content.replace(was, now))


def test_entity_of_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MAX_RUN", 2)

    with pytest.raises(ListError, match=r"^file0:\d+: more than 2 rows of 0; "):
        read("eu-csv", *FILES["eu-csv"]())
