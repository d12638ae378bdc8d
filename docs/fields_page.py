"""The manual's page of fields, made from the data dictionary.

``python -m docs.fields_page`` writes docs/reference/fields.md; a test holds the two equal.
"""

from collections.abc import Iterable
from pathlib import Path

from screener.model.field import Field
from screener.rules.fields import read_fields

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reference" / "fields.md"
_HEAD = """\
# Fields of a record

Made from `rules/fields.yaml` by `python -m docs.fields_page`; do not edit.

*Gap* says whether an empty cell leaves questions open. *Holds* names what is searched for in the
field: plain where a filled field settles the question, in brackets where it may only happen to say so.
"""


def page(fields: Iterable[Field]) -> str:
    """Return the page: own fields, derived columns, and the usual headers of each."""
    every = tuple(fields)
    own = [field for field in every if not field.derived_from]
    derived = [field for field in every if field.derived_from]
    parts = (
        _HEAD,
        "| Field | Type | Gap | Holds | Meaning |\n|---|---|---|---|---|",
        *(_row(field) for field in own),
        "\n## Derived columns\n\nRules may use them; a file does not have them.\n",
        "| Column | Type | Made from | How |\n|---|---|---|---|",
        *(_derived_row(field) for field in derived),
        "\n## Headers that are recognised\n\nCase, spaces, punctuation and marks on letters do not count. A header is also known in a usual abbreviation\n(`Mfr Name`), in two languages (`品名/Description`), with a unit or currency (`Unit price USD`), or numbered as on a\nform (`10. Country of origin`).\n",
        *(f"- `{field.name}`: {', '.join(field.synonyms)}" for field in own if field.synonyms),
    )
    return "\n".join(parts) + "\n"


def _row(field: Field) -> str:
    holds = ", ".join([*field.carries, *(f"({kind})" for kind in field.may_carry)])
    gap = "yes" if field.gap_if_empty else ""
    return f"| `{field.name}` | {field.type} | {gap} | {holds} | {_cell(field.meaning)} |"


def _derived_row(field: Field) -> str:
    sources = ", ".join(f"`{name}`" for name in field.derived_from)
    how = _cell(field.derivation or field.meaning)
    return f"| `{field.name}` | {field.type} | {sources} | {how} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(page(read_fields(ROOT / "rules").values()), encoding="utf-8")


if __name__ == "__main__":
    main()
