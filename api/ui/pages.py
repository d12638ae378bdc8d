"""Pages made from templates; everything in them that is not a template is escaped."""

from collections.abc import Mapping
from functools import cache

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.errors import Told
from api.ui import languages, sessions
from api.ui.languages import NAMES, Language, language_of
from api.ui.viewer import Viewer, sessions_of
from api.ui.words import (
    ASKS_FOR,
    FAMILIES,
    FIELDS,
    ITEMS,
    SEVERITIES,
    STATES,
    TIERS,
    WHY_READ,
    WORDS,
)

ROOT = "/ui"
_SEE_OTHER = 303


@cache
def _templates(language: Language) -> Environment:
    made = Environment(
        loader=PackageLoader("api.ui"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(language.texts, newstyle=True)  # type: ignore[attr-defined]  # of the extension
    made.filters.update(
        day=language.day,
        time=language.time,
        month=language.month,
        number=language.number,
        share=language.share,
    )
    made.globals.update(
        TIERS=TIERS,
        STATES=STATES,
        WORDS=WORDS,
        FAMILIES=FAMILIES,
        FIELDS=FIELDS,
        WHY_READ=WHY_READ,
        ITEMS=ITEMS,
        SEVERITIES=SEVERITIES,
        ASKS_FOR=ASKS_FOR,
        LANGUAGES=NAMES,
    )
    return made


def page(
    request: Request,
    viewer: Viewer,
    template: str,
    content: Mapping[str, object],
    *,
    status: int = 200,
) -> Response:
    """Return a page for a viewer."""
    body = (
        _templates(viewer.language)
        .get_template(template)
        .render(
            viewer=viewer,
            language=viewer.language,
            path=_path(request),
            csrf=viewer.session.csrf,
            **content,
        )
    )
    response = HTMLResponse(body, status_code=status)
    if viewer.fresh:
        set_session(request, response, viewer.session.cookie)
    return response


def page_of_error(request: Request, told: Told) -> Response:
    """Return the page of an error; one who has to sign in is led there."""
    language = language_of(request)
    if told.status == 401 and request.method == "GET":  # noqa: PLR2004
        return to(f"/sign-in?next={_path(request)}")
    body = (
        _templates(language)
        .get_template("error.html")
        .render(viewer=None, language=language, path=_path(request), csrf=None, told=told)
    )
    return HTMLResponse(body, status_code=told.status)


def page_of_sign_in(request: Request, following: str, *, refused: str | None = None) -> Response:
    """Return the page on which a key is shown, with a session of nobody for its form."""
    language = language_of(request)
    session = sessions_of(request).start(None)
    body = _templates(language).get_template("sign_in.html").render(
        viewer=None, language=language, path="/sign-in", csrf=session.csrf, following=following,
        refused=refused,
    )  # fmt: skip
    response = HTMLResponse(body, status_code=200 if refused is None else 401)
    set_session(request, response, session.cookie)
    return response


def to(path: str) -> Response:
    """Return the answer that leads to a page, as after a form."""
    return RedirectResponse(f"{ROOT}{path}", status_code=_SEE_OTHER)


def set_session(request: Request, response: Response, cookie: str) -> None:
    """Send the cookie of a session; no script reads it and no other site causes it to be sent."""
    response.set_cookie(
        sessions.COOKIE,
        cookie,
        max_age=sessions.LASTS_SECONDS,
        path=ROOT,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )


def set_language(response: Response, code: str) -> None:
    """Remember a language; a code that is none is left out."""
    if code in NAMES:
        response.set_cookie(
            languages.COOKIE, code, max_age=_YEAR_SECONDS, path=ROOT, httponly=True, samesite="lax"
        )


_YEAR_SECONDS = 365 * 24 * 60 * 60


def _path(request: Request) -> str:
    """Return the path of a page below the root of the workbench."""
    return request.url.path.removeprefix(ROOT) or "/"
