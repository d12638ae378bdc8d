"""Wire models of the reconciliation API 0.2: what OpenRefine sends, and what it reads."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints

from api.compat.yente_schemas import MOST_RESULTS, Value
from screener.model.record import Whole

MOST_BATCH = 100
"""So many queries, or entities to extend, come in one request."""
LONGEST_BATCH = 1_000_000
Id = Annotated[str, StringConstraints(min_length=1, max_length=200), Whole]
Prefix = Annotated[str, StringConstraints(max_length=200), Whole]


class Named(BaseModel):
    """An entity or a type as a value: its id counts."""

    model_config = ConfigDict(extra="ignore")

    id: Id
    name: Value = ""


Plain = Value | bool | int | float | Named


class PropertyIn(BaseModel):
    """What a column beside the name says."""

    model_config = ConfigDict(extra="ignore")

    pid: Id
    v: Plain | list[Plain]


class ReconcileQuery(BaseModel):
    """One cell to reconcile, with what else its row says."""

    model_config = ConfigDict(extra="ignore")

    query: Value | None = None
    type: Id | Named | list[Id | Named] | None = None
    limit: int = Field(default=5, ge=1, le=MOST_RESULTS)
    properties: list[PropertyIn] = Field(default=[], max_length=50)


class ReconcileBatch(RootModel[dict[str, ReconcileQuery]]):
    """Queries by a key of the client's own."""


class ExtendSettings(BaseModel):
    """How the values of one property are given."""

    model_config = ConfigDict(extra="ignore")

    limit: int = Field(default=0, ge=0, description="So many values; 0 for all.")


class ExtendProperty(BaseModel):
    """One property to fetch."""

    model_config = ConfigDict(extra="ignore")

    id: Id
    settings: ExtendSettings | None = None


class ExtendQuery(BaseModel):
    """Entities and the properties to fetch of them."""

    model_config = ConfigDict(extra="ignore")

    ids: list[Id] = Field(max_length=MOST_BATCH)
    properties: list[ExtendProperty] = Field(max_length=50)


class TypeOut(BaseModel):
    """A kind of entity, and the kinds that are directly broader."""

    id: str
    name: str
    broader: list["TypeOut"] | None = None


class ServiceOut(BaseModel):
    """Where a service is: both parts together are its address."""

    service_url: str
    service_path: str


class ManifestOut(BaseModel):
    """What the service offers."""

    model_config = ConfigDict(extra="allow")

    versions: list[str]
    name: str
    identifierSpace: str  # noqa: N815 - the names of the other's shape
    schemaSpace: str  # noqa: N815
    defaultTypes: list[TypeOut]  # noqa: N815
    batchSize: int  # noqa: N815
    view: dict[str, str]
    suggest: dict[str, ServiceOut]
    extend: dict[str, object]


class SuggestOut(BaseModel):
    """What a beginning may be completed to."""

    model_config = ConfigDict(extra="allow")

    prefix: str
    result: list[dict[str, object]]


class ProposedOut(BaseModel):
    """Properties that entities of a type have."""

    type: str
    limit: int
    properties: list[dict[str, str]]
