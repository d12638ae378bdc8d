"""Texts that hold what is no text, shown so that they can be written anywhere."""

import re

NUL = "␀"
"""The sign for a NUL character; neither workbooks nor most readers of CSV take the character itself."""
_STRAY = re.compile("[\ud800-\udfff]")
_FIRST, _LAST, _BYTE = 0xDC80, 0xDCFF, 0xFF


def legible(text: str) -> str:
    r"""Return a text with the sign for NUL, and bytes that are no text as ``\xNN``.

    >>> legible("a\0b"), legible("ha\udcffts")
    ('a␀b', 'ha\\xffts')
    """
    return _STRAY.sub(_shown, text.replace("\0", NUL))


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code & _BYTE:02x}" if _FIRST <= code <= _LAST else f"\\u{code:04x}"
