"""Scores name pairs with nomenklatura; runs in an environment of its own.

Reads a JSON list of [name, name, schema] from standard input and writes, for each matcher,
the list of scores. Nothing of this package is imported here.
"""

import json
import sys

from followthemoney import EntityProxy  # type: ignore[import-not-found]
from nomenklatura.matching import LogicV1, LogicV2  # type: ignore[import-not-found]


def entity(name: str, schema: str, key: str) -> EntityProxy:
    """Return an entity that has a name and nothing else."""
    return EntityProxy.from_dict({"id": key, "schema": schema, "properties": {"name": [name]}})


def main() -> None:
    """Score what comes in."""
    pairs = json.load(sys.stdin)
    scores = {}
    for matcher in (LogicV1, LogicV2):
        settings = matcher.default_config()
        scores[matcher.NAME] = [
            matcher.compare(entity(first, schema, "a"), entity(second, schema, "b"), settings).score
            for first, second, schema in pairs
        ]
    json.dump(scores, sys.stdout)


if __name__ == "__main__":
    main()
