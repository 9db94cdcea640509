"""Pasal that stand word for word in both texts, found without reading them: most of a draft does not change."""

from collections.abc import Sequence
from itertools import pairwise

from perdes_flow.legal.matching.lines import BUKU, PASAL, Line, read_line


def equal_blocks(old: Sequence[Line], new: Sequence[Line]) -> tuple[dict[int, int], dict[int, int]]:
    """For each text the Pasal whose lines after the heading occur once there and once in the other text.

    First line -> the line behind the last.
    """
    olds, news = _once(old), _once(new)
    both = [key for key, span in olds.items() if span is not None and news.get(key) is not None]
    return {s[0]: s[1] for key in both if (s := olds[key])}, {s[0]: s[1] for key in both if (s := news[key])}


def _once(lines: Sequence[Line]) -> dict[tuple[bytes, ...], tuple[int, int] | None]:
    """The lines of a Pasal -> where it stands; None where several have the same lines."""
    starts = [i for i, line in enumerate(lines) if line.may_head and BUKU <= read_line(line).rank <= PASAL]
    found: dict[tuple[bytes, ...], tuple[int, int] | None] = {}
    for start, end in pairwise([*starts, len(lines)]):
        if read_line(lines[start]).rank == PASAL:
            key = tuple(line.look for line in lines[start + 1 : end])
            if key and all(key):
                found[key] = None if key in found else (start, end)
    return found
