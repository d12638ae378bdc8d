"""The rows of a list made from its names."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from screener.index.lexicon import Kind, Lexicon
from screener.index.postings import Integers, Postings
from screener.index.read_names import ReadNames
from screener.index.rows import (
    NameRows,
    RowContent,
    generic_bag,
    latin_wholes,
    sum_by,
)
from screener.index.slips import slips_allowed
from screener.index.spelling import SameIndex, SpellingIndex
from screener.index.vocabulary import Part, Vocabulary


class _Anchored(NamedTuple):
    """The rows that no word surely carries: posted under their rarest words, and by all words."""

    postings: Postings
    forms: list[str]
    bags: list[tuple[str, ...]]
    bag_rows: Integers


def build_rows(texts: Sequence[str], lexicon: Lexicon) -> NameRows:
    """Return every reading of every name as a row, with postings to find them by."""
    read = ReadNames(texts, lexicon)
    lengths = np.array(read.lengths, np.int64)
    row_of = np.repeat(np.arange(len(lengths)), lengths)
    met = np.array(read.met, np.int64)
    vocabulary = Vocabulary.build(read.words, read.counts(met, row_of), len(texts), lexicon)
    ids = vocabulary.ids
    words: Integers = np.array([ids[word.form] for word in read.words], np.int64)[met]
    parts = vocabulary.parts
    telling = vocabulary.surely_carrying[words]
    carries = (vocabulary.content.kinds == Kind.WORD)[words]
    worth = vocabulary.floors[words]
    uncarried = np.flatnonzero(np.bincount(row_of[telling], minlength=len(lengths)) == 0)
    ends = np.cumsum(lengths)
    generic = [
        (row, [parts[word] for word in words[end - length : end].tolist()])
        for row, length, end in zip(
            uncarried.tolist(), lengths[uncarried].tolist(), ends[uncarried].tolist(), strict=True
        )
    ]
    anchored = _anchored(generic, vocabulary, len(lengths))
    spelt = [(row, one) for row, whole in enumerate(read.wholes) for one in latin_wholes(whole)]
    content = RowContent(
        texts=list(texts),
        wholes=read.wholes,
        names=np.array(read.names, np.int64),
        nth=np.array(read.nth, np.int64),
        lengths=lengths,
        words=words,
        floors=vocabulary.floors,
        distinctive=sum_by(row_of, worth * telling, len(lengths)),
        supporting=sum_by(row_of, worth * ~telling, len(lengths)),
        postings=Postings.build(
            words[carries], row_of[carries], vocabulary=len(ids), width=len(lengths)
        ),
        anchors=anchored.postings,
        anchor_forms=anchored.forms,
        bags=anchored.bags,
        bag_rows=anchored.bag_rows,
        same=SameIndex(read.wholes),
        spelt=SameIndex([one for _, one in spelt]),
        spelt_rows=np.array([row for row, _ in spelt], np.int64),
        slips=SpellingIndex(read.wholes, slips_allowed),
    )
    return NameRows(content, vocabulary)


def _anchored(
    rows: Sequence[tuple[int, list[Part]]], vocabulary: Vocabulary, width: int
) -> _Anchored:
    """Return the rows that no word surely carries, ready to be found."""
    near, ids, counts = vocabulary.near, vocabulary.ids, vocabulary.content.counts.tolist()
    anchors: list[tuple[str, int]] = []
    bags: list[tuple[str, ...]] = []
    bag_rows: list[int] = []
    for row, parts in rows:
        generic = [near.get(part.word.form, part.word.form) for part in parts]
        telling = [form for form in generic if not form.startswith("#")] or generic
        rarity = [(counts[ids[form]] if form in ids else 0, form) for form in telling]
        anchors.append((min(rarity)[1], row))
        bag = generic_bag(parts)
        if bag is not None:
            bags.append(bag)
            bag_rows.append(row)
    forms = sorted({form for form, _ in anchors})
    numbers = {form: index for index, form in enumerate(forms)}
    postings = Postings.build(
        np.array([numbers[form] for form, _ in anchors], np.int64),
        np.array([row for _, row in anchors], np.int64),
        vocabulary=len(forms),
        width=width,
    )
    return _Anchored(postings, forms, bags, np.array(bag_rows, np.int64))
