"""The documents that law and practice expect of a file on a supplier."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from screener.model.monitoring import Document

ItemId = Literal[
    "narrative", "supply-chain-map", "orders", "material-trail", "movement-trail",
    "production-records", "labour-records", "audit-reports", "certificates", "screening-log",
    "translations", "corrections",
]  # fmt: skip


class Item(NamedTuple):
    """One item of the checklist: its id, and what it asks for."""

    id: ItemId
    asks_for: str


# After the importer guidance on the UFLPA, ruling H317249, the DHS questions and answers on
# CAATSA, and 19 CFR 12.43.
CHECKLIST: tuple[Item, ...] = (
    Item("narrative", "How the product was made, stage by stage, each claim with its page."),
    Item("supply-chain-map", "Every party: legal name in its own and in Latin script, address, role."),
    Item("orders", "Purchase orders, contracts, sub-contracts, approved sites, changes."),
    Item("material-trail", "Invoices, receipts and payments for materials; yields that add up."),
    Item("movement-trail", "Transport papers, warehouse logs, export and import declarations."),
    Item("production-records", "Work orders, daily output, machines and capacity, dated pictures."),
    Item("labour-records", "Roster with nationalities checked, agencies, time cards, paid wages."),
    Item("audit-reports", "Unannounced audits that cover nationality and sub-contracting."),
    Item("certificates", "Signed statement of the seller on origin; the consignee's own account."),
    Item("screening-log", "Which list and rules, what was hit, who decided, when and why."),
    Item("translations", "English translations of everything relied on; few redactions."),
    Item("corrections", "What was found wrong, and what was done about it."),
)  # fmt: skip
OPEN = "open"


def states(documents: Iterable[Document]) -> dict[str, str]:
    """Return where each item stands by its latest note, in the order of the list."""
    latest = {one.item: str(one.state) for one in documents}
    return {item.id: latest.get(item.id, OPEN) for item in CHECKLIST}
