"""The report of many rows in a browser: its size, the time to its first paint, what it asks for.

Run: ``python -m benchmarks.soak.report [--rows 100000] [--screenshot FILE.png]``; needs Chromium.
Exit code 1 if the page asks for anything but itself.
"""

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from benchmarks.soak.rows import AS_OF, write_lines
from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.runner import Order, Run
from screener.batch.source import source_of
from screener.factory import load

TIMES = 5
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


def opened_in(browser: Browser, report: Path, screenshot: Path | None) -> Seen:
    """Open a report in a browser and return what was seen."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    page.wait_for_function(f"{_PAINT} > 0")
    seen = Seen(page.evaluate(_PAINT), [url for url in asked if not url.startswith("data:")])
    if screenshot is not None:
        page.screenshot(path=screenshot, full_page=True)
    page.close()
    return seen


def main() -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--screenshot", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        report = report_of(given.rows, Path(name))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        seen = [opened_in(browser, report, given.screenshot) for _ in range(TIMES)]
        browser.close()
        others = {url for one in seen for url in one.asked if url != report.as_uri()}
        print(f"{given.rows:,} rows: report of {report.stat().st_size:,} bytes")
    paint = statistics.median(one.paint for one in seen)
    print(f"first paint after {paint:.0f} ms (median of {TIMES}); other requests: {len(others)}")
    return 1 if others else 0


if __name__ == "__main__":
    raise SystemExit(main())
