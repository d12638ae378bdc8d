"""Errors the screener raises.

* ScreenerError
  - ConfigError        settings or options that cannot work together
  - DataNotFoundError  shipped rules, watchlists or seeds are missing
  - ContentError       content files are wrong (carries the diagnostics)
    + RuleError        the rule pack
    + ListError        a watchlist
    + SourceError      the evidence register
  - InputError         a record or file of the user's is wrong (has row and column)
  - NotStoredError     nothing is stored under that id
  - RefusedError       this person may not do that
  - ConflictError      that cannot be done as things stand
    + RepeatedError    it was done before, by a request with the same key
    + ChangedError     it is another by now than the one that was looked at

None of them knows an HTTP status; ``api.errors`` maps classes to statuses.
"""


class ScreenerError(Exception):
    """Everything this package raises on purpose."""


class ConfigError(ScreenerError):
    """Settings or options cannot work, alone or together."""


class DataNotFoundError(ScreenerError):
    """Shipped rules, watchlists or seeds are missing or empty."""


class ContentError(ScreenerError):
    """Content files are wrong; the message lists every diagnostic.

    >>> print(ContentError("unknown field 'contry'", path="rules/a.yaml", line=7))
    rules/a.yaml:7: unknown field 'contry'
    """

    def __init__(
        self, message: str, *, path: str = "", line: int = 0, found: tuple[object, ...] = ()
    ) -> None:
        """Keep the place beside the message, and the diagnostics that it lists."""
        super().__init__(f"{path}:{line}: {message}" if path else message)
        self.message = message
        self.path = path
        self.line = line
        self.found = found


class RuleError(ContentError):
    """The rule pack is wrong or empty."""


class ListError(ContentError):
    """A watchlist is wrong or empty."""


class SourceError(ContentError):
    """The evidence register is wrong or empty."""


class InputError(ScreenerError):
    """A record or file of the user's is wrong.

    >>> print(InputError("no such date: 2026-13-01", row=4, column="ship_date"))
    row 4, column ship_date: no such date: 2026-13-01
    """

    def __init__(self, message: str, *, row: int | None = None, column: str | None = None) -> None:
        """Keep row and column beside the message."""
        place = ", ".join(
            part
            for part in (
                f"row {row}" if row is not None else "",
                f"column {column}" if column is not None else "",
            )
            if part
        )
        super().__init__(f"{place}: {message}" if place else message)
        self.row = row
        self.column = column


class NotStoredError(ScreenerError):
    """Nothing is stored under that id."""


class RefusedError(ScreenerError):
    """This person may not do that, such as consent to a decision of their own."""


class ConflictError(ScreenerError):
    """That cannot be done as things stand, such as to end what has ended."""


class RepeatedError(ConflictError):
    """It was done before, by a request with the same idempotency key."""


class ChangedError(ConflictError):
    """What was to be changed is another by now than the one that was looked at."""
