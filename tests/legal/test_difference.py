"""The smallest difference of two texts in words: it covers both, and cuts no word in two."""

import re

from hypothesis import given
from hypothesis import strategies as st

from perdes_flow.legal.difference import WORD, common_ends, difference, differing

TEXTS = st.text(st.sampled_from("ab é1 \t,.\u0301"), max_size=14)


@given(TEXTS, TEXTS)
def test_a_difference_covers_both_texts_and_cuts_no_word(old: str, new: str) -> None:
    stretches = difference(old, new)
    assert "".join(old[s.old_start : s.old_end] for s in stretches) == old
    assert "".join(new[s.new_start : s.new_end] for s in stretches) == new
    for s in stretches:
        if s.kept:
            assert old[s.old_start : s.old_end] == new[s.new_start : s.new_end]
        for text, place in ((old, s.old_start), (new, s.new_start)):
            assert not re.fullmatch(r"\w\w|\s\s", text[max(place - 1, 0) : place + 1])


@given(TEXTS, TEXTS)
def test_words_that_both_texts_begin_or_end_with_are_kept(old: str, new: str) -> None:
    words = WORD.findall(old), WORD.findall(new)
    same = 0
    for ends in (words, [sequence[::-1] for sequence in words]):
        most = min(map(len, ends)) - same  # a word at the beginning is none at the end
        same = 0
        while same < most and ends[0][same] == ends[1][same]:
            same += 1
        size = sum(map(len, ends[0][:same]))
        stretches = difference(old, new)
        edge = stretches[0 if ends is words else -1] if stretches else None
        if size:
            assert edge is not None
            assert edge.kept
        if ends is words and edge is not None and size:
            assert edge.old_end >= size


def test_what_differs_stands_between_what_both_texts_share() -> None:
    old, new = "Iuran dibayar setiap bulan.", "Iuran dibayar setiap tahun."
    assert differing(old, new) == "bula"
    assert common_ends(old, new) == len(old) - len("bula")
    assert differing("aa", "aaa") == ""
