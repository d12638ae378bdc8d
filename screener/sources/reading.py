"""Whether a text is the one that the register read."""

import hashlib

import msgspec

from screener.model.source import Source


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Hash and number of non-empty lines of a text, beside those that the register holds."""

    source: str
    sha256: str
    sha256_read: str | None
    lines: int
    lines_read: int | None

    @property
    def same(self) -> bool:
        """Whether the text is the one that was read, byte for byte."""
        return self.sha256 == self.sha256_read

    def verdict(self) -> str:
        """Return one sentence for people."""
        if self.sha256_read is None:
            return f"{self.source}: the register keeps no hash of a text read"
        lines = f"{self.lines} non-empty lines, {self.lines_read} when it was read"
        if self.same:
            return f"{self.source}: the same text, SHA-256 {self.sha256}; {lines}"
        return (
            f"{self.source}: another text; SHA-256 {self.sha256}, "
            f"{self.sha256_read} when it was read; {lines}"
        )


def compare(data: bytes, source: Source) -> Comparison:
    """Return how a text compares with the one that the register read of a source."""
    text = data.decode("utf-8", errors="replace")
    counted = None if source.paragraphs is None else source.paragraphs + source.leading_lines
    return Comparison(
        source=source.id,
        sha256=hashlib.sha256(data).hexdigest(),
        sha256_read=source.sha256,
        lines=sum(bool(line.strip()) for line in text.splitlines()),
        lines_read=counted,
    )
