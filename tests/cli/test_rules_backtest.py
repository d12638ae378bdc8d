"""The commands ``rules backtest`` and ``rules diff``, called as a shell calls them."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from screener.cli.main import main
from screener.cli.rules_backtest import kept
from screener.errors import InputError
from screener.impact import Load
from tests.conftest import AS_OF
from tests.rules.packs import RULES, copied, edit

pytestmark = pytest.mark.slow

RECORDS = """line_id,product_description,supplier_city,supplier_province,country_of_origin
1,hand crocheted doll,Dandong,Liaoning,CN
2,cotton towel,Ningbo,Zhejiang,CN
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "records.csv"
    path.write_text(RECORDS, encoding="utf-8")
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return the shipped pack, with a lower floor for hand-worked goods."""
    folder = copied(tmp_path)
    edit(folder / "dprk" / "border-handwork.yaml", "raises_to: T2\n", "")
    return folder


def test_backtest_shows_load_tiers_and_rules(
    data: Path, old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reviews = tmp_path / "reviews.csv"
    reviews.write_text("line_id,confirmed\n1,yes\n2,no\n", encoding="utf-8")

    code = main(
        ["rules", "backtest", "--data", str(data), "--old", str(old), "--reviews", str(reviews),
         "--as-of", AS_OF]
    )  # fmt: skip

    said = capsys.readouterr().out
    assert code == 1  # half the records ask for review, far over the budget
    assert "review load: 50.00% at T2 or above, over the budget of 0.50%" in said
    assert "  1  T1 -> T2\n" in said
    head = next(line for line in said.splitlines() if line.startswith("rule "))
    row = next(line for line in said.splitlines() if line.startswith("dprk.border-handwork "))
    assert re.split("  +", head)[5:8] == ["reviewed", "confirmed", "precision (95%)"]
    assert re.split("  +", row)[5:8] == ["1", "1", "1.00 (0.21-1.00)"]
    assert "never matched: " in said
    slowest = said.splitlines()[-1]
    assert slowest.startswith("slowest rules, microseconds a record over the first 2: ")
    assert slowest.count(", ") == 10


def test_backtest_is_clean_where_nothing_asks_for_review(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data.write_text("\n".join([*RECORDS.splitlines()[:1], "2,wall paint,Ningbo,Zhejiang,CN\n"]))

    code = main(["rules", "backtest", "--data", str(data), "--as-of", AS_OF, "--json"])

    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert found["load"]["tiers"]["T0"] == found["rows"] == 1
    assert found["before"] is None


def test_an_answer_of_a_review_is_yes_or_no(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reviews = tmp_path / "reviews.csv"
    reviews.write_text("line_id,confirmed\n1,yes\n2,maybe\n", encoding="utf-8")

    code = main(["rules", "backtest", "--data", str(data), "--reviews", str(reviews)])

    assert code == 3
    assert "row 3, column confirmed: 'maybe' is neither yes nor no" in capsys.readouterr().err


def test_diff_tells_what_changed_what_moves_and_which_version(
    data: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["rules", "diff", str(old), str(RULES), "--data", str(data), "--as-of", AS_OF])

    said = capsys.readouterr().out
    assert code == 1
    assert "dprk.border-handwork  v1   minor: higher points or floor\n  floor none -> T2\n" in said
    assert "error[R033] score changed but the version did not" in said
    assert "suggested 1.1.0 (minor)" in said
    assert "records moved: 1\n" in said


def test_diff_of_a_pack_with_itself_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["rules", "diff", str(RULES), str(RULES), "--as-of", AS_OF])

    assert code == 0
    assert capsys.readouterr().out == (
        "nothing changed\npack version 1.0.0 -> 1.0.0, suggested 1.0.0 (none)\n"
    )


def test_an_active_rule_of_a_company_is_tried_before_it_is_kept(tmp_path: Path) -> None:
    home = tmp_path / "own"
    (home / "acme").mkdir(parents=True)
    (home / "overlay.yaml").write_text("extends: dprk-core ^1.0\n", encoding="utf-8")
    rule = (RULES / "location" / "dandong.yaml").read_text(encoding="utf-8")
    own = rule.replace("rule: location.dandong\n", "rule: acme.dandong\n")
    (home / "acme" / "dandong.yaml").write_text(own, encoding="utf-8")
    lines = [f"{number},cotton towel,Ningbo,Zhejiang,CN" for number in range(200)]
    ordinary = tmp_path / "ordinary.csv"
    ordinary.write_text("\n".join([RECORDS.splitlines()[0], *lines, ""]), encoding="utf-8")
    asked = ["--rules", str(home), "--as-of", AS_OF]

    assert main(["rules", "backtest", "--record", "--data", str(ordinary), *asked]) == 0

    written = json.loads((home / "pack.lock").read_text(encoding="utf-8"))["rules"]
    assert written["acme.dandong"]["backtest"] == {
        "data": hashlib.sha256(ordinary.read_bytes()).hexdigest(),
        "rows": 200,
        "share": 0.0,
        "budget": 0.005,
    }
    assert main(["rules", "validate", *asked]) == 0
    edit(home / "acme" / "dandong.yaml", "version: 1\n", "version: 2\n")
    edit(home / "acme" / "dandong.yaml", "\n  points: 20", "\n  points: 19")
    assert main(["rules", "validate", *asked]) == 2


def test_too_few_records_tell_no_share(tmp_path: Path) -> None:
    few = tmp_path / "few.csv"
    few.write_text(RECORDS, encoding="utf-8")
    load = Load(tiers={}, share=0.0, budget=0.005)

    with pytest.raises(InputError, match=r"199 records cannot tell .* 0.50%; try 200 or more"):
        kept(few, 199, load)
    assert kept(few, 200, load).rows == 200
