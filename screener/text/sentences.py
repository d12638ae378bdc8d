"""Where one sentence of trade prose ends and the next begins."""

import re
from bisect import bisect_right
from typing import NamedTuple

# A full stop ends a sentence only before space and not behind the abbreviations of the trade.
_END = re.compile(
    r"""
    [!?;。！？；|\n\r]+
    | (?<!\bNo)(?<!\bno)(?<!\bCo)(?<!\bLtd)(?<!\bSt)(?<!\bapprox)(?<!\bQty)(?<!\bRef)(?<!\bInc)
      (?<!\bCorp)(?<!\bDept)(?<!\bMr)(?<!\bMs)(?<!\bvs)(?<!\bpcs)(?<!\bArt)(?<!\bN)(?<!\bS)
      (?<!\b[A-Z]\.[A-Z]) \. (?=\s|$)
    """,
    re.VERBOSE,
)
_BROKEN_LINE = re.compile(r"(?<=[^\s.!?;:。！？；])[ \t]*\r?\n[ \t]*(?=[a-z가-힣一-鿿])")


class Sentences(NamedTuple):
    """Spans of the sentences of one text, in order, covering it whole."""

    raw: str
    starts: tuple[int, ...]

    def around(self, position: int) -> tuple[int, int]:
        """Return the span of the sentence a position lies in."""
        at = bisect_right(self.starts, position) - 1
        end = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.raw)
        return self.starts[at], end


def sentences(raw: str) -> Sentences:
    """Return where sentences begin.

    A line broken inside a sentence, as manifests break them, does not end it.

    >>> text = "Made at Camp No. 3. Paid to agent; via Dandong"
    >>> [text[slice(*sentences(text).around(at))] for at in (0, 21, 36)]
    ['Made at Camp No. 3.', ' Paid to agent;', ' via Dandong']
    """
    joined = _BROKEN_LINE.sub(lambda match: " " * len(match.group()), raw)
    starts = [0, *(match.end() for match in _END.finditer(joined) if match.end() < len(raw))]
    return Sentences(raw, tuple(starts))
