"""Queries by example, read: which names to look for, of what kind, and where it is said to be."""

from typing import NamedTuple

from pydantic import ValidationError

from api.compat.datasets import Datasets
from api.compat.entities import country_code
from api.compat.matching import Question
from api.compat.schemata import SCHEMATA
from api.compat.yente_schemas import MOST_NAMES, QueryIn
from screener.errors import InputError
from screener.text.folding import comparison_form

NAMES = ("name", "alias", "previousName", "weakAlias", "abbreviation")
_OF_PERSONS = ("firstName", "secondName", "middleName", "lastName")
_OF_ADDRESSES = ("full", "address", "city", "region", "state")
COUNTRIES = (
    "country", "jurisdiction", "mainCountry", "nationality", "citizenship", "birthCountry", "flag",
)  # fmt: skip
MOST_COUNTRIES = 5


class Example(NamedTuple):
    """A query as it is asked, as it was understood, and what of it no comparison looks at."""

    question: Question
    query: dict[str, object]
    unused: tuple[str, ...]


def read_example(given: dict[str, object], datasets: Datasets) -> Example:
    """Return a query.

    Raises:
        InputError: It has another shape, a schema or no name that could be found.
        HTTPException: No list asked has entries of its schema (400).

    """
    try:
        query = QueryIn.model_validate(given)
    except ValidationError as error:
        raise InputError(first_problem(error)) from error
    if query.schema_ not in SCHEMATA:
        message = f"no schema {query.schema_} is looked for; use one of {', '.join(SCHEMATA)}"
        raise InputError(message)
    datasets.check_can_answer(query.schema_)
    properties = {
        name: [values] if isinstance(values, str) else values
        for name, values in query.properties.items()
    }
    names, named = _names(query.schema_, properties)
    countries, placed = _countries(properties)
    understood: dict[str, object] = {} if query.id is None else {"id": query.id}
    understood |= {"schema": query.schema_, "properties": {**named, **placed}}
    used = (*named, *placed)
    return Example(
        Question(names, query.schema_, countries),
        understood,
        tuple(name for name, values in properties.items() if values and name not in used),
    )


def first_problem(error: ValidationError) -> str:
    """Return the first thing that is wrong, and where; names of our own types are left out."""
    first = error.errors()[0]
    path = ".".join(str(part) for part in first["loc"] if "[" not in str(part))
    sound = path.encode("utf-8", "replace").decode()
    return f"{sound}: {first['msg']}" if sound else first["msg"]


Properties = dict[str, list[str]]


def _names(schema: str, properties: Properties) -> tuple[tuple[str, ...], Properties]:
    """Return the names to look for, and the properties that they are from."""
    fields = (*NAMES, *(_OF_ADDRESSES if schema == "Address" else ()))
    used = {name: properties[name] for name in fields if properties.get(name)}
    names = [value for values in used.values() for value in values]
    parts = {name: properties[name] for name in _OF_PERSONS if properties.get(name)}
    if parts and schema in ("Person", "LegalEntity", "Thing"):
        names.append(" ".join(value for values in parts.values() for value in values))
        used |= parts
    distinct = dict.fromkeys(name for name in names if comparison_form(name))
    if not distinct:
        message = f"no name to look for; give one of {', '.join(fields)} with letters in it"
        raise InputError(message)
    if len(distinct) > MOST_NAMES:
        message = f"{len(distinct)} names of one thing; {MOST_NAMES} are looked for at most"
        raise InputError(message)
    return tuple(distinct), used


def _countries(properties: Properties) -> tuple[tuple[str, ...], Properties]:
    """Return the codes of the countries named, and the properties that they are from.

    One that is no country is as if it were not there: it must take no result away.
    """
    used: Properties = {}
    for name in COUNTRIES:
        codes = [code for value in properties.get(name, ()) if (code := country_code(value))]
        if codes:
            used[name] = [code.lower() for code in codes]
    found = dict.fromkeys(code.upper() for codes in used.values() for code in codes)
    if len(found) > MOST_COUNTRIES:
        message = f"{len(found)} countries of one thing; give {MOST_COUNTRIES} at most"
        raise InputError(message)
    return tuple(found), used
