"""Everything a rule may name: columns, entries, claims, provisions, groups, kinds, conditions."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from screener.match.catalogue import GATED
from screener.model.field import Field
from screener.model.listing import Edition, Entry, Kind
from screener.model.source import Claim, Provision
from screener.rules.schema import Finds, Policy
from screener.rules.wording import Kind as Assertion

NOT_AT_RISK = frozenset({"displaced", "victim"})
"""Roles in the source of those who lost by what is reported."""

XINJIANG = "CN-XJ"


class Evidence(Protocol):
    """What rules ask of the evidence register; ``sources.register.Register`` is one."""

    @property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by id."""

    @property
    def provisions(self) -> Mapping[str, Provision]:
        """The legal provisions by id."""


class Known(NamedTuple):
    """The names in force while a pack is checked."""

    fields: Mapping[str, Field]
    entries: Mapping[str, Entry]
    lists: Mapping[str, tuple[str, ...]]
    evidence: Evidence
    kinds: Mapping[str, Assertion]
    policy: Policy | None
    conditions: frozenset[str]
    rules: Mapping[str, str]
    """The status of each rule by its id."""
    place_names: Mapping[str, str]
    """The ids of places by their names and aliases without case."""
    under: Mapping[str, tuple[str, ...]] = {}
    """The ids of the lists under each provision."""

    def named(self, id_or_list: str) -> tuple[Entry, ...]:
        """Return the entry of an id, or the entries of a list, or nothing."""
        if id_or_list in self.entries:
            return (self.entries[id_or_list],)
        return tuple(self.entries[entry] for entry in self.lists.get(id_or_list, ()))

    def lists_under(self, provisions: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the lists under any of some provisions, each once."""
        found = [name for provision in provisions for name in self.under.get(provision, ())]
        return tuple(dict.fromkeys(found))

    def goods_under(self, provision: str) -> tuple[tuple[str, str], ...]:
        """Return the pairs of country and goods on the lists under a provision."""
        return tuple(
            (entry.country, goods)
            for name in self.under.get(provision, ())
            for entry in self.named(name)
            if entry.country is not None and not entry.aliases
            for goods in entry.goods
        )

    def sought_kinds(self, finds: Finds) -> set[Kind]:
        """Return the kinds of entries that a search looks for."""
        named = {self.entries[name].kind for name in (*finds.any_of, *finds.within)}
        return named | {Kind.LISTING} if finds.under else named


def entries_of(editions: tuple[Edition, ...]) -> dict[str, Entry]:
    """Return the entries of all lists by id, in the order of lists and entries."""
    return {entry.id: entry for edition in editions for entry in edition.entries}


def lists_of(editions: tuple[Edition, ...]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the entries of each list."""
    return {edition.id: tuple(entry.id for entry in edition.entries) for edition in editions}


def under_of(editions: tuple[Edition, ...]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the lists under each provision."""
    provisions = dict.fromkeys(one for edition in editions for one in edition.under)
    return {
        provision: tuple(edition.id for edition in editions if provision in edition.under)
        for provision in provisions
    }


def place_names_of(entries: Mapping[str, Entry]) -> dict[str, str]:
    """Return the ids of places by name and alias; of places of one name the first."""
    names: dict[str, str] = {}
    for name, entry in entries.items():
        if entry.kind is Kind.PLACE:
            for text in (name, entry.name, *(alias.text for alias in entry.aliases)):
                names.setdefault(text.casefold(), name)
    return names


def is_presumed_place(entry: Entry) -> bool:
    """Whether an entry is a place whose goods the law presumes made with forced labour."""
    return entry.kind is Kind.PLACE and XINJIANG in entry.admin


def is_dprk_place(entry: Entry) -> bool:
    """Whether an entry is a place in the DPRK, where a place alone decides."""
    return entry.kind is Kind.PLACE and entry.country == GATED
