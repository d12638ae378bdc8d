"""Tests of screener.text.legal_forms."""

import pytest

from screener.text.folding import comparison_form
from screener.text.legal_forms import RUN_FORMS, closes, leads, legal_forms, run_form


def found(name: str) -> list[str]:
    words = comparison_form(name).split()
    return [" ".join(words[form.first : form.last]) for form in legal_forms(words)]


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Huayang Textiles Co., Ltd.", ["co ltd"]),
        ("Huayang Textiles Company Limited", ["company limited"]),
        ("Larios Ceramica Private Limited", ["private", "limited"]),
        ("Malaysian Mosaics Sdn. Bhd.", ["sdn bhd"]),
        ("Ceramicas Castro S.A.", ["s a"]),
        ("Centro de Diseño S.A. de C.V.", ["s a de c v"]),
        ("Foo Bar GmbH & Co. KG", ["gmbh co kg"]),
        ("ООО АЯС 2000", ["ооо"]),
        ('Общество с ограниченной ответственностью "Бай"', ["общество с ограниченнои ответственностью"]),
        ("Grespania S.L.U.", ["s l u"]),
        ("Nobility JSC", ["jsc"]),
        ("Otkrytoe Aktsionernoe Obshchestvo Tempbank", ["otkrytoe aktsionernoe obshchestvo"]),
        ("Bowne Global Solutions II, Inc.", ["inc"]),
        ("Volkswagen AG", ["ag"]),
        ("Porcelanosa SA", ["sa"]),
        ("Distribuidora Sada 18 SA", ["sa"]),
        ("Azuvi Ceramics S.L.", ["s l"]),
        ("Handal S. de R.L.", ["s de r l"]),
        ("Saavedra y Cía. S. en C.", ["y cia s en c"]),
        ("Inversiones y Cia. S. en C.S.", ["y cia s en c s"]),
        ("Lopes e Companhia Ltda.", ["e companhia", "ltda"]),
        ("Plata y Oro S.A.", ["s a"]),
        ("State Enterprise Yalta Sea Trading Port", ["state enterprise"]),
        ("Mas'uliyati cheklangan jamiyat Toshkent", ["masuliyati cheklangan jamiyat"]),
        ("Sunbow Trading Private", ["private"]),
        ("Huayang", []),
        ("", []),
    ],
    ids=str,
)  # fmt: skip
def test_legal_forms_are_found_as_whole_words(name: str, forms: list[str]) -> None:
    assert found(name) == forms


@pytest.mark.parametrize("name", ["Sunbow Private", "Azuvi S.L.", "Hilal Travel C.A.", "Foo Co"])
def test_no_form_reaches_past_the_end_of_the_name(name: str) -> None:
    words = comparison_form(name).split()

    assert [form.last for form in legal_forms(words)][-1] == len(words)


@pytest.mark.parametrize(
    ("name", "leading"),
    [
        ("PT Venus", True),
        ("LLC Ceramic House", True),
        ("Open Joint Stock Company Gazprom", True),
        ("ООО АЯС", True),
        ("AB Ceramica", False),
        ("S.C. Johnson", False),
        ("A.B.C. Trading", False),
    ],
    ids=str,
)
def test_only_customary_forms_lead_a_name(name: str, leading: bool) -> None:  # noqa: FBT001
    words = comparison_form(name).split()
    forms = [form for form in legal_forms(words) if form.first == 0]

    assert any(leads(form, words) for form in forms) is leading


@pytest.mark.parametrize(
    ("name", "closing"),
    [
        ("Sunbow Trading Co., Ltd. Room 1606", True),
        ("Sunbow Trading LLC Dubai", True),
        ("Sunbow S.R.L. Via Mazzini", True),
        ("Sunbow AB Foshan", False),
        ("Sunbow Company Foshan", False),
    ],
    ids=str,
)
def test_a_plain_form_closes_a_name(name: str, closing: bool) -> None:  # noqa: FBT001
    words = comparison_form(name).split()

    assert any(closes(form, words) for form in legal_forms(words)) is closing


@pytest.mark.parametrize("form", RUN_FORMS)
def test_every_native_form_is_found_whole_at_the_end(form: str) -> None:
    assert run_form(f"华洋{form}") == form


def test_a_native_form_is_found_at_the_start_when_asked() -> None:
    assert run_form("株式会社和田", leading=True) == "株式会社"
    assert run_form("株式会社和田") is None
