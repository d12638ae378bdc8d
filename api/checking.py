"""Records as they come: those that can be screened, and why the others cannot."""

from collections.abc import Sequence

from pydantic import ValidationError

from api.schemas import RejectOut
from screener.errors import InputError
from screener.model.record import Record
from screener.pipeline import Screener

_NO_OBJECT = "a record is a JSON object of its fields"


def checked(given: Sequence[object], screener: Screener) -> tuple[list[Record], list[RejectOut]]:
    """Return the records that can be screened, and why the others cannot; each spoils itself."""
    records: list[Record] = []
    rejects: list[RejectOut] = []
    for index, fields in enumerate(given):
        if not isinstance(fields, dict):
            errors = [{"field": "", "problem": _NO_OBJECT}]
            rejects.append(RejectOut(index=index, line_id=None, errors=errors))
            continue
        named = {"line_id": str(index + 1), **fields}
        try:
            record = Record.model_validate(named)
            screener.values_of(record)
        except ValidationError as error:
            rejects.append(_reject(index, named, _errors(error, screener)))
        except InputError as error:
            rejects.append(_reject(index, named, [{"field": "", "problem": str(error)}]))
        else:
            records.append(record)
    return records, rejects


def _reject(index: int, fields: dict[str, object], errors: list[dict[str, str]]) -> RejectOut:
    line_id = fields["line_id"]
    # One that cannot be written out is left out.
    sound = isinstance(line_id, str) and line_id.isprintable()
    return RejectOut(index=index, line_id=str(line_id) if sound else None, errors=errors)


def _errors(error: ValidationError, screener: Screener) -> list[dict[str, str]]:
    """Return what is wrong with each field; an unknown one with the nearest known."""
    return [
        {
            "field": _sound(".".join(str(part) for part in one["loc"])),
            "problem": one["msg"]
            if one["type"] != "extra_forbidden"
            else screener.unknown_field(str(one["loc"][0])),
        }
        for one in error.errors()
    ]


def _sound(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
