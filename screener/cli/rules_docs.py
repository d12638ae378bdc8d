"""``screener rules docs``: the pack as a static site that asks for nothing outside."""

from pathlib import Path
from typing import Annotated

import typer

from screener.cli import options
from screener.evidence.rule_site import Described, pages
from screener.factory import load


def docs(
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write into.")
    ] = Path("rules-site"),
    rules: options.Rules = None,
    lists: options.Lists = None,
) -> int:
    """Write a page for each rule: in plain words, with its tests as examples and its sources."""
    screener = load(rules=rules, lists=lists)
    names = {entry.id: entry.name for entry in screener.entries.values()}
    output.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, text in pages(Described(screener.pack, screener.register, names)):
        (output / name).write_text(text, encoding="utf-8")
        count += 1
    typer.echo(f"{count} pages in {output}, from {output / 'index.html'} on")
    return 0
