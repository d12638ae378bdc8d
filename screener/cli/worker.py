"""``screener worker``: runs the batches that the service takes."""

from typing import Annotated

import typer

from screener.logs import configure_logs
from screener.settings import read_settings
from screener.tracing import start_tracing
from screener.worker import serve_queue


def worker(
    workers: Annotated[
        int, typer.Option("--workers", min=1, max=64, help="Batches at a time.")
    ] = 1,
) -> None:
    """Run queued batches until it is told to stop; unfinished ones are run again at the start."""
    settings = read_settings()
    configure_logs(settings)
    start_tracing(settings)
    serve_queue(workers)
