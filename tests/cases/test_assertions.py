"""What no produced sentence may say: the bans of the cases, and of every rule on itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from screener.model.record import Record
from screener.model.screening import Screening
from screener.pipeline import Screener

FOLDER = Path(__file__).parent
RULES = FOLDER.parents[1] / "rules"
FILES = {
    "scenarios": "scenarios",
    "variants": "scenarios",
    "variants_dealt": "scenarios",
    "examples": "examples",
}
TEXTS: dict[str, Any] = yaml.safe_load((FOLDER / "assertions.yaml").read_text(encoding="utf-8"))[
    "texts"
]


def _banning() -> Iterator[Any]:
    for name, key in FILES.items():
        for case in yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))[key]:
            if case["expected"].get("forbidden_assertions"):
                yield pytest.param(case, id=f"{name}:{case['id']}")


def _examples() -> Iterator[Any]:
    """Yield the row of every inline test of every rule of the pack."""
    for path in sorted(RULES.glob("*/*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for at, test in enumerate(content.get("tests", [])):
            if "row" in test:
                yield pytest.param(test["row"], id=f"{path.stem}:{at}")


BANNING = list(_banning())
EXAMPLES = list(_examples())
assert BANNING
assert EXAMPLES


def _produced(screening: Screening) -> str:
    """Return everything that is said of a record: sentences, questions, what would change."""
    said = [reason.sentence for reason in screening.reasons]
    asked = [question for reason in screening.reasons for question in reason.asks]
    changes = [change.change for change in screening.would_change]
    return "\n".join([*said, *asked, *screening.questions, *changes]).casefold()


@pytest.mark.parametrize("case", BANNING)
def test_no_reason_asserts_a_kind_that_the_case_bans(
    case: dict[str, Any], screener: Screener
) -> None:
    screening = screener.screen(Record(line_id=case["id"], **case["input"]))
    asserts = {rule.id: rule.asserts for rule in screener.pack.rules}
    entries = {hit.id: hit.entry for hit in screening.hits}

    said = {
        (reason.rule, text, kind)
        for text in case["expected"]["forbidden_assertions"]
        for reason in screening.reasons
        for kind in set(TEXTS[text]["kinds"]) & set(asserts[reason.rule])
        if TEXTS[text].get("about") in {None, *(entries[hit] for hit in reason.hits)}
    }

    assert said == set()


@pytest.mark.parametrize("case", BANNING)
def test_nothing_said_holds_a_phrase_that_the_case_bans(
    case: dict[str, Any], screener: Screener
) -> None:
    produced = _produced(screener.screen(Record(line_id=case["id"], **case["input"])))
    phrases = {
        phrase
        for text in case["expected"]["forbidden_assertions"]
        for phrase in TEXTS[text]["phrases"]
    }

    assert [phrase for phrase in sorted(phrases) if phrase.casefold() in produced] == []


@pytest.mark.parametrize("row", EXAMPLES)
def test_no_rule_says_what_it_vows_never_to_say(row: dict[str, Any], screener: Screener) -> None:
    documents = row.get("documents", [])
    listed = documents.split("|") if isinstance(documents, str) else documents
    screening = screener.screen(Record(**{"line_id": "1", **row, "documents": listed}))
    vows = {rule.id: rule.never_say for rule in screener.pack.rules}

    broken = {
        (reason.rule, phrase)
        for reason in screening.reasons
        for phrase in vows[reason.rule]
        if phrase.casefold() in reason.sentence.casefold()
    }

    assert broken == set()
