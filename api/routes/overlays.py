"""Overlays: where drafts of rules are saved, one file each; nothing there is in use."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Header, HTTPException, Path, Response

from api.deps import Service, ServiceDep
from api.overlay_schemas import DraftOut, DraftSaved, DraftText, OverlayOut, OverlaysOut
from api.overlays import Saving, keep_draft, overlay_in_use, refuse_errors
from api.problems import CONFLICT, NOT_FOUND, Responses, problem_response
from api.responses import JsonResponse
from api.security import KeyFirst, ReadCaller, ReviewCaller
from api.trial_schemas import DraftIn
from api.trials import examined
from screener.errors import InputError, NotStoredError
from screener.storage.overlays import LONGEST_RULE_ID, OVERLAY_NAME, RULE_ID, Place, SavedDraft

router = APIRouter(prefix="/v1/overlays", tags=["rules"], route_class=KeyFirst)
_HELD: Responses = {
    **problem_response(412, "The draft is another than the one that was looked at"),
    **problem_response(428, "There is such a draft: send its ETag as If-Match"),
}
Name = Annotated[str, Path(pattern=OVERLAY_NAME)]
Rule = Annotated[str, Path(pattern=RULE_ID, max_length=LONGEST_RULE_ID)]
IfMatch = Annotated[
    str | None,
    Header(max_length=1_000, description="The ETag of the draft that was looked at, or `*`."),
]


def _place(name: Name, rule: Rule) -> Place:
    return Place(name, rule)


@router.get("", response_model=OverlaysOut)
def overlays(service: ServiceDep, _: ReadCaller) -> Response:
    """Return overlays with drafts, and the company's own one that is in use."""
    found = service.repository.overlays.all(service.home)
    in_use = overlay_in_use(service.screener)
    body = {
        "overlays": [{**one._asdict(), "drafts": len(one.drafts)} for one in found],
        "in_use": in_use._asdict() if in_use is not None else None,
    }
    return _answer(body, service)


@router.get("/{name}", response_model=OverlayOut, responses=NOT_FOUND)
def overlay(name: Name, service: ServiceDep, _: ReadCaller) -> Response:
    """Return one overlay with its drafts, without their texts."""
    found = service.repository.overlays.get(service.home, name)
    shown = ("rule", "path", "hash", "saved_at")
    drafts = [{part: getattr(one, part) for part in shown} for one in found.drafts]
    return _answer({"overlay": {**found._asdict(), "drafts": drafts}}, service)


@router.get("/{name}/drafts/{rule}", response_model=DraftOut, responses=NOT_FOUND)
def draft(place: Annotated[Place, Depends(_place)], service: ServiceDep, _: ReadCaller) -> Response:
    """Return a draft; its ETag is what a change of it has to send as `If-Match`."""
    found = service.repository.overlays.draft(service.home, place)
    return _answer({"draft": found._asdict()}, service, of=found)


@router.put(
    "/{name}/drafts/{rule}",
    response_model=DraftSaved,
    responses={201: {"model": DraftSaved, "description": "A new draft"}, **CONFLICT, **_HELD},
)
def save(
    place: Annotated[Place, Depends(_place)],
    body: DraftText,
    service: ServiceDep,
    caller: ReviewCaller,
    if_match: IfMatch = None,
) -> Response:
    """Save a draft after every check; one that is there is replaced only with `If-Match`.

    Only a rule without errors and with `status: draft` is saved, under its own id.
    """
    # Rule files end their lines as the checker counts them.
    text = body.text.replace("\r\n", "\n")
    before = _before(place, service)
    seen = _seen(before, if_match, text)
    found = examined(DraftIn(text=text), service)
    refuse_errors(found.draft)
    if found.draft.subject != place.rule:
        message = f"the text holds {found.draft.subject}; send it under its own id"
        raise InputError(message)
    kept = keep_draft(found.draft, Saving(text, place.overlay, caller.person, seen), service)
    told = {
        "draft": kept._asdict(),
        "diagnostics": found.draft.found,
        "tests": found.tests,
    }
    return _answer(told, service, of=kept, status=201 if before is None else 200)


@router.delete("/{name}/drafts/{rule}", response_model=DraftOut, responses={**NOT_FOUND, **_HELD})
def remove(
    place: Annotated[Place, Depends(_place)],
    service: ServiceDep,
    caller: ReviewCaller,
    if_match: IfMatch = None,
) -> Response:
    """Remove a draft; who did it stays on record. An overlay goes with its last draft."""
    found = service.repository.overlays.draft(service.home, place)
    seen = _seen(found, if_match) or ""
    gone = service.repository.overlays.remove(service.home, place, seen=seen, actor=caller.person)
    return _answer({"draft": gone._asdict()}, service)


def _before(place: Place, service: Service) -> SavedDraft | None:
    try:
        return service.repository.overlays.draft(service.home, place)
    except NotStoredError:
        return None


def _seen(before: SavedDraft | None, if_match: str | None, text: str | None = None) -> str | None:
    """Return the hash of the draft that a request looked at; None if it knows of none.

    To save the text that is there changes nothing, so that a request may be repeated.

    Raises:
        HTTPException: It does not say which, and there is one (428).

    """
    if if_match is None:
        if before is not None and before.text != text:
            raise HTTPException(428, "there is such a draft; send its ETag as If-Match")
        return None
    given = [one.strip() for one in if_match.split(",")]
    if before is not None and ("*" in given or f'"{before.hash}"' in given):
        return before.hash
    # Whatever it looked at, it is not what is there.
    return ""


def _answer(
    body: Mapping[str, object],
    service: Service,
    *,
    of: SavedDraft | None = None,
    status: int = 200,
) -> Response:
    whole = {**body, "snapshot": service.screener.snapshot()}
    headers = {"ETag": f'"{of.hash}"'} if of is not None else None
    return JsonResponse(whole, status, headers)
