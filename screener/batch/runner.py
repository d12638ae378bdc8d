"""One run over a file: chunks in, results out, counts kept."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import msgspec

from screener.batch.tables import Line, Reject
from screener.batch.writer import RunWriter
from screener.evidence.canonical import screening_json
from screener.evidence.cells import words
from screener.evidence.verdicts import Verdicts
from screener.model.columns import columns_of
from screener.model.screening import Screening
from screener.pipeline import Screener

CHUNK = 20_000
TIERS = ("T0", "T1", "T2", "T3", "T4")

Progress = Callable[[int], None]


class Counts(NamedTuple):
    """What a run counted, by tier, rule, entry and list."""

    tiers: Counter[str]
    rules: Counter[str]
    entries: Counter[str]
    lists: Counter[str]
    rejects: Counter[str]


def new_counts() -> Counts:
    """Return counts of nothing yet."""
    return Counts(Counter(), Counter(), Counter(), Counter(), Counter())


class Run:
    """Screens lines and writes what comes of them."""

    def __init__(self, screener: Screener, writer: RunWriter, *, as_of: str, every: bool) -> None:
        """Start a run; with ``every`` each record's screening is written, not only telling ones."""
        self._screener = screener
        self._writer = writer
        self._as_of = as_of
        self._every = every
        self.counts = new_counts()
        self.started = time.monotonic()

    def screen(self, lines: Iterable[Line | Reject], progress: Progress) -> None:
        """Screen all lines in chunks, in order; ``progress`` is told how many rows are done."""
        stream = iter(lines)
        while chunk := list(islice(stream, CHUNK)):
            for reject in (line for line in chunk if isinstance(line, Reject)):
                self._writer.reject(reject)
                self.counts.rejects[reject.wrong.split(":")[0]] += 1
            self._chunk([line for line in chunk if isinstance(line, Line)])
            progress(len(chunk))

    def _chunk(self, lines: Sequence[Line]) -> None:
        if not lines:
            return
        columns = columns_of([line.values for line in lines], self._screener.record_fields)
        verdicts = self._screener.screen_columns(
            columns, [line.line_id for line in lines], as_of=self._as_of
        )
        self._writer.rows(self._rows(lines, verdicts))

    def _rows(self, lines: Sequence[Line], verdicts: Verdicts) -> Iterator[list[str]]:
        for row, line in enumerate(lines):
            shown = verdicts.shown(row)
            screening = verdicts.screening(row) if shown or self._every else None
            self.counts.tiers[verdicts.tier(row)] += 1
            if screening is not None:
                self._writer.screening(screening_json(screening))
                self._count(screening)
            yield [*line.cells, *verdicts.figures(row), *words(screening)]

    def _count(self, screening: Screening) -> None:
        self.counts.rules.update(reason.rule for reason in screening.reasons)
        hits = {(hit.list, hit.entry) for hit in screening.hits}
        self.counts.entries.update(sorted(entry for _, entry in hits))
        self.counts.lists.update(sorted({name for name, _ in hits}))

    def summary(self) -> dict[str, object]:
        """Return counts, rates and the snapshot; timings stand in a block of their own."""
        screened = sum(self.counts.tiers.values())
        rejected = sum(self.counts.rejects.values())
        review = sum(self.counts.tiers[tier] for tier in TIERS[2:])
        seconds = time.monotonic() - self.started
        return {
            "rows": {"read": screened + rejected, "screened": screened, "rejected": rejected},
            "tiers": {tier: self.counts.tiers[tier] for tier in TIERS},
            "rates": {"review_or_above": round(review / screened, 6) if screened else None},
            "rules": _sorted(self.counts.rules),
            "entries": _sorted(self.counts.entries),
            "lists": _sorted(self.counts.lists),
            "rejects": _sorted(self.counts.rejects),
            "scope": msgspec.to_builtins(self._screener.scope),
            "snapshot": msgspec.to_builtins(self._screener.snapshot(self._as_of)),
            "timings": {
                "seconds": round(seconds, 3),
                "rows_per_second": round(screened / seconds, 1) if seconds else None,
            },
        }


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
