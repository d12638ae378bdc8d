"""Probes: records with the tiers allowed, the entries that must be hit and those that must not."""

from pathlib import Path
from typing import Any

import msgspec.yaml
import pytest

from screener.model.record import Record
from screener.pipeline import Screener

# msgspec takes the parser in C, which thousands of records need.
PROBES: list[dict[str, Any]] = msgspec.yaml.decode(
    (Path(__file__).parent / "probes.yaml").read_bytes()
)["probes"]
assert PROBES


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: str(probe["id"]))
def test_probe_is_screened_as_labelled(probe: dict[str, Any], screener: Screener) -> None:
    screening = screener.screen(Record(line_id=probe["id"], **probe["input"]))

    hit = {one.entry for one in screening.hits}
    assert screening.tier in probe["tiers"], probe["input"]
    assert set(probe.get("must_hit", ())) <= hit, probe["input"]
    assert not set(probe.get("must_not_hit", ())) & hit, probe["input"]


@pytest.mark.parametrize(
    ("notes", "word"),
    [
        ("thirty North Korean workers are employed at our Yanji plant", "North Korean"),
        ("由朝鲜工人缝制", "朝鲜"),
        ("labels must be changed from North Korea to China", "North Korea"),
    ],
)
def test_people_and_labels_state_no_site(notes: str, word: str, screener: Screener) -> None:
    screening = screener.screen(Record(line_id="1", product_description="gloves", notes=notes))

    assert [(hit.text, hit.role) for hit in screening.hits if hit.entry == "P-KP"] == [
        (word, "mention")
    ]
    assert "location.dprk-site-stated" not in {reason.rule for reason in screening.reasons}
