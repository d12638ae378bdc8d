"""``screener serve``: the service on this machine, or for others once it has keys."""

import gc
import logging
import os
import signal
from contextlib import suppress
from typing import Annotated

import typer
import uvicorn
from fastapi import FastAPI
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors.multiprocess import Multiprocess, Process

from api.app import create_app
from api.reload import Loaded, hold_signal
from api.security import loopback
from screener.cli import options
from screener.cli.databases import service_database
from screener.errors import ConfigError
from screener.factory import folders_in_use, load_from
from screener.garbage import look_less_often
from screener.logs import configure_logs
from screener.settings import read_settings
from screener.storage.keys import Keys
from screener.storage.repository import Repository
from screener.storage.session import open_database
from screener.tracing import start_tracing

_APPLICATION = "api.serve:application"
_LOG = logging.getLogger("screener.service")


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
    hold_signal()
    _check_keys(host)
    # Processes started by the server read their settings anew.
    for name, folder in (("SCREENER_RULES", rules), ("SCREENER_LISTS", lists)):
        if folder is not None:
            os.environ[name] = str(folder.absolute())
    configure_logs(read_settings())
    config = uvicorn.Config(
        application() if workers == 1 else _APPLICATION,
        host=host,
        port=port,
        workers=workers,
        factory=workers > 1,
        # Its lines would hold addresses, in which names can stand; ours hold routes.
        access_log=False,
        log_config=None,
        server_header=False,
    )
    with suppress(KeyboardInterrupt):
        if workers == 1:
            uvicorn.Server(config).run()
        else:
            _Processes(config, [config.bind_socket()]).run()


class _Processes(Multiprocess):
    """Processes that serve together; each reloads when the one above them is asked to."""

    def handle_signals(self) -> None:
        """Act on signals; SIGHUP waits until it is fetched, as it does below (``hold_signal``)."""
        super().handle_signals()
        if signal.SIGHUP in signal.sigpending():
            signal.sigwait((signal.SIGHUP,))
            self.handle_hup()

    def handle_hup(self) -> None:
        """Pass the signal on; the server's own way would start processes on refused content."""
        for process in self.processes:
            if process.pid is not None and process.process.is_alive():
                os.kill(process.pid, signal.SIGHUP)

    def keep_subprocess_alive(self) -> None:
        """Start anew what ended, unless it could not start at all.

        The server's own way also ends what does not answer it in time. Reading lists keeps a
        process from answering, and to wait that long for one keeps this one from its signals.
        """
        for index, process in enumerate(self.processes):
            if self.should_exit.is_set() or process.process.is_alive():
                continue
            process.join()
            if process.exitcode == STARTUP_FAILURE:
                _LOG.error("a process could not start", extra={"pid": process.pid})
                self.should_exit.set()
                return
            _LOG.warning("a process ended", extra={"pid": process.pid, "exit": process.exitcode})
            self.processes[index] = Process(self.config, self.sockets)
            self.processes[index].start()


def application() -> FastAPI:
    """Return the application with the rules, lists and database of the settings.

    Raises:
        ConfigError: The database cannot be used.
        ContentError: Rules, lists or sources are wrong.

    """
    look_less_often()
    settings = read_settings()
    configure_logs(settings)
    start_tracing(settings)
    repository = Repository(open_database(settings.database()))

    def load() -> Loaded:
        folders = folders_in_use()
        # What is loaded stays: to look through all of it for garbage, again and again, finds none
        # and lets every request wait. What was loaded before may go.
        gc.unfreeze()
        try:
            screener = load_from(folders)
            return Loaded(screener, repository.contents.keep(folders))
        finally:
            gc.collect()
            gc.freeze()

    screener, content = load()
    return create_app(screener, repository, settings, content=content, load=load)


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
