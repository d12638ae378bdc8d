"""Where one sentence of trade prose ends and the next begins."""

import re
from bisect import bisect_right

_ABBREVIATIONS = r"""
No no Co Ltd St approx Qty Ref Inc Corp Dept Mr Ms vs pcs Art N S Prov Dist Rd Mfg Fty Gen MFG FTY MFR
[IiEe][nx]cl [Mm]anuf MANUF [Oo]rig ORIG [Pp]rod PROD Rep Dem происх сев Сев г ул обл пос [A-Z]\.[A-Z]
""".split()
# A full stop ends a sentence only before space and not behind the abbreviations of the trade. It is
# looked for first, so that what stands before is read at full stops alone.
_END = re.compile(
    r"[!?;。！？；|\n\r]+|\.(?=\s|$)" + "".join(rf"(?<!\b{one}\.)" for one in _ABBREVIATIONS)
)
# A line in capitals goes on where it ends, or the next begins, with a word that ends no sentence.
_BROKEN_LINE = re.compile(
    r"""
    (?<=[^\s.!?;:。！？；])[ \t]*\r?\n[ \t]*
    (?=[a-z가-힣一-鿿] | (?:IN|AT|BY|FROM|OF|VIA|AND|OR)\b(?![ \t]*:))
    | (?: (?<=\bIN) | (?<=\bAT) | (?<=\bBY) | (?<=\bFROM) | (?<=\bOF) | (?<=\bVIA) | (?<=\bAND)
      | (?<=\bOR) | (?<=\bTHE) | (?<=\bORIGIN) ) [ \t]*\r?\n[ \t]*
    """,
    re.VERBOSE,
)


class Sentences:
    """Where the sentences of one text begin; looked for when first asked."""

    def __init__(self, raw: str) -> None:
        """Keep the text."""
        self._raw = raw
        self._starts: tuple[int, ...] = ()

    @property
    def starts(self) -> tuple[int, ...]:
        """Offsets at which sentences begin, in order; the first is 0."""
        if not self._starts:
            self._starts = self._begun()
        return self._starts

    def _begun(self) -> tuple[int, ...]:
        joined = self._raw
        if "\n" in joined:
            joined = _BROKEN_LINE.sub(lambda match: " " * len(match.group()), joined)
        ends = (match.end() for match in _END.finditer(joined))
        return (0, *(end for end in ends if end < len(self._raw)))

    def around(self, position: int) -> tuple[int, int]:
        """Return the span of the sentence a position lies in."""
        starts = self.starts
        at = bisect_right(starts, position) - 1
        end = starts[at + 1] if at + 1 < len(starts) else len(self._raw)
        return starts[at], end


def sentences(raw: str) -> Sentences:
    """Return where sentences begin.

    A line broken inside a sentence, as manifests break them, does not end it.

    >>> text = "Made at Camp No. 3. Paid to agent; via Dandong"
    >>> [text[slice(*sentences(text).around(at))] for at in (0, 21, 36)]
    ['Made at Camp No. 3.', ' Paid to agent;', ' via Dandong']
    """
    return Sentences(raw)
