"""An index as plain arrays, so that it can be saved, and an index made of such arrays.

The arrays hold numbers and octets only; nothing in them is run. Those that grow with the number
of names are used where they lie, so that processes which open one file share its memory. What
is small (words, by their forms and spellings) is read into look-up tables on opening.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from screener.index.lexicon import Lexicon
from screener.index.names import NameIndex
from screener.index.postings import Postings
from screener.index.rows import NameRows, RowContent
from screener.index.slips import slips_allowed
from screener.index.spelling import SameIndex, SpellingIndex
from screener.index.strings import Strings
from screener.index.vocabulary import Vocabulary
from screener.index.word_content import WordContent

Arrays = Mapping[str, NDArray[Any]]

_TEXTS = ("texts", "wholes")
_NUMBERS = (
    "names",
    "nth",
    "lengths",
    "words",
    "floors",
    "distinctive",
    "supporting",
    "bag_rows",
    "spelt_rows",
)
_BETWEEN = "\x1f"
"""Stands between the words of a bag; folding leaves no such character in a word."""


def arrays_of(index: NameIndex) -> dict[str, NDArray[Any]]:
    """Return everything an index holds but the words it was judged by."""
    rows, words = index.rows.content, index.rows.vocabulary.content
    arrays: dict[str, NDArray[Any]] = {name: getattr(rows, name) for name in _NUMBERS}
    arrays |= {
        "numbers": np.array(index.keys, np.int64),
        "same": rows.same.forms,
        "spelt_wholes": rows.spelt.forms,
        "slips": rows.slips.forms,
        "spelling": words.spelling.forms,
        "postings.starts": rows.postings.starts,
        "postings.rows": rows.postings.rows,
        "anchors.starts": rows.anchors.starts,
        "anchors.rows": rows.anchors.rows,
        "counts": words.counts,
        "names_read": np.array([words.names], np.int64),
        "kinds": words.kinds,
        "scripts": words.scripts,
        "keys.of": np.array(list(words.keys), np.int64),
        "spelt_keys.of": words.spelt_of,
        "paths.of": np.array(list(words.paths), np.int64),
    }
    near = sorted(words.near.items())
    texts: dict[str, Sequence[str]] = {
        "texts": rows.texts,
        "wholes": rows.wholes,
        "bags": [_BETWEEN.join(bag) for bag in rows.bags],
        "anchor_forms": rows.anchor_forms,
        "forms": words.forms,
        "keys": list(words.keys.values()),
        "paths": list(words.paths.values()),
        "spelt": words.spelling.words,
        "spelt_keys": words.spelt,
        "spelt_wholes": rows.spelt.words,
        "near": [form for form, _ in near],
        "meant": [meant for _, meant in near],
    }
    for name, several in texts.items():
        kept = several if isinstance(several, Strings) else Strings.of(several)
        arrays |= {f"{name}.starts": kept.starts, f"{name}.octets": kept.octets}
    return arrays


def index_of(arrays: Arrays, lexicon: Lexicon) -> NameIndex:
    """Return the index of arrays that ``arrays_of`` gave, with the words it was judged by.

    Raises:
        KeyError: An array is missing.

    """
    wholes = _strings(arrays, "wholes")
    content = RowContent(
        texts=_strings(arrays, "texts"),
        wholes=wholes,
        **{name: arrays[name] for name in _NUMBERS},
        postings=_postings(arrays, "postings"),
        anchors=_postings(arrays, "anchors"),
        anchor_forms=list(_strings(arrays, "anchor_forms")),
        bags=[tuple(bag.split(_BETWEEN)) for bag in _strings(arrays, "bags")],
        same=SameIndex(wholes, arrays["same"]),
        spelt=SameIndex(_strings(arrays, "spelt_wholes"), arrays["spelt_wholes"]),
        slips=SpellingIndex(wholes, slips_allowed, arrays["slips"]),
    )
    vocabulary = Vocabulary(_words(arrays), lexicon)
    return NameIndex(arrays["numbers"].tolist(), NameRows(content, vocabulary))


def _words(arrays: Arrays) -> WordContent:
    """Return the words of a saved list."""
    near = dict(zip(_strings(arrays, "near"), _strings(arrays, "meant"), strict=True))
    spelling = SpellingIndex(_strings(arrays, "spelt"), forms=arrays["spelling"])
    return WordContent(
        forms=list(_strings(arrays, "forms")),
        kinds=arrays["kinds"],
        scripts=arrays["scripts"],
        keys=dict(zip(arrays["keys.of"].tolist(), _strings(arrays, "keys"), strict=True)),
        paths=dict(zip(arrays["paths.of"].tolist(), _strings(arrays, "paths"), strict=True)),
        spelt=_strings(arrays, "spelt_keys"),
        spelt_of=arrays["spelt_keys.of"],
        counts=arrays["counts"],
        names=int(arrays["names_read"][0]),
        near=near,
        spelling=spelling,
    )


def _strings(arrays: Arrays, name: str) -> Strings:
    return Strings(arrays[f"{name}.starts"], arrays[f"{name}.octets"])


def _postings(arrays: Arrays, name: str) -> Postings:
    return Postings(arrays[f"{name}.starts"], arrays[f"{name}.rows"], len(arrays["names"]))
