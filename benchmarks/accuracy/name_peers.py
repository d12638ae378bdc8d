"""Scores names with other matchers; runs in an environment of its own.

Reads a JSON object from standard input: ``pairs``, a list of [name, name, schema], and
``searches``, a list of {listed, aliases: [[name, position in listed], ...], unlisted}. Writes,
for each matcher, its scores of the pairs, and for each search its scores of the aliases with
the listed names they belong to and its best score of each unlisted name. Nothing of this
package is imported here.

Every matcher gets what suits it: nomenklatura and rigour the raw names with their own
cleaning, rapidfuzz and the 3-grams (string_grouper's method) folded names. nomenklatura and
rigour cannot compare every unlisted name with every listed one in a sensible time; they
see the listed names that token_set_ratio and token_sort_ratio rank highest, so their alerts
are a lower bound and their recall an upper one.
"""

import json
import sys
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import version
from typing import TypedDict

import numpy as np
from followthemoney import EntityProxy  # type: ignore[import-not-found]
from nomenklatura.matching import LogicV1, LogicV2  # type: ignore[import-not-found]
from rapidfuzz import fuzz, process, utils
from rigour.names import (  # type: ignore[import-not-found]
    NamePartTag,
    NameTypeTag,
    analyze_names,
    compare_parts,
)
from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found]
from sparse_dot_topn import sp_matmul_topn  # type: ignore[import-not-found]

SHORTLIST = 8
PACKAGES = ("nomenklatura", "rigour", "rapidfuzz", "sparse_dot_topn")
Scorer = Callable[[str, str, str], float]
Scores = list[float]


class Search(TypedDict):
    """Listed names, aliases with the position of their listed name, names on no list."""

    listed: list[str]
    aliases: list[tuple[str, int]]
    unlisted: list[str]


@lru_cache(maxsize=65_536)
def entity(name: str, schema: str) -> EntityProxy:
    """Return an entity that has a name and nothing else."""
    return EntityProxy.from_dict({"id": name, "schema": schema, "properties": {"name": [name]}})


def logic(matcher: type[LogicV1] | type[LogicV2]) -> Scorer:
    """Return the scorer of a matcher of nomenklatura with its default settings."""
    settings = matcher.default_config()

    def score(first: str, second: str, schema: str) -> float:
        return float(matcher.compare(entity(first, schema), entity(second, schema), settings).score)

    return score


@lru_cache(maxsize=65_536)
def parts(name: str, schema: str) -> list[object]:
    """Return the parts of a name without its legal form, as rigour cuts it."""
    kind = NameTypeTag.PER if schema == "Person" else NameTypeTag.ORG
    found = next(iter(analyze_names(kind, [name])), None)
    cut = [] if found is None else list(found.parts)
    return [part for part in cut if part.tag != NamePartTag.LEGAL] or cut


def rigour(first: str, second: str, schema: str) -> float:
    """Return the mean of rigour's alignment scores, weighed by what each covers."""
    total = met = 0.0
    for pair in compare_parts(parts(first, schema), parts(second, schema)):
        length = len(pair.qstr or "") + len(pair.rstr or "")
        total += length
        met += length * pair.score if pair.qps and pair.rps else 0.0
    return met / total if total else 0.0


def folded(name: str) -> str:
    """Return a name as rapidfuzz's own processor leaves it."""
    return str(utils.default_process(name))


FUZZY = {
    "rapidfuzz WRatio": fuzz.WRatio,
    "rapidfuzz token_sort_ratio": fuzz.token_sort_ratio,
    "rapidfuzz token_set_ratio": fuzz.token_set_ratio,
}
STRUCTURED: dict[str, Scorer] = {
    "nomenklatura logic-v1": logic(LogicV1),
    "nomenklatura logic-v2": logic(LogicV2),
    "rigour compare": rigour,
}
GRAMS = "sparse_dot_topn 3-grams"


def grams(names: list[str]) -> TfidfVectorizer:
    """Return the weighing of 3-grams by these names."""
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3)).fit(names)


def pair_scores(pairs: list[tuple[str, str, str]]) -> dict[str, Scores]:
    """Return the scores of every matcher on pairs."""
    scores = {name: [score(*pair) for pair in pairs] for name, score in STRUCTURED.items()}
    left, right = ([folded(pair[side]) for pair in pairs] for side in (0, 1))
    for name, fuzzy in FUZZY.items():
        scores[name] = [fuzzy(first, second) for first, second in zip(left, right, strict=True)]
    weighing = grams(left + right)
    both = weighing.transform(left).multiply(weighing.transform(right)).sum(axis=1)
    return scores | {GRAMS: np.asarray(both).ravel().tolist()}


def shortlists(unlisted: list[str], listed: list[str]) -> list[set[int]]:
    """Return, for each unlisted name, the listed ones that rapidfuzz ranks highest."""
    found: list[set[int]] = [set() for _ in unlisted]
    for fuzzy in (fuzz.token_set_ratio, fuzz.token_sort_ratio):
        for first in range(0, len(unlisted), 500):
            table = process.cdist(unlisted[first : first + 500], listed, scorer=fuzzy)
            best = np.argpartition(-table, SHORTLIST, axis=1)[:, :SHORTLIST]
            for at, row in enumerate(best.tolist()):
                found[first + at].update(row)
    return found


def search_scores(search: Search) -> dict[str, tuple[Scores, Scores]]:
    """Return the scores of aliases with their own names, and the best of unlisted names."""
    listed, unlisted = search["listed"], search["unlisted"]
    near = shortlists(list(map(folded, unlisted)), list(map(folded, listed)))
    scores = {
        name: (
            [score(alias, listed[at], "Organization") for alias, at in search["aliases"]],
            [
                max(score(one, listed[at], "Organization") for at in sorted(rows))
                for one, rows in zip(unlisted, near, strict=True)
            ],
        )
        for name, score in STRUCTURED.items()
    }
    names, others = list(map(folded, listed)), list(map(folded, unlisted))
    for name, fuzzy in FUZZY.items():
        own = [fuzzy(folded(alias), names[at]) for alias, at in search["aliases"]]
        best = [
            process.cdist(others[first : first + 500], names, scorer=fuzzy).max(axis=1)
            for first in range(0, len(others), 500)
        ]
        scores[name] = own, np.concatenate(best).astype(float).tolist()
    asked = [(folded(alias), at) for alias, at in search["aliases"]]
    return scores | {GRAMS: gram_scores(names, asked, others)}


def gram_scores(
    names: list[str], aliases: list[tuple[str, int]], others: list[str]
) -> tuple[Scores, Scores]:
    """Return the same by the cosine of 3-grams."""
    weighing = grams(names)
    listed = weighing.transform(names)
    asked = weighing.transform([alias for alias, _ in aliases])
    own = asked.multiply(listed[[at for _, at in aliases]]).sum(axis=1)
    best = sp_matmul_topn(weighing.transform(others), listed.T.tocsr(), top_n=1)
    return np.asarray(own).ravel().tolist(), best.max(axis=1).toarray().ravel().tolist()


def main() -> None:
    """Score what comes in."""
    asked = json.load(sys.stdin)
    answer = {
        "versions": {name: version(name) for name in PACKAGES},
        "pairs": pair_scores([(first, second, schema) for first, second, schema in asked["pairs"]]),
        "searches": [search_scores(search) for search in asked["searches"]],
    }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
