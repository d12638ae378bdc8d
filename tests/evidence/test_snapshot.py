"""What decided is named, and naming it costs nothing the second time."""

import pytest

from screener.evidence import snapshot


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
