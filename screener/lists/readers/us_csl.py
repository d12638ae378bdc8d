"""The Consolidated Screening List of the US International Trade Administration, CSV and JSON."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from screener.lists.listed import Item, Listed, ListedKind, ListedName
from screener.lists.readers.days import day
from screener.lists.readers.documents import Document, array_objects
from screener.lists.readers.grid import Columns, Record, csv_rows, records
from screener.lists.readers.lines import Source, refused
from screener.lists.texts import countries_of, distinct

SEPARATOR = ";"
_TEXTS = (
    "title", "federal_register_notice", "standard_order", "license_requirement", "license_policy",
    "call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage", "vessel_flag",
    "vessel_owner", "citizenships", "dates_of_birth", "nationalities", "places_of_birth",
)  # fmt: skip
COLUMNS = Columns(
    needed={name: (name,) for name in ("source", "name", "addresses", "alt_names", "start_date")},
    known={
        name: (name,)
        for name in ("_id", "entity_number", "type", "programs", "end_date", "remarks", "ids", *_TEXTS)
    },
    unused=("source_list_url", "source_information_url"),
)  # fmt: skip
_KINDS: dict[str, ListedKind] = {
    "": "organization",
    "Entity": "organization",
    "Individual": "person",
    "Vessel": "vessel",
    "Aircraft": "aircraft",
}
_SHORT = re.compile(r"\(([A-Z-]+)(?: List)?\)")
_TEXT_KEYS = {"id", "country", "source", "name", "type", "start_date", "end_date", "remarks", "entity_number"}  # fmt: skip
_LISTS = {"alt_names", "programs", "citizenships", "dates_of_birth", "nationalities", "places_of_birth"}  # fmt: skip
_JSON_KEYS = {
    *_TEXT_KEYS, *_LISTS, *_TEXTS, "addresses", "ids", "source_list_url", "source_information_url",
    "alt_idents", "_id",
}  # fmt: skip


def read_csv(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the entries of the CSV file.

    Raises:
        ListError: The file is not of the published layout.

    """
    (source,) = sources
    keys = _Keys()
    for record in records(source.path, csv_rows(source), COLUMNS):
        yield _of_record(source.path, record, keys)


def read_json(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the entries of the JSON file: an object with the array ``results``.

    Raises:
        ListError: The file is not of the published layout.

    """
    (source,) = sources
    keys = _Keys()
    for document in array_objects(source, "results"):
        unknown = sorted(document.values.keys() - _JSON_KEYS)
        if unknown:
            problem = f'entry {document.line}: unknown key "{unknown[0]}"'
            raise refused(source.path, document.line, problem, "the layout may have changed")
        yield _of_document(source.path, document, keys)


class _Keys:
    """Gives every entry a key: its number in its list, or what it says where there is none."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def key(self, list_name: str, number: str, said: Iterable[str]) -> str:
        """Return the key; entries that say the same are numbered."""
        short = _SHORT.search(list_name)
        digest = hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]
        key = f"{short[1] if short else 'CSL'}-{number or digest}"
        self._given[key] += 1
        return key if self._given[key] == 1 else f"{key}-{self._given[key]}"


def _of_record(path: str, record: Record, keys: _Keys) -> Listed:
    addresses = record.several("addresses", SEPARATOR)
    said = (record.get("name"), record.get("start_date"), record.get("addresses"))
    return Listed(
        key=keys.key(record.get("source"), record.get("entity_number"), said),
        name=_named(path, record.line, record.get("name")),
        line=record.line,
        kind=_kind(path, record.line, record.get("type")),
        names=tuple(ListedName(text=one) for one in record.several("alt_names", SEPARATOR)),
        countries=countries_of(one.rpartition(",")[2].strip() for one in addresses),
        addresses=addresses,
        programmes=record.several("programs", SEPARATOR),
        identifiers=record.several("ids", SEPARATOR),
        basis=_named(path, record.line, record.get("source")),
        listed_on=day(path, record.line, record.get("start_date")),
        ended_on=day(path, record.line, record.get("end_date")),
        remarks=record.get("remarks") or None,
        details=tuple((name, text) for name in _TEXTS if (text := record.get(name))),
    )


def _of_document(path: str, document: Document, keys: _Keys) -> Listed:
    line = document.line
    addresses = [_address(one) for one in document.objects("addresses")]
    said = (document.text("name"), document.text("start_date"), "; ".join(addresses))
    places = [one.text("country") for one in document.objects("addresses")]
    numbers = [f"{one.text('type')} {one.text('number')}" for one in document.objects("ids")]
    return Listed(
        key=keys.key(document.text("source"), document.text("entity_number"), said),
        name=_named(path, line, document.text("name")),
        line=line,
        kind=_kind(path, line, document.text("type")),
        names=tuple(ListedName(text=one) for one in document.texts("alt_names")),
        countries=countries_of([*places, document.text("country")]),
        addresses=tuple(one for one in addresses if one),
        programmes=document.texts("programs"),
        identifiers=distinct(numbers),
        basis=_named(path, line, document.text("source")),
        listed_on=day(path, line, document.text("start_date")),
        ended_on=day(path, line, document.text("end_date")),
        remarks=document.text("remarks") or None,
        details=tuple((name, text) for name in _TEXTS if (text := document.text(name))),
    )


def _address(document: Document) -> str:
    parts = ("address", "city", "state", "postal_code", "country")
    return ", ".join(text for part in parts if (text := document.text(part)))


def _named(path: str, line: int, text: str) -> str:
    if not text:
        raise refused(path, line, "an entry without name or source", "load the file anew")
    return text


def _kind(path: str, line: int, text: str) -> ListedKind:
    if text not in _KINDS:
        raise refused(path, line, f'"{text}" is no type', "the layout may have changed")
    return _KINDS[text]
