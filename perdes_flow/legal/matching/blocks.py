"""Pasal that stand word for word in both texts, found without reading them: most of a draft does not change."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from perdes_flow.legal.matching.lines import BUKU, PASAL, Lines


class Block(NamedTuple):
    """A Pasal in one text: the line behind its last, and a number that it has in both texts."""

    end: int
    number: int
    weight: int


def equal_blocks(old: Lines, new: Lines) -> tuple[dict[int, Block], dict[int, Block]]:
    """For each text the Pasal whose lines after the heading occur once there and once in the other text, by first line."""
    looks = old.looks, new.looks
    if not looks[0] or not looks[1]:
        return {}, {}
    olds, news = _once(old, looks[0]), _once(new, looks[1])
    found: tuple[dict[int, Block], dict[int, Block]] = {}, {}
    for number, (key, span) in enumerate(olds.items()):
        other = news.get(key)
        if span is not None and other is not None:
            weight = sum(map(len, key))
            found[0][span[0]] = Block(span[1], number, weight)
            found[1][other[0]] = Block(other[1], number, weight)
    return found


def _once(lines: Lines, looks: Sequence[bytes]) -> dict[tuple[bytes, ...], tuple[int, int] | None]:
    """The lines of a Pasal -> where it stands; None where several have the same lines."""
    ranks = {i: rank for i in lines.heads if BUKU <= (rank := lines[i].reading.rank) <= PASAL}
    found: dict[tuple[bytes, ...], tuple[int, int] | None] = {}
    for start, end in pairwise([*ranks, len(lines)]):
        if ranks[start] == PASAL and end > start + 1:
            key = tuple(looks[start + 1 : end])
            found[key] = None if key in found else (start, end)
    return found
