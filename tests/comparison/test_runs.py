"""The words that differ: right for any two sequences, and in a number of steps that grows with their length alone."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unres
from unres.comparison import words
from unres.comparison.words import greedy_blocks, inner_differences

WORDS = st.lists(st.sampled_from("lamp rope tide".split()), max_size=14)
HEADS = {"en": "The Harbour Council,\n\n1. Decides ", "ar": "إن مجلس الموانئ،\n\n1 - يقرر "}


def longest_common(a: list[str], b: list[str]) -> int:
    """By the table of all pairs."""
    row = [0] * (len(b) + 1)
    for word in a:
        above, row = row, [0]
        for j, other in enumerate(b):
            row.append(above[j] + 1 if word == other else max(above[j + 1], row[j]))
    return row[-1]


@given(WORDS, WORDS, st.sampled_from([1, 2, 5, 64]))
def test_blocks_are_equal_and_rise(a, b, most):
    before, words.MOST_DIFFERENCES = words.MOST_DIFFERENCES, most
    try:
        blocks = list(greedy_blocks(a, b))
    finally:
        words.MOST_DIFFERENCES = before
    i = j = 0
    for block in blocks:
        assert i <= block.older
        assert j <= block.newer
        i, j = block.older + block.size, block.newer + block.size
        assert block.size > 0
        assert a[block.older : i] == b[block.newer : j]
    if most > len(a) + len(b):
        assert sum(block.size for block in blocks) == longest_common(a, b), "the least differences"


@given(WORDS, WORDS)
def test_runs_and_what_is_kept_make_up_both(a, b):
    found, kept = inner_differences(a, b)
    assert len(a) - sum(run.older_end - run.older for run in found) == kept
    assert len(b) - sum(run.newer_end - run.newer for run in found) == kept
    for before, after in pairwise(found):
        assert before.older_end < after.older
        assert after.newer - before.newer_end == after.older - before.older_end


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_paragraph_whose_words_stand_in_another_order(language):
    """Some thousand words, a few again and again: time was that of their cube."""
    few = {"en": "the lamp of the harbour and ".split(), "ar": "مصباح من الميناء إلى الجزيرة ".split()}[language]
    older, newer = few * 600, [few[i * 7 % 5] for i in range(3000)]
    made = [unres.parse(HEADS[language] + " ".join(words) + ".", language=language) for words in (older, newer)]
    start = time.process_time()
    changes = unres.compare(*made).blocks
    assert time.process_time() - start < 10
    edits = next(change.edits for change in changes if change.edits)
    assert edits


@pytest.mark.parametrize("language", ["en", "ar"])
def test_two_versions_with_nothing_in_common(language):
    """Nothing is paired, and nothing is lost."""
    texts = [HEADS[language] + f"{word};\n\n" + f"{word * 3} {word * 5}؛\n\n" * 700 for word in ("abc", "xyz")]
    older, newer = (unres.parse(text, language=language) for text in texts)
    start = time.process_time()
    found = unres.compare(older, newer).blocks
    assert time.process_time() - start < 20
    assert sum(change.older is not None for change in found) == sum(1 for _ in older.walk())
    assert sum(change.newer is not None for change in found) == sum(1 for _ in newer.walk())
