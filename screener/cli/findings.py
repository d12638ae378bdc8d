"""What a check of a pack found, written for people, programs, editors and continuous integration."""

import json
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import msgspec

from screener.content.diagnostics import Diagnostic
from screener.rules.checks import BY_CODE
from screener.rules.silences import Silenced

SARIF_VERSION = "2.1.0"
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
PAGES = "docs/reference/rule-codes"


class Findings(NamedTuple):
    """Diagnostics in order, those silenced, the files looked at; ``strict``: warnings fail."""

    found: tuple[Diagnostic, ...]
    silenced: tuple[Silenced, ...]
    files: tuple[str, ...]
    summary: str
    strict: bool = False

    @property
    def failed(self) -> bool:
        """Whether an error was found, or under ``strict`` a warning."""
        return any(self.strict or one.severity == "error" for one in self.found)


def as_text(findings: Findings) -> str:
    """Return the diagnostics with carets, what was silenced and why, and a line of counts."""
    shown = [one.render() for one in findings.found]
    shown += [
        f"{one.found.path}:{one.found.line}:{one.found.column}: silenced[{one.found.code}] "
        f"{one.reason}"
        for one in findings.silenced
    ]
    errors = sum(one.severity == "error" for one in findings.found)
    warnings = len(findings.found) - errors
    counts = [f"{errors} errors" if errors else "", f"{warnings} warnings" if warnings else ""]
    outcome = ", ".join(filter(None, counts)) or "no problem found"
    return "\n".join([*shown, f"{findings.summary}: {outcome}"])


def as_json(findings: Findings) -> str:
    """Return one object with the keys ``summary``, ``found`` and ``silenced``."""
    document = {
        "summary": findings.summary,
        "found": [_plain(one) for one in findings.found],
        "silenced": [{**_plain(one.found), "reason": one.reason} for one in findings.silenced],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def as_sarif(findings: Findings) -> str:
    """Return a SARIF 2.1.0 log; what was silenced is in it, as suppressed in the source."""
    everything = [*findings.found, *(one.found for one in findings.silenced)]
    codes = sorted({one.code for one in everything})
    reasons = {one.found: one.reason for one in findings.silenced}
    rules = [_sarif_rule(code, everything) for code in codes]
    results = [_sarif_result(one, codes.index(one.code), reasons.get(one)) for one in everything]
    driver = {"name": "screener", "version": version("forced-labor-screener"), "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SARIF_SCHEMA, "version": SARIF_VERSION, "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def as_junit(findings: Findings) -> str:
    """Return a JUnit report: a test case for each file, failed by what fails the check."""
    by_file: dict[str, list[Diagnostic]] = {path: [] for path in findings.files}
    for one in findings.found:
        by_file.setdefault(one.path, []).append(one)
    suite = ET.Element("testsuite", name="screener rules", tests=str(len(by_file)))
    failures = 0
    for path, found in by_file.items():
        case = ET.SubElement(suite, "testcase", classname="screener.rules", name=_uri(path))
        fails = [one for one in found if findings.strict or one.severity == "error"]
        failures += bool(fails)
        if fails:
            message = f"{len(fails)} problems"
            ET.SubElement(case, "failure", message=message).text = _rendered(fails)
        passed = [one for one in found if one not in fails]
        if passed:
            ET.SubElement(case, "system-out").text = _rendered(passed)
    suite.set("failures", str(failures))
    suites = ET.Element("testsuites")
    suites.append(suite)
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}'


def as_github(findings: Findings) -> str:
    """Return workflow commands that GitHub shows beside the lines of a change."""
    return "\n".join(_github_line(one) for one in findings.found)


FORMATS: Mapping[str, Callable[[Findings], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "junit": as_junit,
    "github": as_github,
}


def _plain(one: Diagnostic) -> dict[str, object]:
    """Return a diagnostic as plain values, with the title of its code."""
    values: dict[str, object] = msgspec.to_builtins(one)
    return {**values, "title": _title(one)}


def _title(one: Diagnostic) -> str:
    check = BY_CODE.get(one.code)
    return check.title if check is not None else one.message


def _sarif_rule(code: str, everything: Iterable[Diagnostic]) -> dict[str, object]:
    one = next(one for one in everything if one.code == code)
    return {
        "id": code,
        "shortDescription": {"text": _title(one)},
        "help": {"text": f"See {PAGES}/{code}.md"},
        "defaultConfiguration": {"level": one.severity},
    }


def _sarif_result(one: Diagnostic, index: int, reason: str | None) -> dict[str, object]:
    file = {"uri": _uri(one.path)}
    region = {"startLine": one.line, "startColumn": one.column, "endColumn": one.end_column}
    text = f"{one.message}\n{one.help}" if one.help else one.message
    result: dict[str, object] = {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": one.severity,
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
    }
    if one.fix is not None:
        replacement = {"deletedRegion": region, "insertedContent": {"text": one.fix.text}}
        change = {"artifactLocation": file, "replacements": [replacement]}
        result["fixes"] = [{"artifactChanges": [change]}]
    if reason is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": reason}]
    return result


def _github_line(one: Diagnostic) -> str:
    place = {
        "file": _near(one.path),
        "line": str(one.line),
        "col": str(one.column),
        "endColumn": str(max(one.column, one.end_column - 1)),
        "title": f"{one.code} {_title(one)}",
    }
    properties = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in place.items())
    text = f"{one.message}\n{one.help}" if one.help else one.message
    return f"::{one.severity} {properties}::{_escaped(text)}"


def _escaped(text: str, further: str = "") -> str:
    """Return a text as workflow commands want it: with per cents for what would end it."""
    return "".join(f"%{ord(char):02X}" if char in f"%\r\n{further}" else char for char in text)


def _rendered(found: Iterable[Diagnostic]) -> str:
    return "\n".join(one.render() for one in found)


def _near(path: str) -> str:
    """Return a path from the working directory on, where it lies below."""
    absolute = Path(path).absolute()
    below = absolute.is_relative_to(Path.cwd())
    return absolute.relative_to(Path.cwd()).as_posix() if below else path


def _uri(path: str) -> str:
    near = Path(_near(path))
    return near.as_uri() if near.is_absolute() else near.as_posix()
