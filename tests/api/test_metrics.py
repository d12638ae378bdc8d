"""Counts name routes and tiers, and nobody."""

from fastapi.testclient import TestClient

RECORD = {"line_id": "1", "product_description": "hand crocheted dolls", "supplier_city": "Dandong"}


def test_requests_are_counted_by_route_status_and_tier(client: TestClient) -> None:
    client.post("/v1/screenings", json={**RECORD, "supplier_name": "Nobody Trading"})
    client.get("/v1/entries/Nobody-Trading")
    client.get("/v1/nothing/Nobody-Trading")

    answer = client.get("/metrics")

    lines = answer.text.splitlines()
    assert answer.headers["content-type"].startswith("text/plain")
    assert 'screener_requests_total{method="POST",route="/v1/screenings",status="200"} 1.0' in lines
    entries = 'method="GET",route="/v1/entries/{entry_id}",status="404"'
    assert f"screener_requests_total{{{entries}}} 1.0" in lines
    assert 'screener_requests_total{method="none",route="none",status="404"} 1.0' in lines
    assert 'screener_screenings_total{tier="T2"} 1.0' in lines
    assert "Nobody" not in answer.text
