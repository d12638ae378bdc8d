"""The commands ``rules new``, ``fmt`` and ``bump``."""

from pathlib import Path

import pytest

from screener.cli.main import main
from tests.conftest import AS_OF
from tests.rules.packs import RULES, copied, edit

pytestmark = pytest.mark.slow

ANSWERS = [
    "--goods", "G-HAT", "--place", "P-DANDONG", "--claim", "B-02", "--strength", "moderate",
    "--ask", "Who made the hats?", "--as-of", AS_OF,
]  # fmt: skip


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copied(tmp_path)


def test_a_new_rule_is_right_and_its_three_tests_fail(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "location.hats-dandong"

    assert main(["rules", "new", name, *ANSWERS, "--rules", str(pack)]) == 0
    assert main(["rules", "test", name, "--rules", str(pack), "--as-of", AS_OF]) == 1

    assert "3 tests, 0 passed, 3 failed" in capsys.readouterr().out
    assert main(["rules", "fmt", "--check", str(pack / "location" / "hats-dandong.yaml")]) == 0


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        ("location.dandong", {}, "is there already"),
        ("hats", {}, "is no id of a rule"),
        ("location.hats", {"G-HAT": "G-HATS"}, "no entry 'G-HATS'; did you mean G-HAT?"),
        ("location.hats", {"moderate": "huge"}, "no strength 'huge'; strengths: slight, weak"),
        (
            "location.hats",
            {"G-HAT": "P-DANDONG"},
            "P-DANDONG is of kind place; wanted is one of goods",
        ),
        ("location.hats", {"P-DANDONG": "G-HAT"}, "G-HAT is of kind goods"),
        ("location.hats", {"B-02": "A-01"}, "claim A-01 supports no kind of sentence by itself"),
    ],
)
def test_a_wrong_answer_writes_nothing(
    name: str, change: dict[str, str], message: str, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = [change.get(answer, answer) for answer in ANSWERS]
    before = sorted(pack.rglob("*.yaml"))

    code = main(["rules", "new", name, *answers, "--rules", str(pack)])

    assert code == 3
    assert message in capsys.readouterr().err
    assert sorted(pack.rglob("*.yaml")) == before


@pytest.mark.parametrize("goods", ["G-HAT", "fishing net"])
def test_a_draft_about_a_party_is_right(goods: str, pack: Path) -> None:
    changed = {"G-HAT": goods, "P-DANDONG": "E-8CORPS", "B-02": "A-10"}
    answers = [changed.get(answer, answer) for answer in ANSWERS]

    assert main(["rules", "new", "entity.corps-hats", *answers, "--rules", str(pack)]) == 0
    assert main(["rules", "validate", "--strict", "--rules", str(pack), "--as-of", AS_OF]) == 0


def test_goods_that_no_entry_names_are_words(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = [{"G-HAT": "fishing net, landing net"}.get(answer, answer) for answer in ANSWERS]
    name = "location.nets-dandong"

    assert main(["rules", "new", name, *answers, "--rules", str(pack)]) == 0
    assert main(["rules", "validate", "--strict", "--rules", str(pack), "--as-of", AS_OF]) == 0

    rule = (pack / "location" / "nets-dandong.yaml").read_text(encoding="utf-8")
    assert '- product_description: {says_any: ["fishing net", "landing net"]}' in rule
    assert "Fishing net from {place}: a report speaks of other goods" in rule
    assert f"screener rules test {name} --rules {pack}" in capsys.readouterr().out


def test_fmt_lays_out_and_check_only_tells(pack: Path) -> None:
    file = pack / "origin" / "dprk-declared.yaml"
    laid_out = file.read_text(encoding="utf-8")
    edit(file, "version: 1\n", "version: 1   \n\n")

    assert main(["rules", "fmt", "--check", str(pack)]) == 1
    assert main(["rules", "fmt", str(pack)]) == 0

    assert file.read_text(encoding="utf-8") == laid_out


def test_bump_raises_a_rule_a_condition_and_the_pack(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(
        ["rules", "bump", "origin.dprk-declared", "machine-made", "--pack", "minor",
         "--rules", str(pack)]
    )  # fmt: skip

    assert code == 0
    said = capsys.readouterr().out
    assert [line.rpartition("/")[2] for line in said.splitlines()] == [
        "dprk-declared.yaml: version: 2",
        "machine-made.yaml: version: 2",
        "pack.yaml: version: 1.1.0",
        "pack.lock: 89 rules",
    ]


def test_bump_raises_what_changed_and_nothing_else(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--rules", str(pack), "--as-of", AS_OF]
    edit(
        pack / "conditions" / "machine-made.yaml", "in: [product_description, notes]", "in: [notes]"
    )

    assert main(["rules", "validate", *asked]) == 2
    refused = capsys.readouterr().out.count("error[R033]")
    assert main(["rules", "bump", "--rules", str(pack)]) == 0
    raised = capsys.readouterr().out.splitlines()

    assert refused == len(raised) - 1 > 0
    assert main(["rules", "validate", "--strict", *asked]) == 0
    capsys.readouterr()
    assert main(["rules", "bump", "--rules", str(pack)]) == 0
    assert capsys.readouterr().out == ""


def test_bump_of_a_company_leaves_the_shipped_pack_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "overlay.yaml").write_text("extends: dprk-core ^1.0\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in RULES.rglob("*") if path.is_file()}
    home = ["--rules", str(tmp_path)]

    assert main(["rules", "new", "acme.hats", *ANSWERS, *home]) == 0
    rule = tmp_path / "acme" / "hats.yaml"
    edit(rule, "status: draft", "status: shadow")
    unwritten = "{product_description: write such a line}"
    text = rule.read_text(encoding="utf-8")
    text = text.replace(unwritten, "{product_description: knit hat, supplier_city: Dandong}", 1)
    rule.write_text(text.replace(unwritten, "{supplier_city: Dandong}"), encoding="utf-8")
    edit(rule, "{supplier_name: write such a line}", "{product_description: steel pipe}")
    assert main(["rules", "bump", "origin.dprk-declared", *home]) == 3
    assert main(["rules", "bump", "acme.hats", *home]) == 0

    assert "version: 2\n" in rule.read_text(encoding="utf-8")
    assert "pack.lock: 1 rules" in capsys.readouterr().out
    edit(rule, "points: 25", "points: 24")
    assert main(["rules", "validate", *home, "--as-of", AS_OF]) == 2
    assert f"{rule}:3:10: error[R033]" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in RULES.rglob("*") if path.is_file()} == before


def test_bump_of_a_pack_without_a_version_of_three_numbers(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(pack / "pack.yaml", "version: 1.0.0", "version: first")

    assert main(["rules", "bump", "--pack", "minor", "--rules", str(pack)]) == 3
    assert "no version of three numbers" in capsys.readouterr().err


def test_bump_of_an_unknown_rule_names_the_nearest(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", "bump", "origin.dprk-declare", "--rules", str(pack)]) == 3
    assert "did you mean origin.dprk-declared?" in capsys.readouterr().err


def test_a_file_to_lay_out_that_is_no_text_is_named_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rule.yaml"
    file.write_bytes(b"rule: dprk.sample\ntitle: caf\xe9\n")

    assert main(["rules", "fmt", str(file)]) == 2
    assert f"{file}:2: not in UTF-8" in capsys.readouterr().err
