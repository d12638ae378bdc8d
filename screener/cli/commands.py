"""The sub-commands of ``screener``, each imported when it is asked for, and told of without.

Reading the service and its database takes longer than to screen a line, and most calls need
neither.
"""

from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Any

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
ABOUT = {
    "screen": "Screen a file of trade lines; write results, screenings, rejects, a summary and a report.",
    "map": "Show which column is read as what and why, with samples, and write a mapping file to edit.",
    "match": "Look names up on the watchlists; a file of names answers as CSV on stdout, one row a hit.",
    "compare": "Compare two names: similarity, and the alignment that explains it.",
    "attest": "Write the signed clear record of a run, or check it; exit 1 if it does not hold.",
    "replay": "Screen the record of a stored screening again; exit 1 if the bytes are not the same.",
    "worker": "Run queued batches until it is told to stop; unfinished ones are run again at the start.",
    "doctor": "Say what this installation screens with, and what it cannot tell.",
    "rules": "The rule pack: check and prove it.",
    "lists": "Watchlists and their editions.",
    "evidence": "The evidence register: sources, claims, provisions.",
    "audit": "The chain of events: verified and exported.",
    "db": "The service's database: layout, backup, keys.",
    "serve": "Answer over HTTP; refuses any address but loopback while there are no keys.",
}
"""The line of each command in the list of all; others are imported to be told of."""


class Commands(TyperGroup):
    """The group of all sub-commands: ours, then those that other packages add by entry points."""

    def __init__(self, **attributes: object) -> None:
        """Begin with none imported."""
        super().__init__(**attributes)  # type: ignore[arg-type]
        self._imported = _Imported()
        self.commands = self._imported  # type: ignore[assignment]

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - the library hides the types
        """Tell of all commands, importing those alone whose line is not known."""
        self.commands = self._imported.told()  # type: ignore[assignment]
        super().format_help(ctx, formatter)
        self.commands = self._imported  # type: ignore[assignment]


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

    def told(self) -> dict[str, _Command]:
        """Return stand-ins that only know what is told of a command in the list of all."""
        return {
            name: TyperCommand(name, help=ABOUT[name]) if name in ABOUT else self[name]
            for name in self
        }

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
