"""What the answer says of a listing: legs, dates, law; an order is product and producer."""

import pytest

from screener.model.record import Record
from screener.model.screening import Screening
from screener.pipeline import Screener

BITLAND = "Hefei Bitland Information Technology"
WRP = "WRP Asia Pacific Sdn. Bhd."
NINESTAR = "Ninestar Corporation"
FGV = "FGV Holdings Berhad"


def screened(screener: Screener, **values: str) -> Screening:
    record = {"line_id": "1", "supplier_country": "CN", "country_of_origin": "CN", **values}
    return screener.screen(Record.model_validate(record), as_of="2026-11-25")


CASES = {
    "both legs": (BITLAND, {"product_description": "laptop computers"}, "named", "applies", "T3"),
    "an order whose goods the list does not tell": (
        FGV, {"product_description": "palm oil"}, "untold", "applies", "T3",
    ),
    "goods by code": (
        BITLAND, {"product_description": "units", "hs_code": "8471.30"}, "named", "applies", "T3",
    ),
    "goods outside the order": (
        BITLAND, {"product_description": "wall paint", "hs_code": "3209.10"}, "other", "applies",
        "T2",
    ),
    "no goods stated": (BITLAND, {}, "unstated", "applies", "T2"),
    "before its date": (
        NINESTAR, {"product_description": "toner", "ship_date": "2023-06-11"}, "all", "before", "T2",
    ),
    "on its date": (
        NINESTAR, {"product_description": "toner", "ship_date": "2023-06-12"}, "all", "applies",
        "T3",
    ),
    "revoked": (
        WRP, {"product_description": "rubber gloves", "ship_date": "2020-04-01"}, "named", "ended",
        "T1",
    ),
    "on one of two days about the revocation": (
        WRP, {"product_description": "rubber gloves", "ship_date": "03/04/2020"}, "named",
        "unsure", "T2",
    ),
    "in the month of the revocation": (
        WRP, {"product_description": "rubber gloves", "ship_date": "2020-03"}, "named", "unsure",
        "T2",
    ),
    "in a month since": (
        WRP, {"product_description": "rubber gloves", "ship_date": "April 2020"}, "named", "ended",
        "T1",
    ),
    "before the revocation": (
        WRP, {"product_description": "rubber gloves", "ship_date": "2020-01-15"}, "named",
        "applies", "T3",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_legs_and_dates_decide_the_tier(screener: Screener, name: str) -> None:
    party, values, goods, time, tier = CASES[name]

    screening = screened(screener, supplier_name=party, **values)

    (listing,) = {hit.listing for hit in screening.hits if hit.listing is not None}
    assert listing is not None
    assert (listing.goods, listing.time, screening.tier) == (goods, time, tier)


def test_answer_names_the_leg_that_is_there_and_the_one_that_is_missing(
    screener: Screener,
) -> None:
    (reason,) = screened(screener, supplier_name=BITLAND, product_description="wall paint").reasons

    assert "Party: name found" in reason.sentence
    assert "not known to be of the kind that the entry names (computer parts)" in reason.sentence


@pytest.mark.parametrize(
    ("values", "leg"),
    [
        ({"product_description": "items as per invoice 12"}, "unstated"),
        ({"product_description": "配件"}, "unstated"),
        ({"product_description": "items", "hs_code": "n/a"}, "unstated"),
        ({"product_description": "items", "hs_code": "3209.10"}, "other"),
        ({"product_description": "items", "hs_code": "8471.30"}, "named"),
        ({"product_description": "computer parts"}, "named"),
        ({"product_description": "engine parts"}, "other"),
    ],
)
def test_goods_of_no_kind_are_not_stated(
    screener: Screener, values: dict[str, str], leg: str
) -> None:
    screening = screened(screener, supplier_name=BITLAND, **values)

    assert {hit.listing.goods for hit in screening.hits if hit.listing is not None} == {leg}
    told = any("no kind of goods is stated" in one.sentence for one in screening.reasons)
    assert told is (leg == "unstated")


def test_record_without_a_day_is_judged_by_as_of_and_says_so(screener: Screener) -> None:
    (reason,) = screened(screener, supplier_name=NINESTAR, product_description="toner").reasons

    assert "2026-11-25 (the record states no day)" in reason.sentence
    assert "listed 2023-06-12" in reason.sentence


def test_ended_order_states_its_day(screener: Screener) -> None:
    screening = screened(
        screener, supplier_name=WRP, product_description="gloves", doc_date="2020-05-01"
    )

    (reason,) = [one for one in screening.reasons if one.family == "list_match"]
    assert "no longer applies on 2020-05-01: ended 2020-03-24" in reason.sentence


def test_rows_of_one_party_differ_by_goods_and_day(screener: Screener) -> None:
    rows = [
        {"product_description": "gloves", "ship_date": "2020-04-01"},
        {"product_description": "gloves", "ship_date": "2020-01-01"},
        {"product_description": "paint", "ship_date": "2020-01-01"},
    ]
    records = [
        Record.model_validate({"line_id": str(at), "supplier_name": WRP, **row})
        for at, row in enumerate(rows)
    ]

    together = [one.tier for one in screener.screen_all(records, as_of="2026-11-25")]

    assert together == ["T1", "T3", "T2"]


def test_reason_rests_on_the_law_of_the_list_and_the_answer_has_a_verdict_each(
    screener: Screener,
) -> None:
    screening = screened(
        screener, supplier_name="Tanchon Commercial Bank", product_description="metal brackets"
    )

    assert {one.id: one.state for one in screening.basis} == {
        "reasonable-care": "to_be_checked",
        "un-sanctions": "engaged",
        "us-sanctions": "engaged",
    }
    assert [(one.jurisdiction, one.state, one.basis) for one in screening.jurisdictions] == [
        ("US", "engaged", ("reasonable-care", "us-sanctions")),
        ("UN", "engaged", ("un-sanctions",)),
    ]


def test_basis_states_standard_and_deadlines(screener: Screener) -> None:
    screening = screened(screener, supplier_name=FGV, product_description="palm oil")

    (bar,) = [one for one in screening.basis if one.id == "wro-procedure"]
    assert "reasonably indicates" in bar.standard
    assert any("within 3 months" in one for one in bar.deadlines)


@pytest.mark.parametrize(
    ("party", "said"),
    [
        (NINESTAR, "Found on a sample, not on the whole list: uflpa-sample."),
        (WRP, "Found on a sample, not on the whole list: cbp-wro."),
        ("National Aerospace Technology Administration", "Check the live list."),
        ("Korea Kwangson Banking Corp", "Found on a sample, not on the whole list: ofac-dprk."),
    ],
)
def test_sentence_names_the_sample_it_rests_on(screener: Screener, party: str, said: str) -> None:
    reason = screened(screener, supplier_name=party, product_description="gloves").reasons[0]

    assert reason.sentence.endswith(said)


def test_name_that_is_ours_is_told_as_ours(screener: Screener) -> None:
    ours, theirs = (
        screened(screener, supplier_name=name, product_description="toner")
        for name in ("纳思达股份有限公司", NINESTAR)
    )
    said = "Party: name found by a name that is ours, not the list's (general knowledge); goods"

    assert [one.tier for one in (ours, theirs)] == ["T3", "T3"]
    assert said in ours.reasons[0].sentence
    assert said not in theirs.reasons[0].sentence
    listed = {hit.listing.name_basis for hit in theirs.hits if hit.listing is not None}
    assert listed == {"published"}


def test_sample_says_so_in_the_scope(screener: Screener) -> None:
    samples = {one.id for one in screener.scope.lists if one.sample}

    assert {"uflpa-sample", "cbp-wro"} <= samples
    assert "un-1718" not in samples


def test_what_to_do_stays_with_its_reason_and_is_no_question(screener: Screener) -> None:
    screening = screened(screener, supplier_name="Tanchon Commercial Bank")

    told = [ask for reason in screening.reasons for ask in reason.asks if ask.startswith("Stop")]
    assert told
    assert screening.questions
    assert not set(told) & set(screening.questions)


ORDER = {"supplier_name": WRP, "product_description": "rubber gloves"}
XINJIANG = {
    "supplier_name": "Ruian Light Works",
    "supplier_province": "Xinjiang",
    "product_description": "toys",
}
PRODUCER = {"supplier_name": BITLAND, "product_description": "wall paint"}
NAMED_IN_NOTES = {"supplier_name": "Ruian Light Works", "notes": NINESTAR}
DPRK = {
    "supplier_name": "Ruian Light Works",
    "country_of_origin": "KP",
    "product_description": "goods",
}


@pytest.mark.parametrize(
    ("values", "basis", "state"),
    [
        (ORDER | {"ship_date": "2020-01-15"}, "wro-procedure", "engaged"),
        (ORDER | {"ship_date": "2020-04-01"}, "wro-procedure", "to_be_checked"),
        ({"supplier_name": NINESTAR, "ship_date": "2023-06-12"}, "uflpa", "engaged"),
        ({"supplier_name": NINESTAR, "ship_date": "2023-06-11"}, "uflpa", "to_be_checked"),
        (XINJIANG | {"ship_date": "2022-06-21"}, "uflpa", "engaged"),
        (XINJIANG | {"ship_date": "2022-06-20"}, "uflpa", "to_be_checked"),
        (XINJIANG, "uflpa", "engaged"),
        (XINJIANG | {"ship_date": "June 2022"}, "uflpa", "to_be_checked"),
        ({"supplier_name": "Xinjiang Brackets"}, "uflpa", "to_be_checked"),
        ({"supplier_name": "Ruian", "port_of_lading": "Urumqi"}, "uflpa", "to_be_checked"),
        ({"supplier_name": "Ruian", "port_of_lading": "Urumqi"}, "eu-2024-3015", "to_be_checked"),
        (PRODUCER, "wro-procedure", "to_be_checked"),
        (PRODUCER | {"product_description": "laptop computers"}, "wro-procedure", "engaged"),
        (NAMED_IN_NOTES, "uflpa", "to_be_checked"),
        (DPRK | {"hs_code": "6201.20"}, "unsc-2375", "engaged"),
        (DPRK | {"hs_code": "6201.20", "ship_date": "2017-09-10"}, "unsc-2375", "to_be_checked"),
    ],
    ids=[
        "an order that stands", "a revoked order", "a listing that stands", "before the listing",
        "on the day of the law", "before the law", "no day: by the day of the run",
        "the month of the law", "a name that says the region", "loaded in the region",
        "loaded in the region, elsewhere", "an order by its producer alone", "an order by both legs",
        "a name whose role is not stated",
        "a ban on these goods", "before the ban",
    ],
)  # fmt: skip
def test_law_is_engaged_by_what_stands_on_the_day_of_the_record(
    screener: Screener, values: dict[str, str], basis: str, state: str
) -> None:
    screening = screened(screener, **values)

    assert {one.id: one.state for one in screening.basis}[basis] == state


@pytest.mark.parametrize(
    ("code", "bans"),
    [
        ("0306.14", {"unsc-2371"}),
        ("8471.30", {"unsc-2397-goods"}),
        ("9503.00", set()),
        ("", set()),
    ],
    ids=["seafood", "machines", "toys", "no code"],
)
def test_bans_of_goods_are_named_for_those_goods_alone(
    screener: Screener, code: str, bans: set[str]
) -> None:
    screening = screened(screener, **DPRK, hs_code=code)

    found = {one.id: one.state for one in screening.basis if one.jurisdiction == "UN"}
    assert found.keys() - {"unsc-2375", "unsc-2397"} == bans
    assert {found[ban] for ban in bans} <= {"to_be_checked"}


@pytest.mark.parametrize(
    ("goods", "code", "bans"),
    [
        ("plush toys", "", set()),
        ("plush toys", "9503.00", set()),
        ("cotton dolls", "", set()),
        ("wigs", "", set()),
        ("crochet beanie hats", "", {"unsc-2375"}),
        ("cotton t-shirts", "", {"unsc-2375"}),
        ("plush toys", "6109.10", {"unsc-2375"}),
        ("frozen crab", "", {"unsc-2371"}),
        ("iron ore", "", {"unsc-2371"}),
        ("fresh apples", "", {"unsc-2397-goods"}),
        ("parts as per drawing", "", {"unsc-2375"}),
        ("", "", {"unsc-2375"}),
    ],
)
def test_bans_are_left_out_for_goods_known_to_be_others(
    screener: Screener, goods: str, code: str, bans: set[str]
) -> None:
    screening = screened(
        screener, country_of_origin="KP", supplier_name="Ruian Trading",
        product_description=goods, hs_code=code,
    )  # fmt: skip

    named = {one.id: one.state for one in screening.basis if one.jurisdiction == "UN"}
    assert named.keys() == bans
    assert "engaged" not in {named[one] for one in bans if not code}
    of_reasons = {name for reason in screening.reasons for name in reason.basis}
    assert of_reasons <= {one.id for one in screening.basis}


@pytest.mark.parametrize(
    ("party", "goods", "state"),
    [(BITLAND, "laptop computers", "engaged"), (FGV, "palm oil", "to_be_checked")],
    ids=["both legs", "goods that the list does not tell"],
)
def test_order_brings_up_law_of_other_places_to_be_checked(
    screener: Screener, party: str, goods: str, state: str
) -> None:
    screening = screened(
        screener, supplier_name=party, product_description=goods, country_of_origin="TR"
    )
    verdicts = {one.jurisdiction: (one.state, one.basis) for one in screening.jurisdictions}

    assert verdicts == {
        "US": (state, ("forced-labour-import-bar", "wro-procedure")),
        "EU": ("to_be_checked", ("eu-2024-3015",)),
        "CA": ("to_be_checked", ("canada-9897",)),
        "MX": ("to_be_checked", ("mexico-stps-2023",)),
    }


def test_weak_context_brings_up_no_law(screener: Screener) -> None:
    screening = screened(screener, supplier_name="Ruian Light Works", product_description="toys")

    assert {one.jurisdiction for one in screening.jurisdictions} <= {"US"}


def test_two_listings_of_a_party_are_told_in_sentences_of_their_own(screener: Screener) -> None:
    screening = screened(screener, supplier_name="Tanchon Commercial Bank")

    (reason,) = [one for one in screening.reasons if one.rule == "listed.named-party"]
    told = reason.sentence.split("Party: name found; ")
    assert len(told) == 3
    assert told[1].endswith(". ")
