"""Which methods an address has: the framework tells those of the first route that has it alone."""

import re
from collections.abc import Iterable, Mapping

from fastapi import APIRouter
from fastapi.routing import APIRoute

Addresses = Mapping[re.Pattern[str], frozenset[str]]


def addresses_of(routers: Iterable[APIRouter]) -> Addresses:
    """Return the methods of every address, by the pattern that its paths match."""
    found: dict[re.Pattern[str], frozenset[str]] = {}
    for router in routers:
        for route in router.routes:
            if isinstance(route, APIRoute):
                known = found.get(route.path_regex, frozenset())
                found[route.path_regex] = known | (route.methods or set())
    return found


def allowed(addresses: Addresses, path: str) -> str:
    """Return the header Allow of a path; empty where nothing has it."""
    methods = [some for pattern, some in addresses.items() if pattern.match(path)]
    return ", ".join(sorted(frozenset().union(*methods)))
