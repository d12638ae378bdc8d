"""Times nomenklatura's screening of names; runs in an environment of its own.

Reads a JSON object with ``listed`` and ``queries`` from standard input and writes the seconds
of processor time for building the blocking index and for screening: candidates by the
blocking index, each scored by logic-v2, the best kept. Its index is DuckDB's work; the time
is that of all its threads. Nothing of this package is imported here.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from followthemoney import Dataset, StatementEntity  # type: ignore[import-not-found]
from nomenklatura.blocker.index import Index  # type: ignore[import-not-found]
from nomenklatura.matching import LogicV2  # type: ignore[import-not-found]

DATASET = Dataset.make({"name": "listed", "title": "Listed"})


class Listed:
    """The view of a list that the index reads."""

    def __init__(self, entities: Iterable[StatementEntity]) -> None:
        """Keep the entities."""
        self._entities = list(entities)

    def entities(self, include_schemata: object = None) -> Iterator[StatementEntity]:
        """Yield every entity; all are of one schema."""
        del include_schemata
        yield from self._entities


def entities(prefix: str, names: list[str]) -> dict[str, StatementEntity]:
    """Return companies that have a name and nothing else."""
    return {
        f"{prefix}{at}": StatementEntity.from_data(
            DATASET,
            {"id": f"{prefix}{at}", "schema": "Company", "properties": {"name": [name]}},
        )
        for at, name in enumerate(names)
    }


def main() -> None:
    """Time what comes in."""
    asked = json.load(sys.stdin)
    listed, queries = entities("l", asked["listed"]), entities("q", asked["queries"])
    settings = LogicV2.default_config()
    some = list(listed.values())[:20]
    for one in some:  # what is loaded on first use is no part of the measurement
        LogicV2.compare(one, some[0], settings)
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        index = Index(Listed(listed.values()), Path(folder))
        index.build()
        built = time.process_time()
        pairs = 0
        for found, matches in index.match_entities(queries.values()):
            for other, _ in matches:
                LogicV2.compare(queries[str(found.id)], listed[str(other.id)], settings)
                pairs += 1
        screened = time.process_time()
    json.dump({"build": built - start, "screen": screened - built, "pairs": pairs}, sys.stdout)


if __name__ == "__main__":
    main()
