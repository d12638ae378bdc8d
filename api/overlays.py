"""Drafts of rules in overlays: what may be saved there, for routes and pages alike."""

from typing import NamedTuple

from fastapi.exceptions import RequestValidationError

from api.deps import Service
from screener.errors import InputError
from screener.pipeline import Screener
from screener.rules.pack_files import is_rule, rule_id
from screener.storage.overlays import Place, SavedDraft
from screener.trial import Checked

PAGES = "company"
"""The overlay that the editor of the pages saves in."""
_MOST_TOLD = 100


class Saving(NamedTuple):
    """A draft to be saved: its text, where, by whom, and the hash of the one looked at."""

    text: str
    overlay: str
    person: str
    seen: str | None


def keep_draft(draft: Checked, saving: Saving, service: Service) -> SavedDraft:
    """Return a draft that was saved; nothing there is in use.

    Raises:
        InputError: It has errors, is no rule, is one of the pack, or is no draft.
        ChangedError: Another saved it since it was looked at.
        ConflictError: There are too many.

    """
    rule = _savable(draft, service)
    of = service.screener.pack
    name, version = of.name.partition("+")[0], of.version.partition("+")[0]
    return service.repository.overlays.save(
        service.home,
        Place(saving.overlay, rule),
        saving.text,
        seen=saving.seen,
        extends=f"{name} ^{version.rpartition('.')[0]}",
        actor=saving.person,
    )


def refuse_errors(draft: Checked) -> None:
    """Refuse a draft that has errors, with every message of the checker and its place.

    Raises:
        RequestValidationError: It has errors.

    """
    if draft.pack is not None:
        return
    errors = [one for one in draft.found if one.severity == "error"]
    told = [
        f"{one.path}:{one.line}:{one.column}: {one.code} {one.message}"
        + (f"; {one.help}" if one.help else "")
        for one in errors[:_MOST_TOLD]
    ]
    raise RequestValidationError(
        [{"type": "rule", "loc": ("body", "text"), "msg": text} for text in told]
    )


class InUse(NamedTuple):
    """The company's folder that the service screens with, and the rules in it."""

    name: str
    version: str
    rules: tuple[str, ...]


def overlay_in_use(screener: Screener) -> InUse | None:
    """Return the company's folder that is screened with, None if there is none."""
    pack, own = screener.pack, screener.content.texts.extension
    if own is None:
        return None
    rules = tuple(rule_id(path) for path, _ in own.texts if is_rule(path))
    return InUse(pack.name.partition("+")[2], pack.version.partition("+")[2], rules)


def _savable(draft: Checked, service: Service) -> str:
    """Return the id of a rule that may be saved."""
    rules = draft.pack.rules if draft.pack is not None else ()
    status = next((rule.status for rule in rules if rule.id == draft.subject), None)
    if status is None or draft.subject is None:
        message = "only rules are saved here; put a condition or an overlay into your own folder"
        raise InputError(message)
    if draft.path in dict(service.screener.content.texts.texts):
        message = f"{draft.subject} is a rule of the pack; give the draft an id of your own"
        raise InputError(message)
    if status != "draft":
        message = f"a rule is saved here with status draft; this one says {status}"
        raise InputError(message)
    return draft.subject
