"""The pack as a static site: each rule in plain words, its tests as examples, its sources."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple

from screener.rules.plain import rule_in_words
from screener.rules.schema import Example, Pack, Rule
from screener.sources.register import Register

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
pre { background: #f4f4f4; padding: 1rem; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #ccc; padding: .3rem .6rem; text-align: left; vertical-align: top; }
"""


class Described(NamedTuple):
    """A pack with what its rules rest on, and the names of entries by their ids."""

    pack: Pack
    register: Register
    names: Mapping[str, str]


def pages(described: Described) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each page, the index first; no page asks for anything outside."""
    rules = [rule for rule in described.pack.rules if rule.status != "retired"]
    yield "index.html", _index(described.pack, rules)
    for rule in rules:
        yield f"{rule.id}.html", _page(rule.title, _rule(rule, described))


def _page(title: str, parts: Iterable[str]) -> str:
    body = "\n".join(parts)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _index(pack: Pack, rules: Iterable[Rule]) -> str:
    rows = [
        (f'<a href="{escape(rule.id)}.html">{escape(rule.id)}</a>', escape(rule.title),
         escape(rule.family), escape(rule.status), str(rule.points), rule.raises_to or "")
        for rule in rules
    ]  # fmt: skip
    head = ("rule", "title", "family", "status", "points", "floor")
    title = f"Rules of {pack.name} {pack.version}"
    return _page(title, [f"<h1>{escape(title)}</h1>", *_table(head, rows)])


def _rule(rule: Rule, described: Described) -> Iterator[str]:
    yield f'<p><a href="index.html">All rules</a></p>\n<h1>{escape(rule.title)}</h1>'
    yield f"<p>{escape(rule.id)}, version {rule.version}, {rule.status}, family {rule.family}</p>"
    yield f"<p>{escape(rule.why)}</p>"
    words = rule_in_words(rule, described.pack.conditions, described.names)
    yield f"<h2>When</h2>\n<pre>{escape(chr(10).join(words))}</pre>"
    yield f"<h2>What it says</h2>\n<p>{escape(rule.says)}</p>"
    yield from _list("What to ask", rule.asks)
    yield from _list("What it never says", rule.never_say)
    yield "<h2>Examples</h2>"
    yield from _table(("test", "record", "answer"), [_example(test) for test in rule.tests])
    yield from _list("Sources", _sources(rule, described.register))
    yield f"<p>Introduced {rule.introduced}, to be reviewed by {rule.review_by}.</p>"


def _example(test: Example) -> tuple[str, str, str]:
    cells = [f"{column}: {text}" for column, text in test.row.items() if text]
    points = f", {test.points} points" if test.points is not None else ""
    return escape(test.name), "<br>".join(map(escape, cells)), escape(test.expect + points)


def _sources(rule: Rule, register: Register) -> Iterator[str]:
    cited = dict.fromkeys((*rule.claims, *(name for extra in rule.more for name in extra.claims)))
    for name in cited:
        claim = register.claims[name]
        yield f"{name}: {claim.paraphrase} ({claim.grade}, confidence {claim.confidence})"
    for name in rule.basis:
        yield f"{name}: {register.provisions[name].provision}"


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    shown = [f"<li>{escape(item)}</li>" for item in items]
    if shown:
        yield f"<h2>{title}</h2>\n<ul>\n" + "\n".join(shown) + "\n</ul>"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield a table; its cells are markup already."""
    yield "<table>\n<tr>" + "".join(f"<th>{cell}</th>" for cell in head) + "</tr>"
    yield from ("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    yield "</table>"
