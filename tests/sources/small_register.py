"""A register of two short files, to be written with one thing changed."""

from pathlib import Path

from screener.sources.register import Register, read_register

REPORT = """\
id: report
number: S1
publisher: A paper
outlet: paper
title: A report
published: "2024-05"
published_basis: Month of the page
url: null
language: en
read: part
claims:
  - id: C-1
    paragraph: n/a
    paraphrase: Something is reported.
    sourcing: anon
    grade: single-anonymous
    confidence: M
    use: To test with
    supports: [mentioned-only]
"""
REWRITE = """\
id: rewrite
number: S2
publisher: A site
outlet: site
title: A rewrite
published: null
published_basis: Not dated
url: null
language: en
read: whole
sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
paragraphs: 9
leading_lines: 1
rests_on: [report]
claims:
  - id: C-2
    paragraph: "0, 2, 4-5"
    paraphrase: The same is told again.
    sourcing: outlet
    grade: single-outlet
    confidence: L
    use: To test with
    repeats: [C-1]
contradictions:
  - {id: X1, issue: One says more, handling: The softer form is used, claims: [C-1, C-2]}
"""
BASIS = """\
provisions:
  - id: a-statute
    provision: A statute
    effect: Something may not enter.
    jurisdiction: US
    print_as: A statute may apply.
    source: S1
"""
WORDING = "mentioned-only: The name occurs only as a mention\n"

FILES = {
    "seeds/report.yaml": REPORT,
    "seeds/rewrite.yaml": REWRITE,
    "rules/basis.yaml": BASIS,
    "rules/wording.yaml": WORDING,
}


def write(folder: Path, name: str = "", old: str = "", new: str = "") -> None:
    """Write the files, in one of them with ``new`` for the one place where ``old`` stands."""
    for path, text in FILES.items():
        target = folder / path
        target.parent.mkdir(exist_ok=True)
        if path == name:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        target.write_text(text.replace(old, new) if path == name else text, encoding="utf-8")


def read(folder: Path) -> Register:
    """Return the register of the files written."""
    return read_register(folder / "seeds", folder / "rules")
