"""Small lists written to a folder, sealed, for tests of their readers."""

import hashlib
from pathlib import Path

MANIFEST = """\
id: {list_id}
title: A list for tests
publisher: nobody
licence: none
edition: "1"
edition_date: "{edition_date}"
coverage: whatever the test needs
kind: {kind}
files:
{files}
min_entries: {at_least}
max_entries: {at_most}
canaries: [{canaries}]
"""

PLACE = """\
entries:
  - id: P-ONE
    kind: place
    name: Dandong
    country: CN
    admin: [CN-LN]
    claims: [A-01]
    aliases:
      - {words: [Dandong, 丹东], lang: zh, status: V}
      - {words: [Andong], class: A2, system: press}
"""


def write_list(
    root: Path,
    list_id: str,
    contents: dict[str, str],
    *,
    kind: str = "entries",
    changes: dict[str, str] | None = None,
) -> Path:
    """Write a list of these files below ``root`` and seal it; return its folder.

    ``changes`` replace fields of the manifest: edition_date, at_least, at_most, canaries.
    """
    folder = root / list_id
    folder.mkdir(parents=True)
    for name, text in contents.items():
        (folder / name).write_text(text, encoding="utf-8")
    fields = {
        "list_id": list_id,
        "kind": kind,
        "edition_date": "2026-01-02",
        "at_least": "1",
        "at_most": "9",
        "canaries": "",
        "files": "\n".join(
            f'  - {{name: {name}, sha256: "{checksum(folder / name)}"}}'
            for name in sorted(contents)
        ),
    }
    manifest = MANIFEST.format(**(fields | (changes or {})))
    (folder / "manifest.yaml").write_text(manifest, encoding="utf-8")
    return folder


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
