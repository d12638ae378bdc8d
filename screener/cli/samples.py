"""Which lists a command looked in are samples, in words, with how to load the whole ones."""

from collections.abc import Iterable, Iterator

from screener.model.screening import ScopeList


def sample_lines(lists: Iterable[ScopeList]) -> Iterator[str]:
    """Yield one line for each list that is a sample of what its publisher has.

    A name that a sample lacks may stand on the list, so every answer says so.
    """
    for one in lists:
        if one.sample:
            yield (
                f"list {one.id} is a sample ({one.entries:,} entries), not the whole list; load the "
                "official file with `screener lists import FILE --as ID` "
                "(docs/how-to/load-official-lists.md)"
            )
