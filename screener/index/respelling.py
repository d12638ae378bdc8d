"""Words cut where they were glued, and glued where a line break cut them.

Labels and manifests lose spaces ("eyelashesset") and break words at the end of a line ("flow-",
"ers"). A glued word is cut only if every piece is a word of goods or of how goods are counted,
so that Hatfield and hatchback stay whole, or if it is the name of a place between words that say
what was done there ("madeinnorthkorea"); a broken one is put together only if the whole is a
known word and its end alone is none.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from screener.text.folding import Folded, Token

SHORTEST_GLUED = 8
_SHORTEST_PIECE = 3
_SHORTEST_PLACE = 4
_SHORTEST_FIRST_PLACE = 6
_SHORTEST_BUSINESS = 5
_LONGEST_GLUED = 40
_COUNTED = frozenset(
    "set sets pcs pc pack packs pair pairs kit kits lot doz dozen women womens men mens kids girls "
    "boys baby babies new".split()
)
_STATING = frozenset(
    "made in at by of from the origin manufactured produced processed assembled sewn knitted knit "
    "stitched crocheted woven packed packaged loaded shipped exported delivered sourced product "
    "products goods factory factories plant mill workshop works labour labor worker workers port city "
    "country export trading textile textiles garment garments clothing apparel knitting handicraft handicrafts "
    "craft crafts embroidery wig wigs eyelash toys company corp corporation co ltd limited inc llc imp exp "
    "place manufacture manufacturing maker mfg mfd mfr fty shipper supplier exporter loading location address "
    "finished embroidered coo pol via import general province county camp prison jail correctional reeducation kyohwaso dprk china".split()
)
"""Words beside a place that say what was made or done there, or who is there."""
_RUNS = re.compile(r"\d+[a-z]{0,3}$|[a-z]+|\d+")
_BROKEN = re.compile(r"[ \t]*[-‐]?[ \t]*\r?\n[ \t]*")


class Respelt(NamedTuple):
    """A text with other tokens, and which of them are not as written."""

    tokens: tuple[Token, ...]
    altered: frozenset[int]


def pieces(form: str, words: AbstractSet[str]) -> tuple[str, ...]:
    """Return the words a form was glued from, the fewest and of those the longest first; or none.

    A number at the end is a piece of its own: it counts.

    >>> pieces("facemask50pcs", {"face", "mask"}), pieces("hatfield", {"hat"})
    (('face', 'mask', '50pcs'), ())
    """
    if not SHORTEST_GLUED <= len(form) <= _LONGEST_GLUED:
        return ()
    cut: list[str] = []
    for run in _RUNS.findall(form):
        found = (run,) if run[0].isdigit() or run in words else _cut(run, words)
        if not found:
            return ()
        cut.extend(found)
    goods = any(piece in words for piece in cut)
    return tuple(cut) if goods and len(cut) > 1 and "".join(cut) == form else ()


def _cut(run: str, words: AbstractSet[str], shortest: int = _SHORTEST_PIECE) -> tuple[str, ...]:
    """Return the fewest words that make up a run of letters."""
    ends = range(shortest, len(run) + 1)
    if not (
        _any_of(words, (run[:end] for end in ends)) and _any_of(words, (run[-end:] for end in ends))
    ):
        return ()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(run)
    for end in range(shortest, len(run) + 1):
        for start in range(end - shortest + 1):
            before, piece = best[start], run[start:end]
            if before is None or not (piece in words or piece in _COUNTED):
                continue
            rival = best[end]
            if rival is None or len(before) + 1 < len(rival):
                best[end] = (*before, piece)
    return best[-1] or ()


def stated_place(
    form: str, places: AbstractSet[str], goods: AbstractSet[str] = frozenset()
) -> tuple[str, ...]:
    """Return the words a form was glued from if one of them is a place, or none.

    ``places`` are names written as one word. Every other piece has to state something, but for
    ``goods`` in front of what is stated of them, and for the name of a firm between the place it
    begins with and its business.

    >>> stated_place("madeinnorthkorea", {"northkorea"}), stated_place("minorthkorea", {"northkorea"})
    (('made', 'in', 'northkorea'), ())
    >>> stated_place("basketsmadeindprk", {"dprk"}, {"baskets"}), stated_place("basketsdprk", {"dprk"}, {"baskets"})
    (('baskets', 'made', 'in', 'dprk'), ())
    >>> stated_place("dandongmeihuahandicraft", {"dandong"})
    ('dandong', 'meihua', 'handicraft')
    """
    if not SHORTEST_GLUED <= len(form) <= _LONGEST_GLUED:
        return ()
    for start in range(len(form) - _SHORTEST_PLACE + 1):
        for end in range(len(form), start + _SHORTEST_PLACE - 1, -1):
            if form[start:end] in places:
                before = _cut(form[:start], _STATING, shortest=2) or _goods_stated(
                    form[:start], goods
                )
                behind = _cut(form[end:], _STATING, shortest=2)
                if bool(before) == bool(start) and bool(behind) == (end < len(form)):
                    return (*before, form[start:end], *behind)
    return _firm_of_place(form, places)


def _goods_stated(form: str, goods: AbstractSet[str]) -> tuple[str, ...]:
    """Return the words of goods and of what is stated of them, in this order."""
    for start in range(_SHORTEST_PIECE, len(form) - 1):
        stated = _cut(form[start:], _STATING, shortest=2)
        named = _cut(form[:start], goods) if stated else ()
        if named:
            return (*named, *stated)
    return ()


def _firm_of_place(form: str, places: AbstractSet[str]) -> tuple[str, ...]:
    """Return the words of a firm's name that begins with a place and ends with its business."""
    for end in range(len(form) - _SHORTEST_BUSINESS, _SHORTEST_FIRST_PLACE - 1, -1):
        if form[:end] not in places:
            continue
        for start in range(end + 2, len(form) - _SHORTEST_BUSINESS + 1):
            business = _cut(form[start:], _STATING, shortest=2)
            if business:
                return (form[:end], form[end:start], *business)
    return ()


def _any_of(words: AbstractSet[str], found: Iterable[str]) -> bool:
    """Say whether some piece is a word; most forms do not even begin or end with one."""
    return any(piece in words or piece in _COUNTED for piece in found)


def respelt(
    folded: Folded, split: Callable[[str], Sequence[str]], plain: Callable[[str], str | None]
) -> Respelt | None:
    """Return a text with glued words cut and broken words put together; None if nothing changes.

    ``split`` gives the pieces of a glued word, ``plain`` the known word behind a form or None.
    """
    tokens: list[Token] = []
    altered: list[int] = []
    broken = "\n" in folded.raw
    at = 0
    while at < len(folded.tokens):
        token = folded.tokens[at]
        whole = _whole(folded, at, plain) if broken else None
        cut = split(token.form) if token.script == "latn" and token.marks is None else ()
        if whole is not None:
            altered.append(len(tokens))
            tokens.append(whole)
            at += 1
        elif cut:
            altered.extend(range(len(tokens), len(tokens) + len(cut)))
            tokens.extend(_pieces_of(token, cut, plain))
        else:
            tokens.append(token)
        at += 1
    return Respelt(tuple(tokens), frozenset(altered)) if altered else None


def _pieces_of(
    token: Token, cut: Sequence[str], plain: Callable[[str], str | None]
) -> Iterable[Token]:
    start = token.start
    for piece in cut:
        yield _standing_for(plain(piece) or piece, start, start + len(piece))
        start += len(piece)


def _standing_for(form: str, start: int, end: int) -> Token:
    """Return a token of a form that stands for a stretch of the raw text as a whole."""
    same = len(form) == end - start
    return Token(form, start, end, "latn", None if same else ((0, end - start),) * len(form))


def _whole(folded: Folded, at: int, plain: Callable[[str], str | None]) -> Token | None:
    """Return the known word that a token and the next one are the two lines of, or None."""
    if at + 1 >= len(folded.tokens):
        return None
    left, right = folded.tokens[at : at + 2]
    if not left.script == right.script == "latn":
        return None
    if not _BROKEN.fullmatch(folded.raw[left.end : right.start]) or plain(right.form):
        return None
    whole = plain(left.form + right.form)
    return None if whole is None else _standing_for(whole, left.start, right.end)
