"""What decided is named, and naming it costs nothing the second time."""

from pathlib import Path

import pytest

from screener.evidence import snapshot
from screener.factory import load_beside
from screener.lists.edition import read_edition, sealed_beside
from screener.pipeline import Screener
from tests.lists.written_lists import PLACE, write_list


def test_the_engine_names_every_library_that_shapes_results() -> None:
    named = snapshot.engine()

    for library in ("forced-labor-screener", "rapidfuzz", "opencc", "snowballstemmer", "pypinyin"):
        assert f"{library} " in named
    assert "uninstalled" not in named


def test_versions_are_read_once_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot.engine()

    # Reading an installed package's metadata takes longer than to screen a record.
    monkeypatch.setattr(snapshot, "version", lambda _: "read again")

    assert snapshot.engine() == before


LOCALITIES = "names,country,admin,kind\nDandong|丹东,CN,CN-LN,city\n"


def _hash(root: Path, localities: str, words: str) -> str:
    """Return the hash of one list with a gazetteer and a vocabulary beside it."""
    edition = read_edition(write_list(root, "places", {"a.yaml": PLACE}))
    write_list(root, "gazetteer", {"a.csv": localities}, kind="gazetteer")
    write_list(root, "words", {"a.txt": words}, kind="vocabulary")
    return snapshot.lists_hash([edition], sealed_beside(root))


@pytest.mark.parametrize(
    ("localities", "words", "same"),
    [
        (LOCALITIES, "cotton\n", True),
        (LOCALITIES.replace("CN-LN", "CN-JL"), "cotton\n", False),
        (LOCALITIES, "yarn\n", False),
    ],
    ids=["the same", "another gazetteer", "another vocabulary"],
)
def test_runs_under_other_places_or_words_are_told_apart(
    tmp_path: Path, localities: str, words: str, *, same: bool
) -> None:
    first = _hash(tmp_path / "first", LOCALITIES, "cotton\n")

    second = _hash(tmp_path / "second", localities, words)

    assert (first == second) is same


def test_snapshot_holds_what_is_beside_the_lists_in_use(screener: Screener) -> None:
    beside = load_beside()

    assert {list_id for list_id, _ in beside} >= {"gazetteer", "trade-vocabulary"}
    assert screener.snapshot().lists == snapshot.lists_hash(screener.editions, beside)
