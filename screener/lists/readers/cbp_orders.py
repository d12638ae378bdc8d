"""Withhold Release Orders and Findings of US Customs and Border Protection: page and data set.

The page lists orders by country with their merchandise; the data set (CSV) lists entities with
their industry. Both name producers in running text, which is taken apart only at legal forms,
semicolons and the words for other names and subsidiaries; what is left stays as it is written.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

from screener.lists.listed import Item, Listed, ListedKind, ListedName
from screener.lists.readers.days import day
from screener.lists.readers.grid import Columns, Record, csv_rows, records
from screener.lists.readers.lines import Source, refused
from screener.lists.readers.pages import matching, tables
from screener.lists.texts import clean, countries_of

COLUMNS = Columns(
    needed={
        "entity": ("Entity", "Manufacturer(s)", "Manufacturers", "Manufacturer", "Entities"),
        "effective": ("Effective Date", "Date", "Date Issued"),
        "status": ("Status",),
    },
    known={
        "country": ("Country",),
        "goods": ("Merchandise", "Product", "Products"),
        "industry": ("Industry",),
        "action": ("WRO/Finding", "Type", "Action"),
        "remarks": ("Remarks", "Status Notes", "Notes"),
        "number": ("WRO Number", "Number", "No."),
    },
    unused=("Press Release", "Calendar Year", "Country Code", "FR Notice"),
)
STATUSES = frozenset({
    "active", "partially active", "inactive", "revoked", "modified", "active (modified)",
    "superseded", "active in part", "inactive (superseded)",
})  # fmt: skip

_ENDED = frozenset({"inactive", "revoked", "superseded", "inactive (superseded)"})
_EVERYTHING = re.compile(r"all(?: (?:products|goods|merchandise|items))?\.?", re.IGNORECASE)
"""Merchandise that names none: the order is on all goods of its party."""
_CHANGED = frozenset({"partially active", "modified", "active (modified)", "active in part"})
_DATE = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{4}")
_ENDS = re.compile(r"revo[ck]|rescind|inactiv|supersed|terminat", re.IGNORECASE)
_CHANGES = re.compile(r"modif|amend|partial", re.IGNORECASE)
_FORM = r"Ltd\.?|Limited|Inc\.?|LLC|Corporation|Corp\.?|[Bb]hd\.?|S\.A\. de C\.V\.|S\.A\."
_IS_COMPANY = re.compile(rf"(?<!\w)(?:{_FORM}|Co\.|LLC|Factory|Plant|Works)(?!\w)")
_NEXT_PARTY = re.compile(
    rf";\s*|(?<!\w)(?P<form>{_FORM})(?:, and | and |, )(?=[A-Z])(?!(?:{_FORM}|Co\b)(?!\w))"
)
_OTHER_NAME = re.compile(
    r",? \(?(?:a/k/a|f/k/a|a\.k\.a\.|f\.k\.a\.|aka|also known as|formerly known as),? "
)
_GROUP = re.compile(r",? ?\(collectively,? (?P<name>[^)]+)\)")
_BEFORE_NAME = re.compile(r"^(?:fishing )?vessels?(?: owned by|:) ", re.IGNORECASE)
_BEHIND_NAME = re.compile(r" \(of [^()]+\)$")
_ONE_WORD = re.compile(r";\s*(?=[A-Z]\w+\.?(?:;|$))")
_VESSEL = re.compile(r"(?:fishing )?vessel: |F/V ", re.IGNORECASE)
_REGION = re.compile(
    r"\b(?:produced|grown|harvested|mined|made|manufactured) (?:wholly or )?in\b"
    r"|\bautonomous region\b|\bartisanal\b|\b(?:diamond|gold|coal) (?:fields|mines)\b",
    re.IGNORECASE,
)
"""Words of an entity that is no producer: goods of a country, or of a part of it."""
_DIVISIONS = {"CN-XJ": re.compile(r"xinjiang|uyghur|uygur|\bxuar\b", re.IGNORECASE)}
"""Orders on a part of a country say nothing of goods from the rest; its places find them."""
_SUBSIDIARIES = re.compile(
    r",? (?:and|including) (?:(?:its|their) )?(?:[a-z]+ )?"
    r"(?:[Ss]ubsidiar(?:y|ies)|[Ss]ubordinates?|[Rr]elated [Ee]ntities)"
    r"(?: and (?:affiliates|joint ventures))?(?: from [A-Z]\w+)?(?:, |: |$)"
)


def read_csv(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the parties of the data set.

    Raises:
        ListError: The file is not of the published layout.

    """
    (source,) = sources
    return _parties(source.path, records(source.path, csv_rows(source), COLUMNS), "")


def read_page(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the parties of the page's tables, each with the country its table stands under.

    Raises:
        ListError: The page is not of the published layout.

    """
    (source,) = sources
    found = matching(tables(source), "Merchandise")
    if not found:
        problem = 'there is no table with a column "Merchandise"'
        raise refused(source.path, 1, problem, "save the page of the orders as HTML")
    for table in found:
        above = next((text for text in reversed(table.before) if countries_of([text])), "")
        yield from _parties(source.path, records(source.path, table.rows, COLUMNS), above)


def _parties(path: str, rows: Iterable[Record], country: str) -> Iterator[Listed]:
    for record in rows:
        entity, goods = record.get("entity"), record.get("goods")
        stated_status = record.get("status")
        status = stated_status.casefold()
        if status not in STATUSES:
            problem = f'"{stated_status}" is no status of an order'
            raise refused(path, record.line, problem, "the layout may have changed; report it")
        if not entity and not goods:
            raise refused(path, record.line, "an order of nothing", "load the file anew")
        stated = record.get("country") or country
        kind = _kind(entity)
        parties = (
            [(entity, ())]
            if entity and kind == "goods"
            else _named(entity or f"{goods} of {stated}")
        )
        for name, names in parties:
            yield Listed(
                key=_key(record, name, stated),
                name=name,
                line=record.line,
                kind=kind,
                names=names,
                countries=countries_of([stated]),
                divisions=_divisions(stated, f"{entity} {goods}") if kind == "goods" else (),
                programmes=(record.get("action"),) if record.get("action") else (),
                goods=_goods(goods, kind, entity),
                status=stated_status,
                listed_on=day(path, record.line, record.get("effective")),
                changed_on=_told(_CHANGES, record) if status in _CHANGED else None,
                ended_on=_told(_ENDS, record) if status in _ENDED else None,
                remarks=record.get("remarks") or None,
                details=tuple(
                    (key, text) for key in ("industry", "entity") if (text := record.get(key))
                ),
            )


def _kind(entity: str) -> ListedKind:
    """Return goods for an order that names no producer; owners of vessels are parties."""
    if not entity or (_REGION.search(entity) and not _IS_COMPANY.search(entity)):
        return "goods"
    return "vessel" if _VESSEL.match(entity) else "organization"


def _divisions(stated: str, said: str) -> tuple[str, ...]:
    """Return the parts of the stated country that an order on goods is on alone."""
    return tuple(
        code
        for code, named in _DIVISIONS.items()
        if (code[:2],) == countries_of([stated]) and named.search(said)
    )


def _goods(goods: str, kind: ListedKind, entity: str) -> tuple[str, ...]:
    """Return the goods of an order; where they stand beside the region alone, those words."""
    if goods:
        return (goods,) if _EVERYTHING.fullmatch(goods) is None else ()
    return (entity,) if kind == "goods" else ()


def _named(text: str) -> Iterator[tuple[str, tuple[ListedName, ...]]]:
    """Yield each party that a text names, with its other names."""
    group = _GROUP.search(text)
    alone = _SUBSIDIARIES.sub("; ", _ONE_WORD.sub(", ", _GROUP.sub("", text)))
    parted = _NEXT_PARTY.sub(lambda found: f"{found['form'] or ''};", alone)
    for part in [*parted.split(";"), *([group["name"]] if group is not None else [])]:
        name, *others = (clean(one).strip(" ,") for one in _OTHER_NAME.split(part))
        names = [ListedName(text=one, quality="a/k/a") for one in others if one]
        bare = _BEHIND_NAME.sub("", _BEFORE_NAME.sub("", name))
        if bare != name:
            names.append(ListedName(text=name, quality="as written"))
        if bare:
            yield bare, tuple(names)


def _told(deed: re.Pattern[str], record: Record) -> str | None:
    """Return the day that remarks name for a deed: the first behind its word, else the last."""
    remarks = record.get("remarks")
    days = list(_DATE.finditer(remarks))
    if not days:
        return None
    word = deed.search(remarks)
    behind = (one for one in days if word is not None and one.start() > word.start())
    return day("", record.line, next(behind, days[-1])[0])


def _key(record: Record, name: str, country: str) -> str:
    said = "\n".join((name, country, record.get("effective"), record.get("goods")))
    return record.get("number") or hashlib.sha256(said.encode()).hexdigest()[:12]
