"""What a sentence may assert (``wording.yaml``): the closed list, and what betrays each kind."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import msgspec

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import MapNode, Node, ScalarNode
from screener.content.structs import read_struct

STATED_KINDS = frozenset(
    {
        "made-in-dprk",
        "loaded-or-addressed-in-dprk",
        "dprk-nationals-work-there",
        "prison-site",
        "forced-labour-stated",
        "labour-transfer-stated",
        "data-conflict",
        "mentioned-only",
        "profile-warrants-questions",
    }
)
"""Kinds that the record itself can state, so that a rule of form `stated` may assert them."""

_CJK = 0x2E80
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of assertion. ``betrayed_by`` are phrases that only such a sentence would use."""

    means: str
    betrayed_by: tuple[str, ...] = ()


def read_wording(node: Node, diagnostics: Diagnostics) -> dict[str, Kind]:
    """Return the kinds of assertion in the order written.

    A kind is a mapping with ``means`` and ``betrayed_by``, or its meaning alone.
    """
    if not isinstance(node, MapNode):
        diagnostics.add("R004", node.mark, "the wording must be a mapping of kinds of assertion")
        return {}
    kinds: dict[str, Kind] = {}
    for key, body in node.entries:
        if isinstance(body, ScalarNode) and not body.is_blank:
            kinds[key.text] = Kind(means=body.text.strip())
            continue
        kind = read_struct(body, Kind, diagnostics)
        if kind is not None:
            kinds[key.text] = kind
    return kinds


def forbidden(text: str, phrases: Iterable[str]) -> tuple[str, ...]:
    """Return the phrases that ``text`` contains, in the order given.

    Case, line breaks, hyphens and the spelling of labour do not matter; words are whole.

    >>> forbidden("Made in a prison-labor site.", ["prison labour", "made in", "son"])
    ('prison labour', 'made in')
    """
    spoken = _spoken(PLACEHOLDER.sub(" ", text))
    return tuple(phrase for phrase in phrases if _says(spoken, phrase))


def betrayals(
    text: str, kinds: Mapping[str, Kind], asserted: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Yield (kind, phrase) for each phrase that betrays a kind which is not asserted."""
    allowed = frozenset(asserted)
    own = {
        _spoken(phrase)
        for name, kind in kinds.items()
        if name in allowed
        for phrase in kind.betrayed_by
    }
    for name, kind in kinds.items():
        found = forbidden(text, kind.betrayed_by) if name not in allowed else ()
        yield from ((name, phrase) for phrase in found if _spoken(phrase) not in own)


@lru_cache(maxsize=4096)
def _spoken(text: str) -> str:
    """Return the words of a text between single spaces, with one at either end."""
    lowered = text.casefold().replace("labour", "labor")
    return " " + " ".join(re.sub(r"[^\w]+", " ", lowered).split()) + " "


def _says(spoken: str, phrase: str) -> bool:
    said = _spoken(phrase)
    words = said.strip()
    return bool(words) and (said in spoken or (_is_unspaced(words) and words in spoken))


def _is_unspaced(words: str) -> bool:
    """Whether a phrase is in a script that writes words without spaces or with endings."""
    return ord(words[0]) >= _CJK
