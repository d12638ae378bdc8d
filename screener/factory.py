"""Putting a screener together: the only place where settings, data and stages meet."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from screener.content.diagnostics import diagnostics_of
from screener.content.files import shown, text_file, yaml_files
from screener.content.packed import opened
from screener.editions.importing import Imported, Order, import_list
from screener.editions.indexes import IndexStore
from screener.editions.searching import NameSearch
from screener.editions.store import EditionStore
from screener.errors import ContentError, DataNotFoundError, InputError, ListError, RuleError
from screener.evidence.verdicts import Engine
from screener.index.names import NameIndex, no_collection
from screener.lists.edition import (
    Editions,
    editions_in_use,
    read_editions,
    read_gazetteer,
    read_vocabulary,
    sealed_beside,
)
from screener.match.catalogue import Catalogue
from screener.match.listings import Listings
from screener.match.lookup import Lookup
from screener.match.matcher import Matcher, names_of
from screener.match.names import place_paths
from screener.match.order_regions import affirming
from screener.model.field import Field
from screener.model.listing import Edition, Locality
from screener.pipeline import Content, Screener
from screener.resources import pack_folders, shipped
from screener.rules.evaluate import Evaluator
from screener.rules.fields import read_fields
from screener.rules.lock import LOCK, Lock, check_company, check_lock, read_lock
from screener.rules.pack_files import Extension, PackTexts
from screener.rules.plan import Plan
from screener.rules.reader import Reading, read_pack, read_texts
from screener.settings import read_settings
from screener.sources.register import Register, read_register

T = TypeVar("T")

TRADE_WORDS = "trade-vocabulary"
BUSINESS_WORDS = "business-words"


class Folders(NamedTuple):
    """Where content lies: pack, watchlists, evidence register.

    ``imported`` are further lists by id; ``own`` is what a company lays beside the pack.
    """

    rules: Traversable
    lists: Traversable
    seeds: Traversable
    imported: Mapping[str, Traversable] = MappingProxyType({})
    own: Traversable | None = None


def load(
    rules: str | Path | None = None,
    lists: str | Path | None = None,
    as_of: str | date | None = None,
) -> Screener:
    """Return a screener with the shipped rules and lists, or with those of the folders given.

    Lists imported into the data directory are used beside them. Precedence: argument, then
    ``SCREENER_RULES`` and ``SCREENER_LISTS``, then what is shipped.
    ``as_of`` is the day by which dates are judged; today, read here once, if it is not given.

    Raises:
        ContentError: Rules, lists or sources are wrong or empty; every diagnostic is named.
        DataNotFoundError: A folder is missing.

    """
    return load_from(folders_in_use(rules, lists), as_of)


def folders_in_use(rules: str | Path | None = None, lists: str | Path | None = None) -> Folders:
    """Return the folders that ``load`` reads.

    Raises:
        DataNotFoundError: A folder is missing.
        ListError: A list of a company has the id of another list in use.

    """
    packs = pack_folders(_pack_folder(rules or read_settings().rules))
    root, imported, own = _lists_folder(lists), edition_store().current(), packs.own_lists()
    taken = sorted({*own} & {*imported, *(item.name for item in root.iterdir())})
    if taken:
        # It would stand in for the other, and rules that ask for that list would miss.
        message = "a list of this id is in use already; give yours another"
        raise ListError(message, path=shown(own[taken[0]]), line=1)
    return Folders(packs.pack, root, shipped("seeds"), {**imported, **own}, packs.own)


def load_from(folders: Folders, as_of: str | date | None = None) -> Screener:
    """Return a screener with the content of folders, wherever they lie.

    Raises:
        ContentError: Rules, lists or sources are wrong or empty; every diagnostic is named.

    """
    day = str(as_of) if as_of is not None else datetime.now(tz=UTC).date().isoformat()
    with no_collection():
        return _loaded(folders, day)


def _loaded(folders: Folders, day: str) -> Screener:
    """Return the screener of some folders and a day."""
    fields = read_fields(folders.rules)
    register = read_register(folders.seeds, folders.rules, folders.own)
    lists = editions_in_use(folders.lists, claims=register.claims, imported=folders.imported)
    texts = _texts(folders)
    pack = read_pack(texts, fields, register, lists.known)
    content = Content(
        fields=fields,
        editions=lists.in_use,
        replaced=lists.replaced,
        register=register,
        pack=pack,
        texts=texts,
        as_of=day,
        beside=sealed_beside(folders.lists),
    )
    return _assembled(content, folders.lists)


class Inspection(NamedTuple):
    """Content read for a check: a pack that may be wrong, with the register it rests on.

    ``home`` is the folder that was given: that of a whole pack, or of the company that extends
    one. ``lock`` is the one that lies there, ``base`` that of the pack it extends, if any.
    """

    reading: Reading
    register: Register
    home: Traversable
    lock: Lock | None
    base: Lock | None = None
    extends: bool = False

    @property
    def place(self) -> str:
        """What stands before the paths of the files of ``home``."""
        return shown(self.home)

    def check_versions(self) -> None:
        """Report what the lock does not allow, as far as there is one (R008, R033, R077)."""
        if self.lock is None:
            return
        check_lock(self.reading, self.lock, self.place)
        if self.extends:
            check_company(self.reading, self.lock, self.base, self.place)


def inspect(rules: str | Path | None = None, lists: str | Path | None = None) -> Inspection:
    """Return everything that could be read of a pack, with its diagnostics.

    Raises:
        ContentError: Columns, lists or sources are wrong, so that rules cannot be judged; every
            diagnostic of all three is named. Or the lock is none.
        DataNotFoundError: A folder is missing.

    """
    folders = folders_in_use(rules, lists)
    problems: list[ContentError] = []
    fields = _attempted(lambda: read_fields(folders.rules), problems)
    register = _attempted(
        lambda: read_register(folders.seeds, folders.rules, folders.own), problems
    )
    claims = register.claims if register is not None else None
    editions = _attempted(
        lambda: read_editions(folders.lists, claims=claims, imported=folders.imported), problems
    )
    if fields is None or editions is None or register is None:
        found = dict.fromkeys(one for error in problems for one in diagnostics_of(error))
        told = dict.fromkeys(map(str, problems))
        raise ContentError("\n".join(told), found=tuple(found))
    texts = _texts(folders)
    reading = read_texts(texts.folder, texts.texts, fields, register, editions, texts.extension)
    home = folders.own if folders.own is not None else folders.rules
    extends = folders.own is not None
    base = _lock_in(folders.rules) if extends else None
    return Inspection(reading, register, home, _lock_in(home), base, extends)


def _lock_in(folder: Traversable) -> Lock | None:
    text = text_file(folder, LOCK, error=RuleError)
    return read_lock(text, f"{shown(folder)}/{LOCK}") if text is not None else None


def _attempted(read: Callable[[], T], problems: list[ContentError]) -> T | None:
    """Return what is read, or None with the problem kept."""
    try:
        return read()
    except ContentError as error:
        problems.append(error)
        return None


def load_register() -> Register:
    """Return the shipped evidence register alone.

    Raises:
        ContentError: It is wrong or empty.

    """
    return read_register(shipped("seeds"), shipped("rules"))


def load_fields(rules: str | Path | None = None) -> dict[str, Field]:
    """Return the data dictionary alone.

    Raises:
        ContentError: It is wrong or empty.
        DataNotFoundError: The folder is missing.

    """
    return read_fields(folders_in_use(rules).rules)


def load_editions(lists: str | Path | None = None) -> tuple[Edition, ...]:
    """Return the editions in use alone; what their entries rest on is not checked.

    Raises:
        ContentError: A list is wrong, or there is none.

    """
    return load_lists(lists).in_use


def load_lists(lists: str | Path | None = None) -> Editions:
    """Return the editions in use, and the samples that imported lists replace.

    Raises:
        ContentError: A list is wrong, or there is none.

    """
    folders = folders_in_use(lists=lists)
    return editions_in_use(folders.lists, imported=folders.imported)


def load_beside(lists: str | Path | None = None) -> tuple[tuple[str, str], ...]:
    """Return id and hash of each list in use that is only evidence.

    Raises:
        ContentError: A manifest is wrong, or there is no list.

    """
    return sealed_beside(folders_in_use(lists=lists).lists)


def edition_store() -> EditionStore:
    """Return the imported editions of the data directory."""
    return EditionStore(read_settings().home)


def import_edition(order: Order) -> Imported:
    """Return the edition made from a published file; screenings use it from then on.

    Its names are searched as a screening searches them, with the words and places in use.

    Raises:
        InputError: The file is missing, its format cannot be told, or the id is that of a list
            that is not imported.
        ListError: The file or a guard refuses it; the edition in use stays.

    """
    lists = _lists_folder(None)
    if any(item.name == order.list_id for item in lists.iterdir()):
        message = f"{order.list_id!r} is the id of a list in {lists}; import under another id"
        raise InputError(message)
    search = NameSearch(
        read_fields(folders_in_use().rules),
        read_vocabulary(lists, BUSINESS_WORDS),
        read_vocabulary(lists, TRADE_WORDS),
        read_gazetteer(lists),
    )
    return import_list(edition_store(), order, search, datetime.now(tz=UTC))


def _texts(folders: Folders) -> PackTexts:
    """Return the files of the pack, and what a company lays beside them, if anything."""
    texts = yaml_files(folders.rules, error=RuleError)
    own = folders.own
    extension = Extension(shown(own), yaml_files(own, error=RuleError)) if own is not None else None
    return PackTexts(shown(folders.rules), texts, extension)


def _lists_folder(lists: str | Path | None) -> Traversable:
    return _folder(lists or read_settings().lists, "watchlists") or shipped("watchlists")


def _pack_folder(path: str | Path | None) -> Traversable | None:
    """Return the folder of a pack, that inside a file if it is a packed one.

    Raises:
        RuleError: The file is no pack, or not as it was packed.
        DataNotFoundError: There is neither folder nor file.

    """
    if path is None or not Path(path).is_file():
        return _folder(path, "rules")
    with Path(path).open("rb") as stream:
        return opened(stream, str(path), RuleError)


def _folder(path: str | Path | None, what: str) -> Path | None:
    if path is None:
        return None
    folder = Path(path)
    if not folder.is_dir():
        message = f"the {what} folder {folder} does not exist"
        raise DataNotFoundError(message)
    return folder


class Searched(NamedTuple):
    """What is searched of some lists: their phrases, and the index of their names."""

    catalogue: Catalogue
    names: NameIndex


@lru_cache(maxsize=1)
def searched(
    editions: tuple[Edition, ...],
    localities: tuple[Locality, ...],
    trade: frozenset[str],
    business: frozenset[str],
    home: Path,
) -> Searched:
    """Return what is searched of some lists; screeners that use the same ones share it.

    ``trade`` and ``business`` are the words that say little in texts and in names; ``home`` is
    the data directory in which a large index is saved.
    """
    catalogue = Catalogue(editions, localities, trade)
    names = IndexStore(home).index(names_of(catalogue), business, place_paths(localities))
    return Searched(catalogue, names)


def _assembled(content: Content, lists: Traversable) -> Screener:
    """Return the screener of checked content."""
    trade = read_vocabulary(lists, TRADE_WORDS)
    catalogue, names = searched(
        content.editions,
        read_gazetteer(lists),
        trade,
        read_vocabulary(lists, BUSINESS_WORDS),
        read_settings().home,
    )
    matcher = Matcher(catalogue, names, content.fields)
    evaluator = Evaluator(
        content.pack,
        content.fields,
        catalogue.ancestors,
        {entry.id: str(entry.kind) for entry in catalogue.entries},
        grades={claim.id: claim.grade for claim in content.register.claims.values()},
        trade=trade,
    )
    entry_names = {entry.id: entry.name for entry in catalogue.entries}
    listings = Listings(content.editions, affirming(catalogue))

    def as_tested() -> Screener:
        return _assembled(replace(content, editions=content.known, replaced=()), lists)

    engine = Engine(
        matcher, evaluator, Plan(evaluator), content.fields, entry_names, listings, known={}
    )
    lookup = Lookup(catalogue, matcher, names)
    return Screener(content, engine, lookup, as_tested if content.replaced else None)
