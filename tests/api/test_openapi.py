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
from tests.conftest import DATABASE
from tests.databases import KINDS, Server

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
CASES = os.environ.get("SCREENER_TEST_CASES")
"""Cases for each route; benchmarks/soak/openapi.py asks for many, by a seed of its own."""
KIND = os.environ.get("SCREENER_TEST_DATABASE", KINDS[0])


class Asked(NamedTuple):
    """The document of a service, and the header that opens all of it."""

    document: schemathesis.BaseSchema
    headers: dict[str, str]


@pytest.fixture(scope="module", name="store")
def _store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Return the address of an empty database of the kind that is wanted."""
    if KIND == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('store')}/store.sqlite3"
        return
    server: Server = request.getfixturevalue("server")
    yield server.address(DATABASE)
    server.empty(DATABASE)


@pytest.fixture(scope="module", name="asked")
def _asked(
    screener: Screener, store: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Asked]:
    folder = tmp_path_factory.mktemp("home")
    engine = connect(store)
    upgrade(engine)
    repository = Repository(engine)
    app = create_app(screener, repository, Settings(home=folder, requests_per_minute=10**9))
    token = repository.keys.create("everyone", SCOPES, actor="test").token
    document = schemathesis.openapi.from_asgi("/openapi.json", app)
    yield Asked(document, {"Authorization": f"Bearer {token}"})
    engine.dispose()


@pytest.mark.parametrize("route", ROUTES, ids=" ".join)
@settings(
    max_examples=int(CASES or "6"),
    deadline=None,
    derandomize=CASES is None,
    database=None,
    suppress_health_check=list(HealthCheck),
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
