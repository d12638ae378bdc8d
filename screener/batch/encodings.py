"""In which encoding and with which delimiter a file is written."""

import codecs
from typing import NamedTuple

from screener.batch.characters import usualness
from screener.errors import InputError

SAMPLE_BYTES = 1 << 20
NAME_ENCODING = "name the right one with --encoding"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELY = ("gb18030", "cp949", "shift_jis", "big5", "cp1252", "cp1251")
_LAST_OF_ASCII = 0x7F
_FEW = 12
"""Bytes beyond ASCII; a guess from fewer, as from a single short cell, is wrong more often."""
_JUDGED = 1 << 16
"""Bytes of a sample by which encodings are told apart."""
_LEAST = 0.2
"""How usual its characters must be for bytes to be text at all."""
_TO_A_STRAY = 8
"""Characters beyond ASCII that a sample of UTF-8 has at least for each stray byte."""
_DELIMITERS = (",", ";", "\t", "|")


class Encoding(NamedTuple):
    """The encoding, whether it was guessed, and what to tell the user."""

    name: str
    guessed: bool
    remark: str


def encoding_of(sample: bytes, wanted: str | None = None, *, whole: bool = True) -> Encoding:
    """Return the encoding of a file whose first bytes are given.

    A byte order mark and valid UTF-8 are certain; anything else is a guess, which the caller
    prints. A few stray bytes make UTF-8 nothing else: they spoil their rows alone. ``whole`` False says that the sample may end inside a character.

    Raises:
        InputError: The wanted encoding is unknown, or none fits.

    """
    if wanted is not None:
        return _wanted(wanted)
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return Encoding(name, guessed=False, remark=f"{name} (byte order mark)")
    wide = _wide(sample, whole=whole)
    if wide is not None:
        return _guessed(wide)
    if _decodes(sample, "utf-8", whole=whole):
        return Encoding("utf-8", guessed=False, remark="utf-8")
    strays = _strays(sample)
    if strays:
        return _guessed("utf-8", f" but for {strays:,} bytes in its first part")
    return _guess(sample, whole=whole)


def _wanted(name: str) -> Encoding:
    try:
        known = codecs.lookup(name).name
        "".encode(name)  # codecs that are no encodings of text, such as base64, refuse
    except LookupError as error:
        message = f"unknown encoding {name!r}; use a name such as utf-8, gb18030, cp949, shift_jis, cp1252"
        raise InputError(message) from error
    # The encoding as named would read the mark as part of the first header.
    name = "utf-8-sig" if known == "utf-8" else known
    return Encoding(name, guessed=False, remark=f"{known} (as asked)")


def _decodes(sample: bytes, name: str, *, whole: bool) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    try:
        decoder.decode(sample, final=whole)
    except UnicodeDecodeError:
        return False
    return True


def _wide(sample: bytes, *, whole: bool) -> str | None:
    """Return the kind of UTF-16 that a sample without a mark is in, if it is.

    There the high bytes of ASCII, so of delimiters and line ends at least, are zero and stand
    all on one side. A zero byte that strayed into other text makes no line end there.
    """
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    name, most, least = ("utf-16-le", odd, even) if odd >= even else ("utf-16-be", even, odd)
    if not most or least * 10 > most or not _decodes(sample, name, whole=whole):
        return None
    line_end = "\n" in sample.decode(name, errors="ignore")
    return name if line_end or most * 4 >= len(sample) else None


def _strays(sample: bytes) -> int:
    """Return how many bytes stray into a sample of UTF-8; 0 where it is none.

    Text in another encoding holds hardly a run of bytes that is a character of UTF-8: of GBK
    an eighth are, of the legacy European ones fewer.
    """
    beyond = [mark for mark in sample.decode("utf-8", errors="surrogateescape") if mark > "\x7f"]
    strays = sum("\udc80" <= mark <= "\udcff" for mark in beyond)
    return strays if len(beyond) - strays >= _TO_A_STRAY * strays else 0


def _guess(sample: bytes, *, whole: bool) -> Encoding:
    """Return the encoding in which a sample gives the most usual characters, if any gives text."""
    judged = sample[:_JUDGED]
    rated = [
        (usualness(judged.decode(name, "ignore"), name), name)
        for name in _LIKELY
        if _decodes(sample, name, whole=whole)
    ]
    usual, best = max(rated, key=lambda one: one[0], default=(0.0, ""))
    if usual < _LEAST:
        message = (
            "the encoding cannot be told; name it with --encoding (for example gb18030 or cp1252)"
        )
        raise InputError(message)
    return _guessed(best, rests_on=sum(byte > _LAST_OF_ASCII for byte in sample))


def _guessed(name: str, but: str = "", *, rests_on: int = _FEW) -> Encoding:
    """Return a guess; ``rests_on`` is how many bytes it rests on, and few of them tell little."""
    few = f" from {rests_on} bytes alone, look whether names are as they should be"
    remark = f"{name}{but} (guessed{few if rests_on < _FEW else ''}; --encoding overrides)"
    return Encoding(name, guessed=True, remark=remark)


def delimiter_of(header: str) -> str:
    """Return the delimiter of a header line: the one that cuts it into the most cells.

    >>> delimiter_of('supplier;product, long;country;price')
    ';'
    """
    outside, quoted = [], False
    for character in header:
        if character == '"':
            quoted = not quoted
        elif not quoted:
            outside.append(character)
    counts = {delimiter: outside.count(delimiter) for delimiter in _DELIMITERS}
    return max(_DELIMITERS, key=lambda delimiter: counts[delimiter])
