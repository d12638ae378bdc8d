"""A browser at a running service; skipped with its reason where no browser is installed."""

import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx2
import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from api.app import create_app
from screener.pipeline import Screener
from screener.settings import Settings
from screener.storage.repository import Repository
from screener.storage.session import open_database
from screener.worker import run_batch

_CHROMIUM = shutil.which("chromium")
_FLAGS = ["--no-sandbox", "--disable-background-networking"]
_VIOLATIONS = "window.violations = []; document.addEventListener('securitypolicyviolation', "
_VIOLATIONS += "event => window.violations.push(event.violatedDirective + event.blockedURI));"
# A page that never answers must not hang a test; one on a busy machine may take its time.
_WAIT_MILLISECONDS = 20_000
expect.set_options(timeout=_WAIT_MILLISECONDS)
_LINE = {"product_description": "hand crocheted dolls", "supplier_name": "Dandong Crafts"}
_STOP = {**_LINE, "notes": "made in the DPRK at 백토 교화소"}
_AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""All that can differ between light and dark."""
_RUN = "only => axe.run(document, {runOnly: only}).then(found => found.violations.map("
_RUN += "one => one.id + ': ' + one.nodes.map(node => node.target.join(' ')).join(', ')))"
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}"
HOSTILE_FILE = "<img src=x onerror=alert(3)>{{ 7*7 }}.csv"
_CSV = (
    b"Description,Supplier Name,<img src=x onerror=alert(4)>\nhand crocheted dolls,Dandong Crafts,\n"
    b",,\nsteel bolts,<img src=x onerror=alert(5)>{{ 7*7 }},<img src=x onerror=alert(6)>\n"
)


class Site(NamedTuple):
    """A running service: where its pages are, and what it keeps."""

    address: str
    repository: Repository
    home: Path


@contextmanager
def running(screener: Screener, home: Path) -> Iterator[Site]:
    """Run a service on a free port of this machine."""
    settings = Settings(home=home, requests_per_minute=100_000)
    engine = open_database(settings.database())
    repository = Repository(engine)
    app: FastAPI = create_app(screener, repository, settings)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the service did not start"
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Site(f"http://127.0.0.1:{port}/ui", repository, home)
    server.should_exit = True
    thread.join()
    engine.dispose()


@pytest.fixture(scope="session", name="playwright")
def _playwright() -> Iterator[Playwright]:
    """Return what starts browsers; where none is installed, the test is skipped."""
    if _CHROMIUM is None:
        pytest.skip("no chromium is installed; the pages are tested over HTTP alone")
    with sync_playwright() as playwright:
        yield playwright


def launched(playwright: Playwright) -> Browser:
    """Return a Chromium of the system that runs by itself."""
    return playwright.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)


@pytest.fixture(scope="session", name="browser")
def _browser(playwright: Playwright) -> Iterator[Browser]:
    """Return the Chromium that all tests open their tabs in."""
    browser = launched(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session", name="site")
def _site(screener: Screener, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return a service without keys that all tests look at."""
    with running(screener, tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="session", name="ids")
def _ids(site: Site) -> dict[str, str]:
    """Return the ids of what pages show, put there over REST."""
    patch = pytest.MonkeyPatch()
    patch.setenv("SCREENER_HOME", str(site.home))
    with httpx2.Client(base_url=site.address.removesuffix("/ui"), timeout=60) as client:
        records = {"records": [_LINE, _STOP]}
        case, stop = client.post("/v1/screenings", json=records).json()["ids"]
        decision = {"status": "stopped", "reason_code": "signals_confirmed", "note": "Stated."}
        client.post(f"/v1/screenings/{stop}/dispositions", json=decision).raise_for_status()
        waiting, batch = (
            client.post("/v1/batches", files={"file": (HOSTILE_FILE, _CSV)}).json()["batch"]["id"]
            for _ in range(2)
        )
        run_batch(batch)
        # Tests that ran before have left suppliers of their own.
        newest = client.get("/v1/screenings", params={"limit": 1}).json()["screenings"]
        supplier = newest[0]["supplier"]
    patch.undo()
    made = {"case": case, "stop": stop, "batch": batch, "waiting": waiting, "supplier": supplier}
    return {**made, "draft": _draft(site)}


def _draft(site: Site) -> str:
    """Return the id of a file that is being looked at, sent as a browser does."""
    with httpx2.Client(base_url=site.address, follow_redirects=True) as client:
        token = re.search(r'name="csrf" value="([^"]+)"', client.get("/batches").text)
        assert token is not None
        answer = client.post(
            "/batches", data={"csrf": token[1]}, files={"file": (HOSTILE_FILE, _CSV)}
        )
    return answer.url.path.rpartition("/")[2]


Open = Callable[..., Page]


def screened(page: Page, site: Site, **fields: str) -> None:
    """Fill in the example with other fields, and screen it."""
    page.goto(f"{site.address}/screen?example")
    for group in page.locator("details.group").all():
        if group.get_attribute("open") is None:
            group.locator("summary").click()
    for name, text in fields.items():
        page.locator(f"#{name}").fill(text)
    page.get_by_role("button", name="Screen", exact=True).click()


def stays_text(page: Page) -> None:
    """Check that what is hostile is read on the page and made no element of it."""
    expect(page.get_by_text("{{ 7*7 }}").first).to_be_visible()
    assert page.locator("img, script:not([src])").count() == 0


def violations(page: Page, only: Sequence[str] = _TAGS) -> list[str]:
    """Return what axe-core finds on a page against WCAG A and AA, or some of its rules.

    Skips where it is missing.
    """
    if not _AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci --prefix tests/browser")
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate(_RUN, list(only))
    assert isinstance(found, list)
    return found


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.locator(":focus").count() and page.locator(f"{selector}:focus").count():
            return
    pytest.fail(f"the keyboard does not reach {selector}")


@pytest.fixture(name="open_tab")
def _open_tab(browser: Browser) -> Iterator[Open]:
    """Return what opens a tab of its own; afterwards nothing may have left the machine."""
    contexts: list[BrowserContext] = []
    asked: list[str] = []
    problems: list[str] = []

    def open_tab(*, script: bool = True, scheme: str = "light") -> Page:
        context = browser.new_context(
            java_script_enabled=script,
            color_scheme="dark" if scheme == "dark" else "light",
            locale="en-US",
        )
        contexts.append(context)
        context.set_default_timeout(_WAIT_MILLISECONDS)
        context.add_init_script(_VIOLATIONS)
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "console",
            lambda message: (
                problems.append(message.text) if "Content Security Policy" in message.text else None
            ),
        )
        page.on("dialog", lambda dialog: problems.append(f"a dialog: {dialog.message}"))
        return page

    yield open_tab
    for context in contexts:
        for page in context.pages:
            problems += page.evaluate("window.violations || []")
        context.close()
    assert problems == []
    assert [url for url in asked if not url.startswith("http://127.0.0.1:")] == []
