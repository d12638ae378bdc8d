"""The data dictionary (``fields.yaml``) and the columns derived from others."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from importlib.resources.abc import Traversable

import msgspec

from screener.codes.fees import find_fees
from screener.codes.hs import hs_chapter, hs_heading
from screener.codes.identifiers import code_as_name, manufacturer_country
from screener.codes.money import Money
from screener.content.diagnostics import Diagnostics, suggestion
from screener.content.files import yaml_files
from screener.content.nodes import MapNode, Node, ScalarNode, compose
from screener.content.structs import read_struct
from screener.errors import RuleError
from screener.model.field import Carried, Field, FieldRole, FieldType
from screener.model.record import Record
from screener.rules.literals import read_value

FILE = "fields.yaml"


class _Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column as the file writes it: a field without its name."""

    type: FieldType
    meaning: str
    gap_if_empty: bool = False
    carries: tuple[Carried, ...] = ()
    may_carry: tuple[Carried, ...] = ()
    role: FieldRole | None = None
    group: str | None = None
    derived_from: tuple[str, ...] = ()
    derivation: str | None = None
    compare_with: tuple[str, ...] = ()
    joint: str | None = None
    synonyms: tuple[str, ...] = ()


def read_fields(folder: Traversable) -> dict[str, Field]:
    """Return the columns of ``folder/fields.yaml`` in record order, derived ones last.

    Raises:
        RuleError: with every diagnostic. The file must name each column of the record once,
            derived columns only from the record's own and only those that can be computed,
            and no header for two columns.
    """
    diagnostics = Diagnostics()
    texts = yaml_files(folder, FILE, error=RuleError)
    if not texts:
        message = "missing; it names the columns a rule may use. A folder that extends a pack"
        raise RuleError(f"{message} holds overlay.yaml instead", path=f"{folder}/{FILE}", line=1)
    path = f"{folder}/{FILE}"
    node = compose(texts[0][1], path, diagnostics)
    fields = _read(node, diagnostics) if node is not None else {}
    diagnostics.raise_if_any(RuleError)
    recorded = [name for name in Record.model_fields if name in fields]
    return {name: fields[name] for name in [*recorded, *_DERIVATIONS] if name in fields}


def with_derived(values: Mapping[str, str], fields: Mapping[str, Field]) -> dict[str, str]:
    """Return the filled columns of a record together with those derived from them.

    >>> with_derived({"hs_code": "9503.00"}, {"hs_chapter": Field(
    ...     name="hs_chapter", type="hs", meaning="Chapter", derived_from=("hs_code",))})
    {'hs_code': '9503.00', 'hs_chapter': '95'}
    """
    derived = {
        name: text
        for name, field in fields.items()
        if field.derived_from and (text := derive(name, values, fields)) is not None
    }
    return {**values, **derived}


def derive(name: str, values: Mapping[str, str], fields: Mapping[str, Field]) -> str | None:
    """Return the value of one derived column of a record, or None where it has none."""
    return _DERIVATIONS[name](values, fields)


def _manufacturer_id_country(values: Mapping[str, str], _: Mapping[str, Field]) -> str | None:
    """Return the country of the maker's code, which files of entries also put where its name is expected."""
    names = (values.get(name, "") for name in ("manufacturer_name", "supplier_name"))
    written = (code.country for name in names if (code := code_as_name(name)) is not None)
    return manufacturer_country(values.get("manufacturer_id", "")) or next(written, None)


def _hs_chapter(values: Mapping[str, str], _: Mapping[str, Field]) -> str | None:
    return hs_chapter(values.get("hs_code", ""))


def _hs_heading(values: Mapping[str, str], _: Mapping[str, Field]) -> str | None:
    return hs_heading(values.get("hs_code", ""))


def _fee_stated(values: Mapping[str, str], fields: Mapping[str, Field]) -> str | None:
    """Return the fee of the column; unreadable it stays as written, which settles nothing."""
    stated = values.get("stated_processing_fee")
    if stated is not None:
        field = fields.get("stated_processing_fee")
        money = read_value(field, values) if field is not None else None
        return money.text() if isinstance(money, Money) else stated
    texts = (values.get("product_description", ""), values.get("notes", ""))
    fees = [fee.money for text in texts for fee in find_fees(text)]
    return min(fees, key=_by_amount).text() if fees else None


def _by_amount(fee: Money) -> tuple[bool, bool, Decimal, str]:
    """Order fees: with a unit first, in yuan first (fees are reported in it), then the lowest."""
    return fee.unit is None, fee.currency != "CNY", fee.amount, fee.currency


_Derivation = Callable[[Mapping[str, str], Mapping[str, Field]], str | None]
_DERIVATIONS: dict[str, _Derivation] = {
    "manufacturer_id_country": _manufacturer_id_country,
    "hs_chapter": _hs_chapter,
    "hs_heading": _hs_heading,
    "fee_stated": _fee_stated,
}


def _read(node: Node, diagnostics: Diagnostics) -> dict[str, Field]:
    if not isinstance(node, MapNode):
        diagnostics.add("R004", node.mark, "the data dictionary must be a mapping of columns")
        return {}
    fields: dict[str, Field] = {}
    for key, body in node.entries:
        _check_name(key, diagnostics)
        column = read_struct(body, _Column, diagnostics)
        if column is not None:
            _check_sources(key, column, diagnostics)
            fields[key.text] = Field(name=key.text, **msgspec.structs.asdict(column))
    _report_missing(node, diagnostics)
    _report_shared_headers(node, fields, diagnostics)
    return fields


def _check_name(key: ScalarNode, diagnostics: Diagnostics) -> None:
    known = (*Record.model_fields, *_DERIVATIONS)
    if key.text not in known:
        help_text = suggestion(key.text, known, "columns")
        diagnostics.add("R021", key.mark, f'the record has no column "{key.text}"', help_text)


def _check_sources(key: ScalarNode, column: _Column, diagnostics: Diagnostics) -> None:
    if (key.text in _DERIVATIONS) != bool(column.derived_from):
        message = f'"derived_from" is for derived columns: {", ".join(_DERIVATIONS)}'
        diagnostics.add("R002", key.mark, message)
    for source in column.derived_from:
        if source not in Record.model_fields:
            message = f'"{key.text}" is derived from "{source}", which no record has'
            diagnostics.add("R021", key.mark, message, suggestion(source, Record.model_fields))


def _report_missing(node: MapNode, diagnostics: Diagnostics) -> None:
    named = {key.text for key, _ in node.entries}
    for name in Record.model_fields:
        if name not in named:
            diagnostics.add("R002", node.mark, f'missing column "{name}" of the record')


def _report_shared_headers(
    node: MapNode, fields: Mapping[str, Field], diagnostics: Diagnostics
) -> None:
    """Report a header that stands for two columns: a file could not be read with it."""
    owners: dict[str, str] = {}
    for key, _ in node.entries:
        field = fields.get(key.text)
        for header in (key.text, *field.synonyms) if field is not None else ():
            owner = owners.setdefault(header_key(header), key.text)
            if owner != key.text:
                message = f'header "{header}" is claimed by {owner} and {key.text}'
                diagnostics.add("R003", key.mark, message, "leave it with one of them")


def header_key(header: str) -> str:
    """Return the form in which headers are compared: letters and digits without case.

    >>> header_key("Country_of Origin"), header_key("HTS No.")
    ('countryoforigin', 'htsno')
    """
    return "".join(char for char in header.casefold() if char.isalnum())
