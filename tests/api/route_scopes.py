"""The scope that each route asks for."""

from screener.model.access import Scope

SCOPE_OF: dict[tuple[str, str], Scope] = {
    ("POST", "/v1/screenings"): "screen",
    ("GET", "/v1/screenings/{screening_id}"): "read",
    ("GET", "/v1/screenings"): "read",
    ("POST", "/v1/screenings/{screening_id}/replay"): "read",
    ("GET", "/v1/queue"): "read",
    ("GET", "/v1/screenings/{screening_id}/dispositions"): "read",
    ("POST", "/v1/screenings/{screening_id}/dispositions"): "review",
    (
        "POST",
        "/v1/screenings/{screening_id}/dispositions/{disposition_id}/approve",
    ): "approve",
    ("POST", "/v1/batches"): "screen",
    ("GET", "/v1/batches"): "read",
    ("GET", "/v1/batches/{batch_id}"): "read",
    ("GET", "/v1/batches/{batch_id}/results"): "read",
    ("GET", "/v1/batches/{batch_id}/rejects"): "read",
    ("DELETE", "/v1/batches/{batch_id}"): "screen",
    ("POST", "/v1/matches"): "screen",
    ("POST", "/v1/compare"): "screen",
    ("GET", "/v1/suppliers"): "read",
    ("POST", "/v1/suppliers/search"): "read",
    ("GET", "/v1/suppliers/{supplier_id}"): "read",
    ("GET", "/v1/suppressions"): "read",
    ("POST", "/v1/suppressions"): "review",
    ("GET", "/v1/suppressions/{suppression_id}"): "read",
    ("POST", "/v1/suppressions/{suppression_id}/approve"): "approve",
    ("POST", "/v1/suppressions/{suppression_id}/end"): "review",
    ("GET", "/v1/watchlists"): "read",
    ("GET", "/v1/watchlists/{list_id}"): "read",
    ("GET", "/v1/watchlists/{list_id}/entries"): "read",
    ("GET", "/v1/entries/{entry_id}"): "read",
    ("GET", "/v1/rules"): "read",
    ("GET", "/v1/rules/{rule_id}"): "read",
    ("GET", "/v1/fields"): "read",
    ("GET", "/v1/sources"): "read",
    ("GET", "/v1/claims/{claim_id}"): "read",
    ("GET", "/metrics"): "read",
    ("GET", "/v1/keys"): "admin",
    ("POST", "/v1/keys"): "admin",
    ("DELETE", "/v1/keys/{key_id}"): "admin",
    ("GET", "/v1/audit"): "admin",
    ("GET", "/v1/audit/verify"): "admin",
}

OPEN = {("GET", "/healthz"), ("GET", "/readyz"), ("GET", "/docs")}
"""Asked by what watches the service; they name no record and no supplier."""
