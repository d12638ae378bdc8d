"""Entries as people write them in YAML, read into the entries every stage uses."""

from collections.abc import Mapping, Sequence

import msgspec

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import Mark, Node, compose
from screener.content.structs import read_struct
from screener.model.listing import Alias, Ambiguity, Cue, Entry, Kind, Scope
from screener.text.folding import fold
from screener.text.scripts import main_script

UNKNOWN_WORDS = "L003"
EMPTY_ALIAS = "L004"


class _Aliases(msgspec.Struct, frozen=True, kw_only=True):
    """A group of spellings that share their attributes."""

    words: tuple[str, ...]
    lang: str = ""
    system: str = ""
    status: str = "GK"
    ambiguity: Ambiguity = "A0"
    anchors: tuple[str, ...] = ()
    whole: bool = False
    fields: tuple[str, ...] = ()


class _Cue(msgspec.Struct, frozen=True, kw_only=True):
    """An anchor or a veto as written."""

    name: str
    scope: Scope
    words: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as written; ``at`` is where."""

    at: Mark
    id: str
    kind: Kind
    name: str
    aliases: tuple[_Aliases, ...] = ()
    anchors: tuple[_Cue, ...] = ()
    vetoes: tuple[_Cue, ...] = ()
    within: str | None = None
    country: str | None = None
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
    ended_on: str | None = None
    goods: tuple[str, ...] = ()
    note: str | None = None


class _File(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a list."""

    entries: tuple[Written, ...] = ()
    words: dict[str, tuple[str, ...]] = {}


def read_entries(
    list_id: str, texts: Sequence[tuple[str, str]], diagnostics: Diagnostics
) -> tuple[tuple[Entry, Mark], ...]:
    """Return the entries of a list's files with their places, in the order of files and lines."""
    files = [
        file
        for path, text in texts
        if (file := _file(compose(text, path, diagnostics), diagnostics)) is not None
    ]
    words = {name: several for file in files for name, several in file.words.items()}
    return tuple(
        (_entry(list_id, written, words, diagnostics), written.at)
        for file in files
        for written in file.entries
    )


def _file(node: Node | None, diagnostics: Diagnostics) -> _File | None:
    return read_struct(node, _File, diagnostics, renames={"class": "ambiguity"})


def _entry(
    list_id: str, written: Written, words: Mapping[str, tuple[str, ...]], diagnostics: Diagnostics
) -> Entry:
    same = {
        name: getattr(written, name)
        for name in Written.__struct_fields__
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


def _aliases(group: _Aliases, written: Written, diagnostics: Diagnostics) -> list[Alias]:
    aliases = []
    for text in group.words:
        if not fold(text).joined:
            message = f'the alias "{text}" of {written.id} holds no letter or digit'
            diagnostics.add(EMPTY_ALIAS, written.at, message, "remove it")
            continue
        shared = {
            name: getattr(group, name) for name in _Aliases.__struct_fields__ if name != "words"
        }
        aliases.append(Alias(text=text, script=main_script(text), **shared))
    return aliases


def _cue(
    cue: _Cue, written: Written, words: Mapping[str, tuple[str, ...]], diagnostics: Diagnostics
) -> Cue:
    """Return a cue with its named word sets put in, each word once."""
    expanded: list[str] = []
    for word in cue.words:
        if not word.startswith("@"):
            expanded.append(word)
        elif word[1:] in words:
            expanded.extend(words[word[1:]])
        else:
            message = f'no word set "{word[1:]}" in this list, asked for by {written.id}'
            diagnostics.add(UNKNOWN_WORDS, written.at, message, f"known: {', '.join(sorted(words))}")
    return Cue(
        name=cue.name, scope=cue.scope, words=tuple(dict.fromkeys(expanded)), entries=cue.entries
    )
