"""Order: the longest part of a sequence that is in order, and the best pairing of two sequences in order."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise


def increasing(places: Sequence[int]) -> list[int]:
    """The indices of a longest strictly increasing subsequence."""
    if all(a < b for a, b in pairwise(places)):
        return list(range(len(places)))
    tops: list[int] = []
    ends: list[int] = []
    before = [-1] * len(places)
    for i, place in enumerate(places):
        at = bisect_left(tops, place)
        before[i] = ends[at - 1] if at else -1
        tops[at : at + 1] = [place]
        ends[at : at + 1] = [i]
    chosen = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chosen.append(at)
        at = before[at]
    return chosen[::-1]


def monotone_pairs(rows: int, columns: int, worth: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """The pairs (row, column), both rising, with the greatest sum of worths; a worth of 0 never pairs."""
    worths = [[worth(i, j) for j in range(columns)] for i in range(rows)]
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
