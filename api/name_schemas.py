"""Wire models of names alone."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from screener.model.record import Whole

MOST_NAMES = 1_000
Name = Annotated[str, StringConstraints(max_length=10_000), Whole]
Kind = Literal["organization", "person", "place", "goods"]


class NamesIn(BaseModel):
    """Names to look for; they stand in the body, so that none stands in an access log."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"names": ["Sinuiju Textile Factory"], "limit": 5}]},
    )

    names: list[Name] = Field(min_length=1, max_length=MOST_NAMES)
    kind: Kind = "organization"
    list: Annotated[str | None, StringConstraints(max_length=200)] = Field(
        default=None, description="Only entries of this list."
    )
    limit: int = Field(default=10, ge=1, le=100, description="The most entries for each name.")
    threshold: float | None = Field(
        default=None, ge=0, le=1, description="The least similarity; as in screenings by default."
    )


class PairIn(BaseModel):
    """Two names to compare."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"a": "Dandong Huayang Trading", "b": "丹东华洋贸易有限公司"}]
        },
    )

    a: Name
    b: Name


class MatchesOut(BaseModel):
    """For each name, in order, the entries that resemble it, best first."""

    matches: list[list[dict[str, object]]]
    scope: dict[str, object]
    snapshot: dict[str, object]


class ComparisonOut(BaseModel):
    """How alike two names are (0 to 1), and the alignment that explains it."""

    similarity: float
    alignment: list[dict[str, object]]
    snapshot: dict[str, object]


class SearchIn(BaseModel):
    """A part of a supplier's name, in whatever spelling of case and accents."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"name": "liaoning", "limit": 20}]}
    )

    name: Annotated[str, StringConstraints(min_length=1, max_length=1_000), Whole]
    limit: int = Field(default=50, ge=1, le=200)
