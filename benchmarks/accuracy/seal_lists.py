"""Write the checksums of every list's files into its manifest, after a reviewed change.

Usage: python -m benchmarks.accuracy.seal_lists [watchlists]
"""

import hashlib
import re
import sys
from pathlib import Path

FILES = re.compile(r"^files:.*?(?=^\S|\Z)", re.MULTILINE | re.DOTALL)


def seal(folder: Path) -> bool:
    """Return whether the manifest of a list had to change to name its files as they are."""
    manifest = folder / "manifest.yaml"
    lines = ["files:\n"]
    for file in sorted(folder.iterdir()):
        if file.name != manifest.name and not file.name.startswith("."):
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            lines.append(f'  - {{name: {file.name}, sha256: "{digest}"}}\n')
    before = manifest.read_text(encoding="utf-8")
    after = FILES.sub("".join(lines), before, count=1)
    manifest.write_text(after, encoding="utf-8")
    return after != before


def main() -> None:
    """Seal every list below the folder given, or below watchlists."""
    for manifest in sorted(Path(*sys.argv[1:2] or ["watchlists"]).glob("*/manifest.yaml")):
        changed = seal(manifest.parent)
        sys.stdout.write(f"{manifest.parent.name}: {'sealed anew' if changed else 'unchanged'}\n")


if __name__ == "__main__":
    main()
