"""The evidence pack: one zip of all that is kept on a screening or on a supplier's lines.

The same state gives the same bytes: names in order, no time of making. The narrative holds the
sentences of the reasons as they were checked against their claims, and adds no assertion.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from screener.model.checklist import CHECKLIST, states
from screener.model.decision import Disposition, Reopening, Suppression
from screener.model.monitoring import Document, TierChange
from screener.model.screening import Screening

_EPOCH = (1980, 1, 1, 0, 0, 0)
_HASHES = "SHA256SUMS"
_DRAFT = (
    "This is a draft made from stored screenings. Every sentence below is that of a rule, within "
    "what its sources say; it is a reason to ask, and no statement that a law was broken or that "
    "anybody uses forced labour. Complete it from the documents of the checklist."
)
_ASSUMED = "A supplier's own statement is on file and unverified: {kind}, in {field}."
_WHAT = (
    ("index.md", "this page"),
    ("narrative.md", "what was found, in the words of the rules; a draft to complete"),
    ("checklist.csv", "the documents that law and practice expect, and where each stands"),
    ("documents.json", "every note on a document"),
    ("suppressions.json", "hits told to be of no concern, by whom, why and until when"),
    ("screenings/ID/record.json", "what was submitted"),
    ("screenings/ID/screening.json", "the answer, byte for byte as it was given"),
    ("screenings/ID/citations.json", "the claims it rests on, with their sources"),
    ("screenings/ID/decisions.json", "who decided what, when, why, and who consented"),
    ("screenings/ID/reopenings.json", "what brought it back after it was cleared or suppressed"),
    ("screenings/ID/changes.json", "the tiers that later lists and rules gave it, and why"),
    (_HASHES, "the SHA-256 of every file: `sha256sum -c SHA256SUMS`"),
)


class Case(NamedTuple):
    """One screening as it is kept, and the decisions on it."""

    id: str
    created_at: str
    actor: str
    state: str
    record: bytes
    data: bytes
    screening: Screening
    dispositions: Sequence[Disposition]
    reopenings: Sequence[Reopening]
    changes: Sequence[TierChange]
    raised_to: str | None


class Evidence(NamedTuple):
    """What goes into a pack; ``about`` says of what it is, ``left_out`` how many lines are not in."""

    about: str
    cases: Sequence[Case]
    documents: Sequence[Document]
    suppressions: Sequence[Suppression]
    left_out: int = 0


def evidence_pack(evidence: Evidence) -> bytes:
    """Return the zip archive."""
    files = dict(sorted(_files(evidence)))
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ({**files, _HASHES: sums.encode()}).items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _files(evidence: Evidence) -> Iterator[tuple[str, bytes]]:
    yield "index.md", _text(_index(evidence))
    yield "narrative.md", _text(_narrative(evidence))
    yield "checklist.csv", _text(_checklist(evidence))
    yield "documents.json", _json(evidence.documents)
    yield "suppressions.json", _json(evidence.suppressions)
    for case in evidence.cases:
        folder = f"screenings/{case.id}"
        yield f"{folder}/record.json", case.record
        yield f"{folder}/screening.json", case.data
        yield f"{folder}/citations.json", _json(case.screening.citations)
        yield f"{folder}/decisions.json", _json(case.dispositions)
        yield f"{folder}/reopenings.json", _json(case.reopenings)
        yield f"{folder}/changes.json", _json(case.changes)


def _index(evidence: Evidence) -> Iterator[str]:
    yield f"# Evidence pack: {evidence.about}"
    yield ""
    yield from (f"- `{name}`: {what}" for name, what in _WHAT)
    yield ""
    yield "| Screening | Screened at | By | Tier | Stands | Rules | Lists |"
    yield "|---|---|---|---|---|---|---|"
    for case in evidence.cases:
        used = case.screening.snapshot
        raised = f", by now {case.raised_to}" if case.raised_to else ""
        yield (
            f"| {case.id} | {case.created_at} | {_cell(case.actor)} | {case.screening.tier} "
            f"{case.screening.tier_name}{raised} | {case.state} | {used.rules[:12]} | {used.lists[:12]} |"
        )
    if evidence.left_out:
        yield ""
        yield f"{evidence.left_out:,} older screenings are not in this pack."


def _narrative(evidence: Evidence) -> Iterator[str]:
    yield f"# Narrative (draft): {evidence.about}"
    yield ""
    yield _DRAFT
    for case in evidence.cases:
        screening = case.screening
        yield ""
        yield f"## Line {_cell(screening.line_id)}: {screening.tier} {screening.tier_name}"
        yield ""
        for reason in screening.reasons:
            claims = f" [{', '.join(reason.claims)}]" if reason.claims else ""
            yield f"- {_cell(reason.sentence)}{claims} (rule {reason.rule}, version {reason.version})"
        if not screening.reasons:
            yield "- No rule gave a reason. That is no proof of absence; see the scope."
        for one in screening.statements:
            yield f"- {_ASSUMED.format(kind=one.kind, field=one.field)}"
        for question in screening.questions:
            yield f"- To ask: {_cell(question)}"
        yield from _since(case)
        yield ""
        yield screening.scope.disclaimer
        for used in screening.scope.lists:
            if used.sample:
                yield f"The list {used.id} ({used.edition}) is a sample, not the whole list."


def _since(case: Case) -> Iterator[str]:
    """Yield what became of a screening after it was answered, in order of time."""
    told: list[tuple[str, str]] = []
    for one in case.dispositions:
        waits = "" if one.effective else "; it waits for a second person"
        told.append((one.at, f"- Decided: {one.status}, by {_cell(one.person)}, {one.at}{waits}"))
    told += [(one.at, f"- Reopened: {one.cause}, {one.at}") for one in case.reopenings]
    yield from (text for _, text in sorted(told))
    if case.raised_to:
        yield f"- With later lists or rules its tier is {case.raised_to}; see changes.json"


def _checklist(evidence: Evidence) -> Iterator[str]:
    standing: Mapping[str, str] = states(evidence.documents)
    yield "number,item,state,asks_for"
    for number, item in enumerate(CHECKLIST, start=1):
        yield f'{number},{item.id},{standing[item.id]},"{item.asks_for}"'


def _cell(text: str) -> str:
    """Return a text on one line that opens no other cell."""
    return " ".join(text.split()).replace("|", "\\|")


def _text(lines: Iterator[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def _json(values: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(values), indent=1) + b"\n"
