"""What must hold of the legal basis and of the closed list of assertions."""

import re
from pathlib import Path

import pytest

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import compose
from screener.model.source import Provision
from screener.rules.wording import read_wording
from screener.sources.register import read_register

ROOT = Path(__file__).parents[2]
REGISTER = read_register(ROOT / "seeds", ROOT / "rules")
PROVISIONS = tuple(REGISTER.provisions.values())
assert PROVISIONS, "no provision was read"

HOOKS = (
    "dprk-origin-bar", "dprk-labour-presumption", "forced-labour-import-bar", "wro-procedure",
    "uflpa", "unsc-2371", "unsc-2375", "unsc-2397", "eu-2024-3015", "eu-2017-1509", "canada-9897",
    "mexico-stps-2023", "advisory-2018", "ilo-indicators", "oecd-garment-guidance", "origin-marking",
)  # fmt: skip
KINDS = (
    "made-in-dprk", "loaded-or-addressed-in-dprk", "dprk-nationals-work-there", "prison-site",
    "forced-labour-stated", "labour-transfer-stated", "reportedly-operated-by", "listed-by", "resembles-listed-name", "profile-warrants-questions",
    "mentioned-only", "data-conflict",
)  # fmt: skip
VERDICT = re.compile(r"violat|breach|broken?\b|illegal|unlawful|guilty|evade|crime", re.IGNORECASE)
LAW = {"us-law", "eu-law", "ca-law", "mx-law", "un-security-council"}
TEXTILES = {f"{chapter}" for chapter in range(50, 64)}


def _wording() -> dict[str, tuple[str, tuple[str, ...]]]:
    diagnostics = Diagnostics()
    text = (ROOT / "rules" / "wording.yaml").read_text(encoding="utf-8")
    node = compose(text, "wording.yaml", diagnostics)
    assert node is not None
    kinds = read_wording(node, diagnostics)
    assert diagnostics.errors == ()
    return {name: (kind.means, kind.betrayed_by) for name, kind in kinds.items()}


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_is_there(hook: str) -> None:
    assert hook in REGISTER.provisions


@pytest.mark.parametrize("provision", PROVISIONS, ids=lambda one: one.id)
def test_provision_says_what_it_does_what_engages_it_and_what_to_print(
    provision: Provision,
) -> None:
    assert provision.effect
    assert provision.engaged_by
    assert provision.print_as


@pytest.mark.parametrize("provision", PROVISIONS, ids=lambda one: one.id)
def test_no_provision_says_that_a_law_was_broken(provision: Provision) -> None:
    shown = (provision.effect, provision.engaged_by, provision.print_as, provision.note)

    assert VERDICT.findall(" ".join(shown)) == []


@pytest.mark.parametrize("provision", PROVISIONS, ids=lambda one: one.id)
def test_chapters_are_two_digits_in_rising_order(provision: Provision) -> None:
    assert all(re.fullmatch(r"[0-9]{2}", chapter) for chapter in provision.only_chapters)
    assert list(provision.only_chapters) == sorted(set(provision.only_chapters))


def test_the_ban_on_textiles_is_of_textiles_and_says_may() -> None:
    ban = REGISTER.provisions["unsc-2375"]

    assert set(ban.only_chapters) == TEXTILES
    assert not {one[:2] for one in ban.on_the_border} & TEXTILES
    assert "may apply" in ban.print_as


@pytest.mark.parametrize(
    "hook", ["dprk-origin-bar", "dprk-labour-presumption", "forced-labour-import-bar"]
)
def test_the_bars_of_the_united_states_know_no_kind_of_goods(hook: str) -> None:
    provision = REGISTER.provisions[hook]

    assert provision.jurisdiction == "US"
    assert provision.only_chapters == ()
    assert not provision.to_be_checked


def test_workers_and_goods_of_resolution_2397_are_apart() -> None:
    workers, goods = REGISTER.provisions["unsc-2397"], REGISTER.provisions["unsc-2397-goods"]

    assert workers.only_chapters == ()
    assert "22 December 2019" in workers.effect
    assert not set(goods.only_chapters) & TEXTILES


def test_the_prohibition_of_the_union_is_not_yet_applied() -> None:
    assert REGISTER.provisions["eu-2024-3015"].applies_from == "2027-12-14"


def test_laws_make_no_claims() -> None:
    laws = [source for source in REGISTER.sources if source.outlet in LAW]

    assert {source.outlet for source in laws} == LAW
    assert [source.id for source in laws if source.claims] == []


def test_the_list_of_assertions_is_closed_and_in_order() -> None:
    assert tuple(_wording()) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_kind_has_a_meaning_and_words_that_betray_it(kind: str) -> None:
    means, betrayed_by = _wording()[kind]

    assert means
    assert betrayed_by


def test_no_words_betray_two_kinds() -> None:
    phrases = [
        phrase.casefold() for _, betrayed_by in _wording().values() for phrase in betrayed_by
    ]

    assert sorted(phrases) == sorted(set(phrases))
