"""The sub-commands of ``screener``, each imported when it is asked for.

Reading the service and its database takes longer than to screen a line, and most calls need
neither.
"""

from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command, get_group

_Command = TyperCommand | TyperGroup
_GROUP = "screener.commands"
_PLACES = {
    "screen": "screen:screen",
    "map": "map_columns:map_columns",
    "match": "names:match",
    "compare": "names:compare",
    "attest": "attest:attest",
    "replay": "replay:replay",
    "worker": "worker:worker",
    "doctor": "doctor:doctor",
    "rules": "rules:app",
    "lists": "lists:app",
    "evidence": "evidence:app",
    "audit": "audit:app",
    "db": "db:app",
}


class Commands(TyperGroup):
    """The group of all sub-commands: ours, then those that other packages add by entry points."""

    def __init__(self, **attributes: object) -> None:
        """Begin with none imported."""
        super().__init__(**attributes)  # type: ignore[arg-type]
        self.commands = _Imported()  # type: ignore[assignment]


class _Imported(Mapping[str, _Command]):
    """The commands by their names; what is fetched is imported."""

    def __init__(self) -> None:
        ours = [EntryPoint(name, f"screener.cli.{at}", _GROUP) for name, at in _PLACES.items()]
        others = sorted(entry_points(group=_GROUP), key=lambda point: point.name)
        self._points = {point.name: point for point in (*ours, *others)}
        self._known: dict[str, _Command] = {}

    def __getitem__(self, name: str) -> _Command:
        if name not in self._known:
            self._known[name] = _command(self._points[name])
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._points)

    def __len__(self) -> int:
        return len(self._points)


def _command(point: EntryPoint) -> _Command:
    """Return what an entry point names: a group of commands, or a function that is one."""
    found = point.load()
    if isinstance(found, typer.Typer):
        command: object = get_group(found)
    else:
        alone = typer.Typer(add_completion=False)
        alone.command(point.name)(found)
        command = get_command(alone)
    assert isinstance(command, TyperCommand | TyperGroup)
    command.name = point.name
    return command
