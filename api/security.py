"""Who asks, and whether they may: keys, their scopes, and how often they may ask."""

import ipaddress
from collections.abc import Callable, Coroutine
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from fastapi import Depends, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.routing import APIRoute
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.datastructures import URL

from api.deps import Service, ServiceDep, service_of
from api.doubtful import refuse_doubtful_json
from screener.errors import NotStoredError
from screener.model.access import SCOPES, Key, Scope
from screener.storage.chain import now

LOCAL = "local"
"""Who asks where no key exists: whoever sits at this machine."""

KEY_SCHEME = "key"
BEARER = HTTPBearer(
    auto_error=False,
    scheme_name=KEY_SCHEME,
    description="A key of the service, as `screener db keys create` or `POST /v1/keys` showed it. "
    "Not needed on loopback while no key exists.",
)


class Caller(NamedTuple):
    """Who asks: the person that decisions are put down to, and the key it was shown by."""

    person: str
    key: str | None
    scopes: tuple[Scope, ...]


Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)]


class CallerWith:
    """The dependency that lets a request through only with a scope."""

    shown: HTTPBearer = BEARER
    """What reads the key from a request."""

    def __init__(self, scope: Scope) -> None:
        """Keep the scope."""
        self.scope = scope

    async def __call__(
        self, request: Request, service: ServiceDep, credentials: Credentials
    ) -> Caller:
        """Return who asks; a request is looked at once, however often it is asked."""
        found: Caller | None = getattr(request.state, "caller", None)
        if found is None:
            found = await _caller(request, service, credentials)
            if self.scope not in found.scopes:
                raise HTTPException(403, f"this needs a key with the scope {self.scope}")
            request.state.caller = found
        return found


class KeyFirst(APIRoute):
    """A route that looks at the key before it reads anything of the body, and then at all of it."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""
        answer = super().get_route_handler()
        doors = [one.call for one in self.dependant.dependencies]
        door = next((one for one in doors if isinstance(one, CallerWith)), None)
        if door is None:
            return answer

        async def handler(request: Request) -> Response:
            await door(request, service_of(request), await door.shown(request))
            await refuse_doubtful_json(request)
            return await answer(request)

        return handler


ScreenCaller = Annotated[Caller, Depends(CallerWith("screen"))]
ReadCaller = Annotated[Caller, Depends(CallerWith("read"))]
ReviewCaller = Annotated[Caller, Depends(CallerWith("review"))]
ApproveCaller = Annotated[Caller, Depends(CallerWith("approve"))]
AdminCaller = Annotated[Caller, Depends(CallerWith("admin"))]


async def _caller(
    request: Request, service: Service, credentials: HTTPAuthorizationCredentials | None
) -> Caller:
    keys = service.repository.keys
    if credentials is None:
        if "authorization" in request.headers or keys.exist():
            raise _unknown("this needs a key: Authorization: Bearer KEY")
        _check_host(request)
        return Caller(LOCAL, None, SCOPES)
    return await caller_of_token(service, credentials.credentials)


async def caller_of_token(service: Service, token: str) -> Caller:
    """Return who shows a key.

    Raises:
        HTTPException: The key does not count (401), or it asks too often (429).

    """
    # Proving a key is slow on purpose, so it must not hold up other requests.
    return _let_in(service, await run_in_threadpool(service.repository.keys.recognised, token))


async def caller_of_session(request: Request, service: Service, key: str | None) -> Caller:
    """Return who signed in with a key before, by its id; None is whoever sits at this machine.

    Raises:
        HTTPException: The key does not count any more, or one is needed now (401); the request
            is to no loopback address (403); the key asks too often (429).

    """
    keys = service.repository.keys
    if key is not None:
        try:
            return _let_in(service, await run_in_threadpool(keys.get, key))
        except NotStoredError as error:
            raise _unknown("the key is unknown") from error
    if keys.exist():
        raise _unknown("this needs a key")
    _check_host(request)
    return Caller(LOCAL, None, SCOPES)


def _let_in(service: Service, key: Key | None) -> Caller:
    if key is None or not key.usable(now()):
        raise _unknown("the key is unknown, revoked or past its end")
    wait = service.limiter.wait_seconds(key.id)
    if wait:
        raise HTTPException(
            429, "too many requests with this key", headers={"Retry-After": str(wait)}
        )
    return Caller(key.owner, key.id, key.scopes)


def _unknown(detail: str) -> HTTPException:
    return HTTPException(401, detail, headers={"WWW-Authenticate": "Bearer"})


def _check_host(request: Request) -> None:
    """Refuse a name that only points to this machine: a web page could have sent the request."""
    if not _asks_loopback(request.headers.get("host", "")):
        raise HTTPException(
            403, "while no key exists, only requests to a loopback address are answered"
        )


@lru_cache(maxsize=64)
def _asks_loopback(host: str) -> bool:
    """Say whether a header names an address of this machine, with or without a port."""
    return loopback(URL(f"http://{host}").hostname or "")


def loopback(host: str) -> bool:
    """Say whether an address is of this machine alone.

    >>> loopback("127.0.0.1"), loopback("::1"), loopback("0.0.0.0"), loopback("localhost")
    (True, True, False, True)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
