"""What ``rules explain`` and the tables of ``rules coverage`` and ``backtest`` say."""

import json
import re
from pathlib import Path

import pytest

from screener.cli.main import main
from screener.cli.records import written_record
from screener.cli.rules_coverage import coverage_lines
from screener.cli.rules_explain import _in_words, _judged, _record, _rule
from screener.errors import InputError
from screener.impact import Count, Precision
from screener.pipeline import Screener
from tests.conftest import AS_OF

ROW = """line_id: SC-0418
product_description: hand crocheted dish scrubber, acrylic
country_of_origin: CN
supplier_name: Dandong Yuhe Crafts
supplier_city: Dandong
supplier_province: Liaoning
notes: processing fee only, yarn supplied by buyer
stated_processing_fee: 0.80 CNY per piece
"""
RULE = "dprk.border-handwork"


@pytest.fixture(name="row")
def _row(tmp_path: Path) -> Path:
    path = tmp_path / "row.yaml"
    path.write_text(ROW, encoding="utf-8")
    return path


def test_a_rule_is_proved_for_a_record(row: Path, screener: Screener) -> None:
    case = _judged(screener, written_record(screener, row))

    told = list(_record(screener, case, _rule(screener, RULE)))

    assert told[0] == "Line SC-0418"
    assert "dprk.four-families sets the floor T3" in told
    assert f"{RULE} v1   hit   group place-and-product" in told
    (scrubber,) = (line for line in told if "G-LOOFAH" in line and "found in" in line)
    assert scrubber.endswith('product_description[15:28] "dish scrubber"')
    assert "  points  25 base  +10 more[0]  +10 more[1]  +15 more[2] = 60, capped at 55" in told
    assert any(line.startswith("  source: B-07") for line in told)
    assert any(line.startswith("changes the result: without Dandong") for line in told)


def test_a_whole_record_shows_hits_then_open_rules(row: Path, screener: Screener) -> None:
    case = _judged(screener, written_record(screener, row))

    told = list(_record(screener, case, None))

    heads = [line.split()[2] for line in told if "   group " in line]
    assert heads == ["hit"] * heads.count("hit") + ["unknown"] * heads.count("unknown")
    assert heads.count("hit") >= 5
    assert heads.count("unknown") >= 1


def test_a_rule_reads_in_plain_words(screener: Screener) -> None:
    told = "\n".join(_in_words(screener, _rule(screener, RULE)))

    assert "fires if\n  - all of these\n" in told
    assert "lifts the record to T2 at least" in told
    assert "source: B-07" not in told  # it is cited by an extra alone
    assert "basis: advisory-2018" in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("suplier_name: x", "row.yaml:1: suplier_name: .*supplier_name"),
        ("supplier_name: [x]", "row.yaml:1: supplier_name is one text"),
        ("line_id: x", "holds nothing to screen"),
    ],
)
def test_a_record_that_cannot_be_screened_is_refused(
    text: str, said: str, row: Path, screener: Screener
) -> None:
    row.write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=said):
        written_record(screener, row)


def test_the_table_of_rules_is_never_cut_and_marks_who_asks_for_too_much(
    screener: Screener,
) -> None:
    count = Count(screener)
    origin = {"product_description": "bolts", "country_of_origin": "KP"}
    count.add([origin, {"product_description": "bolts", "country_of_origin": "DE"}], ["1", "2"])
    precision = (Precision(rule="origin.dprk-declared", reviewed=4, confirmed=1, low=0, high=0.7),)

    head, names, *rows = coverage_lines(count.impact().coverage, precision, 0.4)

    assert head == f"2 records, {len(screener.pack.rules)} rules"
    (row,) = (line for line in rows if line.startswith("origin.dprk-declared "))
    assert row[names.index("hits") :].split()[0] == "1"
    at = names.index("precision (95%)")
    assert row[at:].startswith("0.25 (0.00-0.70)")
    assert row.endswith("alone on more records than the review budget: keep its points few")
    assert rows[-4].startswith("never matched: ")


@pytest.mark.slow
def test_coverage_names_what_is_unused_and_how_many_edits_are_caught(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["rules", "coverage", "--mutate", "--as-of", AS_OF]) == 0

    *unused, logic, score = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in unused] == [
        "claims that no rule cites",
        "rules that cite no claim",
        "entries that no rule asks for",
    ]
    for line in (logic, score):
        tried, *answered = map(int, re.findall(r"\d+", line))
        assert tried == sum(answered), "neither caught nor accepted with a reason"


def test_the_site_has_a_page_for_each_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], screener: Screener
) -> None:
    assert main(["rules", "docs", "-o", str(tmp_path / "site")]) == 0

    pages = {path.name for path in (tmp_path / "site").iterdir()}
    assert pages == {"index.html", *(f"{rule.id}.html" for rule in screener.pack.rules)}
    assert capsys.readouterr().out.startswith(f"{len(pages)} pages in ")


def test_the_columns_are_those_of_the_data_dictionary(
    capsys: pytest.CaptureFixture[str], screener: Screener
) -> None:
    assert main(["rules", "fields", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in told] == [*screener.fields]
