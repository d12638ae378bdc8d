"""What the codes of the service are called on pages; translated where they are shown."""


def _(text: str) -> str:
    """Mark a text for the catalogue."""
    return text


TIERS = {
    "T0": _("clear"),
    "T1": _("note"),
    "T2": _("review"),
    "T3": _("hold"),
    "T4": _("stop"),
}
TIER_MEANS = {
    "T0": _("No signal above noise."),
    "T1": _("One weak family of signals. Pass, and look at a sample."),
    "T2": _("Several signals, or a mention that needs explaining. Ask the supplier for records."),
    "T3": _("A strong or conflicting indication, not yet resolved. Pause; two persons decide."),
    "T4": _("Stop payment and shipment, keep the records, and bring in counsel the same day."),
}
STATES = {
    "open": _("open"),
    "information_requested": _("information requested"),
    "cleared": _("cleared"),
    "held": _("held"),
    "stopped": _("stopped"),
    "awaiting_second_person": _("awaits second person"),
    "suppressed": _("suppressed"),
    "active": _("active"),
    "ended": _("ended"),
    "expired": _("expired"),
    "reopened": _("reopened"),
    "queued": _("queued"),
    "running": _("running"),
    "done": _("done"),
    "failed": _("failed"),
    "removed": _("removed"),
    "asked": _("asked for"),
    "received": _("received"),
    "not_available": _("cannot be had"),
}
CAUSES = {
    "suppression_ended": _("A suppression that covered it was ended."),
    "suppression_expired": _("The last day of a suppression that covered it is over."),
    "supplier_changed": _("The supplier is written as it never was before."),
    "entry_changed": _("An entry that was suppressed has changed or is gone."),
    "tier_raised": _("Later lists or rules give it a higher tier."),
    "reason_added": _("Later lists or rules give it a reason that nobody has looked at."),
}
ITEMS = {
    "narrative": _("How it was made"),
    "supply-chain-map": _("Map of the supply chain"),
    "orders": _("Orders and contracts"),
    "material-trail": _("Trail of materials"),
    "movement-trail": _("Trail of movements"),
    "production-records": _("Production records"),
    "labour-records": _("Labour records"),
    "audit-reports": _("Audit reports"),
    "certificates": _("Certificates"),
    "screening-log": _("Log of the screening"),
    "translations": _("Translations"),
    "corrections": _("Corrections"),
}
ASKS_FOR = {
    "narrative": _("How the product was made, stage by stage, each claim with its page."),
    "supply-chain-map": _("Every party: legal name in its own and in Latin script, address, role."),
    "orders": _("Purchase orders, contracts, sub-contracts, approved sites, changes."),
    "material-trail": _("Invoices, receipts and payments for materials; yields that add up."),
    "movement-trail": _("Transport papers, warehouse logs, export and import declarations."),
    "production-records": _("Work orders, daily output, machines and capacity, dated pictures."),
    "labour-records": _("Roster with nationalities checked, agencies, time cards, paid wages."),
    "audit-reports": _("Unannounced audits that cover nationality and sub-contracting."),
    "certificates": _("Signed statement of the seller on origin; the consignee's own account."),
    "screening-log": _("Which list and rules, what was hit, who decided, when and why."),
    "translations": _("English translations of everything relied on; few redactions."),
    "corrections": _("What was found wrong, and what was done about it."),
}
"""What the checklist asks for, in its own words."""
DECISIONS = ("information_requested", "cleared", "held", "stopped", "open")
REASON_CODES = {
    "other_party": _("the hit names somebody else"),
    "documents_suffice": _("the papers settle it"),
    "awaiting_documents": _("papers are awaited"),
    "accepted_exception": _("known, and allowed in writing"),
    "signals_confirmed": _("what the record states was confirmed"),
    "order_withdrawn": _("the order is off"),
    "other": _("as the note says"),
}
FAMILIES = {
    "product": _("product"),
    "location": _("location"),
    "origin": _("origin"),
    "named_entity": _("named entity"),
    "labour": _("labour"),
    "processing": _("processing trade"),
    "subcontracting": _("subcontracting"),
    "material_origin": _("origin of materials"),
    "price": _("price"),
    "payment": _("payment"),
    "hs_mismatch": _("code and goods differ"),
    "data_conflict": _("conflict in the record"),
    "list_match": _("public list"),
    "mention_only": _("mention only"),
    "mitigation": _("mitigation"),
    "opacity": _("opacity"),
    "date": _("date"),
}
WORDS = {
    "party": _("party"),
    "site": _("site"),
    "payment": _("payment"),
    "transport": _("transport"),
    "mention": _("mention"),
    "question": _("question"),
    "clipping": _("clipping"),
    "alleged": _("alleged"),
    "aside": _("aside"),
    "outbound": _("goods go there"),
    "past": _("past event"),
    "denial": _("denial"),
    "certificate": _("certificate"),
    "engaged": _("engaged"),
    "to_be_checked": _("to be checked"),
    "facility": _("facility"),
    "place": _("place"),
    "goods": _("goods"),
    "term": _("term"),
    "listing": _("listing"),
    "H": _("high"),
    "M-H": _("medium to high"),
    "M": _("medium"),
    "L-M": _("low to medium"),
    "L": _("low"),
    "n/a": _("not graded"),
    "anon": _("anonymous voice in the country"),
    "RFA-est": _("estimate of the outlet"),
    "pub": _("official publication of the DPRK"),
    "outlet": _("narration of the outlet"),
    "agg": _("comment of an aggregator"),
    "photo": _("caption"),
    "page": _("page furniture"),
    "official": _("official record"),
    "reference": _("work of reference"),
    "active": _("active"),
    "draft": _("draft"),
    "shadow": _("shadow"),
    "deprecated": _("deprecated"),
    "retired": _("retired"),
    "MR": _("McCune–Reischauer"),
    "RR": _("Revised Romanization"),
    "DPRK": _("romanization of the DPRK"),
    "press": _("press"),
    "pinyin": _("Pinyin"),
    "V": _("seen in a source"),
    "D": _("derived by a published rule"),
    "GK": _("general knowledge"),
    "digit": _("figures"),
    "other": _("other"),
    "hit": _("fires"),
    "miss": _("does not fire"),
    "unknown": _("unknown"),
}
FORM = (
    (
        _("Goods"),
        ("product_description", "hs_code", "country_of_origin", "material_origin"),
    ),
    (
        _("Supplier"),
        (
            "supplier_name", "supplier_name_local", "supplier_address", "supplier_city",
            "supplier_province", "supplier_country", "supplier_postcode",
        ),
    ),
    (
        _("Maker"),
        (
            "manufacturer_name", "manufacturer_id", "manufacturer_address", "manufacturer_city",
            "manufacturer_province", "manufacturer_country", "manufacturer_postcode",
        ),
    ),
    (
        _("Other parties and route"),
        (
            "shipper_name", "shipper_address", "consignee_name", "consignee_address",
            "notify_party", "payee_name", "country_of_export", "place_of_receipt",
            "port_of_lading", "vessel",
        ),
    ),
    (
        _("Price and quantity"),
        (
            "quantity", "uom", "unit_price", "currency", "total_value", "stated_processing_fee",
            "peer_price_rank", "peer_median_price",
        ),
    ),
    (_("Papers"), ("line_id", "source_type", "source_row_ref", "doc_date", "ship_date")),
)  # fmt: skip
"""The fields of the form in groups; notes and documents stand below them."""
OPEN_GROUPS = 2
LONG = ("notes", "documents")
COLUMN_FIELDS = (*FORM, (_("Notes and documents"), LONG))
"""What a column of a file can be read as, in groups."""
ENCODINGS = (
    "utf-8", "gb18030", "big5", "cp949", "shift_jis", "cp1252", "cp1251", "utf-16",
)  # fmt: skip
WHY_READ = {
    "its name": _("its name"),
    "a usual header of it": _("a usual header of it"),
    "its header is nearly one of it": _("its header is nearly one of it"),
    "neither header nor values are known; carried along": _("neither header nor values are known"),
    "are built like a manufacturer's id": _("are built like a manufacturer's id"),
    "name countries": _("name countries"),
    "are built like HS codes": _("are built like HS codes"),
    "are dates": _("are dates"),
    "are several words": _("are several words"),
}
REMARKS = {
    "columns read as no field, only carried along": _(
        "Columns that are not read, only carried along"
    )
}
"""What is told of how a file is read, by what stands before its colon."""
LEFT_OPEN = {
    "entity": _("the body or site"),
    "place": _("the place"),
    "product": _("the goods"),
    "entry": _("the entry"),
    "matched_name": _("the name found"),
    "legs": _("how far the entry fits the record"),
}
"""What sentences of rules leave open until they are said of a record."""
PROBLEMS = (
    _("not found"), _("the request cannot be answered"), _("the request is not valid"), _("the service failed"),
)  # fmt: skip
"""The titles of errors."""
SEVERITIES = {"error": _("error"), "warning": _("warning")}
CHANGES = {
    "new": _("new"),
    "raised": _("raised"),
    "lowered": _("lowered"),
    "changed": _("changed"),
    "gone": _("gone"),
}
FORM_FIELDS = (*(name for _title, names in FORM for name in names), *LONG)
FIELDS = {
    "line_id": _("Line"),
    "source_type": _("Kind of paper"),
    "source_row_ref": _("Reference in the source"),
    "doc_date": _("Date of the paper"),
    "ship_date": _("Ship date"),
    "supplier_name": _("Supplier name"),
    "supplier_name_local": _("Supplier name, local script"),
    "supplier_address": _("Supplier address"),
    "supplier_city": _("Supplier city"),
    "supplier_province": _("Supplier province"),
    "supplier_country": _("Supplier country"),
    "supplier_postcode": _("Supplier postcode"),
    "manufacturer_name": _("Maker name"),
    "manufacturer_id": _("Maker id (MID)"),
    "manufacturer_address": _("Maker address"),
    "manufacturer_city": _("Maker city"),
    "manufacturer_province": _("Maker province"),
    "manufacturer_country": _("Maker country"),
    "manufacturer_postcode": _("Maker postcode"),
    "shipper_name": _("Shipper name"),
    "shipper_address": _("Shipper address"),
    "consignee_name": _("Consignee name"),
    "consignee_address": _("Consignee address"),
    "notify_party": _("Notify party"),
    "payee_name": _("Payee name"),
    "country_of_origin": _("Country of origin"),
    "country_of_export": _("Country of export"),
    "material_origin": _("Origin of materials"),
    "place_of_receipt": _("Place of receipt"),
    "port_of_lading": _("Port of lading"),
    "vessel": _("Vessel"),
    "product_description": _("Product description"),
    "hs_code": _("HS code"),
    "quantity": _("Quantity"),
    "uom": _("Unit"),
    "unit_price": _("Unit price"),
    "currency": _("Currency"),
    "total_value": _("Total value"),
    "stated_processing_fee": _("Stated processing fee"),
    "notes": _("Notes"),
    "documents": _("Documents"),
    "peer_price_rank": _("Price rank among peers"),
    "peer_median_price": _("Median price of peers"),
    "manufacturer_id_country": _("Country in the maker id"),
    "hs_chapter": _("HS chapter"),
    "hs_heading": _("HS heading"),
}
STOP_TIER = "T4"
