"""What a run counts, added up chunk by chunk."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from screener.batch.known import Told

TIERS = ("T0", "T1", "T2", "T3", "T4")


class Counts(NamedTuple):
    """What a run counted: by tier, rule, entry and list, rejects by what was wrong, and changes.

    ``problems`` are cells that could not be read, by field and what was wrong; ``collapsed`` are
    rows that repeat another, by their additional code.
    """

    tiers: Counter[str]
    rules: Counter[str]
    entries: Counter[str]
    lists: Counter[str]
    rejects: Counter[str]
    changes: Counter[str]
    problems: Counter[str]
    collapsed: Counter[str]

    def add(self, other: "Counts") -> None:
        """Add what another part of the run counted."""
        for mine, theirs in zip(self, other, strict=True):
            mine.update(theirs)

    def include(self, told: Told, rows: int) -> None:
        """Count the tier, rules, entries and lists of so many rows of which the same is told."""
        self.tiers[told.cells[0]] += rows
        for counter, names in (
            (self.rules, told.rules), (self.entries, told.entries), (self.lists, told.lists),
        ):  # fmt: skip
            counter.update(dict.fromkeys(names, rows))

    @property
    def screened(self) -> int:
        """The number of records screened."""
        return self.tiers.total()

    @property
    def read(self) -> int:
        """The number of rows read: those screened, collapsed into another and rejected."""
        return self.screened + self.collapsed.total() + self.rejected

    @property
    def rejected(self) -> int:
        """The number of rows rejected."""
        return self.rejects.total()

    def reached(self, tier: str) -> int:
        """Return how many records are at a tier or above."""
        return sum(self.tiers[name] for name in TIERS[TIERS.index(tier) :])

    def plain(self) -> dict[str, dict[str, int]]:
        """Return the counts as they are kept in a checkpoint, the most frequent first."""
        return {name: ordered(counter) for name, counter in self._asdict().items()}


def new_counts(kept: Mapping[str, Mapping[str, int]] | None = None) -> Counts:
    """Return counts of nothing yet, or those that a checkpoint kept."""
    return Counts(*(Counter((kept or {}).get(name, {})) for name in Counts._fields))


def ordered(counts: Counter[str]) -> dict[str, int]:
    """Return counts with the most frequent first, and equal ones by name."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
