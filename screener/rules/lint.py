"""Lint: judgement on a pack that loads, as warnings; and what was silenced with a reason."""

from collections.abc import Mapping
from datetime import date

from screener.rules.lint_days import check_days, check_sources
from screener.rules.lint_overlap import lint_overlap, lint_unused
from screener.rules.lint_scalars import lint_scalars
from screener.rules.lint_speed import lint_speed
from screener.rules.lint_tests import lint_tests
from screener.rules.lint_wording import lint_wording
from screener.rules.reader import Reading


def lint(reading: Reading, as_of: date, review_days: Mapping[str, str]) -> None:
    """Add to the diagnostics of a pack everything that its files show to a critical reader.

    Files with errors are judged as far as they could be read. ``review_days`` gives the day by
    which sources are to be read again, by their ids.
    """
    lint_scalars(reading)
    lint_wording(reading)
    lint_tests(reading)
    lint_overlap(reading)
    lint_unused(reading)
    lint_speed(reading)
    check_days(reading, as_of)
    check_sources(reading, review_days, as_of)
