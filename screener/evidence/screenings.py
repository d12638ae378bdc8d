"""The screening of one record put together from what every stage found."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from screener.codes.hs import hs_chapter
from screener.evidence.bearing import not_yet
from screener.evidence.citations import Case, by_jurisdiction, citations, is_of, provisions
from screener.evidence.goods_laws import Codes, codes_of, leaves_out
from screener.evidence.sentences import sentence
from screener.match.listing_days import RecordDay, record_day
from screener.model.hit import GoodsLeg, Hit, Statement
from screener.model.listing import Entry
from screener.model.screening import Change, Reason, Scope, Screening, Snapshot, Unknown
from screener.rules.outcome import Outcome
from screener.rules.schema import Pack, Rule
from screener.score.combine import Score
from screener.sources.register import Register

TIER_NAMES = {"T0": "clear", "T1": "note", "T2": "review", "T3": "hold", "T4": "stop"}
_TO_THE_READER = "Stop"
_NOTE = 1
"""The tier that notes something and holds up nothing."""
_MET: tuple[GoodsLeg, ...] = ("all", "named")
"""The legs of goods with which a listing that applies is met in full."""
_REVIEW = 2
"""The tier of one leg of a listing; both hold the line."""


class Library(NamedTuple):
    """What screenings cite: entries, rules, sources; and what is the same for all of a run.

    ``under`` gives the provisions of each list that has some.
    """

    entries: Mapping[str, Entry]
    rules: Mapping[str, Rule]
    pack: Pack
    register: Register
    scope: Scope
    snapshot: Snapshot
    under: Mapping[str, tuple[str, ...]]


class Judged(NamedTuple):
    """What the rules and the policy made of one record."""

    outcomes: Sequence[Outcome]
    score: Score
    risk_score: float
    completeness: float
    missing: tuple[str, ...]
    changes: tuple[Change, ...]


class Subject(NamedTuple):
    """The record itself, and what was found in it."""

    line_id: str
    values: Mapping[str, str]
    hits: tuple[Hit, ...]
    statements: tuple[Statement, ...]


def screening_of(subject: Subject, judged: Judged, library: Library) -> Screening:
    """Return the screening of a record.

    Reasons stand with the highest floor first, then by the points they counted, then by rule;
    questions in the order of their reasons, each once (see ``questions``).
    """
    day = record_day(subject.values, library.snapshot.as_of)
    codes = codes_of(subject.values, subject.hits, library.entries)
    reasons = _of_goods(_reasons(subject, judged, library, day), codes, library)
    case = Case(
        standing=_behind(reasons, subject, library),
        bringing=_behind(reasons, subject, library, perhaps=True),
        chapter=hs_chapter(subject.values.get("hs_code", "")),
        day=day.first,
        codes=codes,
    )
    basis = provisions(reasons, library.register, case)
    return Screening(
        line_id=subject.line_id,
        tier=judged.score.tier,
        tier_name=TIER_NAMES[judged.score.tier],
        risk_score=judged.risk_score,
        points=judged.score.points,
        points_if_adverse=judged.score.points_if_adverse,
        completeness=judged.completeness,
        missing=judged.missing,
        reasons=reasons,
        hits=subject.hits,
        statements=subject.statements,
        unknown=tuple(
            Unknown(rule=outcome.rule, settles_with=outcome.settles_with)
            for outcome in judged.outcomes
            if outcome.open and not outcome.shadow
        ),
        citations=citations(reasons, library.register),
        basis=basis,
        jurisdictions=by_jurisdiction(basis),
        questions=questions(reasons),
        would_change=judged.changes,
        scope=library.scope,
        snapshot=library.snapshot,
    )


def questions(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Return what to ask the supplier, each once.

    What begins with Stop tells the reader what to do; it stays with its reason.
    """
    asks = dict.fromkeys(ask for reason in reasons for ask in reason.asks)
    return tuple(ask for ask in asks if not ask.startswith(_TO_THE_READER))


def _reasons(
    subject: Subject, judged: Judged, library: Library, day: RecordDay
) -> tuple[Reason, ...]:
    hits = {hit.id: hit for hit in subject.hits}
    reasons = [
        _reason(
            outcome, subject.values, [hits[name] for name in outcome.hits], judged, library, day
        )
        for outcome in judged.outcomes
        if outcome.fired
    ]
    return tuple(
        sorted(
            reasons,
            key=lambda reason: (-_rank(reason.floor), -reason.counted_points, reason.rule),
        )
    )


def _of_goods(reasons: tuple[Reason, ...], codes: Codes, library: Library) -> tuple[Reason, ...]:
    """Return reasons without laws on goods that the goods of the record are known not to be."""
    named = {name for one in reasons for name in one.basis}
    laws = library.register.provisions
    outside = {name for name in named if name in laws and leaves_out(laws[name], codes)}
    return tuple(
        one
        if outside.isdisjoint(one.basis)
        else replace(one, basis=tuple(name for name in one.basis if name not in outside))
        for one in reasons
    )


def _laws(rule: Rule, values: Mapping[str, str], library: Library, day: RecordDay) -> str:
    """Return what a reason above T1 says of laws behind its rule that did not apply on the day."""
    if _rank(rule.raises_to) <= _NOTE:
        return ""
    chapter = hs_chapter(values.get("hs_code", ""))
    behind = (library.register.provisions[name] for name in rule.basis)
    return not_yet((one for one in behind if is_of(one, chapter)), day, values)


def _sampled(hits: Sequence[Hit], library: Library) -> str:
    """Return which lists that a reason rests on are samples of what their publishers have."""
    samples = {one.id for one in library.scope.lists if one.sample}
    found = dict.fromkeys(hit.list for hit in hits if hit.list in samples)
    return f"Found on a sample, not on the whole list: {', '.join(found)}." if found else ""


def latest_law(library: Library) -> str:
    """Return the day from which on every law that a rule or a list rests on applies."""
    behind = [rule.basis for rule in library.pack.rules] + [*library.under.values()]
    provisions = library.register.provisions
    known = (provisions[name] for several in behind for name in several if name in provisions)
    return max((one.applies_from or "" for one in known), default="")


def goods_laws(library: Library) -> frozenset[str]:
    """Return the provisions that speak of certain goods alone, and those that bring these up."""
    laws = [one for one in library.register.provisions.values() if one.only_chapters]
    return frozenset(name for one in laws for name in (one.id, *one.brought_up_by))


def _rank(floor: str | None) -> int:
    return -1 if floor is None else int(floor[1])


def _reason(
    outcome: Outcome,
    values: Mapping[str, str],
    hits: Sequence[Hit],
    judged: Judged,
    library: Library,
    day: RecordDay,
) -> Reason:
    rule = library.rules[outcome.rule]
    said = sentence(rule.says, hits, library.entries, values)
    return Reason(
        rule=rule.id,
        version=rule.version,
        title=rule.title,
        family=rule.family,
        group=rule.group,
        points=outcome.points,
        counted_points=judged.score.counted.get(rule.id, 0),
        floor=rule.raises_to,
        sentence=" ".join(
            filter(None, (said, _laws(rule, values, library, day), _sampled(hits, library)))
        ),
        never_say=never_say(rule, hits, library.entries),
        basis=_basis(rule, hits, library),
        claims=outcome.claims,
        hits=outcome.hits,
        asks=rule.asks,
    )


def _behind(
    reasons: Iterable[Reason], subject: Subject, library: Library, *, perhaps: bool = False
) -> set[str]:
    """Return the provisions of reasons that hold the line; of those by listings that are met in full.

    A listing behind it applies on the day with both legs (gate G5). One leg alone, a name without a
    role, or a place that is merely named stands for nothing. ``perhaps`` takes in what may well
    stand: a reason by no listing that has the line reviewed, and orders that do not tell their goods.
    """
    goods = (*_MET, "untold") if perhaps else _MET
    standing: set[str] = set()
    for reason in reasons:
        hits = [hit for hit in subject.hits if hit.id in reason.hits]
        by_listings = any(hit.listing is not None for hit in hits)
        met = [
            hit
            for hit in hits
            if (on := hit.listing) is None or (on.time == "applies" and on.goods in goods)
        ]
        least = _NOTE if perhaps and not by_listings else _REVIEW
        if _rank(reason.floor) > least and (met or not hits):
            standing.update(_basis(library.rules[reason.rule], met, library))
    return standing


def _basis(rule: Rule, hits: Sequence[Hit], library: Library) -> tuple[str, ...]:
    """Return what a reason rests on: its rule's provisions, and those of the lists it names.

    A party found by a name of one list may stand on others, too, and all of them are cited.
    """
    lists = dict.fromkeys(
        name
        for hit in hits
        if hit.listing is not None
        for name in (hit.list, *(library.entries[one].list for one in hit.listing.same_party))
    )
    of_lists = (one for name in lists for one in library.under.get(name, ()))
    return tuple(dict.fromkeys((*rule.basis, *of_lists)))


def never_say(rule: Rule, hits: Sequence[Hit], entries: Mapping[str, Entry]) -> tuple[str, ...]:
    """Return what may not be said: the rule's phrases, then the limits of the entries it names."""
    limits = (limit for hit in hits for limit in entries[hit.entry].assertion_limits)
    return tuple(dict.fromkeys((*rule.never_say, *limits)))
