"""A small world for the checker: lists, claims, provisions, and the pack in ``pack/``."""

from pathlib import Path
from typing import NamedTuple

from screener.content.diagnostics import Diagnostic
from screener.model.field import Field
from screener.model.listing import Alias, Edition, Entry, Kind
from screener.model.source import Claim, Grade, Provision
from screener.rules.fields import read_fields
from screener.rules.reader import check_texts
from screener.rules.schema import Pack

HERE = Path(__file__).parent
PACK = HERE / "pack"


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
        claim("CTX-LASH-01", "single-outlet", "profile-warrants-questions"),
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
    pack, diagnostics = check_texts("pack", pack_texts(**changed), FIELDS, REGISTER, (EDITION,))
    return pack, diagnostics.found
