"""The files of the page on usual rules are right, proved by their tests, and do what it says."""

import hashlib
import re
from pathlib import Path

import pytest

from screener.cli.main import main
from screener.factory import load
from screener.model.record import Record
from screener.pipeline import Screener
from tests.conftest import AS_OF
from tests.contract.source_files import ROOT

PAGE = (ROOT / "docs/how-to/write-usual-rules.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```yaml\n(# (\S+)\n.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = {path: text for text, path in BLOCK.findall(PAGE)}
RULES = [path.removesuffix(".yaml").replace("/", ".") for path in FILES if path[:5] == "acme/"]
assert len(FILES) == PAGE.count("```yaml") == 8
assert len(RULES) == 4
BORDER = Record(
    line_id="1", product_description="hand knitted doll", supplier_name="Yanji Morning Yarn",
    supplier_city="Yanji", supplier_province="Jilin", supplier_country="CN",
    country_of_origin="CN",
)  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every file of the page."""
    home = tmp_path_factory.mktemp("usual")
    for path, text in FILES.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(text, encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def company(home: Path) -> Screener:
    """Return a screener with these files beside the shipped pack."""
    return load(rules=home, as_of=AS_OF)


def test_the_files_are_right(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["rules", "validate", "--strict", "--rules", str(home), "--as-of", AS_OF])

    assert (code, capsys.readouterr().out.splitlines()[-1:]) == (
        0, ["93 rules, 6 named conditions: no problem found"],
    )  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_proved_by_its_tests(
    rule: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["rules", "test", rule, "--mutate", "--rules", str(home), "--as-of", AS_OF])

    said = capsys.readouterr().out
    assert "NOT CAUGHT" not in said
    assert code == 0


def test_the_mute_ends_on_its_day(company: Screener, screener: Screener) -> None:
    assert screener.screen(BORDER).tier == "T2"
    assert company.screen(BORDER).tier != "T2"
    assert company.screen(BORDER, as_of="2027-01-01").tier == "T2"


def test_the_list_is_searched(company: Screener) -> None:
    found = company.screen(Record(line_id="1", manufacturer_name="Blue Lantern Handicrafts"))

    assert "acme.refused-audit" in {reason.rule for reason in found.reasons}
    assert "ACME-01" in {citation.claim for citation in found.citations}


def test_the_checksum_is_that_of_the_entries() -> None:
    sum_ = hashlib.sha256(FILES["watchlists/acme-refused/firms.yaml"].encode()).hexdigest()

    assert sum_ in FILES["watchlists/acme-refused/manifest.yaml"]
