"""In which encoding and with which delimiter a file is written."""

import codecs
from typing import NamedTuple

from charset_normalizer import from_bytes

from screener.errors import InputError

SAMPLE_BYTES = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELY = ["gb18030", "cp949", "shift_jis", "big5", "cp1252"]
_DELIMITERS = (",", ";", "\t", "|")


class Encoding(NamedTuple):
    """The encoding, whether it was guessed, and what to tell the user."""

    name: str
    guessed: bool
    remark: str


def encoding_of(sample: bytes, wanted: str | None = None, *, whole: bool = True) -> Encoding:
    """Return the encoding of a file whose first bytes are given.

    A byte order mark and valid UTF-8 are certain; anything else is a guess, which the caller
    prints. ``whole`` False says that the sample may end inside a character.

    Raises:
        InputError: The wanted encoding is unknown, or none fits.

    """
    if wanted is not None:
        return _wanted(wanted)
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return Encoding(name, guessed=False, remark=f"{name} (byte order mark)")
    if _decodes(sample, "utf-8", whole=whole) and b"\0" not in sample[:4096]:
        return Encoding("utf-8", guessed=False, remark="utf-8")
    return _guess(sample, whole=whole)


def _wanted(name: str) -> Encoding:
    try:
        known = codecs.lookup(name).name
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


def _guess(sample: bytes, *, whole: bool) -> Encoding:
    if b"\0" in sample[:4096]:
        # Text in UTF-16 without a mark: ASCII characters leave every second byte empty.
        name = "utf-16-le" if sample[1:2] == b"\0" else "utf-16-be"
        if _decodes(sample, name, whole=whole):
            return Encoding(name, guessed=True, remark=f"{name} (guessed; --encoding overrides)")
    usable = [name for name in _LIKELY if _decodes(sample, name, whole=whole)]
    best = from_bytes(sample[: 1 << 16], cp_isolation=usable).best() if usable else None
    if best is None:
        message = (
            "the encoding cannot be told; name it with --encoding (for example gb18030 or cp1252)"
        )
        raise InputError(message)
    return Encoding(
        best.encoding, guessed=True, remark=f"{best.encoding} (guessed; --encoding overrides)"
    )


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
