"""The workbench in a browser: a newcomer's walk to the first decision, and a result of many rows.

Run: ``python -m benchmarks.soak.workbench [--rows 100000] [--home FOLDER]``; needs Chromium.
The walk begins with ``screener serve`` on an empty data directory and ends with the first decided case; it
counts clicks, and seconds of the machine alone: a person reads in between. Then a file of so many lines is
screened by ``screener worker``, and its page is opened, filtered, sorted and turned; the time is that from
the click until the rows are drawn, as the browser tells it. ``--home`` keeps the data and uses it again.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.soak.rows import write_lines
from benchmarks.workbench.service import served

TIMES = 7
_DRAWN = """() => {
  const [page] = performance.getEntriesByType("navigation");
  return Math.max(page.domContentLoadedEventEnd, ...performance.getEntriesByType("paint").map(one => one.startTime));
}"""
# The page forbids what a wait by a condition would run on it; two frames are drawn instead.
_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_ANSWERED = "() => performance.getEntriesByType('navigation')[0].responseEnd"
_ASKED = {
    "first rows": "",
    "tier T3": "?tier=T3",
    "tier T0": "?tier=T0",
    "a rule": "?rule=product.reported-family",
    "a list": "?list=dprk-places",
    "a supplier": "?supplier=1",
    "by supplier": "?sort=supplier",
    "page 100": "?sort=row&page=100",
}


class Walk:
    """A person at a browser who counts clicks."""

    def __init__(self, page: Page) -> None:
        """Sit down."""
        self.page = page
        self.clicks = 0

    def click(self, selector: str) -> None:
        """Click on what a selector names."""
        self.page.locator(selector).first.click()
        self.clicks += 1


def newcomer(browser: Browser, home: Path) -> None:
    """Print clicks and seconds from starting the service to the first decided case."""
    began = time.monotonic()
    with served(home) as service:
        up = time.monotonic() - began
        walk = Walk(browser.new_page(locale="en-US"))
        walk.page.goto(service.address)
        walk.click("a[href='/ui/screen?example']")
        walk.click("#line .act button.main")
        walk.page.wait_for_selector("#decide")
        walk.click("#decide input[value=information_requested]")
        walk.page.locator("#reason_code").select_option("awaiting_documents")
        walk.clicks += 1
        walk.click("#note")
        walk.page.keyboard.type("Asked for the roster of the workshop.")
        walk.click("#decide button.main")
        walk.page.wait_for_selector("#history .note")
        walk.page.close()
    seconds = time.monotonic() - began
    print(
        f"newcomer: {walk.clicks} clicks, {seconds:.1f} s, of which {up:.1f} s until the service answered"
    )


def sent(page: Page, root: str, rows: int) -> str:
    """Return the address of the results of a file of so many lines, sent and screened if not yet."""
    page.goto(f"{root}/batches")
    done = page.locator("tbody a", has_text=f"lines-{rows}.csv")
    if not done.count():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"lines-{rows}.csv"
            write_lines(path, rows, 0.05)
            page.locator("#file").set_input_files(path)
            page.locator("button.main").click()
            page.locator("button[formaction$='/send']").click()
            page.wait_for_selector("table[data-walk]", timeout=1_800_000)
            return page.url
    done.first.click()
    page.wait_for_load_state()
    return page.url


def measured(page: Page, address: str) -> None:
    """Print how long the results take to show, whole and filtered: median and best of several."""
    for name, query in _ASKED.items():
        drawn, answered = [], []
        for _ in range(TIMES):
            page.goto(address + query)
            page.evaluate(_FRAMES)
            drawn.append(page.evaluate(_DRAWN))
            answered.append(page.evaluate(_ANSWERED))
        rows = page.locator("tbody tr").count()
        print(
            f"{name}: drawn after {statistics.median(drawn):.0f} ms (best {min(drawn):.0f}), "
            f"answered after {statistics.median(answered):.0f} ms; {rows} rows shown"
        )


def main() -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--home", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        newcomer(browser, Path(folder) / "new")
        with served(given.home or Path(folder) / "many", "worker") as service:
            page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-US")
            measured(page, sent(page, f"{service.address}/ui", given.rows))
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
