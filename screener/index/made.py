"""Values made when they are first asked for."""

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Made(dict[int, Value]):
    """Values by number; each is made when it is first asked for, and kept.

    >>> squares = Made(lambda number: number**2)
    >>> squares[3], dict(squares)
    (9, {3: 9})
    """

    def __init__(self, make: Callable[[int], Value]) -> None:
        """Begin with none."""
        super().__init__()
        self._make = make

    def __missing__(self, number: int) -> Value:
        """Return the value of a number that is asked for the first time."""
        value = self[number] = self._make(number)
        return value


class Once(Generic[Value]):
    """A value that is made when it is first asked for, and kept.

    ``functools.cached_property`` would make it anew each time in a compiled module.

    >>> words = Once(lambda: sorted({"b", "a"}))
    >>> words() is words()
    True
    """

    def __init__(self, make: Callable[[], Value]) -> None:
        """Begin without it."""
        self._make = make
        self._made: Value | None = None

    def __call__(self) -> Value:
        """Return the value."""
        made = self._made
        if made is None:
            made = self._made = self._make()
        return made
