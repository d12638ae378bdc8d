"""Evaluation: every rule of a pack asked about one row, no rule able to spoil another."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from screener.errors import RuleError
from screener.model.field import Field
from screener.rules.compile import Compiler, References
from screener.rules.compiled_rule import (
    CompiledExemption,
    CompiledRule,
    CompiledSetting,
    muted,
)
from screener.rules.conditions import Node, leaves_of, necessary
from screener.rules.dependencies import all_conditions, asked_rules, in_dependency_order
from screener.rules.leaves import Facts, FiredLeaf, Judgement, Leaf
from screener.rules.outcome import Added, Outcome, State, firing
from screener.rules.overlay import applied, mutes_in_force, settings_of
from screener.rules.points import rule_points
from screener.rules.proof import Proof, first_error, hits_used, is_grounded, settling
from screener.rules.row import Row
from screener.rules.schema import COUNTED, At, Condition, Mute, Pack, Rule, Status, Truth

EVALUATED: tuple[Status, ...] = ("shadow", "active", "deprecated")
"""The statuses whose rules are asked about every row."""


class Evaluator:
    """A pack compiled against fields, places and entries.

    It remembers outcomes by the answers of a rule's leaves, which changes none. After
    ``most_known`` of them all are forgotten and made anew.
    """

    most_known = 100_000

    def __init__(
        self,
        pack: Pack,
        fields: Mapping[str, Field],
        places: Mapping[str, tuple[str, ...]],
        kinds: Mapping[str, str],
        *,
        grades: Mapping[str, str],
        trade: frozenset[str] = frozenset(),
    ) -> None:
        """Compile every rule but retired ones.

        ``grades`` gives the grade of each claim, ``trade`` words that are no misspellings.

        Raises:
            RuleError: A rule names something unknown, or rules ask each other in a circle.
        """
        self.pack = pack
        self.fields = fields
        self.grades = grades
        self.references = References(
            fields=fields,
            places=places,
            kinds=kinds,
            conditions=pack.conditions,
            trade=trade,
            listed_goods=pack.listed_goods,
        )
        self._compiler = Compiler(self.references, all_conditions(pack))
        self._mutes = mutes_in_force(pack)
        self._named = {
            name: self._node(named.condition, name, named.at)
            for name, named in pack.conditions.items()
        }
        kept = tuple(rule for rule in pack.rules if rule.status != "retired")
        evaluated = tuple(rule.id for rule in kept if rule.status in EVALUATED)
        self._rules = {
            rule.id: self._compiled(rule, evaluated, grades)
            for rule in in_dependency_order(pack.rules, pack.conditions)
            if rule.status != "retired"
        }
        self._ordered = [self._rules[rule] for rule in self._rules if rule in set(evaluated)]
        self._misses = [self._rules[rule].miss for rule in evaluated]
        self._first = _by_first_leaf(self._ordered)
        self._rank = {name: at for at, name in enumerate(fields)}
        self.asked_about = frozenset(asked_rules(all_conditions(pack), pack.conditions))
        self._known: dict[tuple[str, date, tuple[Judgement, ...]], Outcome] = {}

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every leaf of the pack, by number."""
        return self._compiler.leaves

    @property
    def rules(self) -> tuple[CompiledRule, ...]:
        """The rules evaluated, in the order in which they are asked."""
        return tuple(self._ordered)

    def as_written(self) -> "Evaluator":
        """Return the evaluator of the pack alone, without what a company changes in it."""
        if self.pack.overlay is None:
            return self
        known = self.references
        pack = replace(self.pack, overlay=None)
        return Evaluator(
            pack, self.fields, known.places, known.kinds, grades=self.grades, trade=known.trade
        )

    def evaluate(
        self, row: Row, as_of: date, removed: frozenset[int] = frozenset()
    ) -> tuple[Outcome, ...]:
        """Return the outcome of every active, deprecated and shadow rule, in rule order.

        ``removed`` are numbers of leaves that count as false whatever the row says.
        """
        return self.ask(Facts(row, removed), as_of)

    def ask(self, facts: Facts, as_of: date) -> tuple[Outcome, ...]:
        """Return the outcomes for facts, of which some may be known already."""
        outcomes = list(self._misses)
        for compiled in self._candidates(facts):
            outcome = self.outcome(compiled, facts, as_of)
            if compiled.place is not None:
                outcomes[compiled.place] = outcome
            if compiled.rule.id in self.asked_about:
                grounded = outcome.proof is not None and is_grounded(outcome.proof)
                facts.fired[compiled.rule.id] = firing(outcome, grounded=grounded)
        return tuple(outcomes)

    def explain(self, row: Row, as_of: date, rule: str) -> Outcome:
        """Return one rule's outcome with its whole proof, also of a miss and of a draft.

        Raises:
            RuleError: There is no such rule, or it is retired.
        """
        compiled = self._rules.get(rule)
        if compiled is None:
            raise RuleError(f'no rule "{rule}" that can be asked')
        facts = self._facts(row, as_of, compiled.leaves)
        outcome = self.outcome(compiled, facts, as_of)
        if outcome.proof is None and outcome.error is None:
            return self._full(compiled, facts, as_of, Truth.FALSE)
        return outcome

    def condition(self, row: Row, as_of: date, name: str) -> Proof:
        """Return the proof of a named condition for a row.

        Raises:
            RuleError: There is no such condition.
        """
        if name not in self._named:
            raise RuleError(f'no named condition "{name}"')
        node = self._named[name]
        return node.proof(self._facts(row, as_of, leaves_of(node)))

    def _facts(self, row: Row, as_of: date, leaves: Iterable[Leaf]) -> Facts:
        """Return the facts of a row, with the rules that fired where a leaf asks for one."""
        facts = Facts(row)
        if any(isinstance(leaf, FiredLeaf) for leaf in leaves):
            self.ask(facts, as_of)
        return facts

    def _candidates(self, facts: Facts) -> Iterable[CompiledRule]:
        """Return the rules that may answer other than miss, in dependency order."""
        numbers = [
            number
            for leaf, asking in self._first
            if leaf is None or not _is_false(leaf, facts)
            for number in asking
        ]
        return [self._ordered[number] for number in sorted(numbers)]

    def outcome(self, compiled: CompiledRule, facts: Facts, as_of: date) -> Outcome:
        """Return a rule's outcome: the one known for its answers, else a new one."""
        try:
            truth = compiled.when.truth(facts)
        except Exception as problem:  # noqa: BLE001  an error in one rule changes no other
            return replace(compiled.miss, state="error", error=type(problem).__name__)
        if truth is Truth.FALSE:
            return compiled.miss
        try:
            answers = tuple([facts.answer(leaf) for leaf in compiled.leaves])
        except Exception:  # noqa: BLE001  a leaf that decides nothing here made it
            return self._full(compiled, facts, as_of, truth)
        key = (compiled.rule.id, as_of, answers)
        known = self._known.get(key)
        if known is None:
            known = self._full(compiled, facts, as_of, truth)
            if len(self._known) >= self.most_known:
                self._known.clear()
            self._known[key] = known
        return known

    def _full(self, compiled: CompiledRule, facts: Facts, as_of: date, truth: Truth) -> Outcome:
        """Return the outcome with proofs, extras and exemptions."""
        proof = compiled.when.proof(facts)
        unless = compiled.unless.proof(facts) if compiled.unless is not None else None
        extras = tuple(node.proof(facts) for node in compiled.extras)
        excepted = compiled.exemption(facts, as_of)
        reason = excepted.reason if excepted is not None else None
        state = state_of(truth, unless.truth if unless is not None else None, reason)
        if excepted is not None and state == "excepted":
            state = excepted.state
        added = [at for at, extra in enumerate(extras) if extra.truth is Truth.TRUE]
        parts = (proof, *(extras[at] for at in added))
        counts = state == "hit" or (state == "unknown" and excepted is None)
        settles = settling(proof) if state == "unknown" else ()
        return replace(
            compiled.miss,
            state=state,
            shadow=not compiled.counts_on(as_of),
            points=compiled.points_on(as_of).given(added) if counts else 0,
            claims=compiled.claims(added) if state != "miss" else (),
            hits=hits_used(*parts) if state != "miss" else (),
            settles_with=tuple(sorted(settles, key=self._rank.__getitem__)),
            open=state == "unknown" and is_grounded(proof),
            extras=tuple(
                Added(points=more.points, claims=more.claims, proof=extra)
                for more, extra in zip(compiled.rule.more, extras, strict=True)
            ),
            proof=proof,
            unless=unless,
            excepted_by=reason if state in ("excepted", "muted", "unknown") else None,
            error=first_error(*parts, *extras, *([unless] if unless is not None else [])),
        )

    def _compiled(
        self, rule: Rule, evaluated: Sequence[str], grades: Mapping[str, str]
    ) -> CompiledRule:
        where = f"{rule.id}: "

        def node(condition: Condition) -> Node:
            return self._node(condition, rule.id, rule.at)

        try:
            points = rule_points(rule, grades, self.pack.policy)
        except RuleError as problem:
            raise RuleError(f"{where}{problem}", path=rule.at.path, line=rule.at.line) from problem
        when = node(rule.when)
        unless = node(rule.unless) if rule.unless is not None else None
        extras = tuple(node(extra.condition) for extra in rule.more)
        exemptions = (
            *(
                CompiledExemption(node(each.when), each.reason, date.fromisoformat(each.expires))
                for each in rule.exemptions
            ),
            *(self._mute(mute, rule) for mute in self._mutes if mute.rule == rule.id),
        )
        others = (*extras, *(exemption.node for exemption in exemptions))
        return CompiledRule(
            rule=rule,
            place=evaluated.index(rule.id) if rule.id in evaluated else None,
            when=when,
            unless=unless,
            extras=extras,
            exemptions=exemptions,
            points=points,
            setting=self._setting(rule, grades),
            leaves=leaves_of(when, *(() if unless is None else (unless,)), *others),
            miss=Outcome(
                rule=rule.id,
                state="miss",
                group=rule.group,
                floor=rule.raises_to,
                shadow=rule.status not in COUNTED,
            ),
        )

    def _mute(self, mute: Mute, rule: Rule) -> CompiledExemption:
        node = self._node(muted(mute), rule.id, rule.at)
        return CompiledExemption(node, mute.reason, date.fromisoformat(mute.expires), "muted")

    def _setting(self, rule: Rule, grades: Mapping[str, str]) -> CompiledSetting | None:
        setting = settings_of(self.pack.overlay).get(rule.id)
        if setting is None:
            return None
        points = rule_points(applied(rule, {rule.id: setting}), grades, self.pack.policy)
        return CompiledSetting(points, date.fromisoformat(setting.expires))

    def _node(self, condition: Condition, name: str, at: At) -> Node:
        try:
            return self._compiler.node(condition)
        except RuleError as problem:
            raise RuleError(f"{name}: {problem}", path=at.path, line=at.line) from problem


def _by_first_leaf(ordered: Sequence[CompiledRule]) -> list[tuple[Leaf | None, list[int]]]:
    """Return the rules by the leaf without which they are a miss; None if there is none."""
    grouped: dict[int | None, tuple[Leaf | None, list[int]]] = {}
    for number, compiled in enumerate(ordered):
        leaf = necessary(compiled.when)
        key = None if leaf is None else leaf.number
        grouped.setdefault(key, (leaf, []))[1].append(number)
    return list(grouped.values())


def _is_false(leaf: Leaf, facts: Facts) -> bool:
    """Say whether a leaf is false; one that makes an error is left to the rules that ask it."""
    try:
        return facts.answer(leaf).truth is Truth.FALSE
    except Exception:  # noqa: BLE001  the rules that ask get the error each
        return False


def state_of(truth: Truth, unless: Truth | None, excepted: str | None) -> State:
    """Return what a rule answers: its `when`, its `unless` if it has one, the exemption met."""
    if truth is Truth.FALSE or unless is Truth.TRUE:
        return "miss"
    if truth is Truth.UNKNOWN:
        return "unknown"
    return "hit" if excepted is None else "excepted"
