"""What must hold of the evidence register; every problem is reported where it stands."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from screener.content.diagnostics import Diagnostics, suggestion
from screener.content.nodes import Mark
from screener.model.source import Contradiction, Saying
from screener.sources.written import WrittenClaim, WrittenProvision, WrittenSource

DOUBLE = "E001"
UNKNOWN_SOURCE = "E002"
PARAGRAPH = "E003"
UNKNOWN_KIND = "E004"
UNKNOWN_CLAIM = "E005"
GRADE = "E006"
CIRCLE = "E007"
DATE = "E008"
CHAIN = "E009"
NO_EVIDENCE = "E010"
HASH = "E011"
UNKNOWN_PROVISION = "E012"

NOT_EVIDENCE = frozenset({"agg", "photo", "page"})
"""Comment of an aggregator, captions and page furniture: no sentence may rest on them."""

NO_PARAGRAPH = "n/a"
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_PARAGRAPHS = re.compile(r"\d+(-\d+)?(, \d+(-\d+)?)*")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Read(NamedTuple):
    """Everything that was read, before it is checked."""

    sources: Sequence[WrittenSource]
    provisions: Sequence[WrittenProvision]
    kinds: Collection[str]


class Known(NamedTuple):
    """What claims and sources may refer to."""

    sources: Mapping[str, WrittenSource]
    claims: Mapping[str, str]
    kinds: Collection[str]


def check(read: Read, diagnostics: Diagnostics) -> None:
    """Note every problem of sources, claims and provisions, alone and together."""
    known = Known(
        {source.id: source for source in read.sources},
        {claim.id: source.id for source in read.sources for claim in source.claims},
        read.kinds,
    )
    _check_ids(read, diagnostics)
    for source in read.sources:
        _check_source(source, known, diagnostics)
        for claim in source.claims:
            _check_claim(claim, source, known.kinds, diagnostics)
            _check_links(claim, source, known, diagnostics)
    numbers = {source.number for source in read.sources}
    for provision in read.provisions:
        if provision.source not in numbers:
            message = f"{provision.id}: no source has the number {provision.source}"
            advice = suggestion(provision.source, sorted(numbers), "numbers")
            diagnostics.add(UNKNOWN_SOURCE, provision.at, message, advice)
        _check_date(provision.applies_from, provision.id, provision.at, diagnostics)
    _check_brought_up(read.provisions, diagnostics)


def _check_brought_up(provisions: Sequence[WrittenProvision], diagnostics: Diagnostics) -> None:
    """Note provisions said to be brought up by one that is not there."""
    known = sorted({one.id for one in provisions})
    for provision in provisions:
        for other in provision.brought_up_by:
            if other not in known:
                message = f"{provision.id} is brought up by {other}, which is no provision"
                advice = suggestion(other, known, "provisions")
                diagnostics.add(UNKNOWN_PROVISION, provision.at, message, advice)


def chain(source: str, rests_on: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return a source and all that it rests on, each once, nearest first.

    >>> chain("a rewrite", {"a rewrite": ["a report"], "a report": []})
    ('a rewrite', 'a report')
    """
    found = [source]
    for name in found:  # it grows while it is walked
        found += [one for one in rests_on.get(name, ()) if one not in found]
    return tuple(found)


def _check_ids(read: Read, diagnostics: Diagnostics) -> None:
    """Note ids and numbers that stand twice, in one file or in two."""
    claims = [claim for source in read.sources for claim in source.claims]
    held = [(one.id, source.at) for source in read.sources for one in _held(source)]
    _check_once([(source.id, source.at) for source in read.sources], diagnostics)
    _check_once([(claim.id, claim.at) for claim in claims], diagnostics)
    _check_once([(source.number, source.at) for source in read.sources], diagnostics)
    _check_once([(one.id, one.at) for one in read.provisions], diagnostics)
    _check_once(held, diagnostics)


def _held(source: WrittenSource) -> tuple[Contradiction | Saying, ...]:
    return (*source.contradictions, *source.must_not_say)


def _check_once(named: Iterable[tuple[str, Mark]], diagnostics: Diagnostics) -> None:
    seen: dict[str, Mark] = {}
    for name, at in named:
        if name in seen:
            message = f"{name} stands twice; first at {seen[name].path}:{seen[name].line}"
            diagnostics.add(DOUBLE, at, message, "an id or number belongs to one thing")
        seen.setdefault(name, at)


def _check_source(source: WrittenSource, known: Known, diagnostics: Diagnostics) -> None:
    for other in source.rests_on:
        if other not in known.sources:
            message = f"{source.id} rests on {other}, which is no source of the register"
            advice = suggestion(other, sorted(known.sources), "sources")
            diagnostics.add(UNKNOWN_SOURCE, source.at, message, advice)
    edges = {name: one.rests_on for name, one in known.sources.items()}
    if any(source.id in chain(other, edges) for other in source.rests_on):
        message = f"{source.id} rests on itself"
        diagnostics.add(CIRCLE, source.at, message, "the later report rests on the earlier one")
    if (source.sha256 is None) != (source.paragraphs is None):
        message = f"{source.id}: a text that was kept has both a hash and a number of paragraphs"
        diagnostics.add(HASH, source.at, message)
    if source.sha256 is not None and not _SHA256.fullmatch(source.sha256):
        message = f"{source.id}: a SHA-256 has 64 digits from 0 to f"
        diagnostics.add(HASH, source.at, message)
    _check_date(source.published, source.id, source.at, diagnostics)
    _check_date(source.review_by, source.id, source.at, diagnostics)
    for one in _held(source):
        _check_known(one.claims, one.id, source.at, known.claims, diagnostics)


def _check_claim(
    claim: WrittenClaim, source: WrittenSource, kinds: Collection[str], diagnostics: Diagnostics
) -> None:
    """Note what is wrong with a claim by itself."""
    problem = _paragraph_problem(claim.paragraph, source)
    if problem is not None:
        diagnostics.add(PARAGRAPH, claim.at, f"{claim.id}: {problem}")
    for kind in claim.supports:
        if kind not in kinds:
            message = f'{claim.id} supports "{kind}", which is no kind of assertion'
            diagnostics.add(UNKNOWN_KIND, claim.at, message, suggestion(kind, kinds, "kinds"))
    if (claim.sourcing == "official") != (claim.grade == "official-record"):
        message = f"{claim.id}: sourcing {claim.sourcing} and grade {claim.grade} do not agree"
        advice = "an official record is both official and official-record, nothing else is either"
        diagnostics.add(GRADE, claim.at, message, advice)
    if claim.sourcing in NOT_EVIDENCE and claim.supports:
        message = f"{claim.id}: comment, captions and page furniture support nothing"
        diagnostics.add(NO_EVIDENCE, claim.at, message)
    if claim.period is not None:
        _check_date(claim.period.begins, claim.id, claim.at, diagnostics)
        _check_date(claim.period.ends, claim.id, claim.at, diagnostics)


def _paragraph_problem(written: str, source: WrittenSource) -> str | None:
    """Return what is wrong with paragraphs such as "11", "1, 2, 4" or "14-17"; None if nothing."""
    if source.paragraphs is None:
        fits = written == NO_PARAGRAPH
        return None if fits else f'no text was kept, so the paragraph is "{NO_PARAGRAPH}"'
    if not _PARAGRAPHS.fullmatch(written):
        return f'"{written}" names no paragraphs; write "11", "1, 2, 4" or "14-17"'
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    first = 0 if source.leading_lines else 1
    if sorted(set(numbers)) != numbers:
        return f'"{written}" is not in rising order'
    if numbers[0] < first or numbers[-1] > source.paragraphs:
        return f'"{written}" lies outside the paragraphs {first} to {source.paragraphs}'
    return None


def _check_links(
    claim: WrittenClaim, source: WrittenSource, known: Known, diagnostics: Diagnostics
) -> None:
    """Note claims that are not there, and links that cross or stay within the chain wrongly."""
    _check_known((*claim.repeats, *claim.bears_on), claim.id, claim.at, known.claims, diagnostics)
    edges = {name: one.rests_on for name, one in known.sources.items()}
    own = chain(source.id, edges)
    for name in claim.repeats:
        if name == claim.id or known.claims.get(name, source.id) not in own:
            message = f"{claim.id} repeats {name}, which is not of its chain of sources"
            advice = "what another source says of its own accord belongs under bears_on"
            diagnostics.add(CHAIN, claim.at, message, advice)
    for name in claim.bears_on:
        if known.claims.get(name) == source.id:
            message = f"{claim.id} bears on {name}, which is of the same source"
            diagnostics.add(CHAIN, claim.at, message, "within a source it can only repeat")


def _check_known(
    named: Iterable[str], by: str, at: Mark, claims: Mapping[str, str], diagnostics: Diagnostics
) -> None:
    for name in named:
        if name not in claims:
            message = f"{by} names the claim {name}, which the register does not hold"
            diagnostics.add(UNKNOWN_CLAIM, at, message, suggestion(name, sorted(claims), "claims"))


def _check_date(date: str | None, of: str, at: Mark, diagnostics: Diagnostics) -> None:
    if date is not None and not _DATE.fullmatch(date):
        message = f'{of}: "{date}" is no date'
        diagnostics.add(DATE, at, message, "write 2021, 2021-03 or 2021-03-03")
