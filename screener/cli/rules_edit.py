"""``screener rules new``, ``fmt`` and ``bump``: rule files written, laid out and versioned."""

import difflib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import typer

from screener.cli import options
from screener.content.nodes import ScalarNode
from screener.errors import InputError, RuleError
from screener.factory import Inspection, inspect
from screener.model.listing import Entry
from screener.model.source import Claim
from screener.rules.authoring import (
    SCHEMA,
    STRENGTHS,
    Draft,
    arranged,
    drafted,
    version_of,
    with_version,
)
from screener.rules.checker_header import RULE_ID
from screener.rules.lock import LOCK, Backtest, current_rules, lock_text, renewed, tried
from screener.rules.pack_changes import raised
from screener.rules.pack_files import HEADER
from screener.rules.rule_changes import Level

_Found = TypeVar("_Found")


def new(
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id: prefix.name.")],
    goods: Annotated[
        str, typer.Option(prompt="Which goods (entry id, or words in small letters and commas)")
    ],
    place: Annotated[str, typer.Option(prompt="Who or where (entry id)")],
    claim: Annotated[str, typer.Option(prompt="Which claim says so (claim id)")],
    strength: Annotated[str, typer.Option(prompt=f"How strong ({', '.join(STRENGTHS)})")],
    ask: Annotated[str, typer.Option(prompt="What to ask the supplier")],
    owner: Annotated[str, typer.Option(help="The role that owns it.")] = "trade-compliance",
    rules: options.Rules = None,
    lists: options.Lists = None,
    as_of: options.AsOf = None,
) -> int:
    """Write a draft rule with three tests that fail until their rows are written."""
    day = options.day(as_of)
    if RULE_ID.fullmatch(name) is None:
        raise InputError(f"{name!r} is no id of a rule; write it like dprk.border-handwork")
    inspection = inspect(rules, lists)
    known = inspection.reading.world.known
    draft = Draft(
        id=name,
        goods=_goods(goods, known.entries),
        place=_of_kind(_named(place, known.entries, "entry"), "place", "party"),
        claim=_telling(_named(claim, known.evidence.claims, "claim")),
        strength=_strength(strength),
        ask=ask,
        owner=owner,
    )
    home = editable(inspection)
    path = home / f"{name.replace('.', '/')}.yaml"
    if path.exists():
        raise InputError(f"{path} is there already; an id is used once")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(drafted(draft, date.fromisoformat(day)), encoding="utf-8")
    typer.echo(f"{path} is written; its tests fail until you write their rows:")
    typer.echo(f"  screener rules test {name}{_given('--rules', rules)}")
    if not (home / SCHEMA).is_file():
        typer.echo("so that an editor completes and marks it:")
        typer.echo(f"  screener rules schema --editors {home.parent}{_given('--rules', rules)}")
    return 0


def _given(option: str, value: Path | None) -> str:
    """Return an option as it was given, to be given again."""
    return f" {option} {value}" if value is not None else ""


def _named(name: str, known: Mapping[str, _Found], kind: str) -> _Found:
    if name not in known:
        close = difflib.get_close_matches(name, known, n=1)
        advice = f"; did you mean {close[0]}?" if close else ""
        raise InputError(f"no {kind} {name!r}{advice}")
    return known[name]


def _goods(text: str, entries: Mapping[str, Entry]) -> Entry | tuple[str, ...]:
    """Return an entry, or the words for goods that none names; ids have capital letters."""
    words = tuple(filter(None, map(str.strip, text.split(","))))
    if not words or text != text.lower() or text in entries:
        return _of_kind(_named(text, entries, "entry"), "goods")
    return words


def _of_kind(entry: Entry, *kinds: str) -> Entry:
    if entry.kind not in kinds:
        raise InputError(f"{entry.id} is of kind {entry.kind}; wanted is one of {', '.join(kinds)}")
    return entry


def _telling(claim: Claim) -> Claim:
    """Return a claim on which a sentence can rest: a draft of another would stop the pack."""
    if not claim.supports:
        raise InputError(f"claim {claim.id} supports no kind of sentence by itself; name another")
    return claim


def _strength(text: str) -> str:
    if text not in STRENGTHS:
        raise InputError(f"no strength {text!r}; strengths: {', '.join(STRENGTHS)}")
    return text


def fmt(
    paths: Annotated[list[Path], typer.Argument(metavar="PATHS", help="Files or folders.")],
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a file would change.")
    ] = False,
) -> int:
    """Lay rule files out the same way: keys in order, no trailing blanks; comments stay."""
    files = [file for path in paths for file in _yaml_files(path)]
    if not files:
        raise InputError(f"no YAML file lies in {', '.join(map(str, paths))}")
    changed = 0
    for file in files:
        before = _read(file)
        after = arranged(before, str(file))
        if after != before:
            changed += 1
            typer.echo(f"{file} {'would be laid out' if check else 'is laid out'} anew")
            if not check:
                file.write_bytes(after.encode("utf-8"))
    typer.echo(f"{len(files)} files, {changed} changed", err=True)
    return 1 if check and changed else 0


def _read(file: Path) -> str:
    """Return the text of a file with its line breaks as they are.

    Raises:
        RuleError: It is not in UTF-8.

    """
    content = file.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        message = "not in UTF-8; save the file as UTF-8"
        raise RuleError(message, path=str(file), line=line) from problem


def _yaml_files(path: Path) -> list[Path]:
    if not path.exists():
        raise InputError(f"{path} is neither file nor folder")
    return sorted(path.rglob("*.yaml")) if path.is_dir() else [path]


def bump(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Rules or named conditions.")
    ] = None,
    pack: Annotated[
        Literal["patch", "minor", "major"] | None,
        typer.Option("--pack", help="Raise the version of the pack by this much."),
    ] = None,
    rules: options.Rules = None,
    lists: options.Lists = None,
) -> int:
    """Raise the version of rules or conditions by one, that of the pack as asked; write the lock.

    Without ID and --pack, of the rules whose logic or points changed since their version rose.
    """
    inspection = sound(rules, lists)
    home = editable(inspection)
    given = bool(names) or pack is not None
    wanted = list(names or ()) if given else _changed(inspection)
    files = {
        key.text: Path(node.mark.path)
        for node in inspection.reading.nodes.values()
        for key in (node.get("rule"), node.get("condition"))
        if isinstance(key, ScalarNode) and Path(node.mark.path).is_relative_to(home)
    }
    for name in wanted:
        _write_version(_named(name, files, "rule or condition"), None)
    if pack is not None:
        _raise_pack(home / HEADER, pack)
    write_lock(sound(rules, lists))
    return 0


def sound(rules: Path | None, lists: Path | None) -> Inspection:
    """Return the content in use.

    Raises:
        ContentError: It is wrong, so that nothing can be said of versions.

    """
    inspection = inspect(rules, lists)
    inspection.reading.world.diagnostics.raise_if_any(RuleError)
    return inspection


def editable(inspection: Inspection) -> Path:
    """Return the folder whose files may be edited.

    Raises:
        InputError: The pack is no folder.

    """
    home = Path(str(inspection.home))
    if not home.is_dir():
        raise InputError(f"{home} is no folder, so nothing in it can be edited")
    return home


def _changed(inspection: Inspection) -> list[str]:
    """Return the rules whose logic or points changed under the version of the lock."""
    before = inspection.lock.rules if inspection.lock is not None else {}
    current = current_rules(inspection.reading, inspection.place)
    return [one.rule.id for one in current if one.differs(before.get(one.rule.id))]


def _raise_pack(header: Path, level: Level) -> None:
    """Raise the version of a pack.

    Raises:
        InputError: There is no version of three numbers.

    """
    version = None
    if header.is_file():
        version = raised(version_of(header.read_text(encoding="utf-8"), str(header)), level)
    if version is None:
        raise InputError(f"{header} holds no version of three numbers to raise")
    _write_version(header, version)


def write_lock(inspection: Inspection, backtest: Backtest | None = None) -> None:
    """Write down which meaning each version has now, if that is not what stands there.

    A backtest is written beside the rules that count.

    Raises:
        InputError: The pack is no folder.

    """
    current, before = current_rules(inspection.reading, inspection.place), inspection.lock
    file = editable(inspection) / LOCK
    after = renewed(before, current) if backtest is None else tried(before, current, backtest)
    if after != before and after.rules:
        file.write_text(lock_text(after), encoding="utf-8")
        typer.echo(f"{file}: {len(after.rules)} rules")


def _write_version(file: Path, version: str | None) -> None:
    before = file.read_bytes().decode("utf-8")
    after = with_version(before, str(file), version)
    file.write_bytes(after.encode("utf-8"))
    line = next(line for line in after.splitlines() if line.startswith("version:"))
    typer.echo(f"{file}: {line}")
