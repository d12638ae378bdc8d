"""The way in: signing in with a key, signing out, choosing a language."""

import re

from fastapi import APIRouter, HTTPException, Request, Response

from api.deps import ServiceDep
from api.security import caller_of_token
from api.ui.pages import ROOT, page_of_sign_in, set_language, set_session, to
from api.ui.sessions import COOKIE
from api.ui.viewer import sent_form, sessions_of, viewer_of

router = APIRouter()
# A path of ours and nothing else: a sign-in must not lead elsewhere.
_OUR_PATH = re.compile(r"/|(?:/[a-zA-Z0-9_.:-]+)+")


@router.get("/")
async def home(request: Request, service: ServiceDep) -> Response:
    """Lead to the form that screens one line, or to the queue for those who may only read."""
    viewer = await viewer_of(request, service)
    return to("/screen" if viewer.may("screen") else "/queue")


@router.get("/sign-in")
async def ask_for_key(request: Request) -> Response:
    """Ask for a key."""
    return page_of_sign_in(request, _following(request.query_params.get("next")))


@router.post("/sign-in")
async def sign_in(request: Request, service: ServiceDep) -> Response:
    """Start a session for the holder of a key; wrong keys are counted by where they come from."""
    fields, _ = await sent_form(request)
    following = _following(fields.get("following"))
    place = request.client.host if request.client is not None else ""
    wait = service.limiter.wait_seconds(f"sign-in {place}")
    if wait:
        raise HTTPException(429, "too many attempts", headers={"Retry-After": str(wait)})
    try:
        caller = await caller_of_token(service, fields.get("key", "").strip())
    except HTTPException as error:
        if error.status_code != 401:  # noqa: PLR2004
            raise
        return page_of_sign_in(request, following, refused=True)
    response = to(following)
    set_session(request, response, sessions_of(request).start(caller.key).cookie)
    return response


@router.post("/sign-out")
async def sign_out(request: Request) -> Response:
    """End the session in this browser."""
    await sent_form(request)
    response = to("/sign-in")
    response.delete_cookie(COOKIE, path=ROOT, httponly=True, samesite="strict")
    return response


@router.post("/language")
async def choose_language(request: Request) -> Response:
    """Remember a language; it changes nothing but how pages read."""
    fields, _ = await sent_form(request)
    response = to(_following(fields.get("following")))
    set_language(response, fields.get("code", ""))
    return response


def _following(path: str | None) -> str:
    return path if path is not None and _OUR_PATH.fullmatch(path) else "/"
