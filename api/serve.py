"""``screener serve``: the service on this machine, or for others once it has keys."""

import os
from typing import Annotated

import typer
import uvicorn
from fastapi import FastAPI

from api.app import create_app
from api.security import loopback
from screener.cli import options
from screener.cli.databases import service_database
from screener.errors import ConfigError
from screener.factory import folders_in_use, load_from
from screener.settings import read_settings
from screener.storage.keys import Keys
from screener.storage.repository import Repository
from screener.storage.session import open_database

_APPLICATION = "api.serve:application"


def serve(
    host: Annotated[
        str,
        typer.Option("--host", help="The address to listen on; beyond loopback with keys only."),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65_535)] = 8000,
    workers: Annotated[int, typer.Option("--workers", min=1, max=64, help="Processes.")] = 1,
    rules: options.Rules = None,
    lists: options.Lists = None,
) -> None:
    """Answer over HTTP; refuses any address but loopback while there are no keys."""
    _check_keys(host)
    # Processes started by the server read their settings anew.
    for name, folder in (("SCREENER_RULES", rules), ("SCREENER_LISTS", lists)):
        if folder is not None:
            os.environ[name] = str(folder.absolute())
    app = application() if workers == 1 else _APPLICATION
    # Access logs would hold nothing useful and could hold names; errors are still logged.
    uvicorn.run(
        app,
        host=host,
        port=port,
        workers=workers,
        factory=workers > 1,
        access_log=False,
        server_header=False,
    )


def application() -> FastAPI:
    """Return the application with the rules, lists and database of the settings.

    Raises:
        ConfigError: The database cannot be used.
        ContentError: Rules, lists or sources are wrong.

    """
    settings = read_settings()
    repository = Repository(open_database(settings.database()))
    folders = folders_in_use()
    screener = load_from(folders)
    return create_app(screener, repository, settings, content=repository.contents.keep(folders))


def _check_keys(host: str) -> None:
    if loopback(host):
        return
    with service_database() as engine:
        if Keys(engine).exist():
            return
    message = (
        f"--host {host}: only loopback addresses are served while no key exists; "
        "make the first with `screener db keys create`"
    )
    raise ConfigError(message)
