"""The import contract holds, and it catches what it is there to catch."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import screener
from tests.contract.source_files import ROOT

LINT = Path(sys.executable).with_name("lint-imports")
HEAVY = ("fastapi", "pyspark", "sqlalchemy", "sqlmodel", "starlette", "typer")
MOST_NAMES = 12

PLANTED = [
    pytest.param("screener/codes/hs.py", "import screener.text.folding", id="upward"),
    pytest.param(
        "screener/rules/row.py",
        "def late() -> None:\n    import screener.score.tiers",
        id="inside a function",
    ),
    pytest.param("screener/text/folding.py", "from screener import load", id="through the root"),
    pytest.param("screener/pipeline.py", "import sqlmodel", id="database in the pipeline"),
    pytest.param("screener/rules/row.py", "import rapidfuzz", id="rapidfuzz in the rules"),
    pytest.param("screener/batch/lines.py", "import screener.storage.session", id="sideways"),
    pytest.param("screener/cli/screen.py", "import api.app", id="edge from below"),
    pytest.param(
        "screener/cli/screen.py", "import screener.storage.tables", id="tables leave home"
    ),
    pytest.param("screener/unplaced.py", "", id="a module without a place"),
    pytest.param("screener/model/hit.py", "import typer", id="terminal in the model"),
]


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT, "--no-cache"], cwd=folder, capture_output=True, check=False, text=True
    )


def test_every_contract_is_kept() -> None:
    result = _lint(ROOT)

    assert result.returncode == 0, result.stdout


@pytest.mark.slow
@pytest.mark.parametrize(("module", "line"), PLANTED)
def test_a_wrong_import_is_caught(module: str, line: str, tmp_path: Path) -> None:
    skipped = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "screener", tmp_path / "screener", ignore=skipped)
    shutil.copytree(ROOT / "api", tmp_path / "api", ignore=skipped)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")

    result = _lint(tmp_path)

    assert result.returncode == 1, result.stdout
    assert "BROKEN" in result.stdout or "exhaustive" in result.stdout


def test_importing_the_package_loads_no_web_database_or_terminal() -> None:
    code = f"import sys, screener; print([name for name in {HEAVY!r} if name in sys.modules])"

    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
    )

    assert result.stdout.strip() == "[]"


def test_the_package_offers_few_names_in_order() -> None:
    assert 0 < len(screener.__all__) <= MOST_NAMES
    assert screener.__all__ == sorted(screener.__all__)
    assert [name for name in screener.__all__ if not hasattr(screener, name)] == []
