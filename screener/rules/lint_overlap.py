"""Rules that say the same twice, and names that nothing uses."""

from itertools import combinations, permutations

from screener.content.nodes import ScalarNode
from screener.rules.checker_branches import Branch, signals
from screener.rules.checker_evidence import UNJUDGED
from screener.rules.conditions import walk
from screener.rules.dependencies import conditions_of
from screener.rules.reader import Reading
from screener.rules.schema import Test, Use
from screener.rules.ways import Ways, covered, ways_of
from screener.rules.world import Written, entries_found


def lint_overlap(reading: Reading) -> None:
    """Report rules of one logic (R034) and rules inside another of their group (R035)."""
    judged = [
        (one, ways)
        for one in reading.rules
        if one.readable and one.rule.status not in {*UNJUDGED, "deprecated"}
        for ways in [ways_of(one.rule.when, reading.world.named)]
        if ways is not None
    ]
    same: set[frozenset[str]] = set()
    for (first, ways), (second, others) in combinations(judged, 2):
        if _as_sets(ways) == _as_sets(others) and first.rule.unless == second.rule.unless:
            same.add(frozenset({first.rule.id, second.rule.id}))
            message = f"{second.rule.id} has the logic of {first.rule.id}"
            advice = "join the two, or say in which case they differ"
            reading.world.diagnostics.add(
                "R034", second.key("when"), message, advice, severity="warning"
            )
    for (inner, ways), (outer, others) in permutations(judged, 2):
        pair = frozenset({inner.rule.id, outer.rule.id})
        if inner.rule.group == outer.rule.group and pair not in same:
            _check_inside((inner, ways), (outer, others), reading)


def _check_inside(
    inner: tuple[Written, Ways], outer: tuple[Written, Ways], reading: Reading
) -> None:
    """Report a rule that cannot fire without another; single signals beside it are meant so."""
    (rule, ways), (around, others) = inner, outer
    single = all(len(signals(way, reading.world.known)) <= 1 for way in others)
    if single or around.rule.unless not in {None, rule.rule.unless}:
        return
    if covered(ways, others):
        message = (
            f"wherever {rule.rule.id} fires, {around.rule.id} fires in the same group "
            f'"{rule.rule.group}"'
        )
        advice = "make the narrower an extra (more) of the wider, or narrow the wider"
        reading.world.diagnostics.add("R035", rule.key("when"), message, advice, severity="warning")


def _as_sets(ways: Ways) -> frozenset[Branch | frozenset[object]]:
    return frozenset(frozenset(way) for way in ways)


def lint_unused(reading: Reading) -> None:
    """Report named conditions and lists that no rule uses (R036)."""
    world = reading.world
    kept = [one.rule for one in reading.rules if one.rule.status != "retired"]
    conditions = [condition for rule in kept for condition in conditions_of(rule)]
    conditions += [named.condition for named in world.named.values()]
    used = {part.condition for one in conditions for part in walk(one) if isinstance(part, Use)}
    for node in reading.nodes.values():
        name = node.get("condition")
        unused = isinstance(name, ScalarNode) and name.text in world.named.keys() - used
        if unused and isinstance(name, ScalarNode):
            message = f'nothing uses the condition "{name.text}"'
            world.diagnostics.add("R036", name.mark, message, severity="warning")
    pack = reading.nodes.get("pack.yaml")
    found = {entry.id for one in conditions for entry in entries_found(one, world)}
    # Pairs of country and goods are asked for by the provision under which they are listed.
    provisions = [
        provision
        for one in conditions
        for part in walk(one)
        if isinstance(part, Test) and part.test == "listed_with_goods"
        for provision in part.values
    ]
    asked = {*world.known.lists_under(provisions)}
    for name_of_list, entries in world.known.lists.items():
        if pack is not None and name_of_list not in asked and not found & {*entries}:
            message = f'no rule asks for an entry of the list "{name_of_list}"'
            advice = "its hits are shown and decide nothing; write a rule, or leave the list out"
            world.diagnostics.add("R036", pack.mark, message, advice, severity="warning")
