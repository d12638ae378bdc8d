"""``screener rules docs``: the pack as a static site that asks for nothing outside."""

from pathlib import Path
from typing import Annotated

import typer

from screener.cli import options
from screener.cli.rules_edit import sound
from screener.evidence.rule_site import Described, pages


def docs(
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write into.")
    ] = Path("rules-site"),
    rules: options.Rules = None,
    lists: options.Lists = None,
) -> int:
    """Write a page for each rule: in plain words, with its tests as examples and its sources."""
    inspection = sound(rules, lists)
    pack, known = inspection.reading.pack, inspection.reading.world.known
    assert pack is not None, "a pack without errors is there"
    names = {entry.id: entry.name for entry in known.entries.values()}
    output.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, text in pages(Described(pack, inspection.register, names)):
        (output / name).write_text(text, encoding="utf-8")
        count += 1
    typer.echo(f"{count} pages in {output}, from {output / 'index.html'} on")
    return 0
