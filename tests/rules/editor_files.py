"""Rule files as an editor sees them: YAML 1.2 without tags, held against the schema."""

import json
import re

import yaml
from jsonschema_rs import Draft7Validator

from screener.rules.editor_schema import Schema, condition_schema, rule_schema
from screener.rules.known import Known
from screener.rules.pack_files import is_condition


class _Core(yaml.SafeLoader):
    """Reads plain scalars as YAML 1.2 does: no dates, no octal numbers, `no` is a word."""


_Core.yaml_implicit_resolvers = {}
for _tag, _form in (
    ("null", r"|~|null|Null|NULL"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_form})$"), None)
_Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def refusals(path: str, text: str, known: Known) -> tuple[str, ...] | None:
    """Return what the schema refuses in a file of a pack, None if it is no YAML at all."""
    try:
        value = yaml.load(text, _Core)  # noqa: S506  a safe loader
    except yaml.YAMLError:
        return None
    validator = Draft7Validator(schema_of(path, known))
    return tuple(
        f"{one.instance_path}: {one.message[:200]}" for one in validator.iter_errors(value)
    )


def schema_of(path: str, known: Known) -> Schema:
    """Return the schema of a file as it is printed."""
    made = condition_schema(known) if is_condition(path) else rule_schema(known)
    printed: Schema = json.loads(json.dumps(made))
    return printed
