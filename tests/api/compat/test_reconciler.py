"""The published client ``reconciler``, unchanged, in an environment of its own.

It needs numpy below 2, which the product's own locks exclude. ``SCREENER_TEST_RECONCILER`` names
a Python that has it: ``python -m venv E; E/bin/pip install reconciler 'numpy<2'``.
"""

import json
import os
import subprocess
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.api.compat.loopback import serving

PYTHON = os.environ.get("SCREENER_TEST_RECONCILER", "")
SCRIPT = """
import json, sys
import pandas as pd
from reconciler import reconcile

table = pd.DataFrame({"name": sys.argv[2:], "land": ["KP"] * len(sys.argv[2:])})
found = reconcile(
    table["name"],
    type_id="LegalEntity",
    top_res="all",
    property_mapping={"country": table["land"]},
    reconciliation_endpoint=sys.argv[1],
)
columns = found[["input_value", "id", "match"]]
print(columns.to_json(orient="values"))
"""
NAMES = {
    "백토교화소": "E-PAEKTO",
    "Green Pine Associated Corp": "UN-1718:KPe.010",
    "Ri Hong-sop": "UN-1718:KPi.004",
    "Zweifelsohne Strickwaren": None,
}
"""Names, and the first entry that each gets."""


@pytest.mark.skipif(not Path(PYTHON).is_file(), reason="SCREENER_TEST_RECONCILER names no Python")
def test_the_client_gets_its_answers(shared: TestClient) -> None:
    app = shared.app
    assert isinstance(app, FastAPI)
    # Twelve names are two batches of the client.
    asked = [*NAMES, *(f"Nobody Number {number}" for number in range(8))]

    with serving(app) as base:
        done = subprocess.run(
            [PYTHON, "-c", SCRIPT, f"{base}/reconcile/default", *asked],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env={"PATH": os.environ["PATH"]},
        )

    assert done.returncode == 0, done.stderr
    first: dict[str, tuple[str | None, bool]] = {}
    for name, id_, match in json.loads(done.stdout):
        first.setdefault(name, (id_, match))
    assert list(first) == asked
    for name, (id_, match) in first.items():
        assert (id_, match) == (NAMES.get(name), NAMES.get(name) is not None)
