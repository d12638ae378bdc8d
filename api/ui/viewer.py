"""Who looks at a page: the session behind a request, and whether a form is one of ours."""

import hmac
from collections.abc import Callable, Coroutine, Mapping
from typing import Annotated, Any, NamedTuple, TypeVar

from fastapi import Depends, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.datastructures import UploadFile

from api.deps import Service, ServiceDep
from api.security import Caller, caller_of_session
from api.ui.languages import Language, language_of
from api.ui.sessions import COOKIE, Session, Sessions

CSRF = "csrf"
Model = TypeVar("Model", bound=BaseModel)
_MOST_FIELDS = 300
_WRITTEN = ("note", "evidence", "reason")
"""What took thought to write; it is given back where the form is refused."""


class Viewer(NamedTuple):
    """Who looks at a page, in what session and language.

    ``fresh``: the session starts with this answer, so its cookie is sent along.
    """

    caller: Caller
    session: Session
    fresh: bool
    language: Language

    def may(self, scope: str) -> bool:
        """Say whether the viewer may do what a scope allows."""
        return scope in self.caller.scopes


class Posted(NamedTuple):
    """A form that was sent from one of our pages."""

    viewer: Viewer
    fields: Mapping[str, str]
    files: Mapping[str, UploadFile]

    def text(self, name: str) -> str:
        """Return a field without the space around it; empty if it is missing."""
        return self.fields.get(name, "").strip()

    def read(self, model: type[Model], **more: object) -> Model:
        """Return the form as a wire model of REST, each of its fields from the form or given.

        Raises:
            RequestValidationError: A field is wrong.

        """
        names = (name for name in model.model_fields if name in self.fields)
        try:
            return model.model_validate({**{name: self.text(name) for name in names}, **more})
        except ValidationError as error:
            told = [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
            raise RequestValidationError(told) from error


def sessions_of(request: Request) -> Sessions:
    """Return what makes and reads the sessions of an application."""
    sessions = request.app.state.sessions
    assert isinstance(sessions, Sessions)
    return sessions


async def viewer_of(request: Request, service: Service) -> Viewer:
    """Return who looks.

    Raises:
        HTTPException: Nobody signed in where keys exist (401), or as for REST.

    """
    sessions = sessions_of(request)
    given = sessions.read(request.cookies.get(COOKIE, ""))
    try:
        caller = await caller_of_session(request, service, given and given.key)
    except HTTPException as error:
        # Where the last key was never made, a session of a key is one of another database.
        if error.status_code != 401 or given is None or given.key is None:  # noqa: PLR2004
            raise
        given = None
        caller = await caller_of_session(request, service, None)
    session = given or sessions.start(None)
    viewer = Viewer(caller, session, given is None, language_of(request))
    # The page of an error shows it the same way about.
    request.state.viewer = viewer
    return viewer


def viewer_with(scope: str) -> Callable[..., Coroutine[Any, Any, Viewer]]:
    """Return the dependency that shows a page only to those with a scope."""

    async def viewer(request: Request, service: ServiceDep) -> Viewer:
        return _with(scope, await viewer_of(request, service))

    return viewer


def posted_with(scope: str) -> Callable[..., Coroutine[Any, Any, Posted]]:
    """Return the dependency that takes a form of our pages, from those with a scope."""

    async def posted(request: Request, service: ServiceDep) -> Posted:
        viewer = _with(scope, await viewer_of(request, service))
        fields, files = await sent_form(request)
        return Posted(viewer, fields, files)

    return posted


async def sent_form(request: Request) -> tuple[dict[str, str], dict[str, UploadFile]]:
    """Return the fields and files of a form that one of our pages sent.

    Raises:
        HTTPException: It is none of your session's (403).

    """
    form = await request.form(max_fields=_MOST_FIELDS, max_files=1)
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    files = {name: value for name, value in form.items() if isinstance(value, UploadFile)}
    session = sessions_of(request).read(request.cookies.get(COOKIE, ""))
    sent = fields.get(CSRF, "").encode()
    if session is None or not hmac.compare_digest(sent, session.csrf.encode()):
        raise HTTPException(
            403, "the form is not of your session, or the session has ended; load the page again"
        )
    request.state.written = [fields[name] for name in _WRITTEN if fields.get(name, "").strip()]
    return fields, files


def _with(scope: str, viewer: Viewer) -> Viewer:
    if not viewer.may(scope):
        raise HTTPException(403, f"this needs a key with the scope {scope}")
    return viewer


ScreenViewer = Annotated[Viewer, Depends(viewer_with("screen"))]
ReadViewer = Annotated[Viewer, Depends(viewer_with("read"))]
ReviewViewer = Annotated[Viewer, Depends(viewer_with("review"))]
ScreenPosted = Annotated[Posted, Depends(posted_with("screen"))]
ReadPosted = Annotated[Posted, Depends(posted_with("read"))]
ReviewPosted = Annotated[Posted, Depends(posted_with("review"))]
ApprovePosted = Annotated[Posted, Depends(posted_with("approve"))]
