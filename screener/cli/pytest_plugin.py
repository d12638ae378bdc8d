"""Each inline test of a rule pack as one item of pytest: ``pytest --screener-rules rules``.

A team's own pack is proved in its own pipeline, with every test by its name. No pack is read
unless the option is given or ``screener_rules`` stands in the configuration.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.factory import load
from screener.rules.run_tests import ExampleResult

_RULES = "screener_rules"
_LISTS = "screener_lists"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that name a pack and its lists, and the setting in a file."""
    group = parser.getgroup("screener", "forced-labor-screener")
    group.addoption(
        "--screener-rules", dest=_RULES, metavar="DIR", help="Run the tests inside this rule pack."
    )
    group.addoption(
        "--screener-lists", dest=_LISTS, metavar="DIR", help="Run them with these watchlists."
    )
    parser.addini(_RULES, "The folder of the rule pack whose tests are run.", type="paths")


def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Add one item for each inline test of the pack, rules first, in pack order."""
    given = config.getoption(_RULES)
    folders = [Path(given)] if given else config.getini(_RULES)
    items.extend(item for folder in folders for item in _items(session, folder))


def _items(session: pytest.Session, folder: Path) -> Iterator["ExampleItem"]:
    lists = session.config.getoption(_LISTS)
    for result in load(rules=folder, lists=lists).run_rule_tests():
        file = Path(result.at.path).resolve()
        inside = file.is_relative_to(session.config.rootpath)
        place = file.relative_to(session.config.rootpath) if inside else file
        yield ExampleItem.from_parent(
            session,
            name=f"{result.subject}: {result.test}",
            nodeid=f"{place.as_posix()}::{result.subject}::{result.test}",
            result=result,
        )


class ExampleItem(pytest.Item):
    """An inline test that has been run; the item tells how it went."""

    def __init__(self, *, result: ExampleResult, **further: object) -> None:
        """Keep the result."""
        super().__init__(**further)  # type: ignore[arg-type]  # pytest's own
        self._result = result

    def runtest(self) -> None:
        """Fail where the answer is not the one expected.

        Raises:
            ExampleError: It is another.
        """
        if not self._result.passed:
            raise ExampleError(self._result)

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None
    ) -> str:
        """Return what was expected and why the answer is another, in the words of the rule."""
        del excinfo, style
        reasons = [f"because {reason}" for reason in self._result.because]
        return "\n".join([f"expected {self._result.expected}, got {self._result.got}", *reasons])

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the test is written, lines counted from 0 as pytest does."""
        return Path(self._result.at.path), self._result.at.line - 1, self.name


class ExampleError(AssertionError):
    """An inline test whose answer is not the one expected."""

    def __init__(self, result: ExampleResult) -> None:
        """Say what was expected and what came."""
        super().__init__(f"expected {result.expected}, got {result.got}")
