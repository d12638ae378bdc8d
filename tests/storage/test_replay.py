"""Stored screenings follow from their record, also after lists and rules changed."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from screener.cli.main import main
from screener.errors import ConflictError, DataNotFoundError, NotStoredError
from screener.evidence.canonical import screening_json
from screener.factory import Folders, folders_in_use, load_from
from screener.model.record import Record
from screener.pipeline import Screener
from screener.storage.replay import Replayer
from screener.storage.repository import Repository
from screener.storage.screenings import Answer, Kept, new_id

pytestmark = pytest.mark.slow
RECORD = Record(
    line_id="1", product_description="dolls", supplier_name="Sinuiju Paekto Camp",
    supplier_country="KP",
)  # fmt: skip
CHANGED = "policy.yaml"


def _stored(repository: Repository, screener: Screener, content: str | None) -> Kept:
    screening = screener.screen(RECORD)
    answer = Answer(new_id(), RECORD, screening, screening_json(screening))
    repository.screenings.add([answer], actor="ann", content=content)
    return repository.screenings.get(answer.id)


@pytest.fixture(scope="module", name="later")
def _later(tmp_path_factory: pytest.TempPathFactory) -> Screener:
    """Return a screener with a pack of later: the policy has other grades of points."""
    used = folders_in_use()
    rules = tmp_path_factory.mktemp("later") / "rules"
    shutil.copytree(Path(str(used.rules)), rules)
    policy = rules / CHANGED
    written = policy.read_text(encoding="utf-8")
    policy.write_text(written.replace("T1: 20", "T1: 21"), encoding="utf-8")
    assert policy.read_text(encoding="utf-8") != written
    return load_from(Folders(rules, used.lists, used.seeds))


def test_the_content_of_now_needs_nothing_kept(repository: Repository, screener: Screener) -> None:
    kept = _stored(repository, screener, None)

    assert Replayer(screener, repository.contents).replay(kept).same


@pytest.mark.slow
def test_what_was_used_then_is_used_again(
    repository: Repository, screener: Screener, later: Screener
) -> None:
    content = repository.contents.keep(folders_in_use())
    kept = _stored(repository, screener, content)
    replayer = Replayer(later, repository.contents)

    found = replayer.replay(kept)
    latest = replayer.latest(kept)

    assert found.screening == kept.screening
    assert found.same
    assert not latest.same
    assert latest.difference is not None
    assert "policy" in latest.difference.changed


def test_content_that_was_not_kept_is_told(
    repository: Repository, screener: Screener, later: Screener
) -> None:
    replayer = Replayer(later, repository.contents)

    for content in (None, "0" * 64):
        with pytest.raises(ConflictError, match="kept"):
            replayer.replay(_stored(repository, screener, content))


def test_content_is_kept_once(repository: Repository) -> None:
    first = repository.contents.keep(folders_in_use())
    events = len(repository.audit.events())

    assert repository.contents.keep(folders_in_use()) == first
    assert len(repository.audit.events()) == events
    assert repository.audit.verify().flaws == ()


def test_a_changed_list_adds_that_list_alone(repository: Repository, tmp_path: Path) -> None:
    used = folders_in_use()
    first = repository.contents.keep(used)
    before = len(repository.audit.events(kind="content.part"))
    lists = tmp_path / "lists"
    shutil.copytree(Path(str(used.lists)), lists)
    changed = min(lists.glob("*/manifest.yaml"))
    changed.write_text(changed.read_text(encoding="utf-8") + "\n# later\n", encoding="utf-8")

    second = repository.contents.keep(used._replace(lists=lists))

    assert first != second
    assert len(repository.audit.events(kind="content.part")) == before + 1


def test_imported_lists_are_kept_beside_the_others(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "manifest.yaml").write_text("list: own\n", encoding="utf-8")
    used = folders_in_use()._replace(imported={"own": tmp_path})

    found = repository.contents.folders(repository.contents.keep(used))

    assert found.imported["own"].joinpath("manifest.yaml").read_bytes() == b"list: own\n"
    assert found.rules.joinpath(CHANGED).is_file()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE content_part SET archive = (SELECT archive FROM content_part WHERE name = 'rules')",
     "DELETE FROM content_part WHERE name = 'seeds'"],
    ids=["altered", "gone"],
)  # fmt: skip
def test_altered_content_is_found(repository: Repository, engine: Engine, statement: str) -> None:
    content = repository.contents.keep(folders_in_use())
    with engine.begin() as connection:
        connection.execute(text(statement))

    assert repository.audit.verify().flaws
    with pytest.raises(DataNotFoundError):
        repository.contents.folders(content)


def test_unknown_content_is_told(repository: Repository) -> None:
    with pytest.raises(NotStoredError):
        repository.contents.folders("none")


@pytest.mark.slow
def test_the_command_replays_a_file(
    engine: Engine,
    address: str,
    screener: Screener,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SCREENER_DATABASE_URL", address)
    kept = _stored(Repository(engine), screener, None)
    file = tmp_path / "screening.json"
    file.write_bytes(kept.screening + b"\n")

    assert main(["replay", str(file)]) == 0
    assert capsys.readouterr().out.encode() == kept.screening + b"\n"

    file.write_bytes(b"{}")
    assert main(["replay", str(file)]) == 3
    assert main(["replay", str(tmp_path / "none.json")]) == 3
