"""Tests of the checker on a corpus of broken files; each names what it expects in line 1."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screener.rules.checks import CHECKS
from tests.rules.checked_world import HERE, PACK, checked

BROKEN = sorted((HERE / "broken").glob("*.yaml"))
assert len(BROKEN) >= 60, "the corpus of broken files is missing"

DUE = {check.code for check in CHECKS} - {
    # Checks of a later issue.
    *("R013", "R019", "R032", "R033", "R034", "R035", "R036", "R042", "R045", "R054", "R055"),
    *("R056", "R062", "R064", "R070", "R071", "R072", "R073", "R075"),
    # Of the whole pack, so that no single file shows it.
    "R066",
}
EXPECTED = re.compile(r"(R\d{3}) (\d+):(\d+)")


@pytest.mark.parametrize("name", [path.name for path in BROKEN])
def test_broken_file_is_reported_at_its_place(name: str) -> None:
    text = (HERE / "broken" / name).read_text(encoding="utf-8")
    path, _, listed = text.splitlines()[0].removeprefix("# ").partition(": ")
    expected = [(code, int(line), int(column)) for code, line, column in EXPECTED.findall(listed)]
    assert expected, "the first line names no diagnostic"

    _, found = checked(**{path: text})

    here = [problem for problem in found if problem.path == f"pack/{path}"]
    assert sorted((one.code, one.line, one.column) for one in here) == sorted(expected)


@pytest.mark.parametrize("name", [path.name for path in BROKEN])
def test_broken_file_stops_the_pack_unless_it_only_warns(name: str) -> None:
    text = (HERE / "broken" / name).read_text(encoding="utf-8")
    path = text.splitlines()[0].removeprefix("# ").partition(": ")[0]

    pack, found = checked(**{path: text})

    assert (pack is None) == any(problem.severity == "error" for problem in found)


def test_every_code_that_is_due_has_a_broken_file() -> None:
    covered = {
        code
        for path in BROKEN
        for code, _, _ in EXPECTED.findall(path.read_text(encoding="utf-8").splitlines()[0])
    }

    assert sorted(DUE - covered) == []


def test_codes_are_listed_once_and_in_order() -> None:
    codes = [check.code for check in CHECKS]

    assert codes == sorted(set(codes))


@pytest.mark.parametrize("name", [path.name for path in BROKEN])
def test_code_and_severity_are_those_of_the_table(name: str) -> None:
    text = (HERE / "broken" / name).read_text(encoding="utf-8")
    path = text.splitlines()[0].removeprefix("# ").partition(": ")[0]
    severities = {check.code: check.severity for check in CHECKS}

    _, found = checked(**{path: text})

    assert [(one.code, one.severity) for one in found] == [
        (one.code, severities[one.code]) for one in found
    ]


def test_message_has_caret_and_suggestion() -> None:
    text = (PACK / "origin/dprk-declared.yaml").read_text(encoding="utf-8")

    _, found = checked(**{"origin/dprk-declared.yaml": text.replace("status:", "staus:")})

    (error,) = [problem for problem in found if problem.severity == "error"]
    assert error.render() == (
        'pack/origin/dprk-declared.yaml:5:1: error[R001] unknown key "staus" in a rule\n'
        "     5 | staus: active\n"
        "       | ^^^^^\n"
        '       = did you mean "status"? known keys: rule, version, title, family, status, owner, '
        "introduced, review_by, ..."
    )


SAMPLE = (PACK / "dprk/border-handwork.yaml").read_text(encoding="utf-8")
LINES = SAMPLE.splitlines()


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    edits=st.lists(
        st.tuples(
            st.integers(0, len(LINES) - 1),
            st.sampled_from(["drop", "indent", "dedent", "twice", "cut", "braces", "blank"]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_edit_of_a_rule_is_checked_without_a_crash(edits: list[tuple[int, str]]) -> None:
    lines: list[str] = list(LINES)
    for number, edit in edits:
        line = lines[number]
        lines[number] = {
            "drop": "",
            "indent": f"  {line}",
            "dedent": line.removeprefix("  "),
            "twice": f"{line}\n{line}",
            "cut": line[: len(line) // 2],
            "braces": line.replace("[", "{").replace("]", "}"),
            "blank": line.partition(":")[0] + ":",
        }[edit]

    pack, found = checked(**{"dprk/border-handwork.yaml": "\n".join(lines)})

    assert (pack is None) == any(problem.severity == "error" for problem in found)
    assert all(problem.render() for problem in found)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(
    key=st.sampled_from([line.partition(":")[0] for line in LINES if re.match(r"\w+:", line)]),
    value=st.recursive(
        st.sampled_from(["a", "1", "''", "", "~", "{}", "[]", "T4", "G-DOLL", "是"]),
        lambda inner: (
            st.lists(inner, max_size=2).map(lambda items: f"[{', '.join(items)}]")
            | st.tuples(
                st.sampled_from(["all", "any", "finds", "use", "compare", "fired", "if", "row"]),
                inner,
            ).map(lambda pair: f"{{{pair[0]}: {pair[1]}}}")
        ),
        max_leaves=5,
    ),
)
def test_any_value_under_any_key_is_checked_without_a_crash(key: str, value: str) -> None:
    kept = re.sub(rf"(?ms)^{key}:.*?(?=^\w)", "", SAMPLE + "\nx: {}\n")

    pack, found = checked(**{"dprk/border-handwork.yaml": f"{kept}\n{key}: {value}\n"})

    assert (pack is None) == any(problem.severity == "error" for problem in found)
