"""Cells written as ="0409", by which spreadsheets keep text from being read as a number."""

import re

MARK = '="'
"""What every such cell holds; few others do."""
# Results show such a cell with the apostrophe that keeps it from being run.
_WRAPPED = re.compile(r"""\s*'?="([^"]*(?:""[^"]*)*)"\s*""")


def inside(cell: str) -> str:
    """Return the text that such a cell shows; any other cell as it is.

    >>> inside('="0409.00"'), inside('="6"" pipe"'), inside("=1+1"), inside("0409")
    ('0409.00', '6" pipe', '=1+1', '0409')
    """
    found = _WRAPPED.fullmatch(cell) if MARK in cell else None
    return cell if found is None else found[1].replace('""', '"')
