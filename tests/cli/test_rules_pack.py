"""The command ``rules pack``: what is not proved is not packed, what is packed is used as it is."""

import json
import zipfile
from pathlib import Path

import pytest

from screener.cli.main import main
from screener.content.packed import MANIFEST, files_of, packed
from screener.factory import load
from screener.model.record import Record
from screener.pipeline import Screener
from tests.conftest import AS_OF
from tests.rules.packs import RULES, copied, edit

pytestmark = pytest.mark.slow

DAY = ["--as-of", AS_OF]
RECORD = Record(
    line_id="1", product_description="hand knitted doll", country_of_origin="CN",
    supplier_city="Yanji", supplier_province="Jilin", supplier_country="CN",
)  # fmt: skip


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the shipped pack in one file."""
    file = tmp_path_factory.mktemp("packed") / "core.zip"
    assert main(["rules", "pack", str(RULES), "-o", str(file), *DAY]) == 0
    return file


def test_a_packed_pack_screens_as_its_folder(file: Path, screener: Screener) -> None:
    opened = load(rules=file, as_of=AS_OF)

    assert opened.pack.rules_hash == screener.pack.rules_hash
    assert opened.screen(RECORD) == screener.screen(RECORD)


def test_a_copy_of_a_pack_makes_the_same_bytes(file: Path, tmp_path: Path) -> None:
    files = files_of(copied(tmp_path))

    assert packed("dprk-core", "1.0.0", files) == file.read_bytes()


def test_a_packed_pack_is_verified(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "pack", str(file), "--verify", *DAY]) == 0

    assert "dprk-core 1.0.0: 89 rules, all in order" in capsys.readouterr().out


def test_the_manifest_names_every_file(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read(MANIFEST))

    there = [path.relative_to(RULES).as_posix() for path in RULES.rglob("*") if path.is_file()]
    assert names == [MANIFEST, *sorted(there)]
    assert [*manifest["files"]] == sorted(there)
    assert (manifest["name"], manifest["version"]) == ("dprk-core", "1.0.0")


def test_nothing_in_a_file_is_edited(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()

    assert main(["rules", "bump", "origin.dprk-declared", "--rules", str(file)]) == 3
    assert main(["rules", "pack", str(file), "-o", str(file), *DAY]) == 3

    told = capsys.readouterr().err
    assert "is no folder, so nothing in it can be edited" in told
    assert "is packed already" in told
    assert file.read_bytes() == before


@pytest.mark.parametrize("command", [["rules", "validate"], ["doctor"]])
def test_an_altered_file_is_refused_everywhere(
    command: list[str], file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    altered = tmp_path / "altered.zip"
    altered.write_bytes(file.read_bytes().replace(b"T1: 20", b"T1: 21"))

    assert main([*command, "--rules", str(altered)]) == 2

    written = capsys.readouterr()
    assert "altered.zip: not a pack: Bad CRC-32" in written.out + written.err


@pytest.mark.parametrize(
    ("path", "old", "new", "code", "said"),
    [
        (
            "origin/dprk-declared.yaml",
            "expect: unknown",
            "expect: hit",
            1,
            "FAIL origin.dprk-declared",
        ),
        ("origin/dprk-declared.yaml", "points: 70", "points: 71", 2, "R033"),
        ("origin/dprk-declared.yaml", "version: 1\n", "version: 2\n", 1, "missing or behind"),
        ("pack.lock", '"logic":"', '"logic":"0', 2, "R033"),
    ],
)
def test_what_is_not_proved_is_not_packed(
    path: str, old: str, new: str, code: int, said: str,
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    folder, file = copied(tmp_path), tmp_path / "core.zip"
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    assert main(["rules", "pack", str(folder), "-o", str(file), *DAY]) == code

    written = capsys.readouterr()
    assert said in written.out + written.err
    assert not file.exists()


def test_a_rule_without_the_tests_it_needs_is_kept_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, file = copied(tmp_path), tmp_path / "core.zip"
    rule = folder / "location" / "dandong.yaml"
    head, _, tests = rule.read_text(encoding="utf-8").partition("tests:\n")
    kept = [part for part in tests.split("  - name: ")[1:] if "expect: miss" not in part][:1]
    rule.write_text(f"{head}tests:\n  - name: {kept[0]}" + _MISS, encoding="utf-8")

    assert main(["rules", "pack", str(folder), "-o", str(file), *DAY]) == 1

    told = capsys.readouterr().out
    assert "NOT CAUGHT location.dandong" in told
    assert "R054 no test shows what this rule answers without supplier_address" in told
    assert not file.exists()


_MISS = """  - name: elsewhere, and nothing like it
    row: {supplier_city: Hanoi, supplier_country: VN, product_description: bolts}
    expect: miss
"""


def test_a_company_folder_is_packed_and_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, file = tmp_path / "acme", tmp_path / "acme.zip"
    home.mkdir()
    owned = "reason: known, owner: trade-compliance, expires: 2026-12-31"
    text = f"extends: dprk-core ^1.0\ndisable:\n  - {{rule: material.sent-out, {owned}}}\n"
    (home / "overlay.yaml").write_text(text, encoding="utf-8")

    assert main(["rules", "pack", str(home), "-o", str(file), *DAY]) == 0
    assert main(["rules", "validate", "--strict", "--rules", str(file), *DAY]) == 0

    assert load(rules=file, as_of=AS_OF).pack.overlay == load(rules=home, as_of=AS_OF).pack.overlay
    edit(home / "overlay.yaml", "material.sent-out", "origin.dprk-declared")
    assert main(["rules", "pack", str(home), "-o", str(file), *DAY]) == 2
    assert "R075" in capsys.readouterr().err
