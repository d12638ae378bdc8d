"""Sub-commands are imported when they are asked for, those of other packages included."""

import subprocess
import sys

import typer
from typer.core import TyperGroup

from screener.cli.main import app

_TOLD = """
import sys
from screener.cli.main import main
main(["match", "--help"])
print(sorted(name for name in ("fastapi", "sqlalchemy", "uvicorn") if name in sys.modules))
"""


def test_a_command_brings_in_neither_service_nor_database() -> None:
    told = subprocess.run([sys.executable, "-c", _TOLD], capture_output=True, check=True, text=True)

    assert told.stdout.splitlines()[-1] == "[]"


def test_commands_are_a_mapping_like_any_other() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    commands = group.commands

    assert {"screen", "rules", "serve"} <= set(commands)
    assert [commands[name].name for name in commands] == list(commands)
    assert commands["match"] is commands["match"]
    assert commands.get("screeen") is None
