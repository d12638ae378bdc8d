"""The register read from files: every source, every claim, every provision, checked."""

from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable

import msgspec

from screener.content.diagnostics import Diagnostics
from screener.content.files import yaml_files
from screener.content.nodes import MapNode, Node, compose
from screener.content.structs import read_struct
from screener.errors import SourceError
from screener.model.source import Claim, Provision, Source
from screener.sources.checks import Read, chain, check
from screener.sources.written import (
    BasisFile,
    WrittenProvision,
    WrittenSource,
    provision_of,
    source_of,
)

SEEDS = "seeds"
BASIS = "basis.yaml"
WORDING = "wording.yaml"


class Register(msgspec.Struct, frozen=True):
    """Every source by id in order, every claim and every provision by id."""

    sources: tuple[Source, ...]
    claims: dict[str, Claim]
    provisions: dict[str, Provision]

    def source_of(self, claim: str) -> Source:
        """Return the source that a claim stands in."""
        wanted = self.claims[claim].source
        return next(source for source in self.sources if source.id == wanted)

    def review_days(self) -> dict[str, str]:
        """Return the day by which each source is to be read again, where one is set."""
        return {one.id: one.review_by for one in self.sources if one.review_by is not None}

    def origins(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return the outlets behind claims, each once, in alphabetical order.

        Reports of one outlet are one voice, and a report that rests on another speaks with
        that one's voice. Two claims support each other only if this has two names.
        """
        sources = {source.id: source for source in self.sources}
        edges = {source.id: source.rests_on for source in self.sources}
        behind = {name for claim in claims for name in chain(self.claims[claim].source, edges)}
        return tuple(sorted({sources[name].outlet for name in behind if not edges[name]}))


def read_register(
    seeds: Traversable, rules: Traversable, own: Traversable | None = None
) -> Register:
    """Return the register of the source files in ``seeds`` and of ``rules/basis.yaml``.

    Which kinds of assertion there are is read from ``rules/wording.yaml``. The folder ``own`` of
    a company adds its ``seeds/`` and its ``basis.yaml``, if it has them.

    Raises:
        SourceError: with every diagnostic; also if there is no source, claim or provision.

    """
    diagnostics = Diagnostics()
    written = tuple(_sources(seeds, diagnostics))
    provisions = _provisions(rules, diagnostics)
    if own is not None and (own / SEEDS).is_dir():
        written += tuple(_sources(own / SEEDS, diagnostics))
    if own is not None and (own / BASIS).is_file():
        provisions += _provisions(own, diagnostics)
    kinds = _kinds(rules, diagnostics)
    diagnostics.raise_if_any(SourceError)  # what a file that cannot be read holds is not missing
    check(Read(written, provisions, kinds), diagnostics)
    diagnostics.raise_if_any(SourceError)
    sources = tuple(sorted(map(source_of, written), key=lambda source: source.id))
    claims = {claim.id: claim for source in sources for claim in source.claims}
    if not claims:
        message = f"{seeds}: the evidence register is empty"
        raise SourceError(message)
    if not provisions:
        message = f"{rules}/{BASIS} holds no provision"
        raise SourceError(message)
    return Register(sources, claims, {one.id: provision_of(one) for one in provisions})


def _sources(seeds: Traversable, diagnostics: Diagnostics) -> Iterator[WrittenSource]:
    for path, text in yaml_files(seeds, "*.yaml", error=SourceError):
        node = compose(text, f"{seeds}/{path}", diagnostics)
        source = read_struct(node, WrittenSource, diagnostics)
        if source is not None:
            yield source


def _provisions(rules: Traversable, diagnostics: Diagnostics) -> tuple[WrittenProvision, ...]:
    basis = read_struct(_composed(rules, BASIS, diagnostics), BasisFile, diagnostics)
    return basis.provisions if basis is not None else ()


def _kinds(rules: Traversable, diagnostics: Diagnostics) -> tuple[str, ...]:
    """Return the kinds of assertion; what else is wrong with them the rules' reader says."""
    node = _composed(rules, WORDING, diagnostics)
    return tuple(key.text for key, _ in node.entries) if isinstance(node, MapNode) else ()


def _composed(rules: Traversable, name: str, diagnostics: Diagnostics) -> Node | None:
    texts = yaml_files(rules, name, error=SourceError)
    if not texts:
        raise SourceError("missing; sources and rules rest on it", path=f"{rules}/{name}", line=1)
    return compose(texts[0][1], f"{rules}/{name}", diagnostics)
