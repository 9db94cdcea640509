"""Order: the longest part of a sequence that is in order, and the best pairing of two sequences in order."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain, compress, count, pairwise
from operator import ge, lt


def rises(places: Sequence[int]) -> bool:
    """Is each place behind the one before it?"""
    return all(map(lt, places, places[1:]))


def increasing(places: Sequence[int]) -> Sequence[int]:
    """The indices of a longest strictly increasing subsequence."""
    return _in_order(places, lambda odd: _longest([places[i] for i in odd]))


def _in_order(places: Sequence[int], choose: Callable[[list[int]], list[int]]) -> Sequence[int]:
    """The indices of all places that stand in order with every other, and of those chosen among the rest."""
    if rises(places):
        return range(len(places))
    at_odds = list(_out_of_order(places))
    left_out = set(at_odds).difference([at_odds[k] for k in choose(at_odds)])
    return [i for i in range(len(places)) if i not in left_out]


def _longest(places: Sequence[int]) -> list[int]:
    tops: list[int] = []
    ends: list[int] = []
    before = [-1] * len(places)
    for i, place in enumerate(places):
        if not tops or place > tops[-1]:  # most do not turn back
            before[i] = ends[-1] if ends else -1
            tops.append(place)
            ends.append(i)
            continue
        at = bisect_left(tops, place)
        before[i] = ends[at - 1] if at else -1
        tops[at], ends[at] = place, i
    chosen = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chosen.append(at)
        at = before[at]
    return chosen[::-1]


def heaviest_increasing(places: Sequence[int], weigh: Callable[[int], int]) -> Sequence[int]:
    """The indices of the longest strictly increasing subsequence that leaves out the least weight.

    `weigh` tells the weight of the place at an index; it is asked only where there is a choice.
    """
    return _in_order(places, lambda odd: _heaviest([places[i] for i in odd], [weigh(i) for i in odd]))


def _heaviest(places: Sequence[int], weights: Sequence[int]) -> list[int]:
    ranks = {place: rank for rank, place in enumerate(sorted(set(places)), start=1)}
    best: list[tuple[int, int, int]] = [(0, 0, -1)] * (len(ranks) + 1)  # a Fenwick tree of maxima by rank
    before = [-1] * len(places)
    ends = (0, 0, -1)
    for i, place in enumerate(places):
        length, weight, before[i] = _best_below(best, ranks[place] - 1)
        found = (length + 1, weight + weights[i], i)
        _enter(best, ranks[place], found)
        ends = max(ends, found)
    chosen, at = [], ends[2]
    while at >= 0:
        chosen.append(at)
        at = before[at]
    return chosen[::-1]


def _out_of_order(places: Sequence[int]) -> Iterator[int]:
    """The indices of places before which one stands that is not lower, or behind which one stands that is not higher.

    Most of a text is in order: only where two neighbours are not, another run of rising places begins.
    """
    falls = compress(count(1), map(ge, places, places[1:]))
    runs = list(pairwise([0, *falls, len(places)]))
    before = accumulate([places[end - 1] for _, end in runs], max, initial=min(places) - 1)
    behind = accumulate([places[start] for start, _ in reversed(runs)], min, initial=max(places) + 1)
    for (start, end), highest, lowest in zip(runs, before, list(behind)[-2::-1], strict=False):
        low = bisect_right(places, highest, start, end)
        high = bisect_left(places, lowest, low, end)
        yield from chain(range(start, low), range(high, end))


def _best_below(best: list[tuple[int, int, int]], rank: int) -> tuple[int, int, int]:
    found = best[0]
    while rank > 0:
        found = max(found, best[rank])
        rank -= rank & -rank
    return found


def _enter(best: list[tuple[int, int, int]], rank: int, found: tuple[int, int, int]) -> None:
    while rank < len(best):
        best[rank] = max(best[rank], found)
        rank += rank & -rank


def monotone_pairs(worths: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column), both rising, with the greatest sum of worths; a worth of 0 never pairs."""
    rows, columns = len(worths), len(worths[0])
    if rows == 1 or columns == 1:
        return _best_pair(worths)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            value = max(best[i + 1][j], best[i][j + 1])
            if worths[i][j] > 0:
                value = max(value, worths[i][j] + best[i + 1][j + 1])
            best[i][j] = value
    pairs = []
    i = j = 0
    while i < rows and j < columns:
        if worths[i][j] > 0 and best[i][j] == worths[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _best_pair(worths: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The first pair of the greatest worth: of one row or one column no more can pair."""
    most = max(map(max, worths))
    if most <= 0:
        return []
    return [next((i, row.index(most)) for i, row in enumerate(worths) if most in row)]
