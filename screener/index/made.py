"""Values made when they are first asked for."""

from collections.abc import Callable
from typing import TypeVar

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
