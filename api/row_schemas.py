"""Wire models of the rows of a batch's results."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.results import Asked, Sort

Text = Annotated[str, StringConstraints(max_length=200)]


class ResultsQuery(BaseModel):
    """Which rows of a batch are wanted; empty asks for any."""

    tier: Annotated[str, StringConstraints(pattern="^(?:T[0-4])?$")] = ""
    rule: Text = ""
    list_id: Text = Field(default="", alias="list")
    supplier: Annotated[str, StringConstraints(pattern="^[0-9]{0,9}$")] = Field(
        default="", description="The number of a supplier, as rows and `suppliers` give it."
    )
    change: Annotated[str, StringConstraints(pattern="^(?:new|raised|lowered|changed)?$")] = ""
    sort: Sort = "risk"
    page: int = Field(default=0, ge=0, le=10_000_000, description="From 0, of 50 rows each.")

    def asked(self) -> Asked:
        """Return what is wanted of the results."""
        supplier = int(self.supplier) if self.supplier else None
        return Asked(
            self.tier, self.rule, self.list_id, supplier, self.change, self.sort, self.page
        )


class RowsQuery(ResultsQuery):
    """The same over REST, where another parameter is refused."""

    model_config = ConfigDict(extra="forbid")


class RowShown(BaseModel):
    """One row of the results, numbered from 1 as in results.csv below its header."""

    row: int
    line_id: str
    tier: str
    points: int
    goods: str
    supplier: str
    supplier_number: int
    reasons: list[str]
    change: str
    cause: str


class NumberedSupplier(BaseModel):
    """A supplier of the results, by the number that a query names it with."""

    number: int
    name: str


class RowsOut(BaseModel):
    """A page of rows, how many there are in all, and the suppliers of the gravest."""

    rows: list[RowShown]
    total: int
    suppliers: list[NumberedSupplier]
    snapshot: dict[str, object]


class RowOut(BaseModel):
    """One row: its record as it was read, and its screening."""

    record: dict[str, object]
    screening: dict[str, object]
    snapshot: dict[str, object]


class RowKeptOut(BaseModel):
    """The id of the screening as which a row was kept."""

    id: str
    snapshot: dict[str, object]
