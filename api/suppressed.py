"""Suppressions as answers show them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from api.deps import Service
from screener.model.decision import Suppression
from screener.storage.identity import entry_version


def shown(
    found: Sequence[Suppression], service: Service, written: Mapping[str, str] | None = None
) -> list[dict[str, object]]:
    """Return suppressions with where they stand today.

    ``written`` says how suppliers are written; without it that is as in their latest lines.
    """
    now = written or service.repository.suppressions.versions_now({one.supplier for one in found})
    today = datetime.now(tz=UTC).date().isoformat()
    entries = service.screener.entries
    return [
        {
            **msgspec.structs.asdict(one),
            "state": one.state(
                as_of=today,
                entry_version=entry_version(entries[one.entry]) if one.entry in entries else None,
                supplier_version=now.get(one.supplier),
            ),
        }
        for one in found
    ]
