"""The screener: records in, screenings out; the stages called in order and nothing else."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from screener.errors import InputError
from screener.evidence.screenings import Library
from screener.evidence.snapshot import lists_hash, scope, snapshot
from screener.evidence.verdicts import Engine, Verdicts
from screener.lists.edition import Editions, Replaced
from screener.match.columns import match_columns
from screener.match.lookup import Lookup, NameHit, Query
from screener.model.columns import Columns, columns_of
from screener.model.field import Field
from screener.model.hit import Comparison
from screener.model.listing import Edition, Entry
from screener.model.record import Record
from screener.model.screening import Scope, Screening, Snapshot
from screener.rules.derived import derived_columns
from screener.rules.evaluate import Evaluator
from screener.rules.pack_files import PackTexts
from screener.rules.plan import Plan
from screener.rules.row import Row
from screener.rules.run_tests import ExampleResult, run_tests
from screener.rules.schema import Pack
from screener.sources.register import Register
from screener.text.unstated import is_unstated

if TYPE_CHECKING:
    import pyarrow as pa

DOCUMENT_SEPARATOR = "|"
_AT_ONCE = 5_000


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """The checked content that a screener judges by, and the day it takes for today.

    ``beside`` are ids and hashes of the lists that are only evidence, ``replaced`` samples that
    are not screened against, since the whole list is in use.
    """

    fields: dict[str, Field]
    editions: tuple[Edition, ...]
    register: Register
    pack: Pack
    texts: PackTexts
    as_of: str
    beside: tuple[tuple[str, str], ...]
    replaced: tuple[Replaced, ...] = ()

    @property
    def known(self) -> tuple[Edition, ...]:
        """The editions that rules may name: those in use, and the samples these replace."""
        return Editions(self.editions, self.replaced).known


class Screener:
    """Screens records against one set of lists and rules; holds nothing of any record."""

    def __init__(
        self,
        content: Content,
        engine: Engine,
        lookup: Lookup,
        as_tested: "Callable[[], Screener] | None" = None,
    ) -> None:
        """Keep the content and the stages made of it; ``screener.load`` puts them together.

        ``as_tested`` makes the screener that finds what inline tests expect, if it is another.
        """
        self.content = content
        self._as_tested = as_tested
        self.fields: Mapping[str, Field] = content.fields
        self.editions = content.editions
        self.register = content.register
        self.pack = content.pack
        self.record_fields = tuple(
            name
            for name, field in content.fields.items()
            if not field.derived_from and name != "line_id"
        )
        self.entries: dict[str, Entry] = {
            entry.id: entry for edition in content.editions for entry in edition.entries
        }
        self._under = {
            edition.id: tuple(one for one in edition.under if one in content.register.provisions)
            for edition in content.editions
        }
        self.scope: Scope = scope(content.editions, content.pack)
        self._engine = engine
        self._lookup = lookup
        self._today = content.as_of
        self._lists = lists_hash(content.editions, content.beside)
        self._rules = {rule.id: rule for rule in content.pack.rules}

    def screen(self, record: Record, *, as_of: str | date | None = None) -> Screening:
        """Return the screening of one record.

        Raises:
            InputError: The record holds nothing to screen, or ``as_of`` is no day.

        """
        return next(self.screen_all([record], as_of=as_of))

    def screen_all(
        self, records: Iterable[Record], *, as_of: str | date | None = None
    ) -> Iterator[Screening]:
        """Yield the screening of each record, in order.

        Raises:
            InputError: A record holds nothing to screen, or ``as_of`` is no day.

        """
        stream = iter(records)
        while batch := list(islice(stream, _AT_ONCE)):
            rows = [self.values_of(record) for record in batch]
            columns = columns_of(rows, self.record_fields)
            verdicts = self.screen_columns(
                columns, [record.line_id for record in batch], as_of=as_of
            )
            yield from (verdicts.screening(row) for row in range(len(verdicts)))

    def screen_columns(
        self, columns: Columns, line_ids: Sequence[str], *, as_of: str | date | None = None
    ) -> Verdicts:
        """Return the verdicts over a batch of records held as columns."""
        matched = match_columns(self._engine.matcher, columns)
        library = Library(
            entries=self.entries,
            rules=self._rules,
            pack=self.pack,
            register=self.register,
            scope=self.scope,
            snapshot=self.snapshot(as_of),
            under=self._under,
        )
        every = derived_columns(columns, self.fields)
        return Verdicts(self._engine, matched, every, line_ids, library)

    def screen_table(self, table: "pa.Table", *, as_of: str | date | None = None) -> "pa.Table":
        """Return a table of records with the columns of results.csv and ``screening`` added.

        ``screening`` is the canonical JSON as bytes, null where nothing is to be shown. Columns
        that are no fields of a record are carried along.

        Raises:
            InputError: The table has no column of a record.

        """
        from screener.evidence.tables import with_verdicts  # noqa: PLC0415 - pyarrow stays out of a plain screen

        return with_verdicts(self, table, as_of=as_of)

    def values_of(self, record: Record) -> dict[str, str]:
        """Return the filled fields of a record as text.

        Raises:
            InputError: There is nothing to screen: no party, product, place or code, or only words
                for what is not stated ("N/A").

        """
        given = record.model_dump(exclude={"line_id", "documents"}, exclude_none=True)
        values = {name: value for name, value in given.items() if value.strip()}
        if any(document.strip() for document in record.documents):
            values["documents"] = DOCUMENT_SEPARATOR.join(record.documents)
        if not self.tells(values):
            message = (
                "the record holds nothing to screen: no party, product, place or code is stated"
            )
            raise InputError(message)
        return values

    def tells(self, values: Mapping[str, str]) -> bool:
        """Say whether filled fields give something to screen, and not only words as "N/A" or "TBD"."""
        return any(
            self.screenable(name) and not is_unstated(value) for name, value in values.items()
        )

    def screenable(self, name: str) -> bool:
        """Say whether a field, filled alone, gives something to screen."""
        return screenable(self.fields[name])

    def unknown_field(self, name: str) -> str:
        """Return what to tell about a field that no record has, with the nearest that it has."""
        close = get_close_matches(name, self.fields, n=1)
        return f"no such field; did you mean {close[0]}?" if close else "no such field"

    def snapshot(self, as_of: str | date | None = None) -> Snapshot:
        """Return what decides, with the day by which dates are judged.

        Raises:
            InputError: ``as_of`` is no day.

        """
        if as_of is None:
            day = self._today
        elif isinstance(as_of, date):
            day = as_of.isoformat()
        else:
            day = _day(as_of)
        return snapshot(self._lists, self.pack, day)

    def match_names(self, names: Sequence[str], query: Query) -> list[tuple[NameHit, ...]]:
        """Return for each name the entries that resemble it, best first.

        Raises:
            InputError: The list that is asked for is not loaded.

        """
        loaded = sorted(one.id for one in self.scope.lists)
        if query.list_id is not None and query.list_id not in loaded:
            message = f"no list {query.list_id!r} is loaded; there are {', '.join(loaded)}"
            raise InputError(message)
        return self._lookup.search(names, query)

    def compare(self, first: str, second: str, kind: str = "organization") -> Comparison:
        """Return how alike two names of a kind are, and the alignment that explains it."""
        return self._lookup.compare(first, second, kind)

    def run_rule_tests(self, subjects: Sequence[str] = ()) -> tuple[ExampleResult, ...]:
        """Return the result of every inline test of rules and named conditions.

        They prove the pack as it is written, without what a company changes in it, and against
        the samples that it was written with, even if whole lists replace these.
        """
        tested = self
        if self._as_tested is not None:
            tested = self._as_tested().judging_by(self.pack, self._today)
        return run_tests(tested.evaluator.as_written(), tested.examined, self.today, subjects)

    def judging_by(self, pack: Pack, as_of: str) -> "Screener":
        """Return a screener that judges what this one finds by another pack, on a day of its own.

        Raises:
            RuleError: A rule names something unknown, or rules ask each other in a circle.

        """
        known = self.evaluator.references
        evaluator = Evaluator(
            pack,
            self.evaluator.fields,
            known.places,
            known.kinds,
            grades=self.evaluator.grades,
            trade=known.trade,
        )
        engine = self._engine._replace(evaluator=evaluator, plan=Plan(evaluator), known={})
        content = replace(self.content, pack=pack, as_of=as_of)
        return Screener(content, engine, self._lookup, self._as_tested)

    @property
    def evaluator(self) -> Evaluator:
        """The compiled pack, which answers for one row at a time."""
        return self._engine.evaluator

    @property
    def today(self) -> date:
        """The day by which dates are judged where no other is given."""
        return date.fromisoformat(self._today)

    def examined(self, records: Sequence[Mapping[str, str]]) -> tuple[Row, ...]:
        """Return records, given by their filled fields, as rules see them: with their hits."""
        if not records:
            return ()
        columns = columns_of(records, self.record_fields)
        verdicts = self.screen_columns(columns, [str(row) for row in range(len(records))])
        return tuple(verdicts.row(row) for row in range(len(records)))


def screenable(field: Field) -> bool:
    """Say whether a field, filled alone, gives something to screen."""
    searched = bool(field.carries or field.may_carry)
    return searched or field.type in ("hs", "country") or field.name == "manufacturer_id"


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        message = f"as_of {text!r} is no day; write it as YYYY-MM-DD"
        raise InputError(message) from error
