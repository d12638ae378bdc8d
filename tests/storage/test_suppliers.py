"""Suppliers by the gravest of their lines, with what they hit and what was decided on them."""

from screener.storage.dispositions import Decision
from screener.storage.repository import Repository
from screener.storage.screenings import Answer
from screener.storage.waiting import Wanted
from tests.storage.answers import answer, hit

HELD = Decision("held", "awaiting_documents", "roster asked for", ())


def _kept(repository: Repository, tier: str, supplier: str | None, *entries: str) -> Answer:
    """Return a stored screening of a supplier with a hit on each entry."""
    hits = tuple(hit(f"h{at}", entry) for at, entry in enumerate(entries))
    named = {} if supplier is None else {"supplier_name": supplier}
    show = {"hits": hits, "risk_score": 20.0 * int(tier[1])}
    made = answer("1", tier, show=show, **named)
    repository.screenings.add([made], actor="ann")
    return made


def test_suppliers_come_by_their_gravest_line_and_then_by_their_last(
    repository: Repository,
) -> None:
    for tier, name in (
        ("T2", "Mild"),
        ("T4", "Grave"),
        ("T0", "Grave"),
        ("T2", "Late"),
        ("T4", None),
    ):
        _kept(repository, tier, name)

    found = repository.suppliers.gravest(limit=5)

    assert [one.name for one in found] == ["Grave", "Late", "Mild"]
    assert found[0].tiers == {"T0": 1, "T4": 1}
    assert [one.name for one in repository.suppliers.gravest(skip=1, limit=1)] == ["Late"]


def test_entries_that_a_supplier_hits_are_counted_by_line(repository: Repository) -> None:
    _kept(repository, "T1", "Acme", "E-1", "E-2")
    _kept(repository, "T3", "Acme", "E-2", "E-2")
    _kept(repository, "T4", "Other", "E-3")
    acme = next(one for one in repository.suppliers.gravest(limit=5) if one.name == "Acme")

    found = repository.suppliers.hits(acme.id, limit=5)

    assert [(one.entry, one.lines, one.tier) for one in found] == [
        ("E-2", 2, "T3"),
        ("E-1", 1, "T1"),
    ]
    assert len(repository.suppliers.hits(acme.id, limit=1)) == 1


def test_decisions_on_the_lines_of_a_supplier_are_read_newest_first(
    repository: Repository,
) -> None:
    first, second = _kept(repository, "T2", "Acme"), _kept(repository, "T2", "Acme")
    other = _kept(repository, "T2", "Other")
    made = [
        repository.dispositions.make(one.id, HELD, person="ann") for one in (first, second, other)
    ]
    acme = repository.screenings.get(first.id).supplier
    assert acme is not None

    found = repository.dispositions.of_supplier(acme, limit=5)

    assert found == (made[1], made[0])
    assert repository.dispositions.of_supplier(acme, limit=1) == (made[1],)


def test_the_waiting_lines_of_one_supplier_are_read_alone(repository: Repository) -> None:
    kept = _kept(repository, "T2", "Acme")
    _kept(repository, "T4", "Other")
    _kept(repository, "T3", None)
    acme = repository.screenings.get(kept.id).supplier

    def named(supplier: str | None) -> list[str | None]:
        wanted = Wanted(supplier=supplier)
        return [one.name for one in repository.waiting.groups(wanted, limit=9, lines=range(9))]

    assert named(acme) == ["Acme"]
    assert named("") == [None]
    assert named(None) == ["Other", None, "Acme"]
