"""The commands ``rules new``, ``fmt`` and ``bump``."""

from pathlib import Path

import pytest

from screener.cli.main import main
from tests.conftest import AS_OF
from tests.rules.packs import copied, edit

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
        ("location.hats", {"moderate": "huge"}, "no strength 'huge'"),
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
    ]


def test_bump_of_an_unknown_rule_names_the_nearest(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", "bump", "origin.dprk-declare", "--rules", str(pack)]) == 3
    assert "did you mean origin.dprk-declared?" in capsys.readouterr().err
