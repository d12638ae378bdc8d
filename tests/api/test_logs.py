"""No name that was sent stands in a log, whatever became of the request."""

import logging

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

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


@pytest.mark.parametrize(("path", "body"), REQUESTS)
def test_a_request_leaves_no_name_in_a_log(
    shared: TestClient, caplog: pytest.LogCaptureFixture, path: str, body: dict[str, object]
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = shared.post(path, json=body)

    assert answer.status_code in (200, 422)
    assert NAME not in caplog.text


def test_an_error_of_ours_leaves_no_name_in_the_answer(
    app: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    app.state.service = app.state.service._replace(screener=None)

    with (
        caplog.at_level(logging.DEBUG),
        TestClient(app, base_url=HOST, raise_server_exceptions=False) as client,
    ):
        answer = client.post("/v1/screenings", json=RECORD)

    assert answer.status_code == 500
    assert NAME not in caplog.text + answer.text
