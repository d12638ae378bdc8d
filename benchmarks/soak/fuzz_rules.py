"""Mutated content files against the checker: every answer is diagnostics, never a traceback.

Run: python benchmarks/soak/fuzz_rules.py [--files 100000] [--seed 1]
Prints how many files were read and how many raised; exit code 1 if one did.
"""

import argparse
import random
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from datetime import date
from pathlib import Path

from screener.cli.findings import FORMATS, Findings
from screener.content.diagnostics import Diagnostic, Diagnostics
from screener.content.files import yaml_files
from screener.content.fixes import fixed
from screener.errors import ContentError
from screener.lists.edition import read_editions
from screener.lists.entries import read_entries
from screener.lists.soundness import check_entries
from screener.match.catalogue import Catalogue
from screener.rules.evaluate import Evaluator
from screener.rules.fields import read_fields
from screener.rules.lint import lint
from screener.rules.pack_files import OVERLAY, Extension
from screener.rules.reader import Reading, read_texts
from screener.rules.silences import apart
from screener.sources.register import read_register

ROOT = Path(__file__).parents[2]
RULES, LISTS, SEEDS = ROOT / "rules", ROOT / "watchlists", ROOT / "seeds"
AS_OF = date(2026, 6, 1)
TOP = ("pack.yaml", "policy.yaml", "wording.yaml")
OTHER = "origin/dprk-declared.yaml"
"""The rule beside a file that is none."""

CHANGED = ("dprk/border-handwork.yaml", "material/sent-out.yaml", "origin/dprk-declared.yaml")
"""The rules that the company of the page on extending the pack changes, and a gate."""

OWN = "own/"
"""What the paths of a company's files begin with."""

LONGEST = 20_000
SHOWN = 5

WORDS = (
    *(
        "all",
        "any",
        "at_least",
        "finds",
        "use",
        "compare",
        "fired",
        "unless",
        "except",
        "more",
        "if",
    ),
    *("is", "in", "not_in", "under", "below", "between", "is_missing", "on_list", "within", "near"),
    *(
        "true",
        "false",
        "null",
        "~",
        "0409",
        "NO",
        "1e9",
        "-1",
        "2026-13-01",
        "T4",
        "stated",
        "draft",
    ),
    *(
        "G-DOLL",
        "P-KP",
        "CN",
        "silence",
        "x",
        "R042",
        "R000",
        "[]",
        "{}",
        '""',
        "手工",
        "마스크",
        "🙂",
    ),
    *("[CN, CN]", "{is: CN}", "{any_of: [P-KP]}", "{use: machine-made}", "1 CNY per piece", "63"),
)
"""What stands for a key or a value without breaking the file."""

WILD = (
    *("{place}", "{", "}", "&a ", "*a", "!!int ", "<<", "---", "...", "%YAML 1.2", "|", ">", "? "),
    *(
        "- ",
        ": ",
        "#",
        "\t",
        "\u2028",
        "\x00",
        "\ud7ff",
        "\ufeff",
        "\r\n",
        "\x85",
        "e\u0301",
        "'",
        '"',
    ),
)
"""What breaks it."""

GENTLE = 0.75
"""The share of files that are to stay readable, so that the checks behind the reader run."""

_VALUE = re.compile(r"(?<=[:\[,-] )[^\s,\]}{\[:#'\"][^,\]}{\[:#'\"\n]*")


class Seeds:
    """The files that are mutated, and the content around them."""

    def __init__(self) -> None:
        """Read the shipped content once."""
        self.fields = read_fields(RULES)
        self.editions = read_editions(LISTS)
        self.register = read_register(SEEDS, RULES)
        self.catalogue = Catalogue(self.editions, (), frozenset())
        self.grades: dict[str, str] = {one.id: one.grade for one in self.register.claims.values()}
        rules = {path: text for path, text in yaml_files(RULES) if "/" in path or path in TOP}
        self.other = rules[OTHER]
        conditions = {path: text for path, text in rules.items() if path.startswith("conditions/")}
        self.around = {**{path: rules[path] for path in TOP}, **conditions}
        self.changed = {path: rules[path] for path in CHANGED}
        lists = {f"watchlists/{path}": text for path, text in yaml_files(LISTS)}
        named = {"fields.yaml": (RULES / "fields.yaml").read_text(encoding="utf-8")}
        self.files = sorted(
            (path, text)
            for path, text in {**rules, **lists, **named, **_company(self.other)}.items()
            if len(text) <= LONGEST or path == "fields.yaml"
        )


def _company(rule: str) -> dict[str, str]:
    """Return the files of a company: the overlay of the page on extending the pack, and a rule."""
    page = (ROOT / "docs/how-to/extend-the-pack.md").read_text(encoding="utf-8")
    overlay = page.partition("```yaml\n")[2].partition("```")[0]
    assert overlay.startswith("extends:"), "the page has no overlay"
    return {
        f"{OWN}{OVERLAY}": overlay.replace("route.third-country-finishing", "material.sent-out"),
        f"{OWN}acme/origin.yaml": rule.replace("rule: origin.dprk-declared", "rule: acme.origin"),
    }


def mutated(text: str, chance: random.Random) -> str:
    """Return a file with one to four edits of its lines."""
    lines = text.splitlines(keepends=True) or ["\n"]
    edit = _gentle if chance.random() < GENTLE else _wild
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(lines))
        lines[at] = edit(lines[at], chance, lines)
    return "".join(lines)


def _gentle(line: str, chance: random.Random, lines: list[str]) -> str:
    """Return a line with another key or value, twice, or gone."""
    values = [*_VALUE.finditer(line)]
    choice = chance.randrange(6)
    if values and choice > 1:
        value = chance.choice(values)
        return line[: value.start()] + chance.choice(WORDS) + line[value.end() :]
    if choice == 0:
        return ""
    indent = line[: len(line) - len(line.lstrip(" -"))]
    other = chance.choice(lines).lstrip(" -")
    key = f"{indent}{chance.choice(WORDS)}:{line.partition(':')[2] or chr(10)}"
    return chance.choice((line + line, indent + other, key))


def _wild(line: str, chance: random.Random, lines: list[str]) -> str:
    """Return a line broken anywhere."""
    place = chance.randrange(len(line) + 1)
    word = chance.choice(WILD)
    return chance.choice(
        (
            line[:place] + word + line[place:],
            line[:place] + word + "\n",
            line[:place] + line[place + 1 :],
            line[:place],
            f"  {line}",
            line.removeprefix("  "),
            line.replace("[", "{").replace("]", "}"),
            chance.choice(lines),
        )
    )


def check(path: str, text: str, seeds: Seeds, folder: Path) -> tuple[Diagnostic, ...]:
    """Return what the reader of a file says to it; a pack without errors is compiled, too."""
    diagnostics = Diagnostics()
    if path.startswith("watchlists/"):
        check_entries(read_entries("own", [(path, text)], diagnostics), diagnostics)
        return diagnostics.found
    if path == "fields.yaml":
        (folder / path).write_text(text, encoding="utf-8", newline="")
        read_fields(folder)
        return ()
    reading = _read(path, text, seeds)
    lint(reading, AS_OF, {})
    if reading.pack is not None:
        catalogue = seeds.catalogue
        kinds = {entry.id: str(entry.kind) for entry in catalogue.entries}
        Evaluator(reading.pack, seeds.fields, catalogue.ancestors, kinds, grades=seeds.grades)
    found, silenced = apart(reading)
    findings = Findings(found, silenced, (path,), "one file")
    for write in FORMATS.values():
        write(findings)
    full = path if path.startswith(OWN) else f"rules/{path}"
    fixed(text, (one for one in found if one.path == full))
    return found


def _read(path: str, text: str, seeds: Seeds) -> Reading:
    """Return a pack with this file in it, or beside it where it is a company's."""
    content = seeds.fields, seeds.register, seeds.editions
    if not path.startswith(OWN):
        texts = sorted({**_needed(text, seeds), OTHER: seeds.other, path: text}.items())
        return read_texts("rules", texts, *content)
    own = {OVERLAY: "extends: dprk-core ^1.0\n", path.removeprefix(OWN): text}
    texts = sorted({**seeds.around, **seeds.changed}.items())
    return read_texts("rules", texts, *content, Extension("own", [*own.items()]))


def _needed(text: str, seeds: Seeds) -> dict[str, str]:
    """Return the files without which this one cannot be judged: not every named condition is."""
    return {
        path: other
        for path, other in seeds.around.items()
        if path in TOP or Path(path).stem in text
    }


def main() -> int:
    """Mutate, check, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    chance, seeds, began = random.Random(wanted.seed), Seeds(), time.perf_counter()
    codes: Counter[str] = Counter()
    raised = 0
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(wanted.files):
            path, text = chance.choice(seeds.files)
            text = mutated(text, chance)
            try:
                codes.update({one.code for one in check(path, text, seeds, Path(folder))})
            except ContentError as refused:
                codes.update({one.code for one in refused.found if isinstance(one, Diagnostic)})
            except Exception:  # noqa: BLE001  what is counted here
                raised += 1
                if raised <= SHOWN:
                    print(f"{path}\n{traceback.format_exc()}\n{text}", file=sys.stderr)
    seconds = time.perf_counter() - began
    print(f"{wanted.files} mutated files, {raised} tracebacks, {seconds:.0f} s")
    print("codes seen: " + ", ".join(f"{code} {count}" for code, count in sorted(codes.items())))
    return 1 if raised else 0


if __name__ == "__main__":
    sys.exit(main())
