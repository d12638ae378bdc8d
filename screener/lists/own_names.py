"""Names of listed parties, and goods of orders, that are ours: laid over editions when these are read.

They belong to no edition. What a publisher's file says, its checksum, its guards and what is told
of two editions stay as they are, and a newer edition finds the same names again.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import Mark, compose
from screener.content.structs import read_struct
from screener.lists.soundness import is_short
from screener.model.listing import Alias, Edition, Entry, Kind
from screener.text.folding import fold
from screener.text.legal_forms import covered, legal_forms
from screener.text.scripts import main_script

NO_NAME = "L021"
LITTLE = "L022"

Bare = tuple[str, ...]


class WrittenNames(msgspec.Struct, frozen=True, kw_only=True):
    """Names of one party, as written: ``of`` are those that publishers give it.

    ``under`` are the provisions of the lists it may stand on; ``country`` is given where its
    published name is one that a party elsewhere may bear. ``goods`` are those of an order on a
    region, for a list that tells the region alone.
    """

    at: Mark
    of: tuple[str, ...]
    under: tuple[str, ...]
    words: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    country: str | None = None


class _File(msgspec.Struct, frozen=True, kw_only=True):
    at: Mark
    names: tuple[WrittenNames, ...] = ()


class _Party(NamedTuple):
    """Names of a party for the lists of one provision."""

    country: str | None
    aliases: tuple[Alias, ...]
    goods: tuple[str, ...]


class OwnNames:
    """Names of parties by the provision of their list and by the names that publishers give them."""

    def __init__(self, written: Iterable[WrittenNames] = ()) -> None:
        """Index what is written."""
        self._parties: dict[tuple[str, Bare], list[_Party]] = {}
        for one in written:
            aliases = tuple(
                Alias(text=word, script=main_script(word), status="GK") for word in one.words
            )
            for key in {(law, bare(name)) for law in one.under for name in one.of}:
                self._parties.setdefault(key, []).append(_Party(one.country, aliases, one.goods))

    def laid_over(self, edition: Edition) -> Edition:
        """Return an edition whose entries bear our names behind the published ones."""
        laws = [law for law in edition.under if any(law == known for known, _ in self._parties)]
        if not laws:
            return edition
        return replace(edition, entries=tuple(self._named(one, laws) for one in edition.entries))

    def _named(self, entry: Entry, laws: Sequence[str]) -> Entry:
        if entry.kind is not Kind.LISTING:
            return entry
        published = [entry.name, *(one.text for one in entry.aliases if one.status == "V")]
        keys = dict.fromkeys((law, bare(name)) for law in laws for name in published)
        known = {one.text for one in entry.aliases}
        # Where the published names are found in some columns alone, so are ours.
        bound = {one.fields for one in entry.aliases}
        fields = bound.pop() if len(bound) == 1 else ()
        parties = [
            party
            for key in keys
            for party in self._parties.get(key, ())
            if entry.country is None or party.country in (None, entry.country)
        ]
        ours = {
            alias.text: replace(alias, fields=fields)
            for party in parties
            for alias in party.aliases
            if alias.text not in known
        }
        if ours:
            entry = replace(entry, aliases=(*entry.aliases, *ours.values()))
        return _with_goods(entry, parties)


def _with_goods(entry: Entry, parties: Iterable[_Party]) -> Entry:
    """Return an order on a region with our goods, if the words that name it are all that its list tells."""
    goods = tuple(dict.fromkeys(one for party in parties for one in party.goods))
    untold = not entry.aliases and entry.goods == (entry.name,)
    return replace(entry, goods=goods, goods_ours=True) if goods and untold else entry


def read_own_names(path: str, text: str, diagnostics: Diagnostics) -> tuple[WrittenNames, ...]:
    """Return the names of a file, in its order; what is wrong in them goes to the diagnostics."""
    file = read_struct(compose(text, path, diagnostics), _File, diagnostics)
    names = file.names if file is not None else ()
    for one in names:
        if not (one.of and one.under and (one.words or one.goods) and all(map(bare, one.of))):
            message = "names need a published name (of), a provision (under) and words or goods"
            diagnostics.add(NO_NAME, one.at, message, "give all three, or remove the names")
        for word in one.words:
            if is_short(word) or not any(character.isalnum() for character in word):
                message = f'"{word}" says too little to be looked for by itself'
                diagnostics.add(LITTLE, one.at, message, "write it out, or remove it")
    return names


def bare(name: str) -> Bare:
    """Return the words of a name in order, folded, without its legal form.

    >>> bare("Camel Group Company Limited") == bare("CAMEL GROUP CO., LTD."), bare("Camel Co., Ltd.")
    (True, ('camel',))
    """
    forms = [token.form for token in fold(name).tokens]
    legal = covered(legal_forms(forms))
    return tuple(form for at, form in enumerate(forms) if at not in legal)
