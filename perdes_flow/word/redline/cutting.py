"""The main part of a Word file cut into the blocks of its body without parsing it: bytes that are equal need no reading.

Cutting bytes is right only where nothing can hide from it. A file in which something might is not cut here; it is read as a
tree, and what that tree is written as can be cut.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from perdes_flow.word.pieces import framed, is_open, is_well_formed
from perdes_flow.word.redline.splitting import Known, Pieces, holds_ids, look_of, pieces_of, places_of


@dataclass(frozen=True)
class Cut:
    """A part as it lies in the file: up to the first block, the blocks with the blanks before them, all behind them.

    looks   the XML of each block without blanks and without what every save renews
    tags    those that occur, without the commonest
    odd     which blocks are perhaps no paragraphs
    fresh   which blocks do not stand in the part that this one was cut like
    read    the head, those blocks, all behind them
    """

    head: bytes
    children: list[bytes]
    tail: bytes
    looks: list[bytes]
    tags: frozenset[bytes]
    odd: Sequence[int]
    fresh: Sequence[int]
    read: bytes
    like: "Cut | None"
    _holding: dict[bytes, list[int]] = field(default_factory=dict, repr=False)

    def looks_with(self, *words: bytes) -> set[bytes]:
        """What those blocks look like that hold one of the words, here or in the part that this one was cut like.

        A word may be a tag, or letters of one: those are looked for only where there is such a tag.
        """
        own = {self.looks[i] for word in words for i in self._fresh_with(word)}
        return own | self.like.looks_with(*words) if self.like is not None else own

    def places_with(self, *words: bytes) -> set[int]:
        """Which blocks hold one of the words."""
        found = {i for word in words for i in self._fresh_with(word)}
        if self.like is not None and (seen := self.like.looks_with(*words)):
            found.update(places_of(seen, self.looks))
        return found

    def _fresh_with(self, word: bytes) -> Sequence[int]:
        """Which of the fresh blocks hold a word?"""
        if not self._may_stand(word):
            return ()
        if word not in self._holding:
            self._holding[word] = list(self._found(word))
        return self._holding[word]

    def _may_stand(self, word: bytes) -> bool:
        if word.startswith(b"<"):
            return word[1:] in self.tags
        return not word.isalnum() or any(word in tag for tag in self.tags)

    def _found(self, word: bytes) -> Iterator[int]:
        """All are searched at once: most words are in few or in none."""
        starts = self._starts
        at = self.read.find(word, starts[0], starts[-1])
        while at >= 0:
            n = bisect_right(starts, at)
            if word in self.looks[self.fresh[n - 1]]:  # else half of it is of the next one
                yield self.fresh[n - 1]
            at = self.read.find(word, starts[n], starts[-1])

    @cached_property
    def _starts(self) -> list[int]:
        """Where each fresh block begins in what was read."""
        return list(accumulate((len(self.children[i]) for i in self.fresh), initial=len(self.head)))

    @cached_property
    def known(self) -> Known:
        """All paragraphs that were seen in this part or the ones before."""
        children, looks = self.children, self.looks
        own = {children[i]: (children[i], looks[i]) for i in self.fresh}
        return {**self.like.known, **own} if self.like is not None else own


# asking for the commonest ones, too, would take twice as long
_TAGS = re.compile(rb"<(?!/|w:(?:p|r|t|rPr|pPr|jc|i|b)[ />])([^\s/>]+)")


def cut(data: bytes, like: Cut | None = None) -> Cut | None:
    """The main part of a Word file in pieces; None where its bytes may not be read as they stand.

    Blocks that stand in `like`, too, were looked at there, and are not looked at again.
    """
    frame = framed(data)
    if frame is None:
        return None
    head, body, tail = frame
    same = like if like is not None and _root_of(like.head) == _root_of(head) else None
    pieces = pieces_of(body, same.known if same else {})
    if pieces is None:
        return None
    children, odd = pieces.children, pieces.odd
    fresh = [i for i, look in enumerate(pieces.looks) if look is None]
    read = b"".join((head, *([children[i] for i in fresh] if same else (body,)), tail))
    tags = frozenset(_TAGS.findall(read, len(head) - len(_root_of(head))))
    if any(tag.startswith(_SPECIAL) for tag in tags) or not is_open(read, head) or not is_well_formed(read):
        return None
    if children and not children[-1].strip():
        tail = children.pop() + tail
        del fresh[-1:], odd[-1:]
    looks = _looks_of(pieces, fresh, read, len(head), len(read) - len(tail))
    return Cut(head, children, tail, looks, tags | same.tags if same else tags, odd, fresh, read, same)


def _looks_of(pieces: Pieces, fresh: Sequence[int], read: bytes, start: int, end: int) -> list[bytes]:
    """What each child looks like. The fresh ones stand in `read` from the start to the end."""
    children, last = pieces.children, fresh[-1:]
    # often only the properties of the last section hold ids
    behind = end - sum([len(children[i]) for i in last])
    again = fresh if holds_ids(read, start, behind) else [*pieces.odd, *last]
    looks = [child if look is None else look for child, look in zip(children, pieces.looks, strict=False)]
    for i in again:
        looks[i] = look_of(children[i])
    return looks


_DECLARED = re.compile(rb"\s*<\?xml[^<>]*\?>")


def _root_of(head: bytes) -> bytes:
    """The head without the XML declaration, which programs write in their own ways."""
    found = _DECLARED.match(head)
    return head[found.end() :].lstrip() if found else head


OURS = b"perdes-"  # how a tag begins that only we write
_SPECIAL = (b"!", b"?", OURS)
