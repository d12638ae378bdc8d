"""Words of a record or a list on one line, so that a sentence can quote them."""

_LONGEST = 120


def one_line(text: str) -> str:
    r"""Return text on one line, cut where it would drown the sentence.

    >>> one_line("12 Bin Road\n  Ruian")
    '12 Bin Road Ruian'
    """
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
