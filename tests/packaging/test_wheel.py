"""The package as it is installed: sdist, wheel from it, a folder of its own, an empty directory."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.contract.source_files import ROOT, tracked

pytestmark = pytest.mark.slow

RECORD = {
    "line_id": "1",
    "product_description": "hand crocheted dolls",
    "supplier_city": "Dandong",
    "supplier_country": "CN",
}


def _run(*command: str | Path, cwd: Path, **more: object) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("SCREENER_")
    }
    environment |= {str(name): str(value) for name, value in more.items() if name != "given"}
    given = more.get("given")
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        input=given if isinstance(given, str) else None,
        capture_output=True,
        check=False,
        text=True,
    )


def _built(kind: str, source: Path, folder: Path) -> Path:
    """Return what a build of one kind leaves in a folder."""
    built = _run(
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        f"--{kind}",
        "-o",
        folder,
        source,
        cwd=source,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (found,) = folder.iterdir()
    return found


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the source distribution, made from a copy of the repository's files."""
    checkout = tmp_path_factory.mktemp("checkout")
    for name in tracked():
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, checkout / name)
    return _built("sdist", checkout, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel made from the source distribution alone."""
    unpacked = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        # Python 3.11.4 brought the filter; the archive is our own.
        safe = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
        archive.extractall(unpacked, **safe)  # type: ignore[arg-type]  # noqa: S202
    (source,) = unpacked.iterdir()
    return _built("wheel", source, tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def python(wheel: Path, tmp_path: Path) -> Path:
    """Return the interpreter of an environment that has the wheel and sees the libraries of ours."""
    home = tmp_path / "environment"
    assert _run(sys.executable, "-m", "venv", "--without-pip", home, cwd=tmp_path).returncode == 0
    python = home / "bin" / "python"
    installed = _run(
        sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps",
        "--no-index", wheel, cwd=tmp_path,
    )  # fmt: skip
    assert installed.returncode == 0, installed.stderr
    # Appended, not put first, and without its .pth files: the checkout stays out of sight.
    (site,) = home.glob("lib/python3*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Return an empty directory."""
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_the_wheel_holds_the_data_once_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"screener", "api"}
    assert [
        name
        for name in names
        if name.startswith("screener/_data/rules/") and name.endswith(".yaml")
    ]
    assert [name for name in names if name.startswith("screener/_data/watchlists/")]
    assert [name for name in names if name.startswith("screener/_data/seeds/")]


def test_the_wheel_carries_every_page_style_and_script(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    pages = [
        name
        for name in tracked()
        if name.startswith("api/ui/") and not name.endswith((".py", ".pyc"))
    ]
    assert len(pages) > 10
    assert set(pages) <= names


def test_the_wheel_carries_licence_and_notice(wheel: Path) -> None:
    names = [Path(name).name for name in zipfile.ZipFile(wheel).namelist() if "/licenses/" in name]

    assert sorted(names) == ["LICENSE", "NOTICE"]


def test_the_installed_command_screens_with_the_shipped_rules_and_lists(
    python: Path, empty: Path
) -> None:
    command = python.with_name("screener")

    result = _run(
        command, "screen", "-", "--all", cwd=empty, given=json.dumps(RECORD), SCREENER_HOME=empty
    )

    assert result.returncode == 0, result.stderr
    screening = json.loads(result.stdout)
    assert screening["tier"] == "T2"
    assert screening["scope"]["rules"]["active"] > 0
    assert sum(one["entries"] for one in screening["scope"]["lists"]) > 0


def test_the_installed_package_is_not_the_checkout(python: Path, empty: Path) -> None:
    result = _run(python, "-c", "import screener, api; print(screener.__file__)", cwd=empty)

    assert result.returncode == 0, result.stderr
    assert Path(result.stdout.strip()).is_relative_to(python.parents[1])


@pytest.mark.parametrize("kind", ["rules", "watchlists", "seeds"])
def test_missing_data_is_refused_aloud(kind: str, python: Path, empty: Path) -> None:
    (data,) = python.parents[1].glob("lib/python3*/site-packages/screener/_data")
    shutil.rmtree(data / kind)

    result = _run(
        python.with_name("screener"),
        "screen",
        "-",
        cwd=empty,
        given=json.dumps(RECORD),
        SCREENER_HOME=empty,
    )

    assert result.returncode == 2
    assert f"the shipped {kind} are missing" in result.stderr
    assert result.stdout == ""
