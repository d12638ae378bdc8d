"""A service with what a compliance team has after some weeks: lines, decisions, papers, batches."""

import csv
import json
import re
import time
from pathlib import Path
from typing import NamedTuple

import httpx2
from sqlalchemy import update

from benchmarks.workbench.service import Service
from screener.model.access import Scope
from screener.storage.repository import Repository
from screener.storage.session import connect
from screener.storage.tables import SCREENING

_EXAMPLES = Path(__file__).parents[2] / "seeds" / "examples"
CRAFTS = "Dandong Example Crafts Co., Ltd."
_MADE = "hand crocheted"
_LINES = (
    {"line_id": "PO-1041", "product_description": f"{_MADE} dolls, 12 cm", "hs_code": "9503.00"},
    {"line_id": "PO-1042", "product_description": f"{_MADE} dish scrubber",
     "notes": "来料加工; subcontractor in Sinuiju"},
    {"line_id": "PO-1043", "product_description": "knitted rabbit, machine made"},
    {"line_id": "PO-1044", "product_description": "gift boxes, printed"},
    {"line_id": "PO-1045", "product_description": f"{_MADE} hats",
     "notes": "finished at 백토 교화소, returned to Dandong", "stated_processing_fee": "0.80 CNY per piece"},
    {"line_id": "PO-1046", "product_description": "amigurumi animals, assorted",
     "notes": "Do you use North Korean workers? Reply: We do not use North Korean workers."},
)  # fmt: skip
_OF_CRAFTS = {
    "supplier_name": CRAFTS, "supplier_name_local": "丹东示例手工艺品有限公司", "supplier_city": "Dandong",
    "supplier_province": "Liaoning", "supplier_country": "CN", "country_of_origin": "CN",
}  # fmt: skip
_MONTHS = ("2026-06", "2026-07", "2026-09", "2026-10")
PEOPLE: dict[str, tuple[Scope, ...]] = {
    "analyst": ("screen", "read", "review", "approve"),
    "second person": ("screen", "read", "review", "approve"),
}


class Seeded(NamedTuple):
    """The ids of what was put there, and the keys of the people."""

    ids: dict[str, str]
    keys: dict[str, str]


def seeded(service: Service) -> Seeded:
    """Return what is there; put there over REST, by two people with keys, if nothing is."""
    kept = service.home / "seeded.json"
    if kept.is_file():
        return Seeded(**json.loads(kept.read_text(encoding="utf-8")))
    keys = _keys(service)
    first, second = (_client(service, keys[name]) for name in PEOPLE)
    with first, second:
        batch, before = _batches(service, keys["analyst"])
        lines = _lines(first)
        _dated(service, lines)
        _decided(first, second, lines)
        supplier = next(
            one["id"]
            for one in first.post("/v1/suppliers/search", json={"name": "Example Crafts"}).json()["suppliers"]
        )  # fmt: skip
        _papers(first, supplier)
    made = Seeded({**lines, "batch": batch, "before": before, "supplier": supplier}, keys)
    kept.write_text(json.dumps(made._asdict()), encoding="utf-8")
    return made


def _keys(service: Service) -> dict[str, str]:
    engine = connect(service.database)
    keys = Repository(engine).keys
    made = {name: keys.create(name, scopes, actor="seed").token for name, scopes in PEOPLE.items()}
    engine.dispose()
    return made


def _client(service: Service, key: str) -> httpx2.Client:
    headers = {"Authorization": f"Bearer {key}"}
    return httpx2.Client(base_url=service.address, headers=headers, timeout=120)


def _lines(client: httpx2.Client) -> dict[str, str]:
    """Screen the illustrations and lines of one supplier; return ids by the ids of lines."""
    with (_EXAMPLES / "illustrations.csv").open(encoding="utf-8-sig", newline="") as file:
        records = [{k: v for k, v in row.items() if v} for row in csv.DictReader(file)]
    records += [{**_OF_CRAFTS, **line} for line in _LINES]
    records += [{**_OF_CRAFTS, **_LINES[at % 4], "line_id": f"PO-{at}"} for at in range(900, 924)]
    answer = client.post("/v1/screenings", json={"records": records})
    answer.raise_for_status()
    ids = answer.json()["ids"]
    return {str(record["line_id"]): id_ for record, id_ in zip(records, ids, strict=True)}


def _dated(service: Service, lines: dict[str, str]) -> None:
    """Give lines of earlier orders days in earlier months, for the trend of their supplier."""
    engine = connect(service.database)
    with engine.begin() as connection:
        for at in range(900, 924):
            month = _MONTHS[min((at - 900) // 5, len(_MONTHS) - 1)]
            day = f"{month}-{(at - 899):02}T09:12:04.000000Z"
            wanted = update(SCREENING).where(SCREENING.c.id == lines[f"PO-{at}"])
            connection.execute(wanted.values(created_at=day))
    engine.dispose()


def _decide(client: httpx2.Client, id_: str, status: str, code: str, note: str) -> str:
    body = {"status": status, "reason_code": code, "note": note, "evidence": ["Invoice 2026-118"]}
    answer = client.post(f"/v1/screenings/{id_}/dispositions", json=body)
    answer.raise_for_status()
    return str(answer.json()["disposition"]["id"])


def _decided(first: httpx2.Client, second: httpx2.Client, lines: dict[str, str]) -> None:
    asked = "Asked for the roster of the workshop and its time cards of May."
    _decide(first, lines["PO-1041"], "information_requested", "awaiting_documents", asked)
    _decide(
        first, lines["PO-1042"], "held", "signals_confirmed", "The route is stated in the note."
    )
    stop = _decide(
        first, lines["PO-1045"], "stopped", "signals_confirmed", "Counsel informed at 10:40."
    )
    second.post(f"/v1/screenings/{lines['PO-1045']}/dispositions/{stop}/approve").raise_for_status()
    for at in range(900, 920):
        note = "Workshop visited; payroll and permits seen."
        _decide(first, lines[f"PO-{at}"], "cleared", "documents_suffice", note)
    for line in ("PO-1042", "ILL-17"):
        screening = first.get(f"/v1/screenings/{lines[line]}").json()
        entry = next(iter(hit["entry"] for hit in screening["hits"]))
        body = {
            "screening": lines[line], "entry": entry, "expires_on": "2027-05-31",
            "reason": "The word stands in a delivery address of the same street in Dandong.",
        }  # fmt: skip
        first.post("/v1/suppressions", json=body)


def _papers(client: httpx2.Client, supplier: str) -> None:
    for item, state, title in (
        ("labour-records", "asked", "Roster, time cards and paid wages of May"),
        ("narrative", "received", "How the dolls are made.pdf"),
        ("labour-records", "received", "Time cards May.xlsx"),
        ("audit-reports", "not_available", ""),
    ):
        body = {"item": item, "state": state, "title": title, "note": "Sent by the sales office."}
        client.post(f"/v1/suppliers/{supplier}/documents", json=body).raise_for_status()


def _batches(service: Service, key: str) -> tuple[str, str]:
    """Return the ids of a batch compared with an earlier one, and of that one."""
    lines = (_EXAMPLES / "example.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    text = "".join([*lines[:400], *lines[-50:]])
    earlier = re.sub(r"(?i)dandong", "Ningbo", text)
    with httpx2.Client(base_url=f"{service.address}/ui", follow_redirects=True, timeout=120) as tab:
        tab.post("/sign-in", data={"csrf": _token(tab, "/sign-in"), "key": key})
        before = _sent(tab, "orders-2026-10.csv", earlier, {})
        after = _sent(tab, "orders-2026-11.csv", text, {"since": before, "xlsx": "on"})
    return after, before


def _token(tab: httpx2.Client, page: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', tab.get(page).text)
    assert found is not None, f"{page} has no form"
    return found[1]


def _sent(tab: httpx2.Client, name: str, text: str, options: dict[str, str]) -> str:
    """Send a file by the pages, as a browser does; return the id of its batch once it is done."""
    csrf = {"csrf": _token(tab, "/batches")}
    draft = tab.post("/batches", data=csrf, files={"file": (name, text.encode())})
    sent = tab.post(f"{draft.url.path.removeprefix('/ui')}/send", data={**csrf, **options})
    sent.raise_for_status()
    while "data-looks-again" in tab.get(sent.url.path.removeprefix("/ui")).text:
        time.sleep(0.5)
    return str(sent.url.path).rpartition("/")[2]
