"""Logs of service and worker: one line an event, without the name of any supplier.

Modules log by the standard library, with fields in ``extra``; this module alone decides how a
line looks. What libraries say goes through the same lines. Of an error the kind and the places
are written, never its message: messages may quote what was sent.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import msgspec
import structlog
from structlog.stdlib import ExtraAdder, ProcessorFormatter

from screener.settings import Settings

_OURS = ("screener", "uvicorn", "huey")
"""Loggers whose level is the one that is set; all others speak from warnings up."""
_FIELD = "request_id"
_Line = MutableMapping[str, Any]


def configure_logs(settings: Settings) -> None:
    """Make every log of this process one line on standard error.

    JSON unless the settings say otherwise or, where they say nothing, a person looks on.
    """
    for_people = settings.log_format == "console" or (
        settings.log_format is None and sys.stderr.isatty()
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter(for_people=for_people))
    root = logging.getLogger()
    root.handlers = [handler]
    # A database driver at its most talkative would write values out.
    root.setLevel(logging.WARNING)
    for name in _OURS:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], True
        logger.setLevel(settings.log_level.upper())


def formatter(*, for_people: bool = False) -> logging.Formatter:
    """Return what makes a line of a log record: JSON, or text in columns for people."""
    shape = (
        structlog.dev.ConsoleRenderer(colors=False)
        if for_people
        else structlog.processors.JSONRenderer(serializer=_json)
    )
    return ProcessorFormatter(
        foreign_pre_chain=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            ExtraAdder(),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[_first_line, _places, ProcessorFormatter.remove_processors_meta, shape],
    )


def bind_request(request_id: str) -> None:
    """Put the id of a request into every line that is logged while it is answered."""
    structlog.contextvars.bind_contextvars(**{_FIELD: request_id})


def _json(line: _Line, **_: object) -> str:
    return msgspec.json.encode(line, enc_hook=str).decode()


def _first_line(_: object, __: str, line: _Line) -> _Line:
    """Keep the first line of what libraries say: what follows are values at hand."""
    line["event"] = str(line["event"]).partition("\n")[0]
    # The same text once more: of other handlers, and of uvicorn for terminals.
    for repeated in ("message", "color_message"):
        line.pop(repeated, None)
    return line


def _places(_: object, __: str, line: _Line) -> _Line:
    """Put kind and places of an error where the logger gave the error itself."""
    given = line.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        line["error"] = _kinds(error)
        line["places"] = [
            f"{at.filename}:{at.lineno} in {at.name}"
            for at in traceback.extract_tb(error.__traceback__)
        ]
    return line


def _kinds(error: BaseException) -> str:
    """Return the kind of an error, and of those that caused it."""
    kinds = [type(error).__name__]
    while (cause := error.__cause__ or error.__context__) is not None and cause is not error:
        kinds.append(type(cause).__name__)
        error = cause
    return " from ".join(kinds)
