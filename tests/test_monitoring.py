"""What was stored is screened again when content changed, and moved tiers are told."""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_network
from typing import Any

import pytest
from sqlalchemy import Engine, text

from screener.delivery import SIGNATURE, checked_url, may_be_asked, send_due, sent
from screener.errors import ConflictError, InputError
from screener.factory import folders_in_use
from screener.model.monitoring import Delivery
from screener.monitoring import rechecked
from screener.pipeline import Screener
from screener.settings import Settings
from screener.storage.dispositions import Decision
from screener.storage.repository import Repository
from screener.storage.webhooks import Parcel, Try
from screener.worker import watching
from tests.storage.answers import answer

pytestmark = pytest.mark.slow
OTHER = "0" * 64
CLEARED = Decision("cleared", "other_party", "another firm", ("extract",))
GO_ON = threading.Event()
# As a receiver would write it: it knows nothing of ours but the header and the secret.
VERIFY = """
import hashlib, hmac, sys
secret, header = sys.argv[1:]
seconds, given = (part.split("=", 1)[1] for part in header.split(","))
signed = seconds.encode() + b"." + sys.stdin.buffer.read()
made = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
sys.exit(0 if hmac.compare_digest(made, given) else 1)
"""


class Receiver:
    """A real receiver on loopback that answers with the statuses given, then with 204."""

    def __init__(self) -> None:
        """Listen on a port of its own."""
        self.statuses: list[int] = []
        self.got: list[tuple[str, bytes]] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.got.append((self.headers[SIGNATURE], body))
                status = receiver.statuses.pop(0) if receiver.statuses else 204
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", "/elsewhere")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"


@pytest.fixture(name="receiver")
def _receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    thread = threading.Thread(target=receiver.server.serve_forever, args=(0.02,))
    thread.start()
    yield receiver
    receiver.server.shutdown()
    receiver.server.server_close()
    thread.join()


def _settings(**given: object) -> Settings:
    values = {
        "webhook_networks": (ip_network("127.0.0.0/8"),),
        "webhook_retry_seconds": 0.05,
        "monitor_seconds": 0.2,
        **given,
    }
    return Settings(**values)  # type: ignore[arg-type]  # checked by the settings themselves


def _store(repository: Repository, *tiers: str, content: str | None = OTHER) -> list[str]:
    """Store screenings of a hat, which is a T0 by what is in use, as having had other tiers."""
    answers = [answer(str(at), tier) for at, tier in enumerate(tiers, start=1)]
    repository.screenings.add(answers, actor="ann", content=content)
    return [one.id for one in answers]


def _rechecked(repository: Repository, screener: Screener, stop: threading.Event = GO_ON) -> int:
    """Screen again with a screener of the content in use, which is loaded already."""
    return rechecked(repository, Settings(), stop, lambda _: screener)


def _until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not done():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)


def test_only_tiers_that_moved_are_changes_and_each_once(
    repository: Repository, screener: Screener
) -> None:
    stored = _store(repository, "T3", "T0", "T2")

    counts = [_rechecked(repository, screener, GO_ON) for _ in range(2)]

    found = repository.changes.page(after=0, limit=10)
    assert counts == [2, 0]
    assert [(one.screening, one.before, one.after) for one in found] == [
        (stored[0], "T3", "T0"),
        (stored[2], "T2", "T0"),
    ]
    assert json.loads(bytes(found[0].difference))["changed"]
    assert repository.screenings.get(stored[0]).tier == "T3"
    assert repository.audit.verify().flaws == ()


def test_what_comes_later_from_a_server_with_older_content_is_screened_again_too(
    repository: Repository,
    screener: Screener,
) -> None:
    _rechecked(repository, screener, GO_ON)
    later = _store(repository, "T1")

    assert _rechecked(repository, screener, GO_ON) == 1
    assert [one.screening for one in repository.changes.page(after=0, limit=9)] == later


def test_what_the_content_in_use_decided_is_left_alone(
    repository: Repository, screener: Screener
) -> None:
    content = repository.contents.keep(folders_in_use())
    _store(repository, "T3", content=content)

    assert _rechecked(repository, screener, GO_ON) == 0


def test_a_worker_told_to_stop_goes_on_later_where_it_was(
    repository: Repository, screener: Screener
) -> None:
    _store(repository, *["T1"] * 501)
    stop = threading.Event()
    stop.set()
    assert _rechecked(repository, screener, stop) == 0

    content = repository.contents.keep(folders_in_use())
    repository.changes.due(content, limit=1)
    repository.changes.keep(content, 500, [])

    assert _rechecked(repository, screener, GO_ON) == 1


def _gate(repository: Repository, tier: str, *, content: str = OTHER, settled: bool = False) -> str:
    """Store a line that is a T4 by what is in use as having had another tier, and no gate."""
    made = answer("1", tier, country_of_origin="KP", supplier_name="Acme")
    repository.screenings.add([made._replace(settled=settled)], actor="ann", content=content)
    return made.id


def _another_content_comes(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM recheck"))


def test_a_cleared_line_that_rises_waits_again(repository: Repository, screener: Screener) -> None:
    id_ = _gate(repository, "T1")
    repository.dispositions.make(id_, CLEARED, person="ann")

    _rechecked(repository, screener)

    (change,) = repository.changes.of(id_)
    found = [(one.cause, one.because) for one in repository.reopenings.of(id_)]
    assert found == [("tier_raised", change.id)]
    assert repository.screenings.get(id_).state == "open"
    assert repository.audit.verify().flaws == ()


def test_a_cleared_gate_waits_again_once_for_a_gate_that_nobody_has_seen(
    repository: Repository, screener: Screener, engine: Engine
) -> None:
    id_ = _gate(repository, "T4")
    for turn in range(3):
        made = repository.dispositions.make(id_, CLEARED, person="ann")
        repository.dispositions.approve(id_, made.id, person="bob")
        assert _rechecked(repository, screener) == 0, "the tier is what it was"
        state = repository.screenings.get(id_).state
        assert state == ("cleared" if turn else "open")
        _another_content_comes(engine)

    (found,) = repository.reopenings.of(id_)
    assert found.cause == "reason_added"
    assert "origin." in found.because
    assert repository.audit.verify().flaws == ()


def test_a_gate_that_came_before_the_decision_was_known_to_it(
    repository: Repository, screener: Screener, engine: Engine
) -> None:
    id_ = _gate(repository, "T1")
    _rechecked(repository, screener)
    made = repository.dispositions.make(id_, CLEARED, person="ann")
    repository.dispositions.approve(id_, made.id, person="bob")
    _another_content_comes(engine)

    _rechecked(repository, screener)

    assert repository.reopenings.of(id_) == ()
    assert repository.screenings.get(id_).state == "cleared"


@pytest.mark.parametrize("same", [True, False])
def test_a_suppressed_line_waits_again_for_a_reason_that_nothing_covers(
    repository: Repository, screener: Screener, *, same: bool
) -> None:
    content = repository.contents.keep(folders_in_use()) if same else OTHER
    id_ = _gate(repository, "T4", content=content, settled=True)

    _rechecked(repository, screener)

    (found,) = repository.reopenings.of(id_)
    assert (found.cause, repository.screenings.get(id_).state) == ("reason_added", "open")


@pytest.mark.slow
def test_a_change_reaches_its_receiver_through_failures(
    repository: Repository,
    receiver: Receiver,
    address: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SCREENER_DATABASE_URL", address)
    receiver.statuses = [500, 302, 503]
    made = repository.webhooks.create(receiver.url, actor="root")
    _store(repository, "T4")

    with watching(_settings(database_url=address)):
        _until(lambda: [d.state for d in _deliveries(repository, made.webhook.id)] == ["delivered"])

    assert len(receiver.got) == 4
    assert len({body for _, body in receiver.got}) == 1
    header, body = receiver.got[-1]
    told = json.loads(body)
    assert (told["change"]["before"], told["change"]["after"]) == ("T4", "T0")
    for secret, code in ((made.secret, 0), ("another", 1)):
        command = [sys.executable, "-c", VERIFY, secret, header]
        assert subprocess.run(command, input=body, check=False).returncode == code


def _deliveries(repository: Repository, webhook: str) -> list:  # type: ignore[type-arg]
    return list(repository.webhooks.deliveries(webhook, limit=10))


def test_what_never_arrives_is_dead_and_may_be_tried_again(
    repository: Repository, screener: Screener, receiver: Receiver
) -> None:
    settings = _settings(webhook_attempts=3, webhook_retry_seconds=0.001)
    made = repository.webhooks.create(receiver.url, actor="root").webhook
    _store(repository, "T4")
    _rechecked(repository, screener, GO_ON)
    receiver.statuses = [500] * 3

    _until(
        lambda: (
            send_due(repository, settings, GO_ON) == 0
            and _deliveries(repository, made.id)[0].state == "dead"
        )
    )
    dead = _deliveries(repository, made.id)[0]
    assert (dead.attempts, dead.status) == (3, 500)
    repository.webhooks.retry(made.id, dead.id, actor="root")
    assert send_due(repository, settings, GO_ON) == 1

    assert _deliveries(repository, made.id)[0].state == "delivered"
    with pytest.raises(ConflictError):
        repository.webhooks.retry(made.id, dead.id, actor="root")


def test_an_inner_address_is_not_asked_unless_it_is_allowed(
    repository: Repository, screener: Screener, receiver: Receiver
) -> None:
    made = repository.webhooks.create(receiver.url, actor="root").webhook
    _store(repository, "T4")
    _rechecked(repository, screener, GO_ON)

    assert send_due(repository, Settings(), GO_ON) == 0

    assert receiver.got == []
    assert "not public" in str(_deliveries(repository, made.id)[0].problem)


def test_a_name_that_no_host_can_have_holds_up_no_other_webhook(
    repository: Repository, screener: Screener, receiver: Receiver
) -> None:
    wrong = repository.webhooks.create("http://a..b/", actor="root").webhook
    repository.webhooks.create(receiver.url, actor="root")
    _store(repository, "T4")
    _rechecked(repository, screener, GO_ON)

    assert send_due(repository, _settings(), GO_ON) == 1

    assert len(receiver.got) == 1
    assert "no such name" in str(_deliveries(repository, wrong.id)[0].problem)


def test_a_receiver_that_answers_letter_by_letter_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("screener.delivery.MOST_SECONDS", 0.2)
    delivery = Delivery(
        id="d", webhook="w", change=1, created_at="", next_at="", state="waiting", attempts=0,
        status=None, problem=None,
    )  # fmt: skip

    with socket.create_server(("127.0.0.1", 0)) as server:
        parcel = Parcel(delivery, f"http://127.0.0.1:{server.getsockname()[1]}/", "secret")
        answering = threading.Thread(target=_slowly, args=(server,))
        answering.start()
        came = sent(parcel, b"{}", (ip_network("127.0.0.0/8"),))
        answering.join()

    assert came == Try(None, "the receiver took too long")


def _slowly(server: socket.socket) -> None:
    """Answer one request with all of a status, a letter every tenth of a second."""
    with server.accept()[0] as asked, suppress(OSError):
        for letter in b"HTTP/1.1 204 No Content\r\n\r\n":
            asked.sendall(bytes([letter]))
            time.sleep(0.1)


def test_a_host_is_reached_by_any_of_its_addresses(
    repository: Repository,
    screener: Screener,
    receiver: Receiver,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    port = receiver.server.server_port
    places = [("10.0.0.1", port), ("::1", port), ("127.0.0.1", port)]
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", place) for place in places]
    allowed = (ip_network("127.0.0.0/8"), ip_network("::1/128"))
    settings = _settings(webhook_networks=allowed)
    known = socket.getaddrinfo

    def looked_up(host: str, *given: Any, **named: Any) -> Any:
        return found if host == "erp.example.org" else known(host, *given, **named)

    monkeypatch.setattr("screener.delivery.socket.getaddrinfo", looked_up)
    repository.webhooks.create(f"http://erp.example.org:{port}/hook", actor="root")
    _store(repository, "T4")
    _rechecked(repository, screener, GO_ON)

    assert send_due(repository, settings, GO_ON) == 1


def test_nothing_goes_to_a_webhook_that_is_ended(
    repository: Repository, screener: Screener, receiver: Receiver
) -> None:
    made = repository.webhooks.create(receiver.url, actor="root").webhook
    repository.webhooks.end(made.id, actor="root")
    _store(repository, "T4")
    _rechecked(repository, screener, GO_ON)

    assert send_due(repository, _settings(), GO_ON) == 0
    assert _deliveries(repository, made.id) == []
    assert receiver.got == []


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.0", "224.0.0.1",  # noqa: S104
        "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1",
    ],
)  # fmt: skip
def test_no_inner_address_may_be_asked(address: str) -> None:
    assert not may_be_asked(address, ())


@pytest.mark.parametrize(
    "url",
    [
        "ftp://x.example/", "file:///etc/passwd", "https://", "https://a:b@x.example/",
        "https://x.example/a\r\nHost: y", "https://x.example:99999/", "https://[::1/",
        "https://a..b/", f"https://{'x' * 64}.example/", "https://./",
    ],
)  # fmt: skip
def test_an_address_without_sense_is_refused(url: str) -> None:
    with pytest.raises(InputError):
        checked_url(url)
