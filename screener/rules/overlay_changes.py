"""What a company's own changes of a pack mean beside those of another state of it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from screener.rules.overlay import applied, settings_of
from screener.rules.rule_changes import Level
from screener.rules.schema import COUNTED, Mute, Pack, Setting


class OverlayChange(NamedTuple):
    """One item of an overlay that came, went or was rewritten, and how much that counts."""

    what: str
    level: Level


def overlay_changes(old: Pack, new: Pack) -> Iterator[OverlayChange]:
    """Yield what two packs silence or set differently; to find less is what breaks an adopter.

    Items are told whatever the day: one that has ended still stands in the file.
    """
    yield from _silenced(old, new)
    yield from _settings(old, new)


def _silenced(old: Pack, new: Pack) -> Iterator[OverlayChange]:
    before, after = _mutes(old), _mutes(new)
    for key in sorted({*before, *after}):
        was, now = before.get(key), after.get(key)
        one = now or was
        if was == now or one is None:
            continue
        counts = any(rule.id == one.rule and rule.status in COUNTED for rule in new.rules)
        longer = now is not None and (was is None or now.expires > was.expires)
        shorter = was is not None and (now is None or now.expires < was.expires)
        level: Level = "major" if longer else "minor" if shorter else "patch"
        yield OverlayChange(_told(one, ended=now is None), level if counts else "patch")


def _mutes(pack: Pack) -> Mapping[tuple[object, ...], Mute]:
    """Return what is silenced, by rule, records and version looked at; the last to end of equals."""
    mutes = pack.overlay.mutes if pack.overlay is not None else ()
    return {
        (one.rule, tuple(sorted(one.row.items())), one.version or 0): one
        for one in sorted(mutes, key=lambda one: one.expires)
    }


def _told(one: Mute, *, ended: bool) -> str:
    kind = "muted" if one.row else "disabled"
    where = "".join(f", {column} {text}" for column, text in one.row.items())
    if ended:
        return f"{one.rule} no longer {kind}{where}"
    return f"{one.rule} {kind}{where}, {_terms(one)}"


def _settings(old: Pack, new: Pack) -> Iterator[OverlayChange]:
    before, after = settings_of(old.overlay), settings_of(new.overlay)
    rules = {rule.id: rule for pack in (old, new) for rule in pack.rules}
    for name in sorted({*before, *after}):
        if before.get(name) == after.get(name) or name not in rules:
            continue
        was, now = (applied(rules[name], settings) for settings in (before, after))
        lower = now.points < was.points or _cap(now.cap) < _cap(was.cap)
        higher = now.points > was.points or _cap(now.cap) > _cap(was.cap)
        # Of points that stay as they are only the day may move; more or less is not told by it.
        level: Level = "major" if lower else "minor" if higher else "patch"
        setting = after.get(name)
        told = f"set to {_worth(setting)}, {_terms(setting)}" if setting else "no longer set"
        yield OverlayChange(f"{name} {told}", level if rules[name].status in COUNTED else "patch")


def _worth(setting: Setting) -> str:
    parts = (("points", setting.points), ("cap", setting.cap))
    return " and ".join(f"{word} {number}" for word, number in parts if number is not None)


def _cap(cap: int | None) -> float:
    return float("inf") if cap is None else cap


def _terms(one: Setting | Mute) -> str:
    return f"{one.owner} until {one.expires}: {one.reason}"
