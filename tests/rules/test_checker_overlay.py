"""Tests of screener.rules.checker_overlay: what a company may change, and where it is told."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.content.diagnostics import Diagnostic
from screener.rules.lint import lint
from screener.rules.pack_files import Extension
from screener.rules.reader import Reading, read_texts
from screener.rules.schema import Mute, Pack, Setting
from tests.docs import rule_codes
from tests.rules.checked_world import AS_OF, EDITION, FIELDS, REGISTER, pack_texts

HEAD = "extends: small ^1.0\n"
OWNED = "reason: looked at, owner: trade-compliance, expires: 2026-12-31"
SET = f"{{rule: route.third-country-finishing, points: 10, {OWNED}}}"
MUTE = f"""
  - rule: dprk.border-handwork
    row: {{supplier_name: Yanji Morning Yarn, product_description: acrylic blanket}}
    {OWNED.replace(", ", chr(10) + "    ")}
"""
NOTED = "mutes:\n  - {rule: dprk.border-handwork, row: {notes: x}, OWNED}"
OWN_RULE = (
    (rule_codes.FOLDER / "sample.yaml")
    .read_text(encoding="utf-8")
    .replace("rule: dprk.sample", "rule: own.sample")
)


def read(overlay: str, **own: str) -> Reading:
    texts = (("overlay.yaml", HEAD + overlay), *own.items())
    extension = Extension("acme", texts)
    return read_texts("pack", pack_texts(), FIELDS, REGISTER, (EDITION,), extension)


def pack_of(reading: Reading) -> Pack:
    found = reading.world.diagnostics.found
    assert reading.pack is not None, [one.render() for one in found]
    return reading.pack


def said(reading: Reading) -> list[Diagnostic]:
    """Return what is said about the files of the company."""
    return [one for one in reading.world.diagnostics.found if one.path.startswith("acme/")]


def places(reading: Reading) -> list[tuple[str, str, int, int]]:
    return [(one.code, one.path, one.line, one.column) for one in said(reading)]


def test_an_overlay_is_read_with_its_owner_and_its_end() -> None:
    pack = pack_of(read(f"set: [{SET}]\nmutes:{MUTE}"))

    assert pack.overlay is not None
    assert pack.overlay.settings == (
        Setting(
            rule="route.third-country-finishing",
            points=10,
            cap=None,
            reason="looked at",
            owner="trade-compliance",
            expires="2026-12-31",
        ),
    )
    assert pack.overlay.mutes == (
        Mute(
            rule="dprk.border-handwork",
            row={"product_description": "acrylic blanket", "supplier_name": "Yanji Morning Yarn"},
            reason="looked at",
            owner="trade-compliance",
            expires="2026-12-31",
        ),
    )


def test_the_pack_of_a_company_has_another_name_and_hash() -> None:
    plain = read_texts("pack", pack_texts(), FIELDS, REGISTER, (EDITION,)).pack
    changed = pack_of(read(f"set: [{SET}]", **{"pack.yaml": "name: acme\nversion: 2.0.1\n"}))

    assert plain is not None
    assert (changed.name, changed.version) == ("small+acme", "1.0.0+2.0.1")
    assert changed.rules_hash != plain.rules_hash
    assert changed.hashes == plain.hashes


def test_every_change_of_an_overlay_changes_the_hash() -> None:
    texts = [f"set: [{SET}]", f"set: [{SET.replace('10', '11')}]", f"mutes:{MUTE}", ""]

    hashes = {pack_of(read(text)).rules_hash for text in texts}

    assert len(hashes) == len(texts)


def test_the_order_of_files_and_items_never_matters() -> None:
    items = [
        f"\n  - {{rule: dprk.border-handwork, row: {{supplier_name: {name}}}, {OWNED}}}"
        for name in ("Tumen Yarn", "Yanji Yarn", "Dandong Yarn")
    ]
    own = {"own/sample.yaml": OWN_RULE, "conditions/own.yaml": CONDITION}

    packs = [
        pack_of(read("mutes:" + "".join(order), **dict(files)))
        for order in permutations(items)
        for files in permutations(own.items())
    ]

    assert all(pack == packs[0] for pack in packs)


RULE_IDS = ("dprk.border-handwork", "route.third-country-finishing")
WORDS = st.sampled_from(["Tumen Yarn", "Yanji Yarn"])


@st.composite
def overlays(draw: st.DrawFn) -> tuple[str, str]:
    """Return an overlay and the same in another order of keys and items."""

    def item(rule: str, more: str = "") -> str:
        owner = draw(st.sampled_from(["a", "b"]))
        return f"{{rule: {rule}, {more}reason: looked at, owner: {owner}, expires: 2026-12-31}}"

    rules = draw(st.lists(st.sampled_from(RULE_IDS), unique=True))
    names = draw(st.lists(WORDS, max_size=6))
    items = {
        "set": [item(rule, f"points: {draw(st.integers(0, 30))}, ") for rule in rules],
        "disable": [item(rule) for rule in draw(st.permutations(rules))],
        "mutes": [item(RULE_IDS[0], f"row: {{supplier_name: {name}}}, ") for name in names],
    }
    turned = {key: draw(st.permutations(items[key])) for key in draw(st.permutations([*items]))}
    return _overlay(items), _overlay(turned)


def _overlay(items: dict[str, list[str]]) -> str:
    return "".join(f"{key}: [{', '.join(listed)}]\n" for key, listed in items.items())


@given(overlays(), st.permutations(["own/sample.yaml", "conditions/own.yaml"]))
@settings(max_examples=40)
def test_load_order_never_matters(written: tuple[str, str], files: list[str]) -> None:
    texts = {"own/sample.yaml": OWN_RULE, "conditions/own.yaml": CONDITION}
    one, other = written

    assert pack_of(read(one, **texts)) == pack_of(read(other, **{f: texts[f] for f in files}))


CONDITION = """condition: own
version: 1
meaning: Origin is China
country_of_origin: {is: CN}
tests:
  - {name: China, row: {country_of_origin: CN}, expect: true}
  - {name: Vietnam, row: {country_of_origin: VN}, expect: false}
"""


def test_a_company_adds_rules_and_conditions_of_its_own() -> None:
    rule = OWN_RULE.replace("- country_of_origin: {is: CN}", "- use: own")
    own = {"own/sample.yaml": rule, "conditions/own.yaml": CONDITION}

    pack = pack_of(read("", **own))

    assert "own.sample" in {rule.id for rule in pack.rules}
    assert "own" in pack.conditions


def test_an_unknown_target_comes_with_the_nearest_rule() -> None:
    reading = read(f"disable:\n  - {{rule: dprk.border-handwrok, {OWNED}}}")

    (found,) = said(reading)
    assert 'did you mean "dprk.border-handwork"?' in (found.help or "")


def test_a_rule_that_a_gate_asks_about_is_not_silenced() -> None:
    gate = OWN_RULE.replace("rule: own.sample", "rule: own.gate").replace(
        "- country_of_origin: {is: CN}",
        "- fired: route.third-country-finishing\n    - country_of_origin: {is: CN}",
    )
    raised = gate.replace("raises_to: T2", "raises_to: T3")
    assert raised != gate != OWN_RULE

    reading = read(
        f"disable:\n  - {{rule: route.third-country-finishing, {OWNED}}}",
        **{"own/gate.yaml": raised},
    )

    assert ("R075", "acme/overlay.yaml", 3, 12) in places(reading)


@pytest.mark.parametrize("path", ["origin/dprk-declared.yaml", "conditions/machine-made.yaml"])
def test_a_company_file_never_takes_the_place_of_one_of_the_pack(path: str) -> None:
    text = dict(pack_texts())[path]

    reading = read("", **{path: text})

    assert places(reading) == [("R008", f"acme/{path}", 1, 1)]


@pytest.mark.parametrize("path", ["policy.yaml", "wording.yaml", "fields.yaml"])
def test_an_overlay_does_not_replace_policy_wording_or_columns(path: str) -> None:
    reading = read("", **{path: "anything: {}\n"})

    assert places(reading) == [("R001", f"acme/{path}", 1, 1)]


def test_what_has_ended_is_a_warning() -> None:
    reading = read(f"set: [{SET.replace('2026-12-31', '2026-05-31')}]")
    lint(reading, AS_OF, {})

    assert [(one.code, one.severity, one.line) for one in said(reading)] == [("R071", "warning", 2)]


def test_a_mute_of_another_version_of_the_rule_is_a_warning() -> None:
    reading = read(
        "mutes:\n  - {rule: dprk.border-handwork, row: {notes: x}, version: 3, "
        f"reopens_if: [rule logic changes], {OWNED}}}"
    )

    assert places(reading) == [("R071", "acme/overlay.yaml", 3, 60)]
    assert pack_of(reading).overlay is not None


@pytest.mark.parametrize("code", ["R072", "R075"])
def test_the_pages_of_overlay_codes_are_true(code: str) -> None:
    page = rule_codes.page(code)

    def codes(heading: str) -> list[str]:
        example = page.example(heading).replace("# overlay.yaml\n", "")
        texts = (("overlay.yaml", example),)
        sample = (rule_codes.FOLDER / "sample.yaml").read_text(encoding="utf-8")
        reading = read_texts(
            "pack",
            pack_texts(**{rule_codes.SAMPLE: sample}),
            FIELDS,
            REGISTER,
            (EDITION,),
            Extension("acme", texts),
        )
        return [one.code for one in said(reading)]

    assert (codes("Bad"), codes("Good")) == ([code], [])
