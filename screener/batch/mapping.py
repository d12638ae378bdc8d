"""Which column of a user's file is read as which field of a record."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from screener.batch.headers import Headers, form
from screener.batch.wrapped import inside
from screener.errors import InputError
from screener.evidence.cells import ADDED, added_names
from screener.model.field import Field
from screener.pipeline import screenable


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

        Of several columns of one field, texts, names and places are put together, equal ones
        once, and otherwise the first filled one is read. A cell written as ="0409" is read as
        the text inside.
        """
        values = {}
        for field, columns in self.sources.items():
            cell = self._joined(field, cells) if len(columns) > 1 else inside(cells[columns[0]])
            if cell and not cell.isspace():
                values[field] = cell
        return values

    def _joined(self, field: str, cells: Sequence[str]) -> str:
        shown = (inside(cells[at]) for at in self.sources[field])
        filled = [cell for cell in shown if cell and not cell.isspace()]
        joint = self.joints.get(field)
        if joint is None:
            return "".join(filled[:1])
        distinct: dict[str, str] = {}
        for cell in filled:
            distinct.setdefault(cell.strip().casefold(), cell)
        return joint.join(distinct.values())

    def named(self, field: str) -> str:
        """Return the headers that a field is read from, as the user wrote them."""
        return ", ".join(self.headers[at] for at in self.sources.get(field, ()))

    def only(self, fields: Iterable[str]) -> tuple[tuple[int, ...], "ColumnMap"]:
        """Return the columns that some fields are read from, and how they are read from these."""
        wanted = frozenset(fields)
        sources = {name: places for name, places in self.sources.items() if name in wanted}
        columns = tuple(sorted({at for places in sources.values() for at in places}))
        place = {at: new for new, at in enumerate(columns)}
        return columns, self._replace(
            headers=tuple(self.headers[at] for at in columns),
            sources={name: tuple(place[at] for at in old) for name, old in sources.items()},
        )

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
        read = self.read()
        unread = [repr(name) for at, name in enumerate(self.headers) if at not in read and name]
        if unread:
            shown = ", ".join(unread[:_MOST_NAMED])
            more = f" and {len(unread) - _MOST_NAMED:,} more" if len(unread) > _MOST_NAMED else ""
            remarks.append(f"columns read as no field, only carried along: {shown}{more}")
        return (*remarks, *self._renamed())

    def _renamed(self) -> Iterator[str]:
        """Yield what to tell of result columns whose names the file has already."""
        names = zip(ADDED, added_names(self.headers), strict=True)
        renamed = [f"{name!r} is {given!r}" for name, given in names if name != given]
        if renamed:
            yield (
                "columns of the file named as a column of the results keep their names; "
                f"in the results {', '.join(renamed)}"
            )


_MOST_NAMED = 20


class Dictionary:
    """The data dictionary as a reader of headers needs it, or a user's own mapping instead."""

    def __init__(
        self, fields: Mapping[str, Field], mapping: Mapping[str, str | None] | None = None
    ) -> None:
        """Fold the names and usual headers of all fields, once.

        With a ``mapping``, of headers as they are written to fields, only what it names is read.
        """
        self.fields = fields
        self._mapping = mapping
        self._headers = Headers(fields)
        self._own = {name: form(name) for name in fields}
        self._joints = {name: field.joint for name, field in fields.items() if field.joint}
        self._screenable = frozenset(name for name, field in fields.items() if screenable(field))

    def field_of(self, header: str) -> str | None:
        """Return the field that a column with this header is read as."""
        if self._mapping is not None:
            return self._mapping.get(header.strip())
        return self._headers.field_of(header)

    def usual(self, header: str) -> str | None:
        """Return the field that a header usually means, whatever the user's mapping says of it."""
        return self._headers.field_of(header)

    def map(self, headers: Sequence[str]) -> ColumnMap:
        """Return how a header row is read.

        Among several columns of one field, those headed by the field's own name come first.
        """
        sources: dict[str, list[int]] = {}
        for at, header in enumerate(headers):
            field = self.field_of(header)
            if field is not None:
                sources.setdefault(field, []).append(at)
        ordered = {
            field: tuple(sorted(columns, key=lambda at: form(headers[at]) != self._own.get(field)))
            for field, columns in sources.items()
        }
        return ColumnMap(tuple(headers), ordered, self._joints, self._screenable)

    def tells(self, headers: Sequence[str]) -> int:
        """Return how many fields a row heads, if one of them gives something to screen; else 0."""
        found = {field for header in headers if (field := self.field_of(header)) is not None}
        return 0 if self._screenable.isdisjoint(found) else len(found)

    def telling(self, headers: Sequence[str]) -> ColumnMap:
        """Return how a header row is read, if rows under it can hold something to screen.

        Raises:
            InputError: No product, party, place or code column is found, or one that the user's
                mapping names is not there. The headers are not repeated: a first row that is no
                header row holds names.

        """
        absent = sorted(set(self._mapping or ()) - {header.strip() for header in headers})
        if absent:
            message = f"the mapping names the column {absent[0]!r}, which the file does not have"
            raise InputError(message)
        if self.tells(headers):
            return self.map(headers)
        message = (
            f"none of the {len(headers)} headers is a product, party, place or code column"
            f"{self._nearest(headers)}; is the first row a header row? Rename a column to a field "
            "of `screener rules fields`, for example product_description, or name it in a mapping "
            "file (`screener map`)"
        )
        if len(headers) == 1:
            message += "; cells of a text are parted by comma, semicolon, tab or bar"
        raise InputError(message)

    def close(self, header: str) -> str | None:
        """Return the field whose name or usual header a header nearly is."""
        known = self._headers.known
        near = get_close_matches(form(header), known, n=1, cutoff=0.85)
        return known[near[0]] if near else None

    def _nearest(self, headers: Sequence[str]) -> str:
        for header in headers[:_MOST_NAMED]:
            near = self.close(header)
            if near is not None:
                return f" (did you mean {near!r} by {header!r}?)"
        return ""
