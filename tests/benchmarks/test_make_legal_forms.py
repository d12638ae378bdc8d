"""Tests of the generator of the table of legal forms, on a few rows of either source."""

import csv
import gzip
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks.accuracy.make_legal_forms import (
    FORMS_AS_SUCH,
    HEAD,
    MODULES,
    known_forms,
    more_writings,
    rows_of,
    written,
)
from screener.text import legal_form_table, legal_form_table_letters

TYPES = """\
alias,display,compare,generic
Mas'uliyati cheklangan jamiyat,МЧЖ,,LLC
Limitada,Ltda.,Ltd,LLC
Ltda.,,Ltd,LLC
State Enterprise,,,SOE
Cooperative,,,COOP
Trust,Tr,,FIN
有限公司,Ltd,,LLC
"""
ISO = """\
elf_code,country,local_name,language,transliterated_name,abbreviations_local,abbreviations_transliterated,status
A,KY,Company Limited by Shares,en,,Ltd;LTD.,,ACTV
B,US,Whatever may be called Limited,en,,Ltd,,ACTV
C,AU,Proprietary,en,,Ltd,,ACTV
D,HU,Valami egészen más társaság,hu,,Vemt,,ACTV
E,ES,Una de las dos,es,,Ltda,,ACTV
F,ES,Una de las dos,es,,МЧЖ,,ACTV
"""


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


KNOWN = known_forms(rows(TYPES))


@pytest.mark.parametrize(
    ("writing", "form"),
    [
        ("masuliyati cheklangan jamiyat", "мчж"),
        ("мчж", "мчж"),
        ("limitada", "ltd"),
        ("ltda", "ltd"),
        ("state enterprise", "soe"),
    ],
)
def test_types_with_a_short_form_are_known_by_every_writing(writing: str, form: str) -> None:
    assert KNOWN[writing] == form


def test_a_type_without_a_short_form_is_a_word_of_business() -> None:
    assert "cooperative" not in KNOWN
    assert {"SOE"} == FORMS_AS_SUCH


def test_the_standard_adds_long_writings_of_one_known_form() -> None:
    assert more_writings(rows(ISO), KNOWN) == {"company limited by shares": "ltd"}


def test_native_scripts_and_common_words_are_left_out_of_the_module() -> None:
    text = written(KNOWN, {"company limited by shares": "ltd"})

    assert text.startswith(HEAD)
    assert "\nltd|company limited by shares|limitada|ltd|ltda\n" in text
    assert "trust" not in text.removeprefix(HEAD)
    assert "有限公司" not in text


@pytest.mark.parametrize("table", [legal_form_table, legal_form_table_letters])
def test_a_shipped_module_is_in_the_form_that_is_written(table: ModuleType) -> None:
    path = Path(str(table.__file__))
    forms = {
        writing: form
        for form, *writings in map(_parts, table.LEGAL_FORMS.splitlines())
        for writing in writings
    }

    assert path.read_text(encoding="utf-8") == written(forms, {}, plain=MODULES[path.name])


def test_sources_are_read_packed_or_not(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.csv", tmp_path / "a.csv.gz"
    plain.write_text(TYPES, encoding="utf-8")
    packed.write_bytes(gzip.compress(TYPES.encode()))

    assert list(rows_of(plain)) == list(rows_of(packed)) == rows(TYPES)


def _parts(line: str) -> list[str]:
    return line.split("|")
