"""What must hold of the sources and claims that are shipped."""

from pathlib import Path

import pytest

from screener.lists.edition import read_editions
from screener.model.listing import Entry
from screener.model.source import Claim, Saying, Source
from screener.sources.register import read_register

ROOT = Path(__file__).parents[2]
REGISTER = read_register(ROOT / "seeds", ROOT / "rules")
SOURCES = {source.id: source for source in REGISTER.sources}
ENTRIES: dict[str, Entry] = {
    entry.id: entry for edition in read_editions(ROOT / "watchlists") for entry in edition.entries
}
CITABLE = [claim for claim in REGISTER.claims.values() if claim.supports]
HELD = [one for source in REGISTER.sources for one in source.contradictions]
SAYINGS = [one for source in REGISTER.sources for one in source.must_not_say]
MASKS, SHIFT, ORIGINAL = "rfa-masks-2021", "asia-review-2026", "dailynk-contract-work"
assert CITABLE, "no claim supports anything"
assert ENTRIES, "no entry was read"

# Cited by rules or lists, by the domain notes; an id is never taken away.
CONTEXT = (
    "CTX-CONTRACT-01", "CTX-CAMP-01", "CTX-CAMP-02", "CTX-CAMP-03", "CTX-CAMP-04", "CTX-ROUTE-01",
    "CTX-PRISON-SHARE-01", "CTX-CROCHET-01", "CTX-JAIL-01", "CTX-LASH-01", "CTX-LASH-02",
    "CTX-WIG-01", "CTX-CORPS-01", "ADV-SUB", "ADV-LBL", "ADV-JV", "ADV-PRC", "ADV-LAB-WAGE",
    "ADV-LAB-CON", "ADV-LAB-HOU", "ADV-LAB-CTL", "ADV-LAB-TRN", "DHS-FAQ-01", "CBP-H317249",
    "CBP-LINING", "CBP-2212", "CBP-WRO", "OFAC-2016-07",
)  # fmt: skip
# The kinds that a claim of an article may support at most: nobody is said to be listed or found out.
OF_ARTICLES = {
    "reportedly-operated-by", "prison-site", "profile-warrants-questions", "mentioned-only",
}  # fmt: skip


def _ids(source: str) -> list[str]:
    return [claim.id for claim in SOURCES[source].claims]


@pytest.mark.parametrize(
    ("source", "letter", "last"), [(MASKS, "A", 30), (SHIFT, "B", 23)], ids=[MASKS, SHIFT]
)
def test_every_claim_of_the_article_is_there_in_order(source: str, letter: str, last: int) -> None:
    assert _ids(source) == [f"{letter}-{number:02}" for number in range(1, last + 1)]


@pytest.mark.parametrize(
    ("source", "paragraphs", "above", "silent"),
    [
        pytest.param(MASKS, 39, 0, {23}, id=MASKS),  # paragraph 23 is a heading
        pytest.param(SHIFT, 31, 1, set(), id=SHIFT),
    ],
)
def test_claims_cover_the_whole_text(
    source: str, paragraphs: int, above: int, silent: set[int]
) -> None:
    read = SOURCES[source]
    covered: set[int] = set()
    for claim in read.claims:
        for part in claim.paragraph.split(", "):
            first, _, last = part.partition("-")
            covered.update(range(int(first), int(last or first) + 1))

    assert (read.paragraphs, read.leading_lines) == (paragraphs, above)
    assert covered == set(range(1 - above, paragraphs + 1)) - silent


@pytest.mark.parametrize("claim", CONTEXT)
def test_claims_that_rules_and_lists_cite_are_there(claim: str) -> None:
    assert claim in REGISTER.claims


def test_every_contradiction_is_there_once() -> None:
    assert sorted(one.id for one in HELD) == sorted(f"X{number}" for number in range(1, 12))


def test_the_ten_sentences_are_there_once() -> None:
    assert sorted(one.id for one in SAYINGS) == [f"N-{number:02}" for number in range(1, 11)]
    assert len({one.tempting for one in SAYINGS}) == 10


def test_of_sellers_of_masks_and_of_material_nothing_may_be_said() -> None:
    assert sorted(one.id for one in SAYINGS if one.may_say is None) == ["N-05", "N-08"]


@pytest.mark.parametrize("source", [MASKS, SHIFT])
def test_article_says_what_it_does_not_say(source: str) -> None:
    assert len(SOURCES[source].absent) == 6
    assert SOURCES[source].read == "whole"


@pytest.mark.parametrize("source", REGISTER.sources, ids=lambda source: source.id)
def test_source_says_how_its_date_is_known(source: Source) -> None:
    assert source.published_basis
    assert source.publisher
    assert source.title


@pytest.mark.parametrize("claim", REGISTER.claims.values(), ids=lambda claim: claim.id)
def test_claim_says_what_it_is_good_for(claim: Claim) -> None:
    assert claim.use
    assert claim.paraphrase.endswith(".")


@pytest.mark.parametrize("claim", CITABLE, ids=lambda claim: claim.id)
def test_what_a_sentence_may_rest_on_says_where_it_ends(claim: Claim) -> None:
    assert claim.limits


@pytest.mark.parametrize("source", [MASKS, SHIFT])
def test_most_claims_of_an_article_support_nothing(source: str) -> None:
    claims = SOURCES[source].claims
    supporting = [claim for claim in claims if claim.supports]

    assert 0 < len(supporting) < len(claims) / 2
    assert {kind for claim in supporting for kind in claim.supports} <= OF_ARTICLES


def test_no_claim_about_the_home_market_of_masks_speaks_of_prisons() -> None:
    assert [claim.id for claim in SOURCES[MASKS].claims if "prison-site" in claim.supports] == []


def test_prisons_are_spoken_of_only_where_a_prison_is_an_entry() -> None:
    named = {
        claim.id: {party.entry for party in claim.entities}
        for claim in CITABLE
        if "prison-site" in claim.supports
    }

    assert [
        name for name, entries in named.items() if not entries & {"E-PAEKTO", "E-CHONGORI"}
    ] == []


@pytest.mark.parametrize("entry", ["E-SINTEX", "E-PSGARM"])
def test_who_was_displaced_is_so_in_every_claim(entry: str) -> None:
    roles = {
        role
        for claim in REGISTER.claims.values()
        for party in claim.entities
        if party.entry == entry
        for role in party.roles
    }

    assert roles == {"displaced"}


def test_rewrite_and_original_are_never_two_voices() -> None:
    assert REGISTER.origins([*_ids(SHIFT), *_ids(ORIGINAL)]) == ("daily-nk",)


def test_the_two_articles_are_two_voices_that_share_no_claim() -> None:
    shared = {
        other
        for claim in (*SOURCES[MASKS].claims, *SOURCES[SHIFT].claims)
        for other in (*claim.repeats, *claim.bears_on)
        if REGISTER.claims[other].source in {MASKS, SHIFT} - {claim.source}
    }

    assert REGISTER.origins(_ids(MASKS)) == ("rfa",)
    assert shared == set()


@pytest.mark.parametrize(
    ("claims", "voices"),
    [
        pytest.param(["B-11", "CTX-CAMP-01", "CTX-CAMP-02"], 1, id="the camp by one outlet"),
        pytest.param(["B-11", "CTX-CAMP-03"], 2, id="the camp by another organisation"),
        pytest.param(["CTX-ROUTE-01", "B-17"], 1, id="the corridor by one outlet"),
        pytest.param(["CTX-ROUTE-01", "CTX-ROUTE-02"], 2, id="the corridor by two"),
        pytest.param(["CTX-LASH-01", "CTX-LASH-02", "CTX-WIG-01"], 3, id="hair goods by three"),
        pytest.param(["ADV-LAB-WAGE", "ADV-SECTORS"], 1, id="a summary of the advisory"),
    ],
)
def test_voices_are_counted_by_outlet(claims: list[str], voices: int) -> None:
    assert len(REGISTER.origins(claims)) == voices


@pytest.mark.parametrize("claim", REGISTER.claims.values(), ids=lambda claim: claim.id)
def test_places_goods_and_parties_of_a_claim_are_entries(claim: Claim) -> None:
    parties = [party.entry for party in claim.entities if party.entry is not None]

    assert set(claim.places) <= {name for name in ENTRIES if name.startswith("P-")}
    assert set(claim.products) <= {name for name in ENTRIES if name.startswith("G-")}
    assert set(parties) <= set(ENTRIES)


@pytest.mark.parametrize("saying", SAYINGS, ids=lambda saying: saying.id)
def test_sentences_speak_of_entries_that_exist(saying: Saying) -> None:
    assert set(saying.entries) <= set(ENTRIES)


def test_every_source_that_an_entry_names_is_in_the_register() -> None:
    numbers = {source.number for source in REGISTER.sources}
    named = {number for entry in ENTRIES.values() for number in entry.sources}

    assert named - numbers == set()


def test_eight_families_of_goods_are_reported_and_masks_are_not_among_them() -> None:
    families = REGISTER.claims["B-06"].products

    assert len(families) == 8
    assert not set(families) & {"G-MASK", "G-WIG", "G-LASH"}


def test_the_half_year_of_the_shift_is_an_interval_that_was_inferred() -> None:
    period = REGISTER.claims["B-05"].period

    assert period is not None
    assert (period.begins, period.ends, period.inferred) == ("2025-07", "2025-12", True)


def test_the_piece_fee_stands_with_the_conversion_of_the_article() -> None:
    (fee,) = REGISTER.claims["B-07"].figures

    assert (fee.what, fee.value) == ("fee for one piece of work", "less than 1 yuan")
    assert fee.conversion == "about 14 US cents"


def test_the_estimate_of_the_outlet_is_marked_as_one() -> None:
    (takings,) = REGISTER.claims["A-14"].figures

    assert takings.standing == "estimate"
    assert REGISTER.claims["A-14"].sourcing == "RFA-est"
