"""Entries as people write them in YAML, read into the entries every stage uses."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from screener.content.diagnostics import Diagnostics, suggestion
from screener.content.nodes import Mark, Node, compose
from screener.content.structs import read_struct
from screener.model.listing import Alias, Ambiguity, Cue, Entry, Kind, Scope
from screener.text.scripts import main_script

UNKNOWN_WORDS = "L003"
EMPTY_ALIAS = "L004"
WORDS_TWICE = "L005"


class WrittenAliases(msgspec.Struct, frozen=True, kw_only=True):
    """A group of spellings that share their attributes; ``at`` is where it stands."""

    at: Mark
    words: tuple[str, ...]
    lang: str = ""
    system: str = ""
    status: Literal["V", "D", "GK"] = "GK"
    ambiguity: Ambiguity = "A0"
    anchors: tuple[str, ...] = ()
    every: bool = False
    whole: bool = False
    fields: tuple[str, ...] = ()
    alone: bool = False


class WrittenCue(msgspec.Struct, frozen=True, kw_only=True):
    """An anchor or a veto as written; a word "@name" stands for the word set of that name."""

    at: Mark
    name: str
    scope: Scope
    words: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


class WrittenEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as written; ``at`` is where."""

    at: Mark
    id: str
    kind: Kind
    name: str
    aliases: tuple[WrittenAliases, ...] = ()
    anchors: tuple[WrittenCue, ...] = ()
    vetoes: tuple[WrittenCue, ...] = ()
    within: str | None = None
    country: str | None = None
    regime: str | None = None
    admin: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    veto_headings: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    site_class: str | None = None
    claims: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    assertion_limits: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    listed_on: str | None = None
    listed_by: str | None = None
    changed_on: str | None = None
    ended_on: str | None = None
    status: str | None = None
    programmes: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    note: str | None = None
    person: bool = False


class _File(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a list."""

    at: Mark
    entries: tuple[WrittenEntry, ...] = ()
    words: dict[str, tuple[str, ...]] = {}


_RENAMES = {"class": "ambiguity"}
_HEAD, _BEFORE = "entries:", "  - "
_ALIAS_KEYS = frozenset(WrittenAliases.__struct_fields__)
_KEYS = frozenset(WrittenEntry.__struct_fields__) - {"at", "anchors", "vetoes"}


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """An entry ready for use beside the same entry as written, which knows its lines."""

    entry: Entry
    written: WrittenEntry


def read_entries(
    list_id: str,
    texts: Sequence[tuple[str, str]],
    diagnostics: Diagnostics,
    *,
    imported: bool = False,
) -> tuple[Read, ...]:
    """Return the entries of a list's files, given as (path, text), in file and line order.

    The files of an ``imported`` edition hold one JSON object a line and are read as such, in a
    fiftieth of the time; a file that holds anything else is read as YAML, which says what is wrong.
    """
    found = (
        (_lines(path, text) if imported else None)
        or _file(compose(text, path, diagnostics), diagnostics)
        for path, text in texts
    )
    files = [file for file in found if file is not None]
    words = _word_sets(files, diagnostics)
    return tuple(
        Read(entry=_entry(list_id, written, words, diagnostics), written=written)
        for file in files
        for written in file.entries
    )


def _file(node: Node | None, diagnostics: Diagnostics) -> _File | None:
    return read_struct(node, _File, diagnostics, renames=_RENAMES)


def _lines(path: str, text: str) -> _File | None:
    """Return a file of one JSON object a line below its first; None if it is anything else."""
    head, *lines = text.removesuffix("\n").split("\n")
    if head != _HEAD or not all(line.startswith(_BEFORE) for line in lines):
        return None
    entries = []
    try:
        for number, line in enumerate(lines, start=2):
            value = msgspec.json.decode(line[len(_BEFORE) :], type=dict[str, Any])
            at = Mark(path, number, len(_BEFORE) + 1, len(_BEFORE) + 2, line)
            groups = [{_RENAMES.get(key, key): one for key, one in group.items()} | {"at": at}
                      for group in value.get("aliases", ())]  # fmt: skip
            if value.keys() - _KEYS or any(group.keys() - _ALIAS_KEYS for group in groups):
                return None
            entries.append(msgspec.convert({**value, "at": at, "aliases": groups}, WrittenEntry))
    except (msgspec.MsgspecError, AttributeError, TypeError, RecursionError):
        return None
    return _File(at=Mark(path, 1, 1, 2, head), entries=tuple(entries))


def _word_sets(files: Sequence[_File], diagnostics: Diagnostics) -> dict[str, tuple[str, ...]]:
    """Return the named word sets of a list, each defined in one of its files."""
    sets: dict[str, tuple[str, ...]] = {}
    for file in files:
        for name, words in file.words.items():
            if name in sets:
                message = f'the word set "{name}" stands in two files of this list'
                diagnostics.add(WORDS_TWICE, file.at, message, "rename one of them")
            sets.setdefault(name, words)
    return sets


def _entry(
    list_id: str,
    written: WrittenEntry,
    words: Mapping[str, tuple[str, ...]],
    diagnostics: Diagnostics,
) -> Entry:
    same = {
        name: getattr(written, name)
        for name in WrittenEntry.__struct_fields__
        if name not in ("at", "aliases", "anchors", "vetoes")
    }
    return Entry(
        list=list_id,
        aliases=tuple(
            alias for group in written.aliases for alias in _aliases(group, written, diagnostics)
        ),
        anchors=tuple(_cue(cue, written, words, diagnostics) for cue in written.anchors),
        vetoes=tuple(_cue(cue, written, words, diagnostics) for cue in written.vetoes),
        **same,
    )


def _aliases(group: WrittenAliases, written: WrittenEntry, diagnostics: Diagnostics) -> list[Alias]:
    aliases = []
    for text in group.words:
        if not any(character.isalnum() for character in text):
            message = f'the alias "{text}" of {written.id} holds no letter or digit'
            diagnostics.add(EMPTY_ALIAS, group.at, message, "remove it")
            continue
        aliases.append(
            Alias(
                text=text,
                script=_script(text),
                ambiguity=group.ambiguity,
                system=group.system,
                status=group.status,
                lang=group.lang,
                anchors=group.anchors,
                every=group.every,
                whole=group.whole,
                fields=group.fields,
                alone=group.alone,
            )
        )
    return aliases


def _script(text: str) -> str:
    """Return the script most letters of a text are in, at once for plain Latin ones."""
    if text.isascii() and any(character.isalpha() for character in text):
        return "latn"
    return main_script(text)


def _cue(
    cue: WrittenCue,
    written: WrittenEntry,
    words: Mapping[str, tuple[str, ...]],
    diagnostics: Diagnostics,
) -> Cue:
    """Return a cue with its named word sets put in, each word once."""
    expanded: list[str] = []
    for word in cue.words:
        if not word.startswith("@"):
            expanded.append(word)
        elif word[1:] in words:
            expanded.extend(words[word[1:]])
        else:
            message = f'{written.id} asks for the word set "{word[1:]}", which this list lacks'
            advice = suggestion(word[1:], sorted(words), "word sets")
            diagnostics.add(UNKNOWN_WORDS, cue.at, message, advice)
    return Cue(
        name=cue.name, scope=cue.scope, words=tuple(dict.fromkeys(expanded)), entries=cue.entries
    )
