"""Sentences of reasons: what is put into a rule's wording."""

from screener.evidence.sentences import sentence


def test_a_name_that_ends_with_a_stop_ends_the_sentence_with_it() -> None:
    said = sentence("Sold by {supplier_name}. Ask.", (), {}, {"supplier_name": "Hai Co., Ltd."})

    assert said == "Sold by Hai Co., Ltd. Ask."
