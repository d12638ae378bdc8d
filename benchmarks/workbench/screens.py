"""Pictures of every screen of the workbench, to be looked at by people.

Run: ``python -m benchmarks.workbench.screens FOLDER [--only NAME ...] [--languages en zh-CN ko-KR]``; needs
Chromium. A service with a worker runs on loopback over a data directory of its own, filled as after some
weeks of work. Each screen is taken 1280 and 390 pixels wide, light and dark; other languages are taken light
and wide. Prints what is wider than its window; exit code 1 if anything is, or if a screen is not reached.
"""

import argparse
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.workbench.seeded import CRAFTS, Seeded, seeded
from benchmarks.workbench.service import Service, served
from tests.rule_drafts import DRAFT, ROWS

_WIDTHS = (1280, 390)
_LANGUAGES = ("en-US", "zh-CN", "ko-KR")
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_PASTED = (
    "PO\tDescription\tVendor\tCity\tOrigin\tUnit price\n"
    "4711\tcrochet hats\t丹东手工艺品厂\tDandong\tCN\t0.80\n"
)
Shown = Callable[[Page, str, dict[str, str]], None]


class View(NamedTuple):
    """How a picture is taken: language, width in pixels, and whether dark."""

    language: str
    width: int
    dark: bool

    @property
    def name(self) -> str:
        """Return it as part of a file's name."""
        return f"{self.language}-{self.width}-{'dark' if self.dark else 'light'}"


def _at(path: str) -> Shown:
    def show(page: Page, root: str, ids: dict[str, str]) -> None:
        page.goto(root + path.format(**ids))

    return show


def _pasted(page: Page, root: str, ids: dict[str, str]) -> None:
    del ids
    page.goto(f"{root}/screen")
    page.locator("#row").fill(_PASTED)
    page.locator("form[action='/ui/screen/paste'] button").click()


def _refused(page: Page, root: str, ids: dict[str, str]) -> None:
    del ids
    page.goto(f"{root}/screen")
    page.locator("#product_description").fill("dolls")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.locator("#line_id").fill("x" * 1_100)
    page.locator("#line button").click()
    page.locator(".refusal").wait_for()


def _drafted(page: Page, root: str, ids: dict[str, str]) -> None:
    del ids
    text = "PO No.,Item,Vendor Name,Ctry,ETD,Remarks,Ref X\n"
    text += "".join(
        f"PO-{at},crochet hats {at},Yalu Trading,CN,2026-10-{at + 1:02},来料加工,A{at}\n"
        for at in range(24)
    )
    page.goto(f"{root}/batches")
    page.locator("#file").set_input_files(
        {"name": "orders of november.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )
    page.locator("button.main").click()


def _edited(text: str, act: str, *, batch: bool = False) -> Shown:
    def show(page: Page, root: str, ids: dict[str, str]) -> None:
        page.goto(f"{root}/rules/editor")
        page.locator("#yaml").fill(text)
        if batch:
            page.locator("#batch").select_option(ids["batch"])
        elif act == "try":
            page.locator("#rows").fill(ROWS)
        page.locator(f"button[value={act}]").click()

    return show


def _found(path: str, asked: str) -> Shown:
    def show(page: Page, root: str, ids: dict[str, str]) -> None:
        del ids
        page.goto(root + path)
        page.locator("#name").fill(asked)
        page.locator("#name").press("Enter")

    return show


def _signing_in(page: Page, root: str, ids: dict[str, str]) -> None:
    del ids
    page.context.clear_cookies()
    page.goto(f"{root}/queue")
    page.locator("#key").fill("fls_wrong")
    page.locator("button.main").click()


_CLEAR = "{ILL-35}"
SCREENS: dict[str, Shown] = {
    "screen": _at("/screen?example"),
    "screen-pasted": _pasted,
    "screen-refused": _refused,
    "case-t4": _at("/screenings/{PO-1045}"),
    "case-t3": _at("/screenings/{ILL-13}"),
    "case-t2": _at("/screenings/{PO-1041}"),
    "case-t1": _at("/screenings/{PO-1043}"),
    "case-t0": _at(f"/screenings/{_CLEAR}"),
    "case-hangul": _at("/screenings/{ILL-06}"),
    "case-han": _at("/screenings/{ILL-05}"),
    "queue": _at("/queue"),
    "queue-held": _at("/queue?state=held&tier=T1"),
    "batches": _at("/batches"),
    "batch-draft": _drafted,
    "batch": _at("/batches/{batch}"),
    "batch-filtered": _at("/batches/{batch}?tier=T3&sort=supplier"),
    "batch-row": _at("/batches/{batch}/rows/1"),
    "report": _at("/batches/{batch}/report"),
    "suppliers": _at("/suppliers"),
    "suppliers-found": _found("/suppliers", "丹东"),
    "supplier": _at("/suppliers/{supplier}"),
    "rules": _at("/rules"),
    "rule": _at("/rules/entity.detention-site"),
    "editor": _at("/rules/editor?from=dprk.border-handwork"),
    "editor-error": _edited(DRAFT.replace("family:", "famly:"), "check"),
    "editor-tried": _edited(DRAFT, "try"),
    "editor-batch": _edited(DRAFT.replace("[steel bolts]", "[toy, toys]"), "try", batch=True),
    "editor-saved": _edited(DRAFT, "save"),
    "lists": _at("/lists"),
    "lists-found": _found("/lists", "백토교화소"),
    "list": _at("/lists/dprk-parties"),
    "entry": _at("/lists/dprk-parties/entries/E-PAEKTO"),
    "evidence": _at("/evidence"),
    "source": _at("/evidence/asia-review-2026"),
    "claim": _at("/evidence/claims/B-11"),
    "error": _at("/rules/none.such"),
    "sign-in": _signing_in,
}


def _views(languages: list[str]) -> Iterator[View]:
    for language in languages:
        if language == _LANGUAGES[0]:
            yield from (View(language, width, dark) for width in _WIDTHS for dark in (False, True))
        else:
            yield View(language, _WIDTHS[0], dark=False)


def _tab(browser: Browser, view: View, root: str, key: str) -> Page:
    context = browser.new_context(
        viewport={"width": view.width, "height": 900},
        locale=view.language,
        color_scheme="dark" if view.dark else "light",
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(f"{root}/sign-in")
    page.locator("#key").fill(key)
    page.locator("button.main").click()
    page.wait_for_load_state()
    return page


def taken(
    browser: Browser, service: Service, found: Seeded, view: View, folder: Path, names: list[str]
) -> list[str]:
    """Take the pictures of one view; return what is wrong with them."""
    root = f"{service.address}/ui"
    page = _tab(browser, view, root, found.keys["second person" if view.dark else "analyst"])
    wrong = []
    for name in names:
        SCREENS[name](page, root, found.ids)
        page.wait_for_load_state()
        wider = page.evaluate(_WIDER)
        if wider > 0:
            wrong.append(f"{name} {view.name}: {wider} pixels wider than the window")
        page.screenshot(path=folder / f"{name}-{view.name}.png", full_page=True)
    if view == View(_LANGUAGES[0], _WIDTHS[0], dark=False) and "case-t4" in names:
        page = _tab(browser, view, root, found.keys["analyst"])
        SCREENS["case-t4"](page, root, found.ids)
        page.emulate_media(media="print")
        page.screenshot(path=folder / "case-t4-print.png", full_page=True)
    page.context.close()
    return wrong


def main() -> int:
    """Take every picture; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build/screens"))
    parser.add_argument("--only", nargs="+", choices=SCREENS, default=list(SCREENS))
    parser.add_argument("--languages", nargs="+", choices=_LANGUAGES, default=list(_LANGUAGES))
    parser.add_argument("--home", type=Path, help="A data directory to keep and to use again.")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    wrong: list[str] = []
    with (
        tempfile.TemporaryDirectory() as home,
        served(given.home or Path(home), "worker") as service,
        sync_playwright() as playwright,
    ):
        found = seeded(service)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])  # fmt: skip
        for view in _views(given.languages):
            # Signing in ends the session of the others, so it comes last as in SCREENS.
            names = [name for name in SCREENS if name in given.only]
            wrong += taken(browser, service, found, view, given.folder, names)
        browser.close()
    print("\n".join([*wrong, f"{CRAFTS}: pictures lie in {given.folder}"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
