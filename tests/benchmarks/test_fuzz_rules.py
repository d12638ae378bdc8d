"""A small run of the mutated content files; the large one is `make soak`."""

import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from benchmarks.soak.fuzz_rules import OWN, Seeds, check, mutated
from screener.errors import ContentError

KINDS: Mapping[str, Callable[[str], bool]] = {
    "rules": lambda path: not path.startswith(("watchlists/", OWN)) and path != "fields.yaml",
    "company": lambda path: path.startswith(OWN),
    "lists": lambda path: path.startswith("watchlists/"),
    "fields": lambda path: path == "fields.yaml",
}


@pytest.fixture(scope="module", name="seeds")
def _seeds() -> Seeds:
    return Seeds()


@pytest.mark.parametrize("kind", KINDS)
def test_a_mutated_file_gets_diagnostics_and_never_a_traceback(
    kind: str, seeds: Seeds, tmp_path: Path
) -> None:
    chance = random.Random(kind)
    files = [one for one in seeds.files if KINDS[kind](one[0])]
    told = 0

    for _ in range(40):
        path, text = chance.choice(files)
        try:
            told += bool(check(path, mutated(text, chance), seeds, tmp_path))
        except ContentError:
            told += 1

    assert told > 20
