"""`finds` and `compare`: which entries, in which columns and roles; which two columns."""

import re

import msgspec

from screener.content.diagnostics import Diagnostics, suggestion
from screener.content.nodes import ListNode, MapNode, Mark, Node, ScalarNode
from screener.content.structs import read_struct
from screener.model.field import Field
from screener.model.hit import GoodsLeg, Leg, TimeLeg
from screener.model.listing import COMPANY, Kind
from screener.rules.checker_literals import is_share
from screener.rules.finds import CARRIED_AS
from screener.rules.known import Known
from screener.rules.literals import country_literal
from screener.rules.schema import Compare, Finds, Relation, SoughtRole

COMPARISON = re.compile(
    r"(?P<left>\S+)\s+(?P<relation>is same as|differs from|is below|is above)\s+"
    r"(?:(?P<factor>\d{1,6}(?:\.\d{1,6})?)\s*[x×]\s+)?(?P<right>\S+)"
)
_SUBJECTS = ("any_of", "within", "listed_under")
_ORDERED = frozenset({"money", "number", "date"})
_SCALED = frozenset({"money", "number"})


class FindsFile(msgspec.Struct, frozen=True, kw_only=True):
    """A `finds` as its file writes it."""

    any_of: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    columns: tuple[str, ...] | None = msgspec.field(default=None, name="in")
    role: tuple[SoughtRole, ...] | None = None
    similarity: float | None = None
    under: tuple[str, ...] = msgspec.field(default=(), name="listed_under")
    goods: tuple[GoodsLeg, ...] = ()
    time: tuple[TimeLeg, ...] = ()
    seated_in: tuple[str, ...] = ()
    legs: tuple[Leg, ...] = ()


def read_finds(node: Node, known: Known, diagnostics: Diagnostics) -> Finds | None:
    """Return what a `finds` asks; None with diagnostics if it is wrong."""
    written = read_struct(node, FindsFile, diagnostics)
    if written is None or not isinstance(node, MapNode):
        return None
    checks = (
        _has_one_subject(node, diagnostics),
        _has_no_empty_list(node, diagnostics),
        _knows_entries(node, known, diagnostics),
        _knows_provisions(node, known, diagnostics),
        _knows_countries(node, diagnostics),
        _knows_columns(node, known, diagnostics),
    )
    if written.similarity is not None and not is_share(str(written.similarity)):
        diagnostics.add("R004", _value(node, "similarity"), '"similarity" is a number from 0 to 1')
        return None
    if not all(checks) or not _can_match(node, written, known, diagnostics):
        return None
    return Finds(
        any_of=written.any_of,
        within=written.within,
        columns=written.columns,
        roles=written.role,
        similarity=written.similarity,
        under=written.under,
        lists=known.lists_under(written.under),
        goods=written.goods,
        time=written.time,
        seated_in=written.seated_in,
        legs=written.legs,
    )


def _has_one_subject(node: MapNode, diagnostics: Diagnostics) -> bool:
    """Whether exactly one key says what is looked for, and those beside it can mean something."""
    given = [name for name in _SUBJECTS if node.get(name) is not None]
    if len(given) == 1:
        alone = [key for key in ("goods", "time", "seated_in", "legs") if node.get(key) is not None]
        if given == ["listed_under"] or not alone:
            return True
        message = f'"{alone[0]}" speaks of entries of public lists, so it needs listed_under'
        diagnostics.add("R020", _key(node, alone[0]), message)
    elif given:
        message = (
            '"finds" takes any_of (exactly these entries), within (places) or listed_under '
            "(lists under a provision), one of them"
        )
        diagnostics.add("R020", _key(node, given[-1]), message)
    else:
        advice = "write finds: {any_of: [entry ids]}, {within: [place ids]} or {listed_under: [provisions]}"
        diagnostics.add("R002", node.mark, '"finds" does not say what to find', advice)
    return False


def _has_no_empty_list(node: MapNode, diagnostics: Diagnostics) -> bool:
    empty = [
        (key, value)
        for key, value in node.entries
        if isinstance(value, ListNode) and not value.items
    ]
    for key, value in empty:
        diagnostics.add("R022", value.mark, f'"{key.text}" lists nothing')
    return not empty


def _knows_entries(node: MapNode, known: Known, diagnostics: Diagnostics) -> bool:
    places = [name for name, entry in known.entries.items() if entry.kind is Kind.PLACE]
    whole = True
    for key, names in (("any_of", list(known.entries)), ("within", places)):
        for item in _scalars(node.get(key)):
            if item.text not in names:
                whole = False
                known_name = item.text in known.entries
                message = (
                    f'"{item.text}" is not a place; within asks for places'
                    if known_name
                    else f'no watchlist entry "{item.text}"'
                )
                advice = suggestion(item.text, names, "entries")
                diagnostics.add("R024", item.mark, message, None if known_name else advice)
    return whole


def _knows_provisions(node: MapNode, known: Known, diagnostics: Diagnostics) -> bool:
    whole = True
    provisions = sorted({*known.evidence.provisions, COMPANY})
    for item in _scalars(node.get("listed_under")):
        if item.text not in provisions:
            whole = False
            advice = suggestion(item.text, provisions, "provisions")
            diagnostics.add("R024", item.mark, f'no provision "{item.text}"', advice)
    return whole


def _knows_countries(node: MapNode, diagnostics: Diagnostics) -> bool:
    whole = True
    for item in _scalars(node.get("seated_in")):
        if country_literal(item.text) is None:
            whole = False
            message = f'"{item.text}" is not a country code'
            diagnostics.add("R014", item.mark, message, "write two capital letters (ISO 3166-1)")
    return whole


def _knows_columns(node: MapNode, known: Known, diagnostics: Diagnostics) -> bool:
    whole = True
    for item in _scalars(node.get("in")):
        if item.text not in known.fields:
            whole = False
            report_column(item.text, item.mark, known, diagnostics)
    return whole


def report_column(name: str, mark: Mark, known: Known, diagnostics: Diagnostics) -> None:
    """Report a column that no record has."""
    advice = suggestion(name, known.fields, "fields")
    diagnostics.add("R021", mark, f'unknown field "{name}"', advice)


def _can_match(node: MapNode, written: FindsFile, known: Known, diagnostics: Diagnostics) -> bool:
    """Whether each listed column can hold an entry of one of the kinds asked for."""
    finds = Finds(any_of=written.any_of, within=written.within, under=written.under)
    kinds = known.sought_kinds(finds)
    wanted = {CARRIED_AS[kind] for kind in kinds} | (
        {"listing"} if Kind.LISTING in kinds else set()
    )
    whole = True
    for item in _scalars(node.get("in")):
        field = known.fields[item.text]
        if not wanted & {*field.carries, *field.may_carry}:
            whole = False
            sought = " or ".join(sorted(wanted))
            carried = ", ".join(dict.fromkeys((*field.carries, *field.may_carry))) or "nothing"
            message = f"no {sought} is ever found in {item.text}, so this part can never match"
            diagnostics.add("R031", item.mark, message, f"{item.text} is searched for: {carried}")
    return whole


def read_compare(node: Node, known: Known, diagnostics: Diagnostics) -> Compare | None:
    """Return the comparison that a line writes; None with diagnostics if it is wrong."""
    match = COMPARISON.fullmatch(node.text.strip()) if isinstance(node, ScalarNode) else None
    if match is None or not isinstance(node, ScalarNode):
        advice = "write <column> is below 0.5 x <column>, or is above, is same as, differs from"
        diagnostics.add("R025", node.mark, "this is not a comparison of two columns", advice)
        return None
    places = {name: node.part(*match.span(name)) for name in ("left", "right", "relation")}
    fields = [known.fields.get(match[name]) for name in ("left", "right")]
    for name, field in zip(("left", "right"), fields, strict=True):
        if field is None:
            report_column(match[name], places[name], known, diagnostics)
    left, right = fields
    if left is None or right is None:
        return None
    problem = _incomparable(left, right, match)
    if problem is not None:
        code, message = problem
        diagnostics.add(code, places["relation"], message)
        return None
    relations: dict[str, Relation] = {
        "is same as": "is same as",
        "differs from": "differs from",
        "is below": "is below",
        "is above": "is above",
    }
    return Compare(left.name, relations[match["relation"]], match["factor"] or "1", right.name)


def _incomparable(left: Field, right: Field, match: re.Match[str]) -> tuple[str, str] | None:
    """Return the code and message of what forbids the comparison, or None."""
    ordered = match["relation"] in {"is below", "is above"}
    if left.name == right.name:
        return "R025", f"{left.name} is compared with itself"
    if left.type != right.type:
        return "R025", f"{left.name} is a {left.type} field, {right.name} a {right.type} field"
    if ordered and left.type not in _ORDERED:
        return "R025", f"{left.type} fields have no order: use is same as or differs from"
    if match["factor"] and (not ordered or left.type not in _SCALED):
        return "R025", "a factor needs two amounts or numbers, and is below or is above"
    if (
        left.compare_with
        and right.compare_with
        and not {*left.compare_with} & {*right.compare_with}
    ):
        kinds = f"{', '.join(left.compare_with)} and {', '.join(right.compare_with)}"
        return "R052", f"{left.name} and {right.name} are figures of different kinds: {kinds}"
    return None


def _scalars(node: Node | None) -> tuple[ScalarNode, ...]:
    items = node.items if isinstance(node, ListNode) else ()
    return tuple(item for item in items if isinstance(item, ScalarNode))


def _key(node: MapNode, name: str) -> Mark:
    key = node.key(name)
    return key.mark if key is not None else node.mark


def _value(node: MapNode, name: str) -> Mark:
    value = node.get(name)
    return value.mark if value is not None else node.mark
