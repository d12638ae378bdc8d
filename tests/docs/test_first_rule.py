"""The tutorial of the first rule, followed word by word."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from screener.cli.main import main
from tests.contract.source_files import ROOT

TUTORIAL = (ROOT / "docs/tutorial/first-rule.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RULE = Path("my-rules/location/scarves-border.yaml")


@pytest.mark.slow
def test_the_tutorial_leads_where_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("rules", "seeds"):
        shutil.copytree(ROOT / name, name)
    told = 0

    for language, text in BLOCK.findall(TUTORIAL):
        if language == "console":
            capsys.readouterr()
            _follow(text)
        elif language == "yaml":
            _write(text)
        else:
            said = capsys.readouterr().out
            told += 1
            for line in text.splitlines():
                assert line in said
    assert told == 5


def _follow(console: str) -> None:
    for line in console.splitlines():
        words = shlex.split(line.removeprefix("$ "))
        if "backtest" in words:
            _shadowed()
        if words[0] == "cp":
            shutil.copytree(words[2], words[3])
        else:
            assert main(words[1:]) in (0, 1), line


def _write(text: str) -> None:
    """Write a block in place of the tests, or below them."""
    before = RULE.read_text(encoding="utf-8")
    kept = before[: before.index("tests:")] if text.startswith("tests:") else before
    RULE.write_text(kept + text, encoding="utf-8")


def _shadowed() -> None:
    before = RULE.read_text(encoding="utf-8")
    assert "Change `status: draft` to `status: shadow`" in TUTORIAL
    assert before.count("status: draft") == 1
    RULE.write_text(before.replace("status: draft", "status: shadow"), encoding="utf-8")
