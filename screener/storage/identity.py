"""What makes two lines one supplier, and what makes a supplier or an entry another than before."""

import hashlib
from typing import NamedTuple

import msgspec

from screener.model.listing import Entry
from screener.model.record import Record
from screener.text.folding import comparison_form

PARTICULARS = (
    "supplier_name",
    "supplier_name_local",
    "supplier_address",
    "supplier_city",
    "supplier_province",
    "supplier_country",
    "supplier_postcode",
)


class Supplier(NamedTuple):
    """Whose line it is.

    ``id`` is of the folded name and the country, so that it holds through a changed address;
    ``version`` is of all particulars as written. Neither shows a name. ``form`` is of its names,
    that in its own script too, for a search.
    """

    id: str
    version: str
    name: str
    country: str | None
    form: str


def supplier_of(record: Record) -> Supplier | None:
    """Return the supplier of a record; None where it has no name.

    >>> first = supplier_of(Record(line_id="1", supplier_name="Liaoning Kexin", supplier_city="a"))
    >>> again = supplier_of(Record(line_id="2", supplier_name="LIAONING KEXIN", supplier_city="b"))
    >>> first.id == again.id, first.version == again.version
    (True, False)
    """
    given = [(getattr(record, name) or "").strip() for name in PARTICULARS]
    values = dict(zip(PARTICULARS, given, strict=True))
    names = [one for one in (values["supplier_name"], values["supplier_name_local"]) if one]
    if not names:
        return None
    name, forms = names[0], [comparison_form(one) for one in names]
    country = values["supplier_country"].upper()
    version = _hash(*given)
    return Supplier(supplier_id(name, country), version, name, country or None, " ".join(forms))


def supplier_id(name: str, country: str) -> str:
    """Return the id of a supplier; the country as a code, empty where there is none."""
    return _hash("supplier", comparison_form(name) or name, country)


def entry_version(entry: Entry) -> str:
    """Return what changes when anything about an entry does."""
    return hashlib.sha256(msgspec.json.encode(entry)).hexdigest()


def _hash(*parts: str) -> str:
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()
