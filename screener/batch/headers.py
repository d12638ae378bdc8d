"""Which field a header means, also where it says it in two languages, with a unit or as a form is numbered.

"27. LINE NO.", "品名/Description of Goods", "Unit Price (USD)", "Mfr Name" and "Origin *" say no more than the
usual header inside them; "Item / Qty" says two things and is left to a mapping.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from screener.codes.units import UNITS, currency_code
from screener.model.field import Field
from screener.text.folding import comparison_form
from screener.text.scripts import Script, script_of

_LONGEST = 80
"""Characters of a header; longer cells are texts, whatever words they hold."""
_NUMBERED = re.compile(r"\s*\(?(?:\d{1,2}[a-z]?|[A-Z])[.)]\s+(?=\S)")
_BETWEEN = re.compile(r"[/|()\[\]（）【】、\n]")
# Letters that no decomposition frees of their marks, and that capitals and plain keyboards lack.
_BARE = str.maketrans("ıłđø", "ildo")
# Folded: what forms add to a header without changing what it asks for.
_ASIDE = frozenset("required optional mandatory ifany ifknown 必填 选填 地区 필수 선택".split())
_CODED = frozenset("code iso isocode iso2 2letter 代码 코드".split())
_KEYS = frozenset("code no nr number id sku ref 代码 编码 编号 코드 번호".split())
"""What makes of "supplier" the key of one."""
_SHORT = {
    short: word
    for word, shorts in {
        "manufacturer": "mfr mfg manuf manufr", "supplier": "supp suppl", "vendor": "vend vndr",
        "description": "desc descr", "quantity": "qty qnty", "country": "ctry cntry", "origin": "orig",
        "address": "addr", "amount": "amt", "value": "val", "extended": "ext", "product": "prod",
        "name": "nm", "consignee": "cnee", "shipper": "shpr",
    }.items()
    for short in shorts.split()
}  # fmt: skip
"""What headers of systems with narrow columns write for a word."""
_AMOUNTS, _CODES = ("money", "number"), ("country", "hs", "code")


class Headers:
    """The names and usual headers of all fields, folded once."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        """Fold them; a field's own name outranks another's usual header."""
        self.known = _known(fields)
        """Folded header to field."""
        self._types = {name: field.type for name, field in fields.items()}
        self._parties = {
            name: bool(field.carries) for name, field in fields.items() if field.type == "name"
        }

    def field_of(self, header: str) -> str | None:
        """Return the field that a header means, as a whole or in each of its parts; else None."""
        whole = self.known.get(form(header))
        if whole is not None or not header or len(header) > _LONGEST:
            return whole
        bare = _NUMBERED.sub("", header, count=1)
        ways = (list(_cut(bare)), list(_by_script(bare)))
        return (
            self.known.get(form(bare))
            or self.known.get(form(_in_full(bare)))
            or next((field for parts in ways if (field := self._of(parts)) is not None), None)
            or self._without_unit(bare)
        )

    def _of(self, parts: Sequence[str]) -> str | None:
        """Return the field that some parts mean, if the others add nothing or say it in another script.

        Of several it is the first where all are parties who sell, make or send, or all are others:
        "Shipper/Exporter" names one who is looked for alike as either.
        """
        meant = {part: self.known.get(form(_in_full(part))) for part in parts}
        fields = dict.fromkeys(one for one in meant.values() if one is not None)
        field = next(iter(fields), None)
        if field is None or len({self._parties.get(one, one) for one in fields}) > 1:
            return None
        said = {_script(part) for part, one in meant.items() if one is not None}
        others = [part for part, one in meant.items() if one is None]
        fits = all(self._is_aside(part, field) or _is_translation(part, said) for part in others)
        return field if fits else None

    def _is_aside(self, part: str, field: str) -> bool:
        folded, kind = form(part), self._types[field]
        return folded in _ASIDE or (
            _is_unit(part) if kind in _AMOUNTS else kind in _CODES and folded in _CODED
        )

    def _without_unit(self, header: str) -> str | None:
        """Return the amount that a header means before its last word, if that is a unit or currency."""
        before, _, last = header.strip().rpartition(" ")
        field = self.known.get(form(_in_full(before)))
        return field if field and self._types[field] in _AMOUNTS and _is_unit(last) else None


def form(header: str) -> str:
    """Return the form in which headers are compared: letters without marks and digits, nothing between.

    >>> form("Country_of Origin"), form("MENŞE ÜLKE"), form("Nước xuất xứ")
    ('countryoforigin', 'menseulke', 'nuocxuatxu')
    """
    return comparison_form(header.replace("_", " ")).replace(" ", "").translate(_BARE)


def _in_full(header: str) -> str:
    words = header.replace("_", " ").split()
    return " ".join(_SHORT.get(word.lower().rstrip("."), word) for word in words)


def _known(fields: Mapping[str, Field]) -> dict[str, str]:
    own = {name: field for name, field in fields.items() if not field.derived_from}
    # Whole words as well, so that what is usual in short and what is written out meet.
    known = {
        form(_in_full(synonym)): name
        for name, field in own.items()
        for synonym in reversed(field.synonyms)
    }
    known |= {
        form(synonym): name for name, field in own.items() for synonym in reversed(field.synonyms)
    }
    known.update({form(name): name for name in own})
    known.setdefault(form("line_id"), "line_id")
    return known


def _is_unit(word: str) -> bool:
    return word.strip().lower().rstrip(".") in UNITS or currency_code(word) is not None


def _is_translation(part: str, said: set[Script | None]) -> bool:
    return _script(part) not in said and form(part) not in _KEYS


def _cut(header: str) -> Iterator[str]:
    yield from (part for one in _BETWEEN.split(header) if (part := one.strip()))


def _by_script(header: str) -> Iterator[str]:
    """Yield the words of a header, those of one script that follow one another together."""
    words = _BETWEEN.sub(" ", header).split()
    yield from (" ".join(run) for _, run in groupby(words, key=_script))


def _script(part: str) -> Script | None:
    return next((script_of(letter) for letter in part if letter.isalpha()), None)
