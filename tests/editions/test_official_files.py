"""Files of a publisher that changed its page, or that hold a part of the list."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from screener.cli.main import main
from screener.editions.store import EditionStore
from screener.factory import load_editions
from screener.lists.formats import FORMATS
from tests.editions.lists_to_import import WORDS

UFLPA = next(one.publisher for one in FORMATS if one.name == "uflpa-html")
PARTLY = ("--at-least", "5", "--canary", "Azul Basketry Works")
TRADES = (
    "Basketry Lantern Saddlery Umbrella Wickerwork Cutlery Pottery Cordage Tannery Foundry Mill"
)
FIRMS = [f"{word} {trade} Works" for trade in TRADES.split() for word in WORDS]


@pytest.fixture(name="page")
def _page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where a page is saved; the data directory is a fresh one."""
    monkeypatch.setenv("SCREENER_HOME", str(tmp_path / "home"))
    return tmp_path / "uflpa.html"


def import_page(
    page: Path, names: Sequence[str], *options: str, heading: str = "Effective Date"
) -> int:
    """Return the exit code of the import of a page with these names under a heading."""
    rows = "".join(f"<tr><td>{name}</td><td>06/21/2022</td></tr>" for name in names)
    page.write_text(
        "<html><body><h1>UFLPA Entity List</h1><p>Section 2(d)(2)(B)(i)</p><table>"
        f"<tr><th>Name of Entity</th><th>{heading}</th></tr>{rows}</table></body></html>",
        encoding="utf-8",
    )
    return main(["lists", "import", str(page), "--as", "uflpa", "--day", "2026-11-20", *options])


def test_changed_heading_refuses_the_file_and_makes_the_list_stale(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_page(page, FIRMS[:10], *PARTLY) == 0

    assert import_page(page, FIRMS[:10], heading="Date of Effect") == 2

    assert 'unknown heading "Date of Effect"' in capsys.readouterr().err
    store = EditionStore(page.parent / "home")
    assert [one.reason is None for one in store.attempts("uflpa")] == [True, False]
    assert 'uflpa.html:1: unknown heading "Date of Effect"' in store.stale()["uflpa"]


def test_first_file_whose_format_cannot_be_told_is_a_wrong_order(page: Path) -> None:
    assert import_page(page, FIRMS[:10], heading="Date of Effect") == 3
    assert EditionStore(page.parent / "home").lists() == ()


def test_part_of_a_list_is_a_sample_that_names_the_bound(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_page(page, FIRMS[:10], *PARTLY) == 0
    assert "coverage: Sample: 10 entries, let in by a bound" in capsys.readouterr().out

    editions = {one.id: one for one in load_editions()}
    assert editions["uflpa"].sample
    assert "the whole list has 100 or more" in editions["uflpa"].coverage
    assert "uflpa-sample" in editions
    assert main(["doctor"]) == 0
    assert UFLPA.title in capsys.readouterr().out.partition("not loaded: ")[2]


def test_whole_list_is_none_though_a_bound_was_lowered_before(page: Path) -> None:
    assert import_page(page, FIRMS[:10], *PARTLY) == 0
    assert import_page(page, FIRMS, *PARTLY) == 0

    editions = {one.id: one for one in load_editions()}
    assert (editions["uflpa"].sample, editions["uflpa"].coverage) == (False, UFLPA.coverage)
    assert "uflpa-sample" not in editions
