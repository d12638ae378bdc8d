"""Hashes by meaning: what a rule decides, what it is worth, what it says (rules.md, 3.6).

Comments, layout and order of keys never count. A rule's logic includes the content of the
entries and conditions it names, so that a changed alias is a changed rule. Whole lists count by
name alone: they have editions of their own, which are kept beside every result.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping

import msgspec

from screener.content.files import digest
from screener.model.field import Field
from screener.model.listing import Entry
from screener.rules.known import Evidence
from screener.rules.schema import (
    Condition,
    Finds,
    NamedCondition,
    Overlay,
    Policy,
    Rule,
    RuleHashes,
)
from screener.rules.wording import Kind
from screener.rules.world import World, entries_found, leaves_of

_UNWRITTEN: tuple[object, ...] = (None, (), [], {})


def rule_hashes(rules: Iterable[Rule], world: World) -> tuple[RuleHashes, ...]:
    """Return the three hashes of each rule, in order."""
    written: dict[str, msgspec.Raw] = {}

    def bytes_of(entry: Entry) -> msgspec.Raw:
        """Return an entry as it counts; many rules name the same ones."""
        if entry.id not in written:
            written[entry.id] = msgspec.Raw(_bytes(_without_lists(entry)))
        return written[entry.id]

    return tuple(_rule_hashes(rule, world, bytes_of) for rule in rules)


def _rule_hashes(rule: Rule, world: World, bytes_of: Callable[[Entry], msgspec.Raw]) -> RuleHashes:
    conditions = _conditions(rule)
    entries = {
        entry.id: entry
        for one in conditions
        for entry in entries_found(one, world, whole_lists=False)
    }
    leaves = [leaf for one in conditions for leaf in leaves_of(one, world.named)]
    logic = _without_lists((rule.when, rule.unless, rule.exemptions, leaves))
    score = _without_lists((rule.group, rule.points, rule.cap, rule.more, rule.raises_to))
    wording = (
        (rule.title, rule.family, rule.why, rule.says, rule.asks, rule.claims, rule.basis),
        (rule.form, rule.asserts, rule.never_say),
    )
    return RuleHashes(
        logic=_hash((logic, [bytes_of(entries[name]) for name in sorted(entries)])),
        score=_hash(score),
        wording=_hash(wording),
    )


def _without_lists(value: object) -> object:
    """Return conditions as plain values, without the lists that a provision stands for today."""
    plain = msgspec.to_builtins(value)
    waiting: list[object] = [plain]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if part.get("type") == Finds.__name__:
                part["lists"] = ()
            # What is not written does not count, so a key that the language gains changes no rule.
            for key in [key for key, one in part.items() if one in _UNWRITTEN]:
                del part[key]
            waiting += part.values()
        elif isinstance(part, list | tuple):
            waiting += part
    return plain


def _conditions(rule: Rule) -> tuple[Condition, ...]:
    listed = (
        rule.when,
        rule.unless,
        *(extra.condition for extra in rule.more),
        *(exemption.when for exemption in rule.exemptions),
    )
    return tuple(condition for condition in listed if condition is not None)


def rules_hash(
    rules: Iterable[tuple[Rule, RuleHashes]],
    conditions: Mapping[str, NamedCondition],
    kinds: Mapping[str, Kind],
    fields: Mapping[str, Field],
    evidence: Evidence,
) -> str:
    """Return the hash of everything but policy and lists that a screening can show or rest on."""
    parts = [
        *((f"rule {rule.id}", (rule.version, rule.status, hashes)) for rule, hashes in rules),
        *((f"condition {name}", one.condition) for name, one in conditions.items()),
        *((f"kind {name}", kind) for name, kind in kinds.items()),
        *((f"field {name}", field) for name, field in fields.items()),
        *((f"claim {name}", claim) for name, claim in evidence.claims.items()),
        *((f"provision {name}", provision) for name, provision in evidence.provisions.items()),
    ]
    return digest((name, _bytes(value)) for name, value in parts)


def overlaid_hash(rules: str, overlay: Overlay) -> str:
    """Return the hash of rules and of what a company changes in them."""
    return _hash((rules, overlay))


def policy_hash(policy: Policy) -> str:
    """Return the hash of a policy; the order of groups and tiers does not count."""
    return _hash(policy)


def _hash(value: object) -> str:
    return hashlib.sha256(_bytes(value)).hexdigest()


def _bytes(value: object) -> bytes:
    return msgspec.json.encode(value, order="deterministic")
