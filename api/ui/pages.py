"""Pages made from templates; everything in them that is not a template is escaped."""

import re
from collections.abc import Mapping
from functools import cache, partial
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.errors import Told
from api.ui import languages, sessions
from api.ui.languages import NAMES, Language, language_of
from api.ui.viewer import Viewer, sessions_of
from api.ui.words import (
    ASKS_FOR,
    CAUSES,
    FAMILIES,
    FIELDS,
    ITEMS,
    LEFT_OPEN,
    PROBLEMS,
    REMARKS,
    SEVERITIES,
    STATES,
    TIERS,
    WHY_READ,
    WORDS,
)

ROOT = "/ui"
_SEE_OTHER = 303


# Names of columns are told from the words of a rule by the line in them.
_COLUMN = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")


def _named(language: Language, text: str) -> str:
    """Return a rule in words with the columns in it as pages call them."""

    def name(found: re.Match[str]) -> str:
        known = FIELDS.get(found[0])
        return f"“{language.texts.gettext(known)}”" if known else found[0]

    return _COLUMN.sub(name, text)


# What a sentence of a rule leaves open until it is said of a record.
_OPEN = re.compile(r"\{([a-z_]+)\}")


def _sentence(language: Language, text: str) -> str:
    """Return the sentence of a rule with what it leaves open in words, in brackets."""

    def open_place(found: re.Match[str]) -> str:
        known = LEFT_OPEN.get(found[1]) or FIELDS.get(found[1])
        return f"[{language.texts.gettext(known)}]" if known else found[0]

    return _OPEN.sub(open_place, text)


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
        script=language.script,
        named=partial(_named, language),
        sentence=partial(_sentence, language),
    )
    made.globals.update(
        TIERS=TIERS,
        STATES=STATES,
        CAUSES=CAUSES,
        WORDS=WORDS,
        FAMILIES=FAMILIES,
        FIELDS=FIELDS,
        WHY_READ=WHY_READ,
        REMARKS=REMARKS,
        ITEMS=ITEMS,
        SEVERITIES=SEVERITIES,
        PROBLEMS=PROBLEMS,
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
    viewer: Viewer | None = getattr(request.state, "viewer", None)
    back = _page_before(request)
    body = (
        _templates(language)
        .get_template("error.html")
        .render(
            viewer=viewer,
            language=language,
            path=(back or f"{ROOT}/").removeprefix(ROOT)
            if request.method == "POST"
            else _path(request),
            csrf=viewer.session.csrf if viewer is not None else None,
            told=told,
            back=back,
            written=getattr(request.state, "written", ()),
        )
    )
    response = HTMLResponse(body, status_code=told.status)
    if viewer is not None and viewer.fresh:
        set_session(request, response, viewer.session.cookie)
    return response


def page_of_sign_in(request: Request, following: str, *, refused: bool = False) -> Response:
    """Return the page on which a key is shown, with a session of nobody for its form."""
    language = language_of(request)
    session = sessions_of(request).start(None)
    body = _templates(language).get_template("sign_in.html").render(
        viewer=None, language=language, path="/sign-in", csrf=session.csrf, following=following,
        refused=refused,
    )  # fmt: skip
    response = HTMLResponse(body, status_code=401 if refused else 200)
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


def _page_before(request: Request) -> str | None:
    """Return the page of ours from which a form was sent, if the browser says which."""
    before = urlsplit(request.headers.get("referer", ""))
    ours = before.netloc == request.url.netloc and before.path.startswith(f"{ROOT}/")
    return before.path if ours and request.method == "POST" else None


def _path(request: Request) -> str:
    """Return the path of a page below the root of the workbench."""
    return request.url.path.removeprefix(ROOT) or "/"
