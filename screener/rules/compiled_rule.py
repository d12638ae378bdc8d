"""A rule ready to be asked, and what may take its answer back or change its points."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from screener.rules.conditions import Node
from screener.rules.leaves import Facts, Leaf
from screener.rules.outcome import Outcome, State
from screener.rules.points import RulePoints
from screener.rules.schema import (
    COUNTED,
    SAME_TEXT,
    AtLeast,
    Condition,
    Mute,
    Rule,
    Test,
    Truth,
)


class CompiledExemption(NamedTuple):
    """An exemption or a mute: applies if true, until the end of the day it expires."""

    node: Node
    reason: str
    expires: date
    state: State = "excepted"


class CompiledSetting(NamedTuple):
    """Points that a company gives a rule until the end of a day."""

    points: RulePoints
    expires: date


class CompiledRule(NamedTuple):
    """A rule ready to be asked. ``place`` is its place among the outcomes, if it has one."""

    rule: Rule
    place: int | None
    when: Node
    unless: Node | None
    extras: tuple[Node, ...]
    exemptions: tuple[CompiledExemption, ...]
    points: RulePoints
    setting: CompiledSetting | None
    leaves: tuple[Leaf, ...]
    miss: Outcome

    def points_on(self, as_of: date) -> RulePoints:
        """Return what the rule can give on a day."""
        setting = self.setting
        return setting.points if setting is not None and as_of <= setting.expires else self.points

    def counts_on(self, as_of: date) -> bool:
        """Say whether the rule counts on a day: a deprecated one does until it ends."""
        ends = self.rule.until
        ended = self.rule.status == "deprecated" and ends is not None and as_of.isoformat() > ends
        return self.rule.status in COUNTED and not ended

    def exemption(self, facts: Facts, as_of: date) -> CompiledExemption | None:
        """Return the first exemption or mute that applies on a day, or None."""
        return next(
            (
                exemption
                for exemption in self.exemptions
                if as_of <= exemption.expires and exemption.node.proof(facts).truth is Truth.TRUE
            ),
            None,
        )

    def claims(self, added: Sequence[int]) -> tuple[str, ...]:
        """Return the rule's claims and those of the extras added, each once."""
        extra = (claim for at in added for claim in self.rule.more[at].claims)
        return tuple(dict.fromkeys((*self.rule.claims, *extra)))


def muted(mute: Mute) -> Condition:
    """Return what a record must hold to be muted; of a rule that is disabled, nothing."""
    texts = tuple(Test(column, SAME_TEXT, (text,)) for column, text in mute.row.items())
    return AtLeast(len(texts), texts)
