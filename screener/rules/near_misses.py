"""Near misses that fail for another reason than the one they name."""

from collections.abc import Callable, Iterator
from datetime import date

from screener.content.nodes import ListNode, MapNode, Mark, ScalarNode
from screener.rules.evaluate import Evaluator
from screener.rules.labels import joined
from screener.rules.outcome import Outcome
from screener.rules.proof import Proof, bearing
from screener.rules.reader import Reading
from screener.rules.row import Row
from screener.rules.schema import All, Example, Rule, Truth
from screener.rules.world import Written

Examine = Callable[[dict[str, str]], Row]
"""Returns a test's row as rules see it: derived columns added, hits found."""


def check_near_misses(
    reading: Reading, evaluator: Evaluator, examine: Examine, as_of: date
) -> None:
    """Report tests that change one thing of a hit, and miss by something else as well (R055).

    Such a test says ``like`` a test that hits and what it changes ``with``. It proves nothing of
    one part of the rule if another part misses too, or if no part looks at what was changed.
    """
    for written in reading.rules:
        if written.rule.status == "retired":
            continue
        for example, changed, mark in _near_misses(written):
            outcome = evaluator.explain(examine(example.row), as_of, written.rule.id)
            if outcome.state != "miss":
                continue
            columns = changed | _derived(changed, evaluator)
            reasons = _other_reasons(_missed_by(written.rule, outcome), columns)
            if reasons:
                message = f'"{example.name}" misses by {joined(reasons, "and")}'
                advice = "change nothing but what the test is about"
                reading.world.diagnostics.add("R055", mark, message, advice, severity="warning")


def _near_misses(written: Written) -> Iterator[tuple[Example, frozenset[str], Mark]]:
    """Yield the tests that miss, what they change of one that hits, and where they stand."""
    tests = written.node.get("tests")
    examples = {example.name: example for example in written.rule.tests}
    for item in tests.items if isinstance(tests, ListNode) else ():
        if not isinstance(item, MapNode):
            continue
        name, like, changes = (item.get(key) for key in ("name", "like", "with"))
        if not isinstance(name, ScalarNode) or not isinstance(like, ScalarNode):
            continue
        example, model = examples.get(name.text), examples.get(like.text)
        hits = model is not None and model.expect == "hit"
        if (
            example is not None
            and example.expect == "miss"
            and hits
            and isinstance(changes, MapNode)
        ):
            yield example, frozenset(key.text for key, _ in changes.entries), name.mark


def _missed_by(rule: Rule, outcome: Outcome) -> tuple[Proof, ...]:
    """Return the parts by which a rule misses: its veto, where all else holds."""
    proof, veto = outcome.proof, outcome.unless
    if proof is None:
        return ()
    if proof.truth is Truth.TRUE and veto is not None:
        return (veto,)
    if isinstance(rule.when, All):
        return tuple(part for part in proof.children if part.truth is Truth.FALSE)
    return (proof,)


def _other_reasons(parts: tuple[Proof, ...], columns: frozenset[str]) -> tuple[str, ...]:
    """Return by which parts a row misses, where they are more than one or not those changed."""
    asked = [tuple(bearing(part)) for part in parts]
    if len(parts) > 1 or not any(_looks_at(leaf, columns) for leaves in asked for leaf in leaves):
        return tuple(f'"{leaves[0].label}"' for leaves in asked if leaves)
    return ()


def _derived(columns: frozenset[str], evaluator: Evaluator) -> frozenset[str]:
    fields = evaluator.fields.values()
    return frozenset(field.name for field in fields if columns & {*field.derived_from})


def _looks_at(leaf: Proof, columns: frozenset[str]) -> bool:
    return bool(columns & {*leaf.columns})
