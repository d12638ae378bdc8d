"""The shipped pack gives a critical reader nothing to say."""

from screener.factory import inspect
from screener.pipeline import Screener
from screener.rules.lint import lint
from screener.rules.near_misses import check_near_misses
from screener.rules.silences import apart


def test_lint_finds_nothing_in_the_shipped_pack(screener: Screener) -> None:
    # Tests at every limit (R053) and of every missing column (R054) are among what is asked.
    inspection = inspect()
    day = screener.today

    lint(inspection.reading, day, inspection.register.review_days())
    check_near_misses(
        inspection.reading, screener.evaluator, lambda row: screener.examined([row])[0], day
    )

    found, silenced = apart(inspection.reading)
    assert [f"{one.path}:{one.line} {one.code}" for one in found] == []
    assert len(silenced) <= 3
