"""Drafts in overlays: nothing leads out of the folder, nothing is lost, all is on record."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from screener.errors import ChangedError, ConflictError, InputError
from screener.storage import overlays
from screener.storage.overlays import Place, SavedDraft
from screener.storage.repository import Repository
from screener.storage.session import connect

BOLTS = Place("acme", "own.bolts")


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return tmp_path / "data"


def _saved(
    repository: Repository, home: Path, place: Place, text: str = "a", seen: str | None = None
) -> SavedDraft:
    return repository.overlays.save(
        home, place, text, seen=seen, extends="dprk-core ^1.0", actor="ann"
    )


@pytest.mark.parametrize(
    "place",
    [
        Place("..", "own.bolts"),
        Place("acme\n", "own.bolts"),
        Place("acme", "../own.bolts"),
        Place("acme", "own..bolts"),
        Place("acme", "own.bolts\n"),
        Place("acme", "lists.bolts"),
    ],
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, place: Place) -> None:
    # It is refused before the database is asked.
    repository = Repository(connect(f"sqlite:///{tmp_path}/none.sqlite3"))

    with pytest.raises(InputError):
        _saved(repository, tmp_path / "data", place)
    assert list(tmp_path.iterdir()) == []


def test_there_is_an_end_to_drafts_and_overlays(
    repository: Repository, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overlays, "MOST_DRAFTS", 2)
    monkeypatch.setattr(overlays, "MOST_OVERLAYS", 1)
    _saved(repository, home, Place("acme", "own.a"))
    _saved(repository, home, Place("acme", "own.b"))

    with pytest.raises(ConflictError, match="2 drafts"):
        _saved(repository, home, Place("acme", "own.c"))
    with pytest.raises(ConflictError, match="1 overlays"):
        _saved(repository, home, Place("other", "own.a"))

    assert [one.subject for one in repository.audit.events()] == ["acme/own.a", "acme/own.b"]
    assert not repository.audit.verify().flaws


def test_of_two_who_looked_at_the_same_draft_one_is_refused(
    repository: Repository, home: Path
) -> None:
    seen = _saved(repository, home, BOLTS, "one").hash
    _saved(repository, home, BOLTS, "two", seen)

    with pytest.raises(ChangedError, match="is another by now"):
        _saved(repository, home, BOLTS, "three", seen)
    with pytest.raises(ChangedError, match="is there already"):
        _saved(repository, home, BOLTS, "three")
    with pytest.raises(ChangedError, match="is another by now"):
        repository.overlays.remove(home, BOLTS, seen=seen, actor="bob")

    assert repository.overlays.draft(home, BOLTS).text == "two"
    assert len(repository.audit.events()) == 2


def test_writers_at_once_lose_nothing(repository: Repository, home: Path) -> None:
    first = _saved(repository, home, BOLTS, "first").hash

    def save(text: str) -> bool:
        try:
            return _saved(repository, home, BOLTS, text, first).text == text
        except ChangedError:
            return False

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(save, [f"text {number}" for number in range(8)]))

    assert won.count(True) == 1
    assert repository.overlays.draft(home, BOLTS).text == f"text {won.index(True)}"
    assert len(repository.audit.events()) == 2
    assert not repository.audit.verify().flaws


def test_what_cannot_be_written_leaves_no_event(repository: Repository, home: Path) -> None:
    home.mkdir()
    (home / "overlays").write_text("a file where the folder should be", encoding="utf-8")

    with pytest.raises(OSError, match="overlays"):
        _saved(repository, home, BOLTS)

    assert repository.audit.events() == ()
