"""Legal forms of companies, found in folded tokens and in Chinese, Korean and Japanese runs.

The forms of the alphabets come from rigour (MIT), whose table joins ISO 20275 (GLEIF) with
the OpenSanctions vocabulary. The short list here adds what customs data writes and that
table leaves out.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rigour.names import extract_org_types
from rigour.text.normalize import Cleanup, Normalize

_FLAGS = Normalize.CASEFOLD | Normalize.NFKD | Normalize.SQUASH_SPACES
_WORD_FORMS = tuple(
    """
    ab ag ao aps as bhd bsc bv bvba ca cc cia cjsc co compagnie companhia compania company
    corp corporation coy cv doo ead eirl eood fzc fzco fze gmbh inc incorporated jsc kft kg
    kk lda limited llc lllp llp lp ltd ltda nv oao ohg ojsc ood ooo oy pao pcl pjs pjsc plc
    private proprietary psc pte pty pub public pvt rl sa sac sal sarl sas sau sc sca sdn
    shpk sl slu snc spa srl tbk too tov ug ulc unlimited wll zao zrt
    """.split()
)
_PHRASE_FORMS = (
    "kabushiki kaisha",
    "cong ty tnhh",
    "cong ty co phan",
    "chusik hoesa",
    "jusik hoesa",
    "private limited",
    "limited liability",
    "joint stock",
    "closed joint stock",
    "open joint stock",
    "public joint stock",
    "joynt stock",
    "ve tic",
    "otkrytoe aktsionernoe obshchestvo",
    "zakrytoe aktsionernoe obshchestvo",
    "publichnoe aktsionernoe obshchestvo",
    "aktsionernoe obshchestvo",
    "j v",
)
# Forms that customarily stand before the name.
_LEADING = frozenset(
    "pt cv ud pte llc llp ltd company ooo oao zao pao ao too tov ojsc cjsc pjsc jsc "
    "ооо оао зао пао ао тоо тов ип чп пп".split()
)
# Read as a form by the table and as a number or a word by everybody else.
_NOT_FORMS = frozenset(
    {"charity", "ii", "i i", "ege", "foundation", "fund", "trust", "union", "bank"}
)
_CLOSING = frozenset({"ltd", "limited", "llc", "gmbh", "inc", "srl", "sarl"})
_SPACED = {tuple(form): form for form in _WORD_FORMS if 2 <= len(form) <= 4}
_SINGLE = {(form,): form for form in _WORD_FORMS}
_PHRASES = {tuple(phrase.split()): phrase for phrase in _PHRASE_FORMS}
_TABLE = _SPACED | _SINGLE | _PHRASES
_LENGTHS: dict[str, tuple[int, ...]] = {}
for _words in sorted(_TABLE, key=len, reverse=True):
    _LENGTHS[_words[0]] = tuple(dict.fromkeys((*_LENGTHS.get(_words[0], ()), len(_words))))

RUN_FORMS: tuple[str, ...] = (
    "股份有限责任公司",
    "有限责任公司",
    "股份有限公司",
    "有限责任事业组合",
    "有限公司",
    "无限公司",
    "两合公司",
    "总公司",
    "分公司",
    "子公司",
    "公司",
    "株式会社",
    "有限会社",
    "合同会社",
    "合资会社",
    "合名会社",
    "会社",
    "주식회사",
    "유한책임회사",
    "유한회사",
    "합자회사",
    "합명회사",
    "합영회사",
    "합작회사",
    "총회사",
    "회사",
)
"""Legal forms inside scripts written without spaces, the longest of each ending first."""

_BY_LENGTH = tuple(sorted(RUN_FORMS, key=lambda form: (-len(form), form)))


class LegalForm(NamedTuple):
    """A legal form found at tokens ``first`` up to but not including ``last``."""

    first: int
    last: int
    form: str


@lru_cache(maxsize=65_536)
def _known(joined: str) -> tuple[tuple[str, str], ...]:
    """Return the forms rigour sees in folded words and what each stands for."""
    return tuple(extract_org_types(joined, normalize_flags=_FLAGS, cleanup=Cleanup.Strong))


def legal_forms(forms: Sequence[str]) -> tuple[LegalForm, ...]:
    """Return the legal forms among folded tokens, from left to right, none overlapping.

    >>> legal_forms(["huayang", "textiles", "co", "ltd"])
    (LegalForm(first=2, last=4, form='coltd'),)
    >>> legal_forms(["ооо", "аяс", "2000"])
    (LegalForm(first=0, last=1, form='ooo'),)
    """
    found = _from_rigour(forms)
    taken = {index for form in found for index in range(form.first, form.last)}
    found += _from_table(forms, taken)
    return tuple(sorted(found))


def _from_rigour(forms: Sequence[str]) -> list[LegalForm]:
    """Return what rigour finds, as token positions."""
    found: list[LegalForm] = []
    joined = " ".join(forms)
    at, token = 0, 0
    for text, form in _known(joined):
        start = joined.find(text, at)
        if start < 0 or text in _NOT_FORMS:
            continue
        token += joined.count(" ", at, start)
        last = token + text.count(" ") + 1
        found.append(LegalForm(token, last, form))
        at, token = start + len(text), last - 1
    return found


def _from_table(forms: Sequence[str], taken: set[int]) -> list[LegalForm]:
    """Return the forms of our own table on tokens that are still free."""
    found: list[LegalForm] = []
    index = 0
    for at, first in enumerate(forms):
        if at < index or first not in _LENGTHS:
            continue
        for length in _LENGTHS[first]:
            words = tuple(forms[at : at + length])
            if words in _TABLE and taken.isdisjoint(range(at, at + length)):
                found.append(LegalForm(at, at + length, _TABLE[words]))
                index = at + length
                break
    return found


def leads(form: LegalForm, forms: Sequence[str]) -> bool:
    """Say whether a form found at the start of a name is one that customarily stands there.

    >>> words = ["ab", "ceramica"]
    >>> [leads(form, words) for form in legal_forms(words)]
    [False]
    """
    words = forms[form.first : form.last]
    if all(len(word) == 1 for word in words):
        return "".join(words) in _LEADING
    return len(words) > 1 or words[0] in _LEADING


def closes(form: LegalForm, forms: Sequence[str]) -> bool:
    """Say whether a form is so plain that a name surely ends with it; an address may follow.

    >>> words = ["sunbow", "trading", "co", "ltd", "room", "1606"]
    >>> [closes(form, words) for form in legal_forms(words)]
    [True]
    """
    words = forms[form.first : form.last]
    if len(words) == 1:
        return words[0] in _CLOSING
    return len(words) > 2 or any(len(word) > 1 for word in words)


def run_form(run: str, *, leading: bool = False) -> str | None:
    """Return the legal form a Han, Hangul or kana run ends (or begins) with.

    >>> run_form("华洋纺织服装有限公司"), run_form("주식회사삼성", leading=True)
    ('有限公司', '주식회사')
    """
    for form in _BY_LENGTH:
        if run.startswith(form) if leading else run.endswith(form):
            return form
    return None
