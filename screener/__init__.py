"""Screen trade lines for signs of goods made with forced labour.

desk = screener.load()
screening = desk.screen(screener.Record(line_id="1", product_description="..."))
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
_PLACES = {
    "ContentError": "errors",
    "DataNotFoundError": "errors",
    "InputError": "errors",
    "Record": "model.record",
    "Screener": "pipeline",
    "ScreenerError": "errors",
    "Screening": "model.screening",
    "Tier": "score.tiers",
    "load": "factory",
    "screening_json": "evidence.canonical",
}


def __getattr__(name: str) -> object:
    """Return what the package offers, imported when it is first asked for.

    Whoever needs one module of it, as a command that only prints its help, waits for no other.
    """
    if name not in _PLACES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found: object = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Return the names that the package offers, imported or not."""
    return sorted({*globals(), *__all__})
