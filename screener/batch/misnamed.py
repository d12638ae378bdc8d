"""Files whose content is not what their name says: refused with what to do, before they are read as text."""

from screener.batch.source import Source
from screener.errors import InputError

_LOOKED_AT = 512
_ARCHIVE = b"PK\x03\x04"
_BINARY = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old workbook (XLS), or one with a password",
     "save it as .xlsx without a password"),
    (b"PAR1", "Parquet", "name it .parquet"),
    (b"\x1f\x8b", "packed with gzip", "add .gz to its name"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd", "add .zst to its name"),
    (b"%PDF", "a PDF", "export the table itself as CSV or .xlsx"),
)  # fmt: skip
_PAGES = (b"<html", b"<!doctype html", b"<?xml", b"<table")


def check_content(source: Source) -> None:
    """Refuse a file that begins as another kind than its name says.

    Raises:
        InputError: It does, with the kind that it is and what to do.

    """
    with source.open() as stream:
        start = stream.read(_LOOKED_AT)
    if source.kind in ("csv", "jsonl"):
        found = _of_text(start)
    elif source.kind == "workbook" and start and start[:2] != _ARCHIVE[:2]:
        found = _binary(start) or _page(start) or ("no workbook", "if it is text, name it .csv")
    else:
        found = None
    if found is not None:
        what, remedy = found
        raise InputError(f"{source.path.name}: what the file holds is {what}; {remedy}")


def _of_text(start: bytes) -> tuple[str, str] | None:
    if start.startswith(_ARCHIVE):
        return "a workbook or another archive", "name a workbook .xlsx, and unpack an archive"
    return _binary(start) or _page(start)


def _binary(start: bytes) -> tuple[str, str] | None:
    return next(((what, remedy) for sign, what, remedy in _BINARY if start.startswith(sign)), None)


def _page(start: bytes) -> tuple[str, str] | None:
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not text.startswith(_PAGES):
        return None
    remedy = "open it in a spreadsheet program and save the table as .xlsx or CSV"
    return "a web page or XML, no table of text", remedy
