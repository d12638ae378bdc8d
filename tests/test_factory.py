"""Tests of screener.factory: what is used, and refusals that name the file."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from screener.errors import ContentError, DataNotFoundError
from screener.factory import load, load_editions, searched
from screener.model.record import Record
from screener.resources import shipped

pytestmark = pytest.mark.slow
DOLL = Record(line_id="1", product_description="knitted doll", country_of_origin="CN")


def _copy(kind: str, folder: Path) -> Path:
    target = folder / kind
    shutil.copytree(str(shipped(kind)), target)  # type: ignore[arg-type]  # one of three names
    return target


def test_an_argument_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCREENER_RULES", str(tmp_path / "none"))

    with pytest.raises(DataNotFoundError, match="none does not exist"):
        load()

    screening = load(rules=_copy("rules", tmp_path)).screen(DOLL)
    assert "product.reported-family" in {reason.rule for reason in screening.reasons}


@pytest.mark.parametrize("kind", ["rules", "lists"])
def test_an_empty_folder_is_refused(tmp_path: Path, kind: str) -> None:
    with pytest.raises(ContentError):
        load(rules=tmp_path) if kind == "rules" else load(lists=tmp_path)


def test_an_entry_that_rests_on_an_unknown_claim_is_refused_where_it_stands(tmp_path: Path) -> None:
    lists = _copy("watchlists", tmp_path)
    load_editions(lists)  # what was read counts no more once the file has changed
    path, manifest = (lists / "dprk-parties" / name for name in ("sites.yaml", "manifest.yaml"))
    before = path.read_bytes()
    after = before.replace(b"claims: [B-11,", b"claims: [B-11x,", 1)
    assert after != before
    path.write_bytes(after)
    sealed = manifest.read_text(encoding="utf-8").replace(
        sha256(before).hexdigest(), sha256(after).hexdigest()
    )
    manifest.write_text(sealed, encoding="utf-8")

    with pytest.raises(ContentError, match=r"sites\.yaml:\d+:\d+: error\[L\d+\].*B-11x"):
        load(lists=lists)


def test_equal_lists_share_what_is_searched_and_others_do_not(tmp_path: Path) -> None:
    editions, none = load_editions(), frozenset[str]()
    shared = searched(editions, (), none, none, tmp_path)

    assert searched(load_editions(), (), none, none, tmp_path) is shared
    fewer = searched(editions[1:], (), none, none, tmp_path)
    assert fewer.catalogue.entries != shared.catalogue.entries
    of_goods = searched(editions, (), frozenset({"casket"}), none, tmp_path)
    assert of_goods.catalogue.trade == {"casket"}
