"""Mappings read into frozen structs; every scalar by the type of its field."""

import re
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Literal, TypeVar, Union, get_args, get_origin

import msgspec

from screener.content.diagnostics import Diagnostics, nearest, suggestion
from screener.content.fixes import listed
from screener.content.nodes import ListNode, MapNode, Mark, Node, ScalarNode

T = TypeVar("T", bound=msgspec.Struct)

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?")
_NODES = frozenset(get_args(Node))
_NOTHING = frozenset({"null", "Null", "NULL", "~"})


class _Wrong(Exception):  # noqa: N818  it never leaves this module
    """A value could not be read; the diagnostic is already kept."""


def read_struct(
    node: Node | None,
    kind: type[T],
    diagnostics: Diagnostics,
    *,
    renames: Mapping[str, str] | None = None,
) -> T | None:
    """Return the mapping ``node`` as a ``kind``; None if anything in it is wrong.

    ``renames`` maps a key of the file to the field it fills (``{"class": "ambiguity"}``), here
    and in nested structs. A field of type ``Mark`` is no key: it gets the mapping's place; one
    of type ``Node`` gets the node itself, for a reader of its own.
    Text keeps its characters; only the line break that ends a block text is dropped.
    A ``node`` of None (nothing was composed) gives None.
    """
    if node is None:
        return None
    try:
        value = _Reader(diagnostics, dict(renames or {})).struct(node, kind)
    except _Wrong:
        return None
    return value if isinstance(value, kind) else None


class _Slot(msgspec.Struct, frozen=True):
    """One field of a struct as the reader sees it."""

    name: str
    key: str
    type: object
    required: bool


@cache
def _slots(kind: type[msgspec.Struct]) -> tuple[_Slot, ...]:
    return tuple(
        _Slot(field.name, field.encode_name, field.type, field.required)
        for field in msgspec.structs.fields(kind)
    )


@cache
def _parts(kind: object) -> tuple[object, tuple[object, ...]]:
    return get_origin(kind), get_args(kind)


@cache
def _choices(kind: object) -> dict[str, object]:
    """Return the values of a Literal or an Enum by how they are written."""
    if get_origin(kind) is Literal:
        return {str(choice): choice for choice in get_args(kind)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {str(member.value): member for member in kind}
    return {}


@cache
def _label(kind: type) -> str:
    """Return the class name as words with an article: ``RuleFile``, a rule."""
    name = kind.__name__.strip("_").removesuffix("File")
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()
    return f"{'an' if words[:1] in 'aeiou' else 'a'} {words}"


class _Reader:
    def __init__(self, diagnostics: Diagnostics, renames: dict[str, str]) -> None:
        self._diagnostics = diagnostics
        self._keys = {field: key for key, field in renames.items()}

    def struct(self, node: Node, kind: type[msgspec.Struct]) -> msgspec.Struct:
        if not isinstance(node, MapNode):
            raise self._wrong("R004", node.mark, f"{_label(kind)} must be a mapping of keys")
        slots = {self._key(slot): slot for slot in _slots(kind) if slot.type is not Mark}
        values: dict[str, object] = {
            slot.name: node.mark for slot in _slots(kind) if slot.type is Mark
        }
        whole = self._report_missing(node, kind, slots)
        for key, value in node.entries:
            slot = slots.get(key.text)
            try:
                if slot is None:
                    raise self._unknown(key, value, kind, slots)
                values[slot.name] = self.value(value, slot.type, key)
            except _Wrong:
                whole = False
        if not whole:
            raise _Wrong
        return self._made(node, kind, values)

    def value(self, node: Node, kind: object, key: ScalarNode) -> object:
        """Return ``node`` as a ``kind``, which may be nested."""
        origin, arguments = _parts(kind)
        if origin in {Union, types.UnionType}:
            whole = set(arguments) >= _NODES
            return node if whole else self._optional(node, arguments, key)
        if origin in {tuple, frozenset}:
            return origin(self._items(node, arguments[0], key))
        if origin is dict:
            return self._mapping(node, arguments[1], key)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return self.struct(node, kind)
        choices = _choices(kind)
        return self._choice(node, choices, key) if choices else self._scalar(node, kind, key)

    def _key(self, slot: _Slot) -> str:
        return self._keys.get(slot.name, slot.key)

    def _made(
        self, node: MapNode, kind: type[msgspec.Struct], values: dict[str, object]
    ) -> msgspec.Struct:
        try:
            return kind(**values)
        except (TypeError, ValueError) as error:
            raise self._wrong("R004", node.mark, str(error)) from error

    def _report_missing(
        self, node: MapNode, kind: type[msgspec.Struct], slots: Mapping[str, _Slot]
    ) -> bool:
        """Report required keys that are not there; True if none is missing.

        A key that is there misspelt is reported once, as unknown.
        """
        given = {key.text for key, _ in node.entries}
        missing = [key for key, slot in slots.items() if slot.required and key not in given]
        misspelt = {nearest(key, slots) for key in given - slots.keys()} if missing else set()
        for key in missing:
            if key not in misspelt:
                self._diagnostics.add("R002", node.mark, f'missing key "{key}" in {_label(kind)}')
        return not missing

    def _unknown(
        self, key: ScalarNode, value: Node, kind: type, slots: Mapping[str, _Slot]
    ) -> _Wrong:
        message = f'unknown key "{key.text}" in {_label(kind)}'
        advice = suggestion(key.text, slots, "known keys")
        if " " in key.text and isinstance(value, ScalarNode) and value.is_blank:
            advice = "between braces a comma begins a new key: put a text with commas in quotes"
        return self._wrong("R001", key.mark, message, advice)

    def _optional(self, node: Node, kinds: tuple[object, ...], key: ScalarNode) -> object:
        """Read ``X | None``; nothing written, ``null`` and ``~`` are None."""
        (kind,) = (each for each in kinds if each is not types.NoneType)
        plain = isinstance(node, ScalarNode) and node.style == "plain"
        if plain and isinstance(node, ScalarNode) and (node.is_blank or node.text in _NOTHING):
            return None
        return self.value(node, kind, key)

    def _items(self, node: Node, kind: object, key: ScalarNode) -> list[object]:
        if not isinstance(node, ListNode):
            one = node if isinstance(node, ScalarNode) and node.text else None
            advice = f"write [{one.text}]" if one is not None else None
            message = f'"{key.text}" must be a list'
            fix = listed(one) if one is not None else None
            self._diagnostics.add("R004", node.mark, message, advice, fix=fix)
            raise _Wrong
        return self._all([(item, kind) for item in node.items], key)

    def _mapping(self, node: Node, kind: object, key: ScalarNode) -> dict[str, object]:
        if not isinstance(node, MapNode):
            raise self._wrong("R004", node.mark, f'"{key.text}" must be a mapping of keys')
        names = [name for name, _ in node.entries]
        values = [self._kept(value, kind, name) for name, value in node.entries]
        if any(isinstance(value, _Wrong) for value in values):
            raise _Wrong
        return {name.text: value for name, value in zip(names, values, strict=True)}

    def _all(self, nodes: list[tuple[Node, object]], key: ScalarNode) -> list[object]:
        """Return all values, having read every one, so that each problem is reported."""
        values = [self._kept(node, kind, key) for node, kind in nodes]
        if any(isinstance(value, _Wrong) for value in values):
            raise _Wrong
        return values

    def _kept(self, node: Node, kind: object, key: ScalarNode) -> object:
        try:
            return self.value(node, kind, key)
        except _Wrong as wrong:
            return wrong

    def _choice(self, node: Node, choices: Mapping[str, object], key: ScalarNode) -> object:
        text = self._text(node, key)
        if text not in choices:
            message = f'"{text}" is not a value of "{key.text}"'
            raise self._wrong("R005", node.mark, message, suggestion(text, choices, "values"))
        return choices[text]

    def _scalar(self, node: Node, kind: object, key: ScalarNode) -> object:
        if kind is str:
            return self._text(node, key)
        read, what = _SCALARS[kind]
        value = read(node.text) if isinstance(node, ScalarNode) and node.style == "plain" else None
        if value is None:
            raise self._wrong("R004", node.mark, f'"{key.text}" must be {what}')
        return value

    def _text(self, node: Node, key: ScalarNode) -> str:
        if not isinstance(node, ScalarNode):
            raise self._wrong("R004", node.mark, f'"{key.text}" must be a text')
        if node.is_blank:
            advice = 'write "" for an empty text'
            raise self._wrong("R004", node.mark, f'"{key.text}" has no value', advice)
        return node.text.removesuffix("\n") if node.style in {"literal", "folded"} else node.text

    def _wrong(self, code: str, mark: Mark, message: str, advice: str | None = None) -> _Wrong:
        self._diagnostics.add(code, mark, message, advice)
        return _Wrong()


def _integer(text: str) -> int | None:
    return int(text) if _INTEGER.fullmatch(text) else None


def _decimal(text: str) -> float | None:
    return float(text) if _DECIMAL.fullmatch(text) else None


def _boolean(text: str) -> bool | None:
    return {"true": True, "false": False}.get(text)


_SCALARS: dict[object, tuple[Callable[[str], object | None], str]] = {
    int: (_integer, "a whole number, written without quotes"),
    float: (_decimal, "a number such as 0.85, written without quotes"),
    bool: (_boolean, "true or false"),
}
