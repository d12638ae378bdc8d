"""The Chinese postcodes in an address, and whether the address itself says that it lies in China.

Six digits are a postcode in other countries, too: Ranchi in India has one that begins as those of
Xinjiang do. So the address names China or is written in Han, or else other columns must say it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from screener.codes.countries import countries_in_address
from screener.codes.postcodes import divisions_in
from screener.match.features import CALLED_AFTER, Place
from screener.match.reading import Reading
from screener.model.field import Field


class Postcodes(NamedTuple):
    """The postcodes of an address as the divisions they lie in; ``sure`` if it lies in China."""

    places: tuple[Place, ...]
    sure: bool

    def beside(self, localities: Sequence[Place]) -> Iterator[Place]:
        """Yield those that no locality of the address contradicts."""
        elsewhere = {
            (country, division)
            for place in localities
            if place.kind != CALLED_AFTER
            for country, division in place.readings
            if country != "CN" or division is not None
        }
        yield from (place for place in self.places if elsewhere <= {*place.readings})


NONE = Postcodes((), sure=False)


def postcodes_of(field: Field, reading: Reading) -> Postcodes:
    """Return the postcodes of an address; none in other columns, and in other countries."""
    if field.type != "place":
        return NONE
    found = tuple(
        Place(start, end, "admin", ((division[:2], division),))
        for start, end, division in divisions_in(reading.value)
    )
    named = countries_in_address(reading.value) if found else ()
    if not found or (named and "CN" not in named):
        return NONE
    han = any(token.script == "hani" for token in reading.folded.tokens)
    lettered = any(reading.value[place.start].isalpha() for place in found)
    return Postcodes(found, sure=bool(named) or han or lettered)
