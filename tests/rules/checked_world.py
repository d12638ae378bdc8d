"""A small world for the checker: lists, claims, provisions, and the pack in ``pack/``."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from screener.content.diagnostics import Diagnostic
from screener.index.names import NameIndex
from screener.match.catalogue import Catalogue
from screener.match.columns import match_columns
from screener.match.matcher import Matcher, names_of
from screener.model.columns import columns_of
from screener.model.field import Field
from screener.model.listing import Alias, Edition, Entry, Kind
from screener.model.source import Claim, Grade, Provision
from screener.rules.evaluate import Evaluator
from screener.rules.fields import read_fields, with_derived
from screener.rules.lint import lint
from screener.rules.near_misses import check_near_misses
from screener.rules.reader import read_texts
from screener.rules.row import Row
from screener.rules.schema import Pack
from screener.rules.silences import Silenced, apart

HERE = Path(__file__).parent
PACK = HERE / "pack"
AS_OF = date(2026, 6, 1)
"""The day by which the small pack is judged."""

REVIEW_DAYS = {"S9": "2026-05-20"}
"""The days by which sources are to be read again; this one is past."""


class Register(NamedTuple):
    """An evidence register of a few claims and provisions."""

    claims: dict[str, Claim]
    provisions: dict[str, Provision]


def claim(name: str, grade: Grade, *supports: str) -> Claim:
    return Claim(
        id=name,
        source="S1",
        paragraph="1",
        paraphrase="Something is reported.",
        sourcing="anon",
        grade=grade,
        confidence="M",
        supports=supports,
    )


def provision(name: str) -> Provision:
    return Provision(
        id=name,
        provision="A statute",
        effect="Bars something",
        jurisdiction="US",
        applies_from=None,
        print_as="A statute",
        source="S30",
    )


def entry(name: str, kind: Kind, *aliases: str, **further: object) -> Entry:
    return Entry(
        id=name,
        list="test",
        kind=kind,
        name=aliases[0] if aliases else name,
        aliases=tuple(Alias(text=alias, script="latn") for alias in aliases),
        **further,  # type: ignore[arg-type]
    )


CLAIMS = {
    one.id: one
    for one in (
        claim("A-09", "single-anonymous", "reportedly-operated-by"),
        claim("A-10", "single-anonymous", "reportedly-operated-by"),
        claim("A-11", "single-anonymous", "reportedly-operated-by"),
        claim("A-19", "single-outlet"),
        claim("B-02", "single-anonymous", "profile-warrants-questions"),
        claim("B-06", "single-anonymous", "profile-warrants-questions"),
        claim("B-07", "single-anonymous", "profile-warrants-questions"),
        claim("B-17", "single-anonymous", "profile-warrants-questions"),
        claim("CTX-ROUTE-01", "single-outlet", "profile-warrants-questions"),
        replace(claim("CTX-LASH-01", "single-outlet", "profile-warrants-questions"), source="S9"),
        claim("ADV-PRC", "official-record", "profile-warrants-questions"),
        claim("CBP-H317249", "official-record", "resembles-listed-name", "listed-by"),
    )
}
PROVISIONS = {
    name: provision(name)
    for name in ("advisory-2018", "dprk-origin-bar", "dprk-labour-presumption")
}
REGISTER = Register(CLAIMS, PROVISIONS)

ENTRIES = (
    entry("G-DOLL", Kind.GOODS, "knitted doll"),
    entry("G-LOOFAH", Kind.GOODS, "loofah"),
    entry("G-BLANKET", Kind.GOODS, "blanket"),
    entry("G-MASK", Kind.GOODS, "face mask"),
    entry("G-LASH", Kind.GOODS, "false eyelashes"),
    entry("G-WIG", Kind.GOODS, "wig"),
    entry("S-HANDWORK", Kind.TERM, "hand knitted"),
    entry("S-MACHINE", Kind.TERM, "machine knit"),
    entry("S-PROC", Kind.TERM, "toll processing"),
    entry("P-KP", Kind.PLACE, "North Korea", country="KP"),
    entry("P-NPYONGAN", Kind.PLACE, "North Pyongan", country="KP", within="P-KP"),
    entry("P-SINUIJU", Kind.PLACE, "Sinuiju", country="KP", within="P-NPYONGAN"),
    entry("P-LNJL", Kind.PLACE, "Liaoning", country="CN"),
    entry("P-DANDONG", Kind.PLACE, "Dandong", country="CN", within="P-LNJL"),
    entry("P-BORDER", Kind.PLACE, "Hunchun", country="CN"),
    entry("E-8CORPS", Kind.PARTY, "8th Corps", country="KP", supports=("reportedly-operated-by",)),
    entry(
        "E-GPB",
        Kind.PARTY,
        "General Political Bureau",
        country="KP",
        supports=("reportedly-operated-by",),
    ),
    entry(
        "E-SINTEX",
        Kind.FACILITY,
        "Sinuiju textile factory",
        country="KP",
        roles=("displaced",),
        supports=("loaded-or-addressed-in-dprk",),
        assertion_limits=("only: manufacturer located in the DPRK",),
    ),
    entry(
        "L-CBP-H317249",
        Kind.LISTING,
        "Dandong Huayang",
        country="CN",
        supports=("resembles-listed-name",),
    ),
)
EDITION = Edition(
    id="test",
    title="Test list",
    publisher="Nobody",
    edition="1",
    edition_date="2026-05-04",
    coverage="A few entries",
    licence="none",
    checksum="0",
    entries=ENTRIES,
)
FIELDS: dict[str, Field] = read_fields(HERE.parents[1] / "rules")


def pack_texts(**changed: str | None) -> tuple[tuple[str, str], ...]:
    """Return the files of the small pack; a changed text of None leaves its file out."""
    texts: dict[str, str | None] = {
        path.relative_to(PACK).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(PACK.rglob("*.yaml"))
    }
    texts.update(changed)
    return tuple((path, text) for path, text in sorted(texts.items()) if text is not None)


def checked(**changed: str | None) -> tuple[Pack | None, tuple[Diagnostic, ...]]:
    """Return the small pack with changed files, and what the checker found."""
    reading = read_texts("pack", pack_texts(**changed), FIELDS, REGISTER, (EDITION,))
    return reading.pack, reading.world.diagnostics.found


def linted(
    **changed: str | None,
) -> tuple[tuple[Diagnostic, ...], tuple[Silenced, ...]]:
    """Return what lint finds in the small pack with changed files, and what they silence."""
    as_of = AS_OF
    reading = read_texts("pack", pack_texts(**changed), FIELDS, REGISTER, (EDITION,))
    lint(reading, as_of, REVIEW_DAYS)
    if reading.pack is not None:
        catalogue, matcher = _matching()
        evaluator = Evaluator(
            reading.pack,
            FIELDS,
            catalogue.ancestors,
            {entry.id: str(entry.kind) for entry in ENTRIES},
            grades={one.id: one.grade for one in CLAIMS.values()},
        )
        check_near_misses(reading, evaluator, lambda row: _examined(matcher, row), as_of)
    return apart(reading)


@cache
def _matching() -> tuple[Catalogue, Matcher]:
    catalogue = Catalogue((EDITION,), (), frozenset())
    names = NameIndex.build(names_of(catalogue), frozenset(), places={})
    return catalogue, Matcher(catalogue, names, FIELDS)


def _examined(matcher: Matcher, values: dict[str, str]) -> Row:
    recorded = [name for name, field in FIELDS.items() if not field.derived_from]
    matched = match_columns(matcher, columns_of([values], recorded))
    return Row(with_derived(values, FIELDS), matcher.result(matched.settled(0)).hits)
