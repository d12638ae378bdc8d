"""The matching compiled to C: it passes the tests of its sources and writes the same bytes."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from benchmarks.soak.rows import AS_OF, EXAMPLE, write_lines
from tests.contract.source_files import ROOT, tracked

COMPILER = shutil.which((sysconfig.get_config_var("CC") or "cc").split()[0])
HEADERS = Path(sysconfig.get_path("include"), "Python.h")
LINES = 2_000

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        COMPILER is None or not HEADERS.is_file(),
        reason="there is no C compiler, or Python's headers are missing",
    ),
]


def _run(*command: str | Path, cwd: Path, **more: str) -> str:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("SCREENER_")
    }
    ended = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment | more,
        capture_output=True,
        check=False,
        text=True,
    )
    assert ended.returncode <= 1, ended.stdout[-4000:] + ended.stderr[-4000:]
    return ended.stdout


def _copied(*folders: str, to: Path) -> Path:
    """Return a folder with what the repository has in some folders, and with its configuration."""
    for name in tracked():
        if name.startswith(folders) or "/" not in name:
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, to / name)
    return to


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the interpreter of an environment that has the compiled wheel and our libraries."""
    source = _copied("", to=tmp_path_factory.mktemp("checkout"))
    folder = tmp_path_factory.mktemp("wheel")
    _run(
        sys.executable, "-m", "build", "--no-isolation", "--wheel", "-o", folder, source,
        cwd=source, HATCH_BUILD_HOOK_ENABLE_MYPYC="true",
    )  # fmt: skip
    home = tmp_path_factory.mktemp("environment")
    _run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    python = home / "bin" / "python"
    (wheel,) = folder.iterdir()
    _run(
        sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps",
        "--no-index", wheel, cwd=home,
    )  # fmt: skip
    # Appended, and without its .pth files: the checkout stays out of sight.
    (site,) = home.glob("lib/python3*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


def test_doctor_says_what_runs(compiled: Path, tmp_path: Path) -> None:
    ours, theirs = (
        _run(python, "-m", "screener", "doctor", cwd=folder, SCREENER_HOME=str(tmp_path))
        for python, folder in ((sys.executable, ROOT), (compiled, tmp_path))
    )

    assert "matching: from its Python sources" in ours
    assert "matching: compiled" in theirs


def test_the_results_are_the_same_bytes(compiled: Path, tmp_path: Path) -> None:
    varied = tmp_path / "varied.csv"
    write_lines(varied, LINES, 1.0)

    for file in (EXAMPLE, varied):
        written: list[list[bytes]] = []
        for python, folder in ((Path(sys.executable), ROOT), (compiled, tmp_path)):
            out = tmp_path / f"{file.stem}-{len(written)}"
            _run(
                python, "-m", "screener", "screen", file, "-o", out, "--as-of", AS_OF,
                cwd=folder, SCREENER_HOME=str(tmp_path / "home"),
            )  # fmt: skip
            written.append(
                [(out / name).read_bytes() for name in ("results.csv", "screenings.jsonl")]
            )
        assert written[0] == written[1]
        assert min(map(len, written[0])) > 1_000


def test_the_tests_of_the_sources_pass(compiled: Path, tmp_path: Path) -> None:
    folders = ("tests/", "benchmarks/", "rules/", "watchlists/", "seeds/", "docs/")
    checkout = _copied(*folders, to=tmp_path / "checkout")

    told = _run(
        compiled, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/index", "tests/match", "tests/text",
        cwd=checkout,
    )  # fmt: skip

    last = told.splitlines()[-1]
    assert "passed" in last
    assert "failed" not in last
    assert "error" not in last
