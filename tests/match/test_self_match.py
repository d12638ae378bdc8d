"""Every name on the shipped lists finds its own entry, unless it is flagged as weak."""

from typing import NamedTuple

import pytest

from screener.factory import load_editions
from screener.match.lookup import Query
from screener.model.listing import Alias, Entry, Kind
from screener.model.record import Record
from screener.pipeline import Screener

FOUND = 0.95
KINDS = {
    Kind.PARTY: "organization",
    Kind.FACILITY: "organization",
    Kind.LISTING: "organization",
    Kind.PLACE: "place",
    Kind.GOODS: "goods",
}
"""Terms are words of a sentence, never names."""


class Named(NamedTuple):
    """An alias and the entry it belongs to."""

    entry: Entry
    alias: Alias


def named() -> dict[tuple[str, str | None], list[Named]]:
    """Return every name of the shipped lists by the kind and country of its entry."""
    names: dict[tuple[str, str | None], list[Named]] = {}
    for edition in load_editions():
        for entry in edition.entries:
            if entry.kind in KINDS:
                key = KINDS[entry.kind], entry.country
                names.setdefault(key, []).extend(Named(entry, one) for one in entry.aliases)
    return names


NAMES = named()
assert NAMES, "no names"


def lost(screener: Screener, kind: str, country: str | None) -> list[Named]:
    """Return the names that do not find their own entry."""
    asked = NAMES[kind, country]
    query = Query(kind=kind, limit=1_000, country=country)
    answers = screener.match_names([one.alias.text for one in asked], query)
    return [
        one
        for one, hits in zip(asked, answers, strict=True)
        if not any(hit.entry == one.entry.id and hit.similarity >= FOUND for hit in hits)
    ]


@pytest.mark.slow
def of_one_column(alias: Alias) -> bool:
    """Say whether an alias is looked for in single columns: ships, codes of ports and provinces."""
    return bool(alias.fields) and alias.alone and not {"name", "place", "text"} & {*alias.fields}


@pytest.mark.parametrize(("kind", "country"), sorted(NAMES, key=str), ids=str)
def test_only_weak_names_need_more_than_their_kind_and_country(
    screener: Screener, kind: str, country: str | None
) -> None:
    plain = [
        (one.entry.id, one.alias.text)
        for one in lost(screener, kind, country)
        if one.alias.ambiguity == "A0" and not of_one_column(one.alias)
    ]

    assert plain == []


SHIPS = [one for several in NAMES.values() for one in several if one.alias.fields == ("vessel",)]
assert SHIPS, "no names of ships"


@pytest.mark.parametrize("ship", SHIPS, ids=lambda one: f"{one.entry.id} {one.alias.text}")
def test_ship_is_found_in_the_column_of_the_vessel_and_not_as_a_company(
    screener: Screener, ship: Named
) -> None:
    name = ship.alias.text
    aboard, company = (
        {hit.entry for hit in screener.screen(Record(line_id="1", **{column: text})).hits}
        for column, text in (
            ("vessel", f"MV {name} V.012E"),
            ("supplier_name", f"{name} Seafood Co., Ltd."),
        )
    )

    assert ship.entry.id in aboard
    assert ship.entry.id not in company


@pytest.mark.slow
def test_the_country_confirms_nearly_all_weak_names_of_its_places(screener: Screener) -> None:
    weak = [one for one in NAMES["place", "KP"] if one.alias.ambiguity != "A0"]

    assert len(lost(screener, "place", "KP")) < 0.1 * len(weak)


def test_a_country_given_takes_the_homonym_away(screener: Screener) -> None:
    def found(country: str | None) -> set[str]:
        (hits,) = screener.match_names(["Chongju"], Query(kind="place", country=country))
        return {hit.entry for hit in hits}

    assert "P-CHONGJU" in found("KP")
    assert "P-CHONGJU" not in found("KR")
