"""Phrases are found where a word of their script may stand, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.index.phrases import Phrase, PhraseIndex
from screener.index.words import Words
from screener.text.folding import fold

TEXTS = (
    ("face mask", True, True),
    ("hat", True, True),
    ("blanket", True, True),
    ("Sinuiju", False, False),
    ("kyohwaso", False, False),
    ("DPRK", False, False),
    ("KN95", True, True),
    ("마스크", True, True),
    ("신의주", False, False),
    ("毛线帽", True, True),
    ("新义州", False, False),
    ("вязаная шапка", True, True),
)
TAILS = frozenset({"시", "군", "교화소"})


@pytest.fixture(name="index", scope="module")
def _index() -> PhraseIndex:
    known = {token.form for text, _, _ in TEXTS for token in fold(text).tokens}
    known |= {fold(text).joined for text, _, _ in TEXTS}
    words = Words(known, ["blanket"], frozenset({"blanked"}))
    phrases = [
        Phrase(text, number, fuzzy=fuzzy, inside=inside, tails=frozenset() if inside else TAILS)
        for number, (text, fuzzy, inside) in enumerate(TEXTS)
    ]
    return PhraseIndex(phrases, words)


def _found(index: PhraseIndex, text: str) -> list[tuple[str, str]]:
    return [
        (TEXTS[found.use][0], text[slice(*stream.folded.span(found.start, found.end))])
        for stream, found in index.find(fold(text))
    ]


@pytest.mark.parametrize(
    ("text", "phrase", "span"),
    [
        ("3-ply FACE MASKS, boxed", "face mask", "FACE MASKS"),
        ("facemasks", "face mask", "facemasks"),
        ("face-mask", "face mask", "face-mask"),
        ("face\nmask", "face mask", "face\nmask"),
        ("wool hats", "hat", "hats"),
        ("Sin-uiju city", "Sinuiju", "Sin-uiju"),
        ("SINŬIJU", "Sinuiju", "SINŬIJU"),
        ("Kyo-hwa-so", "kyohwaso", "Kyo-hwa-so"),
        ("D.P.R.K. goods", "DPRK", "D.P.R.K"),
        ("KN 95", "KN95", "KN 95"),
        ("면마스크는", "마스크", "마스크"),
        ("신의주에서", "신의주", "신의주"),
        ("신의주시", "신의주", "신의주"),
        ("신의주교화소", "신의주", "신의주"),
        ("儿童毛線帽", "毛线帽", "毛線帽"),
        ("在新義州加工", "新义州", "新義州"),
        ("вязаные шапки", "вязаная шапка", "вязаные шапки"),
        ("wool blankett", "blanket", "blankett"),
        ("S1nuiju", "Sinuiju", "S1nuiju"),
    ],
)
def test_phrase_is_found(index: PhraseIndex, text: str, phrase: str, span: str) -> None:
    assert (phrase, span) in _found(index, text)


@pytest.mark.parametrize(
    "text",
    [
        "chat",
        "hatch cover",
        "that",
        "h at",
        "surface masking",
        "마스크팩",
        "신의주산업단지",
        "blanked",
        "Sinuij",
        "D P E R K",
        "mask",
        "",
    ],
)
def test_nothing_is_found(index: PhraseIndex, text: str) -> None:
    assert _found(index, text) == []


def test_a_phrase_may_mean_several_things() -> None:
    words = Words({"bag"}, ["bag"], frozenset())
    index = PhraseIndex([Phrase("bag", 1), Phrase("BAG", 2)], words)

    assert [found.use for _, found in index.find(fold("a bag"))] == [1, 2]


def test_misspelling_counts_only_where_the_phrase_allows_it() -> None:
    words = Words({"blanket"}, ["blanket"], frozenset())
    index = PhraseIndex([Phrase("blanket", 1), Phrase("blanket", 2, fuzzy=True)], words)

    assert [found.use for _, found in index.find(fold("blankett"))] == [2]


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("knitted cotton hat", True),
        ("knitted cotton hats for adults", True),
        ("hatchback and chat", False),
        ("steel bolt made by hand", False),
        ("handmade", False),
        ("steelworker's bolt, made by hand", False),
        ("worker's hat", True),
        ("eyelas", True),
        ("eyelashs", True),
        ("EYE-LASH", True),
        ("soft<br>hat", True),
        ("a hat\nfor", True),
        ("모자", True),
        ("", False),
    ],
)
def test_a_text_may_tell_something_if_a_phrase_that_is_no_cue_may_stand_in_it(
    text: str,
    tells: bool,  # noqa: FBT001
) -> None:
    phrases = [
        Phrase("hat", 0, fuzzy=True),
        Phrase("eyelash", 1, fuzzy=True),
        Phrase("made by hand", 2, cue=True),
        Phrase("handmade", 3, cue=True),
        Phrase("모자", 4),
    ]
    known = {form for phrase in phrases for form in phrase.text.split()} | {"eyelash"}
    index = PhraseIndex(phrases, Words(known, {"hat", "eyelash"}, frozenset()))

    assert index.may_tell(text) is tells


@given(st.text("abht é\n-'<", max_size=30) | st.text(max_size=20))
def test_a_text_that_may_tell_nothing_holds_no_phrase_but_cues(text: str) -> None:
    phrases = [Phrase(form, at, fuzzy=True) for at, form in enumerate(("hat", "bath", "ab", "tab"))]
    phrases.append(Phrase("hath", len(phrases), cue=True))
    known = {phrase.text for phrase in phrases}
    index = PhraseIndex(phrases, Words(known, known, frozenset()))

    found = {phrases[one.use].text for _, one in index.find(fold(text))}

    assert index.may_tell(text) or found <= {"hath"}
