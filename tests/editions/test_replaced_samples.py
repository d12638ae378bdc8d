"""A whole list that was imported stands in the place of shipped samples under the same law."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from screener.cli.main import main
from screener.evidence.snapshot import lists_hash
from screener.factory import edition_store, folders_in_use, load, load_from, load_lists
from screener.lists.edition import read_edition
from screener.model.record import Record
from screener.pipeline import Screener
from screener.rules.run_tests import ExampleResult
from tests.editions.lists_to_import import WORDS

HEADINGS = "Effective Date,Country,Entity,Industry,WRO/Finding,Status,Remarks"
BITLAND = '2022-08-12,China,"Hefei Bitland Information Technology Co., Ltd.",Computers,WRO,Active,'
ENDED = '2020-09-30,Malaysia,FGV Holdings Berhad,Palm oil,WRO,Inactive,"Revoked on March 3, 2026"'
TRADES = ("Basketry", "Lantern", "Saddlery", "Umbrella", "Wickerwork", "Cutlery")
OTHERS = [
    f"2020-05-01,China,{word} {trade} Works,Apparel,WRO,Active,"
    for word in WORDS
    for trade in TRADES
]
FGV = Record(line_id="1", supplier_name="FGV Holdings Berhad", product_description="palm oil")


@pytest.fixture(name="home", autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a data directory that holds nothing yet."""
    monkeypatch.setenv("SCREENER_HOME", str(tmp_path / "home"))
    return tmp_path


def import_orders(home: Path, rows: Iterable[str], *options: str, day: str = "2026-11-20") -> None:
    """Import CBP's data set of these rows as the list ``cbp``."""
    path = home / "orders.csv"
    path.write_text("\n".join([HEADINGS, *rows, ""]), encoding="utf-8")
    assert main(["lists", "import", str(path), "--as", "cbp", "--day", day, *options]) == 0


def found(screener: Screener) -> set[tuple[str, str]]:
    """Return on which lists the revoked party is found, and where the record's day lies."""
    hits = screener.screen(FGV).hits
    return {(hit.list, hit.listing.time) for hit in hits if hit.listing is not None}


def test_official_end_of_an_order_overrules_the_sample(home: Path) -> None:
    before = load(as_of="2026-11-25")
    assert found(before) == {("cbp-wro", "applies")}

    import_orders(home, [BITLAND, ENDED, *OTHERS])
    after = load(as_of="2026-11-25")

    assert found(after) == {("cbp", "ended")}
    assert {one.id for one in before.scope.lists} - {one.id for one in after.scope.lists} == {
        "cbp-wro"
    }
    in_use = load_lists().in_use
    assert after.snapshot().lists == lists_hash(in_use, after.content.beside)
    assert after.snapshot().lists != before.snapshot().lists


def test_content_of_the_same_folders_is_the_same(home: Path) -> None:
    import_orders(home, [BITLAND, ENDED, *OTHERS])

    first, second = load(as_of="2026-11-25"), load_from(folders_in_use(), "2026-11-25")

    assert first.snapshot() == second.snapshot()
    assert first.screen(FGV) == second.screen(FGV)


def test_replaced_sample_is_named_and_neither_stale_nor_missing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import_orders(home, [BITLAND, ENDED, *OTHERS])
    capsys.readouterr()
    told = "cbp-wro is not used: the imported list cbp replaces this sample"

    assert main(["lists", "ls"]) == 0
    assert told in capsys.readouterr().out
    assert main(["doctor"]) == 0
    doctor = capsys.readouterr().out
    assert f"list {told}" in doctor
    assert "Withhold Release Orders" not in doctor.partition("not loaded: ")[2]
    assert main(["lists", "ls", "--json"]) == 0
    rows = {one["id"]: one["replaces"] for one in json.loads(capsys.readouterr().out)}
    assert (rows["cbp"], rows["dol-goods"], "cbp-wro" in rows) == (["cbp-wro"], [], False)
    assert main(["lists", "show", "cbp-wro"]) == 0
    assert json.loads(capsys.readouterr().out)["replaced_by"] == "cbp"


def test_older_list_does_not_replace_a_later_sample(home: Path) -> None:
    import_orders(home, [BITLAND, ENDED, *OTHERS], day="2026-08-21")

    assert found(load(as_of="2026-11-25")) == {("cbp-wro", "applies"), ("cbp", "ended")}


def test_list_of_our_own_replaces_no_sample(home: Path) -> None:
    path = home / "acme.csv"
    path.write_text("id,name\n1,Azul Handicraft Works\n", encoding="utf-8")
    assert main(["lists", "import", str(path), "--as", "acme"]) == 0

    assert load_lists().replaced == ()


def test_inline_tests_hold_with_and_without_the_sample(home: Path, screener: Screener) -> None:
    import_orders(home, [BITLAND, ENDED, *OTHERS])
    subjects = ("listed.cbp-order", "listed.cbp-order-goods", "listed.ended")

    results = load(as_of="2026-11-25").run_rule_tests(subjects)

    assert results
    assert wrong(results) == wrong(screener.run_rule_tests(subjects)) == []


def wrong(results: Iterable[ExampleResult]) -> list[tuple[str, str]]:
    """Return the tests that fail."""
    return [(one.subject, one.test) for one in results if not one.passed]


def test_official_list_bears_our_names_and_says_whose_they_are(home: Path) -> None:
    names = ["Ninestar Corporation", "Hetian Haolin Hair Accessories Co. Ltd.",
             *(row.split(",")[2] for row in OTHERS), *(f"{word} Foundry" for word in WORDS * 5)]  # fmt: skip
    rows = "".join(f"<tr><td>{name}</td><td>06/21/2022</td></tr>" for name in dict.fromkeys(names))
    page = home / "uflpa.html"
    page.write_text(
        "<html><body><h1>UFLPA Entity List</h1><p>Section 2(d)(2)(B)(i)</p><table><tr><th>Name of "
        f"Entity</th><th>Effective Date</th></tr>{rows}</table></body></html>",
        encoding="utf-8",
    )
    options = ["--as", "uflpa", "--day", "2026-11-20", "--at-least", "50"]
    assert main(["lists", "import", str(page), *options]) == 0

    screener = load(as_of="2026-11-25")
    (hit,) = (
        one
        for one in screener.screen(Record(line_id="1", supplier_name="纳思达股份有限公司")).hits
        if one.list == "uflpa"
    )

    assert hit.listing is not None
    assert hit.listing.name_basis == "general_knowledge"
    store = edition_store()
    (edition,) = store.editions("uflpa")
    published = read_edition(store.path("uflpa", edition), "uflpa")
    assert all(alias.status == "V" for entry in published.entries for alias in entry.aliases)


def test_list_of_other_measures_of_the_publisher_replaces_no_sample(home: Path) -> None:
    firms = [
        f"{first} {second} {trade} Works" for first in WORDS for second in WORDS for trade in TRADES
    ]
    rows = [f'{at},"{name}",,"UKRAINE-EO13662",,,,,,,,' for at, name in enumerate(firms[:250], 1)]
    files = {"cons_prim.csv": "\n".join([*rows, ""]), "cons_alt.csv": "", "cons_add.csv": ""}
    for name, text in files.items():
        (home / name).write_text(text, encoding="utf-8")
    order = [
        "lists",
        "import",
        str(home / "cons_prim.csv"),
        "--as",
        "others",
        "--day",
        "2026-11-20",
    ]

    assert main(order) == 0

    assert {one.id: one.sample for one in load_lists().in_use}["others"] is False
    assert load_lists().replaced == ()
