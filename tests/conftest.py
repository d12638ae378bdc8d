"""What tests share: one screener with the shipped rules and lists, loaded once a process."""

import os
import tempfile
from pathlib import Path

import pytest

from screener.factory import load
from screener.pipeline import Screener

ROOT = Path(__file__).parent.parent
AS_OF = "2026-11-25"

# Tests never touch the data directory of whoever runs them.
os.environ["SCREENER_HOME"] = tempfile.mkdtemp(prefix="screener-tests-")


@pytest.fixture(scope="session")
def screener() -> Screener:
    """Return the shipped screener, judging by a fixed day."""
    return load(as_of=AS_OF)
