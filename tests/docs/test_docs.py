"""The manual is true: its code runs, its links lead somewhere, and it leaves nothing out."""

import json
import re
import shlex
from collections.abc import Iterator

import pytest
import typer
from fastapi.routing import APIRoute
from typer.core import TyperCommand, TyperGroup

import screener
from api.app import ROUTERS
from docs.fields_page import PAGE, page
from screener.cli.main import app
from screener.pipeline import Screener
from screener.settings import Settings
from tests.contract.source_files import ROOT
from tests.docs.pages import PAGES, blocks, commands, links

MANUAL = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
HTTP_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


INDEXES = ("docs/index.md", "docs/decisions/README.md", "docs/reference/rule-codes/README.md")
TOP = typer.main.get_command(app)


def _commands(
    group: object, path: tuple[str, ...] = ("screener",)
) -> Iterator[tuple[str, TyperCommand]]:
    """Yield every command that does something, by its full name."""
    if isinstance(group, TyperCommand):
        yield " ".join(path), group
    if isinstance(group, TyperGroup):
        for name in sorted(group.commands):
            yield from _commands(group.commands[name], (*path, name))


COMMANDS = dict(_commands(TOP))
OPTIONS = [
    pytest.param(option, id=f"{name} {option}")
    for name, command in COMMANDS.items()
    for parameter in command.params
    for option in parameter.opts
    if option.startswith("--") and option != "--help"
]
ROUTES = [
    f"{method} {route.path}"
    for module in ROUTERS
    for route in module.router.routes
    if isinstance(route, APIRoute)
    for method in sorted(route.methods or ())
]
assert COMMANDS, "no command was found"
assert OPTIONS, "no option was found"
assert ROUTES, "no route was found"
CALLS = [pytest.param(line, id=f"{place} {line}") for place, line in commands()]
assert CALLS, "no command stands in the manual"


@pytest.mark.parametrize("line", CALLS)
def test_a_command_of_the_manual_can_be_given(line: str) -> None:
    for part in line.split("|"):
        words = shlex.split(part, comments=True)
        if words[0] == "screener":
            _parse(words[1:])
        elif words[0] == "make":
            assert f"\n{words[1]}:" in MAKEFILE
        else:
            assert words[0] in ("cat", "cp", "git", "cd", "python", "curl")


def _parse(words: list[str]) -> None:
    """Read a command's words as the command line does, without running it."""
    known = [name for name in COMMANDS if ["screener", *words][: len(name.split())] == name.split()]
    assert len(known) == 1, words
    COMMANDS[known[0]].make_context(known[0], words[len(known[0].split()) - 1 :])


@pytest.mark.parametrize(
    "text", [pytest.param(block.text, id=block.name) for block in blocks("python")]
)
def test_python_of_the_manual_runs(
    text: str, screener: Screener, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Loading takes seconds and is tested elsewhere.
    monkeypatch.setattr("screener.load", lambda **_: screener)

    exec(compile(text, "manual", "exec"), {})  # noqa: S102 - our own manual


@pytest.mark.parametrize(
    "text", [pytest.param(block.text, id=block.name) for block in blocks("json")]
)
def test_json_of_the_manual_is_json(text: str) -> None:
    assert json.loads(text)


@pytest.mark.parametrize(
    ("place", "target"), [pytest.param(*link, id=f"{link[0]} {link[1]}") for link in links()]
)
def test_a_link_leads_to_a_file(place: str, target: str) -> None:
    assert ((ROOT / place).parent / target.partition("#")[0]).exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_manual_names_every_command(name: str) -> None:
    assert re.search(rf"`{name}\b", MANUAL)


@pytest.mark.parametrize("option", OPTIONS)
def test_the_manual_names_every_option(option: str) -> None:
    assert re.search(rf"(?<![\w-]){option}(?![\w-])", MANUAL)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_manual_names_every_setting(name: str) -> None:
    assert f"`SCREENER_{name.upper()}`" in MANUAL


@pytest.mark.parametrize("route", ROUTES)
def test_the_manual_names_every_route(route: str) -> None:
    assert f"`{route}`" in MANUAL


def test_every_route_of_the_manual_exists() -> None:
    named = re.findall(rf"`((?:{'|'.join(HTTP_METHODS)}) /\S+)`", MANUAL)

    assert sorted(set(named)) == sorted(ROUTES)


def test_the_page_of_fields_is_made_from_the_data_dictionary(screener: Screener) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(screener.fields.values())


def test_the_manual_starts_at_an_index_that_leads_to_every_page() -> None:
    pages = {str(path.relative_to(ROOT)) for path in PAGES if path.is_relative_to(ROOT / "docs")}
    reached = {"docs/index.md"}
    for place, target in links():
        if place in INDEXES:
            found = ((ROOT / place).parent / target.partition("#")[0]).resolve()
            reached.add(str(found.relative_to(ROOT)))

    assert pages - reached == set()


def test_every_name_the_package_offers_is_in_the_manual_or_an_error() -> None:
    assert [name for name in screener.__all__ if name[0].islower() and name not in MANUAL] == []
