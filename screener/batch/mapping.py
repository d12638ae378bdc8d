"""Which column of a user's file is read as which field of a record."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from screener.errors import InputError
from screener.model.field import Field
from screener.pipeline import screenable
from screener.text.folding import comparison_form


class ColumnMap(NamedTuple):
    """The columns of a file: which of them each field is read from, in order of preference.

    ``joints`` are what stands between the cells of one field, ``screenable`` the fields that
    give something to screen when they are filled alone.
    """

    headers: tuple[str, ...]
    sources: Mapping[str, tuple[int, ...]]
    joints: Mapping[str, str]
    screenable: frozenset[str]

    def values(self, cells: Sequence[str]) -> dict[str, str]:
        """Return the filled fields of a row.

        Of several columns of one field, free text is put together and otherwise the first
        filled one is read.
        """
        values = {}
        for field, columns in self.sources.items():
            cell = self._joined(field, cells) if len(columns) > 1 else cells[columns[0]]
            if cell and not cell.isspace():
                values[field] = cell
        return values

    def _joined(self, field: str, cells: Sequence[str]) -> str:
        filled = [cells[at] for at in self.sources[field] if cells[at] and not cells[at].isspace()]
        joint = self.joints.get(field)
        return joint.join(filled) if joint is not None else "".join(filled[:1])

    def named(self, field: str) -> str:
        """Return the headers that a field is read from, as the user wrote them."""
        return ", ".join(self.headers[at] for at in self.sources.get(field, ()))

    def unread(self) -> tuple[str, ...]:
        """Return the headers of the columns that are read as no field, only carried along."""
        read = self.read()
        return tuple(header for at, header in enumerate(self.headers) if at not in read and header)

    def read(self) -> frozenset[int]:
        """Return the numbers of the columns that are read as a field."""
        return frozenset(at for columns in self.sources.values() for at in columns)

    def remarks(self) -> tuple[str, ...]:
        """Return what a user should know of how the columns are read."""
        remarks = []
        for field, columns in self.sources.items():
            if len(columns) > 1:
                how = "put together" if field in self.joints else "the first filled one is read"
                headers = ", ".join(repr(self.headers[at]) for at in columns)
                remarks.append(f"columns {headers} are all read as {field}: {how}")
        if self.unread():
            headers = ", ".join(repr(header) for header in self.unread())
            remarks.append(f"columns read as no field, only carried along: {headers}")
        return tuple(remarks)


def map_columns(headers: Sequence[str], fields: Mapping[str, Field]) -> ColumnMap:
    """Return how a header row is read, by the names and usual headers of the data dictionary.

    Among several columns of one field, those headed by the field's own name come first.
    """
    known = _known(fields)
    sources: dict[str, list[int]] = {}
    for at, header in enumerate(headers):
        field = known.get(_form(header))
        if field is not None:
            sources.setdefault(field, []).append(at)
    ordered = {
        field: tuple(sorted(columns, key=lambda at: _form(headers[at]) != _form(field)))
        for field, columns in sources.items()
    }
    joints = {name: field.joint for name, field in fields.items() if field.joint is not None}
    able = frozenset(name for name, field in fields.items() if screenable(field))
    return ColumnMap(tuple(headers), ordered, joints, able)


def telling(mapping: ColumnMap, fields: Mapping[str, Field]) -> ColumnMap:
    """Return the mapping, if rows read with it can hold something to screen.

    Raises:
        InputError: No product, party, place or code column is found. The headers are not
            repeated: a first row that is no header row holds names.

    """
    if not mapping.screenable.isdisjoint(mapping.sources):
        return mapping
    message = (
        f"none of the {len(mapping.headers)} headers is a product, party, place or code column"
        f"{_nearest(mapping.headers, fields)}; is the first row a header row? Rename a column to "
        "a field of `screener rules fields`, for example product_description or supplier_name"
    )
    raise InputError(message)


def _nearest(headers: Iterable[str], fields: Mapping[str, Field]) -> str:
    known = _known(fields)
    for header in headers:
        close = get_close_matches(_form(header), known, n=1, cutoff=0.85)
        if close:
            return f" (did you mean {known[close[0]]!r} by {header!r}?)"
    return ""


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
