"""Tests of screener.rules.reader."""

from pathlib import Path

import pytest

from screener.content.files import yaml_files
from screener.errors import RuleError
from screener.rules.checker_evidence import most_points
from screener.rules.pack_files import PackTexts
from screener.rules.reader import read_pack
from screener.rules.schema import All, AnyOf, Compare, Finds, Pack, Rule, Use
from screener.rules.schema import Test as ColumnTest
from tests.rules.checked_world import EDITION, FIELDS, PACK, REGISTER, checked, pack_texts


def of_folder(folder: Path) -> Pack:
    texts = PackTexts(str(folder), yaml_files(folder, error=RuleError))
    return read_pack(texts, FIELDS, REGISTER, (EDITION,))


def small_pack() -> dict[str, Rule]:
    pack = of_folder(PACK)
    return {rule.id: rule for rule in pack.rules}


def test_examples_of_the_language_load_without_an_error() -> None:
    assert list(small_pack()) == [
        "dprk.border-handwork",
        "dprk.military-mask-arm",
        "listed.cbp-dprk-maker",
        "location.dprk-loading-or-address",
        "origin.dprk-declared",
        "route.third-country-finishing",
    ]


def test_rule_is_read_as_written() -> None:
    rule = small_pack()["dprk.border-handwork"]

    assert rule.when == All(
        (
            Finds(any_of=("G-DOLL", "G-LOOFAH", "G-BLANKET"), columns=("product_description",)),
            Finds(any_of=("S-HANDWORK",)),
            Finds(any_of=("P-DANDONG", "P-LNJL")),
            Use("origin-cn-or-blank"),
        )
    )
    assert rule.unless == AnyOf((Use("machine-made"),))
    assert [extra.points for extra in rule.more] == [10, 10, 15, 5]
    assert rule.more[2].condition == ColumnTest(
        "stated_processing_fee", "below", ("1 CNY per piece",)
    )
    assert (rule.group, rule.points, rule.cap, rule.raises_to) == (
        "place-and-product",
        25,
        55,
        "T2",
    )
    assert rule.says.startswith("{product} described as hand-worked, from {place}, is a kind")
    assert rule.exemptions[0].expires == "2026-12-31"


def test_rest_of_the_grammar_is_read_as_written() -> None:
    rules = small_pack()

    listed = rules["listed.cbp-dprk-maker"].when
    assert isinstance(listed, AnyOf)
    assert listed.parts[0] == ColumnTest("supplier_name", "on_list", ("L-CBP-H317249",))
    assert rules["location.dprk-loading-or-address"].when == Finds(
        within=("P-KP",), columns=("port_of_lading", "supplier_address", "manufacturer_address")
    )
    assert rules["route.third-country-finishing"].more[2].condition == Compare(
        "unit_price", "is below", "0.5", "peer_median_price"
    )


def test_tests_follow_what_they_are_like() -> None:
    tests = {test.name: test for test in small_pack()["dprk.border-handwork"].tests}

    changed = tests["a unit price is not a fee"]
    assert changed.row["unit_price"] == "0.80 CNY per piece"
    assert changed.row["product_description"] == "hand crocheted dish scrubber, acrylic"
    assert "stated_processing_fee" not in changed.row
    assert changed.points == 45


def test_place_of_rule_and_test_is_kept() -> None:
    rule = small_pack()["origin.dprk-declared"]

    assert rule.at.path == f"{PACK}/origin/dprk-declared.yaml"
    lines = (PACK / "origin/dprk-declared.yaml").read_text(encoding="utf-8").splitlines()
    assert rule.at.line == 1
    assert rule.tests[1].name in lines[rule.tests[1].at.line - 1]


def test_conditions_policy_and_wording_come_along() -> None:
    pack, _ = checked()

    assert pack is not None
    assert list(pack.conditions) == ["machine-made", "origin-cn-or-blank"]
    assert pack.conditions["machine-made"].tests[0].expect == "true"
    assert pack.policy.tiers == {"T1": 20, "T2": 57, "T3": 101}
    assert pack.policy.review_budget == 0.005
    assert pack.wording["mentioned-only"] == "The name occurs only as a mention"


def test_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no rule files"):
        of_folder(tmp_path)


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder"):
        of_folder(tmp_path / "none")


def test_unreadable_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "dprk").mkdir()
    (tmp_path / "dprk" / "sample.yaml").write_bytes(b"rule: \xff")

    with pytest.raises(RuleError, match=r"sample\.yaml:1: not in UTF-8"):
        of_folder(tmp_path)


def test_wrong_pack_raises_every_diagnostic(tmp_path: Path) -> None:
    for path, text in pack_texts(**{"policy.yaml": None}):
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("owner:", "onwer:"), encoding="utf-8")

    with pytest.raises(RuleError) as raised:
        of_folder(tmp_path)

    message = str(raised.value)
    assert message.count("error[R001]") == 6
    assert "no policy.yaml in the pack" in message


@pytest.mark.parametrize("name", ["pack.yaml", "policy.yaml", "wording.yaml"])
def test_pack_without_one_of_its_small_files_is_refused(name: str) -> None:
    pack, found = checked(**{name: None})

    assert pack is None
    assert ("R002", f"pack/{name}") in [(problem.code, problem.path) for problem in found]


def test_lists_and_seeds_of_a_company_pack_are_left_to_their_readers() -> None:
    pack, _ = checked(**{"watchlists/own/entries.yaml": "entries: [", "seeds/x.yaml": "{"})

    assert pack is not None


def test_pack_that_could_give_too_many_points_is_refused() -> None:
    text = (PACK / "origin/dprk-declared.yaml").read_text(encoding="utf-8")
    changed = {
        f"many/rule{number}.yaml": text.replace("origin.dprk-declared", f"many.rule{number}")
        .replace("group: dprk-stated, points: 70", f"group: group{number}, points: 400")
        .replace("points: 70", "points: 400")
        for number in range(5)
    }
    policy = (PACK / "policy.yaml").read_text(encoding="utf-8")
    groups = "".join(f"  group{number}: {{}}\n" for number in range(5))
    changed["policy.yaml"] = policy.replace("groups:\n", f"groups:\n{groups}")

    pack, found = checked(**changed)

    assert pack is None
    assert [problem.code for problem in found if problem.severity == "error"] == ["R066"]


def test_most_points_of_a_rule_stop_at_its_cap() -> None:
    rules = small_pack()

    assert most_points(rules["dprk.border-handwork"]) == 55
    assert most_points(rules["origin.dprk-declared"]) == 70


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_rule_that_counts_nowhere_may_lack_tests_and_claims(status: str) -> None:
    text = (PACK / "listed/cbp-dprk-maker.yaml").read_text(encoding="utf-8")
    head, _, _ = text.partition("tests:")
    shortened = head.replace("status: active", f"status: {status}") + "tests: []\n"

    _, found = checked(**{"listed/cbp-dprk-maker.yaml": shortened})

    assert [problem.code for problem in found if "cbp" in problem.path] == ["R022"]
