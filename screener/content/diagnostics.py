"""Diagnostics: what is wrong in a content file, where, and what to do about it."""

import difflib
import unicodedata
from collections.abc import Iterable
from typing import Literal, Protocol

import msgspec

from screener.errors import ContentError

Severity = Literal["error", "warning"]

MAX_KEPT = 1_000
"""A file that is wrong everywhere is shown up to here; the rest is counted."""

_MAX_SHOWN = 160
_MAX_GUESSED = 60


class Place(Protocol):
    """Where something stands in a file; ``nodes.Mark`` is one."""

    @property
    def path(self) -> str:
        """The file."""

    @property
    def line(self) -> int:
        """The line, from 1."""

    @property
    def column(self) -> int:
        """The column, from 1, in characters."""

    @property
    def end_column(self) -> int:
        """The column behind the last character."""

    @property
    def source(self) -> str:
        """The text of the line."""


class Fix(msgspec.Struct, frozen=True):
    """What to write instead of the text that a diagnostic points at; certain, never a guess."""

    text: str


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True):
    """One message of a checker. ``fix`` replaces the columns from ``column`` to ``end_column``."""

    code: str
    path: str
    line: int
    column: int
    end_column: int
    severity: Severity
    message: str
    help: str | None = None
    source: str = ""
    fix: Fix | None = None

    def render(self) -> str:
        """Return the message with its line, a caret under the place, and the help.

        >>> print(Diagnostic(code="R001", path="a.yaml", line=5, column=1, end_column=6,
        ...     severity="error", message='unknown key "staus" in a rule',
        ...     help='did you mean "status"?', source="staus: active").render())
        a.yaml:5:1: error[R001] unknown key "staus" in a rule
             5 | staus: active
               | ^^^^^
               = did you mean "status"?
        """
        lines = [
            f"{self.path}:{self.line}:{self.column}: {self.severity}[{self.code}] "
            + _printable(self.message)
        ]
        if self.source:
            shown, blanks, carets = _pointer(self.source, self.column, self.end_column)
            lines += [f"{self.line:>6} | {shown}".rstrip(), f"       | {blanks}{carets}"]
        if self.help:
            lines.append(f"       = {_printable(self.help)}")
        return "\n".join(lines)


def diagnostics_of(error: ContentError) -> tuple[Diagnostic, ...]:
    """Return what an error lists; one without a list is itself the diagnostic, with its place."""
    listed = tuple(one for one in error.found if isinstance(one, Diagnostic))
    return listed or (
        Diagnostic(
            code="R000",
            path=error.path or ".",
            line=max(1, error.line),
            column=1,
            end_column=2,
            severity="error",
            message=error.message,
        ),
    )


class Diagnostics:
    """Collects every problem of a run, so that all are shown at once."""

    def __init__(self) -> None:
        """Start empty."""
        self._kept: list[Diagnostic] = []
        self._seen: set[tuple[str, str, int, int, str]] = set()
        self._dropped = 0

    def add(
        self,
        code: str,
        mark: Place,
        message: str,
        help: str | None = None,  # noqa: A002  the word of the rendered form
        severity: Severity = "error",
        fix: Fix | None = None,
    ) -> None:
        """Keep one problem; the same one twice is kept once."""
        key = (code, mark.path, mark.line, mark.column, message)
        if key in self._seen:
            return
        if len(self._kept) >= MAX_KEPT:
            self._dropped += 1
            return
        self._seen.add(key)
        self._kept.append(
            Diagnostic(
                code=code,
                path=mark.path,
                line=mark.line,
                column=mark.column,
                end_column=mark.end_column,
                severity=severity,
                message=message,
                help=help,
                source=mark.source,
                fix=fix,
            )
        )

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Errors and warnings by path, line, column and code."""
        return tuple(sorted(self._kept, key=_order))

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The errors by path, line, column and code."""
        return tuple(found for found in self.found if found.severity == "error")

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The warnings by path, line, column and code."""
        return tuple(found for found in self.found if found.severity == "warning")

    def render(self) -> str:
        """Return all messages as text, in order; empty if nothing was found."""
        shown = [found.render() for found in self.found]
        if self._dropped:
            shown.append(f"and {self._dropped} more")
        return "\n".join(shown)

    def raise_if_any(self, error_class: type[ContentError]) -> None:
        """Raise ``error_class`` with the rendered text if there is an error.

        Raises:
            ContentError: of the class given; warnings alone do not raise.
        """
        errors = self.errors
        if errors:
            raise error_class(self.render(), found=self.found)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that a misspelt one most likely meant, or None.

    >>> nearest("staus", ["title", "status", "owner"])
    'status'
    >>> nearest("zebra", ["title", "status"]) is None
    True
    """
    return next(iter(_near(word, known, 1)), None)


def meant(word: str, known: Iterable[str]) -> str:
    """Return a question naming up to three known words that a misspelt one may mean, or "".

    >>> meant("ofac-2016", ["ofac-listings-2016", "ofac-elf-2019", "rfa-masks-2021"])
    'did you mean "ofac-elf-2019" or "ofac-listings-2016"? '
    >>> meant("zebra", ["title"])
    ''
    """
    quoted = [f'"{name}"' for name in _near(word, known, 3)]
    if not quoted:
        return ""
    return f"did you mean {' or '.join(quoted)}? "


def _near(word: str, known: Iterable[str], most: int) -> list[str]:
    """Return the known words most like a word, the likest first."""
    if not word or len(word) > _MAX_GUESSED:
        return []
    near_length = sorted({name for name in known if abs(len(name) - len(word)) <= len(word)})
    folded = {name.casefold(): name for name in reversed(near_length)}
    close = difflib.get_close_matches(word.casefold(), list(folded), n=most, cutoff=0.6)
    return [folded[one] for one in close]


def suggestion(word: str, known: Iterable[str], label: str = "known") -> str:
    """Return help for an unknown word: the nearest known one and the first few others.

    >>> suggestion("says_anny", ["says_any", "is_missing"], "tests")
    'did you mean "says_any"? tests: says_any, is_missing'
    """
    names = tuple(known)
    near = nearest(word, names)
    listed = ", ".join(names[:8]) + (", ..." if len(names) > 8 else "")  # noqa: PLR2004
    guess = f'did you mean "{near}"? ' if near is not None else ""
    return f"{guess}{label}: {listed}" if listed else guess.strip()


def _order(found: Diagnostic) -> tuple[str, int, int, str, str]:
    return found.path, found.line, found.column, found.code, found.message


def _pointer(source: str, column: int, end_column: int) -> tuple[str, str, str]:
    """Return the line as shown, the blanks below its beginning, and the carets.

    Chinese and Korean characters take two cells of a terminal, combining marks none; a tab
    is repeated below itself.
    """
    start = max(0, min(column - 1, len(source)))
    stop = max(start, min(end_column - 1, len(source)))
    first = max(0, start - _MAX_SHOWN // 2) if len(source) > _MAX_SHOWN else 0
    shown = _printable(source[first : first + _MAX_SHOWN])
    ahead = "..." if first else ""
    behind = "..." if first + _MAX_SHOWN < len(source) else ""
    blanks = " " * len(ahead) + "".join(_blank(char) for char in shown[: start - first])
    cells = sum(len(_blank(char)) for char in shown[start - first : stop - first])
    return f"{ahead}{shown}{behind}", blanks, "^" * max(1, cells)


def _blank(char: str) -> str:
    if char == "\t":
        return "\t"
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return ""
    return "  " if unicodedata.east_asian_width(char) in {"W", "F"} else " "


def _printable(text: str) -> str:
    """Return ``text`` without characters that could steer a terminal."""
    return "".join(
        char if char == "\t" or unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"} else "�"
        for char in text
    )
