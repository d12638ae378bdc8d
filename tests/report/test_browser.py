"""The report in a browser: it asks for nothing, even if markup got into it, and prints."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.runner import Order, Run
from screener.batch.source import source_of
from screener.pipeline import Screener
from tests.conftest import AS_OF, ROOT

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-extensions",
)  # fmt: skip
PLANTED = '<img src="/leak.png"><script>new Image().src = "/leak-script"</script></body>'
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def _browser() -> None:
    """Skip where no browser is, but not in CI: there it must be installed."""
    if BROWSER is None:
        assert "CI" not in os.environ, "CI needs chromium"
        pytest.skip("chromium is not installed")


class Site:
    """Pages served to a browser, and every path that it asked for."""

    def __init__(self, pages: dict[str, str]) -> None:
        """Prepare to serve pages by their path."""
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                body = pages.get(self.path, "").encode()
                self.send_response(200 if self.path in pages else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def url(self, path: str) -> str:
        """Return the address of a page."""
        return f"http://127.0.0.1:{self.server.server_port}{path}"


@pytest.fixture(scope="module")
def site(screener: Screener, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("browser")
    path = ROOT / "seeds" / "examples" / "illustrations.csv"
    opened = open_file(source_of(path), Dictionary(screener.fields))
    Run(screener, opened, folder, Order(AS_OF, formats=("html",))).execute("hash")
    page = (folder / "report.html").read_text(encoding="utf-8")
    planted = page.replace("</body>", PLANTED)
    site = Site(
        {
            "/report.html": page,
            "/planted.html": planted,
            "/open.html": planted.replace("Content-Security-Policy", "X-None"),
        }
    )
    thread = Thread(target=site.server.serve_forever, daemon=True)
    thread.start()
    yield site
    site.server.shutdown()
    site.server.server_close()
    thread.join()


def browse(tmp_path: Path, url: str, option: str) -> str:
    assert BROWSER is not None
    command = [BROWSER, *QUIET, f"--user-data-dir={tmp_path / 'profile'}", option, url]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120, cwd=tmp_path)
    return done.stdout.decode()


@pytest.mark.parametrize(
    ("path", "leaks"),
    [("/report.html", False), ("/planted.html", False), ("/open.html", True)],
    ids=["as it is", "with markup planted", "with markup and without its policy"],
)
def test_the_page_asks_for_nothing(site: Site, tmp_path: Path, path: str, *, leaks: bool) -> None:
    site.asked.clear()
    dom = browse(tmp_path, site.url(path), "--dump-dom")

    others = {one for one in site.asked if one not in (path, "/favicon.ico")}
    assert path in site.asked
    assert others == ({"/leak.png", "/leak-script"} if leaks else set())
    assert "Records to act on" in dom


def test_it_prints_to_pages_of_text(site: Site, tmp_path: Path) -> None:
    pdf = tmp_path / "report.pdf"
    browse(tmp_path, site.url("/report.html"), f"--print-to-pdf={pdf}")
    data = pdf.read_bytes()

    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") > 3
