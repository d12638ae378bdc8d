"""The register tells facts in our words: no long run of words is an article's own.

The articles are not part of the repository. Where their texts lie beside it, in the folder
``shared/articles``, they are known by their hashes; elsewhere these tests are skipped and say so.
"""

import hashlib
import re
from pathlib import Path

import pytest

from screener.model.source import Source
from screener.sources.reading import compare
from screener.sources.register import read_register

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT.parent / "shared" / "articles"
REGISTER = read_register(ROOT / "seeds", ROOT / "rules")
READ = [source for source in REGISTER.sources if source.sha256 is not None]
RUN = 8
_WORD = re.compile(r"\w+")
assert READ, "the register keeps the hash of no text"


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _ours() -> dict[str, str]:
    """Return every text of ours by what it belongs to."""
    claims = {
        claim.id: (claim.paraphrase, claim.use, claim.note, *claim.limits)
        for claim in REGISTER.claims.values()
    }
    held = {
        one.id: (one.issue, one.handling)
        for read in REGISTER.sources
        for one in read.contradictions
    }
    sayings = {
        one.id: (one.tempting, one.why_not, one.may_say or "")
        for read in REGISTER.sources
        for one in read.must_not_say
    }
    notes = {read.id: (read.note, *read.absent) for read in REGISTER.sources}
    texts = {**claims, **held, **sayings, **notes}
    return {name: " | ".join(parts) for name, parts in texts.items()}


def _article(source: Source) -> bytes:
    """Return the text that the register read of a source, or skip the test."""
    files = sorted(ARTICLES.glob("*.txt")) if ARTICLES.is_dir() else []
    for file in files:
        data = file.read_bytes()
        if hashlib.sha256(data).hexdigest() == source.sha256:
            return data
    pytest.skip(f"the text of {source.id} does not lie in ../shared/articles")


def test_a_run_of_eight_words_is_seen_and_one_of_seven_is_not() -> None:
    said = "One two three, four five six seven eight nine."

    assert _runs(said) & _runs("zero ONE two three four five six seven eight")
    assert not _runs(said) & _runs("one two three four five six seven and eight nine")


@pytest.mark.parametrize("source", READ, ids=lambda source: source.id)
def test_no_text_of_the_register_shares_eight_words_with_an_article(source: Source) -> None:
    theirs = _runs(_article(source).decode("utf-8")) - _runs(source.title)

    shared = {name: _runs(text) & theirs for name, text in _ours().items()}

    assert {name: runs for name, runs in shared.items() if runs} == {}


@pytest.mark.parametrize("source", READ, ids=lambda source: source.id)
def test_article_is_the_text_that_was_read(source: Source) -> None:
    found = compare(_article(source), source)

    assert found.same
    assert found.lines == found.lines_read
