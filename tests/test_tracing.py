"""Spans reach a collector where one is configured, and tell of nobody."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from opentelemetry import trace
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from pydantic import AnyHttpUrl
from sqlalchemy import Engine

from api.app import create_app
from screener.errors import ConfigError
from screener.pipeline import Screener
from screener.settings import Settings
from screener.storage.repository import Repository
from screener.storage.session import connect, upgrade
from screener.tracing import start_tracing

HOST = "http://127.0.0.1"
NAME = "Zweifelsohne Strickwaren"
TRACE, PARENT = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
TRACEPARENT = f"00-{TRACE}-{PARENT}-01"
COLLECTOR = Settings(otlp_endpoint=AnyHttpUrl("http://127.0.0.1:4318"))
_EXPORTER = InMemorySpanExporter()


@pytest.fixture(scope="session", name="_provider")
def _provider() -> None:
    """Collect the spans of this process; a process has one provider for good."""
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(_EXPORTER))
    trace.set_tracer_provider(provider)


@pytest.fixture(name="spans")
def _spans(_provider: None) -> InMemorySpanExporter:
    _EXPORTER.clear()
    return _EXPORTER


@pytest.fixture(name="app")
def _app(screener: Screener, tmp_path: Path) -> Iterator[FastAPI]:
    engine: Engine = connect(f"sqlite:///{tmp_path}/store.sqlite3")
    upgrade(engine)
    settings = COLLECTOR.model_copy(update={"home": tmp_path})
    yield create_app(screener, Repository(engine), settings)
    engine.dispose()


def told(span: ReadableSpan) -> str:
    """Return all that a span says."""
    events = [(event.name, dict(event.attributes or {})) for event in span.events]
    return repr((span.name, dict(span.attributes or {}), events, span.status.description))


def test_a_request_is_a_span_with_its_steps_below_it(
    app: FastAPI, spans: InMemorySpanExporter
) -> None:
    with TestClient(app, base_url=HOST) as client:
        client.post(
            "/v1/screenings", json={"supplier_name": NAME}, headers={"traceparent": TRACEPARENT}
        )

    found = {span.name: span for span in spans.get_finished_spans()}
    request = found["POST /v1/screenings"]
    assert request.context is not None
    assert f"{request.context.trace_id:032x}" == TRACE
    assert request.parent is not None
    assert f"{request.parent.span_id:016x}" == PARENT
    for step in ("screening", "storage"):
        parent = found[step].parent
        assert parent is not None
        assert parent.span_id == request.context.span_id
        assert dict(found[step].attributes or {}) == {"records": 1}
    assert NAME not in "".join(map(told, found.values()))


def test_spans_of_what_fails_or_is_asked_by_name_tell_of_nobody(
    app: FastAPI, spans: InMemorySpanExporter
) -> None:
    app.state.service = app.state.service._replace(screener=None)

    with TestClient(app, base_url=HOST, raise_server_exceptions=False) as client:
        client.post("/v1/screenings", json={"supplier_name": NAME})
        client.get(f"/v1/{NAME}?{NAME}")

    found = spans.get_finished_spans()
    names = [span.name for span in found if span.parent is None]
    assert names == ["POST /v1/screenings", "none none"]
    (failed,) = (span for span in found if span.name == "POST /v1/screenings")
    assert dict(failed.attributes or {})["error.type"] == "AttributeError"
    assert "Zweifelsohne" not in "".join(map(told, found))


def test_without_the_extra_a_collector_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)

    with pytest.raises(ConfigError, match=r"install forced-labor-screener\[otel\]"):
        start_tracing(COLLECTOR)


class Collector:
    """A real collector on loopback: it reads what is sent as OTLP says."""

    def __init__(self) -> None:
        """Listen on a port of its own."""
        self.got: list[ExportTraceServiceRequest] = []
        collector = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if self.path == "/v1/traces":
                    collector.got.append(ExportTraceServiceRequest.FromString(body))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture(name="collector")
def _collector() -> Iterator[Collector]:
    collector = Collector()
    thread = threading.Thread(target=collector.server.serve_forever, args=(0.02,))
    thread.start()
    yield collector
    collector.server.shutdown()
    collector.server.server_close()
    thread.join()


@pytest.mark.slow
def test_the_chunks_of_a_run_reach_the_collector_in_the_trace_of_their_batch(
    collector: Collector, tmp_path: Path
) -> None:
    orders = tmp_path / "orders.csv"
    orders.write_text(f"supplier_name,product_description\n{NAME},gloves\n", encoding="utf-8")
    set_ = {"SCREENER_OTLP_ENDPOINT": collector.url, "TRACEPARENT": TRACEPARENT}

    subprocess.run(
        [sys.executable, "-m", "screener", "screen", str(orders), "-o", str(tmp_path / "out")],
        env={**os.environ, **set_},
        check=True,
        capture_output=True,
        timeout=300,
    )

    sent = [
        span
        for request in collector.got
        for resource in request.resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    ]
    assert [(span.name, span.trace_id.hex()) for span in sent] == [("batch.chunk", TRACE)]
    assert NAME.encode() not in b"".join(one.SerializeToString() for one in collector.got)
