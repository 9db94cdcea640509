"""The XML of a body as its children, without parsing it, and what each of them looks like: a key to find equal ones by."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from perdes_flow.word.pieces import PARAGRAPH_END, children_from, end_of_child

WINDOW = 1 << 16  # bytes that are split at once: a long body is more than a processor has at hand
LARGEST = 1_000_000  # bytes from the end of one paragraph to that of the next: more is not for reading
Known = Mapping[bytes, tuple[bytes, bytes]]  # a paragraph -> itself, and what it looks like


class Pieces(NamedTuple):
    """The children of a body.

    children   the XML of each, with what stands before it; blanks behind the last are a piece of their own
    looks      what it looks like, where that was known
    odd        which of them are perhaps not one paragraph and nothing else
    """

    children: list[bytes]
    looks: list[bytes | None]
    odd: list[int]


def pieces_of(body: bytes, known: Known) -> Pieces | None:
    """The children; None where it cannot be told where one ends: well-formed XML can be cut."""
    split, odd = Pieces([], [], []), list[int]()
    at = 0
    while (end := _window_end(body, at)) > at:
        if end - at > max(LARGEST, WINDOW):
            return None
        odd += _add_window(split, body[at:end], known)
        at = end
    if len(body) - at > LARGEST:
        return None
    found, at = _put_together(body, split, odd) if odd else (split, at)
    behind = children_from(body, at) if at >= 0 else None
    if behind is None:
        return None
    for child in behind:
        _add_odd(found, child)
    return found


def _window_end(body: bytes, at: int) -> int:
    """Where a stretch that is split at once ends, with a paragraph; its beginning, where none ends behind it."""
    end = body.rfind(PARAGRAPH_END, at, at + WINDOW)
    if end < 0:
        end = body.find(PARAGRAPH_END, at)
    return end + len(PARAGRAPH_END) if end >= 0 else at


def _add_window(split: Pieces, window: bytes, known: Known) -> list[int]:
    """Add pieces that end where a paragraph ends; which of them are perhaps not one paragraph?"""
    first = len(split.children)
    children = [beginning + PARAGRAPH_END for beginning in window.split(PARAGRAPH_END)[:-1]]
    looks: list[bytes | None] = [None] * len(children)
    if known:
        seen = [known.get(child) or (child, None) for child in children]
        children, looks = [child for child, _ in seen], [look for _, look in seen]
    split.children.extend(children)
    split.looks.extend(looks)
    return [first + n for n in _odd([n for n, look in enumerate(looks) if look is None], children)]


def _odd(fresh: Sequence[int], children: Sequence[bytes]) -> list[int]:
    """Which of the new ones are perhaps not one paragraph?"""
    odd = [n for n in fresh if not children[n].startswith(_STARTS)]
    begun = _paragraphs_in(b"".join([children[n] for n in fresh]))
    # as many as there are pieces, and no piece without one: each of those that begin with one is that one
    if begun == len(fresh) and all(_paragraphs_in(children[n]) == 1 for n in odd):
        return odd
    return sorted({*odd, *(n for n in fresh if _paragraphs_in(children[n]) != 1)})


_STARTS = (b"<w:p>", b"<w:p ")


def _paragraphs_in(data: bytes) -> int:
    """How many begin there?"""
    return data.count(b"<w:p>") + data.count(b"<w:p ")


def _put_together(body: bytes, split: Pieces, odd: Sequence[int]) -> tuple[Pieces, int]:
    """The children up to a place behind the last end of a paragraph, where some hold several; -1 where one has no end."""
    found = Pieces([], [], [])
    starts = list(accumulate(map(len, split.children), initial=0))
    n = at = 0  # how many pieces are done with, and how much of the body
    for piece in odd:
        if at > starts[piece]:
            continue  # inside another child
        _add_paragraphs(found, split, n, piece)
        at = starts[piece]
        while True:
            end = end_of_child(body, at)
            if end < 0:
                return found, -1
            _add_odd(found, body[at:end])
            at = end
            n = bisect_left(starts, at)
            if n == len(starts) or starts[n] == at:
                break
    _add_paragraphs(found, split, n, len(split.children))
    return found, max(at, starts[-1])


def _add_paragraphs(found: Pieces, split: Pieces, start: int, end: int) -> None:
    found.children.extend(split.children[start:end])
    found.looks.extend(split.looks[start:end])


def _add_odd(found: Pieces, child: bytes) -> None:
    found.odd.append(len(found.children))
    found.children.append(child)
    found.looks.append(None)


def children_of(body: bytes) -> list[bytes] | None:
    """The XML of each child, with what stands before it; blanks behind the last are a piece of their own."""
    pieces = pieces_of(body, {})
    return pieces.children if pieces is not None else None


# ---- what a child looks like


def look_of(child: bytes) -> bytes:
    """The XML of a block without the blanks before it, and without what every save renews."""
    if holds_ids(child):
        child = _IDS.sub(b"", child)
    return child if child.startswith(b"<") else child.lstrip()


def holds_ids(data: bytes, start: int = 0, end: int | None = None) -> bool:
    """Is there perhaps something in it that every save renews?"""
    return data.find(b" w:rsid", start, end) >= 0 or data.find(b" w14:paraId", start, end) >= 0


# outside a tag no sign ">" stands before the next "<"
_IDS = re.compile(rb' (?:w:rsid\w*|w14:(?:paraId|textId))="[^"<>]*"(?=[^<>]*>)')


FEW = 4  # things that are found faster one by one, without a look at each of the others in Python


def places_of(wanted: Collection[bytes], looks: list[bytes]) -> list[int]:
    """Where any of the wanted stand, in order."""
    if len(wanted) > FEW:
        return [i for i, look in enumerate(looks) if look in wanted]
    found: list[int] = []
    for look in wanted:
        at = -1
        for _ in range(looks.count(look)):
            at = looks.index(look, at + 1)
            found.append(at)
    return sorted(found)
