"""The report of many rows in a browser: its size, the time to its first paint, what it asks for.

Run: ``python -m benchmarks.soak.report [--rows 100000] [--pictures DIR]``; needs Chromium. Pictures are
of the first screens in light and dark, and the whole report as PDF. Exit code 1 if the page asks for
anything but itself, or is not painted within a minute.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from benchmarks.soak.rows import AS_OF, write_lines
from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.runner import Order, Run
from screener.batch.source import source_of
from screener.factory import load

TIMES = 5
PATIENCE = 60
SCREENS = 4_000  # pixels of height that are pictured
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


class Seen(NamedTuple):
    """What a browser saw of a page: milliseconds to the first paint, and all that was asked for."""

    paint: float
    asked: list[str]


def report_of(rows: int, folder: Path) -> Path:
    """Screen so many lines, 5 % of them distinct, and return the report."""
    path = folder / "lines.csv"
    write_lines(path, rows, 0.05)
    screener = load(as_of=AS_OF)
    opened = open_file(source_of(path), Dictionary(screener.fields))
    Run(screener, opened, folder, Order(AS_OF, formats=("html",))).execute("")
    return folder / "report.html"


def opened_in(browser: Browser, report: Path) -> Seen:
    """Open a report in a browser and return what was seen."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    # Playwright waits by scripts in the page, which the policy of the report forbids.
    ends = time.monotonic() + PATIENCE
    while (paint := page.evaluate(_PAINT)) is None:
        if time.monotonic() > ends:
            message = f"the page was not painted within {PATIENCE} s"
            raise TimeoutError(message)
        time.sleep(0.05)
    page.close()
    return Seen(paint, [url for url in asked if not url.startswith("data:")])


def picture(browser: Browser, report: Path, folder: Path) -> None:
    """Write what a report looks like in light and in dark, and as a PDF."""
    folder.mkdir(parents=True, exist_ok=True)
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        page = browser.new_page(viewport={"width": 1280, "height": SCREENS}, color_scheme=scheme)
        page.goto(report.as_uri())
        page.screenshot(path=folder / f"report-{scheme}.png")
        page.pdf(path=folder / "report.pdf", prefer_css_page_size=True)
        page.close()


def main() -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--pictures", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        report = report_of(given.rows, Path(name))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        seen = [opened_in(browser, report) for _ in range(TIMES)]
        if given.pictures is not None:
            picture(browser, report, given.pictures)
        browser.close()
        others = {url for one in seen for url in one.asked if url != report.as_uri()}
        print(f"{given.rows:,} rows: report of {report.stat().st_size:,} bytes")
    paint = statistics.median(one.paint for one in seen)
    print(f"first paint after {paint:.0f} ms (median of {TIMES}); other requests: {len(others)}")
    return 1 if others else 0


if __name__ == "__main__":
    raise SystemExit(main())
