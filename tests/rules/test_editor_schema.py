"""Tests of the schema for editors: it agrees with the checker, on the pack and on broken files."""

from collections.abc import Callable, Iterator, Mapping

import msgspec
import pytest

from screener.factory import inspect
from screener.model.listing import Kind
from screener.rules.editor_schema import MOST_NAMED, Schema, condition_schema, rule_schema
from screener.rules.known import Known
from screener.rules.pack_files import is_condition, is_rule
from screener.rules.reader import read_texts
from tests.rules.broken_files import Broken, broken_files
from tests.rules.checked_world import EDITION, FIELDS, REGISTER, entry, pack_texts
from tests.rules.editor_files import refusals
from tests.rules.packs import RULES

FILES = [
    one
    for one in broken_files()
    if one.kind in {"check", "lint"}
    and one.path == one.reported
    and (is_rule(one.path) or is_condition(one.path))
]
assert len(FILES) >= 100, "the corpus of broken files is missing"
PACK_FILES = [path.relative_to(RULES).as_posix() for path in sorted(RULES.glob("*/*.yaml"))]
assert PACK_FILES, "the pack has no rule"

UNSEEN: Mapping[str, frozenset[str]] = {
    "R001": frozenset(),
    "R002": frozenset(
        {
            "r002-active-unreviewed",
            "r002-deprecated-for-ever",
            "r002-finds-nothing",
            "r002-owner-blank",
            "r002-test-without-row",
        }
    ),
    "R004": frozenset(
        {
            "lint/r004-silence-as-list",
            "lint/r004-silence-without-reason",
            "r004-number-limit",
            "r004-points-on-a-miss",
        }
    ),
    "R005": frozenset({"lint/r005-silence-of-an-error", "lint/r005-silence-of-no-code"}),
    "R007": frozenset({"r007-other-file", "r008-taken"}),
    "R012": frozenset({"r019-chapter", "r012-odd-digits"}),
    "R014": frozenset(),
    "R018": frozenset({"r018-day", "r018-exception"}),
    "R020": frozenset({"r020-both-subjects", "r020-seat-without-list", "r020-two-tests"}),
    "R021": frozenset({"r021-in-compare"}),
    "R022": frozenset(),
    "R024": frozenset({"r024-list"}),
    "R025": frozenset({"r025-types", "r025-itself", "r025-no-order"}),
    "R026": frozenset({"r026-like", "r026-related", "r026-replaced-by"}),
    "R028": frozenset({"r028-option"}),
}
"""Structural codes, with the files of the corpus in which only the checker sees them."""


@pytest.fixture(scope="module")
def known() -> Known:
    return read_texts("pack", pack_texts(), FIELDS, REGISTER, (EDITION,)).world.known


@pytest.fixture(scope="module")
def shipped() -> Known:
    return inspect().reading.world.known


@pytest.mark.parametrize("path", PACK_FILES)
def test_what_the_checker_accepts_the_schema_accepts(path: str, shipped: Known) -> None:
    assert refusals(path, (RULES / path).read_text(encoding="utf-8"), shipped) == ()


@pytest.mark.parametrize("broken", FILES, ids=lambda one: one.name)
def test_what_the_schema_refuses_the_checker_reports(broken: Broken, known: Known) -> None:
    refused = refusals(broken.path, broken.text, known)

    found = broken.found()
    reported = any(one.severity == "error" or one.code == "R013" for one in found)
    assert reported or refused == ()


@pytest.mark.parametrize("code", sorted(UNSEEN))
def test_structural_codes_are_refused_by_the_schema(code: str, known: Known) -> None:
    raising = [one for one in FILES if any(code == raised for raised, _, _ in one.expected)]
    assert raising, code

    passed = {one.name for one in raising if refusals(one.path, one.text, known) == ()}

    assert passed == UNSEEN[code]


@pytest.mark.parametrize("write", [rule_schema, condition_schema])
def test_the_schema_has_no_unions_and_explains_every_key(
    write: Callable[[Known], Schema], shipped: Known
) -> None:
    text = msgspec.json.encode(write(shipped)).decode()

    assert "anyOf" not in text
    assert "oneOf" not in text
    for properties in _properties(write(shipped)):
        assert all(one.get("description") for one in properties.values())


def test_entries_are_offered_by_id_with_their_names(shipped: Known) -> None:
    offered = _definition(shipped, "entry")

    named = dict(zip(offered["enum"], offered["enumDescriptions"], strict=True))
    assert named == {name: one.name[:160] for name, one in shipped.entries.items()}


def test_ids_of_very_long_lists_are_not_offered_one_by_one(known: Known) -> None:
    many = {f"T-{number}": entry(f"T-{number}", Kind.TERM) for number in range(MOST_NAMED + 1)}

    assert "enum" not in _definition(known._replace(entries={**known.entries, **many}), "entry")


def _definition(known: Known, name: str) -> dict[str, list[str]]:
    definitions = rule_schema(known)["definitions"]
    assert isinstance(definitions, dict)
    found = definitions[name]
    assert isinstance(found, dict)
    return found


def _properties(schema: object) -> Iterator[dict[str, dict[str, str]]]:
    """Yield the keys of every closed mapping of a schema."""
    if isinstance(schema, dict):
        if schema.get("additionalProperties") is False:
            yield schema["properties"]
        for part in schema.values():
            yield from _properties(part)
