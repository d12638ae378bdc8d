"""What the OpenAPI document says is what the service does, on generated requests."""

import os
from collections.abc import Iterator

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
from screener.pipeline import Screener
from screener.settings import Settings
from screener.storage.repository import Repository
from screener.storage.session import connect, upgrade

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


@pytest.fixture(scope="module", name="document")
def _document(
    screener: Screener, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[schemathesis.BaseSchema]:
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('store')}/store.sqlite3")
    upgrade(engine)
    app = create_app(screener, Repository(engine), Settings())
    yield schemathesis.openapi.from_asgi("/openapi.json", app)
    engine.dispose()


@pytest.mark.parametrize("route", ROUTES, ids=" ".join)
@settings(
    max_examples=FEW, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(data=strategies.data())
def test_nothing_fails_and_nothing_is_undocumented(
    document: schemathesis.BaseSchema, route: tuple[str, str], data: strategies.DataObject
) -> None:
    method, path = route
    operation = document[path][method]
    kinds = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]

    case = data.draw(strategies.one_of(kinds))

    case.call_and_validate(checks=CHECKS)
