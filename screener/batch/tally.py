"""What each chunk adds for the report: counts by name, and its highest records."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

import msgspec
import pyarrow as pa

from screener.batch.answered import Answered
from screener.batch.counts import ordered
from screener.batch.known import Told
from screener.batch.writer import csv_bytes
from screener.model.screening import Screening
from screener.report.account import ACTED_ON, Account, Record, Share

COUNTS_PART = "report.counts.part"
RECORDS_PART = "report.records.part"
MOST_RECORDS = 50
_MOST_NAMES, _MOST_QUESTIONS, _MOST_IDS = 20, 25, 5
_SUPPLIERS = ("supplier_name", "manufacturer_name", "shipper_name", "supplier_name_local")
_SHOWN = (
    "supplier_name", "supplier_name_local", "manufacturer_name", "shipper_name",
    "product_description", "hs_code", "supplier_city", "country_of_origin",
)  # fmt: skip
_MOST_CHARACTERS = 300


class _Kept(msgspec.Struct, frozen=True):
    """One answer to act on as a chunk keeps it; ``json`` is the screening after its id."""

    risk: float
    json: bytes
    row: int
    lines: int
    line_ids: tuple[str, ...]
    values: dict[str, str]

    def rank(self) -> tuple[float, bytes]:
        """Return what orders answers: the same however the file is cut into chunks."""
        return -self.risk, self.json


def counts_part(answered: Answered) -> bytes:
    """Return one row a kind, name and tier with its number of lines."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for told, size in answered.sizes():
        for key in chain(_gaps(told), _named(told)):
            counts[key] += size
    records = answered.records_of([_tier(one) != "T0" for one in answered.told])
    for values, at, size in zip(*records, strict=True):
        counts["supplier", _supplier(values), _tier(answered.told[at])] += size
    return csv_bytes((*key, str(rows)) for key, rows in sorted(counts.items()))


def records_part(answered: Answered) -> bytes:
    """Return the highest answers to act on, one JSON object a line."""
    acted_on = [
        (-float(told.cells[1]), told.after_id, at)
        for at, told in enumerate(answered.told)
        if _tier(told) in ACTED_ON and told.after_id
    ]
    kept = (_kept(answered, at) for _, _, at in sorted(acted_on)[:MOST_RECORDS])
    return b"".join(msgspec.json.encode(one) + b"\n" for one in kept)


def account_of(
    folder: Path,
    summary: Mapping[str, object],
    names: Mapping[str, str],
    titles: Mapping[str, str],
    stale: Mapping[str, str],
) -> Account:
    """Return a run as its report tells it, from what its chunks left in its folder.

    ``names`` are those of entries by id, ``titles`` those of rules, ``stale`` the reasons why
    lists are stale.
    """
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    with (folder / COUNTS_PART).open(encoding="utf-8", newline="") as file:
        for kind, name, tier, rows in csv.reader(file):
            counts[kind][name][tier] += int(rows)
    return Account(
        summary=summary,
        suppliers=_shares(counts["supplier"], {}),
        places=_shares(counts["place"], names),
        goods=_shares(counts["goods"], names),
        gaps=_plain(counts["gap"]),
        questions=dict(islice(_plain(counts["question"]).items(), _MOST_QUESTIONS)),
        records=tuple(_records(folder / RECORDS_PART)),
        titles=titles,
        changes=summary.get("changes"),  # type: ignore[arg-type]  # counts by kind
        stale=stale,
    )


def _tier(told: Told) -> str:
    return told.cells[0]


def _gaps(told: Told) -> Iterator[tuple[str, str, str]]:
    return (("gap", field, "") for field in told.missing)


def _named(told: Told) -> Iterator[tuple[str, str, str]]:
    """Yield the places and goods that lines name, not in passing, and what is to be asked."""
    if _tier(told) != "T0":
        for kind, name in told.named:
            yield kind, name, "" if kind == "question" else _tier(told)


def _supplier(values: Mapping[str, str]) -> str:
    name = next((values[field] for field in _SUPPLIERS if field in values), "")
    return " ".join(name.split())[:_MOST_CHARACTERS] or "(no supplier named)"


def _kept(answered: Answered, at: int) -> _Kept:
    told, places, rows = answered.told[at], answered.rows_of(at), answered.rows
    (first,) = rows.values(places[:1].tolist())
    values = {name: first[name] for name in _SHOWN if name in first}
    return _Kept(
        risk=float(told.cells[1]),
        json=told.after_id,
        row=int(rows.numbers[places[0]]),
        lines=len(places),
        line_ids=tuple(rows.ids.take(pa.array(places[:_MOST_IDS])).to_pylist()),
        values={name: value[:_MOST_CHARACTERS] for name, value in values.items()},
    )


def _records(path: Path) -> Iterator[Record]:
    """Yield the highest answers of all chunks; those of one answer are put together."""
    merged: dict[bytes, _Kept] = {}
    decoder = msgspec.json.Decoder(_Kept)
    with path.open("rb") as file:
        for line in file:
            one = decoder.decode(line)
            other = merged.get(one.json)
            merged[one.json] = one if other is None else _together(other, one)
            if len(merged) > 2 * MOST_RECORDS:
                best = sorted(merged.values(), key=_Kept.rank)[:MOST_RECORDS]
                merged = {kept.json: kept for kept in best}
    for kept in sorted(merged.values(), key=_Kept.rank)[:MOST_RECORDS]:
        screening = msgspec.json.decode(b'{"line_id":""' + kept.json, type=Screening)
        yield Record(kept.lines, kept.line_ids, kept.values, screening)


def _together(first: _Kept, later: _Kept) -> _Kept:
    """Return two chunks' lines of one answer as one; chunks come in the order of the file."""
    return msgspec.structs.replace(
        first,
        lines=first.lines + later.lines,
        line_ids=(*first.line_ids, *later.line_ids)[:_MOST_IDS],
    )


def _shares(counts: Mapping[str, Counter[str]], names: Mapping[str, str]) -> tuple[Share, ...]:
    shares = [Share(names.get(name, name), ordered(tiers)) for name, tiers in counts.items()]
    shares.sort(key=lambda one: (-one.acted_on, -sum(one.tiers.values()), one.name))
    return tuple(shares[:_MOST_NAMES])


def _plain(counts: Mapping[str, Counter[str]]) -> dict[str, int]:
    return ordered(Counter({name: tiers.total() for name, tiers in counts.items()}))
