"""Which methods an address has: the framework tells those of the first route that has it alone."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from fastapi import APIRouter
from fastapi.routing import APIRoute


class Address(NamedTuple):
    """The pattern that paths of an address match, and the methods of all its routes."""

    pattern: re.Pattern[str]
    methods: frozenset[str]


def addresses_of(routers: Iterable[APIRouter]) -> dict[str, Address]:
    """Return every address by its path as the OpenAPI document writes it."""
    found: dict[str, Address] = {}
    for router in routers:
        for route in router.routes:
            if isinstance(route, APIRoute):
                known = found.get(route.path, Address(route.path_regex, frozenset()))
                methods = known.methods | (route.methods or set())
                found[route.path] = known._replace(methods=methods)
    return found


def allowed(addresses: dict[str, Address], path: str) -> str:
    """Return the header Allow of a path; empty where no address has it.

    An address without a parameter is meant before one whose parameter would be its last word.
    """
    if path in addresses:
        return ", ".join(sorted(addresses[path].methods))
    matching = (one.methods for one in addresses.values() if one.pattern.match(path))
    return ", ".join(sorted(frozenset().union(*matching)))
