"""The command ``screener``: sub-commands put together, and errors turned into exit codes.

Exit codes: 0 done and clean; 1 done, with something to act on; 2 invalid rules or lists;
3 wrong usage or unreadable input; 4 internal error.
"""

import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

import typer

from screener.cli.commands import Commands
from screener.errors import ContentError, DataNotFoundError, ScreenerError
from screener.garbage import look_less_often

INVALID_CONTENT = 2
WRONG_USAGE = 3
INTERNAL = 4

app = typer.Typer(
    name="screener",
    cls=Commands,
    help="Screen trade lines for signs of goods made with forced labour. Offline; cites its sources.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def _before_every_command() -> None:
    """Make a group of what has no command of its own; there is nothing to do."""


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code."""
    look_less_often()
    raise SystemExit(main(arguments))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; every error becomes one clear message."""
    try:
        outcome = app(args=arguments, standalone_mode=False)
    except typer.Abort:
        return _say("stopped", 1)
    except typer.TyperException as error:
        return _say(_usage(error), WRONG_USAGE)
    except (ContentError, DataNotFoundError) as error:
        return _say(str(error), INVALID_CONTENT)
    except (ScreenerError, OSError) as error:
        return _say(_refused(error), WRONG_USAGE)
    except Exception as error:  # noqa: BLE001 - the last net: one line for people, a file for us
        return _say(_report(error), INTERNAL)
    return outcome if isinstance(outcome, int) else 0


def _usage(error: typer.TyperException) -> str:
    """Return what was wrong with the words given, and how to read more about the command."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else app.info.name
    return f"{error.format_message()}\n`{command} --help` shows the usage"


def _refused(error: ScreenerError | OSError) -> str:
    """Return what was refused; of the system's refusals the file and the words, no number."""
    if not isinstance(error, OSError) or error.strerror is None:
        return str(error)
    told = error.strerror[:1].lower() + error.strerror[1:]
    return told if error.filename is None else f"{error.filename}: {told}"


def _say(message: str, code: int) -> int:
    sys.stderr.write(message.rstrip("\n") + "\n")
    return code


def _report(error: Exception) -> str:
    """Write where it happened, without the values at hand, and say where that was written."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [type(error).__name__, *(f"{at.filename}:{at.lineno} in {at.name}" for at in frames)]
    with tempfile.NamedTemporaryFile(
        "w", prefix="screener-error-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write("\n".join(lines) + "\n")
    return (
        f"internal error ({type(error).__name__}); please report it with {Path(file.name)}, "
        "which holds no record"
    )


if __name__ == "__main__":
    run()
