"""What is stored comes back byte for byte, and is found by what it shows."""

import pytest
from sqlalchemy import Engine

from screener.errors import NotStoredError, RepeatedError
from screener.storage.replies import Reply
from screener.storage.repository import Repository
from screener.storage.screenings import Answer, Filters
from screener.storage.session import connect, upgrade
from tests.storage.answers import answer, hit, reason

REPLY = Reply("k1", "order-7", "0" * 64, b'{"ids":[]}')


def _ids(repository: Repository, **wanted: str) -> list[str]:
    return [one.line_id for one in repository.screenings.page(Filters(**wanted), limit=50)]


def _kept(repository: Repository, *answers: Answer) -> None:
    repository.screenings.add(answers, actor="ann")


def test_a_screening_comes_back_byte_for_byte(repository: Repository) -> None:
    kept = answer(show={"reasons": (reason("a.b"),)})

    _kept(repository, kept)

    found = repository.screenings.get(kept.id)
    assert found.screening == kept.data
    assert found.read_record() == kept.record
    assert found.actor == "ann"


def test_screenings_are_numbered_as_they_come(repository: Repository) -> None:
    _kept(repository, answer("1"), answer("2"))
    _kept(repository, answer("3"))

    page = repository.screenings.page(Filters(), limit=50)
    assert [(one.number, one.line_id) for one in page] == [(3, "3"), (2, "2"), (1, "1")]


def test_pages_follow_each_other_without_gap_or_overlap(repository: Repository) -> None:
    _kept(repository, *(answer(str(number)) for number in range(7)))

    first = repository.screenings.page(Filters(), limit=4)
    rest = repository.screenings.page(Filters(), before=first[-1].number, limit=4)

    assert [one.line_id for one in (*first, *rest)] == ["6", "5", "4", "3", "2", "1", "0"]


def test_nothing_stored_leaves_no_trace(repository: Repository) -> None:
    _kept(repository)

    assert repository.audit.events() == ()


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        ({"tier": "T2"}, ["2"]),
        ({"rule": "a.b"}, ["2"]),
        ({"entry": "E-1"}, ["2", "1"]),
        ({"entry": "E-1", "tier": "T0"}, ["1"]),
        ({"suppression": "s"}, []),
        ({"state": "open"}, ["3", "2", "1"]),
        ({"since": "2999-01-01"}, []),
        ({"until": "2000-01-01"}, []),
        ({"since": "2000-01-01", "until": "2999-01-01"}, ["3", "2", "1"]),
    ],
    ids=str,
)
def test_screenings_are_found_by_what_they_show(
    repository: Repository, wanted: dict[str, str], lines: list[str]
) -> None:
    _kept(
        repository,
        answer("1", show={"hits": (hit("h1", "E-1"), hit("h2", "E-1"))}),
        answer("2", "T2", show={"hits": (hit("h1", "E-1"),), "reasons": (reason("a.b"),)}),
        answer("3"),
    )

    assert _ids(repository, **wanted) == lines


def test_the_day_of_until_is_included(repository: Repository) -> None:
    _kept(repository, answer("1"))
    (one,) = repository.screenings.page(Filters(), limit=1)

    assert _ids(repository, since=one.created_at[:10], until=one.created_at[:10]) == ["1"]


def test_a_supplier_s_lines_are_counted_by_month(repository: Repository) -> None:
    kept = [answer(str(at), supplier_name="Liaoning Kexin") for at in range(3)]
    repository.screenings.add(kept, actor="test")
    supplier = repository.suppliers.search("kexin", limit=1)[0]

    trend = repository.suppliers.trend(supplier.id, months=12)

    assert [(one.month, sum(one.tiers.values())) for one in trend] == [(supplier.created_at[:7], 3)]
    assert repository.suppliers.trend("none", months=12) == ()


def test_lines_of_one_supplier_are_found_whatever_its_address(repository: Repository) -> None:
    _kept(
        repository,
        answer("1", supplier_name="Liaoning Kexin", supplier_city="Dandong"),
        answer("2", supplier_name="LIAONING  KEXIN", supplier_city="Dalian"),
        answer("3", supplier_name="Other"),
    )

    first = repository.screenings.page(Filters(), limit=50)[-1]
    assert first.supplier is not None
    assert _ids(repository, supplier=first.supplier) == ["2", "1"]


def test_a_screening_is_found_by_its_bytes(repository: Repository) -> None:
    kept = answer("7")
    _kept(repository, kept)

    assert repository.screenings.with_bytes(kept.data).id == kept.id
    with pytest.raises(NotStoredError):
        repository.screenings.with_bytes(b"{}")


def test_an_unknown_id_is_told(repository: Repository) -> None:
    with pytest.raises(NotStoredError, match="nope"):
        repository.screenings.get("nope")


def test_a_reply_is_kept_with_what_it_reports(repository: Repository) -> None:
    repository.screenings.add([answer()], actor="ann", reply=REPLY)

    assert repository.replies.find("k1", "order-7") == REPLY
    assert repository.replies.find("k2", "order-7") is None


def test_a_repeated_request_keeps_nothing(repository: Repository) -> None:
    repository.screenings.add([answer("1")], actor="ann", reply=REPLY)

    with pytest.raises(RepeatedError):
        repository.screenings.add([answer("2")], actor="ann", reply=REPLY)

    assert _ids(repository) == ["1"]
    assert len(repository.audit.events()) == 1


def test_a_store_survives_its_process(engine: Engine, address: str) -> None:
    kept = answer()
    Repository(engine).screenings.add([kept], actor="ann")
    engine.dispose()

    again = connect(address)
    upgrade(again)

    assert Repository(again).screenings.get(kept.id).screening == kept.data
    again.dispose()


def test_readiness_asks_the_database(repository: Repository) -> None:
    assert repository.ready()
