"""Leaves that read the values of columns: tests of one column, and two columns compared."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from screener.codes.money import Money
from screener.model.field import Field
from screener.rules.column_tests import Decide, order, shown
from screener.rules.leaves import FALSE, GROUNDED, Facts, Judgement
from screener.rules.literals import Countries, read_value
from screener.rules.says import Phrasebook, Prose
from screener.rules.schema import Relation, Truth
from screener.text.folding import comparison_form

RECORD_MONEY = ("currency", "uom")
"""Columns of the record that complete an amount which names no currency or unit."""

_PROSE = frozenset({"text", "name", "place"})


class Column(NamedTuple):
    """A column as rules read it. ``asks`` are the columns a user can fill to fill this one."""

    name: str
    reads: tuple[str, ...]
    asks: tuple[str, ...]
    is_gap: bool
    read: Callable[[Mapping[str, str]], object | None]

    def typed(self, facts: Facts) -> object | None:
        """Return the value as its type reads it; None if it is empty or unreadable."""
        return facts.typed(self.name, self.read)

    def settles(self, facts: Facts, typed: object | None) -> tuple[str, ...]:
        """Return the columns that could settle a filled value that could not be compared."""
        if typed is None or (isinstance(typed, Money) and typed.unit is None):
            missing = tuple(name for name in self.reads if name not in facts.row.values)
            return missing or self.asks
        return self.asks


class ColumnLeaf(NamedTuple):
    """A test of one column; ``empty`` answers for a row in which it is empty.

    ``phrases`` are those of a text that alone decide it; empty if more of the value does.
    """

    number: int
    label: str
    column: Column
    decide: Decide
    empty: Judgement
    phrases: frozenset[str] = frozenset()

    @property
    def columns(self) -> tuple[str, ...]:
        """The column."""
        return (self.column.name,)

    @property
    def reads(self) -> tuple[str, ...]:
        """The column, and those that complete its value."""
        return self.column.reads

    def judge(self, facts: Facts) -> Judgement:
        """Return the answer; a value that cannot be read or compared is unknown."""
        if self.column.name not in facts.row.values:
            return self.empty
        typed = self.column.typed(facts)
        truth = Truth.UNKNOWN if typed is None else self.decide(typed)
        if truth is Truth.UNKNOWN:
            return Judgement(truth, settles=self.column.settles(facts, typed))
        return GROUNDED if truth is Truth.TRUE else FALSE


class SameTextLeaf(NamedTuple):
    """Whether a column holds a text and nothing else, whatever its case, width and spacing.

    ``text`` is in comparison form. An overlay asks it; no rule can.
    """

    number: int
    label: str
    column: str
    text: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The column."""
        return (self.column,)

    @property
    def reads(self) -> tuple[str, ...]:
        """The column."""
        return (self.column,)

    def judge(self, facts: Facts) -> Judgement:
        """Return true or false: an empty column holds no text."""
        same = comparison_form(facts.row.values.get(self.column, "")) == self.text
        return GROUNDED if same else FALSE


class MissingLeaf(NamedTuple):
    """Whether a column is empty, or with ``wanted`` false, whether it is filled."""

    number: int
    label: str
    column: Column
    wanted: bool

    @property
    def columns(self) -> tuple[str, ...]:
        """The column."""
        return (self.column.name,)

    @property
    def reads(self) -> tuple[str, ...]:
        """The column."""
        return self.columns

    def judge(self, facts: Facts) -> Judgement:
        """Return true or false; only a filled column can ground a rule."""
        missing = self.column.name not in facts.row.values
        if missing is not self.wanted:
            return FALSE
        return Judgement(Truth.TRUE, grounded=not missing)


class CompareLeaf(NamedTuple):
    """Two columns compared; the right one is multiplied by ``factor`` first."""

    number: int
    label: str
    left: Column
    right: Column
    relation: Relation
    factor: Decimal

    @property
    def columns(self) -> tuple[str, ...]:
        """Both columns."""
        return (self.left.name, self.right.name)

    @property
    def reads(self) -> tuple[str, ...]:
        """Both columns, and those that complete their values."""
        return tuple(dict.fromkeys((*self.left.reads, *self.right.reads)))

    def judge(self, facts: Facts) -> Judgement:
        """Return the answer; unknown if a side is empty or the two cannot be compared."""
        sides = (self.left, self.right)
        empty = [side for side in sides if side.name not in facts.row.values]
        if empty:
            asked = dict.fromkeys(name for side in empty for name in side.asks)
            return Judgement(Truth.UNKNOWN, settles=tuple(asked))
        left, right = self.left.typed(facts), self.right.typed(facts)
        truth = compared(left, self.relation, times(right, self.factor))
        if truth is Truth.UNKNOWN:
            asked = dict.fromkeys(
                (*self.left.settles(facts, left), *self.right.settles(facts, right))
            )
            return Judgement(truth, settles=tuple(asked))
        return GROUNDED if truth is Truth.TRUE else FALSE


def compared(left: object, relation: Relation, right: object) -> Truth:
    """Return whether two values stand in a relation; unknown if they cannot be compared.

    >>> compared(Countries(("VN",), True), "differs from", Countries(("CN",), True))
    <Truth.TRUE: 2>
    >>> compared(Decimal(1), "is above", "1")
    <Truth.UNKNOWN: 1>
    """
    if relation in ("is same as", "differs from"):
        same = _same(left, right)
        wanted = relation == "is same as"
        return shown(None if same is None else same is wanted)
    found = order(left, right)
    return shown(None if found is None else found == (-1 if relation == "is below" else 1))


def _same(left: object, right: object) -> bool | None:
    """Return whether two values are the same, or None if that cannot be told."""
    if isinstance(left, Countries) and isinstance(right, Countries):
        complete = left.complete and right.complete
        return set(left.codes) == set(right.codes) if complete else None
    if isinstance(left, Prose) and isinstance(right, Prose):
        return comparison_form(left.raw) == comparison_form(right.raw)
    if isinstance(left, str) and isinstance(right, str):
        return _same_code(left, right)
    found = order(left, right)
    return None if found is None else found == 0


def _same_code(left: str, right: str) -> bool | None:
    """Return whether two codes are one; a shorter code of the same beginning leaves it open."""
    ours, theirs = comparison_form(left), comparison_form(right)
    if ours.isdigit() and theirs.isdigit() and len(ours) != len(theirs):
        shortest = min(len(ours), len(theirs))
        return None if ours[:shortest] == theirs[:shortest] else False
    return ours == theirs


def times(value: object, factor: Decimal) -> object:
    """Return an amount or number multiplied; anything else as it is.

    >>> times(Decimal(3), Decimal("0.5"))
    Decimal('1.5')
    """
    if isinstance(value, Money):
        return Money(value.amount * factor, value.currency, value.unit)
    return value * factor if isinstance(value, Decimal) else value


def column(field: Field, fields: Mapping[str, Field], book: Phrasebook) -> Column:
    """Return a field as rules read it.

    A derived column asks for the first it is derived from, and is a gap where its only one is.
    """
    parents = tuple(name for name in field.derived_from if name in fields)
    asks = parents[:1] or (field.name,)
    extra = RECORD_MONEY if field.type == "money" else ()
    reads = (field.name, *(name for name in extra if name in fields))
    is_gap = field.gap_if_empty or (len(parents) == 1 and fields[parents[0]].gap_if_empty)

    def read(values: Mapping[str, str]) -> object | None:
        typed = read_value(field, values)
        prose = field.type in _PROSE and isinstance(typed, str)
        return Prose(str(typed), book) if prose else typed

    return Column(field.name, reads, asks, is_gap, read)
