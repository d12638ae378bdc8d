"""``screener serve``: the service on this machine."""

import ipaddress
from typing import Annotated

import typer
import uvicorn

from api.app import create_app
from screener.cli import options
from screener.errors import ConfigError
from screener.factory import load
from screener.settings import read_settings
from screener.storage.repository import Repository
from screener.storage.session import open_database


def serve(
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on; loopback only.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65_535)] = 8000,
    rules: options.Rules = None,
    lists: options.Lists = None,
) -> None:
    """Answer over HTTP; refuses any address but loopback while there are no keys."""
    if not loopback(host):
        message = f"--host {host}: only loopback addresses are served while no key exists"
        raise ConfigError(message)
    screener = load(rules=rules, lists=lists)
    repository = Repository(open_database(read_settings().database()))
    # Access logs would hold nothing useful and could hold names; errors are still logged.
    uvicorn.run(create_app(screener, repository), host=host, port=port, access_log=False)


def loopback(host: str) -> bool:
    """Say whether an address is of this machine alone.

    >>> loopback("127.0.0.1"), loopback("::1"), loopback("0.0.0.0"), loopback("localhost")
    (True, True, False, True)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
