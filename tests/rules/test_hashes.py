"""Tests of screener.rules.hashes: what changes a hash, and what does not."""

import pytest

from screener.rules.reader import read_texts
from screener.rules.schema import Pack, RuleHashes
from tests.rules.checked_world import (
    EDITION,
    FIELDS,
    PACK,
    REGISTER,
    checked,
    claim,
    pack_texts,
)

ID = "dprk.border-handwork"
PATH = "dprk/border-handwork.yaml"
TEXT = (PACK / PATH).read_text(encoding="utf-8")


def pack_of(**changed: str) -> Pack:
    pack, found = checked(**changed)
    assert pack is not None, [problem.render() for problem in found]
    return pack


def changed_parts(new: RuleHashes) -> list[str]:
    old = pack_of().hashes[ID]
    return [
        part for part in ("logic", "score", "wording") if getattr(old, part) != getattr(new, part)
    ]


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("why: >", "why: > # because", []),
        ("status: active", "\nstatus:   active", []),
        ("basis: [advisory-2018]\nclaims", "basis:\n  - advisory-2018\nclaims", []),
        ("any_of: [S-HANDWORK]", "any_of: [S-HANDWORK, S-PROC]", ["logic"]),
        ("- use: machine-made", "- use: origin-cn-or-blank", ["logic"]),
        ("expires: 2026-12-31", "expires: 2027-12-31", ["logic"]),
        ("  points: 25\n  cap", "  points: 24\n  cap", ["score"]),
        ("raises_to: T2", "raises_to: T1", ["score"]),
        ("below: 1 CNY per piece}}", "below: 2 CNY per piece}}", ["logic", "score"]),
        ("Nothing in this line", "Nothing in this row", ["wording"]),
        ("title: Hand-worked", "title: Hand worked", ["wording"]),
        ("claims: [B-02, B-06]", "claims: [B-02]", ["wording"]),
    ],
)
def test_hash_changes_with_the_meaning_it_stands_for(old: str, new: str, parts: list[str]) -> None:
    assert old in TEXT
    text = TEXT.replace(old, new).replace("    points: 55\n", "    points: 50\n")

    assert changed_parts(pack_of(**{PATH: text}).hashes[ID]) == parts


def test_changed_condition_changes_the_logic_of_rules_that_use_it() -> None:
    path = "conditions/machine-made.yaml"
    text = (PACK / path).read_text(encoding="utf-8")

    new = pack_of(**{path: text.replace("in: [product_description, notes]", "in: [notes]")})

    assert changed_parts(new.hashes[ID]) == ["logic"]
    assert new.hashes["origin.dprk-declared"] == pack_of().hashes["origin.dprk-declared"]


def test_order_of_files_and_keys_does_not_change_the_pack_hash() -> None:
    pack = read_texts("pack", pack_texts()[::-1], FIELDS, REGISTER, (EDITION,)).pack

    assert pack is not None
    assert pack.rules_hash == pack_of().rules_hash


def test_changed_claim_changes_the_pack_hash() -> None:
    claims = {**REGISTER.claims, "A-19": claim("A-19", "official-record")}
    register = REGISTER._replace(claims=claims)

    pack = read_texts("pack", pack_texts(), FIELDS, register, (EDITION,)).pack

    assert pack is not None
    assert pack.rules_hash != pack_of().rules_hash


def test_policy_hash_changes_with_the_policy_and_only_with_it() -> None:
    policy = (PACK / "policy.yaml").read_text(encoding="utf-8")

    new = pack_of(**{"policy.yaml": policy.replace("T1: 20", "T1: 21")})

    assert new.policy_hash != pack_of().policy_hash
    assert new.rules_hash == pack_of().rules_hash
