"""Problem documents (RFC 9457) as the OpenAPI document describes them."""

from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel, Field


class FieldProblem(BaseModel):
    """What is wrong with one field."""

    field: str
    problem: str


class Problem(BaseModel):
    """Why a request was not answered."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = Field(default=[], description="The fields at fault, if any.")


Responses = dict[int | str, dict[str, Any]]


def problem_response(status: int, description: str) -> Responses:
    """Return the description of an answer that is a problem document."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {
            "description": description,
            "content": {"application/problem+json": {"schema": schema}},
        }
    }


NOT_FOUND = problem_response(404, "Nothing under this id")
CONFLICT = problem_response(409, "It cannot be done as things stand")
COMMON: Responses = {
    **problem_response(400, "The body cannot be read, such as one that is no JSON"),
    **problem_response(401, "No key, or one that is unknown, revoked or past its end"),
    **problem_response(403, "The key has not the scope, or the person may not do that"),
    **problem_response(413, "The body is too large"),
    **problem_response(422, "The request is not valid"),
    **problem_response(429, "Too many requests with this key"),
}
"""What every route behind a key may answer."""


def describe_problems(app: FastAPI) -> None:
    """Add the shape of a problem document to the app's OpenAPI document, which refers to it."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        document = made()
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        if "Problem" not in schemas:
            described = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas.update(described.pop("$defs"))
            schemas["Problem"] = described
        return document

    app.openapi = openapi  # type: ignore[method-assign]  # the way that FastAPI documents
