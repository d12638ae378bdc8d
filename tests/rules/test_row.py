"""The row, and what of a hit can matter to a rule."""

import pytest
from msgspec.structs import replace

from screener.model.hit import Hit, Listing
from screener.rules.row import Row, essence, is_mention, roles_of
from tests.rules.small_pack import hit

APPLIES = Listing(
    goods="all", time="applies", day="2026-01-02", day_until="2026-01-02", day_from="as_of",
    listed_on=None, changed_on=None, ended_on=None,
)  # fmt: skip


def test_the_essence_of_a_hit_is_entry_column_role_mention_and_likeness() -> None:
    found = hit("E-8CORPS", "notes", "mention", similarity=0.95)

    assert essence(found) == ("E-8CORPS", "notes", "mention", "clipping", 0.95, None)


def test_two_hits_that_differ_in_place_and_wording_have_one_essence() -> None:
    assert essence(hit("G-DOLL", "notes", name="h1")) == essence(hit("G-DOLL", "notes", name="h9"))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(hit("G-MASK", "notes"), id="entry"),
        pytest.param(hit("G-DOLL", "product_description"), id="column"),
        pytest.param(hit("G-DOLL", "notes", "site"), id="role"),
        pytest.param(hit("G-DOLL", "notes", similarity=0.9), id="likeness"),
        pytest.param(replace(hit("G-DOLL", "notes"), listing=APPLIES), id="listing"),
    ],
)
def test_hits_that_a_rule_can_tell_apart_differ_in_essence(other: object) -> None:
    assert essence(other) != essence(hit("G-DOLL", "notes"))  # type: ignore[arg-type]


def test_a_row_without_hits_has_none() -> None:
    assert Row({"notes": "none"}).hits == ()


PARTY = hit("E-8CORPS", "supplier_name", "party")
DISCLOSED = replace(PARTY, mention="past")
OUTBOUND = replace(hit("P-KP", "notes", "transport"), mention="outbound")
MENTIONED = hit("E-8CORPS", "notes", "mention")
ALLEGED = replace(MENTIONED, mention="alleged")
UNSTATED = replace(MENTIONED, mention=None)
GOODS = hit("G-DOLL", "notes")


@pytest.mark.parametrize(
    ("found", "roles"),
    [
        pytest.param(PARTY, {"party"}, id="a party"),
        pytest.param(DISCLOSED, {"disclosed"}, id="a bygone link is no present party"),
        pytest.param(OUTBOUND, {"outbound"}, id="where goods go"),
        pytest.param(MENTIONED, {"mention", "passing"}, id="a clipping"),
        pytest.param(ALLEGED, {"mention", "alleged"}, id="what a report alleges of this supplier"),
        pytest.param(UNSTATED, {"mention", "unstated"}, id="a mention of no stated kind"),
        pytest.param(GOODS, set(), id="goods have no role"),
    ],
)
def test_a_hit_is_asked_for_by_the_words_of_its_role(found: Hit, roles: set[str]) -> None:
    assert roles_of(found) == roles


@pytest.mark.parametrize(
    ("found", "expected"),
    [(PARTY, False), (GOODS, False), (MENTIONED, True), (UNSTATED, True), (DISCLOSED, True)],
    ids=["party", "goods", "clipping", "unstated", "disclosed"],
)
def test_what_is_mentioned_or_past_does_not_count_by_itself(found: Hit, *, expected: bool) -> None:
    assert is_mention(found) is expected
