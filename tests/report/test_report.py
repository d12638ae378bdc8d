"""The report of a run: complete, escaped, without accusation, the same however it was run."""

import html
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.runner import Order, Run
from screener.batch.source import source_of
from screener.pipeline import Screener
from screener.report import document
from tests.conftest import AS_OF, ROOT

EXAMPLE = ROOT / "seeds" / "examples" / "illustrations.csv"
HOSTILE = '"><script>fetch("http://example.test/")</script><img src=x onerror=alert(1)>'
ACCUSED = (
    "uses forced lab", "uses prison lab", "are forced labour", "one of the forced-labour factories",
    "part of the scheme", "uses paekto", "reported prison product", "broke sanctions",
    "the price proves", "absent, so clear", "is guilty", "is free of forced labour",
)  # fmt: skip
_LOADING = {"src", "srcset", "href", "xlink:href", "action", "data", "poster", "background"}


def report_of(screener: Screener, path: Path, folder: Path, order: Order) -> str:
    opened = open_file(source_of(path), Dictionary(screener.fields))
    Run(screener, opened, folder, order).execute("hash")
    return (folder / "report.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(screener: Screener, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    report_of(screener, EXAMPLE, folder, Order(AS_OF, formats=("jsonl", "html")))
    return folder


@pytest.fixture(scope="module")
def page(folder: Path) -> str:
    return (folder / "report.html").read_text(encoding="utf-8")


def test_it_says_which_sheets_and_columns_were_not_read(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    path.write_text("Item,<Colour>\nhats,red\n", encoding="utf-8")
    page = report_of(screener, path, tmp_path / "out", Order(AS_OF, formats=("html",)))

    assert "columns read as no field, only carried along: &#39;&lt;Colour&gt;&#39;" in page


class Elements(HTMLParser):
    """The tags of a page, with their attributes."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))


def screenings(folder: Path) -> Iterator[dict[str, object]]:
    for line in (folder / "screenings.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def text_of(page: str) -> str:
    return html.unescape(page)


def test_it_names_every_list_with_edition_and_age_and_samples_as_samples(
    folder: Path, page: str
) -> None:
    lists = json.loads((folder / "summary.json").read_bytes())["scope"]["lists"]

    assert any(one["sample"] for one in lists)
    for one in lists:
        mark = ' <span class="sample">sample</span>' if one["sample"] else ""
        assert f'<td>{one["id"]}{mark}</td><td class="day">{one["edition"]}</td>' in page
        assert (f"{one['id']} is a sample, not the whole list" in page) is one["sample"]
    assert page.count('class="sample"') == sum(one["sample"] for one in lists)


def test_stale_list_is_marked_with_its_age_and_reason_and_stands_in_no_screening(
    screener: Screener, tmp_path: Path, page: str
) -> None:
    stale = {"dol-goods": "the file <b>shrank</b>; load it anew"}
    order = Order(AS_OF, formats=("jsonl", "html"), stale=stale)

    marked = report_of(screener, EXAMPLE, tmp_path, order)

    assert re.search(r'<td class="n">\d[\d,]* <span class="sample">stale</span></td>', marked)
    assert "dol-goods is stale: the file &lt;b&gt;shrank&lt;/b&gt;; load it anew." in marked
    assert "stale" not in page
    assert "stale" not in (tmp_path / "screenings.jsonl").read_text(encoding="utf-8")
    assert "stale" not in (tmp_path / "summary.json").read_text(encoding="utf-8")


def test_list_newer_than_the_day_of_the_run_has_no_negative_age(
    screener: Screener, tmp_path: Path
) -> None:
    page = report_of(screener, EXAMPLE, tmp_path, Order("2025-06-01", formats=("html",)))

    assert '<td class="n">newer</td>' in page
    assert '<td class="n">-' not in page


def test_it_counts_every_rule_with_its_title(folder: Path, page: str) -> None:
    rules = json.loads((folder / "summary.json").read_bytes())["rules"]

    assert rules
    for rule, rows in rules.items():
        assert f"<tr><td>{rule}</td><td></td>" not in page
        assert f"<tr><td>{rule}</td>" in page
        assert f'<td class="n">{rows}</td>' in page


def test_it_shows_each_record_to_act_on_with_reasons_points_and_sources(
    folder: Path, page: str
) -> None:
    told = text_of(page)
    acted_on = [one for one in screenings(folder) if one["tier"] in ("T2", "T3", "T4")]

    assert len(acted_on) > 10
    for one in acted_on:
        assert isinstance(one["reasons"], list)
        assert isinstance(one["citations"], list)
        for reason in one["reasons"]:
            assert reason["sentence"] in told
        for cited in one["citations"]:
            assert f"[{cited['claim']}] {cited['publisher']}" in told
    lines = {one["line_id"] for one in acted_on}
    assert page.count("<article>") == len(lines)  # every answer of this file differs


def test_law_is_told_with_its_jurisdiction_and_the_day_from_which_it_will_apply(page: str) -> None:
    told = text_of(page)

    assert "EU, Regulation (EU) 2024/3015 (to be checked, applies from 2027-12-14)" in told
    assert "US, 19 U.S.C. 1307 (Tariff Act section 307) (engaged)" in told


def test_law_that_applies_by_the_day_of_the_run_is_told_without_a_day(
    screener: Screener, tmp_path: Path
) -> None:
    told = text_of(report_of(screener, EXAMPLE, tmp_path, Order("2027-12-14", formats=("html",))))

    assert "EU, Regulation (EU) 2024/3015 (to be checked)" in told


def test_it_says_nothing_that_must_not_be_said(folder: Path, page: str) -> None:
    told = text_of(page).casefold()
    places = [one for one in ("sinuiju", "paekto", "pyongsong", "chongju") if one in told]

    assert places
    assert [one for one in ACCUSED if one in told] == []
    # A reason may say its sentence and no other word of its own but its title.
    for one in screenings(folder):
        assert isinstance(one["reasons"], list)
        for reason in one["reasons"]:
            said = f"{reason['title']} {reason['sentence']}".casefold()
            assert [word for word in reason["never_say"] if f" {word.casefold()} " in said] == []


def test_it_loads_nothing_and_runs_nothing(page: str) -> None:
    tags = Elements(page).tags

    assert {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object", "form"} == set()
    assert [one for _, given in tags for one in given if one in _LOADING or one[:2] == "on"] == []
    (policy,) = (given["content"] for _, given in tags if "http-equiv" in given)
    assert str(policy).startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert "url(" not in page


def test_names_are_text_in_tables_and_plots(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    cell = HOSTILE.replace('"', '""')
    path.write_text(f'Item,Supplier,Origin\nhats,"{cell}",North Korea\n', encoding="utf-8")
    page = report_of(screener, path, tmp_path / "out", Order(AS_OF, formats=("html",)))

    assert {tag for tag, _ in Elements(page).tags} & {"script", "img"} == set()
    assert "fetch(" in page


def test_plots_are_drawn_and_tables_say_the_same_without_them(
    screener: Screener, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "can_plot", lambda: False)
    plain = report_of(screener, EXAMPLE, tmp_path, Order(AS_OF, formats=("html",)))

    assert page.count("<figure><svg") == 4
    assert "<figure>" not in plain
    assert page.count("<table>") == plain.count("<table>")


@pytest.mark.parametrize(("chunk", "workers"), [(1, 1), (7, 2)])
def test_chunks_and_workers_change_nothing(
    screener: Screener, tmp_path: Path, page: str, chunk: int, workers: int
) -> None:
    order = Order(AS_OF, formats=("jsonl", "html"), chunk=chunk, workers=workers)

    assert report_of(screener, EXAMPLE, tmp_path, order) == page


def test_lines_with_one_answer_stand_together(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    path.write_text("Item,Origin\n" + "hats,North Korea\n" * 200, encoding="utf-8")
    page = report_of(screener, path, tmp_path / "out", Order(AS_OF, formats=("html",), chunk=30))

    assert page.count("<article>") == 1
    assert "Line 1, 2, 3, 4, 5 and 195 more" in page
    assert "200 of the 200 lines" in page
