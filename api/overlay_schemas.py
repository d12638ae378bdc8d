"""Wire models of overlays and the drafts in them."""

from pydantic import BaseModel, ConfigDict, Field

from api.trial_schemas import DRAFT, DiagnosticShown, ExampleShown, Text


class DraftText(BaseModel):
    """The text of a draft: one rule with ``status: draft``."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"text": DRAFT}]})

    text: Text


class DraftShown(BaseModel):
    """A draft without its text; ``hash`` is its SHA-256, and in quotation marks its ETag."""

    rule: str
    path: str = Field(description="Below the data directory.")
    hash: str
    saved_at: str


class DraftWhole(DraftShown):
    """A draft."""

    overlay: str
    text: str


class OverlayShown(BaseModel):
    """An overlay, and the pack that it extends."""

    name: str
    extends: str
    drafts: int


class OverlayInUse(BaseModel):
    """The company's own folder that the service screens with; it is not changed here."""

    name: str
    version: str
    rules: list[str]


class OverlaysOut(BaseModel):
    """Overlays with drafts by name, and the one in use."""

    overlays: list[OverlayShown]
    in_use: OverlayInUse | None
    snapshot: dict[str, object]


class OverlayWhole(BaseModel):
    """An overlay with its drafts by id."""

    name: str
    extends: str
    drafts: list[DraftShown]


class OverlayOut(BaseModel):
    """One overlay."""

    overlay: OverlayWhole
    snapshot: dict[str, object]


class DraftOut(BaseModel):
    """One draft."""

    draft: DraftWhole
    snapshot: dict[str, object]


class DraftSaved(DraftOut):
    """A draft that was saved, what the checker warns of, and how its tests went."""

    diagnostics: list[DiagnosticShown]
    tests: list[ExampleShown]
