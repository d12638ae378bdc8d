"""Tests of screener.settings: arguments, environment, file, in this order."""

import json
from pathlib import Path

import pytest

from screener.errors import ConfigError
from screener.settings import Settings, read_settings


def test_the_database_lies_under_the_data_directory_unless_one_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCREENER_HOME", str(tmp_path))

    assert read_settings().database() == f"sqlite:///{tmp_path / 'screener.sqlite3'}"

    monkeypatch.setenv("SCREENER_DATABASE_URL", "sqlite:///elsewhere.sqlite3")
    assert read_settings().database() == "sqlite:///elsewhere.sqlite3"


def test_the_environment_wins_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.yaml"
    config.write_text("rules: from-the-file\nlists: from-the-file\n", encoding="utf-8")
    monkeypatch.setenv("SCREENER_CONFIG", str(config))
    monkeypatch.setenv("SCREENER_RULES", "from-the-environment")

    settings = read_settings()

    assert settings.rules == Path("from-the-environment")
    assert settings.lists == Path("from-the-file")


def test_a_missing_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCREENER_CONFIG", str(tmp_path / "none.yaml"))

    with pytest.raises(ConfigError, match=r"none\.yaml, which is no file"):
        read_settings()


def test_an_unknown_setting_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "config.yaml"
    config.write_text("rule: typo\n", encoding="utf-8")
    monkeypatch.setenv("SCREENER_CONFIG", str(config))

    with pytest.raises(ConfigError, match="SCREENER_RULE"):
        read_settings()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"home: [secret\n", r"config\.yaml:2: the settings are no YAML"),
        (b"\xff\xfe\x00secret", "the settings are no YAML"),
        (b"- secret\n", "the settings have no names"),
        (b"1: secret\n", "SCREENER_1: "),
    ],
)
def test_a_file_that_holds_no_settings_is_refused_without_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: bytes, told: str
) -> None:
    config = tmp_path / "config.yaml"
    config.write_bytes(text)
    monkeypatch.setenv("SCREENER_CONFIG", str(config))

    with pytest.raises(ConfigError, match=told) as refused:
        read_settings()

    assert "secret" not in str(refused.value)


def test_networks_that_are_no_list_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCREENER_WEBHOOK_NETWORKS", "10.1.0.0/16")

    with pytest.raises(ConfigError, match=r"webhook_networks.*JSON list"):
        read_settings()


@pytest.mark.parametrize(
    "origin", ["*", "127.0.0.1:3333", "http://127.0.0.1:3333/", "null", "https://a.example:x"]
)
def test_what_is_no_origin_is_named(origin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCREENER_RECONCILE_ORIGINS", json.dumps([origin]))

    with pytest.raises(ConfigError, match="SCREENER_RECONCILE_ORIGINS_0"):
        read_settings()


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().rules = Path("x")  # type: ignore[misc]  # what is tested
