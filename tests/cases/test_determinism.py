"""The same record gives the same bytes, alone or among others, in any order, by any way in."""

import json
import random
from pathlib import Path

import yaml

from screener.evidence.canonical import screening_json
from screener.model.columns import columns_of
from screener.model.record import Record
from screener.pipeline import Screener

SCENARIOS = yaml.safe_load((Path(__file__).parent / "scenarios.yaml").read_text(encoding="utf-8"))[
    "scenarios"
]
RECORDS = [Record(line_id=case["id"], **case["input"]) for case in SCENARIOS]
assert RECORDS


def test_a_batch_answers_like_one_by_one(screener: Screener) -> None:
    alone = [screening_json(screener.screen(record)) for record in RECORDS]

    together = [screening_json(one) for one in screener.screen_all(RECORDS)]

    assert together == alone


def test_order_and_repetition_change_nothing(screener: Screener) -> None:
    shuffled = random.Random(7).sample(RECORDS * 3, k=len(RECORDS) * 3)

    answers = {
        (record.line_id, screening_json(one))
        for record, one in zip(shuffled, screener.screen_all(shuffled), strict=True)
    }

    assert len(answers) == len(RECORDS)


def test_verdict_figures_are_those_of_the_screening(screener: Screener) -> None:
    rows = [screener.values_of(record) for record in RECORDS]
    columns = columns_of(rows, screener.record_fields)
    verdicts = screener.screen_columns(columns, [record.line_id for record in RECORDS])

    for row in range(len(verdicts)):
        tier, risk, points, share = verdicts.figures(row)
        body = json.loads(screening_json(verdicts.screening(row)))
        assert (tier, float(risk), int(points), float(share)) == (
            body["tier"],
            body["risk_score"],
            body["points"],
            body["completeness"],
        )


def test_keys_stand_in_the_order_of_the_interface(screener: Screener) -> None:
    body = json.loads(screening_json(screener.screen(RECORDS[0])))

    assert list(body) == [
        "line_id",
        "tier",
        "tier_name",
        "risk_score",
        "points",
        "points_if_adverse",
        "completeness",
        "missing",
        "reasons",
        "hits",
        "statements",
        "unknown",
        "citations",
        "basis",
        "jurisdictions",
        "questions",
        "would_change",
        "scope",
        "snapshot",
    ]
    assert list(body["hits"][0])[-2:] == ["class", "listing"]
