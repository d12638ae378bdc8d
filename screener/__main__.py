"""``python -m screener`` is the command ``screener``."""

from screener.cli.main import run

run()
