"""``screener rules schema --editors``: schemas and settings of a workspace."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from screener.cli.editor_settings import jetbrains, vs_code
from screener.cli.main import main
from screener.errors import InputError
from tests.rules.packs import copied


def test_schemas_and_settings_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = copied(tmp_path)

    code = main(["rules", "schema", "--editors", str(tmp_path), "--rules", str(pack)])

    assert code == 0
    written = [line.removesuffix(" is written") for line in capsys.readouterr().out.splitlines()]
    rule, condition, vs_code_file, jetbrains_file = map(Path, written)
    assert json.loads(rule.read_text(encoding="utf-8"))["title"] == "A rule"
    assert json.loads(condition.read_text(encoding="utf-8"))["title"] == "A named condition"
    settings = json.loads(vs_code_file.read_text(encoding="utf-8"))
    assert settings["yaml.schemas"]["./rules/rule.schema.json"][0] == "rules/*/*.yaml"
    assert _values(jetbrains_file, ".//option[@name='relativePathToSchema']") == [
        "rules/rule.schema.json",
        "rules/condition.schema.json",
    ]


def test_a_pack_elsewhere_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "schema", "--editors", str(tmp_path)]) == 3
    assert "does not lie in" in capsys.readouterr().err


def test_settings_that_stand_there_stay(tmp_path: Path) -> None:
    ((file, _),) = vs_code(tmp_path, "rules").items()
    file.parent.mkdir()
    other = {"editor.rulers": [100], "yaml.schemas": {"./a.json": ["a.yaml"]}}
    file.write_text(json.dumps(other), encoding="utf-8")

    ((_, text),) = vs_code(tmp_path, "rules").items()

    joined = json.loads(text)
    assert joined["editor.rulers"] == [100]
    assert [*joined["yaml.schemas"]] == [
        "./a.json",
        "./rules/rule.schema.json",
        "./rules/condition.schema.json",
    ]


@pytest.mark.parametrize("text", ['{"a": 1, // mine\n}', "[]", '{"yaml.schemas": []}'])
def test_settings_that_cannot_be_joined_are_left_alone(text: str, tmp_path: Path) -> None:
    file = tmp_path / ".vscode" / "settings.json"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=r"add 'yaml.schemas' by hand"):
        vs_code(tmp_path, "rules")


def test_mappings_of_others_stay_and_ours_are_set_anew(tmp_path: Path) -> None:
    file = tmp_path / ".idea" / "jsonSchemas.xml"
    file.parent.mkdir()
    file.write_text(
        '<project version="4"><component name="JsonSchemaMappingsProjectConfiguration">'
        '<state><map><entry key="other"><value/></entry></map></state></component></project>',
        encoding="utf-8",
    )
    for prefixes in (["dprk"], ["dprk", "own"]):
        ((_, text),) = jetbrains(tmp_path, ".", prefixes).items()
        file.write_text(text, encoding="utf-8")

    names = _values(file, ".//entry", "key")
    assert names == ["other", "rule.schema.json", "condition.schema.json"]
    assert _values(file, ".//Item/option[@name='path']") == ["dprk", "own", "conditions"]


def test_mappings_that_are_no_xml_are_refused(tmp_path: Path) -> None:
    file = tmp_path / ".idea" / "jsonSchemas.xml"
    file.parent.mkdir()
    file.write_text("<project", encoding="utf-8")

    with pytest.raises(InputError, match="no sound XML"):
        jetbrains(tmp_path, "rules", [])


def _values(file: Path, path: str, key: str = "value") -> list[str | None]:
    return [one.get(key) for one in ET.parse(file).iterfind(path)]  # noqa: S314  written just now
