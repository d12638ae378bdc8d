"""Sentences that tell a report as a fact."""

import re

from screener.content.nodes import ScalarNode
from screener.rules.checker_evidence import UNJUDGED
from screener.rules.reader import Reading
from screener.rules.schema import Rule
from screener.rules.wording import STATED_KINDS

_ATTRIBUTED = re.compile(
    r"\b(report\w*|accord\w+|alleg\w+|said|says|described?|describes|stated|states|claim\w*"
    r"|estimat\w+|named|names|listed|resembl\w+|may|might|could|whether|who|not|no|nothing)\b",
    re.IGNORECASE,
)
_FACT = re.compile(
    r"\b(made|makes|produced|produces|manufactured|sewn|knitted|crocheted|operated|operates|run|runs"
    r"|owned|owns|controlled|employs|employed|uses|used|profits)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def lint_wording(reading: Reading) -> None:
    """Report rules of form `reported` whose sentence does not say that it is a report (R042)."""
    for written in reading.rules:
        says = written.node.get("says")
        if isinstance(says, ScalarNode) and written.rule.status not in UNJUDGED:
            told = told_as_fact(written.rule)
            if told is not None:
                message = f'the claims behind this rule are reports; "{told}" states them as fact'
                advice = "say who says so: reported in 2026, reportedly, according to one outlet"
                reading.world.diagnostics.add(
                    "R042", says.mark, message, advice, severity="warning"
                )


def told_as_fact(rule: Rule) -> str | None:
    """Return the first sentence of a rule that tells what only a report says as a fact."""
    if rule.form != "reported":
        return None
    for sentence in _SENTENCE.split(rule.says):
        if _FACT.search(sentence) and not _ATTRIBUTED.search(sentence):
            return sentence
    reported = {*rule.asserts} - STATED_KINDS
    return rule.says if reported and not _ATTRIBUTED.search(rule.says) else None
