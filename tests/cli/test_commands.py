"""Sub-commands are imported when they are asked for, those of other packages included."""

import subprocess
import sys

import pytest
import typer
from typer.core import TyperGroup

from screener.cli.commands import ABOUT
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


_HELP = """
import sys
from screener.cli.main import main
main(["--help"])
heavy = ("fastapi", "msgspec", "numpy", "pydantic", "pypinyin", "sqlalchemy", "screener.factory")
print(sorted(name for name in heavy if name in sys.modules))
"""


def test_the_list_of_commands_imports_none_of_them() -> None:
    told = subprocess.run([sys.executable, "-c", _HELP], capture_output=True, check=True, text=True)

    assert "Look names up" in told.stdout
    assert told.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", sorted(ABOUT))
def test_the_list_says_of_a_command_what_it_says_of_itself(name: str) -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)

    assert " ".join((group.commands[name].help or "").split("\n\n")[0].split()) == ABOUT[name]


def test_commands_are_a_mapping_like_any_other() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    commands = group.commands

    assert {"screen", "rules", "serve"} <= set(commands)
    assert [commands[name].name for name in commands] == list(commands)
    assert commands["match"] is commands["match"]
    assert commands.get("screeen") is None
