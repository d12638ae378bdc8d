"""What differs between two screenings of one record, and why."""

import msgspec

from screener.evidence.difference import difference
from screener.model.screening import Screening
from tests.storage.answers import answer, hit, reason


def _screening(**show: object) -> Screening:
    return answer(show=show).screening


def _other(screening: Screening, **snapshot: str) -> Screening:
    changed = msgspec.structs.replace(screening.snapshot, **snapshot)
    return msgspec.structs.replace(screening, snapshot=changed)


def test_equal_screenings_do_not_differ() -> None:
    one = _screening(reasons=(reason("a.b", "h1"),), hits=(hit("h1", "E-1"),))

    found = difference(one, one)

    assert (found.changed, found.reasons, found.entries_gone, found.entries_new) == ((),) * 4


def test_a_reason_that_goes_with_its_hit_says_so() -> None:
    before = _screening(reasons=(reason("a.b", "h1"),), hits=(hit("h1", "E-1"),))
    after = _other(_screening(), lists="l2")

    found = difference(before, after)

    assert found.changed == ("lists",)
    assert found.entries_gone == ("E-1",)
    (change,) = found.reasons
    assert (change.rule, change.change) == ("a.b", "gone")
    assert "E-1" in change.because


def test_a_new_reason_names_what_changed_of_what_decides() -> None:
    after = _other(_screening(reasons=(reason("a.b"),)), rules="r2", as_of="2027-01-01")

    (change,) = difference(_screening(), after).reasons

    assert change.change == "new"
    assert "rules, as_of" in change.because


def test_a_new_reason_of_another_engine_says_so() -> None:
    after = _other(_screening(reasons=(reason("a.b"),)), engine="e2")

    (change,) = difference(_screening(), after).reasons

    assert "engine" in change.because


def test_a_reason_of_a_new_version_says_what_differs() -> None:
    old = reason("a.b")
    new = msgspec.structs.replace(old, version=2, points=40)

    (change,) = difference(_screening(reasons=(old,)), _screening(reasons=(new,))).reasons

    assert change.change == "changed"
    assert "version 1 became 2" in change.because
    assert "points" in change.because
