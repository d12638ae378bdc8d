"""What must hold of one entry by itself: cues that say something, aliases that can match."""

import re
from collections.abc import Iterable

from screener.codes.countries import is_country
from screener.content.diagnostics import Diagnostics, suggestion
from screener.lists.dates import is_partial_date
from screener.lists.entries import Read, WrittenAliases, WrittenEntry
from screener.model.listing import Kind
from screener.text.scripts import main_script

UNKNOWN_ANCHOR = "L006"
NEVER_MATCHES = "L007"
EMPTY_CUE = "L008"
WRONG_PLACE = "L009"
WRONG_DAY = "L010"
CUE_TWICE = "L011"
SHORT_ALIAS = "R062"

_LONGEST_SHORT = {"latn": 3, "hani": 1}
"""Letters up to which a spelling in a script says too little by itself."""

_DIVISION = re.compile(r"([A-Z]{2})-[A-Z0-9]{1,3}")
_DATED = ("valid_from", "valid_to", "listed_on", "changed_on", "ended_on")


def check_entries(entries: Iterable[Read], diagnostics: Diagnostics) -> None:
    """Note everything in entries that cannot be meant, each with its line."""
    for read in entries:
        _check_cues(read.written, diagnostics)
        _check_place(read.written, diagnostics)
        _check_dates(read.written, diagnostics)
        for group in read.written.aliases:
            _check_aliases(group, read.written, diagnostics)


def _check_cues(written: WrittenEntry, diagnostics: Diagnostics) -> None:
    for cues in (written.anchors, written.vetoes):
        seen: set[str] = set()
        for cue in cues:
            if not cue.words and not cue.entries:
                message = f'"{cue.name}" of {written.id} names neither words nor entries'
                diagnostics.add(EMPTY_CUE, cue.at, message, "name some, or remove it")
            if cue.name in seen:
                message = f'{written.id} has two cues called "{cue.name}"'
                diagnostics.add(CUE_TWICE, cue.at, message, "join them or rename one")
            seen.add(cue.name)


def _check_place(written: WrittenEntry, diagnostics: Diagnostics) -> None:
    if written.country is not None and not is_country(written.country):
        message = f'"{written.country}" of {written.id} is no country'
        diagnostics.add(WRONG_PLACE, written.at, message, "write an ISO 3166-1 alpha-2 code")
    if written.regime is not None and not is_country(written.regime):
        message = f'the regime "{written.regime}" of {written.id} is no country'
        diagnostics.add(WRONG_PLACE, written.at, message, "write an ISO 3166-1 alpha-2 code")
    for code in written.admin:
        division = _DIVISION.fullmatch(code)
        if division is None or division[1] != written.country:
            message = f'"{code}" of {written.id} is no division of the country {written.country}'
            diagnostics.add(WRONG_PLACE, written.at, message, "write ISO 3166-2, such as CN-LN")


def _check_dates(written: WrittenEntry, diagnostics: Diagnostics) -> None:
    for name in _DATED:
        text = getattr(written, name)
        if text is not None and not is_partial_date(text):
            message = f'{name} "{text}" of {written.id} is no date'
            diagnostics.add(WRONG_DAY, written.at, message, "write YYYY, YYYY-MM or YYYY-MM-DD")


def _check_aliases(group: WrittenAliases, written: WrittenEntry, diagnostics: Diagnostics) -> None:
    known = [cue.name for cue in written.anchors]
    for name in group.anchors:
        if name not in known:
            message = f'{written.id} has no anchor "{name}"'
            diagnostics.add(UNKNOWN_ANCHOR, group.at, message, suggestion(name, known, "anchors"))
    if group.ambiguity == "A0" and not group.fields and not written.anchors:
        _check_short(group, written, diagnostics)
    if not group.fields and _never_matches(group, written):
        message = f"{group.ambiguity} aliases of {written.id} could never match"
        advice = "give the entry an anchor, or a country that evidence can agree with"
        diagnostics.add(NEVER_MATCHES, group.at, message, advice)


def _check_short(group: WrittenAliases, written: WrittenEntry, diagnostics: Diagnostics) -> None:
    """Report spellings that mean many things; words that govern a text are no names."""
    if written.kind is Kind.TERM:
        return
    for word in group.words:
        if not word.startswith("@") and is_short(word):
            message = f'"{word}" of {written.id} is short and has no anchor'
            advice = "give its group a class from A1 and the entry an anchor, or write it out"
            diagnostics.add(SHORT_ALIAS, group.at, message, advice)


def is_short(word: str) -> bool:
    """Say whether a spelling is so short that it says too little by itself.

    >>> is_short("DCB"), is_short("Dandong"), is_short("丹")
    (True, False, True)
    """
    return len("".join(word.split())) <= _LONGEST_SHORT.get(main_script(word), 0)


def _never_matches(group: WrittenAliases, written: WrittenEntry) -> bool:
    """Say whether nothing could confirm the aliases of a group.

    Places and parties are confirmed by anchors or by evidence of their country; goods and
    terms by anchors alone.
    """
    if group.ambiguity == "A0" or written.anchors:
        return False
    return written.kind in (Kind.GOODS, Kind.TERM) or written.country is None
