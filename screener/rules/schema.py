"""The rule language as values: what a checked rule file becomes (rules.md, 3.3)."""

from enum import IntEnum
from typing import Literal

import msgspec

Grade = Literal["single-anonymous", "single-outlet", "official-record"]
Status = Literal["draft", "shadow", "active", "deprecated", "retired"]
COUNTED: frozenset[Status] = frozenset({"active", "deprecated"})
"""The statuses in which a rule counts; a shadow rule's outcome is stored only."""
Form = Literal["reported", "listed", "inferred", "stated"]
SoughtRole = Literal[
    "party",
    "site",
    "payment",
    "transport",
    "mention",
    "disclosed",
    "outbound",
    "unstated",
    "alleged",
    "passing",
]
Relation = Literal["is same as", "differs from", "is below", "is above"]


class Truth(IntEnum):
    """Three values, ordered so that `all` is the minimum and `any` the maximum."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


class At(msgspec.Struct, frozen=True):
    """Where something stands in a rule file; lines and columns count from 1."""

    path: str
    line: int
    column: int


class All(msgspec.Struct, frozen=True, tag=True):
    """True if every part is true."""

    parts: tuple["Condition", ...]


class AnyOf(msgspec.Struct, frozen=True, tag=True):
    """True if one part is true."""

    parts: tuple["Condition", ...]


class AtLeast(msgspec.Struct, frozen=True, tag=True):
    """True if ``count`` of the parts are true."""

    count: int
    parts: tuple["Condition", ...]


class Test(msgspec.Struct, frozen=True, tag=True):
    """One test of one column; ``values`` are the literals as written, checked by type.

    ``options`` are the further keys written beside the test, by name: ``similarity`` and
    ``needs_same_place`` of ``on_list``, ``edition`` of ``under`` and ``not_under``.
    """

    column: str
    test: str
    values: tuple[str, ...]
    options: tuple[tuple[str, str], ...] = ()


SAME_TEXT = "reads exactly"
"""The test of a mute; its name is none that a file can write."""

UNASKED = frozenset({"party", "goods"})
"""The legs of listings that count where none are asked for: the country of goods is no name."""


class Finds(msgspec.Struct, frozen=True, tag=True):
    """Asks whether watchlist entries were found in given columns and roles.

    ``columns`` None: every column that carries or may carry the entries' kind.
    ``roles`` None: every role except mention. ``within``: the place or any inside it.
    ``under``: any entry of the lists under these provisions, which are ``lists``; ``goods``,
    ``time`` and ``seated_in`` (countries) then choose among their hits by what
    ``model.hit.Listing`` says of them, empty means whatever it says.
    """

    any_of: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    columns: tuple[str, ...] | None = None
    roles: tuple[str, ...] | None = None
    similarity: float | None = None
    under: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    seated_in: tuple[str, ...] = ()
    legs: tuple[str, ...] = ()


class Use(msgspec.Struct, frozen=True, tag=True):
    """A named condition."""

    condition: str


class Compare(msgspec.Struct, frozen=True, tag=True):
    """Two columns compared; ``factor`` multiplies the right one."""

    left: str
    relation: Relation
    factor: str
    right: str


class Fired(msgspec.Struct, frozen=True, tag=True):
    """True if another rule fired."""

    rule: str


Condition = All | AnyOf | AtLeast | Test | Finds | Use | Compare | Fired


class Extra(msgspec.Struct, frozen=True, kw_only=True):
    """Points added if a further condition is true; unknown adds nothing."""

    condition: Condition
    points: int
    claims: tuple[str, ...] = ()


class Exemption(msgspec.Struct, frozen=True, kw_only=True):
    """An approved, dated exception of a context rule; still reported."""

    reason: str
    when: Condition
    approved_by: str
    expires: str


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """An inline test: a row and what the rule must answer."""

    name: str
    row: dict[str, str]
    expect: str
    points: int | None = None
    at: At


class NamedCondition(msgspec.Struct, frozen=True, kw_only=True):
    """A condition with a name, a meaning and its own tests."""

    name: str
    version: int
    meaning: str
    condition: Condition
    tests: tuple[Example, ...]
    mutation_ok: tuple[str, ...] = ()
    at: At


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One checked rule.

    ``mutation_ok`` names mutations that no test need catch; the file gives the reason.
    """

    id: str
    version: int
    title: str
    family: str
    status: Status
    owner: str
    introduced: str
    review_by: str
    why: str
    basis: tuple[str, ...]
    claims: tuple[str, ...]
    form: Form
    asserts: tuple[str, ...]
    never_say: tuple[str, ...]
    when: Condition
    unless: Condition | None
    group: str
    points: int
    cap: int | None
    more: tuple[Extra, ...]
    raises_to: str | None
    says: str
    asks: tuple[str, ...]
    exemptions: tuple[Exemption, ...]
    tests: tuple[Example, ...]
    reviewed_by: str | None = None
    related: tuple[tuple[str, str], ...] = ()
    until: str | None = None
    replaced_by: str | None = None
    mutation_ok: tuple[str, ...] = ()
    at: At


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Rules that tend to be true together."""

    id: str
    note: str


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """What a compliance lead decides: thresholds, shares, caps, budget."""

    base_rate: str
    tiers: dict[str, int]
    without_floor: str
    families_for_context_t3: int
    within_group: tuple[int, ...]
    groups: dict[str, Group]
    grade_caps: dict[str, int]
    review_budget: float


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """Points that a company gives a rule until the end of a day; None leaves them as written."""

    rule: str
    points: int | None
    cap: int | None
    reason: str
    owner: str
    expires: str


class Mute(msgspec.Struct, frozen=True, kw_only=True):
    """A rule whose hits a company does not count until the end of a day; they stay visible.

    ``row`` gives by column the texts that a record must hold, all of them; empty: every record.
    With a ``version`` it ends as well when the rule has another.
    """

    rule: str
    row: dict[str, str]
    reason: str
    owner: str
    expires: str
    version: int | None = None


class Overlay(msgspec.Struct, frozen=True, kw_only=True):
    """What a company changes in the pack that it extends, in an order of its own."""

    extends: str
    settings: tuple[Setting, ...]
    mutes: tuple[Mute, ...]


class RuleHashes(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule means, is worth and says, each as one hash (rules.md, 3.6).

    Comments and layout never count; entries and named conditions count with their content.
    """

    logic: str
    score: str
    wording: str


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """A checked rule pack; ``overlay`` is what a company changes in it, if one does.

    ``listed_goods`` are the pairs of country and goods on the lists under each provision.
    """

    name: str
    version: str
    rules: tuple[Rule, ...]
    conditions: dict[str, NamedCondition]
    policy: Policy
    wording: dict[str, str]
    rules_hash: str
    policy_hash: str
    hashes: dict[str, RuleHashes] = {}
    overlay: Overlay | None = None
    listed_goods: dict[str, tuple[tuple[str, str], ...]] = {}
