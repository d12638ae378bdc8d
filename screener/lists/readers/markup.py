"""XML read as a stream of records; document types, entities and odd depths are refused."""

from collections.abc import Collection, Iterator, Mapping
from xml.parsers import expat

from screener.errors import ListError
from screener.lists.readers.lines import MAX_BYTES, Source, refused
from screener.lists.texts import clean

MAX_DEPTH = 30
"""Elements within one another; published lists have at most a dozen."""
MAX_PARTS = 50_000
"""Elements of one record; the largest published have some thousands."""
MAX_TEXT = 2_000_000
"""Characters of one record."""

_CHUNK = 1 << 16


class Element:
    """An element of a record: its name without namespace, attributes, text and children."""

    __slots__ = ("attributes", "children", "line", "parts", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str], line: int) -> None:
        """Start without text and children."""
        self.tag = tag
        self.attributes = dict(attributes)
        self.line = line
        self.children: list[Element] = []
        self.parts: list[str] = []

    @property
    def text(self) -> str:
        """The text of the element itself, in one line."""
        return clean("".join(self.parts))

    def all(self, tag: str) -> list["Element"]:
        """Return the children of a name, in order."""
        return [child for child in self.children if child.tag == tag]

    def first(self, tag: str) -> str:
        """Return the text of the first child of a name; empty if there is none."""
        return next((child.text for child in self.children if child.tag == tag), "")

    def texts(self, path: str) -> list[str]:
        """Return the texts at the end of a path of names that hold something, in order."""
        level = [self]
        for tag in path.split("/"):
            level = [child for element in level for child in element.all(tag)]
        return [element.text for element in level if element.text]


def elements(
    source: Source, record_paths: Collection[str], around: Collection[str]
) -> Iterator[Element]:
    """Yield the elements at ``record_paths``, whole; and first the root, without children.

    ``around`` are the paths of the elements that hold them.

    Raises:
        ListError: The file is no XML, is cut short, has a document type or entities, is too
            deep or too large, or holds an element that is at neither kind of path.

    """
    builder = _Builder(source.path, frozenset(record_paths), frozenset(around))
    read = 0
    try:
        while chunk := source.stream.read(_CHUNK):
            read += len(chunk)
            if read > MAX_BYTES:
                raise builder.refused(f"longer than {MAX_BYTES:,} bytes", "load the published file")
            builder.parser.Parse(chunk, False)  # noqa: FBT003 - the parser's signature
            yield from builder.taken()
        builder.parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        problem = f"no sound XML: {expat.ErrorString(error.code)}"
        remedy = "the file may be cut short or in another encoding; load it anew"
        raise refused(source.path, error.lineno, problem, remedy) from error
    yield from builder.taken()


def check_shape(path: str, element: Element, shape: Mapping[str, Collection[str]]) -> None:
    """Refuse a record that holds an element of which the layout says nothing.

    ``shape`` gives for each element the names of its children; one it does not name has none.

    Raises:
        ListError: With the line of the first such element.

    """
    for child in element.children:
        if child.tag not in shape.get(element.tag, ()):
            problem = f"unknown element {child.tag} in {element.tag}"
            raise refused(path, child.line, problem, "the layout may have changed; report it")
        check_shape(path, child, shape)


def check_attributes(
    path: str, element: Element, attributes: Mapping[str, Collection[str]]
) -> None:
    """Refuse a record that holds an attribute of which the layout says nothing.

    ``attributes`` gives those of each element; one it does not name has none.

    Raises:
        ListError: With the line of the first such attribute.

    """
    for name in element.attributes:
        if name not in attributes.get(element.tag, ()):
            problem = f"unknown attribute {name} of {element.tag}"
            raise refused(path, element.line, problem, "the layout may have changed; report it")
    for child in element.children:
        check_attributes(path, child, attributes)


class _Builder:
    """Builds records from the events of the parser and keeps nothing else."""

    def __init__(self, path: str, record_paths: frozenset[str], around: frozenset[str]) -> None:
        self._path, self._records, self._around = path, record_paths, around
        self._names: list[str] = []
        self._open: list[Element] = []
        self._done: list[Element] = []
        self._parts = 0
        self._length = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._declared
        self.parser.EntityDeclHandler = self._declared

    def taken(self) -> list[Element]:
        """Return the records finished since the last time."""
        done, self._done = self._done, []
        return done

    def refused(self, problem: str, remedy: str) -> ListError:
        """Return the error that refuses the file at the parser's place."""
        return refused(self._path, self.parser.CurrentLineNumber, problem, remedy)

    def _declared(self, *_: object) -> None:
        raise self.refused(
            "declares a document type or an entity, which no published list does",
            "do not use this file; load it from its publisher",
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self._names.append(tag)
        if len(self._names) > MAX_DEPTH:
            raise self.refused(f"more than {MAX_DEPTH} elements within one another", "see the file")
        element = Element(tag, attributes, self.parser.CurrentLineNumber)
        path = "/".join(self._names)
        if self._open:
            self._count(1, 0)
            self._open[-1].children.append(element)
            self._open.append(element)
        elif path in self._records:
            self._parts = self._length = 0
            self._open.append(element)
        elif path not in self._around:
            raise self.refused(f"unknown element {path}", "name the format of the file (--format)")
        elif len(self._names) == 1:
            self._done.append(element)

    def _end(self, _: str) -> None:
        self._names.pop()
        if self._open:
            element = self._open.pop()
            if not self._open:
                self._done.append(element)

    def _text(self, text: str) -> None:
        if self._open:
            self._count(0, len(text))
            self._open[-1].parts.append(text)
        elif text.strip():
            raise self.refused("text between the entries", "load the file as published")

    def _count(self, parts: int, length: int) -> None:
        self._parts += parts
        self._length += length
        if self._parts > MAX_PARTS or self._length > MAX_TEXT:
            limit = f"{MAX_PARTS:,} elements or {MAX_TEXT:,} characters"
            raise self.refused(f"one entry of more than {limit}", "load the file as published")
