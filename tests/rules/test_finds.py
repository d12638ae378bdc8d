"""`finds`: which hits count, and when nothing found is unknown rather than false."""

import pytest
from msgspec.structs import replace

from screener.errors import RuleError
from screener.model.hit import Hit, Listing
from screener.rules.finds import CARRIED_AS, Gap, Search, carriers, places_in, places_near
from screener.rules.leaves import Facts
from screener.rules.row import Row
from screener.rules.schema import Finds, Truth
from screener.rules.schema import Test as ColumnTest
from tests.rules.small_pack import FIELDS, KINDS, PLACES, TODAY, evaluator, hit, row, rule


def truth(condition: Finds | ColumnTest, given: Row) -> Truth:
    """Return the truth of one condition for a row."""
    proof = evaluator(rule("a.rule", condition)).explain(given, TODAY, "a.rule").proof
    assert proof is not None
    return proof.truth


def settles(condition: Finds, given: Row) -> tuple[str, ...]:
    """Return the columns that would settle one condition for a row."""
    return evaluator(rule("a.rule", condition)).explain(given, TODAY, "a.rule").settles_with


CORPS = Finds(any_of=("E-8CORPS",))
CORPS_MENTIONED = Finds(any_of=("E-8CORPS",), roles=("mention",))
CORPS_PAID = Finds(any_of=("E-8CORPS",), roles=("payment", "site"))
DOLL = Finds(any_of=("G-DOLL",), columns=("product_description",))
DOLL_AS_PARTY = Finds(any_of=("G-DOLL",), columns=("product_description",), roles=("party",))
ALIKE = Finds(any_of=("E-8CORPS",), columns=("supplier_name",), similarity=0.9)
IN_KP = Finds(within=("P-KP",), columns=("supplier_city",))
JUST_KP = Finds(any_of=("P-KP",), columns=("supplier_city",))


@pytest.mark.parametrize(
    ("condition", "found", "expected"),
    [
        pytest.param(CORPS, hit("E-8CORPS", "supplier_name", "party"), Truth.TRUE, id="a party"),
        pytest.param(CORPS, hit("E-8CORPS", "notes", "payment"), Truth.TRUE, id="a payee"),
        pytest.param(CORPS, hit("E-8CORPS", "notes", "transport"), Truth.TRUE, id="a carrier"),
        pytest.param(
            CORPS, hit("E-8CORPS", "notes", "mention"), Truth.FALSE, id="no mention by default"
        ),
        pytest.param(
            CORPS_MENTIONED, hit("E-8CORPS", "notes", "mention"), Truth.TRUE, id="mention asked"
        ),
        pytest.param(
            CORPS_MENTIONED, hit("E-8CORPS", "notes", "party"), Truth.FALSE, id="only mention asked"
        ),
        pytest.param(
            CORPS_PAID, hit("E-8CORPS", "notes", "site"), Truth.TRUE, id="one of two roles"
        ),
        pytest.param(
            CORPS_PAID, hit("E-8CORPS", "notes", "party"), Truth.FALSE, id="neither of two roles"
        ),
        pytest.param(DOLL, hit("G-DOLL", "product_description"), Truth.TRUE, id="goods, no role"),
        pytest.param(
            DOLL, hit("G-DOLL", "product_description", "mention"), Truth.FALSE, id="goods mentioned"
        ),
        pytest.param(
            DOLL_AS_PARTY, hit("G-DOLL", "product_description"), Truth.FALSE, id="goods in a role"
        ),
        pytest.param(DOLL, hit("G-DOLL", "notes"), Truth.FALSE, id="another column"),
        pytest.param(DOLL, hit("G-MASK", "product_description"), Truth.FALSE, id="another entry"),
        pytest.param(
            ALIKE,
            hit("E-8CORPS", "supplier_name", "party", similarity=0.9),
            Truth.TRUE,
            id="just alike",
        ),
        pytest.param(
            ALIKE,
            hit("E-8CORPS", "supplier_name", "party", similarity=0.899),
            Truth.FALSE,
            id="not alike enough",
        ),
        pytest.param(
            IN_KP, hit("P-KP", "supplier_city", "party"), Truth.TRUE, id="the place itself"
        ),
        pytest.param(
            IN_KP, hit("P-SINUIJU", "supplier_city", "party"), Truth.TRUE, id="a place inside it"
        ),
        pytest.param(
            IN_KP, hit("P-DANDONG", "supplier_city", "party"), Truth.FALSE, id="a place outside it"
        ),
        pytest.param(
            IN_KP,
            hit("E-PAEKTO", "supplier_city", "party"),
            Truth.FALSE,
            id="a facility is no place",
        ),
        pytest.param(
            JUST_KP,
            hit("P-SINUIJU", "supplier_city", "party"),
            Truth.FALSE,
            id="exactly the ids named",
        ),
    ],
)
def test_a_hit_counts_in_its_entry_column_role_and_likeness(
    condition: Finds, found: Hit, expected: Truth
) -> None:
    given = row(
        found, supplier_name="x", supplier_city="x", product_description="x", manufacturer_name="x"
    )

    assert truth(condition, given) is expected


HERE = Finds(any_of=("P-DANDONG",), columns=("supplier_city", "notes"))
ONLY_NOTES = Finds(any_of=("P-DANDONG",), columns=("notes", "supplier_province"))
ANYWHERE = Finds(any_of=("P-DANDONG",))
ANY_TERM = Finds(any_of=("S-HANDWORK",))
TWO_KINDS = Finds(any_of=("S-HANDWORK", "P-DANDONG"))


@pytest.mark.parametrize(
    ("condition", "given", "expected"),
    [
        pytest.param(HERE, row(notes="x"), Truth.UNKNOWN, id="a listed gap column is empty"),
        pytest.param(HERE, row(supplier_city="Yiwu"), Truth.FALSE, id="the gap column is filled"),
        pytest.param(ONLY_NOTES, row(), Truth.FALSE, id="listed columns where empty is normal"),
        pytest.param(ANYWHERE, row(), Truth.UNKNOWN, id="no column says where"),
        pytest.param(
            ANYWHERE, row(supplier_province="Zhejiang"), Truth.FALSE, id="one column says where"
        ),
        pytest.param(
            ANYWHERE,
            row(product_description="doll", notes="x", supplier_name="x"),
            Truth.UNKNOWN,
            id="columns that only may carry a place settle nothing",
        ),
        pytest.param(ANY_TERM, row(), Truth.UNKNOWN, id="no description"),
        pytest.param(ANY_TERM, row(product_description="x"), Truth.FALSE, id="a description"),
        pytest.param(
            TWO_KINDS, row(product_description="x"), Truth.UNKNOWN, id="one of two kinds is open"
        ),
        pytest.param(
            TWO_KINDS,
            row(product_description="x", supplier_city="x"),
            Truth.FALSE,
            id="neither of two kinds is open",
        ),
    ],
)
def test_nothing_found_is_unknown_only_where_a_gap_leaves_it_open(
    condition: Finds, given: Row, expected: Truth
) -> None:
    assert truth(condition, given) is expected


@pytest.mark.parametrize(
    ("condition", "given", "expected"),
    [
        pytest.param(HERE, row(notes="x"), ("supplier_city",), id="the listed gap"),
        pytest.param(ANYWHERE, row(), ("supplier_city",), id="carrying columns that are gaps"),
        pytest.param(CORPS, row(), ("supplier_name", "manufacturer_name"), id="in record order"),
        pytest.param(
            TWO_KINDS, row(), ("supplier_city", "product_description"), id="those of both kinds"
        ),
        pytest.param(
            Finds(any_of=("P-KP",), columns=("manufacturer_id_country",)),
            row(),
            ("manufacturer_id",),
            id="the source of a derived column",
        ),
    ],
)
def test_an_open_search_names_the_columns_that_would_settle_it(
    condition: Finds, given: Row, expected: tuple[str, ...]
) -> None:
    assert settles(condition, given) == expected


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(hit("P-DANDONG", "material_origin"), id="a column that may carry places"),
        pytest.param(hit("P-DANDONG", "supplier_city", "party"), id="a column that carries places"),
    ],
)
def test_without_columns_every_column_that_may_carry_the_kind_is_searched(found: Hit) -> None:
    assert truth(ANYWHERE, row(found)) is Truth.TRUE


def test_without_columns_a_column_that_cannot_carry_the_kind_is_not_searched() -> None:
    given = row(hit("P-DANDONG", "hs_code"), supplier_city="x")

    assert truth(ANYWHERE, given) is Truth.FALSE


def test_every_hit_that_counts_is_used_and_no_other() -> None:
    given = row(
        hit("P-DANDONG", "supplier_city", "party"),
        hit("P-DANDONG", "notes", "mention"),
        hit("P-DANDONG", "notes", "transport", name="h3"),
        hit("G-DOLL", "product_description"),
    )

    outcome = evaluator(rule("a.rule", ANYWHERE)).explain(given, TODAY, "a.rule")

    assert outcome.hits == ("P-DANDONG@supplier_city", "h3")


@pytest.mark.parametrize(
    ("test", "found", "expected"),
    [
        pytest.param(
            ColumnTest("supplier_city", "within", ("P-NPYONGAN",)),
            hit("P-SINUIJU", "supplier_city", "party"),
            Truth.TRUE,
            id="within: inside",
        ),
        pytest.param(
            ColumnTest("supplier_city", "within", ("P-NPYONGAN",)),
            hit("P-SINUIJU", "supplier_province", "party"),
            Truth.FALSE,
            id="within: only this column",
        ),
        pytest.param(
            ColumnTest("supplier_city", "near", ("P-SINUIJU",)),
            hit("P-SONCHON", "supplier_city", "party"),
            Truth.TRUE,
            id="near: in the same province",
        ),
        pytest.param(
            ColumnTest("supplier_city", "near", ("P-SINUIJU",)),
            hit("P-NPYONGAN", "supplier_city", "party"),
            Truth.FALSE,
            id="near: not the province as a whole",
        ),
        pytest.param(
            ColumnTest("supplier_city", "near", ("P-KP",)),
            hit("P-DANDONG", "supplier_city", "party"),
            Truth.FALSE,
            id="near: another country",
        ),
        pytest.param(
            ColumnTest("supplier_name", "on_list", ("E-8CORPS",)),
            hit("E-8CORPS", "supplier_name", "party"),
            Truth.TRUE,
            id="on_list: an entry",
        ),
        pytest.param(
            ColumnTest("supplier_name", "on_list", ("L-LIST",)),
            hit("L-MAKER", "supplier_name", "party", list_id="L-LIST"),
            Truth.TRUE,
            id="on_list: any entry of a list",
        ),
        pytest.param(
            ColumnTest("supplier_name", "on_list", ("L-LIST",)),
            hit("L-MAKER", "supplier_name", "mention", list_id="L-LIST"),
            Truth.FALSE,
            id="on_list: not a mention",
        ),
        pytest.param(
            ColumnTest("supplier_name", "on_list", ("L-LIST",)),
            hit("L-MAKER", "manufacturer_name", "party", list_id="L-LIST"),
            Truth.FALSE,
            id="on_list: only this column",
        ),
        pytest.param(
            ColumnTest("supplier_name", "on_list", ("L-LIST",), (("similarity", "0.95"),)),
            hit("L-MAKER", "supplier_name", "party", list_id="L-LIST", similarity=0.94),
            Truth.FALSE,
            id="on_list: not alike enough",
        ),
    ],
)
def test_the_short_forms_read_the_same_hits(test: ColumnTest, found: Hit, expected: Truth) -> None:
    given = row(found, supplier_city="x", supplier_name="x", manufacturer_name="x")

    assert truth(test, given) is expected


def test_a_short_form_on_an_empty_gap_column_is_unknown() -> None:
    assert truth(ColumnTest("supplier_name", "on_list", ("L-LIST",)), row()) is Truth.UNKNOWN


def test_a_short_form_on_an_empty_normal_column_is_false() -> None:
    assert truth(ColumnTest("supplier_province", "within", ("P-KP",)), row()) is Truth.FALSE


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        pytest.param(Finds(any_of=("G-DOL",)), 'no watchlist entry "G-DOL"', id="entry"),
        pytest.param(Finds(within=("P-NOWHERE",)), 'no watchlist entry "P-NOWHERE"', id="place"),
        pytest.param(
            Finds(any_of=("G-DOLL",), columns=("descr",)), 'unknown field "descr"', id="column"
        ),
    ],
)
def test_a_search_for_something_unknown_is_refused(condition: Finds, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        evaluator(rule("a.rule", condition))


def test_carriers_are_in_record_order() -> None:
    assert carriers("facility", FIELDS) == (
        ("supplier_name", "manufacturer_name"),
        ("product_description", "notes"),
    )


def test_every_kind_of_entry_is_carried_as_something() -> None:
    assert set(KINDS.values()) == set(CARRIED_AS)


def test_a_place_lies_in_itself_and_in_all_above_it() -> None:
    assert places_in(("P-KP",), PLACES) >= {"P-KP", "P-NPYONGAN", "P-SINUIJU", "P-SONCHON"}


def test_near_is_no_wider_than_the_smallest_enclosure() -> None:
    near = places_near(("P-SINUIJU",), PLACES)

    assert "P-SONCHON" in near
    assert near.isdisjoint({"P-KP", "P-NPYONGAN", "P-DANDONG"})


def test_near_a_place_that_nothing_encloses_is_within_it() -> None:
    assert places_near(("P-LNJL",), PLACES) == places_in(("P-LNJL",), PLACES)


def test_a_gap_without_columns_to_ask_for_is_never_open() -> None:
    assert Gap(("notes",), ()).open_columns({}) == ()


def test_a_search_in_an_empty_row_finds_nothing() -> None:
    search = Search(frozenset({"G-DOLL"}), frozenset(), frozenset({"notes"}))

    assert search.hits(Facts(Row({}))) == ()


@pytest.mark.parametrize(
    ("country", "found"),
    [pytest.param("KP", ("h1",), id="of the country"), pytest.param(None, (), id="of none")],
)
def test_a_search_may_ask_for_listings_of_a_country(
    country: str | None, found: tuple[str, ...]
) -> None:
    listing = Listing(
        goods="all", time="applies", day="2026-01-02", day_until="2026-01-02", day_from="as_of",
        listed_on=None, changed_on=None, ended_on=None, country=country,
    )  # fmt: skip
    listed = replace(hit("E-8CORPS", "notes", "party", name="h1"), listing=listing)
    search = Search(
        frozenset({"E-8CORPS"}), frozenset(), frozenset({"notes"}), countries=frozenset({"KP"})
    )

    assert search.hits(Facts(Row({}, (listed,)))) == found
