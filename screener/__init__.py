"""Screen trade lines for signs of goods made with forced labour.

desk = screener.load()
screening = desk.screen(screener.Record(line_id="1", product_description="..."))
"""

from screener.errors import ContentError, DataNotFoundError, InputError, ScreenerError
from screener.evidence.canonical import screening_json
from screener.factory import load
from screener.model.record import Record
from screener.model.screening import Screening
from screener.pipeline import Screener
from screener.score.tiers import Tier

__all__ = [
    "ContentError",
    "DataNotFoundError",
    "InputError",
    "Record",
    "Screener",
    "ScreenerError",
    "Screening",
    "Tier",
    "load",
    "screening_json",
]
