"""The bytes of a text file given out as whole lines: many at once, or one by one."""

import codecs
from typing import BinaryIO
from weakref import finalize

from screener.batch.encodings import NAME_ENCODING
from screener.batch.lines import Numbered
from screener.errors import InputError

MOST_LINE = 16_000_000
"""Characters of a line; no record has as many."""
_MOST_BYTES = 4  # of one character
_READ = 1 << 16

# Each line of these is text by itself: no byte of a character looks like the end of a line, and
# nothing before a line decides how it is read.
BY_LINES = frozenset(
    codecs.lookup(name).name
    for name in ("ascii", "utf-8", "utf-8-sig", "gb18030", "gbk", "cp949", "euc_kr", "big5",
                 "shift_jis", "cp932", "euc_jp", "cp1252", "latin-1", "cp1251", "cp1250")
)  # fmt: skip


class Feed:
    """What is left of a file from the start of a line on."""

    def __init__(self, stream: BinaryIO, encoding: str, number: int = 1) -> None:
        """Begin where the stream stands, with the line of this number.

        The encoding must be one of ``BY_LINES``.
        """
        self._stream = stream
        # Who reads on no further need not say so.
        finalize(self, stream.close)
        self._encoding = encoding.removesuffix("-sig")
        self._left = b""
        self._at = 0
        self._ended = False
        self.number = number

    def block(self, size: int) -> bytes:
        """Return whole lines of about so many bytes; none at the end, or if a line is longer.

        They count as given out once ``took`` is told of them.
        """
        self._fill(size)
        end = self._left.rfind(b"\n", self._at, self._at + size) + 1
        return self._left[self._at : end] if end else b""

    def took(self, block: bytes, lines: int) -> None:
        """Go on behind a block of so many lines."""
        self._at += len(block)
        self.number += lines

    def line(self) -> Numbered | None:
        """Return the next line with its number, with lone surrogates for bytes that are no text.

        Raises:
            InputError: The line is too long, or cannot be told from others in this encoding.

        """
        end = self._end()
        if end == self._at:
            return None
        data = self._left[self._at : end]
        try:
            text = data.decode(self._encoding, errors="surrogateescape")
        except UnicodeError as error:
            message = f"below this row the file is no {self._encoding}; {NAME_ENCODING}"
            raise InputError(message, row=self.number - 1) from error
        if len(text) >= MOST_LINE:
            message = f"the line has {MOST_LINE:,} characters or more; no record has"
            raise InputError(message, row=self.number)
        self._at = end
        self.number += 1
        return self.number - 1, text.lstrip("\ufeff") if self.number == 2 else text  # noqa: PLR2004

    def _end(self) -> int:
        """Return where the next line ends: behind its line feed, a lone return, or all there is."""
        size = _READ
        while (end := self._left.find(b"\n", self._at) + 1) == 0:
            if self._ended or len(self._left) - self._at >= MOST_LINE * _MOST_BYTES:
                end = len(self._left)
                break
            size *= 2
            self._fill(size)
        back = self._left.find(b"\r", self._at, end)
        lone = back >= 0 and self._left[back + 1 : back + 2] != b"\n"
        return back + 1 if lone else end

    def _fill(self, size: int) -> None:
        """Read on until so many bytes are there, or the end."""
        if len(self._left) - self._at >= size or self._ended:
            return
        pieces = [self._left[self._at :]]
        there = len(pieces[0])
        while there < size:
            piece = self._stream.read(max(_READ, size - there))
            if not piece:
                self._ended = True
                self._stream.close()
                break
            pieces.append(piece)
            there += len(piece)
        self._left, self._at = b"".join(pieces), 0
