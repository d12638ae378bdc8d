"""Proof trees as lines of text: what was asked of a record, and what answered it."""

from collections.abc import Iterator, Mapping

from screener.model.hit import Hit
from screener.rules.outcome import Outcome
from screener.rules.proof import Proof, gap
from screener.rules.row import Row
from screener.rules.schema import Rule, Truth

_ANSWER = {Truth.TRUE: "yes", Truth.UNKNOWN: "?", Truth.FALSE: "no"}
_MOST_SHOWN = 60


def outcome_lines(rule: Rule, outcome: Outcome, row: Row) -> Iterator[str]:
    """Yield a rule's outcome for a row: the proof of each part, and the points."""
    shadow = " (shadow: stored, counts nowhere)" if outcome.shadow else ""
    yield f"{rule.id} v{rule.version}   {outcome.state}   group {rule.group}{shadow}"
    if outcome.error is not None:
        yield f"  error {outcome.error}"
    if outcome.proof is not None:
        yield from proof_lines(outcome.proof, row)
    if outcome.unless is not None:
        yield "  veto"
        yield from proof_lines(outcome.unless, row, depth=2)
    if outcome.excepted_by is not None:
        yield f"  {'muted' if outcome.state == 'muted' else 'excepted'}: {outcome.excepted_by}"
    if outcome.settles_with:
        yield f"  would be settled by: {', '.join(outcome.settles_with)}"
    if outcome.state in ("hit", "unknown"):
        yield from _points(rule, outcome, row)


def _points(rule: Rule, outcome: Outcome, row: Row) -> Iterator[str]:
    """Yield how the points come about, extras that were not added included."""
    total = rule.points
    parts = [f"{rule.points} base"]
    for number, extra in enumerate(outcome.extras):
        if extra.proof.truth is Truth.TRUE:
            total += extra.points
            parts.append(f"+{extra.points} more[{number}]")
    capped = f" = {total}, capped at {outcome.points}" if outcome.points < total else ""
    would = "" if outcome.state == "hit" else "; none while it is unknown"
    yield f"  points  {'  '.join(parts)}{capped or f' = {outcome.points}'}{would}"
    for number, extra in enumerate(outcome.extras):
        yield f"    more[{number}] +{extra.points}"
        yield from proof_lines(extra.proof, row, depth=3)


def proof_lines(proof: Proof, row: Row, depth: int = 1) -> Iterator[str]:
    """Yield a proof as indented lines; true and false leaves show what the row says."""
    hits = {hit.id: hit for hit in row.hits if isinstance(hit, Hit)}
    shown = _shown(proof, row.values, hits)
    yield f"{'  ' * depth}{_ANSWER[proof.truth]:<4}{proof.label}{f'   {shown}' if shown else ''}"
    for child in proof.children:
        yield from proof_lines(child, row, depth + 1)


def _shown(proof: Proof, values: Mapping[str, str], hits: Mapping[str, Hit]) -> str:
    """Return where in the record the answer of a leaf comes from."""
    if proof.leaf is None:
        return ""
    if proof.error is not None:
        return f"error {proof.error}"
    if proof.settles:
        return gap(proof, values)
    found = [hits[name] for name in proof.hits if name in hits]
    if found:
        return "; ".join(f'{hit.field}[{hit.start}:{hit.end}] "{hit.text}"' for hit in found)
    filled = [name for name in proof.columns if name in values]
    if len(proof.columns) > 2 or not filled:  # noqa: PLR2004  a test of one column, or of two
        return f"checked: {', '.join(filled)}" if filled else ""
    return ", ".join(f'{name} "{_short(values[name])}"' for name in filled)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}..."
