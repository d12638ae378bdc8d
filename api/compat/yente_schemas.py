"""Wire models of yente's shapes: what its clients send, and what they read."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints

from api.compat.matching import BEST
from api.compat.schemata import SCHEMATA, THING
from screener.model.record import Whole

MOST_QUERIES = 100
MOST_RESULTS = 500
LAST_OFFSET = 9_499
MOST_NAMES = 20
_EXAMPLE: dict[str, JsonValue] = {
    "queries": {
        "q1": {
            "schema": "Company",
            "properties": {"name": ["Green Pine Associated Corporation"], "country": ["KP"]},
        }
    }
}

Short = Annotated[str, StringConstraints(max_length=200)]
Value = Annotated[str, StringConstraints(max_length=1_000), Whole]
Key = Annotated[str, StringConstraints(max_length=200), Whole]
Several = Annotated[list[Short], Field(max_length=100)]
Day = Annotated[
    str | None,
    Field(
        pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ][0-9:.+Z-]{0,40})?$",
        description="A day, or a moment of it; entries without a date stay.",
    ),
]
Schema = Literal[
    "Thing", "LegalEntity", "Organization", "Company", "PublicBody", "Person", "Vessel", "Airplane",
    "Address",
]  # fmt: skip
Facet = Literal["countries", "topics", "datasets", "schema"]
assert Schema.__args__ == SCHEMATA  # type: ignore[attr-defined]  # one list, for types and for code


class Filters(BaseModel):
    """What both kinds of request may narrow; other parameters are refused, never ignored."""

    model_config = ConfigDict(extra="forbid")

    include_dataset: Several = Field(default=[], description="Asked beside the one of the path.")
    exclude_dataset: Several = []
    exclude_schema: Several = []
    topics: Several = Field(default=[], description="Any of these, such as `forced.labor`.")
    changed_since: Day = None


class MatchParams(Filters):
    """How to answer queries."""

    limit: int = Field(default=5, ge=1, le=MOST_RESULTS)
    threshold: float | None = Field(
        default=None, ge=0, le=1, description="From which score a result matches; ours by default."
    )
    cutoff: float | None = Field(
        default=None, ge=0, le=1, description="From which score a result is named at all."
    )
    algorithm: Short = BEST
    exclude_entity_ids: Annotated[list[Short], Field(max_length=50)] = []
    strict: bool = Field(default=False, description="One wrong query spoils the whole request.")


class SearchParams(Filters):
    """What to search for, and how to page and count it."""

    q: Annotated[str, StringConstraints(max_length=1_000), Whole] = ""
    schema_: Schema = Field(default="Thing", alias="schema")
    countries: Several = []
    datasets: Several = []
    filter: Several = Field(default=[], description="`field:value`; countries, topics or datasets.")
    filter_op: Literal["OR", "AND"] = "OR"
    limit: int = Field(default=10, ge=0, le=MOST_RESULTS)
    offset: int = Field(default=0, ge=0, le=LAST_OFFSET)
    sort: Several = Field(default=[], description="`field` or `field:desc`.")
    target: bool | None = Field(default=None, description="Every entry is a target.")
    fuzzy: bool = Field(default=False, description="Names that resemble it less, too.")
    simple: bool = False
    facets: list[Facet] = ["countries", "topics", "datasets"]


class MatchIn(BaseModel):
    """Queries by a key of the caller's own."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    queries: dict[Key, dict[str, object]] = Field(
        description=f"From 1 to {MOST_QUERIES}; each has `schema` and `properties`."
    )
    weights: dict[Key, float] = Field(default={}, description="None; the algorithm has no such.")
    config: dict[Key, JsonValue] = Field(default={}, description="None; it has no such either.")


class QueryIn(BaseModel):
    """One thing to look for, by example."""

    model_config = ConfigDict(extra="ignore")

    id: Value | None = None
    schema_: Short = Field(default=THING, alias="schema")
    properties: dict[Short, Value | list[Value]]


class Total(BaseModel):
    """How many there are in all."""

    value: int
    relation: Literal["eq", "gte"]


class EntityOut(BaseModel):
    """An entry of a list as an entity."""

    model_config = ConfigDict(extra="allow")

    id: str
    caption: str
    schema_: str = Field(alias="schema")
    properties: dict[str, list[str | dict[str, object]]]
    datasets: list[str]
    referents: list[str]
    target: bool
    first_seen: str | None
    last_seen: str | None
    last_change: str | None
    ended_on: str | None = Field(description="From this day on the list says it holds no more.")


class ExplanationOut(BaseModel):
    """What one feature saw."""

    score: float
    detail: str | None
    query: str | None
    candidate: str | None
    weight: float | None


class ScoredOut(EntityOut):
    """An entity that resembles what was asked."""

    score: float
    match: bool
    explanations: dict[str, ExplanationOut]
    alignment: list[dict[str, object]]


class AnswerOut(BaseModel):
    """The answer to one query; one that is wrong has a status of its own and no results."""

    model_config = ConfigDict(extra="forbid")

    status: int
    query: dict[str, object]
    results: list[ScoredOut] | None = None
    total: Total | None = None
    unused: list[str] | None = Field(
        default=None, description="Properties that no comparison looked at."
    )
    detail: str | None = None


class _Rests(BaseModel):
    """What an answer rests on."""

    editions: list[dict[str, object]] = Field(description="The lists asked, in their editions.")
    snapshot: dict[str, object]


class MatchOut(_Rests):
    """The answers by the caller's keys."""

    responses: dict[str, AnswerOut]
    limit: int


class FacetValue(BaseModel):
    """One value, and how many results have it."""

    name: str
    label: str
    count: int


class FacetOut(BaseModel):
    """The values of a field over all results, most frequent first."""

    label: str
    values: list[FacetValue]


class SearchOut(_Rests):
    """A page of entries that hold or resemble a text."""

    results: list[EntityOut]
    facets: dict[str, FacetOut]
    total: Total
    limit: int
    offset: int


class DatasetOut(BaseModel):
    """One list, or every list together."""

    model_config = ConfigDict(extra="allow")

    name: str
    title: str
    version: str
    index_version: str | None
    index_current: bool
    load: bool
    children: list[str]
    updated_at: str | None
    last_export: str | None
    entity_count: int


class CatalogOut(BaseModel):
    """The lists in use."""

    datasets: list[DatasetOut]
    current: list[str]
    outdated: list[str]
    index_stale: bool
    snapshot: dict[str, object]


class AlgorithmOut(BaseModel):
    """How names are compared."""

    model_config = ConfigDict(extra="allow")

    name: str
    description: str


class AlgorithmsOut(BaseModel):
    """The algorithms on offer."""

    algorithms: list[AlgorithmOut]
    default: str
    best: str
    snapshot: dict[str, object]
