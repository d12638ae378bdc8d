"""Probes: records with the tiers allowed, the entries that must be hit and those that must not."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from screener.model.record import Record
from screener.pipeline import Screener

PROBES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "probes.yaml").read_text(encoding="utf-8")
)["probes"]
assert PROBES


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: str(probe["id"]))
def test_probe_is_screened_as_labelled(probe: dict[str, Any], screener: Screener) -> None:
    screening = screener.screen(Record(line_id=probe["id"], **probe["input"]))

    hit = {one.entry for one in screening.hits}
    assert screening.tier in probe["tiers"], probe["input"]
    assert set(probe.get("must_hit", ())) <= hit, probe["input"]
    assert not set(probe.get("must_not_hit", ())) & hit, probe["input"]
