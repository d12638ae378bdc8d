"""YAML as nodes that know where they stand; no scalar is ever typed by its looks.

Only mappings, lists and scalars are read. Anchors, aliases, tags, merge keys and further
documents are refused: they hide where a value comes from (rules.md, 3.2).
"""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec
import yaml

from screener.content.diagnostics import Diagnostics

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 40
MAX_NODES = 300_000

Style = Literal["plain", "single", "double", "literal", "folded"]

_STYLES: dict[str | None, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The breaks of YAML 1.1, so that our lines are those of the parser's marks.
_BREAKS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


class Mark(msgspec.Struct, frozen=True):
    """A place in a file. Line and columns count from 1, columns in characters."""

    path: str
    line: int
    column: int
    end_column: int
    source: str = ""


class ScalarNode(msgspec.Struct, frozen=True):
    """A scalar with its text as written, quotes resolved, nothing converted."""

    mark: Mark
    text: str
    style: Style = "plain"

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written, as in ``key:``."""
        return self.style == "plain" and not self.text

    def part(self, start: int, end: int) -> Mark:
        """Return the place of ``text[start:end]``, or of the whole where it cannot be told."""
        first = self.mark.column - 1 + (self.style in {"single", "double"})
        source = self.mark.source
        if source[first : first + len(self.text)] != self.text:
            return self.mark
        return Mark(self.mark.path, self.mark.line, first + start + 1, first + end + 1, source)


class ListNode(msgspec.Struct, frozen=True):
    """A list of nodes."""

    mark: Mark
    items: tuple["Node", ...]


class MapNode(msgspec.Struct, frozen=True):
    """A mapping in the order written; of equal keys the first counts."""

    mark: Mark
    entries: tuple[tuple[ScalarNode, "Node"], ...]

    def get(self, key: str) -> "Node | None":
        """Return the value under ``key``, or None."""
        return next((value for name, value in self.entries if name.text == key), None)

    def key(self, key: str) -> ScalarNode | None:
        """Return the node of the key itself, or None."""
        return next((name for name, _ in self.entries if name.text == key), None)


Node = ScalarNode | ListNode | MapNode


def compose(text: str, path: str, diagnostics: Diagnostics) -> Node | None:
    """Return the one document of ``text`` as nodes; None if it cannot be read.

    None always comes with a diagnostic; a result may come with some, too.
    """
    return _Composer(text, path, diagnostics).document()


class _Refused(Exception):  # noqa: N818  it never leaves this module
    """Reading cannot go on; the diagnostic is already kept."""


class _Composer:
    def __init__(self, text: str, path: str, diagnostics: Diagnostics) -> None:
        self._text = text.removeprefix("\ufeff")
        self._path = path
        self._diagnostics = diagnostics
        self._lines = _BREAKS.split(self._text)
        self._events: Iterator[yaml.Event] = iter(())
        self._count = 0

    def document(self) -> Node | None:
        try:
            self._refuse_unreadable()
            self._events = yaml.parse(self._text, Loader=_LOADER)
            return self._only_document()
        except _Refused:
            return None
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except (yaml.YAMLError, UnicodeError, RecursionError) as error:
            self._diagnostics.add("R000", self._mark(0, 0), f"not readable as YAML: {error}")
        return None

    def _refuse_unreadable(self) -> None:
        if len(self._text) > MAX_CHARACTERS:
            self._refuse("R000", self._mark(0, 0), f"longer than {MAX_CHARACTERS} characters")
        odd = _FORBIDDEN.search(self._text)
        if odd is not None:
            before = _BREAKS.split(self._text[: odd.start()])
            mark = self._mark(len(before) - 1, len(before[-1]))
            self._refuse("R000", mark, f"character U+{ord(odd.group()):04X} may not stand in YAML")

    def _only_document(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._refuse_second(event, root)
                root = self._node(next(self._events), 0)
        if root is None or (isinstance(root, ScalarNode) and root.is_blank):
            self._refuse("R000", self._mark(0, 0), "the file holds nothing")
        return root

    def _refuse_second(self, event: yaml.DocumentStartEvent, root: Node | None) -> None:
        mark = self._at(event)
        if root is not None:
            self._refuse("R009", mark, "a file holds one document", "put the rest in its own file")
        if event.version or event.tags:
            self._refuse("R009", mark, "directives (%YAML, %TAG) are not part of this language")

    def _node(self, event: yaml.Event, depth: int) -> Node:
        mark = self._at(event)
        self._count += 1
        if depth > MAX_DEPTH:
            self._refuse("R000", mark, f"nested more than {MAX_DEPTH} levels deep")
        if self._count > MAX_NODES:
            self._refuse("R000", mark, f"more than {MAX_NODES} values; split the file")
        self._report_indirection(event, mark)
        if isinstance(event, yaml.SequenceStartEvent):
            return ListNode(mark, tuple(self._items(depth + 1)))
        if isinstance(event, yaml.MappingStartEvent):
            return MapNode(mark, self._entries(depth + 1))
        if isinstance(event, yaml.ScalarEvent):
            return ScalarNode(mark, event.value, _STYLES.get(event.style, "plain"))
        return ScalarNode(mark, "")  # an alias: reported, and read on without its value

    def _items(self, depth: int) -> Iterator[Node]:
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._node(event, depth)

    def _entries(self, depth: int) -> tuple[tuple[ScalarNode, Node], ...]:
        entries: dict[str, tuple[ScalarNode, Node]] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth)
            value = self._node(next(self._events), depth)
            if not isinstance(key, ScalarNode):
                self._diagnostics.add("R004", key.mark, "a key must be a word")
            elif key.text == "<<" and key.style == "plain":
                self._no("R009", key.mark, "merge keys (<<) are not part of this language")
            elif key.text in entries:
                self._report_twice(entries[key.text][0], key)
            else:
                entries[key.text] = (key, value)
        return tuple(entries.values())

    def _report_twice(self, first: ScalarNode, second: ScalarNode) -> None:
        keep = "keep one of them"
        again, before = f"again in line {second.mark.line}", f"first in line {first.mark.line}"
        self._no("R003", first.mark, f'key "{first.text}" is given twice, {again}', keep)
        self._no("R003", second.mark, f'key "{second.text}" is given twice, {before}', keep)

    def _report_indirection(self, event: yaml.Event, mark: Mark) -> None:
        if (
            isinstance(event, yaml.NodeEvent)
            and not event.anchor
            and not getattr(event, "tag", None)
        ):
            return
        spell = "write the value out where it is used"
        if isinstance(event, yaml.AliasEvent):
            self._no("R009", mark, "aliases (*name) are not part of this language", spell)
        elif getattr(event, "anchor", None):
            self._no("R009", mark, "anchors (&name) are not part of this language", spell)
        if getattr(event, "tag", None):
            self._no("R009", mark, "tags (!name) are not part of this language")

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        open_ended = "end of stream" in (error.problem or "") and error.context_mark is not None
        place = error.context_mark if open_ended else error.problem_mark or error.context_mark
        mark = self._mark(place.line, place.column) if place else self._mark(0, 0)
        message = " ".join(part for part in (error.problem, error.context) if part)
        advice = "check the indentation, the colon and the quotes here and in the line above"
        self._diagnostics.add("R000", mark, f"not YAML: {message}", advice)

    def _no(self, code: str, mark: Mark, message: str, advice: str | None = None) -> None:
        self._diagnostics.add(code, mark, message, advice)

    def _refuse(self, code: str, mark: Mark, message: str, advice: str | None = None) -> None:
        self._no(code, mark, message, advice)
        raise _Refused

    def _at(self, event: yaml.Event) -> Mark:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return self._mark(0, 0)
        if not isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            return self._mark(start.line, start.column)
        if start.line == end.line:
            return self._mark(start.line, start.column, end.column)
        block = getattr(event, "style", None) in {"|", ">"}
        stop = start.column + 1 if block else len(self._lines[start.line])
        return self._mark(start.line, start.column, stop)

    def _mark(self, line: int, column: int, end: int = 0) -> Mark:
        source = self._lines[line] if line < len(self._lines) else ""
        return Mark(self._path, line + 1, column + 1, max(end, column + 1) + 1, source)
