"""A company's own folder beside the shipped pack: read, screened with, told."""

import hashlib
import shutil
from pathlib import Path

import pytest

from api.overlays import InUse, overlay_in_use
from screener.cli.main import main
from screener.errors import ContentError
from screener.factory import load
from screener.model.record import Record
from screener.pipeline import Screener
from tests.conftest import AS_OF, ROOT

pytestmark = pytest.mark.slow
OVERLAY = """extends: dprk-core ^1.0
set:
  - rule: product.handworked
    points: 1
    reason: all of our goods are made by hand
    owner: trade-compliance
    expires: 2026-12-31
mutes:
  - rule: dprk.border-handwork
    row: {supplier_name: Yanji Morning Yarn}
    reason: maker verified on site, file SD-131
    owner: trade-compliance
    expires: 2026-12-31
"""
ENTRIES = """entries:
  - id: ACME-SITE-1
    kind: facility
    name: Kaesong Blue Lantern Workshop
    supports: [profile-warrants-questions]
    aliases: [{lang: en, words: [Blue Lantern Workshop]}]
"""
RULE = """rule: acme.own-sites
version: 1
title: A site that our own people reported
family: named_entity
status: active
owner: trade-compliance
introduced: 2026-05-04
review_by: 2027-05-04
reviewed_by: compliance-lead
why: Our auditors were turned away there.
basis: [advisory-2018]
claims: [ACME-01]
wording: {form: reported, asserts: [profile-warrants-questions]}
when:
  finds: {any_of: [ACME-SITE-1], in: [manufacturer_name]}
adds: {group: named-entity, points: 20}
says: "{matched_name} is reported by our own people to refuse visits."
tests:
  - {name: the site, row: {manufacturer_name: Blue Lantern Workshop}, expect: hit}
  - {name: another, row: {manufacturer_name: Red Lamp Works}, expect: miss}
  - {name: no maker, row: {product_description: dolls}, expect: unknown}
"""
SOURCE = """id: acme-visits
number: ACME
publisher: Acme
outlet: acme
title: Visits of 2026
published: null
published_basis: An internal file
url: https://acme.example/visits
language: en
read: whole
claims:
  - id: ACME-01
    paragraph: n/a
    paraphrase: Two auditors were turned away at the gate.
    sourcing: outlet
    grade: single-outlet
    confidence: H
    supports: [profile-warrants-questions]
    use: Place of a refused visit
"""
RECORD = Record(
    line_id="1",
    product_description="hand knitted doll",
    supplier_name="Yanji Morning Yarn",
    supplier_city="Yanji",
    supplier_province="Jilin",
    supplier_country="CN",
    country_of_origin="CN",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a company with an overlay, a list and a rule of its own."""
    root = tmp_path_factory.mktemp("acme")
    _write(root / "overlay.yaml", OVERLAY)
    _write(root / "acme" / "own-sites.yaml", RULE)
    _write(root / "seeds" / "visits.yaml", SOURCE)
    _write(root / "watchlists" / "acme-sites" / "sites.yaml", ENTRIES)
    checksum = hashlib.sha256(ENTRIES.encode()).hexdigest()
    manifest = f"""id: acme-sites
title: Sites that our own people reported
publisher: Acme
licence: internal
edition: "1"
edition_date: "2026-05-04"
coverage: One site
kind: entries
files: [{{name: sites.yaml, sha256: "{checksum}"}}]
min_entries: 1
max_entries: 10
"""
    _write(root / "watchlists" / "acme-sites" / "manifest.yaml", manifest)
    return root


@pytest.fixture(scope="module")
def company(folder: Path) -> Screener:
    """Return a screener with the company's folder."""
    return load(rules=folder, as_of=AS_OF)


def test_the_folder_in_use_is_named_with_its_rules(company: Screener, screener: Screener) -> None:
    assert overlay_in_use(company) == InUse("overlay", "", ("acme.own-sites",))
    assert overlay_in_use(screener) is None


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_mute_lowers_the_tier_of_its_records_alone(company: Screener, screener: Screener) -> None:
    other = RECORD.model_copy(update={"supplier_name": "Tumen Yarn"})

    assert screener.screen(RECORD).tier == "T2"
    assert company.screen(RECORD).tier != "T2"
    assert company.screen(other).tier == "T2"
    assert company.screen(RECORD, as_of="2027-01-01").tier == "T2"


def test_points_are_those_of_the_company(company: Screener, screener: Screener) -> None:
    def points(one: Screener) -> list[int]:
        reasons = one.screen(RECORD).reasons
        return [reason.points for reason in reasons if reason.rule == "product.handworked"]

    assert points(company) == [1] != points(screener)


def test_own_lists_and_rules_are_used(company: Screener) -> None:
    screening = company.screen(Record(line_id="1", manufacturer_name="Blue Lantern Workshop"))

    assert [reason.rule for reason in screening.reasons if reason.rule.startswith("acme")] == [
        "acme.own-sites"
    ]
    assert "ACME-SITE-1" in {hit.entry for hit in screening.hits}
    assert "acme-sites" in {one.id for one in screening.scope.lists}
    assert "ACME-01" in {one.claim for one in screening.citations}


def test_what_is_changed_is_in_the_snapshot(company: Screener, screener: Screener) -> None:
    ours, theirs = company.screen(RECORD), screener.screen(RECORD)

    assert ours.snapshot.rules != theirs.snapshot.rules
    assert ours.snapshot.lists != theirs.snapshot.lists
    assert ours.scope.rules.pack == "dprk-core+overlay"


def test_inline_tests_prove_the_pack_as_written(company: Screener) -> None:
    subjects = ("product.handworked", "dprk.border-handwork", "acme.own-sites")

    results = company.run_rule_tests(subjects)

    assert {result.subject for result in results} == set(subjects)
    assert [result for result in results if not result.passed] == []


def test_the_environment_names_the_folder_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCREENER_RULES", str(folder))

    assert load(as_of=AS_OF).pack.overlay is not None


def test_doctor_tells_every_change(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--rules", str(folder)]) == 0

    told = capsys.readouterr().out
    assert "overlay of dprk-core ^1.0: 2 changes" in told
    assert "set product.handworked, trade-compliance until 2026-12-31: all of our goods" in told
    assert "mute dprk.border-handwork, trade-compliance until 2026-12-31: maker verified" in told


def test_explain_shows_what_is_muted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled = RECORD.model_dump(exclude_none=True, exclude={"documents", "line_id"})
    record = folder.parent / "record.yaml"
    _write(record, "".join(f'{name}: "{value}"\n' for name, value in filled.items()))

    asked = ["rules", "explain", "dprk.border-handwork", "--row", str(record)]
    code = main([*asked, "--rules", str(folder), "--as-of", AS_OF])

    told = capsys.readouterr().out
    assert code == 0
    assert "muted: maker verified on site, file SD-131" in told


def test_a_broken_overlay_is_refused_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = OVERLAY.replace("rule: product.handworked", "rule: product.handwork")
    _write(tmp_path / "overlay.yaml", broken)

    assert main(["rules", "validate", "--rules", str(tmp_path)]) == 2
    assert "overlay.yaml:3:11: error[R072]" in capsys.readouterr().out
    with pytest.raises(ContentError, match="handwork"):
        load(rules=tmp_path, as_of=AS_OF)


@pytest.mark.parametrize("gate", ["origin.dprk-declared", "price.piece-fee"])
def test_no_gate_of_the_shipped_pack_is_silenced(
    gate: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terms = "reason: x, owner: y, expires: 2026-12-31"
    text = f"extends: dprk-core ^1.0\ndisable:\n  - {{rule: {gate}, {terms}}}\n"
    _write(tmp_path / "overlay.yaml", text)

    assert main(["rules", "validate", "--rules", str(tmp_path)]) == 2
    assert "overlay.yaml:3:12: error[R075]" in capsys.readouterr().out


def test_a_list_of_a_company_never_stands_in_for_another(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = Path(shutil.copytree(folder, tmp_path / "acme"))
    lists = home / "watchlists"
    (lists / "acme-sites").rename(lists / "un-1718")

    assert main(["rules", "validate", "--rules", str(home)]) == 2

    said = capsys.readouterr().out
    assert f"{lists / 'un-1718'}:1:1: error[R000]" in said
    assert "a list of this id is in use already" in said


def test_an_imported_list_is_not_hidden_by_one_of_a_company(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCREENER_HOME", str(tmp_path))
    table = tmp_path / "parties.csv"
    table.write_text("id,name,country\n1,Kaesong Blue Lantern Workshop,KP\n", encoding="utf-8")
    asked = ["lists", "import", str(table), "--as", "acme-sites", "--format", "csv"]
    assert main([*asked, "--day", AS_OF]) == 0

    with pytest.raises(ContentError, match="a list of this id is in use already"):
        load(rules=folder, as_of=AS_OF)


def test_the_example_of_the_manual_is_right(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to" / "extend-the-pack.md").read_text(encoding="utf-8")
    _write(tmp_path / "overlay.yaml", page.partition("```yaml\n")[2].partition("```")[0])

    assert main(["rules", "validate", "--strict", "--rules", str(tmp_path), "--as-of", AS_OF]) == 0


def test_the_folder_of_the_shipped_rules_is_no_overlay() -> None:
    assert not (ROOT / "rules" / "overlay.yaml").exists()


def test_mutations_are_of_the_pack_as_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = Path(shutil.copytree(folder, tmp_path / "acme"))
    asking = RULE.replace("rule: acme.own-sites", "rule: acme.asking").replace(
        "  finds: {any_of: [ACME-SITE-1], in: [manufacturer_name]}", "  fired: acme.own-sites"
    )
    _write(home / "acme" / "asking.yaml", asking.replace("{matched_name}", "This maker"))
    terms = "reason: x, owner: y, expires: 2026-12-31"
    disabled = f"disable:\n  - {{rule: acme.own-sites, {terms}}}\n"
    _write(home / "overlay.yaml", OVERLAY + disabled)

    command = ["rules", "test", "acme.asking", "--mutate", "--rules", str(home), "--as-of", AS_OF]
    assert main(command) == 0

    assert "acme.asking v1   3 tests, 3 passed" in capsys.readouterr().out
