"""The longest part of a sequence that is in order, against trying all of them."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from perdes_flow.legal.matching.sequences import heaviest_increasing, increasing

PLACES = st.lists(st.integers(0, 9), max_size=9)


def rising(places: Sequence[int]) -> list[tuple[int, ...]]:
    """The indices of every part that rises."""
    choices = (c for size in range(len(places) + 1) for c in combinations(range(len(places)), size))
    return [c for c in choices if all(places[a] < places[b] for a, b in pairwise(c))]


@given(PLACES)
def test_no_longer_part_rises(places: list[int]) -> None:
    found = tuple(increasing(places))
    assert found in rising(places)
    assert len(found) == max(map(len, rising(places)))


@given(PLACES, st.lists(st.integers(1, 9), min_size=9, max_size=9))
def test_of_the_longest_parts_it_is_the_heaviest(places: list[int], weights: list[int]) -> None:
    found = tuple(heaviest_increasing(places, weights.__getitem__))
    assert found in rising(places)
    best = max((len(c), sum(weights[i] for i in c)) for c in rising(places))
    assert (len(found), sum(weights[i] for i in found)) == best


def test_a_long_text_in_which_little_moved_is_not_searched_through() -> None:
    places = [*range(10_000), 4, *range(10_001, 20_000), 12_000, 20_001]
    assert list(increasing(places)) == [i for i in range(len(places)) if i not in (10_000, 20_000)]
