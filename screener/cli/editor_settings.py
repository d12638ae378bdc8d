"""Settings of a workspace that tell an editor which schema a file of a rule pack has.

Settings that stand there stay; only what names our schemas is set anew.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import msgspec

from screener.errors import InputError
from screener.rules.authoring import SCHEMA

SCHEMAS: Mapping[str, str] = {"rule": SCHEMA, "condition": "condition.schema.json"}
"""The files that hold the schemas of rules and of named conditions, inside the pack."""

CONDITIONS = "conditions"

_Settings = dict[str, Any]
_SETTING = "yaml.schemas"
_COMPONENT = "JsonSchemaMappingsProjectConfiguration"


def vs_code(workspace: Path, pack: str) -> dict[Path, str]:
    """Return the settings of VS Code and their file; ``pack`` is a path below the workspace.

    Raises:
        InputError: The file that stands there is no plain JSON, so that nothing can be added.
    """
    file = workspace / ".vscode" / "settings.json"
    before = file.read_bytes() if file.is_file() else b"{}"
    try:
        settings = msgspec.json.decode(before, type=_Settings)
        schemas = msgspec.convert(settings.get(_SETTING, {}), _Settings)
    except msgspec.DecodeError as error:
        advice = f"add {_SETTING!r} by hand: {_json(_schemas(pack))}"
        raise InputError(f"{file} holds more than plain JSON ({error}); {advice}") from error
    joined = {**settings, _SETTING: {**schemas, **_schemas(pack)}}
    return {file: f"{_json(joined)}\n"}


def _schemas(pack: str) -> dict[str, list[str]]:
    inside = "" if pack == "." else f"{pack}/"
    conditions = f"{inside}{CONDITIONS}/*.yaml"
    return {
        f"./{inside}{SCHEMAS['rule']}": [f"{inside}*/*.yaml", f"!{conditions}"],
        f"./{inside}{SCHEMAS['condition']}": [conditions],
    }


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def jetbrains(workspace: Path, pack: str, prefixes: Sequence[str]) -> dict[Path, str]:
    """Return the settings of JetBrains' editors and their file; a folder for each prefix.

    Raises:
        InputError: The file that stands there is no sound XML.
    """
    file = workspace / ".idea" / "jsonSchemas.xml"
    try:
        root = ET.parse(file).getroot() if file.is_file() else ET.Element("project", version="4")  # noqa: S314  the user's own
    except ET.ParseError as error:
        raise InputError(f"{file} is no sound XML: {error}") from error
    mappings = _child(_child(_child(root, "component", name=_COMPONENT), "state"), "map")
    inside = "" if pack == "." else f"{pack}/"
    for kind, folders in {"rule": prefixes, "condition": (CONDITIONS,)}.items():
        schema = f"{inside}{SCHEMAS[kind]}"
        entry = _child(mappings, "entry", key=schema)
        for earlier in [*entry]:
            entry.remove(earlier)
        info = ET.SubElement(ET.SubElement(entry, "value"), "SchemaInfo")
        ET.SubElement(info, "option", name="name", value=schema)
        ET.SubElement(info, "option", name="relativePathToSchema", value=schema)
        patterns = ET.SubElement(ET.SubElement(info, "option", name="patterns"), "list")
        for folder in folders:
            item = ET.SubElement(patterns, "Item")
            ET.SubElement(item, "option", name="directory", value="true")
            ET.SubElement(item, "option", name="path", value=f"{inside}{folder}")
            ET.SubElement(item, "option", name="mappingKind", value="Directory")
    ET.indent(root)
    return {file: ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"}


def _child(parent: ET.Element, tag: str, /, **attributes: str) -> ET.Element:
    """Return the child with these attributes, a new one if there is none."""
    for child in parent.findall(tag):
        if all(child.get(key) == value for key, value in attributes.items()):
            return child
    return ET.SubElement(parent, tag, attributes)
