"""What the README says `make demo` prints is what the example file gives."""

import json
from pathlib import Path

import pytest

from screener.cli.main import main

ROOT = Path(__file__).parent.parent.parent


def test_the_readme_tells_the_tiers_of_the_example_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example = ROOT / "seeds" / "examples" / "example.csv"

    code = main(["screen", str(example), "-o", str(tmp_path), "--as-of", "2026-11-25", "--json"])

    tiers = json.loads(capsys.readouterr().out)["tiers"]
    named = zip(tiers.items(), ("clear", "note", "review", "hold", "stop"), strict=True)
    line = "   ".join(f"{tier} {name} {count:,}" for (tier, count), name in named)
    assert code == 0
    assert line in (ROOT / "README.md").read_text(encoding="utf-8")
