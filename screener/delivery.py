"""Webhooks sent: signed, to addresses that may be asked, tried again until they are taken.

What is sent names a line by the caller's own id and no supplier by name. The header
``Screener-Signature`` is ``t=SECONDS,v1=HEX``: HMAC-SHA256, with the webhook's secret as text,
of the seconds, a full stop and the body. Redirects are not followed.
"""

import hashlib
import hmac
import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import urlsplit

import msgspec

from screener.errors import InputError
from screener.settings import Settings
from screener.storage.repository import Repository
from screener.storage.webhooks import Parcel, Try

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

SIGNATURE = "Screener-Signature"
EVENT = "screening.tier_changed"
_NAMES = re.compile(r"(?:[^.]{1,63}\.)*[^.]{1,63}\.?")
_AT_ONCE = 50
_SECONDS = 10.0
MOST_SECONDS = 30.0
"""How long one try may take: a receiver that answers letter by letter holds up all others."""
_TOO_LONG = "the receiver took too long"
_LONGEST_WAIT = 21_600.0
_PORTS = {"http": 80, "https": 443}


def checked_url(url: str) -> str:
    """Return an address that a webhook may have.

    Raises:
        InputError: It is no http or https address, or holds a name or password.

    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise InputError("the url cannot be read") from error
    if parts.scheme not in _PORTS or not parts.hostname or not url.isascii():
        raise InputError("the url has to be an http or https address, in ASCII")
    if any(sign.isspace() or not sign.isprintable() for sign in url) or port == 0:
        raise InputError("the url cannot be read")
    if not _NAMES.fullmatch(parts.hostname):
        raise InputError("the url names a host that cannot be")
    if parts.username is not None or parts.password is not None:
        raise InputError("the url may hold no name or password")
    return url


def signature(body: bytes, secret: str, seconds: int) -> str:
    """Return the header that proves who sent a body, and when.

    >>> signature(b"{}", "secret", 1)[:12]
    't=1,v1=11227'
    """
    signed = str(seconds).encode() + b"." + body
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return f"t={seconds},v1={digest}"


def send_due(repository: Repository, settings: Settings, stop: threading.Event) -> int:
    """Send what is due; return how much arrived. What did not waits twice as long each time."""
    arrived = 0
    for parcel in repository.webhooks.due(limit=_AT_ONCE):
        if stop.is_set():
            break
        change = repository.changes.get(parcel.delivery.change)
        body = msgspec.json.encode({"id": parcel.delivery.id, "event": EVENT, "change": change})
        came = sent(parcel, body, settings.webhook_networks)
        wait = settings.webhook_retry_seconds * 2**parcel.delivery.attempts
        repository.webhooks.tried(
            parcel.delivery,
            came,
            most=settings.webhook_attempts,
            wait_seconds=min(wait, _LONGEST_WAIT),
        )
        arrived += came.arrived
    return arrived


def sent(parcel: Parcel, body: bytes, allowed: Sequence[Network]) -> Try:
    """Return what one try came to; it asks only public addresses and the networks allowed."""
    parts = urlsplit(parcel.url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    connection = http.client.HTTPConnection(host, port, timeout=_SECONDS)
    end = time.monotonic() + MOST_SECONDS
    late = threading.Timer(MOST_SECONDS, _break_off, (connection,))
    try:
        connection.sock = _connected(host, port, allowed)
        late.start()
        if parts.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(
                connection.sock, server_hostname=host, do_handshake_on_connect=False
            )
            connection.sock.do_handshake()
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", target, body=body, headers=_headers(parcel, body))
        return Try(connection.getresponse().status, None)
    except _RefusedError as error:
        return Try(None, str(error))
    except (OSError, http.client.HTTPException) as error:
        return Try(None, _TOO_LONG if time.monotonic() >= end else type(error).__name__)
    finally:
        late.cancel()
        connection.close()


def _break_off(connection: http.client.HTTPConnection) -> None:
    """Let whoever waits for a receiver wait no longer."""
    held = connection.sock
    if held is not None:
        with suppress(OSError):
            # Below TLS, so that what reads there meets the end of the stream.
            socket.socket.shutdown(held, socket.SHUT_RDWR)


class _RefusedError(Exception):
    """An address that may not be asked."""


def _connected(host: str, port: int, allowed: Sequence[Network]) -> socket.socket:
    """Return a connection to an address that was looked at, which no second look-up changes."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise _RefusedError("the host can have no such name") from error
    addresses = [str(one[4][0]) for one in found]
    asked = [one for one in dict.fromkeys(addresses) if may_be_asked(one, allowed)]
    if not asked:
        raise _RefusedError(
            "the address is not public; SCREENER_WEBHOOK_NETWORKS may allow its network"
        )
    # A host without a route to one kind of address may have one to the other.
    for address in asked[:-1]:
        with suppress(OSError):
            return socket.create_connection((address, port), timeout=_SECONDS)
    return socket.create_connection((asked[-1], port), timeout=_SECONDS)


def may_be_asked(address: str, allowed: Sequence[Network]) -> bool:
    """Say whether a webhook may go to an address: a public one, or of a network allowed.

    >>> may_be_asked("10.0.0.1", ()), may_be_asked("::ffff:127.0.0.1", ())
    (False, False)
    >>> may_be_asked("10.0.0.1", (ipaddress.ip_network("10.0.0.0/8"),))
    True
    """
    one = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(one, "ipv4_mapped", None)
    one = one if mapped is None else mapped
    if any(one in network for network in allowed):
        return True
    return one.is_global and not one.is_multicast


def _headers(parcel: Parcel, body: bytes) -> dict[str, str]:
    return {
        "Content-Type": "application/json",
        "User-Agent": "forced-labor-screener",
        "Screener-Delivery": parcel.delivery.id,
        SIGNATURE: signature(body, parcel.secret, int(time.time())),
    }
