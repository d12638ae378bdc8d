"""Rules, claims and lists in words: what decides, where a claim is used, what guards said."""

from typing import NamedTuple

from api.deps import Service
from screener.editions.store import Attempt
from screener.errors import NotStoredError
from screener.factory import edition_store
from screener.model.listing import Edition, Entry
from screener.model.source import Claim, Source
from screener.rules.plain import rule_in_words
from screener.rules.schema import Rule


class RuleShown(NamedTuple):
    """A rule with what makes it fire in plain words, line by line."""

    rule: Rule
    words: tuple[str, ...]


class ClaimUse(NamedTuple):
    """A claim, its source, and the rules and entries that rest on it."""

    claim: Claim
    source: Source
    rules: tuple[Rule, ...]
    entries: tuple[Entry, ...]


def rule_shown(rule_id: str, service: Service) -> RuleShown:
    """Return one rule in plain words.

    Raises:
        NotStoredError: The pack has none with this id.

    """
    screener = service.screener
    names = {id_: entry.name for id_, entry in screener.entries.items()}
    for rule in screener.pack.rules:
        if rule.id == rule_id:
            return RuleShown(rule, tuple(rule_in_words(rule, screener.pack.conditions, names)))
    message = f"no rule {rule_id}"
    raise NotStoredError(message)


def edition_shown(list_id: str, service: Service) -> Edition:
    """Return the edition in use of a list.

    Raises:
        NotStoredError: There is no such list.

    """
    for edition in service.screener.editions:
        if edition.id == list_id:
            return edition
    message = f"no list {list_id}"
    raise NotStoredError(message)


def entry_shown(entry_id: str, service: Service) -> Entry:
    """Return one entry of the lists in use.

    Raises:
        NotStoredError: There is none with this id.

    """
    found = service.screener.entries.get(entry_id)
    if found is None:
        message = f"no entry {entry_id}"
        raise NotStoredError(message)
    return found


def source_shown(source_id: str, service: Service) -> Source:
    """Return one source of the register.

    Raises:
        NotStoredError: There is none with this id.

    """
    for source in service.screener.register.sources:
        if source.id == source_id:
            return source
    message = f"no source {source_id}"
    raise NotStoredError(message)


def claim_use(claim_id: str, service: Service) -> ClaimUse:
    """Return a claim and where it is used.

    Raises:
        NotStoredError: There is none with this id.

    """
    register = service.screener.register
    if claim_id not in register.claims:
        message = f"no claim {claim_id}"
        raise NotStoredError(message)
    rules, entries = uses(service)
    return ClaimUse(
        register.claims[claim_id],
        register.source_of(claim_id),
        rules.get(claim_id, ()),
        entries.get(claim_id, ()),
    )


def uses(service: Service) -> tuple[dict[str, tuple[Rule, ...]], dict[str, tuple[Entry, ...]]]:
    """Return the rules and the entries that rest on each claim, by its id."""
    rules: dict[str, tuple[Rule, ...]] = {}
    for rule in service.screener.pack.rules:
        named = dict.fromkeys((*rule.claims, *(one for more in rule.more for one in more.claims)))
        for claim in named:
            rules[claim] = (*rules.get(claim, ()), rule)
    entries: dict[str, tuple[Entry, ...]] = {}
    for entry in service.screener.entries.values():
        for claim in entry.claims:
            entries[claim] = (*entries.get(claim, ()), entry)
    return rules, entries


def attempts(list_id: str) -> tuple[Attempt, ...]:
    """Return when editions of an imported list were tried, and why guards refused them."""
    return edition_store().attempts(list_id)
