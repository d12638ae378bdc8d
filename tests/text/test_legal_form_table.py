"""Tests of the tables of legal forms: what is generated is sound and found whole."""

from collections import Counter

import pytest

from screener.index.terms import NATIVE_SCRIPTS
from screener.text import legal_form_table, legal_form_table_letters
from screener.text.folding import comparison_form, fold
from screener.text.legal_forms import LegalForm, legal_forms

LEGAL_FORMS = legal_form_table.LEGAL_FORMS + legal_form_table_letters.LEGAL_FORMS
LINES = [line.split("|") for line in LEGAL_FORMS.splitlines()]
WRITINGS = {writing: form for form, *writings in LINES for writing in writings}
assert WRITINGS, "the table is empty"


def test_each_writing_stands_once() -> None:
    counts = Counter(writing for _, *writings in LINES for writing in writings)

    assert [writing for writing, count in counts.items() if count > 1] == []


def test_forms_and_their_writings_are_in_order() -> None:
    assert [form for form, *_ in LINES] == sorted({form for form, *_ in LINES})
    assert [form for form, *writings in LINES if writings != sorted(writings)] == []


def test_everything_is_written_as_texts_are_folded() -> None:
    written = {*WRITINGS, *WRITINGS.values()}

    assert {text for text in written if comparison_form(text) != text or not text} == set()


def test_scripts_without_spaces_are_read_elsewhere() -> None:
    native = [
        writing
        for writing in WRITINGS
        if any(token.script in NATIVE_SCRIPTS for token in fold(writing).tokens)
    ]

    assert native == []


def test_every_writing_is_found_whole() -> None:
    wrong = [
        writing
        for writing, form in WRITINGS.items()
        if legal_forms(writing.split()) != (LegalForm(0, writing.count(" ") + 1, form),)
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("writing", "form"),
    [
        ("s a", "sa"),
        ("sociedad anonima", "sa"),
        ("gesellschaft mit beschrankter haftung", "gmbh"),
        ("obshchestvo s ogranichennoj otvetstvennostyu", "ooo"),
        ("общество с ограниченнои ответственностью", "ooo"),
        ("state unitary enterprise", "soe"),
        ("s de r l", "srl"),
        ("company limited by guarantee", "ltd"),
    ],
)
def test_what_a_writing_stands_for(writing: str, form: str) -> None:
    assert WRITINGS[writing] == form


@pytest.mark.parametrize("word", ["cooperative", "bank", "trust", "foundation", "ii", "charity"])
def test_words_of_business_are_no_forms(word: str) -> None:
    assert word not in WRITINGS
