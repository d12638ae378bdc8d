"""The licences of what is installed: none that would bind the product's users."""

import re
from importlib.metadata import Distribution, distributions

import pytest
from packaging.requirements import Requirement

SHARE_ALIKE = re.compile(r"\bA?GPL|GNU (?:Affero )?General Public", re.IGNORECASE)
WEAK = re.compile(r"\bLGPL|\bMPL|Lesser General Public|Mozilla Public", re.IGNORECASE)
ALLOWED_WEAK = {
    "certifi": "MPL-2.0 covers the file of certificates, used unchanged; the extra otel and test tools",
    "hypothesis": "MPL-2.0 by file, used unchanged; test tools only",
    "psycopg": "LGPL-3.0, a library of an extra, used unchanged",
    "psycopg-binary": "LGPL-3.0, a library of an extra, used unchanged",
    "pathspec": "MPL-2.0 by file, used unchanged; build tools only",
}
OURS = "forced-labor-screener"
# Tools of whoever runs the tests, which the locks do not bring.
_UNNAMED = "unknown"
MIT = (
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"
)


def key(name: str) -> str:
    """Return a distribution's name in the form in which names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


INSTALLED = {key(one.name): one for one in distributions()}


def needed() -> tuple[str, ...]:
    """Return the distributions that the product and its tests bring along, sorted."""
    found: set[str] = set()
    pending: list[tuple[str, tuple[str, ...]]] = [(OURS, ("build", "test", ""))]
    while pending:
        name, extras = pending.pop()
        for text in (INSTALLED[name].requires or []) if name in INSTALLED else []:
            wanted = Requirement(text)
            applies = wanted.marker is None or any(
                wanted.marker.evaluate({"extra": extra}) for extra in (*extras, "")
            )
            if applies and key(wanted.name) in INSTALLED and key(wanted.name) not in found:
                found.add(key(wanted.name))
                pending.append((key(wanted.name), tuple(sorted(wanted.extras))))
    return tuple(sorted(found))


def licence(one: Distribution) -> str:
    """Return what a distribution says of its licence, most exact statement first."""
    fields = one.metadata
    if "License-Expression" in fields:
        return fields["License-Expression"]
    classifiers = [
        text.rpartition(" :: ")[2]
        for text in fields.get_all("Classifier") or []
        if text.startswith("License ::")
    ]
    named = "License" in fields
    stated = fields["License"].strip().splitlines() if named else []
    return "; ".join(classifiers) or (stated[0] if stated else _from_file(one))


def _from_file(one: Distribution) -> str:
    """Return the licence whose text a distribution carries, where its metadata name none."""
    paths = [path for path in one.files or () if path.name.upper().startswith("LICEN")]
    texts = " ".join(" ".join(path.read_text(encoding="utf-8").split()) for path in paths)
    return "MIT" if MIT in texts else _UNNAMED


NEEDED = needed()
assert NEEDED, "no dependency was found"


@pytest.mark.parametrize("name", NEEDED)
def test_no_dependency_binds_its_users_to_share_alike(name: str) -> None:
    stated = licence(INSTALLED[name])

    print(f"{name}: {stated}")  # noqa: T201 - the list of licences is part of the test's report
    assert not SHARE_ALIKE.search(WEAK.sub("", stated))


@pytest.mark.parametrize("name", NEEDED)
def test_weaker_conditions_are_accepted_one_by_one(name: str) -> None:
    stated = licence(INSTALLED[name])

    assert not WEAK.search(stated) or name in ALLOWED_WEAK


@pytest.mark.parametrize("name", NEEDED)
def test_every_dependency_states_a_licence(name: str) -> None:
    assert licence(INSTALLED[name]) != _UNNAMED
