"""The files that contracts speak of."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def tracked() -> tuple[str, ...]:
    """Return the files of the repository, sorted; those not yet added count as well."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    names = {name for name in listed.stdout.split("\0") if name}
    return tuple(sorted(name for name in names if (ROOT / name).is_file()))


def modules(*folders: str) -> tuple[Path, ...]:
    """Return the Python files under folders of the repository, sorted."""
    return tuple(sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py")))
