"""What an overlay does to the rules that it names."""

from collections.abc import Mapping

from msgspec.structs import replace

from screener.rules.schema import Mute, Overlay, Pack, Rule, Setting


def applied(rule: Rule, settings: Mapping[str, Setting]) -> Rule:
    """Return a rule with the points and cap that a setting gives it, if there is one."""
    setting = settings.get(rule.id)
    if setting is None:
        return rule
    points = rule.points if setting.points is None else setting.points
    return replace(rule, points=points, cap=rule.cap if setting.cap is None else setting.cap)


def settings_of(overlay: Overlay | None) -> Mapping[str, Setting]:
    """Return the settings of an overlay by rule."""
    return {one.rule: one for one in overlay.settings} if overlay is not None else {}


def mutes_in_force(pack: Pack) -> tuple[Mute, ...]:
    """Return the mutes whose rule still has the version that was looked at, if one is named."""
    versions = {rule.id: rule.version for rule in pack.rules}
    mutes = pack.overlay.mutes if pack.overlay is not None else ()
    return tuple(one for one in mutes if one.version in (None, versions[one.rule]))
