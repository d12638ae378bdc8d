"""The UFLPA Entity List of the US Department of Homeland Security: its page, or a CSV of it.

A cell names one entity with its aliases, or an entity with its subsidiaries, in one sentence;
the sentence is taken apart by its own words and counts, or the row is refused.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from screener.lists.listed import Item, Listed, ListedName
from screener.lists.readers.days import day
from screener.lists.readers.grid import Columns, Record, csv_rows, records
from screener.lists.readers.lines import Source, refused
from screener.lists.readers.pages import PageTable, matching, tables
from screener.lists.texts import clean

ENTITY = "Name of Entity"
COLUMNS = Columns(
    needed={
        "name": (ENTITY, "Entity Name", "Entity"),
        "effective": ("Effective Date", "Date Effective"),
    },
    known={"sublist": ("Sublist", "Statutory Section", "Section", "UFLPA Section")},
)

_SUBLIST = re.compile(r"2\(d\)\(2\)\(B\)\((?P<part>i{1,3}|iv|v)\)")
_SUBLIST_ALONE = re.compile(r"\(?(?P<part>i{1,3}|iv|v)\)?")
_COUNTS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        start=1,
    )
}
_ALIASES = re.compile(
    r" ?\((?:including|and|which has|with) (?P<count>[a-z-]+) alias(?:es)?: ?(?P<list>(?:(?!\) \((?:formerly|also)).)+)\)"
    r"|,? ?\((?P<former>formerly known as|also known as|a\.?k\.?a\.?|f\.?k\.?a\.?),? (?P<names>[^()]+)\)"
)
_GROUP = re.compile(
    r",? (?:and|including) (?:its )?(?:(?P<count>[a-z]+) )?(?:[A-Z][\w-]*-based )?"
    r"subsidiar(?:y|ies)(?:, which include|, including|:|,)? (?P<list>[^(].+)"
)
_UNNAMED = re.compile(
    r",? and (?:(?:its )?[Ss]ubsidiaries|its subordinate and affiliated entities|its subordinates?)"
    r"(?=$| \()"
)
_LEFT_OVER = re.compile(r"\balias|known as|subsidiar|\binclud|;", re.IGNORECASE)
_LEGAL_TAIL = re.compile(r", (?=(?:Ltd|Limited|Inc|LLC|L\.L\.C|Corp|Co|S\.A|LP)\b)")
_HELD = "\x1f"


def read_page(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the entities of the page's tables, each with the sublist its table stands under.

    Raises:
        ListError: The page is not of the published layout.

    """
    (source,) = sources
    page = tables(source)
    found = [table for text in COLUMNS.needed["name"] for table in matching(page, text)]
    if not found:
        problem = f'there is no table with a column "{ENTITY}"'
        raise refused(source.path, 1, problem, "save the page of the list as HTML")
    for table in found:
        sublist = _sublist(source.path, table)
        yield from _entities(source.path, records(source.path, table.rows, COLUMNS), sublist)


def read_csv(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the entities of a CSV file.

    Raises:
        ListError: The file is not of that layout.

    """
    (source,) = sources
    return _entities(source.path, records(source.path, csv_rows(source), COLUMNS), "")


def _sublist(path: str, table: PageTable) -> str:
    """Return the provision named last before a table."""
    for text in reversed(table.before):
        section = _SUBLIST.search(text)
        if section is not None:
            return section["part"]
    problem = "a table under no section 2(d)(2)(B)(i), (ii), (iv) or (v)"
    raise refused(path, table.line, problem, "the layout may have changed; report it")


def _entities(path: str, rows: Iterable[Record], sublist: str) -> Iterator[Listed]:
    for record in rows:
        stated = record.get("sublist")
        section = _SUBLIST.search(stated) or _SUBLIST_ALONE.fullmatch(stated)
        part = section["part"] if section is not None else sublist
        effective = day(path, record.line, record.get("effective"))
        for number, (name, names) in enumerate(_parties(path, record)):
            yield Listed(
                key=_key(name),
                name=name,
                line=record.line,
                names=names,
                countries=("CN",),
                basis=f"section 2(d)(2)(B)({part})" if part else None,
                listed_on=effective,
                remarks=record.get("name") if number or names else None,
            )


def _parties(path: str, record: Record) -> Iterator[tuple[str, tuple[ListedName, ...]]]:
    """Yield the entity of a cell and the subsidiaries named with it, each with its aliases."""
    text = _LEGAL_TAIL.sub(f",{_HELD}", _UNNAMED.sub("", record.get("name")))
    group = _GROUP.search(text)
    head = text[: group.start()] if group is not None else text
    yield _party(path, record, head)
    if group is not None:
        for part in _several(path, record, group["list"], group["count"]):
            yield _party(path, record, part)


def _party(path: str, record: Record, text: str) -> tuple[str, tuple[ListedName, ...]]:
    names = []
    for clause in _ALIASES.finditer(text):
        quality = "formerly known as" if (clause["former"] or "").startswith("f") else "alias"
        listed = clause["list"] or clause["names"]
        names += [
            ListedName(text=_whole(one), quality=quality)
            for one in _several(path, record, listed, clause["count"])
        ]
    name = _whole(_ALIASES.sub("", text))
    if not name or _LEFT_OVER.search(name) or any(_LEFT_OVER.search(one.text) for one in names):
        problem = f'the names in "{record.get("name")}" cannot be told apart'
        raise refused(path, record.line, problem, "the wording is new; report it")
    return name, tuple(names)


def _several(path: str, record: Record, text: str, count: str | None) -> list[str]:
    """Return the names of an enumeration; if it says how many, there must be so many."""
    number = _COUNTS.get(count or "")
    if number == 1:
        return [text]
    separator = _separator(text, counted=number is not None)
    parts = [part for one in re.split(separator, text) if (part := one.strip(" ;,"))]
    if number is not None and number != len(parts):
        problem = f"{count} names are announced and {len(parts)} found"
        raise refused(path, record.line, problem, "the wording is new; report it")
    return parts


def _separator(text: str, *, counted: bool) -> str:
    """Return what parts an enumeration; an "and" alone may stand in a name, unless counted."""
    if ";" in text:
        return r";(?: and)? ?"
    if counted or ", and " in text:
        return r",? and (?=[A-Z])|, "
    return r" and formerly known as "


def _whole(text: str) -> str:
    return clean(text.replace(_HELD, " ")).strip(" ,;")


def _key(name: str) -> str:
    return re.sub(r"[^A-Z0-9]+", "-", name.upper()).strip("-")
