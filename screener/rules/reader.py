"""The rule pack: read, composed, checked and linked in one pass that reports everything."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import MapNode, Mark, ScalarNode
from screener.errors import RuleError
from screener.model.field import Field
from screener.model.listing import Edition
from screener.rules.checker import UNREAD, read_named_condition, read_rule
from screener.rules.checker_evidence import check_combination
from screener.rules.checker_overlay import Extended, read_overlay
from screener.rules.circles import report_circles
from screener.rules.hashes import overlaid_hash, policy_hash, rule_hashes, rules_hash
from screener.rules.known import Evidence, Known, entries_of, lists_of, place_names_of, under_of
from screener.rules.overlay import applied, settings_of
from screener.rules.pack_files import (
    HEADER,
    OVERLAY,
    TOP,
    Extension,
    Own,
    PackTexts,
    Texts,
    composed,
    is_condition,
    is_rule,
    own_files,
    rule_id,
)
from screener.rules.pack_header import PackFile, read_header
from screener.rules.policy import read_policy
from screener.rules.schema import NamedCondition, Overlay, Pack, Policy
from screener.rules.wording import Kind, read_wording
from screener.rules.world import World, Written

NOTHING_OWN = Own({}, None, None)


class Reading(NamedTuple):
    """What was read of a pack: its mappings by path, its rules by id, what they name.

    ``pack`` is None where an error was found; all that was found stands in the diagnostics of
    ``world``.
    """

    nodes: Mapping[str, MapNode]
    rules: tuple[Written, ...]
    world: World
    pack: Pack | None


def read_pack(
    texts: PackTexts,
    fields: Mapping[str, Field],
    evidence: Evidence,
    editions: tuple[Edition, ...],
) -> Pack:
    """Return the checked pack, with what a company changes in it.

    Raises:
        RuleError: with every diagnostic; also where there is no rule file.
    """
    folder = texts.folder
    reading = read_texts(folder, texts.texts, fields, evidence, editions, texts.extension)
    pack, diagnostics = reading.pack, reading.world.diagnostics
    diagnostics.raise_if_any(RuleError)
    if pack is None:
        raise RuleError(f"{folder}: the rule pack cannot be read")
    return pack


def read_texts(
    folder: str,
    texts: Texts,
    fields: Mapping[str, Field],
    evidence: Evidence,
    editions: tuple[Edition, ...],
    extension: Extension | None = None,
) -> Reading:
    """Return everything that was read of a pack, right or wrong, for checks that go further.

    An ``extension`` is what a company lays beside it: rules and conditions of its own, and
    what it changes.

    Raises:
        RuleError: There is no rule file among the texts.
    """
    if not any(is_rule(path) for path, _ in texts):
        raise RuleError(f"{folder}: no rule files; a pack without rules would clear everything")
    diagnostics = Diagnostics()
    nodes = composed(folder, texts, diagnostics)
    own = own_files(extension, nodes, diagnostics) if extension is not None else NOTHING_OWN
    nodes.update(own.nodes)
    entries = entries_of(editions)
    parts = _Parts(nodes, folder, diagnostics)
    known = Known(
        fields=fields,
        entries=entries,
        lists=lists_of(editions),
        evidence=evidence,
        kinds=parts.kinds(),
        policy=parts.policy(),
        conditions=frozenset(parts.condition_names()),
        rules=parts.rule_statuses(),
        place_names=place_names_of(entries),
        under=under_of(editions),
    )
    world = World(known, _named_conditions(parts, known, diagnostics), diagnostics)
    read = [(read_rule(node, rule_id(path), world), node) for path, node in parts.rules().items()]
    written = tuple(
        sorted(
            (Written(rule, node, rule.when != UNREAD) for rule, node in read if rule is not None),
            key=lambda one: one.rule.id,
        )
    )
    pack = _checked(parts, written, world, own)
    if own.overlay is not None:
        nodes[OVERLAY] = own.overlay
    return Reading(nodes, written, world, pack if not diagnostics.errors else None)


class _Parts:
    """The composed files of a pack by what they are."""

    def __init__(self, nodes: Mapping[str, MapNode], folder: str, diagnostics: Diagnostics) -> None:
        self._nodes = nodes
        self._folder = folder
        self._diagnostics = diagnostics
        for name in TOP:
            if name not in nodes:
                diagnostics.add("R002", Mark(f"{folder}/{name}", 1, 1, 2), f"no {name} in the pack")

    def kinds(self) -> dict[str, Kind]:
        node = self._nodes.get("wording.yaml")
        return read_wording(node, self._diagnostics) if node is not None else {}

    def policy(self) -> Policy | None:
        node = self._nodes.get("policy.yaml")
        return read_policy(node, self._diagnostics) if node is not None else None

    def header(self) -> PackFile | None:
        return read_header(self._nodes.get(HEADER), self._diagnostics)

    def conditions(self) -> dict[str, MapNode]:
        return {path: node for path, node in self._nodes.items() if is_condition(path)}

    def rules(self) -> dict[str, MapNode]:
        return {path: node for path, node in self._nodes.items() if is_rule(path)}

    def condition_names(self) -> list[str]:
        return [_text(node, "condition") for node in self.conditions().values()]

    def rule_statuses(self) -> dict[str, str]:
        """Return the status of each rule by id; an id used twice is reported at each place."""
        by_id: dict[str, list[MapNode]] = {}
        for node in self.rules().values():
            by_id.setdefault(_text(node, "rule"), []).append(node)
        for name, nodes in by_id.items():
            for value in (node.get("rule") for node in nodes if len(nodes) > 1):
                if value is not None:
                    message = f'{len(nodes)} files hold the rule "{name}"'
                    advice = "an id is used once, for ever"
                    self._diagnostics.add("R008", value.mark, message, advice)
        return {name: _text(nodes[0], "status") for name, nodes in by_id.items()}


def _checked(parts: _Parts, written: tuple[Written, ...], world: World, own: Own) -> Pack | None:
    known, diagnostics = world.known, world.diagnostics
    rules = tuple(one.rule for one in written)
    report_circles(rules, world.named, diagnostics)
    header, ours = parts.header(), read_header(own.header, diagnostics)
    overlay = None
    if own.overlay is not None and header is not None:
        by_id = {one.rule.id: one for one in written}
        overlay = read_overlay(own.overlay, Extended(header.name, header.version, by_id), world)
    if known.policy is None or header is None or diagnostics.errors:
        return None
    settings = settings_of(overlay)
    check_combination([applied(rule, settings) for rule in rules], known.policy, world)
    pack = _pack(header, written, world, known.policy)
    return pack if overlay is None else _overlaid(pack, overlay, ours)


def _overlaid(pack: Pack, overlay: Overlay, ours: PackFile | None) -> Pack:
    """Return a pack under the name of the company's that changes it."""
    return replace(
        pack,
        name=pack.name + (f"+{ours.name}" if ours is not None else "+overlay"),
        version=pack.version + (f"+{ours.version}" if ours is not None else ""),
        rules_hash=overlaid_hash(pack.rules_hash, overlay),
        overlay=overlay,
    )


def _named_conditions(
    parts: _Parts, known: Known, diagnostics: Diagnostics
) -> dict[str, NamedCondition]:
    world = World(known, {}, diagnostics)
    read = [
        read_named_condition(node, path.split("/", 1)[1].removesuffix(".yaml"), world)
        for path, node in parts.conditions().items()
    ]
    return {one.name: one for one in read if one is not None}


def _pack(header: PackFile, written: tuple[Written, ...], world: World, policy: Policy) -> Pack:
    rules = tuple(one.rule for one in written)
    hashes = dict(zip((rule.id for rule in rules), rule_hashes(rules, world), strict=True))
    known = world.known
    return Pack(
        name=header.name,
        version=header.version,
        rules=rules,
        conditions=dict(world.named),
        policy=policy,
        wording={name: kind.means for name, kind in known.kinds.items()},
        rules_hash=rules_hash(
            [(rule, hashes[rule.id]) for rule in rules],
            world.named,
            known.kinds,
            known.fields,
            known.evidence,
        ),
        policy_hash=policy_hash(policy),
        hashes=hashes,
        listed_goods={one: known.goods_under(one) for one in known.under},
    )


def _text(node: MapNode, key: str) -> str:
    value = node.get(key)
    return value.text if isinstance(value, ScalarNode) else ""
