"""What must hold of the shipped goods, terms and trade words, whatever the matcher does."""

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest

from screener.lists.edition import read_edition, read_vocabulary
from screener.model.listing import Alias, Cue, Entry, Kind
from screener.text.folding import comparison_form, fold

HERE = Path(__file__).parent
LISTS = HERE.parent.parent / "watchlists"
GOODS = read_edition(LISTS / "goods").entries
TERMS = read_edition(LISTS / "terms").entries
TRADE = read_vocabulary(LISTS, "trade-vocabulary")
HARMONIZED = frozenset(
    line
    for line in (HERE / "harmonized_codes.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
)
assert GOODS, "no families of goods"
assert TERMS, "no terms"
assert TRADE, "no trade words"
assert HARMONIZED, "no tariff codes"

FAMILIES = {
    "G-ACC", "G-BAG", "G-BLANKET", "G-CUSHION", "G-DOLL", "G-FLOWER", "G-HAT", "G-LASH",
    "G-LOOFAH", "G-MASK", "G-WIG",
}  # fmt: skip
# Terms that find nothing by themselves: they tell what a sentence does with a name, or what
# the seller says. They rest on no claim.
CUES = {
    "S-AUTHOR", "S-BARRED", "S-FORBIDS", "S-HIDE", "S-TELL", "S-TOPIC", "S-FORCED", "S-TRANSFER", "S-IND-DEBT", "S-IND-MOVEMENT", "S-IND-PAPERS", "S-IND-THREATS", "S-IND-WAGES",
    "S-ANSWER-NO", "S-ANSWER-YES", "S-BRIDGE", "S-CERTIFICATE", "S-CLIPPING",
    "S-CONDITION", "S-OUTSIDE", "S-CONTRAST", "S-DENIAL", "S-ENDED", "S-MACHINE", "S-OPAQUE", "S-PAST",
    "S-PAYMENT", "S-QUESTION", "S-REFUSED", "S-SEAT", "S-SENT-BACK", "S-PARTY", "S-SELF", "S-TRACE", "S-TRANSPORT", "S-WORK",
    "S-ZERO", "S-ALTHOUGH", "S-BUT", "S-EXCEPT", "S-IMPOSSIBLE", "S-NO-MORE", "S-WHERE", "S-CHAPTER", "S-CONCERNED", "S-HANDLED", "S-NATIVE", "S-OTHERS", "S-PRODUCTION", "S-REFUTED", "S-SANCTIONS", "S-EMBARGOED", "S-BAN", "S-TITLE", "S-LIKENESS", "S-OUTWARD", "S-OFFICE", "S-SUBJECT", "S-LINK",
}  # fmt: skip
# Lists of function words in all their forms, of which some fold to the same; no harm comes of it.
FORMS = {
    "S-ANSWER-NO", "S-ANSWER-YES", "S-BRIDGE", "S-CONDITION", "S-OUTSIDE", "S-CONTRAST", "S-WORK",
    "S-REFUSED", "S-SENT-BACK", "S-HIDE", "S-TELL", "S-TOPIC", "S-EMBARGOED", "S-BAN", "S-TITLE", "S-LIKENESS", "S-OUTWARD", "S-OFFICE", "S-SUBJECT", "S-LINK",
}  # fmt: skip
# 手袋 is a handbag in Chinese and a glove in Japanese; both families look for it.
IN_TWO_FAMILIES = {"手袋"}
EVERYDAY_LANGUAGES = {"en", "zh", "ko", "ja", "ru", "es", "vi"}
GOODS_LANGUAGES = ("en", "zh", "ko", "es", "fr", "de", "ru", "vi", "ja")
IN_ALL_LANGUAGES = (
    "S-CERTIFICATE", "S-CLIPPING", "S-DENIAL", "S-FEE", "S-HANDWORK", "S-LAB", "S-MACHINE",
    "S-MATERIAL", "S-OPAQUE", "S-PAST", "S-PAYMENT", "S-PROC", "S-QUESTION", "S-SEMI", "S-SITE",
    "S-TRACE", "S-TRANSPORT",
)  # fmt: skip
MISSPELLINGS = (
    "amigurimi", "blankett", "blnaket", "crochetted", "cushin", "cushon", "eyelases", "eyelase",
    "facemaks", "loofha", "loffah", "respirater", "scrubbi", "toupeee",
)  # fmt: skip
REAL_WORDS = (
    "bagasse", "basket", "blanked", "blanket", "bonnet", "casket", "cousins", "cushioned",
    "flaschen", "hatch", "kisten", "marques", "mascara", "masking", "suppen", "willow",
)  # fmt: skip
REGIME_CODES = {"0214", "0255", "0615", "0654", "1427"}


def by_id(entry: Entry) -> str:
    """Return the id that names a case."""
    return entry.id


def joined(text: str) -> str:
    """Return a text as phrases are compared: without what separates its words."""
    return fold(text).joined


def words_of(cues: Iterable[Cue]) -> set[str]:
    """Return the words of cues as they are compared."""
    return {joined(word) for cue in cues for word in cue.words}


def aliases(entry_id: str) -> set[str]:
    """Return the spellings of a term as they are compared."""
    return {
        joined(alias.text) for entry in TERMS if entry.id == entry_id for alias in entry.aliases
    }


def singulars(form: str) -> set[str]:
    """Return a word and what it may be the plural of."""
    return {form, form.removesuffix("s"), form.removesuffix("es"), f"{form.removesuffix('ies')}y"}


def covers(phrase: str, alias: Alias) -> bool:
    """Say whether a phrase is an alias and something more, plurals and endings aside."""
    outer, inner = joined(phrase), joined(alias.text)
    stems = {inner, inner.removesuffix("s")} if alias.script != "cyrl" else {inner[:-2] or inner}
    return any(stem in outer for stem in stems) and outer != inner


def test_the_families_are_those_of_the_reporting() -> None:
    assert {entry.id for entry in GOODS} == FAMILIES


@pytest.mark.parametrize("entry", GOODS, ids=by_id)
def test_a_family_has_words_in_the_languages_of_its_papers(entry: Entry) -> None:
    assert {alias.lang for alias in entry.aliases} >= EVERYDAY_LANGUAGES


@pytest.mark.parametrize("lang", GOODS_LANGUAGES)
@pytest.mark.parametrize("entry", GOODS, ids=by_id)
def test_a_family_has_ten_terms_of_trade_in_each_of_nine_languages(entry: Entry, lang: str) -> None:
    terms = {joined(alias.text) for alias in entry.aliases if alias.lang == lang}

    assert len(terms) >= 10


@pytest.mark.parametrize("entry", GOODS, ids=by_id)
def test_a_family_of_goods_asserts_no_more_than_that_questions_are_due(entry: Entry) -> None:
    assert entry.kind is Kind.GOODS
    assert entry.claims
    assert entry.supports == ("profile-warrants-questions",)
    assert entry.assertion_limits


def test_masks_rest_on_the_report_of_2021_alone() -> None:
    mask = next(entry for entry in GOODS if entry.id == "G-MASK")

    assert {claim[:2] for claim in mask.claims} == {"A-"}


@pytest.mark.parametrize("entry", TERMS, ids=by_id)
def test_a_term_rests_on_claims_or_is_a_cue(entry: Entry) -> None:
    assert entry.kind is Kind.TERM
    assert bool(entry.claims) != (entry.id in CUES)


@pytest.mark.parametrize("term", IN_ALL_LANGUAGES)
def test_a_term_has_words_in_the_languages_of_its_papers(term: str) -> None:
    languages = {alias.lang for entry in TERMS if entry.id == term for alias in entry.aliases}

    assert languages >= EVERYDAY_LANGUAGES


def test_no_word_stands_under_two_families_by_accident() -> None:
    spelled = {entry.id: {joined(alias.text) for alias in entry.aliases} for entry in GOODS}

    shared = {word for one, two in combinations(spelled.values(), 2) for word in one & two}

    assert shared == IN_TWO_FAMILIES


@pytest.mark.parametrize(
    "entry", [*GOODS, *(term for term in TERMS if term.id not in FORMS)], ids=by_id
)
def test_no_word_stands_twice_under_one_entry(entry: Entry) -> None:
    forms = [comparison_form(alias.text) for alias in entry.aliases]

    assert all(forms)
    assert sorted(forms) == sorted(set(forms))


@pytest.mark.parametrize("entry", GOODS, ids=by_id)
def test_headings_exist_and_none_both_confirms_and_vetoes(entry: Entry) -> None:
    honest = {code.replace(".", "") for code in entry.headings}
    against = {code.replace(".", "") for code in entry.veto_headings}

    assert honest | against <= HARMONIZED
    assert not any(code.startswith(veto) for code in honest for veto in against)


@pytest.mark.parametrize("entry", [*GOODS, *TERMS], ids=by_id)
def test_no_veto_removes_a_word_of_its_own_entry(entry: Entry) -> None:
    spelled = {joined(alias.text) for alias in entry.aliases}

    assert not spelled & words_of(entry.vetoes)


@pytest.mark.parametrize("entry", GOODS, ids=by_id)
def test_every_covering_veto_covers_some_word(entry: Entry) -> None:
    idle = [
        word
        for cue in entry.vetoes
        if cue.scope == "over"
        for word in cue.words
        if not any(covers(word, alias) for alias in entry.aliases)
    ]

    assert idle == []


@pytest.mark.parametrize("entry", [*GOODS, *TERMS], ids=by_id)
def test_a_wide_word_names_its_anchors_and_every_anchor_serves_one(entry: Entry) -> None:
    wide = [alias for alias in entry.aliases if alias.ambiguity != "A0"]

    assert all(alias.anchors for alias in wide)
    assert {cue.name for cue in entry.anchors} == {name for alias in wide for name in alias.anchors}


def test_processing_is_both_its_kinds() -> None:
    assert aliases("S-PROC") == aliases("S-SUPPLIED") | aliases("S-SUBCONTRACT")


@pytest.mark.parametrize("code", sorted(REGIME_CODES))
def test_a_customs_regime_counts_only_behind_a_word_for_it(code: str) -> None:
    found = [alias for entry in TERMS for alias in entry.aliases if alias.text == code]

    assert found
    assert {alias.anchors for alias in found} == {("regime",)}


@pytest.mark.parametrize("word", ["관리소", "집결소"])
def test_office_words_of_korean_never_stand_alone_for_a_prison(word: str) -> None:
    classes = {alias.ambiguity for entry in TERMS for alias in entry.aliases if alias.text == word}

    assert classes == {"A3"}


@pytest.mark.parametrize("word", MISSPELLINGS)
def test_a_misspelling_is_no_word_of_the_trade(word: str) -> None:
    assert not singulars(word) & TRADE


@pytest.mark.parametrize("word", REAL_WORDS)
def test_a_real_word_near_a_goods_word_is_kept_from_mending(word: str) -> None:
    assert word in TRADE


def test_trade_words_are_written_as_texts_are_compared() -> None:
    unlike = [word for word in TRADE if not (word.isascii() and word.isalpha() and word.islower())]

    assert unlike == []
