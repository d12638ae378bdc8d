"""What an editor shows of rule files, by the language server that editors run."""

import json
import shutil
from collections.abc import Iterator

import pytest

from screener.cli.editor_settings import SCHEMAS, vs_code
from screener.rules.editor_schema import condition_schema, rule_schema
from screener.rules.reader import read_texts
from tests.editor.language_server import SERVER, LanguageServer, Message, language_server
from tests.rules.checked_world import EDITION, FIELDS, REGISTER, pack_texts
from tests.rules.test_editor_schema import FILES, UNSEEN

ELSEWHERE = {
    ("r001-at-least-key", "R002"): "marked where the mapping begins, not at its key",
    ("r001-comma-between-braces", "R001"): "the server reads a comma alone as nothing",
    ("many-at-once", "R021"): "one mark for a whole comparison, hidden behind another",
}
"""Mistakes of the corpus that an editor marks at another place than the checker, or not."""


@pytest.fixture(scope="module", name="server")
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """Return the server at work on a pack, with the settings that are written for VS Code."""
    if shutil.which("node") is None:
        pytest.skip("no node is installed; the schema is held against the corpus alone")
    if not SERVER.is_file():
        pytest.skip("the language server is not installed: npm ci in tests/editor")
    folder = tmp_path_factory.mktemp("pack")
    known = read_texts("pack", pack_texts(), FIELDS, REGISTER, (EDITION,)).world.known
    for kind, write in {"rule": rule_schema, "condition": condition_schema}.items():
        (folder / SCHEMAS[kind]).write_text(json.dumps(write(known)), encoding="utf-8")
    ((_, settings),) = vs_code(folder, ".").items()
    with language_server(folder, json.loads(settings)) as server:
        yield server


@pytest.fixture(scope="module", name="marked")
def _marked(server: LanguageServer) -> dict[str, list[Message]]:
    """Return what is marked in the files of the corpus, by name."""
    return server.problems({one.name: (_folder(one.path), one.text) for one in FILES})


def _folder(path: str) -> str:
    return path.partition("/")[0]


def _places(problems: list[Message]) -> set[tuple[int, int]]:
    """Return where marks begin, counted from 1 as the checker does."""
    starts = [one["range"]["start"] for one in problems]
    return {(start["line"] + 1, start["character"] + 1) for start in starts}


def test_each_mistake_is_marked_where_the_checker_reports_it(
    marked: dict[str, list[Message]],
) -> None:
    """All mistakes that the schema can see (test_editor_schema.py says which)."""
    expected = {
        (broken.name, code, line, column)
        for broken in FILES
        for code, line, column in broken.expected
        if code in UNSEEN and broken.name not in UNSEEN[code]
    }
    assert len(expected) >= 70

    missed = {one[:2] for one in expected if one[2:] not in _places(marked[one[0]])}

    assert missed == ELSEWHERE.keys()


def test_many_mistakes_in_a_file_are_each_marked_in_words(marked: dict[str, list[Message]]) -> None:
    problems = marked["many-at-once"]

    assert {problem["message"].partition(" Valid values")[0] for problem in problems} == {
        'Missing property "status".',
        "Property staus is not allowed.",
        "Object has more properties than limit of 1.",
        "Value is not accepted.",
        "This is not an HS code of 2, 4, 6, 8 or 10 digits.",
        "Property says_anny is not allowed.",
    }
    assert len(_places(problems)) == len(problems)


def test_nothing_is_marked_in_a_sound_pack(server: LanguageServer) -> None:
    files = {path: (_folder(path), text) for path, text in pack_texts() if "/" in path}
    assert len(files) >= 8

    assert [name for name, found in server.problems(files).items() if found] == []


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("rule: dprk.x\n|\n", {"title", "when", "adds", "tests", "raises_to"}),
        ("rule: dprk.x\nstatus: |\n", {"draft", "shadow", "active", "deprecated", "retired"}),
        ("rule: dprk.x\nwhen:\n  all:\n    - |\n", {"finds", "use", "hs_code", "unit_price"}),
        (
            "rule: dprk.x\nwhen:\n  all:\n    - product_description:\n        s|\n",
            {"says_any", "says_all", "says_none", "similar_to", "pattern", "is_missing"},
        ),
        ("rule: dprk.x\nwhen:\n  finds:\n    any_of:\n      - |\n", {"G-DOLL", "P-DANDONG"}),
        ("rule: dprk.x\nwhen:\n  finds: {any_of: [|]}\n", {"G-DOLL", "P-DANDONG"}),
        ("rule: dprk.x\nwhen:\n  use: |\n", {"machine-made", "origin-cn-or-blank"}),
        ("rule: dprk.x\nclaims: [|]\n", {"B-02", "CBP-H317249"}),
    ],
    ids=["keys", "status", "columns", "tests", "entries", "in-braces", "conditions", "claims"],
)
def test_names_are_offered(text: str, offered: set[str], server: LanguageServer) -> None:
    assert offered <= server.offers("dprk", text).keys()


def test_tests_of_another_type_are_not_offered(server: LanguageServer) -> None:
    offered = server.offers("dprk", "rule: dprk.x\nwhen:\n  unit_price:\n    b|\n")

    assert {"below", "between"} <= offered.keys()
    assert "says_any" not in offered


def test_an_offered_entry_says_what_it_is(server: LanguageServer) -> None:
    offered = server.offers("dprk", "rule: dprk.x\nwhen:\n  finds:\n    any_of:\n      - |\n")

    assert offered["G-DOLL"]["documentation"] == "knitted doll"


def test_a_column_says_what_it_holds(server: LanguageServer) -> None:
    said = server.says_of("dprk", "rule: dprk.x\nwhen:\n  stated_processing_|fee: {}\n")

    assert "fee for the work itself" in said.casefold()
