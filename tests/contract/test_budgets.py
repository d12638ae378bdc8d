"""Sizes stay within the budgets; an exemption is a line with its reason, and the list may only shrink."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import pytest

from tests.contract.source_files import ROOT, modules

LONGEST_MODULE = 400
MEDIAN_MODULE = 120
LONG_MODULE = 300
LONGEST_BODY = 50
MEDIAN_BODY = 10
MOST_PARAMETERS = 6

GENERATED = {
    "screener/codes/territories.py": "a generated table of countries",
}
MORE_PARAMETERS = {
    "screener/cli/lists_import.py:import_list": "the parameters of a command are its options",
    "screener/cli/map_columns.py:map_columns": "the parameters of a command are its options",
    "screener/cli/names.py:match": "the parameters of a command are its options",
    "screener/cli/rules_backtest.py:backtest": "the parameters of a command are its options",
    "screener/cli/rules_edit.py:new": "the parameters of a command are its options",
    "screener/cli/rules_explain.py:explain": "the parameters of a command are its options",
    "screener/cli/rules_lint.py:lint": "the parameters of a command are its options",
    "screener/cli/screen.py:screen": "the parameters of a command are its options",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef
SOURCE = tuple(
    path for path in modules("screener", "api") if str(path.relative_to(ROOT)) not in GENERATED
)
TESTS = modules("tests")
assert SOURCE, "no source file was found"
assert TESTS, "no test file was found"


class Found(NamedTuple):
    """A function, and the name under which an exemption speaks of it."""

    name: str
    node: Function


def _functions(node: ast.AST, path: str) -> Iterator[Found]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield Found(f"{path}:{child.name}", child)
        yield from _functions(child, path)


def _all_functions() -> tuple[Found, ...]:
    return tuple(
        found
        for path in SOURCE
        for found in _functions(
            ast.parse(path.read_text(encoding="utf-8")), str(path.relative_to(ROOT))
        )
    )


FUNCTIONS = _all_functions()


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _body(node: Function) -> int:
    """Return how many lines a function's body has without its docstring."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def _parameters(node: Function) -> int:
    """Return how many parameters a caller may give."""
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return len([one for one in given if one.arg not in ("self", "cls")])


def _undocumented(path: Path) -> list[str]:
    """Return what is public in a module and has no docstring; an empty file needs none."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    name = str(path.relative_to(ROOT))
    missing = [name] if tree.body and ast.get_docstring(tree) is None else []
    pending: list[ast.Module | ast.ClassDef] = [tree]
    while pending:
        for node in pending.pop().body:
            if not isinstance(node, ast.ClassDef | Function) or node.name.startswith("_"):
                continue
            if ast.get_docstring(node) is None:
                missing.append(f"{name}:{node.name}")
            if isinstance(node, ast.ClassDef):
                pending.append(node)
    return missing


def test_no_module_is_too_long() -> None:
    long = [str(path.relative_to(ROOT)) for path in SOURCE if _lines(path) > LONGEST_MODULE]

    assert long == []


def test_modules_are_short_as_a_rule() -> None:
    lengths = sorted(_lines(path) for path in SOURCE if path.name != "__init__.py")

    assert median(lengths) <= MEDIAN_MODULE
    assert quantiles(lengths, n=10)[-1] <= LONG_MODULE


def test_no_function_is_too_long() -> None:
    long = [found.name for found in FUNCTIONS if _body(found.node) > LONGEST_BODY]

    assert long == []


def test_functions_are_short_as_a_rule() -> None:
    assert median(_body(found.node) for found in FUNCTIONS) <= MEDIAN_BODY


def test_no_function_takes_too_many_parameters() -> None:
    many = {found.name for found in FUNCTIONS if _parameters(found.node) > MOST_PARAMETERS}

    assert sorted(many) == sorted(MORE_PARAMETERS)


def test_every_function_says_what_it_returns() -> None:
    assert [found.name for found in FUNCTIONS if found.node.returns is None] == []


@pytest.mark.parametrize("path", SOURCE, ids=lambda path: str(path.relative_to(ROOT)))
def test_everything_public_has_a_docstring(path: Path) -> None:
    assert _undocumented(path) == []


def test_exemptions_speak_of_files_that_exist() -> None:
    named = [*GENERATED, *(name.split(":")[0] for name in MORE_PARAMETERS)]

    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_tests_are_as_long_as_the_source_and_no_longer_than_twice() -> None:
    # Labelled cases and broken rule files are tests that lie in data.
    cases = sorted((ROOT / "tests").rglob("*.yaml"))
    share = sum(map(_lines, (*TESTS, *cases))) / sum(map(_lines, SOURCE))

    assert 1 <= share <= 2
