"""Writes the tables of ``screener/text``: legal forms, folded, and what each stands for.

Run with the folder that holds the two sources::

    python -m benchmarks.accuracy.make_legal_forms DATA --to screener/text

``DATA`` holds org_types.csv (the table of organisation types of rigour, MIT licence: alias,
display, compare, generic) and gleif_elf_codes.csv.gz (ISO 20275 entity legal forms of GLEIF,
CC0). ISO 20275 adds writings of forms that rigour knows, never a form by itself: its rows are
descriptions as often as names.
"""

import argparse
import csv
import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from screener.index.terms import NATIVE_SCRIPTS
from screener.text.folding import comparison_form, fold

# Forms in the source, but a number, a word or a name of business to everybody else.
NOT_FORMS = frozenset(
    {"charity", "ii", "i i", "ege", "foundation", "fund", "trust", "union", "bank"}
)
# Types without a short form of their own that are forms all the same: owned by the state.
FORMS_AS_SUCH = frozenset({"SOE"})
# In the rows of these countries ISO 20275 describes what may follow a name.
DESCRIBING = frozenset({"CA", "US"})
# Shorter writings are in rigour's table already, or words that other things are called by too.
FEWEST_WORDS = 3

MODULES = {"legal_form_table.py": True, "legal_form_table_letters.py": False}

HEAD = '''\
"""Legal forms of companies, folded, with what each stands for. Generated, not written.

From the table of organisation types of rigour (MIT licence, see NOTICE) and from
ISO 20275 entity legal forms as GLEIF publishes them (CC0), by
``benchmarks/accuracy/make_legal_forms.py``. Left out: what the screener reads otherwise (Han,
Hangul and kana) and what is a word of business rather than a form.

One line a form: what the writings stand for, then the writings. Forms in the letters a to z stand
in ``legal_form_table``, those that need others in ``legal_form_table_letters``.
"""

LEGAL_FORMS = """\\
'''

Forms = dict[str, str]
Row = Mapping[str, str]


def known_forms(rows: Iterable[Row]) -> Forms:
    """Return every folded writing in rigour's table with what it stands for.

    A type without a short form is a word of business (cooperative) and left out, state
    enterprises excepted. A short form is a writing too, unless it is another's.

    >>> row = {"alias": "Sociedad Anónima", "display": "S.A.", "compare": "SA", "generic": "JSC"}
    >>> known_forms([row])
    {'s a': 'sa', 'sociedad anonima': 'sa'}
    """
    aliases: Forms = {}
    shown: Forms = {}
    for row in rows:
        display = comparison_form(row["display"])
        general = row["generic"] if row["generic"] in FORMS_AS_SUCH else ""
        stands_for = comparison_form(row["compare"]) or display or comparison_form(general)
        if stands_for:
            aliases[comparison_form(row["alias"])] = stands_for
        if display:
            shown[display] = stands_for
    return shown | aliases


def writings(row: Row) -> list[str]:
    """Return the folded writings of one row of ISO 20275: names and abbreviations."""
    texts = [
        row["local_name"],
        row["transliterated_name"],
        *row["abbreviations_local"].split(";"),
        *row["abbreviations_transliterated"].split(";"),
    ]
    return [form for form in map(comparison_form, texts) if form]


def more_writings(rows: Iterable[Row], known: Forms) -> Forms:
    """Return the longer writings of ISO 20275 for forms that are known by another writing.

    A writing that would stand for two forms stands for none.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        together = writings(row)
        stand_for = {known[form] for form in together if form in known}
        if row["country"] not in DESCRIBING:
            for form in together:
                found[form] |= stand_for
    return {
        form: stand_for.pop()
        for form, stand_for in found.items()
        if len(stand_for) == 1 and form not in known and len(form.split()) >= FEWEST_WORDS
    }


def is_alphabetic(form: str) -> bool:
    """Say whether a folded writing holds no Han, Hangul or kana."""
    return all(token.script not in NATIVE_SCRIPTS for token in fold(form).tokens)


def rows_of(path: Path) -> Iterator[Row]:
    """Yield the rows of a CSV file, packed or not."""
    read = gzip.open if path.suffix == ".gz" else open
    with read(path, "rt", encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def written(known: Forms, more: Forms, *, plain: bool = True) -> str:
    """Return the text of the module of forms in ``plain`` letters, or of the others."""
    lines: dict[str, list[str]] = defaultdict(list)
    for form, stands_for in (known | more).items():
        if form not in NOT_FORMS and is_alphabetic(form) and stands_for.isascii() is plain:
            lines[stands_for].append(form)
    table = "".join("|".join((key, *sorted(lines[key]))) + "\n" for key in sorted(lines))
    return f'{HEAD}{table}"""\n'


def main() -> None:
    """Write the modules into the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    arguments = parser.parse_args()
    known = known_forms(rows_of(arguments.data / "org_types.csv"))
    more = more_writings(rows_of(arguments.data / "gleif_elf_codes.csv.gz"), known)
    for name, plain in MODULES.items():
        (arguments.to / name).write_text(written(known, more, plain=plain), encoding="utf-8")


if __name__ == "__main__":
    main()
