"""The record: one trade line as a user submits it."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field


def _text(value: object) -> object:
    """Return numbers and dates as text, so that every field is read by its own type."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


MAX_CHARACTERS = 100_000


def _whole(value: str) -> str:
    """Refuse half of a surrogate pair: JSON can name one, and nothing can write it out."""
    if not value.isascii() and any("\ud800" <= one <= "\udfff" for one in value):
        message = "holds half of a character (a lone surrogate)"
        raise ValueError(message)
    return value


Whole = AfterValidator(_whole)
Text = Annotated[
    Annotated[str, Field(max_length=MAX_CHARACTERS), Whole] | None, BeforeValidator(_text)
]

LineId = Annotated[
    str,
    BeforeValidator(_text),
    Whole,
    Field(description="The caller's own key; echoed, never parsed.", max_length=1_000),
]


class Record(BaseModel):
    """One supplier, order line, bill of lading or document to screen.

    A field left out is unknown, which is never evidence of safety.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    line_id: LineId
    source_type: Text = None
    source_row_ref: Text = None
    doc_date: Text = None
    ship_date: Text = None
    supplier_name: Text = None
    supplier_name_local: Text = None
    supplier_address: Text = None
    supplier_city: Text = None
    supplier_province: Text = None
    supplier_country: Text = None
    supplier_postcode: Text = None
    manufacturer_name: Text = None
    manufacturer_id: Text = None
    manufacturer_address: Text = None
    manufacturer_city: Text = None
    manufacturer_province: Text = None
    manufacturer_country: Text = None
    manufacturer_postcode: Text = None
    shipper_name: Text = None
    shipper_address: Text = None
    consignee_name: Text = None
    consignee_address: Text = None
    notify_party: Text = None
    payee_name: Text = None
    country_of_origin: Text = None
    country_of_export: Text = None
    material_origin: Text = None
    place_of_receipt: Text = None
    port_of_lading: Text = None
    vessel: Text = None
    product_description: Text = None
    hs_code: Text = None
    quantity: Text = None
    uom: Text = None
    unit_price: Text = None
    currency: Text = None
    total_value: Text = None
    stated_processing_fee: Text = None
    notes: Text = None
    documents: Annotated[tuple[Annotated[str, Whole], ...], Field(max_length=1_000)] = ()
    peer_price_rank: Text = None
    peer_median_price: Text = None
