"""Compiling: conditions become nodes over leaves that are numbered once per pack."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

import msgspec

from screener.errors import RuleError
from screener.model.field import Field
from screener.rules.column_leaves import (
    Column,
    ColumnLeaf,
    CompareLeaf,
    MissingLeaf,
    SameTextLeaf,
    column,
)
from screener.rules.column_tests import decision
from screener.rules.conditions import Count, Every, Named, Node, One, Some, walk
from screener.rules.finds import (
    CARRIED_AS,
    FindsLeaf,
    Gap,
    Search,
    carriers,
    places_in,
    places_near,
)
from screener.rules.labels import column_test_label, compare_label, finds_label
from screener.rules.leaves import FALSE, FiredLeaf, Judgement, Leaf
from screener.rules.listed_goods import GOODS_COLUMNS, ListedGoodsLeaf, Pairs, goods_by_country
from screener.rules.same_place import SamePlaceLeaf, homes, same_place_columns
from screener.rules.says import Phrasebook
from screener.rules.schema import (
    SAME_TEXT,
    All,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Finds,
    Fired,
    NamedCondition,
    Test,
    Truth,
    Use,
)
from screener.text.folding import comparison_form

_EXACT = frozenset({"says_any", "says_all", "says_none"})
_NEARLY = "similar_to"


class References(msgspec.Struct, frozen=True, kw_only=True):
    """What conditions may refer to.

    ``places`` gives for each entry that lies in a place all places above it, the closest
    first; ``kinds`` the kind of every entry; ``trade`` words that are no misspellings;
    ``listed_goods`` the pairs of country and goods on the lists under each provision.
    """

    fields: Mapping[str, Field]
    places: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]
    conditions: Mapping[str, NamedCondition]
    trade: frozenset[str] = frozenset()
    listed_goods: Mapping[str, Pairs] = {}


class Compiler:
    """Compiles the conditions of one pack; equal leaves become one."""

    def __init__(self, references: References, conditions: Iterable[Condition]) -> None:
        """Gather the phrases of all ``conditions`` that will be compiled."""
        self._to = references
        self._leaves: dict[Condition, Leaf] = {}
        self._open: list[str] = []
        tests = [part for whole in conditions for part in walk(whole) if isinstance(part, Test)]
        book = Phrasebook(
            (phrase for test in tests if test.test in _EXACT for phrase in test.values),
            (phrase for test in tests if test.test == _NEARLY for phrase in test.values),
            references.trade,
        )
        fields = references.fields
        self._columns = {name: column(field, fields, book) for name, field in fields.items()}
        # Facilities lie in places, too, but a rule about an area asks for places.
        self._places = {
            entry: above
            for entry, above in references.places.items()
            if references.kinds.get(entry) == "place"
        }
        self._homes = homes(references.places, self._places)

    @property
    def fields(self) -> Mapping[str, Field]:
        """The data dictionary that conditions are compiled against."""
        return self._to.fields

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every leaf compiled so far, by number."""
        return tuple(self._leaves.values())

    def node(self, condition: Condition) -> Node:
        """Return a condition compiled.

        Raises:
            RuleError: It names something unknown, or named conditions go in a circle.
        """
        match condition:
            case All(parts):
                return Every(tuple(self.node(part) for part in parts))
            case AnyOf(parts):
                return Some(tuple(self.node(part) for part in parts))
            case AtLeast(count, parts):
                return Count(count, tuple(self.node(part) for part in parts))
            case Use(name):
                return self._named(name)
            case leaf:
                return One(self._leaf(leaf))

    def _named(self, name: str) -> Node:
        if name in self._open:
            raise RuleError(f"conditions go in a circle: {' > '.join([*self._open, name])}")
        found = self._to.conditions.get(name)
        if found is None:
            raise RuleError(f'no named condition "{name}"')
        self._open.append(name)
        inner = self.node(found.condition)
        self._open.pop()
        return Named(found.meaning, inner)

    def _leaf(self, condition: Test | Finds | Compare | Fired) -> Leaf:
        if condition not in self._leaves:
            self._leaves[condition] = self._new(condition, len(self._leaves))
        return self._leaves[condition]

    def _new(self, condition: Test | Finds | Compare | Fired, number: int) -> Leaf:
        match condition:
            case Test():
                return self._test(condition, number)
            case Finds():
                return self._finds(condition, number)
            case Compare():
                return self._compare(condition, number)
            case Fired(rule):
                return FiredLeaf(number, f"rule {rule} fired", rule)

    def _column(self, name: str) -> Column:
        if name not in self._columns:
            raise RuleError(f'unknown field "{name}"')
        return self._columns[name]

    def _test(self, test: Test, number: int) -> Leaf:
        asked = self._column(test.column)
        label = column_test_label(test)
        if test.test == "is_missing":
            if test.values not in (("true",), ("false",)):
                raise RuleError(f"{test.column}: is_missing is true or false")
            return MissingLeaf(number, label, asked, test.values == ("true",))
        if test.test == SAME_TEXT:
            return SameTextLeaf(number, label, asked.name, comparison_form(test.values[0]))
        if test.test in ("within", "near"):
            return self._place_test(test, number)
        if test.test == "on_list":
            return self._on_list(test, number)
        if test.test == "listed_with_goods":
            pairs = (one for name in test.values for one in self._to.listed_goods.get(name, ()))
            goods = goods_by_country(pairs)
            return ListedGoodsLeaf(number, label, asked, goods, _empty(asked, test))
        decide = decision(test, self._to.fields[test.column].type)
        phrases = frozenset(test.values if test.test in {*_EXACT, _NEARLY} else ())
        return ColumnLeaf(number, label, asked, decide, _empty(asked, test), phrases)

    def _place_test(self, test: Test, number: int) -> Leaf:
        inside = places_in if test.test == "within" else places_near
        entries = inside(self._known(test.values), self._places)
        search = Search(entries, frozenset(), frozenset({test.column}))
        gaps = (self._gap([test.column]),)
        return FindsLeaf(number, column_test_label(test), (test.column,), search, gaps)

    def _on_list(self, test: Test, number: int) -> Leaf:
        options = dict(test.options)
        entries = frozenset(name for name in test.values if name in self._to.kinds)
        search = Search(
            entries,
            frozenset(test.values) - entries,
            frozenset({test.column}),
            similarity=float(options.get("similarity", "0")),
        )
        label, columns = column_test_label(test), (test.column,)
        if options.get("needs_same_place") != "true":
            return FindsLeaf(number, label, columns, search, (self._gap(columns),))
        places, settles = same_place_columns(test.column, self._to.fields)
        asked = self._column(test.column)
        looked_at = (*columns, *(name for name in self._to.fields if name in places))
        return SamePlaceLeaf(
            number, label, looked_at, search, self._homes, places, settles, _empty(asked, test)
        )

    def _finds(self, finds: Finds, number: int) -> Leaf:
        entries = frozenset(self._known(finds.any_of))
        if finds.within:
            entries |= places_in(self._known(finds.within), self._places)
        columns, gaps = self._where(finds)
        if finds.goods:
            gaps += (self._gap(GOODS_COLUMNS, every=True),)
        search = Search(
            entries,
            frozenset(finds.lists),
            frozenset(columns),
            None if finds.roles is None else frozenset(finds.roles),
            finds.similarity or 0.0,
            frozenset(finds.goods),
            frozenset(finds.time),
            frozenset(finds.seated_in),
            frozenset(finds.legs),
        )
        return FindsLeaf(number, finds_label(finds), columns, search, gaps)

    def _where(self, finds: Finds) -> tuple[tuple[str, ...], tuple[Gap, ...]]:
        """Return the columns searched, and those whose emptiness leaves it open."""
        if finds.columns is not None:
            for name in finds.columns:
                self._column(name)
            return finds.columns, (self._gap(finds.columns),)
        kinds = {self._to.kinds[entry] for entry in (*finds.any_of, *finds.within)}
        if finds.under:
            kinds.add("listing")
        by_word = {CARRIED_AS[kind]: carriers(kind, self._to.fields) for kind in sorted(kinds)}
        searched = {name for both in by_word.values() for names in both for name in names}
        gaps = tuple(self._gap(carrying, every=True) for carrying, _ in by_word.values())
        return tuple(name for name in self._to.fields if name in searched), gaps

    def _gap(self, columns: Sequence[str], *, every: bool = False) -> Gap:
        asked = [self._columns[name] for name in columns]
        asks = tuple((each.name, each.asks) for each in asked if each.is_gap)
        return Gap(tuple(columns), asks, every)

    def _known(self, entries: tuple[str, ...]) -> tuple[str, ...]:
        for entry in entries:
            if entry not in self._to.kinds:
                raise RuleError(f'no watchlist entry "{entry}"')
        return entries

    def _compare(self, compare: Compare, number: int) -> Leaf:
        try:
            factor = Decimal(compare.factor or "1")
        except InvalidOperation as problem:
            raise RuleError(f'"{compare.factor}" is not a number') from problem
        left, right = self._column(compare.left), self._column(compare.right)
        label = compare_label(compare)
        return CompareLeaf(number, label, left, right, compare.relation, factor)


def _empty(asked: Column, test: Test) -> Judgement:
    """Return the answer for an empty column.

    Where empty is a gap nothing is known; where it is normal nothing is there: an empty note
    says none of any words, and every other test asks for something to be shown.
    """
    if asked.is_gap:
        return Judgement(Truth.UNKNOWN, settles=asked.asks)
    return Judgement(Truth.TRUE) if test.test == "says_none" else FALSE
