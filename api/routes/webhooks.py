"""Webhooks: where changed tiers are told, and what became of each telling."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.deps import Service, ServiceDep
from api.monitoring_schemas import (
    DeliveriesOut,
    DeliveryOut,
    NewWebhookOut,
    WebhookIn,
    WebhookOut,
    WebhooksOut,
)
from api.problems import CONFLICT, NOT_FOUND
from api.responses import JsonResponse
from api.security import AdminCaller, KeyFirst
from screener.delivery import checked_url
from screener.model.monitoring import DeliveryState

router = APIRouter(prefix="/v1/webhooks", tags=["monitoring"], route_class=KeyFirst)


@router.get("", response_model=WebhooksOut)
def webhooks(service: ServiceDep, _: AdminCaller) -> Response:
    """Return every webhook without its secret, oldest first."""
    return _answer({"webhooks": service.repository.webhooks.all()}, service)


@router.post("", status_code=201, response_model=NewWebhookOut)
def create(body: WebhookIn, service: ServiceDep, caller: AdminCaller) -> Response:
    """Make a webhook; the secret that signs what is sent is in this answer and nowhere else."""
    made = service.repository.webhooks.create(checked_url(body.url), actor=caller.person)
    return _answer(made._asdict(), service, status=201)


@router.delete("/{webhook_id}", response_model=WebhookOut, responses=NOT_FOUND)
def end(webhook_id: str, service: ServiceDep, caller: AdminCaller) -> Response:
    """End a webhook; it and what was sent to it stay on record."""
    ended = service.repository.webhooks.end(webhook_id, actor=caller.person)
    return _answer({"webhook": ended}, service)


@router.get("/{webhook_id}/deliveries", response_model=DeliveriesOut, responses=NOT_FOUND)
def deliveries(
    webhook_id: str,
    service: ServiceDep,
    _: AdminCaller,
    *,
    state: Annotated[DeliveryState | None, Query(description="``dead``: tried no more.")] = None,
    limit: Annotated[int, Query(ge=1, le=1_000)] = 100,
) -> Response:
    """Return what went and goes to a webhook, with the tries, newest change first."""
    found = service.repository.webhooks.deliveries(webhook_id, state=state, limit=limit)
    return _answer({"deliveries": found}, service)


@router.post(
    "/{webhook_id}/deliveries/{delivery_id}/retry",
    response_model=DeliveryOut,
    responses={**NOT_FOUND, **CONFLICT},
)
def retry(webhook_id: str, delivery_id: str, service: ServiceDep, caller: AdminCaller) -> Response:
    """Let a dead delivery be tried again from the start."""
    found = service.repository.webhooks.retry(webhook_id, delivery_id, actor=caller.person)
    return _answer({"delivery": found}, service)


def _answer(body: dict[str, object], service: Service, *, status: int = 200) -> Response:
    whole = {**body, "snapshot": service.screener.snapshot()}
    return JsonResponse(whole, status_code=status)
