"""What the OpenAPI document says is what the service does, on generated requests."""

import os
from collections.abc import Iterator
from typing import NamedTuple

import pytest
import schemathesis
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, given, settings, strategies
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.app import ROUTERS, create_app
from screener.model.access import SCOPES
from screener.pipeline import Screener
from screener.settings import Settings
from screener.storage.repository import Repository
from screener.storage.session import connect, upgrade
from tests.api.conftest import HOST

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
ROUTES = [
    (method, route.path)
    for module in ROUTERS
    for route in module.router.routes
    if isinstance(route, APIRoute)
    for method in sorted(route.methods or ())
]
assert ROUTES, "no route was found"
FEW = int(os.environ.get("SCREENER_TEST_CASES", "6"))
"""Cases for each route; benchmarks/soak/openapi.py asks for more."""


class Asked(NamedTuple):
    """The document of a service, and the header that opens all of it."""

    document: schemathesis.BaseSchema
    headers: dict[str, str]


@pytest.fixture(scope="module", name="asked")
def _asked(screener: Screener, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    folder = tmp_path_factory.mktemp("store")
    engine = connect(f"sqlite:///{folder}/store.sqlite3")
    upgrade(engine)
    repository = Repository(engine)
    app = create_app(screener, repository, Settings(home=folder, requests_per_minute=10**9))
    token = repository.keys.create("everyone", SCOPES, actor="test").token
    document = schemathesis.openapi.from_asgi("/openapi.json", app)
    yield Asked(document, {"Authorization": f"Bearer {token}"})
    engine.dispose()


@pytest.mark.parametrize("route", ROUTES, ids=" ".join)
@settings(
    max_examples=FEW, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(data=strategies.data())
def test_nothing_fails_and_nothing_is_undocumented(
    asked: Asked, route: tuple[str, str], data: strategies.DataObject
) -> None:
    method, path = route
    operation = asked.document[path][method]
    kinds = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]

    case = data.draw(strategies.one_of(kinds))

    case.call_and_validate(base_url=HOST, headers=asked.headers, checks=CHECKS)
