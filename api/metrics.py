"""What the service counts of itself, for Prometheus: routes, answers, times and tiers.

Nothing counted names a record, a supplier or a key.
"""

from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

NO_ROUTE = "none"


class Metrics:
    """The counts of one process; they begin anew with it."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "screener_requests_total",
            "Requests answered.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "screener_request_seconds",
            "Seconds until an answer was sent.",
            ("method", "route"),
            registry=self._registry,
        )
        self._screenings = Counter(
            "screener_screenings_total", "Records screened.", ("tier",), registry=self._registry
        )

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request by the pattern of its route, never by its address."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)

    def screened(self, tiers: Iterable[str]) -> None:
        """Count records by their tier."""
        for tier in tiers:
            self._screenings.labels(tier).inc()

    def text(self) -> bytes:
        """Return the counts as Prometheus reads them."""
        return generate_latest(self._registry)
