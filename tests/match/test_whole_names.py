"""Names of everyday words count where they fill a cell, however their words of trade are written."""

import pytest

from screener.model.record import Record
from screener.pipeline import Screener


def found(screener: Screener, name: str, **row: str) -> set[str]:
    """Return the listed parties that a supplier of a name is a hit on."""
    record = Record(line_id="1", supplier_name=name, product_description="wall paint", **row)
    screening = screener.screen(record)
    return {hit.entry for hit in screening.hits if hit.kind == "listing" and hit.role == "party"}


HEZE = "UFLPA-SAMPLE:HEZE-COTTON-AND-LINEN-CO-LTD"
OCEAN = "UN-1718:KPe.020"
GIANT = "CBP-WRO:WRO073"


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("HEZE COTTON & LINEN CO LTD", HEZE),
        ("Heze Cotton & Linen Co., Ltd., Mudan District, Heze, Tel 0530-5620000", HEZE),
        ("OCEAN MARITIME MANAGEMENT CO LTD", OCEAN),
        ("Ocean Maritime Mgmt Company Ltd", OCEAN),
        ("SUNNY LTD O/B OCEAN MARITIME MGMT CO LTD", OCEAN),
        ("GIANT MFG CO LTD", GIANT),
        ("Giant Manufacturing Company Limited", GIANT),
        ("Xinjiang Production & Construction Corps, 8th Division", "CBP-WRO:WRO006"),
    ],
)
def test_trade_words_and_legal_forms_may_be_written_otherwise(
    screener: Screener, name: str, entry: str
) -> None:
    country = {"supplier_country": "TW"} if entry == GIANT else {}
    assert entry in found(screener, name, **country)


@pytest.mark.parametrize(
    "name",
    [
        "Heze Cotton & Linen Machinery Co Ltd",
        "Heze Cotton Co Ltd",
        "Ocean Maritime Services Ltd",
        "Giant Mfg Equipment LLC",
        "Northern Ocean Maritime Mgmt Co Ltd",
        "Giant Mfg LLC",
        "...",
    ],
)
def test_a_word_more_or_less_is_another_name(screener: Screener, name: str) -> None:
    assert not found(screener, name)
