"""Checks of what a company changes in a pack: targets are there, gates stay as they are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from screener.content.diagnostics import Diagnostic, Diagnostics, suggestion
from screener.content.nodes import MapNode, Mark
from screener.content.structs import read_struct
from screener.rules.checker_evidence import check_evidence
from screener.rules.checker_literals import wrong_date
from screener.rules.dependencies import asked_rules, conditions_of
from screener.rules.overlay import applied
from screener.rules.overlay_file import DisablingFile, MuteFile, OverlayFile, SettingFile
from screener.rules.schema import Mute, Overlay, Rule, Setting
from screener.rules.world import World, Written, key_of, place_of

_EXTENDS = re.compile(r"(?P<name>[a-z][a-z0-9-]*) \^(?P<major>\d+)(?:\.(?P<minor>\d+))?")
_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")
_OWNED = ("reason", "owner", "expires")
_GATES = frozenset({"T3", "T4"})

_Item = SettingFile | DisablingFile | MuteFile
_Placed = tuple[_Item, Sequence[str | int]]


class Extended(NamedTuple):
    """The pack that an overlay extends: its name, its version and the rules in force."""

    name: str
    version: str
    rules: Mapping[str, Written]


def read_overlay(node: MapNode, base: Extended, world: World) -> Overlay | None:
    """Return what an overlay changes, all checks made; None if it could not be read."""
    written = read_struct(node, OverlayFile, world.diagnostics)
    if written is None:
        return None
    _check_extends(node, written.extends, base, world.diagnostics)
    _Checker(node, base, world).check(written)
    return Overlay(
        extends=written.extends,
        settings=tuple(sorted(map(_setting, written.settings), key=lambda one: one.rule)),
        mutes=tuple(
            sorted([*map(_disabled, written.disable), *map(_mute, written.mutes)], key=_by)
        ),
    )


def _setting(written: SettingFile) -> Setting:
    return Setting(
        rule=written.rule,
        points=written.points,
        cap=written.cap,
        reason=_flat(written.reason),
        owner=written.owner,
        expires=written.expires,
    )


def _disabled(written: DisablingFile) -> Mute:
    return Mute(
        rule=written.rule,
        row={},
        reason=_flat(written.reason),
        owner=written.owner,
        expires=written.expires,
    )


def _mute(written: MuteFile) -> Mute:
    return Mute(
        rule=written.rule,
        row=dict(sorted(written.row.items())),
        reason=_flat(written.reason),
        owner=written.owner,
        expires=written.expires,
        version=written.version if "rule logic changes" in written.reopens_if else None,
    )


def _by(mute: Mute) -> tuple[object, ...]:
    row = sorted(mute.row.items())
    return mute.rule, row, mute.expires, mute.reason, mute.owner, mute.version or 0


def _flat(text: str) -> str:
    return " ".join(text.split())


def _check_extends(node: MapNode, text: str, base: Extended, diagnostics: Diagnostics) -> None:
    """Report an overlay of another pack, or of versions that this one is not among (R072)."""
    mark, found = place_of(node, "extends"), _EXTENDS.fullmatch(text)
    if found is None:
        advice = f"write the pack and the versions that fit, e.g. {base.name} ^{base.version[:3]}"
        diagnostics.add("R004", mark, f'"{text}" names no pack and versions', advice)
    elif found["name"] != base.name:
        message = f'no pack "{found["name"]}" to extend'
        diagnostics.add("R072", mark, message, suggestion(found["name"], [base.name], "packs"))
    elif not _fits(base.version, int(found["major"]), int(found["minor"] or 0)):
        message = f"this extends {text}, and {base.name} is {base.version}"
        advice = "look through its changes, then name the versions that were looked at"
        diagnostics.add("R072", mark, message, advice)


def _fits(version: str, major: int, minor: int) -> bool:
    found = _VERSION.fullmatch(version)
    return found is not None and int(found[1]) == major and int(found[2]) >= minor


class _Checker:
    """Reports what is wrong with the items of an overlay."""

    def __init__(self, node: MapNode, base: Extended, world: World) -> None:
        self._node = node
        self._rules = base.rules
        self._world = world
        self._gates = _gates(base.rules, world)

    def check(self, written: OverlayFile) -> None:
        for item, path in _items(written):
            self._check_owned(item, path)
            target = self._rules.get(item.rule)
            if target is None:
                message = f'no rule "{item.rule}" to change'
                advice = suggestion(item.rule, sorted(self._rules), "rules")
                self._add("R072", [*path, "rule"], message, advice)
                continue
            if isinstance(item, SettingFile):
                self._check_setting(item, target, path)
            else:
                self._check_gate(item, path)
            if isinstance(item, MuteFile):
                self._check_row(item, path)
        self._check_twice(written)

    def _check_owned(self, item: _Item, path: Sequence[str | int]) -> None:
        missing = [key for key in _OWNED if not getattr(item, key).strip()]
        if missing:
            message = f"this item has no {' and no '.join(missing)}"
            advice = "a change of the pack names its reason, its owner, and the day it ends"
            self._add("R070", path, message, advice)
        problem = wrong_date(item.expires) if item.expires.strip() else None
        if problem is not None:
            message = f"{problem.message}; {problem.advice}"
            self._add(problem.code, [*path, "expires"], message)

    def _check_gate(self, item: _Item, path: Sequence[str | int]) -> None:
        why = self._gates.get(item.rule)
        if why is not None:
            advice = "clear a record by a decision of two persons, which stays visible"
            self._add("R075", [*path, "rule"], f"{item.rule} {why}: it is not silenced", advice)

    def _check_setting(self, item: SettingFile, target: Written, path: Sequence[str | int]) -> None:
        rule = target.rule
        changed = applied(rule, {item.rule: _setting(item)})
        if item.points is None and item.cap is None:
            self._add("R002", path, 'missing key "points" or "cap": this item sets nothing')
        if min(changed.points, changed.cap or 0) < 0:
            self._add("R004", path, "points are not negative: nothing subtracts")
        if rule.raises_to in _GATES and _gives_less(changed, rule):
            advice = "a gate may be raised by a company, never lowered"
            self._add("R075", path, f"{rule.id} is a gate ({rule.raises_to})", advice)
        known = {one.message for one in _said(target, self._world)}
        for one in _said(target._replace(rule=changed), self._world):
            if one.message not in known:
                self._add(one.code, [*path, "points"], one.message, one.help)

    def _check_row(self, item: MuteFile, path: Sequence[str | int]) -> None:
        fields = self._world.known.fields
        if not item.row:
            advice = "to silence the rule everywhere, name it under disable"
            self._add("R022", [*path, "row"], "this mute names no column", advice)
        for column in item.row:
            if column not in fields:
                advice = suggestion(column, fields, "columns")
                place = key_of(self._node, *path, "row", column)
                message = f'unknown field "{column}"'
                self._world.diagnostics.add("R021", place, message, advice)
            elif not item.row[column].strip():
                self._add("R004", [*path, "row", column], f'"{column}" has no text to compare with')
        if "rule logic changes" in item.reopens_if:
            self._check_version(item, self._rules[item.rule].rule.version, path)
        if "supplier address changes" in item.reopens_if and "supplier_address" not in item.row:
            advice = "write the address into row; another one then reopens the rule"
            self._add("R002", [*path, "row"], 'missing key "supplier_address" in the row', advice)

    def _check_version(self, item: MuteFile, version: int, path: Sequence[str | int]) -> None:
        if item.version is None:
            advice = f"write version: {version}, if that is the rule that was looked at"
            self._add("R002", path, 'missing key "version": which rule was looked at', advice)
        elif item.version != version:
            message = f"this mute ended: {item.rule} has version {version}"
            place = self._place([*path, "version"])
            advice = "look at the rule as it is now, then name its version or drop the mute"
            self._world.diagnostics.add("R071", place, message, advice, severity="warning")

    def _check_twice(self, written: OverlayFile) -> None:
        """Report a rule that is set or disabled twice: the order would decide."""
        for key, items in (("set", written.settings), ("disable", written.disable)):
            names = [one.rule for one in items]
            for number, name in enumerate(names):
                if names.count(name) > 1:
                    message = f'"{name}" stands {names.count(name)} times under {key}'
                    self._add("R003", [key, number, "rule"], message, "keep one of them")

    def _add(
        self, code: str, path: Sequence[str | int], message: str, advice: str | None = None
    ) -> None:
        self._world.diagnostics.add(code, self._place(path), message, advice)

    def _place(self, path: Sequence[str | int]) -> Mark:
        return place_of(self._node, *path)


def _items(written: OverlayFile) -> Iterator[_Placed]:
    listed: tuple[tuple[str, Sequence[_Item]], ...] = (
        ("set", written.settings),
        ("disable", written.disable),
        ("mutes", written.mutes),
    )
    for key, items in listed:
        for number, item in enumerate(items):
            yield item, (key, number)


def _gates(rules: Mapping[str, Written], world: World) -> dict[str, str]:
    """Return the rules that may not be silenced, and why: gates, and what gates ask about."""
    found = {
        name: f"is a gate ({written.rule.raises_to})"
        for name, written in rules.items()
        if written.rule.raises_to in _GATES
    }
    waiting = list(found)
    while waiting:
        name = waiting.pop()
        for asked in asked_rules(conditions_of(rules[name].rule), world.named):
            if asked in rules and asked not in found:
                found[asked] = f"is asked about by {name}, which leads to a gate"
                waiting.append(asked)
    return found


def _gives_less(changed: Rule, rule: Rule) -> bool:
    lower = changed.points < rule.points
    return lower or (changed.cap is not None and (rule.cap is None or changed.cap < rule.cap))


def _said(written: Written, world: World) -> tuple[Diagnostic, ...]:
    """Return what the checker says to the evidence of a rule."""
    apart = Diagnostics()
    check_evidence(written, world._replace(diagnostics=apart))
    return apart.errors
