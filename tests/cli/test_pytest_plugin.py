"""Inline tests of a pack as items of pytest."""

import tomllib
from pathlib import Path

import pytest

from tests.contract.source_files import ROOT
from tests.rules.packs import RULES, copied, edit

pytest_plugins = ["pytester"]

PLUGIN = "screener.cli.pytest_plugin"


def run(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, *arguments: str
) -> pytest.RunResult:
    # The plugin is named, so that it need not be installed; others stay out.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    return pytester.runpytest_inprocess("-p", PLUGIN, *arguments)


def test_each_inline_test_is_an_item_and_a_failure_says_why(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pack = copied(tmp_path)
    edit(pack / "origin" / "dprk-declared.yaml", "expect: unknown", "expect: miss")

    result = run(pytester, monkeypatch, "-v", "--screener-rules", str(pack))

    outcomes = result.parseoutcomes()
    assert outcomes["failed"] == 1
    assert outcomes["passed"] > 600
    result.stdout.fnmatch_lines(
        [
            "*/origin/dprk-declared.yaml::origin.dprk-declared::origin left blank FAILED*",
            "expected miss, got unknown",
            "because when unknown: a place in P-KP found in country_of_origin*",
        ]
    )


@pytest.mark.slow
def test_a_team_names_its_folder_in_the_configuration_and_chooses_by_name(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = (RULES / "location" / "dandong.yaml").read_text(encoding="utf-8")
    own = pytester.mkdir("own") / "acme"
    own.mkdir()
    (own.parent / "overlay.yaml").write_text("extends: dprk-core ^1.0\n", encoding="utf-8")
    text = rule.replace("rule: location.dandong\n", "rule: acme.dandong\n")
    (own / "dandong.yaml").write_text(text, encoding="utf-8")
    pytester.makeini("[pytest]\nscreener_rules = own\n")

    result = run(pytester, monkeypatch, "-v", "-k", "acme.dandong")

    result.stdout.fnmatch_lines(["own/acme/dandong.yaml::acme.dandong::city column PASSED*"])
    assert result.parseoutcomes()["passed"] == text.count("- name: ")


def test_nothing_is_added_unless_it_is_asked_for(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytester.makepyfile("def test_own(): pass")

    run(pytester, monkeypatch).assert_outcomes(passed=1)


def test_the_package_offers_the_plugin() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["entry-points"]["pytest11"] == {"screener": PLUGIN}
