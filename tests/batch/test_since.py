"""What changed since an earlier run: marked in the results, with the cause, whatever the chunks."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from screener.batch.changes import After, mark, since
from screener.batch.mapping import Dictionary
from screener.batch.previous import Previous
from screener.batch.reader import open_file
from screener.batch.runner import Order, Run
from screener.batch.source import source_of
from screener.batch.tables import Before
from screener.editions.importing import Order as ListOrder
from screener.errors import InputError
from screener.factory import import_edition, load
from screener.pipeline import Screener
from tests.conftest import AS_OF, ROOT
from tests.editions.lists_to_import import NAMES

pytestmark = pytest.mark.slow
HEADER = "PO Line,Item,Origin,x\n"
BEFORE = HEADER + "1,hats,North Korea,a\n2,hats,Italy,a\n3,steel bolts,Italy,a\n4,hats,Italy,a\n"
AFTER = HEADER + "2,hats,North Korea,b\n1,hats,Italy,a\n3,steel bolts,Italy,c\n5,=1,Italy,a\n"
FIRMS = [f"F{at},{name}," for at, name in enumerate(NAMES)]
EVERY = ("csv", "jsonl", "parquet", "xlsx", "html")


def ran(
    screener: Screener, path: Path, folder: Path, since: Path | None = None, **order: object
) -> Path:
    dictionary = Dictionary(screener.fields)
    opened = open_file(source_of(path), dictionary)
    previous = None if since is None else Previous(since, dictionary)
    given = Order(AS_OF, formats=EVERY)._replace(**order)  # type: ignore[arg-type]  # by name
    Run(screener, opened, folder, given, previous).execute("hash")
    return folder


def two(screener: Screener, folder: Path, before: str, after: str, **order: object) -> Path:
    for name, text in (("before.csv", before), ("after.csv", after)):
        (folder / name).write_text(text, encoding="utf-8")
    earlier = ran(screener, folder / "before.csv", folder / "earlier")
    return ran(screener, folder / "after.csv", folder / "out", earlier, **order)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_records_are_told_by_their_id(screener: Screener, tmp_path: Path) -> None:
    header = HEADER.replace("PO Line", "line_id")
    out = two(screener, tmp_path, BEFORE.replace(HEADER, header), AFTER.replace(HEADER, header))

    told = {row["line_id"]: row for row in rows(out / "changes.csv")}
    assert {line: row["change"] for line, row in told.items()} == {
        "2": "raised", "1": "lowered", "5": "new", "4": "gone",
    }  # fmt: skip
    assert told["2"]["cause"] == "record: its fields changed"
    assert (told["1"]["tier_before"], told["2"]["tier"]) == ("T4", "T4")
    assert told["2"]["rules_new"] == told["1"]["rules_gone"] != ""
    marks = [(row["line_id"], row["change"]) for row in rows(out / "results.csv")]
    assert marks == [("2", "raised"), ("1", "lowered"), ("3", ""), ("5", "new")]
    summary = json.loads((out / "summary.json").read_bytes())
    assert summary["changes"] == {"new": 1, "raised": 1, "lowered": 1, "changed": 0, "gone": 1}
    assert "1 new, 1 raised, 1 lowered, 0 changed, 1 gone" in (out / "report.html").read_text(
        encoding="utf-8"
    )


def test_without_ids_records_are_told_by_their_fields(screener: Screener, tmp_path: Path) -> None:
    before = "Item,Origin,x\nhats,Italy,a\n=A1,Italy,a\nhats,Italy,b\nhats,Peru,a\n"
    after = "Item,Origin,x\n=A1,Italy,changed\nhats,Italy,\nhats,Italy,\nhats,Italy,\n"
    out = two(screener, tmp_path, before, after)

    assert [row["change"] for row in rows(out / "results.csv")] == ["", "", "", "new"]
    assert [(row["line_id"], row["change"]) for row in rows(out / "changes.csv")] == [
        ("4", "new"),
        ("4", "gone"),
    ]


def test_an_unchanged_file_changes_nothing(screener: Screener, tmp_path: Path) -> None:
    text = (ROOT / "seeds" / "examples" / "illustrations.csv").read_text(encoding="utf-8-sig")
    out = two(screener, tmp_path, text, text)

    assert rows(out / "changes.csv") == []
    assert {row["change"] for row in rows(out / "results.csv")} == {""}


def test_every_record_of_many_is_found_again(screener: Screener, tmp_path: Path) -> None:
    many = HEADER.replace("PO Line", "line_id") + "".join(
        f"{at},hats,Italy,a\n" for at in range(2_000)
    )
    out = two(screener, tmp_path, many, many, formats=("csv",))

    assert rows(out / "changes.csv") == []


@pytest.mark.parametrize(("chunk", "workers"), [(1, 1), (3, 2)])
def test_chunks_and_workers_change_nothing(
    screener: Screener, tmp_path: Path, chunk: int, workers: int
) -> None:
    whole = two(screener, tmp_path, BEFORE, AFTER)
    other = ran(
        screener, tmp_path / "after.csv", tmp_path / "other", tmp_path / "earlier",
        chunk=chunk, workers=workers,
    )  # fmt: skip

    for name in ("results.csv", "changes.csv", "report.html"):
        assert (other / name).read_bytes() == (whole / name).read_bytes(), name


def test_a_changed_rule_is_the_cause(screener: Screener, tmp_path: Path) -> None:
    pack = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", pack)
    (tmp_path / "o.csv").write_text(BEFORE, encoding="utf-8")
    earlier = ran(screener, tmp_path / "o.csv", tmp_path / "earlier")
    row = rows(earlier / "results.csv")[0]
    policy = pack / "policy.yaml"
    text = policy.read_text(encoding="utf-8")
    policy.write_text(text.replace("T1: 20,", "T1: 1,"), encoding="utf-8")
    other = load(rules=pack, as_of=AS_OF)
    out = ran(other, tmp_path / "o.csv", tmp_path / "out", earlier)

    assert row["tier"] == "T4"
    told = rows(out / "changes.csv")
    assert {one["change"] for one in told} == {"raised"}
    assert {one["cause"] for one in told} == {"policy changed"}


OLD = {
    "scope": {"lists": [{"id": "uflpa", "edition": "1"}, {"id": "sdn", "edition": "7"}]},
    "snapshot": {"engine": "1", "rules": "a", "policy": "a", "lists": "a", "as_of": "2026-01-01"},
}
LISTED = Before("T1", "a", "", same=True)


@pytest.mark.parametrize(
    ("differs", "editions", "before", "after", "cause"),
    [
        ({"lists": "b"}, {"uflpa": "2", "sdn": "7"}, LISTED, After("T3", "a; b", "uflpa:1"),
         "list edition: uflpa 1 became 2"),
        ({"lists": "b"}, {"uflpa": "1"}, LISTED, After("T3", "a; b", "uflpa:1"),
         "list edition: sdn 7 became absent"),
        ({"lists": "b"}, {"uflpa": "1", "sdn": "7"}, LISTED, After("T3", "b", "x"),
         "list edition: entries changed under the same edition"),
        ({"rules": "b"}, {"uflpa": "1", "sdn": "7"}, LISTED, After("T3", "b; c", ""),
         "rule: new b; c, gone a"),
        ({"as_of": "2026-02-02"}, {"uflpa": "1", "sdn": "7"}, LISTED, After("T3", "b", ""),
         "day: 2026-01-01 became 2026-02-02"),
        ({"rules": "b", "lists": "b"}, {"uflpa": "2", "sdn": "7"}, LISTED._replace(same=False),
         After("T3", "b", "uflpa:1"),
         "record: its fields changed; list edition: uflpa 1 became 2; rule: new b, gone a"),
    ],
)  # fmt: skip
def test_the_cause_is_what_differs(
    differs: dict[str, str], editions: dict[str, str], before: Before, after: After, cause: str
) -> None:
    new = {
        "scope": {"lists": [{"id": name, "edition": one} for name, one in editions.items()]},
        "snapshot": OLD["snapshot"] | differs,  # type: ignore[operator]  # a table of texts
    }

    assert mark(before, after, since(OLD, new)) == ("raised", cause)


SAME = Before("T2", "a", "sdn:1; sdn:2", same=True)


@pytest.mark.parametrize(
    ("before", "entries", "moved", "marks"),
    [
        (SAME, "sdn:1; sdn:2", (), ("", "")),
        (SAME, "sdn:1", (), ("changed", "list edition: sdn 7 became 8")),
        (SAME, "sdn:1; sdn:2; sdn:3", (), ("changed", "list edition: sdn 7 became 8")),
        (SAME, "sdn:1; sdn:2", ("sdn:2", "sdn:9"),
         ("changed", "list edition: sdn 7 became 8 (changed or gone: sdn:2)")),
        (SAME, "sdn:1; sdn:2", ("sdn:9",), ("", "")),
        (SAME._replace(same=False), "sdn:1", (), ("", "")),
        (SAME._replace(same=False), "sdn:1", ("sdn:2",),
         ("changed", "list edition: sdn 7 became 8 (changed or gone: sdn:2)")),
        (SAME._replace(tier="T3"), "sdn:1; sdn:2", ("sdn:1",),
         ("lowered", "list edition: sdn 7 became 8 (changed or gone: sdn:1)")),
    ],
)  # fmt: skip
def test_entries_of_a_newer_edition_are_told_whatever_the_tier(
    before: Before, entries: str, moved: tuple[str, ...], marks: tuple[str, str]
) -> None:
    new = {
        "scope": {"lists": [{"id": "uflpa", "edition": "1"}, {"id": "sdn", "edition": "8"}]},
        "snapshot": OLD["snapshot"] | {"lists": "b"},  # type: ignore[operator]  # a table of texts
    }
    differs = since(OLD, new, frozenset(moved))

    assert mark(before, After("T2", "a", entries), differs) == marks
    assert mark(before, After(before.tier, "a", entries), since(OLD, OLD)) == ("", "")


def test_an_entry_that_changed_or_went_marks_its_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCREENER_HOME", str(tmp_path / "home"))
    (tmp_path / "o.csv").write_text(
        "line_id,Supplier,Item\n" + "".join(f"{name},{name},hats\n" for name in NAMES[:4]),
        encoding="utf-8",
    )
    runs: list[Path] = []
    rows_of = {"2026-11-20": FIRMS, "2026-11-21": [
        FIRMS[0], FIRMS[1] + ",other remarks", *FIRMS[3:], "N,Novel Handicraft Works,",
    ]}  # fmt: skip
    for day, firms in rows_of.items():
        header = "id,name,aliases,source"
        table = [row + "," * (header.count(",") - row.count(",")) for row in firms]
        (tmp_path / "acme.csv").write_text("\n".join([header, *table, ""]), encoding="utf-8")
        import_edition(ListOrder(tmp_path / "acme.csv", "acme", day=day))
        since_then = runs[-1] if runs else None
        runs.append(ran(load(as_of=AS_OF), tmp_path / "o.csv", tmp_path / day, since_then))

    told = {row["line_id"]: row for row in rows(runs[1] / "changes.csv")}

    assert {line: row["change"] for line, row in told.items()} == {
        NAMES[1]: "changed", NAMES[2]: "lowered",
    }  # fmt: skip
    assert told[NAMES[1]]["cause"].endswith("(changed or gone: ACME:F1)")
    assert told[NAMES[1]]["cause"].startswith("list edition: acme 2026-11-20-")
    assert told[NAMES[2]]["entries_gone"] == "ACME:F2"
    summary = json.loads((runs[1] / "summary.json").read_bytes())
    assert summary["changes"] == {"new": 0, "raised": 0, "lowered": 1, "changed": 1, "gone": 0}


@pytest.mark.parametrize("harm", ["no summary", "no results", "other columns", "broken summary"])
def test_a_folder_that_is_no_finished_run_is_refused(
    screener: Screener, tmp_path: Path, harm: str
) -> None:
    (tmp_path / "o.csv").write_text(BEFORE, encoding="utf-8")
    earlier = ran(screener, tmp_path / "o.csv", tmp_path / "earlier")
    if harm == "no summary":
        (earlier / "summary.json").unlink()
    elif harm == "no results":
        (earlier / "results.csv").unlink()
    elif harm == "other columns":
        (earlier / "results.csv").write_text("Item,tier\nhats,T0\n", encoding="utf-8")
    else:
        (earlier / "summary.json").write_text("{}", encoding="utf-8")

    with pytest.raises(InputError, match=r"finished run|no results\.csv of a run|no summary"):
        Previous(earlier, Dictionary(screener.fields))
