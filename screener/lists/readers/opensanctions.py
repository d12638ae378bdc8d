"""Data sets of OpenSanctions: the simplified table of targets, and entities as FollowTheMoney."""

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from screener.lists.listed import Item, Listed, ListedKind, ListedName
from screener.lists.readers.days import day
from screener.lists.readers.documents import Document, line_objects
from screener.lists.readers.grid import Columns, Record, csv_rows, records
from screener.lists.readers.lines import Source, refused
from screener.lists.texts import countries_of, distinct

SEPARATOR = ";"
COLUMNS = Columns(
    needed={name: (name,) for name in ("id", "schema", "name", "aliases", "countries")},
    known={
        name: (name,)
        for name in (
            "birth_date", "addresses", "identifiers", "sanctions", "program_ids", "dataset",
            "first_seen", "last_change",
        )
    },
    unused=("phones", "emails", "last_seen"),
)  # fmt: skip

PARTIES: dict[str, ListedKind] = {
    "Person": "person",
    "Company": "organization",
    "Organization": "organization",
    "LegalEntity": "organization",
    "PublicBody": "organization",
    "Vessel": "vessel",
    "Airplane": "aircraft",
}
BESIDE = frozenset({
    "Address", "Article", "Asset", "BankAccount", "Call", "Contract", "ContractAward",
    "CourtCase", "CourtCaseParty", "CryptoWallet", "Debt", "Directorship", "Document",
    "Documentation", "EconomicActivity", "Email", "Employment", "Event", "Family",
    "Identification", "License", "Membership", "Mention", "Message", "Occupancy", "Ownership",
    "Passport", "Payment", "Position", "Project", "ProjectParticipant", "RealEstate",
    "Representation", "Sanction", "Security", "Similar", "Succession", "TaxRoll", "Thing", "Trip",
    "UnknownLink", "UserAccount", "Vehicle", "Workbook", "Page", "Pages", "Folder", "Package",
    "Image", "Video", "Audio", "Table", "Note", "HyperText", "PlainText", "Analyzable", "Associate",
    "Assessment", "Interest", "Interval", "Value",
})  # fmt: skip
"""Schemata that are no party: they say something about one, or are things."""

TARGET_TOPICS = ("sanction", "export", "debarment", "forced.labor")
_NAMES = (("name", ""), ("alias", "alias"), ("previousName", "previous name"))
_NUMBERS = ("registrationNumber", "idNumber", "taxNumber", "imoNumber", "leiCode", "innCode", "ogrnCode", "uscCode", "passportNumber", "mmsi")  # fmt: skip
_KIBIBYTES = 16_384
"""Memory for the lines that are held until the end of a file; what is more lies on disk."""


def read_table(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the targets of ``targets.simple.csv``.

    Raises:
        ListError: The file is not of the published layout.

    """
    (source,) = sources
    for record in records(source.path, csv_rows(source), COLUMNS):
        yield _of_record(source.path, record)


def read_entities(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the targets of ``entities.ftm.json``.

    Sanctions and addresses stand in lines of their own, before or behind their party, so that
    all are held until the end of the file: in a private database of SQLite, which moves to a
    temporary file of the system as it grows.

    Raises:
        ListError: The file is not of the published layout.

    """
    (source,) = sources
    held = _Held()
    try:
        for document in line_objects(source):
            _hold(source.path, document, held)
        for party in held.parties():
            yield _of_party(source.path, party, held)
    finally:
        held.close()


def _hold(path: str, document: Document, held: "_Held") -> None:
    """Keep a line that is a target, or says something of one."""
    schema, properties = document.text("schema"), _properties(path, document)
    if schema in PARTIES:
        if _is_target(path, document):
            held.keep_party(document)
    elif schema == "Sanction":
        held.keep_sanction(properties)
    elif schema == "Address":
        held.keep_address(document.text("id"), "; ".join(properties.texts("full")))
    elif schema not in BESIDE:
        problem = f'unknown schema "{schema}"'
        raise refused(path, document.line, problem, "the layout may have changed")


class _Held:
    """Targets with their sanctions and addresses, in file order."""

    def __init__(self) -> None:
        """Open an empty database that nobody else sees; it is gone when it is closed."""
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(
            f"""
            PRAGMA journal_mode = OFF;
            PRAGMA cache_size = -{_KIBIBYTES};
            CREATE TABLE party (line INTEGER PRIMARY KEY, content BLOB);
            CREATE TABLE sanction (entity TEXT, line INTEGER, content BLOB,
                PRIMARY KEY (entity, line)) WITHOUT ROWID;
            CREATE TABLE address (id TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID;
            BEGIN;
            """
        )

    def close(self) -> None:
        """Give everything back."""
        self._database.close()

    def keep_party(self, party: Document) -> None:
        """Keep a target."""
        values = (party.line, msgspec.json.encode(party.values))
        self._database.execute("INSERT INTO party VALUES (?, ?)", values)

    def keep_sanction(self, sanction: Document) -> None:
        """Keep the properties of a sanction for each entity it names."""
        content = msgspec.json.encode(sanction.values)
        self._database.executemany(
            "INSERT OR REPLACE INTO sanction VALUES (?, ?, ?)",
            ((key, sanction.line, content) for key in sanction.texts("entity")),
        )

    def keep_address(self, key: str, text: str) -> None:
        """Keep the text of an address."""
        self._database.execute("INSERT OR REPLACE INTO address VALUES (?, ?)", (key, text))

    def parties(self) -> Iterator[Document]:
        """Yield the targets."""
        for line, content in self._database.execute("SELECT * FROM party ORDER BY line"):
            yield _document(line, content)

    def sanctions(self, key: str) -> list[Document]:
        """Return the sanctions of an entity."""
        asked = "SELECT line, content FROM sanction WHERE entity = ? ORDER BY line"
        return [_document(*row) for row in self._database.execute(asked, (key,))]

    def address(self, key: str) -> str | None:
        """Return the text of an address; None if the file does not hold it."""
        asked = "SELECT text FROM address WHERE id = ?"
        found = self._database.execute(asked, (key,)).fetchone()
        return None if found is None else str(found[0])


def _document(line: int, content: bytes) -> Document:
    return Document(line, msgspec.json.decode(content, type=dict[str, object]))


def _of_record(path: str, record: Record) -> Listed:
    schema = record.get("schema")
    if schema not in PARTIES or not record.get("id") or not record.get("name"):
        problem = f'a row without id or name, or of the unknown schema "{schema}"'
        raise refused(path, record.line, problem, "the layout may have changed; load it anew")
    aliases = record.several("aliases", SEPARATOR)
    return Listed(
        key=record.get("id"),
        name=record.get("name"),
        line=record.line,
        kind=PARTIES[schema],
        names=tuple(ListedName(text=one, quality="alias") for one in aliases),
        countries=countries_of(record.several("countries", SEPARATOR)),
        addresses=record.several("addresses", SEPARATOR),
        programmes=record.several("program_ids", SEPARATOR),
        identifiers=record.several("identifiers", SEPARATOR),
        basis=record.get("dataset") or None,
        listed_on=None,
        changed_on=day(path, record.line, record.get("last_change")),
        remarks=record.get("sanctions") or None,
    )


def _properties(path: str, document: Document) -> Document:
    found = document.objects("properties")
    if not found or not document.text("id"):
        problem = "a line without id or properties"
        raise refused(path, document.line, problem, "load entities.ftm.json of the data set")
    return found[0]


def _is_target(path: str, party: Document) -> bool:
    target = party.values.get("target")
    if isinstance(target, bool):
        return target
    if target is not None:
        problem = '"target" is neither true nor false'
        raise refused(path, party.line, problem, "the layout may have changed; report it")
    topics = _properties(path, party).texts("topics")
    return any(topic.startswith(TARGET_TOPICS) for topic in topics)


def _of_party(path: str, party: Document, held: _Held) -> Listed:
    sanctions = held.sanctions(party.text("id"))
    properties = _properties(path, party)
    names = [
        ListedName(text=text, quality=quality)
        for key, quality in _NAMES
        for text in properties.texts(key)
    ]
    weak = [
        ListedName(text=text, quality="weak alias", weak=True)
        for text in properties.texts("weakAlias")
    ]
    name = party.text("caption") or next((one.text for one in names), "")
    if not name:
        raise refused(path, party.line, "a party without a name", "load the file anew")
    of_sanctions = _dates(path, sanctions, ("listingDate", "startDate"))
    ended = _dates(path, sanctions, ("endDate",))
    linked = [held.address(one) for one in properties.texts("addressEntity")]
    return Listed(
        key=party.text("id"),
        name=name,
        line=party.line,
        kind=PARTIES[party.text("schema")],
        names=tuple(one for one in (*names, *weak) if one.text != name),
        countries=countries_of([*properties.texts("country"), *properties.texts("jurisdiction")]),
        addresses=distinct([*properties.texts("address"), *linked]),
        programmes=distinct(text for one in sanctions for text in one.texts("program")),
        identifiers=distinct(text for key in _NUMBERS for text in properties.texts(key)),
        basis=", ".join(party.texts("datasets")) or None,
        listed_on=min(of_sanctions, default=None),
        changed_on=day(path, party.line, party.text("last_change")),
        ended_on=max(ended) if ended and len(ended) == len(sanctions) else None,
        remarks="; ".join(properties.texts("notes")) or None,
    )


def _dates(path: str, sanctions: Sequence[Document], keys: Sequence[str]) -> list[str]:
    """Return the dates of sanctions under keys, of each the first."""
    found = []
    for sanction in sanctions:
        stated = [text for key in keys for text in sanction.texts(key)]
        date = day(path, sanction.line, stated[0]) if stated else None
        if date is not None:
            found.append(date)
    return found
