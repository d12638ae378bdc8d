"""The JSON Schema of rule and condition files for editors: what may stand where, and what it means.

It is made from the same structs, columns, lists and entries as the checker, and holds neither
``anyOf`` nor ``oneOf``: an editor then says what is wrong at the place where it is wrong. What
needs more than one place at a time (a placeholder, a test at a limit, a version) stays with
the checker. Whatever the schema refuses, the checker refuses.
"""

import re
import types
from collections.abc import Iterable, Mapping
from typing import Literal, Union, get_args, get_origin

import msgspec

from screener.codes.countries import country_codes
from screener.codes.hs_edition import EDITIONS
from screener.model.listing import COMPANY
from screener.rules.checker_columns import MISSING, SCALAR_WILL_DO, TESTS, Shape
from screener.rules.checker_examples import ConditionTest, RuleTest
from screener.rules.checker_finds import COMPARISON, FindsFile
from screener.rules.checker_header import CONDITION_ID, RULE_ID
from screener.rules.editor_words import COLUMN_TESTS, KEYS, OPERATIONS
from screener.rules.known import Known
from screener.rules.rule_file import AddsFile, ConditionFile, MoreFile, RuleFile

Schema = dict[str, object]

MOST_NAMED = 5_000
"""With more entries than this (imported lists) their ids are not offered one by one."""

_LINE = 160
_SCALAR = ("string", "number", "boolean")
_TRUTH: Schema = {"enum": [True, False, "true", "false"]}


def rule_schema(known: Known) -> Schema:
    """Return the schema of a rule file of a pack in which these names are in force."""
    return _Writer(known).whole("A rule", RuleFile)


def condition_schema(known: Known) -> Schema:
    """Return the schema of the file of a named condition."""
    writer = _Writer(known)
    whole = writer.whole("A named condition", ConditionFile)
    head = writer.properties(ConditionFile)
    required = _required(ConditionFile)
    return whole | {"properties": head | writer.parts(), "minProperties": len(required) + 1}


class _Writer:
    def __init__(self, known: Known) -> None:
        self._known = known

    def whole(self, title: str, kind: type[msgspec.Struct]) -> Schema:
        """Return the schema of a file with everything it refers to."""
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": title,
            **self.struct(kind),
            "definitions": {**self._names(), **self._parts()},
        }

    def struct(self, kind: type[msgspec.Struct]) -> Schema:
        """Return the schema of a mapping read into a struct."""
        return _closed(self.properties(kind), required=_required(kind))

    def properties(self, kind: type[msgspec.Struct]) -> dict[str, Schema]:
        """Return the schema of each key of a mapping read into a struct."""
        return {
            one.encode_name: _described(
                self._member(kind, one.encode_name, one.type), KEYS[one.encode_name]
            )
            for one in msgspec.structs.fields(kind)
        }

    def parts(self) -> dict[str, Schema]:
        """Return what may stand as the one key of a condition."""
        several = _list(_ref("condition"), fewest=1)
        comparison = re.sub(r"\?P<\w+>", "", COMPARISON.pattern)
        operations: dict[str, Schema] = {
            "all": several,
            "any": several,
            "at_least": _ref("at_least"),
            "finds": _ref("finds"),
            "use": _named(dict.fromkeys(sorted(self._known.conditions), "")),
            "compare": _formed(rf"\s*{comparison}\s*", "a comparison: COLUMN is below COLUMN"),
            "fired": _named(dict.fromkeys(sorted(self._known.rules), "")),
        }
        said = {name: _described(one, OPERATIONS[name]) for name, one in operations.items()}
        return said | {
            one.name: _described(_ref(f"{one.type}-test"), one.meaning)
            for one in self._known.fields.values()
        }

    def _names(self) -> dict[str, Schema]:
        """Return the names that a rule may use, with what each means."""
        known, evidence = self._known, self._known.evidence
        provisions = {name: one.print_as for name, one in evidence.provisions.items()}
        entries = {name: one.name for name, one in known.entries.items()}
        # Places are asked for by the ids that the checker knows, which are those of all places.
        places = {name: entries[name] for name in dict.fromkeys(known.place_names.values())}
        lists = dict.fromkeys(known.lists, "every entry of this list")
        groups = known.policy.groups if known.policy is not None else {}
        few = len(entries) <= MOST_NAMED
        return {
            "group": _named({name: one.note for name, one in groups.items()}),
            "provision": _named(provisions),
            "law": _named({**provisions, COMPANY: "what the company itself lists"}),
            "claim": _named({name: one.paraphrase for name, one in evidence.claims.items()}),
            "kind": _named({name: one.means for name, one in known.kinds.items()}),
            "entry": _named(entries) if few else _text(),
            "place": _named(places) if few else _text(),
            "listed": _named({**entries, **lists}) if few else _text(),
            "country": _named(dict.fromkeys(country_codes(), "")),
            "column": _named({name: one.meaning for name, one in known.fields.items()}),
        }

    def _parts(self) -> dict[str, Schema]:
        """Return the parts of which rules and conditions are made."""
        recorded = [one for one in self._known.fields.values() if not one.derived_from]
        counted = {
            "n": {
                "type": ["integer", "string"],
                "minimum": 1,
                "description": "How many of them must be true.",
            },
            "of": _described(_list(_ref("condition"), fewest=1), "The conditions to count."),
        }
        accepted = {
            "properties": {"mutation_ok": _list(_text())},
            "dependencies": {"mutation_ok": ["reason"]},
        }
        tests = {f"{kind}-test": _column_test(kind, shapes) for kind, shapes in TESTS.items()}
        return {
            "condition": self._condition(),
            "at_least": _closed(counted, required=("n", "of")),
            "finds": {**self.struct(FindsFile), "minProperties": 1},
            "row": _closed({one.name: _described(_text(), one.meaning) for one in recorded}),
            "own": accepted,
            **tests,
        }

    def _condition(self) -> Schema:
        return {**_closed(self.parts()), "minProperties": 1, "maxProperties": 1}

    def _member(self, kind: type, key: str, annotation: object) -> Schema:
        """Return the schema of one key: one that says more than its type does, where there is."""
        if key == "tests":
            tests = RuleTest if kind is RuleFile else ConditionTest
            return _list(self.struct(tests), fewest=1)
        if key == "unless":  # a condition, or a list of them; unlike a union this is located
            either = {"type": ["object", "array"], "items": _ref("condition"), "minItems": 1}
            return self._condition() | either
        special = _OF_KIND.get((kind, key)) or _BY_KEY.get(key)
        return special if special is not None else self._value(annotation)

    def _value(self, annotation: object) -> Schema:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin in {Union, types.UnionType}:
            (kind,) = (one for one in arguments if one is not types.NoneType)
            return _or_nothing(self._value(kind))
        if origin is tuple:
            return _list(self._value(arguments[0]))
        if origin is Literal:
            truths = [one == "true" for one in arguments if one in {"true", "false"}]
            return {"enum": [*arguments, *truths]}
        if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
            return self.struct(annotation)
        return {"type": "integer"} if annotation is int else _text()


def _column_test(kind: str, shapes: Mapping[str, Shape]) -> Schema:
    """Return the schema of the test of a column of a type, with what may stand beside it."""
    tests = {name: _values(kind, name, shape) for name, shape in shapes.items()}
    options = {name: _OPTIONS[name] for shape in shapes.values() for name in shape.options}
    every = {**tests, MISSING: _TRUTH, **options}
    whole = _closed({name: _described(one, COLUMN_TESTS[name]) for name, one in every.items()})
    return {**whole, "minProperties": 1, **({} if options else {"maxProperties": 1})}


def _values(kind: str, test: str, shape: Shape) -> Schema:
    """Return the schema of the values of a test: one, a list, or where it will do either."""
    value = _LITERALS.get(test) or _LITERALS.get(kind) or _text()
    if shape.most == 1:
        return value
    several = {**_list(value, fewest=shape.fewest), "maxItems": shape.most}
    return several if test not in SCALAR_WILL_DO else several | {"type": [*_SCALAR, "array"]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _text() -> Schema:
    """Return the schema of a text; one that other tools read as a number is a text, too."""
    return {"type": [*_SCALAR]}


def _formed(pattern: str, meaning: str) -> Schema:
    """Return the schema of a text of a form, and what an editor says of any other."""
    said = f"This is not {meaning}."
    return {"type": "string", "pattern": f"^(?:{pattern})$", "patternErrorMessage": said}


def _named(names: Mapping[str, str]) -> Schema:
    """Return the schema of one of some names, each with a line on what it is."""
    lines = [" ".join(text.split())[:_LINE] for text in names.values()]
    return {"enum": [*names], **({"enumDescriptions": lines} if any(lines) else {})}


def _list(item: Schema, *, fewest: int = 0) -> Schema:
    return {"type": "array", "items": item, **({"minItems": fewest} if fewest else {})}


def _closed(properties: Mapping[str, Schema], *, required: Iterable[str] = ()) -> Schema:
    needed = [*required]
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }


def _described(schema: Schema, text: str) -> Schema:
    return {**schema, "description": " ".join(text.split())}


def _or_nothing(schema: Schema) -> Schema:
    """Return a schema that nothing written fulfils as well."""
    if "enum" in schema:
        given = schema["enum"]
        return {"enum": [*given, None]} if isinstance(given, list) else schema
    kind = schema.get("type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {**schema, "type": [*kinds, "null"]}


def _required(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    return tuple(one.encode_name for one in msgspec.structs.fields(kind) if one.required)


_OPTIONS: Mapping[str, Schema] = {
    "similarity": {"type": ["number", "string"], "minimum": 0, "maximum": 1},
    "needs_same_place": _TRUTH,
    "edition": {"enum": [*EDITIONS, *map(int, EDITIONS)]},
}
_HS = _formed(r"(\.*[0-9]\.*[0-9]\.*){1,5}", "an HS code of 2, 4, 6, 8 or 10 digits")
_DAY = _formed("[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day as YYYY-MM-DD")
_LITERALS: Mapping[str, Schema] = {
    "on_list": _ref("listed"),
    "listed_with_goods": _ref("provision"),
    "place": _ref("place"),
    "country": _ref("country"),
    "hs": {**_HS, "type": ["string", "number"]},
    "on_or_after": _DAY,
    "before": _DAY,
}
"""The literals of a test or of a type of column, where they are more than a text."""

_POINTS: Schema = {"type": "integer", "minimum": 0}
_OF_KIND: Mapping[tuple[type, str], Schema] = {
    (RuleFile, "rule"): _formed(RULE_ID.pattern, "an id like prefix.name in small letters"),
    (ConditionFile, "condition"): _formed(CONDITION_ID.pattern, "an id in small letters"),
    (FindsFile, "seated_in"): _list(_ref("country"), fewest=1),
    (AddsFile, "points"): _POINTS,
    (AddsFile, "cap"): {"type": ["integer", "null"], "minimum": 0},
    (MoreFile, "points"): _POINTS,
}
"""The keys of one mapping whose values are more than their types say."""

_BY_KEY: Mapping[str, Schema] = {
    "version": {"type": "integer", "minimum": 1},
    "introduced": _DAY,
    "review_by": _DAY,
    "basis": _list(_ref("provision")),
    "claims": _list(_ref("claim")),
    "group": _ref("group"),
    "asserts": _list(_ref("kind"), fewest=1),
    "when": _ref("condition"),
    "if": _ref("condition"),
    "x": _ref("own"),
    "any_of": _list(_ref("entry"), fewest=1),
    "within": _list(_ref("place"), fewest=1),
    "listed_under": _list(_ref("law"), fewest=1),
    "in": _list(_ref("column"), fewest=1),
    "similarity": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
    "row": _ref("row"),
    "with": _ref("row"),
}
"""The same wherever the key stands."""
