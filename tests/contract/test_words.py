"""The repository names no machine, registry or way of working that is not the reader's business."""

import re

import pytest

from tests.contract.source_files import ROOT, tracked

# Put together from parts, so that this file does not hold what it looks for.
_PARTS = (
    ("/wo", "rk/"),
    ("/tm", "p/"),
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("/op", "t/"),
    ("py", "pi\\.org"),
    ("files\\.python", "hosted"),
    ("registry\\.", "npmjs"),
    ("sub", "-?agent"),
    ("help", "er session"),
    ("this ", "session"),
    ("chat", "gpt"),
    ("clau", "de\\b"),
    ("anthro", "pic"),
    ("language ", "model"),
    ("LE", "AD:"),
    ("TO", "DO\\b"),
    ("FIX", "ME\\b"),
)
FORBIDDEN = tuple("".join(parts) for parts in _PARTS)
BINARY = (".gz", ".png", ".arrow", ".parquet", ".xlsx")
FILES = tuple(name for name in tracked() if not name.endswith(BINARY))
assert FILES, "no file was found"


def _places(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}"
        for name in FILES
        for number, line in enumerate(
            (ROOT / name).read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        )
        if pattern.search(line)
    ]


@pytest.mark.parametrize("text", FORBIDDEN, ids=range(len(FORBIDDEN)))
def test_no_file_holds_the_words(text: str) -> None:
    case = 0 if text.isupper() or text.startswith(("TO", "FIX")) else re.IGNORECASE
    pattern = re.compile(rf"(?<![\w.]){text}", case)

    assert _places(pattern) == []
