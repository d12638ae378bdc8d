"""``pack.lock``: what each version of a rule means, and which ids are taken for ever.

The tool writes it, nobody else. A rule enters when it is no draft any more and never leaves;
a rule whose file is gone or says `retired` stays in as retired (rules.md, 3.6).
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from screener.content.nodes import Mark
from screener.errors import RuleError
from screener.rules.hashes import rule_hashes
from screener.rules.pack_files import is_condition
from screener.rules.reader import Reading
from screener.rules.schema import COUNTED, Rule, RuleHashes
from screener.rules.world import Written

LOCK = "pack.lock"

_Part = Literal["logic", "score", "wording"]
_PARTS: tuple[_Part, ...] = ("logic", "score", "wording")


class Backtest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a rule was tried on while it counted: the SHA-256 of the file, its rows, the load.

    ``share`` is that of the rows which asked for review, ``budget`` what the policy allowed.
    """

    data: str
    rows: int
    share: float
    budget: float


class Locked(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A rule as it was when its version was written down."""

    version: int
    logic: str
    score: str
    wording: str
    retired: bool = False
    backtest: Backtest | None = None

    def changed(self, version: int, hashes: RuleHashes) -> tuple[_Part, ...]:
        """Return what differs in a rule of the same version; nothing if that is another."""
        if version != self.version:
            return ()
        return tuple(part for part in _PARTS if getattr(self, part) != getattr(hashes, part))


class Lock(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The rules of a pack by id, those of the past too."""

    rules: dict[str, Locked]


class Current(NamedTuple):
    """A rule as its file has it now."""

    written: Written
    hashes: RuleHashes

    @property
    def rule(self) -> Rule:
        """The rule itself."""
        return self.written.rule

    def differs(self, before: Locked | None) -> tuple[_Part, ...]:
        """Return what changed under a version that should have risen: its logic, its score."""
        found = before.changed(self.rule.version, self.hashes) if before is not None else ()
        return tuple(part for part in found if part != "wording")

    def decides_as(self, before: Locked) -> bool:
        """Say whether logic and score are those that stand in the lock, whatever its version."""
        return (self.hashes.logic, self.hashes.score) == (before.logic, before.score)

    def may_follow(self, before: Locked | None) -> bool:
        """Say whether a rule may be written down after what stands in the lock."""
        if before is None:
            return True
        back = before.retired and self.rule.status != "retired"
        return not back and self.rule.version >= before.version and not self.differs(before)


def read_lock(text: str, path: str) -> Lock:
    """Return the lock that a text holds.

    Raises:
        RuleError: It is none; somebody edited or merged it by hand.
    """
    try:
        return msgspec.json.decode(text, type=Lock)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        message = f"not a lock: {error}; take the file as it was, then run screener rules bump"
        raise RuleError(message, path=path, line=1) from error


def lock_text(lock: Lock) -> str:
    """Return a lock as a text of one line a rule, by id."""
    lines = [f"{_json(name)}: {_json(one)}" for name, one in sorted(lock.rules.items())]
    return '{"rules": {\n' + ",\n".join(lines) + "\n}}\n"


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def current_rules(reading: Reading, folder: str) -> tuple[Current, ...]:
    """Return the rules whose files lie in ``folder``, as far as they can be read.

    None at all where a named condition is wrong: the logic of rules depends on it.
    """
    wrong = {one.path for one in reading.world.diagnostics.errors}
    conditions = (node for path, node in reading.nodes.items() if is_condition(path))
    if any(node.mark.path in wrong for node in conditions):
        return ()
    here = tuple(
        written
        for written in reading.rules
        if written.rule.at.path.startswith(f"{folder}/") and written.rule.at.path not in wrong
    )
    hashes = rule_hashes((written.rule for written in here), reading.world)
    return tuple(map(Current, here, hashes))


def renewed(lock: Lock | None, rules: Iterable[Current]) -> Lock:
    """Return a lock with what may follow it; what may not stays as it was and is refused on.

    All rules of the pack must be given: those that are not count as retired.
    """
    before = lock.rules if lock is not None else {}
    after = {name: replace(one, retired=True) for name, one in before.items()}
    for one in rules:
        name, old = one.rule.id, before.get(one.rule.id)
        if old is not None and not one.may_follow(old):
            after[name] = old
        elif old is not None or one.rule.status != "draft":
            after[name] = _locked(one, old)
    return Lock(rules=after)


def _locked(one: Current, old: Locked | None) -> Locked:
    return Locked(
        version=one.rule.version,
        logic=one.hashes.logic,
        score=one.hashes.score,
        wording=one.hashes.wording,
        retired=one.rule.status == "retired",
        backtest=old.backtest if old is not None and one.decides_as(old) else None,
    )


def tried(lock: Lock | None, rules: Iterable[Current], backtest: Backtest) -> Lock:
    """Return a lock renewed, with a backtest beside the rules that counted in it.

    A rule that may not follow what stands in the lock keeps what stands there.
    """
    given = tuple(rules)
    counted = {one.rule.id: one for one in given if one.rule.status in COUNTED}
    after = renewed(lock, given)
    return Lock(
        rules={
            name: replace(one, backtest=backtest)
            if name in counted and counted[name].decides_as(one)
            else one
            for name, one in after.rules.items()
        }
    )


def check_lock(reading: Reading, lock: Lock, folder: str) -> None:
    """Report what the lock does not allow, and where it is behind (R008, R033).

    Only rules whose files lie in ``folder`` are looked at; the lock is that of this folder.
    """
    add = reading.world.diagnostics.add
    for one in current_rules(reading, folder):
        before, written = lock.rules.get(one.rule.id), one.written
        if before is not None and before.retired and one.rule.status != "retired":
            message = f"the id {one.rule.id} is that of a retired rule"
            add(
                "R008", written.place("rule"), message, "an id is used once, for ever; take another"
            )
        elif before is not None and before.version > one.rule.version:
            message = f"{one.rule.id} was at version {before.version} already"
            add("R033", written.place("version"), message, "versions only rise")
        elif changed := one.differs(before):
            message = f"{' and '.join(changed)} changed but the version did not"
            advice = f"run screener rules bump {one.rule.id}"
            add("R033", written.place("version"), message, advice)
        else:
            for message in _behind(one, before):
                advice = "run screener rules bump, which writes it down"
                add("R033", written.place("version"), message, advice, severity="warning")
    _check_gone(reading, lock, folder)


def check_company(reading: Reading, lock: Lock, base: Lock | None, folder: str) -> None:
    """Report rules of a company that count and were never tried as they are (R077).

    Ids that the lock of the extended pack has retired are taken, too (R008).
    """
    add = reading.world.diagnostics.add
    for one in current_rules(reading, folder):
        name, written = one.rule.id, one.written
        known, shipped = lock.rules.get(name), base.rules.get(name) if base is not None else None
        if shipped is not None and shipped.retired:
            message = f"the id {name} is that of a retired rule of the pack"
            add("R008", written.place("rule"), message, "an id is used once, for ever")
        if one.rule.status == "active" and not _was_tried(one, known):
            message = f"{name} counts, but no backtest of its present logic and points is kept"
            advice = "run screener rules backtest --data FILE --record on records of your own"
            add("R077", written.place("status"), message, advice)


def _was_tried(one: Current, known: Locked | None) -> bool:
    return known is not None and known.backtest is not None and one.decides_as(known)


def _behind(one: Current, before: Locked | None) -> Iterator[str]:
    """Yield how the lock is behind a rule that may follow it."""
    if before is None:
        if one.rule.status != "draft":
            yield f"{one.rule.id} is not in {LOCK} yet"
    elif before.version != one.rule.version:
        yield f"{LOCK} has version {before.version} of {one.rule.id}"
    elif before.wording != one.hashes.wording:
        yield "wording changed but the version did not"
    elif one.rule.status == "retired" and not before.retired:
        yield f"{LOCK} does not know yet that {one.rule.id} is retired"


def _check_gone(reading: Reading, lock: Lock, folder: str) -> None:
    for number, name in enumerate(sorted(lock.rules), start=2):
        if lock.rules[name].retired or name in reading.world.known.rules:
            continue
        message = f"{name} has no file any more"
        advice = "write it with status: retired, or run screener rules bump, which keeps its id"
        mark = Mark(f"{folder}/{LOCK}", number, 1, 2)
        reading.world.diagnostics.add("R033", mark, message, advice, severity="warning")
