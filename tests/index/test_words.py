"""Words as compared: singulars, stems, misspellings, look-alikes."""

import pytest

from screener.index.words import Words, singulars
from screener.text.folding import fold

KNOWN = frozenset(
    "blanket crocheted loofah cushion amigurumi eyelash mask face facemask scarf basket doll "
    "sinuiju toy teddy вязан".split()
)
GOODS = ("blanket", "crocheted", "loofah", "cushion", "amigurumi", "eyelash", "mask", "doll")
TRADE = frozenset("blanked masking bracket casket hatch lashes".split())


@pytest.fixture(name="words", scope="module")
def _words() -> Words:
    return Words(KNOWN, GOODS, TRADE)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("blankets", "blanket"),
        ("eyelashes", "eyelash"),
        ("scarves", "scarf"),
        ("teddies", "teddy"),
        ("facemasks", "facemask"),
        ("toys", "toy"),
        ("glass", "glass"),
        ("unknowns", "unknowns"),
        ("вязаная", "вязан"),
        ("вязаные", "вязан"),
    ],
)
def test_plurals_and_inflections_fold(words: Words, written: str, form: str) -> None:
    assert words.plain(fold(written).tokens[0]) == form


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("blankett", "blanket"),
        ("blnaket", "blanket"),
        ("blanketts", "blanket"),
        ("crochetted", "crocheted"),
        ("crochetd", "crocheted"),
        ("loofha", "loofah"),
        ("cushon", "cushion"),
        ("amigurimi", "amigurumi"),
        ("eyelases", "eyelash"),
        ("blanked", None),
        ("casket", None),
        ("blankets", None),
        ("lbanket", "blanket"),
        ("planket", None),
        ("dool", None),
        ("mask", None),
        ("x", None),
    ],
)
def test_misspellings_lead_to_goods_words(words: Words, written: str, form: str | None) -> None:
    found = words.misspelt(fold(written).tokens[0])

    assert (found.form if found else None) == form


def test_a_misspelling_is_less_alike_than_the_word(words: Words) -> None:
    found = words.misspelt(fold("cushon").tokens[0])

    assert found is not None
    assert 0.8 < found.similarity < 1.0


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("S1NUIJU", "sinuiju"),
        ("D0LL", "doll"),
        ("ѕinuiju", "sinuiju"),
        ("Sіnuiju", "sinuiju"),
        ("rnask", "mask"),
        ("SlNUIJU", "sinuiju"),
        ("D0LL5", "doll"),
        ("t00135", None),
        ("doll", None),
        ("KN95", None),
    ],
)
def test_lookalikes_lead_to_known_words(words: Words, written: str, form: str | None) -> None:
    found = words.repaired(fold(written).tokens[0])

    assert (found.form if found else None) == form


@pytest.mark.parametrize(
    ("plural", "candidates"),
    [
        ("ties", ("tie", "ty")),
        ("knives", ("knive", "knif", "knife")),
        ("boxes", ("boxe", "box")),
        ("dress", ()),
        ("gas", ()),
        ("mask", ()),
    ],
)
def test_singulars_of_a_word(plural: str, candidates: tuple[str, ...]) -> None:
    assert singulars(plural) == candidates


def test_the_same_answer_comes_from_the_cache(words: Words) -> None:
    token = fold("loofha").tokens[0]

    assert words.misspelt(token) == words.misspelt(token)


@pytest.mark.parametrize("meant", ["blanket", "dolls", "loofahs", "amigurumi", "eyelashes"])
@pytest.mark.parametrize("looks", ["o0", "i1", "l1", "e3", "a4", "s5", "g6", "b8", "aа", "eе"])
def test_every_look_alike_of_a_known_word_or_its_plural_is_seen_through(
    words: Words, meant: str, looks: str
) -> None:
    seen = meant.replace(*looks)
    found = words.repaired(fold(seen).tokens[0])

    assert seen == meant or (found is not None and found.form == words.known(meant))
