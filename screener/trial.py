"""A draft rule, condition or overlay tried before it is saved: what is wrong, and what would move.

The draft takes the place of the file with its id, or lies beside the others; everything else
is the pack in use. Nothing is written.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from screener.content.diagnostics import Diagnostic, Diagnostics
from screener.content.nodes import MapNode, Mark, Node, ScalarNode, compose
from screener.errors import InputError, RuleError
from screener.impact import Count, Load, Move
from screener.pipeline import Screener
from screener.rules.lint import lint
from screener.rules.near_misses import check_near_misses
from screener.rules.pack_files import OVERLAY, Extension, PackTexts, Texts
from screener.rules.reader import Reading, read_texts
from screener.rules.run_tests import ExampleResult
from screener.rules.schema import Pack
from screener.rules.silences import apart
from screener.rules.world import Written

MOST_MOVES = 1_000
"""So many moved records are named; all are counted."""

_AT_ONCE = 1_000
_IDS = {
    "rule": re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+"),
    "condition": re.compile(r"[a-z0-9-]+"),
}
_UNNAMED = "draft/unnamed.yaml"
_KINDS = "a draft is one rule (key rule), one named condition (condition) or one overlay (extends)"
_SWITCHED_ON = ("draft", "shadow")


class Checked(NamedTuple):
    """A draft as read: where it would lie, the rule or condition it holds, what was found.

    ``subject`` is None for an overlay and for what has no id; ``pack`` is the pack with the
    draft in it, None where an error was found.
    """

    path: str
    subject: str | None
    found: tuple[Diagnostic, ...]
    pack: Pack | None


class Tried(NamedTuple):
    """What a draft does to records, ``rows`` in number.

    ``hits`` of them fire the draft's rule; ``moved`` have another tier, of which the first
    MOST_MOVES stand in ``moves``, in the order of the records. ``transitions`` counts records
    by tier before and after.
    """

    rows: int
    hits: int
    moved: int
    moves: tuple[Move, ...]
    transitions: dict[str, dict[str, int]]
    before: Load
    after: Load


def checked(screener: Screener, text: str, as_of: str) -> Checked:
    """Return what the checker says of a draft beside the pack in use.

    Errors are all that the draft causes; warnings only those in the draft itself, as ``screener
    rules lint`` would tell them of a rule that counts.
    """
    alone = Diagnostics()
    node = compose(text, _UNNAMED, alone)
    path, subject = _place(node)
    if alone.errors or path is None:
        if not alone.errors:
            alone.add("R004", Mark(_UNNAMED, 1, 1, 2), _KINDS)
        return Checked(_UNNAMED, subject, alone.found, None)
    content = screener.content
    texts, folder = _with(content.texts, path, text)
    reading = read_texts(
        texts.folder,
        texts.texts,
        content.fields,
        content.register,
        content.known,
        texts.extension,
    )
    _judge(reading, screener, subject, date.fromisoformat(as_of))
    found, _ = apart(reading)
    full = f"{folder}/{path}"
    kept = [one for one in found if one.severity == "error" or one.path == full]
    shown = tuple(replace(one, path=_short(one.path, texts)) for one in kept)
    return Checked(path, subject, shown, reading.pack)


def trial(screener: Screener, draft: Checked, as_of: str) -> Screener:
    """Return a screener that judges with a draft, which counts whatever its status.

    Raises:
        InputError: The draft has errors.

    """
    if draft.pack is None:
        message = "the draft has errors; mend them before it is tried"
        raise InputError(message)
    rules = tuple(
        replace(rule, status="active")
        if rule.id == draft.subject and rule.status in _SWITCHED_ON
        else rule
        for rule in draft.pack.rules
    )
    return screener.judging_by(replace(draft.pack, rules=rules), as_of)


def proved(with_draft: Screener, draft: Checked) -> tuple[ExampleResult, ...]:
    """Return how the inline tests of a draft went; an overlay has none."""
    if draft.subject is None:
        return ()
    return tuple(
        one for one in with_draft.run_rule_tests((draft.subject,)) if one.subject == draft.subject
    )


def tried(
    screener: Screener,
    with_draft: Screener,
    draft: Checked,
    records: Iterable[tuple[str, Mapping[str, str]]],
) -> Tried:
    """Return what a draft does to records, given by their ids and filled fields.

    ``screener`` judges without the draft, by the same day.

    Raises:
        RuleError: The pack in use cannot be judged by.

    """
    count = Count(with_draft, screener)
    stream = iter(records)
    while batch := list(islice(stream, _AT_ONCE)):
        count.add([values for _, values in batch], [line_id for line_id, _ in batch])
    impact = count.impact()
    if impact.before is None:
        message = "a trial compares with the pack in use"
        raise RuleError(message)
    return Tried(
        rows=impact.rows,
        hits=sum(one.hits for one in impact.coverage.rules if one.rule == draft.subject),
        moved=len(impact.moves),
        moves=impact.moves[:MOST_MOVES],
        transitions=impact.transitions,
        before=impact.before,
        after=impact.load,
    )


def _judge(reading: Reading, screener: Screener, subject: str | None, day: date) -> None:
    """Add what a critical reader sees in the draft, judged as if it counted already."""
    of_draft = [_counted(one) for one in reading.rules if one.rule.id == subject]
    others = [one for one in reading.rules if one.rule.id != subject]
    # Of two rules that say the same, the later is told: the draft comes last.
    whole = reading._replace(rules=(*others, *of_draft))
    lint(whole, day, screener.register.review_days())
    if reading.pack is not None and any(one.rule.tests for one in of_draft):
        at_work = screener.judging_by(reading.pack, day.isoformat())
        alone = reading._replace(rules=tuple(of_draft))
        evaluator = at_work.evaluator.as_written()
        check_near_misses(alone, evaluator, lambda row: at_work.examined([row])[0], day)


def _counted(written: Written) -> Written:
    if written.rule.status not in _SWITCHED_ON:
        return written
    return written._replace(rule=replace(written.rule, status="active"))


def _place(node: Node | None) -> tuple[str | None, str | None]:
    """Return where a draft would lie, and the id in it; no place where nothing tells its kind."""
    if not isinstance(node, MapNode):
        return None, None
    if node.get("extends") is not None:
        return OVERLAY, None
    for key, pattern in _IDS.items():
        value = node.get(key)
        if value is not None:
            name = value.text if isinstance(value, ScalarNode) else ""
            folder = "conditions/" if key == "condition" else ""
            path = f"{folder}{name.replace('.', '/')}.yaml"
            return (path, name) if pattern.fullmatch(name) else (_UNNAMED, name or None)
    return None, None


def _with(pack: PackTexts, path: str, text: str) -> tuple[PackTexts, str]:
    """Return the files with a draft among them, and what stands before its path in messages."""
    own = pack.extension
    if path == OVERLAY or (own is not None and path not in dict(pack.texts)):
        own = own if own is not None else Extension("overlay", ())
        changed = own._replace(texts=_put(own.texts, path, text))
        return pack._replace(extension=changed), own.folder
    return pack._replace(texts=_put(pack.texts, path, text)), pack.folder


def _put(texts: Texts, path: str, text: str) -> Sequence[tuple[str, str]]:
    return tuple(sorted({**dict(texts), path: text}.items()))


def _short(path: str, texts: PackTexts) -> str:
    """Return a path below the pack or the company's folder: where they lie is nobody's business."""
    folders = [texts.folder, *([texts.extension.folder] if texts.extension is not None else [])]
    return next(
        (path.removeprefix(f"{one}/") for one in folders if path.startswith(f"{one}/")), path
    )
