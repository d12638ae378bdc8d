"""Reading the register: what it holds, and what it refuses."""

from pathlib import Path

import pytest

from screener.errors import SourceError
from tests.sources.small_register import read, write

REPORT, REWRITE, BASIS = "seeds/report.yaml", "seeds/rewrite.yaml", "rules/basis.yaml"

# (what is wrong, file, text that stands there, text put for it, code, what the message says)
WRONG = (
    ("a claim twice", REWRITE, "- id: C-2", "- id: C-1", "E001", "C-1 stands twice"),
    ("a source twice", REWRITE, "id: rewrite", "id: report", "E001", "report stands twice"),
    ("a number twice", REWRITE, "number: S2", "number: S1", "E001", "S1 stands twice"),
    ("an unknown source", REWRITE, "[report]", "[reprot]", "E002", 'did you mean "report"?'),
    ("an unknown number", BASIS, "source: S1", "source: S9", "E002", "no source has the number S9"),
    ("a paragraph beyond", REWRITE, "4-5", "4-10", "E003", "outside the paragraphs 0 to 9"),
    ("paragraphs out of order", REWRITE, "4-5", "5-4", "E003", "not in rising order"),
    ("no paragraphs", REWRITE, '"0, 2, 4-5"', "the second", "E003", "names no paragraphs"),
    ("above the headline", REWRITE, "leading_lines: 1", "leading_lines: 0", "E003", "1 to 9"),
    ("a paragraph of no text", REPORT, "paragraph: n/a", "paragraph: 3", "E003", "no text was kept"),
    ("an unknown kind", REPORT, "[mentioned-only]", "[mentioned]", "E004", "no kind of assertion"),
    ("an unknown claim", REWRITE, "[C-1, C-2]", "[C-1, C-3]", "E005", "X1 names the claim C-3"),
    ("a grade too good", REPORT, "single-anonymous", "official-record", "E006", "do not agree"),
    ("a grade too low", REPORT, "sourcing: anon", "sourcing: official", "E006", "do not agree"),
    ("a circle", REPORT, "read: part", "read: part\nrests_on: [rewrite]", "E007", "rests on itself"),
    ("a day that is none", REPORT, "2024-05", "2024-13", "E008", '"2024-13" is no date'),
    ("a bar before time", BASIS, "source: S1", 'source: S1\n    applies_from: "05/2024"', "E008", "date"),
    ("a borrowed repeat", REWRITE, "rests_on: [report]\n", "", "E009", "not of its chain"),
    ("itself repeated", REWRITE, "repeats: [C-1]", "repeats: [C-2]", "E009", "C-2 repeats C-2"),
    ("an echo", REWRITE, "repeats: [C-1]", "bears_on: [C-2]", "E009", "of the same source"),
    ("a caption as proof", REPORT, "sourcing: anon", "sourcing: photo", "E010", "support nothing"),
    ("half a hash", REWRITE, "e3b0c44298fc1c149afbf4c8996fb924", "", "E011", "64 digits"),
    ("a hash without lines", REWRITE, "paragraphs: 9\n", "", "E011", "number of paragraphs"),
    ("law brought up by none", BASIS, "source: S1", "source: S1\n    brought_up_by: [B-9]", "E012", "is no provision"),
    ("an unknown key", REPORT, "title:", "titel:", "R001", 'did you mean "title"?'),
    ("an unknown role", REPORT, "use: To test with", "use: x\n    entities: [{name: a, roles: [bystander]}]", "R005", "bystander"),
    ("an unknown sourcing", REPORT, "sourcing: anon", "sourcing: anonymous", "R005", "anon"),
)  # fmt: skip


def test_register_holds_sources_claims_and_provisions(tmp_path: Path) -> None:
    write(tmp_path)

    register = read(tmp_path)

    assert [source.id for source in register.sources] == ["report", "rewrite"]
    assert list(register.claims) == ["C-1", "C-2"]
    assert list(register.provisions) == ["a-statute"]
    assert register.source_of("C-2").title == "A rewrite"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "says"),
    [pytest.param(*case, id=what) for what, *case in WRONG],
)
def test_what_is_wrong_is_reported_where_it_stands(
    tmp_path: Path, file: str, old: str, new: str, code: str, says: str
) -> None:
    write(tmp_path, file, old, new)

    with pytest.raises(SourceError) as raised:
        read(tmp_path)

    assert f"error[{code}]" in str(raised.value)
    assert says in str(raised.value)
    assert Path(file).name in str(raised.value)


def test_all_problems_are_reported_at_once(tmp_path: Path) -> None:
    write(tmp_path, REWRITE, '"0, 2, 4-5"', '"12"\n    bears_on: [C-9]')

    with pytest.raises(SourceError) as raised:
        read(tmp_path)

    assert str(raised.value).count("error[") == 2


@pytest.mark.parametrize("gone", ["rules/basis.yaml", "rules/wording.yaml"])
def test_missing_file_is_named(tmp_path: Path, gone: str) -> None:
    write(tmp_path)
    (tmp_path / gone).unlink()

    with pytest.raises(SourceError, match=Path(gone).name):
        read(tmp_path)


def test_register_without_a_source_is_refused(tmp_path: Path) -> None:
    write(tmp_path, BASIS, "source: S1", "source: S1")
    (tmp_path / REPORT).unlink()
    (tmp_path / REWRITE).unlink()

    with pytest.raises(SourceError):
        read(tmp_path)


def test_register_without_a_claim_is_refused(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / REWRITE).unlink()
    report = (tmp_path / REPORT).read_text(encoding="utf-8")
    (tmp_path / REPORT).write_text(report.partition("claims:")[0] + "claims: []\n")

    with pytest.raises(SourceError, match="register is empty"):
        read(tmp_path)


def test_list_of_provisions_that_is_empty_is_refused(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / BASIS).write_text("provisions: []\n")

    with pytest.raises(SourceError, match="no provision"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("claims", "outlets"),
    [
        pytest.param(["C-1"], ("paper",), id="a report"),
        pytest.param(["C-2"], ("paper",), id="a rewrite speaks with the voice of the report"),
        pytest.param(["C-2", "C-1"], ("paper",), id="both are one voice"),
        pytest.param([], (), id="nothing cited"),
    ],
)
def test_report_and_rewrite_are_one_voice(
    tmp_path: Path, claims: list[str], outlets: tuple[str, ...]
) -> None:
    write(tmp_path)

    assert read(tmp_path).origins(claims) == outlets
