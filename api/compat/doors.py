"""Keys as clients of other services show them: also under the word ``ApiKey``."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.requests import HTTPConnection
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.deps import ServiceDep
from api.security import KEY_SCHEME, Caller, CallerWith

_WORD = "apikey"


class BearerOrApiKey(HTTPBearer):
    """Reads ``Authorization: Bearer KEY``, and ``Authorization: ApiKey KEY`` as its equal."""

    async def __call__(self, request: HTTPConnection) -> HTTPAuthorizationCredentials | None:
        """Return what was shown, None where nothing was or another word stands before it."""
        found = await super().__call__(request)
        word, _, token = request.headers.get("authorization", "").partition(" ")
        if found is None and word.lower() == _WORD and token.strip():
            return HTTPAuthorizationCredentials(scheme=word, credentials=token.strip())
        return found


_EITHER = BearerOrApiKey(auto_error=False, scheme_name=KEY_SCHEME)
_Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_EITHER)]


class ForeignCallerWith(CallerWith):
    """The dependency that lets a client of another service through only with a scope."""

    shown = _EITHER

    async def __call__(
        self, request: Request, service: ServiceDep, credentials: _Credentials
    ) -> Caller:
        """Return who asks."""
        return await super().__call__(request, service, credentials)


ForeignScreener = Annotated[Caller, Depends(ForeignCallerWith("screen"))]
ForeignReader = Annotated[Caller, Depends(ForeignCallerWith("read"))]
