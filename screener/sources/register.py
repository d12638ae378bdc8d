"""The register read from files: every source, every claim, every provision, checked."""

from collections.abc import Iterable
from importlib.resources.abc import Traversable

import msgspec

from screener.content.diagnostics import Diagnostics
from screener.content.files import yaml_files
from screener.content.nodes import Mark, compose
from screener.content.structs import read_struct
from screener.errors import SourceError
from screener.model.source import Claim, Contradiction, Party, Provision, Saying, Source

DOUBLE = "E001"
UNKNOWN_SOURCE = "E002"
OUT_OF_RANGE = "E003"
BASIS = "basis.yaml"


class _Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as written, without the source it stands in."""

    at: Mark
    id: str
    paragraph: str
    paraphrase: str
    sourcing: str
    grade: str
    confidence: str
    use: str = ""
    entities: tuple[Party, ...] = ()
    places: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    dates: str = ""
    figures: str = ""
    supports: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    note: str = ""


class _Source(msgspec.Struct, frozen=True, kw_only=True):
    """A source as written."""

    at: Mark
    id: str
    publisher: str
    title: str
    published: str | None
    published_basis: str
    url: str | None
    language: str
    claims: tuple[_Claim, ...]
    number: str = ""
    sha256: str | None = None
    paragraphs: int | None = None
    leading_lines: int = 0
    rests_on: tuple[str, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    must_not_say: tuple[Saying, ...] = ()
    note: str = ""


class _Basis(msgspec.Struct, frozen=True, kw_only=True):
    """The file of provisions."""

    provisions: tuple[Provision, ...]


class Register(msgspec.Struct, frozen=True):
    """Every source by id in order, every claim and every provision by id."""

    sources: tuple[Source, ...]
    claims: dict[str, Claim]
    provisions: dict[str, Provision]

    def source_of(self, claim: str) -> Source:
        """Return the source that a claim stands in."""
        wanted = self.claims[claim].source
        return next(source for source in self.sources if source.id == wanted)


def read_register(seeds: Traversable, rules: Traversable) -> Register:
    """Return the register of the source files in ``seeds`` and of ``rules/basis.yaml``.

    Raises:
        SourceError: with every diagnostic; also if there is no source, claim or provision.

    """
    diagnostics = Diagnostics()
    written = [
        source
        for path, text in yaml_files(seeds, "*.yaml", error=SourceError)
        if (node := compose(text, f"{seeds}/{path}", diagnostics)) is not None
        and (source := read_struct(node, _Source, diagnostics)) is not None
    ]
    provisions = _provisions(rules, diagnostics)
    _check(written, diagnostics)
    diagnostics.raise_if_any(SourceError)
    sources = tuple(sorted((_source(one) for one in written), key=lambda one: one.id))
    claims = {claim.id: claim for source in sources for claim in source.claims}
    if not claims:
        message = f"{seeds}: the evidence register is empty"
        raise SourceError(message)
    return Register(sources, claims, {one.id: one for one in provisions})


def _provisions(rules: Traversable, diagnostics: Diagnostics) -> tuple[Provision, ...]:
    texts = yaml_files(rules, BASIS, error=SourceError)
    if not texts:
        message = f"{rules}/{BASIS} is missing; it names the legal provisions"
        raise SourceError(message)
    node = compose(texts[0][1], f"{rules}/{BASIS}", diagnostics)
    basis = read_struct(node, _Basis, diagnostics)
    return basis.provisions if basis is not None else ()


def _check(sources: Iterable[_Source], diagnostics: Diagnostics) -> None:
    """Note ids that stand twice, sources that are not there, paragraphs that cannot be."""
    known = {source.id for source in sources}
    seen: dict[str, Mark] = {}
    for source in sources:
        _once(source.id, source.at, seen, diagnostics)
        for other in source.rests_on:
            if other not in known:
                message = f"{source.id} rests on {other}, which is no source of the register"
                diagnostics.add(UNKNOWN_SOURCE, source.at, message, "add it or correct the id")
        for claim in source.claims:
            _once(claim.id, claim.at, seen, diagnostics)
            beyond = [
                number
                for number in _numbers(claim.paragraph)
                if source.paragraphs is not None and number > source.paragraphs
            ]
            if beyond:
                message = f"{claim.id}: there is no paragraph {beyond[0]} in {source.id}"
                help_ = f"it has {source.paragraphs} paragraphs"
                diagnostics.add(OUT_OF_RANGE, claim.at, message, help_)


def _once(name: str, at: Mark, seen: dict[str, Mark], diagnostics: Diagnostics) -> None:
    if name in seen:
        message = f"{name} stands twice; first at {seen[name].path}:{seen[name].line}"
        diagnostics.add(DOUBLE, at, message, "an id belongs to one claim or source")
    seen.setdefault(name, at)


def _numbers(paragraph: str) -> list[int]:
    """Return the paragraph numbers named in "11", "1, 2, 4" or "14-17"."""
    parts = paragraph.replace("–", "-").replace("-", " ").replace(",", " ").split()
    return [int(part) for part in parts if part.isdigit()]


def _source(written: _Source) -> Source:
    same = {name: getattr(written, name) for name in Source.__struct_fields__ if name != "claims"}
    return Source(claims=tuple(_claim(claim, written.id) for claim in written.claims), **same)


def _claim(written: _Claim, source: str) -> Claim:
    same = {name: getattr(written, name) for name in Claim.__struct_fields__ if name != "source"}
    return Claim(source=source, **same)
