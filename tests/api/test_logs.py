"""What stands in the logs: ids, routes and kinds of errors, and no name that was sent."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from screener.logs import formatter
from tests.api.conftest import HOST

NAME = "Zweifelsohne Strickwaren"
RECORD: dict[str, object] = {
    "line_id": "1",
    "supplier_name": NAME,
    "product_description": "knitted gloves",
}
REQUESTS: tuple[tuple[str, dict[str, object]], ...] = (
    ("/v1/screenings", RECORD),
    ("/v1/screenings", {"records": [RECORD, {"supplier_name": [NAME]}]}),
    ("/v1/screenings", {"supplier_name": NAME, "supplier_nam": NAME}),
    ("/v1/matches", {"names": [NAME]}),
    ("/v1/compare", {"a": NAME, "b": NAME}),
    ("/v1/suppliers/search", {"name": NAME}),
    ("/v1/rules/try", {"text": f"rule: {NAME}", "records": [RECORD]}),
)
PLACES = (
    (f"/v1/entries/{NAME}", "/v1/entries/{entry_id}"),
    (f"/v1/entries?limit={NAME}", "none"),
    (f"/{NAME}", "none"),
    (f"/ui/lists/{NAME}", "/ui/lists/{list_id}"),
    (f"/ui/static/{NAME}", "/ui/static"),
    (f"/ui/{NAME}", "/ui"),
)


@pytest.fixture(name="written")
def _written() -> Iterator[io.StringIO]:
    """Return what all loggers write, at their most talkative, as a service writes it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)


def lines(written: io.StringIO, logger: str = "") -> list[dict[str, object]]:
    """Return the lines of a logger, each of which is one JSON object."""
    read = [json.loads(line) for line in written.getvalue().splitlines()]
    return [line for line in read if str(line["logger"]).startswith(logger)]


@pytest.mark.parametrize(("path", "body"), REQUESTS)
def test_a_request_leaves_no_name_in_a_log(
    shared: TestClient, written: io.StringIO, path: str, body: dict[str, object]
) -> None:
    answer = shared.post(path, json=body)

    assert answer.status_code in (200, 422)
    assert [line["route"] for line in lines(written, "screener.access")] == [path]
    assert "Zweifelsohne" not in written.getvalue()


@pytest.mark.parametrize(("path", "route"), PLACES)
def test_a_name_in_an_address_is_not_logged(
    shared: TestClient, written: io.StringIO, path: str, route: str
) -> None:
    shared.get(path)

    assert [line["route"] for line in lines(written, "screener.access")] == [route]
    # The client of the test logs addresses; the service does not.
    assert "Zweifelsohne" not in json.dumps(
        [line for line in lines(written) if not str(line["logger"]).startswith("httpx")]
    )


def test_an_error_of_ours_leaves_no_name_in_log_or_answer(
    app: FastAPI, written: io.StringIO
) -> None:
    app.state.service = app.state.service._replace(screener=None)

    with TestClient(app, base_url=HOST, raise_server_exceptions=False) as client:
        answer = client.post("/v1/screenings", json=RECORD, headers={"X-Request-ID": "r-1"})

    (line,) = lines(written, "screener.access")
    assert (answer.status_code, line["status"]) == (500, 500)
    assert answer.headers["X-Request-ID"] == line["request_id"] == "r-1"
    assert "Zweifelsohne" not in written.getvalue() + answer.text


def test_an_error_is_told_by_kind_and_place_alone(written: io.StringIO) -> None:
    error = ValueError(NAME)
    error.__cause__ = KeyError(NAME)
    try:
        raise error
    except ValueError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application\n%s", NAME)

    (line,) = lines(written, "uvicorn.error")
    assert line["error"] == "ValueError from KeyError"
    assert str(line["places"]).count("test_logs.py") == 1
    assert "Zweifelsohne" not in written.getvalue()


def test_the_id_of_a_request_comes_back_and_stands_in_its_lines(
    shared: TestClient, written: io.StringIO
) -> None:
    answer = shared.get("/readyz", headers={"X-Request-ID": "erp-4711.a"})

    assert answer.headers.get_list("X-Request-ID") == ["erp-4711.a"]
    assert {line["request_id"] for line in lines(written, "screener")} == {"erp-4711.a"}


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, 'a"b', "a\tb"])
def test_an_id_that_is_none_is_replaced(shared: TestClient, given: str) -> None:
    answers = [shared.get("/readyz", headers={"X-Request-ID": given}) for _ in range(2)]

    ids = {answer.headers["X-Request-ID"] for answer in answers}
    assert len(ids - {given}) == 2


def test_lines_for_people_hold_the_same() -> None:
    record = logging.makeLogRecord(
        {"name": "screener.access", "levelname": "INFO", "msg": "request", "status": 200}
    )

    line = formatter(for_people=True).format(record)

    assert "request" in line
    assert "status=200" in line
