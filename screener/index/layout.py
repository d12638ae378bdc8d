"""Where the legal forms of a name stand, and what is left of it without them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from screener.text.legal_forms import LEGAL_WORDS, LegalForm, closes, covered, leads, legal_forms

_KINDS = frozenset({"private", "public", "open", "closed"})


class Layout(NamedTuple):
    """The tokens of a name that are compared, and its legal forms (first, behind the last).

    ``head`` are the tokens before a legal form behind which an address may stand; empty if
    there is none. ``named`` is False for a name that is nothing but legal forms.
    """

    kept: tuple[int, ...]
    legal: tuple[tuple[int, int], ...]
    head: tuple[int, ...]
    named: bool


def layout(forms: Sequence[str]) -> Layout:
    """Return the layout of a name by the forms of its tokens.

    >>> layout(["sunbow", "trading", "co", "ltd"])
    Layout(kept=(0, 1), legal=((2, 4),), head=(), named=True)
    """
    return _layout(tuple([form if form in LEGAL_WORDS else "" for form in forms]))


@lru_cache(maxsize=65_536)
def _layout(forms: tuple[str, ...]) -> Layout:
    """Return the layout of a name of which only the words of legal forms are told."""
    found = _with_their_kinds(legal_forms(forms), forms)
    first, last = 0, len(forms)
    for form in reversed(found):
        if form.last == last:
            last = form.first
    for form in found:
        if form.first == first and form.last <= last and leads(form, forms):
            first = form.last
    if first >= last:
        return Layout(tuple(range(len(forms))), (), (), named=False)
    inner = [form for form in _closing(found, forms) if form.first >= first and form.last <= last]
    outer = [form for form in found if form.last <= first or form.first >= last]
    legal = tuple((form.first, form.last) for form in sorted([*inner, *outer]))
    dropped = covered(inner)
    kept = tuple(index for index in range(first, last) if index not in dropped)
    head = tuple(range(first, inner[0].first)) if inner else ()
    return Layout(kept, legal, head, named=True)


def _closing(found: Sequence[LegalForm], forms: Sequence[str]) -> list[LegalForm]:
    """Return the forms that a name surely ends with, and those that stand before one (Corp., Ltd.).

    >>> words = ["corp", "ltd", ""]
    >>> [one.form for one in _closing(legal_forms(words), words)]
    ['corp', 'ltd']
    """
    closing: list[LegalForm] = []
    for form in reversed(found):
        if closes(form, forms) or (closing and closing[0].first == form.last):
            closing.insert(0, form)
    return closing


def _with_their_kinds(found: Sequence[LegalForm], forms: Sequence[str]) -> list[LegalForm]:
    """Return legal forms, each with the word of its kind before it, which is no name.

    >>> words = ["private", "joint", "stock", "company", ""]
    >>> [(one.first, one.last) for one in _with_their_kinds(legal_forms(words), words)]
    [(0, 4)]
    """
    merged: list[LegalForm] = []
    for form in found:
        before = merged[-1] if merged else None
        if (
            before
            and before.last == form.first
            and set(forms[before.first : before.last]) <= _KINDS
        ):
            merged[-1] = form._replace(first=before.first)
        else:
            merged.append(form)
    return merged
