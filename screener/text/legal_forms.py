"""Legal forms of companies, found in folded tokens and in Chinese, Korean and Japanese runs.

The forms of the alphabets stand in ``legal_form_table``. The short list here adds what customs
data writes and that table leaves out.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from screener.text import legal_form_table, legal_form_table_letters

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
    "e companhia",
)
# Forms that customarily stand before the name.
_LEADING = frozenset(
    "pt cv ud pte llc llp ltd company ooo oao zao pao ao too tov ojsc cjsc pjsc jsc "
    "ооо оао зао пао ао тоо тов ип чп пп".split()
)
_LIMITED_COMPANY = tuple(f"{co} {ltd}" for co in ("co", "company") for ltd in ("ltd", "limited"))
"""Writings of the usual form of China's companies, as good as the one that the table has."""
_SHORTENED = {"company": "co", "corporation": "corp", "private": "pvt", "proprietary": "pty"}
"""Words of forms and the shorter writing that stands for both."""
_AND_COMPANY = frozenset({"cia", "compania"})
_CLOSING = frozenset({"ltd", "limited", "llc", "gmbh", "inc", "srl", "sarl"})
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


class _Table(NamedTuple):
    """Forms by their words, and the numbers of words to try at a first word, the most first."""

    forms: dict[tuple[str, ...], str]
    lengths: dict[str, tuple[int, ...]]


def _table(forms: Iterable[tuple[str, str]]) -> _Table:
    """Return a table of writings, each with what it stands for."""
    by_words = {tuple(writing.split()): form for writing, form in forms}
    lengths: dict[str, set[int]] = defaultdict(set)
    for words in by_words:
        lengths[words[0]].add(len(words))
    return _Table(
        by_words,
        {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
    )


def _shipped() -> Iterable[tuple[str, str]]:
    """Yield the writings of the generated table, each with what it stands for."""
    forms = legal_form_table.LEGAL_FORMS + legal_form_table_letters.LEGAL_FORMS
    for line in forms.splitlines():
        form, *writings = line.split("|")
        for writing in writings:
            yield writing, form
            # "and company" belongs to the form, whatever kind of company it is: Garcia y Cia. Ltda.
            if writing.split()[0] in _AND_COMPANY:
                yield f"y {writing}", form
                yield f"e {writing}", form
    yield from ((writing, "coltd") for writing in _LIMITED_COMPANY)
    yield from (("cia s en c s", "scs"), ("y cia s en c s", "scs"), ("s en c s", "scs"))


_SHIPPED = _table(_shipped())
_CUSTOMS = _table(
    [
        *((" ".join(form), form) for form in _WORD_FORMS if 2 <= len(form) <= 4),
        *((form, _SHORTENED.get(form, form)) for form in (*_WORD_FORMS, *_PHRASE_FORMS)),
    ]
)
LEGAL_WORDS = frozenset(
    word for table in (_SHIPPED, _CUSTOMS) for words in table.forms for word in words
)
"""Every word that legal forms are written with; no other word has a part in where they stand."""


def legal_forms(forms: Sequence[str]) -> tuple[LegalForm, ...]:
    """Return the legal forms among folded tokens, from left to right, none overlapping.

    Where several begin, the longest is taken; the short list only fills what is left free.

    >>> legal_forms(["huayang", "textiles", "co", "ltd"])
    (LegalForm(first=2, last=4, form='coltd'),)
    >>> legal_forms(["ооо", "аяс", "2000"])
    (LegalForm(first=0, last=1, form='ooo'),)
    """
    found = _find(_SHIPPED, forms, frozenset())
    return tuple(sorted([*found, *_find(_CUSTOMS, forms, covered(found))]))


def covered(found: Iterable[LegalForm]) -> frozenset[int]:
    """Return which tokens some legal forms stand on.

    >>> sorted(covered(legal_forms(["ооо", "huayang", "co", "ltd"])))
    [0, 2, 3]
    """
    return frozenset([at for form in found for at in range(form.first, form.last)])


def _find(table: _Table, forms: Sequence[str], taken: frozenset[int]) -> list[LegalForm]:
    """Return the forms of a table on tokens that are still free."""
    found: list[LegalForm] = []
    lengths = table.lengths
    if lengths.keys().isdisjoint(forms):
        return found
    free_from = 0
    for at, first in enumerate(forms):
        if at < free_from or first not in lengths:
            continue
        for length in lengths[first]:
            words = tuple(forms[at : at + length])
            last = at + len(words)
            if words in table.forms and taken.isdisjoint(range(at, last)):
                found.append(LegalForm(at, last, table.forms[words]))
                free_from = last
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
