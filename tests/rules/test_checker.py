"""Tests of the checker: how it tells a problem, and that no edit of a rule crashes it."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.rules.checked_world import PACK, checked


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


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
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


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
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
