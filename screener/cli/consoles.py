"""Where commands print for people."""

from rich.console import Console


def plain_console(*, stderr: bool = False) -> Console:
    """Return a console that prints texts as they are: a bracket in a name is no mark of style."""
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)
