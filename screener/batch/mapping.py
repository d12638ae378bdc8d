"""Which column of a user's file is read as which field of a record."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from screener.errors import InputError
from screener.model.field import Field
from screener.text.folding import comparison_form

_TELLING = ("name", "place", "country", "hs", "code")


class ColumnMap(NamedTuple):
    """The columns of a file: which field each is read as, and which are only carried along."""

    headers: tuple[str, ...]
    fields: Mapping[int, str]
    doubled: tuple[str, ...]

    def line_id_column(self) -> int | None:
        """Return the column that holds the line's own id, if there is one."""
        return next((at for at, field in self.fields.items() if field == "line_id"), None)


def map_columns(headers: Sequence[str], fields: Mapping[str, Field]) -> ColumnMap:
    """Return how a header row is read, by the names and usual headers of the data dictionary.

    Where two columns claim one field, the one whose header is the field's own name wins, else
    the first; the other is carried along and named in ``doubled``.

    Raises:
        InputError: No product, party, place or code column is found.

    """
    known = _known(fields)
    claims: dict[str, list[int]] = {}
    for at, header in enumerate(headers):
        field = known.get(_form(header))
        if field is not None:
            claims.setdefault(field, []).append(at)
    chosen: dict[int, str] = {}
    doubled: list[str] = []
    for field, columns in claims.items():
        own = [at for at in columns if _form(headers[at]) == _form(field)]
        winner = (own or columns)[0]
        chosen[winner] = field
        doubled.extend(headers[at] for at in columns if at != winner)
    if not any(_tells(fields[field]) for field in chosen.values() if field in fields):
        message = (
            "no product, party, place or code column is recognised among the headers "
            f"{', '.join(repr(header) for header in headers)}; rename one to a field of "
            "`screener rules fields`, for example product_description or supplier_name"
        )
        raise InputError(message)
    return ColumnMap(tuple(headers), dict(sorted(chosen.items())), tuple(doubled))


def _known(fields: Mapping[str, Field]) -> dict[str, str]:
    """Return folded header to field; a field's own name outranks another's synonym."""
    known = {
        _form(synonym): name
        for name, field in fields.items()
        if not field.derived_from
        for synonym in reversed(field.synonyms)
    }
    known.update({_form(name): name for name, field in fields.items() if not field.derived_from})
    known.setdefault(_form("line_id"), "line_id")
    return known


def _form(header: str) -> str:
    return comparison_form(header.replace("_", " ")).replace(" ", "")


def _tells(field: Field) -> bool:
    return field.type in _TELLING or "goods" in field.carries
