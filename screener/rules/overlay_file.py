"""``overlay.yaml`` as it is written: what a company changes in the pack that it extends."""

from typing import Literal

import msgspec

from screener.content.nodes import Node

Reopening = Literal["rule logic changes", "supplier address changes"]


class SettingFile(msgspec.Struct, frozen=True, kw_only=True):
    """Other points for a rule; what an item lacks is reported by a check of its own (R070)."""

    rule: str
    points: int | None = None
    cap: int | None = None
    reason: str = ""
    owner: str = ""
    expires: str = ""


class DisablingFile(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that counts for no record."""

    rule: str
    reason: str = ""
    owner: str = ""
    expires: str = ""


class MuteFile(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that does not count for the records which hold all texts of ``row``."""

    rule: str
    row: dict[str, str]
    reason: str = ""
    owner: str = ""
    expires: str = ""
    version: int | None = None
    reopens_if: tuple[Reopening, ...] = ()


class OverlayFile(msgspec.Struct, frozen=True, kw_only=True):
    """The file."""

    extends: str
    settings: tuple[SettingFile, ...] = msgspec.field(default=(), name="set")
    disable: tuple[DisablingFile, ...] = ()
    mutes: tuple[MuteFile, ...] = ()
    x: Node | None = None
