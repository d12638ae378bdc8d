"""Words as tables hold them: in the singular, without suffixes of places, and phrases by length."""

from collections.abc import Iterable

_HAN_PLACE_SUFFIXES = ("特别行政区", "自治区", "自治州", "自治县", "地区", "省", "市", "县", "区")


def without_suffix(form: str) -> str:
    """Return a Han place name without its administrative suffix; any other word as it is."""
    if form.isascii():
        return form
    for suffix in _HAN_PLACE_SUFFIXES:
        if form.endswith(suffix) and len(form) > len(suffix) + 1:
            return form.removesuffix(suffix)
    return form


def singular(form: str) -> str:
    """Return the singular an English plural would have; the word itself for others."""
    if len(form) > 4 and form.endswith("ies"):
        return form[:-3] + "y"
    if len(form) > 4 and form.endswith(("ches", "shes", "sses", "xes", "zes")):
        return form[:-2]
    if len(form) > 3 and form.endswith("s") and not form.endswith("ss"):
        return form[:-1]
    return form


def phrase_lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return, by first token, the lengths of known phrases, the longest first."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        parts = word.split()
        if len(parts) > 1:
            lengths.setdefault(parts[0], set()).add(len(parts))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
