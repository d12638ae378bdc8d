"""Traces of what is done, sent to a collector where one is configured (OpenTelemetry).

Spans name steps, routes and counts: never a value of a record, an address, or the message of an
error, which may quote either. Without a collector they cost next to nothing.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib.metadata import version

from opentelemetry import context, propagate, trace
from opentelemetry.trace import Span, SpanKind, StatusCode

from screener.errors import ConfigError
from screener.settings import Settings

Value = str | int | float | bool
_DISTRIBUTION = "forced-labor-screener"
_PARENT = "TRACEPARENT"
_PATH = "/v1/traces"
_NO_SPAN = nullcontext(trace.INVALID_SPAN)
_TRACER = trace.get_tracer("screener")


def start_tracing(settings: Settings) -> None:
    """Send the spans of this process to the collector of the settings, if they name one.

    A process that was started within a span goes on in its trace.

    Raises:
        ConfigError: The extra ``otel`` is not installed.

    """
    if settings.otlp_endpoint is None:
        return
    try:
        # Here, since the extra may be missing where nothing is traced.
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415
            OTLPSpanExporter,
        )
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
    except ModuleNotFoundError as error:
        message = f"SCREENER_OTLP_ENDPOINT needs {error.name}; install {_DISTRIBUTION}[otel]"
        raise ConfigError(message) from error
    named = {"service.name": _DISTRIBUTION, "service.version": version(_DISTRIBUTION)}
    provider = TracerProvider(resource=Resource.create(named))
    endpoint = str(settings.otlp_endpoint).rstrip("/") + _PATH
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint)))
    trace.set_tracer_provider(provider)
    context.attach(propagate.extract({"traceparent": os.environ.get(_PARENT, "")}))


def environment() -> dict[str, str]:
    """Return what a process started now needs to go on in the trace; nothing without one."""
    carrier: dict[str, str] = {}
    propagate.inject(carrier)
    return {_PARENT: carrier["traceparent"]} if "traceparent" in carrier else {}


def span(name: str, /, **attributes: Value) -> AbstractContextManager[Span]:
    """Give the span of a step; it ends with the block, marked if the block fails."""
    if isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider):
        return _NO_SPAN  # nobody wants any
    return _spanning(name, SpanKind.INTERNAL, None, attributes)


@contextmanager
def request_span(carrier: Mapping[str, str], **attributes: Value) -> Iterator[Span]:
    """Give the span of a request, in the trace that its headers name, if they name one."""
    with _spanning("request", SpanKind.SERVER, propagate.extract(carrier), attributes) as one:
        yield one


def note_span(name: str, since_ns: int, /, **attributes: Value) -> None:
    """Note a step that began at a time (nanoseconds since 1970) and ends now."""
    _TRACER.start_span(name, attributes=attributes, start_time=since_ns).end()


@contextmanager
def _spanning(
    name: str, kind: SpanKind, parent: context.Context | None, attributes: Mapping[str, Value]
) -> Iterator[Span]:
    with _TRACER.start_as_current_span(
        name,
        context=parent,
        kind=kind,
        attributes=attributes,
        record_exception=False,
        set_status_on_exception=False,
    ) as one:
        try:
            yield one
        except Exception as error:
            one.set_attribute("error.type", type(error).__name__)
            one.set_status(StatusCode.ERROR)
            raise
