"""Tables of a web page that was saved as HTML."""

from collections.abc import Sequence
from html.parser import HTMLParser
from typing import NamedTuple

from screener.lists.readers.grid import Row
from screener.lists.readers.lines import Source, lines, refused
from screener.lists.texts import clean

MAX_PAGE = 30_000_000
"""Characters of a page; the pages of DHS and CBP have a few hundred thousand."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "caption", "summary", "button"})
_UNSEEN = frozenset({"script", "style", "template", "noscript"})


class PageTable(NamedTuple):
    """A table, the line where it begins, and the texts of headings and paragraphs before it."""

    line: int
    before: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(source: Source) -> tuple[PageTable, ...]:
    """Return the tables of a page in its order, each with what was written since the last.

    Raises:
        ListError: The page is too large or cut short, or a table holds a table or a cell that
            spans several.

    """
    page = _Page(source.path)
    length = 0
    for line in lines(source):
        length += len(line)
        if length > MAX_PAGE:
            place = page.getpos()[0]
            raise refused(source.path, place, "too long for a page", "save the page of the list")
        page.feed(line)
    page.close()
    if page.inside or not page.closed:
        remedy = "save the whole page as HTML"
        raise refused(source.path, page.getpos()[0], "the page is cut short", remedy)
    return tuple(page.found)


def matching(found: Sequence[PageTable], heading: str) -> tuple[PageTable, ...]:
    """Return the tables whose first row has a heading, whatever its case."""
    return tuple(
        table
        for table in found
        if table.rows and heading.casefold() in [cell.casefold() for cell in table.rows[0].cells]
    )


class _Page(HTMLParser):
    """Collects tables; everything else of a page is read for headings only."""

    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[PageTable] = []
        self.inside = False
        self.closed = False
        self._path = path
        self._line = 0
        self._unseen = 0
        self._before: list[str] = []
        self._rows: list[Row] = []
        self._cells: list[str] = []
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row, a cell or a heading."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._begin_table()
        elif self.inside and tag == "tr":
            self._end_row()
        elif self.inside and tag in ("td", "th"):
            self._end_cell()
            self._refuse_spans(dict(attrs))
            self._text = []
        elif not self.inside and tag in _HEADINGS:
            self._text = []
        elif tag in ("br", "li", "p") and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table":
            self._end_row()
            self.found.append(PageTable(self._line, tuple(self._before), tuple(self._rows)))
            self.inside, self._before, self._rows = False, [], []
        elif self.inside and tag in ("td", "th"):
            self._end_cell()
        elif self.inside and tag == "tr":
            self._end_row()
        elif not self.inside and tag in _HEADINGS and self._text is not None:
            self._before.append(clean("".join(self._text)))
            self._text = None
        elif tag == "html":
            self.closed = True

    def handle_data(self, data: str) -> None:
        """Keep the text of cells and headings."""
        if self._text is not None and not self._unseen:
            self._text.append(data)

    def _begin_table(self) -> None:
        if self.inside:
            place, remedy = self.getpos()[0], "the layout may have changed; use the CSV file"
            raise refused(self._path, place, "a table within a table", remedy)
        self.inside, self._line, self._text = True, self.getpos()[0], None

    def _end_row(self) -> None:
        self._end_cell()
        if any(self._cells):
            self._rows.append(Row(self.getpos()[0], tuple(self._cells)))
        self._cells = []

    def _end_cell(self) -> None:
        if self.inside and self._text is not None:
            self._cells.append(clean("".join(self._text)))
            self._text = None

    def _refuse_spans(self, attributes: dict[str, str | None]) -> None:
        if {attributes.get(name) for name in ("colspan", "rowspan")} - {None, "1"}:
            place, remedy = self.getpos()[0], "the layout may have changed; use the CSV file"
            raise refused(self._path, place, "a cell that spans several", remedy)
