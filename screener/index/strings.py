"""Many texts in two plain arrays, each made when it is asked for."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import overload

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
Octets = NDArray[np.uint8]


class Strings(Sequence[str]):
    """Texts as one run of UTF-8 (``octets``) and where each begins in it (``starts``).

    ``starts`` has one element more than there are texts: where the last one ends.
    """

    def __init__(self, starts: Places, octets: Octets) -> None:
        """Keep the arrays, which may lie in a file."""
        self.starts = starts
        self.octets = octets
        self._starts = starts.data
        self._octets = octets.data

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Strings":
        """Return texts in arrays.

        >>> Strings.of(["丹东", "", "Huayang"])[0]
        '丹东'
        """
        written = [text.encode("utf-8", "surrogatepass") for text in texts]
        starts = np.zeros(len(written) + 1, np.int64)
        np.cumsum(np.fromiter(map(len, written), np.int64, len(written)), out=starts[1:])
        return cls(starts, np.frombuffer(b"".join(written), np.uint8))

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        """Return a text, or several."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        at %= len(self)
        octets = self._octets[self._starts[at] : self._starts[at + 1]]
        return str(octets, "utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        """Yield all texts in order."""
        octets, starts = self.octets.tobytes(), self.starts.tolist()
        if octets.isascii():
            text = octets.decode()
            for start, end in pairwise(starts):
                yield text[start:end]
        else:
            for start, end in pairwise(starts):
                yield octets[start:end].decode("utf-8", "surrogatepass")
