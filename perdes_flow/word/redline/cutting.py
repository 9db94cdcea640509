"""The main part of a Word file cut into the blocks of its body without parsing it: bytes that are equal need no reading.

Cutting bytes is right only where nothing can hide from it. A file in which something might is not cut here; it is read as a
tree, and what that tree is written as can be cut.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from perdes_flow.word.pieces import (
    PARAGRAPH_END,
    children_from,
    end_of_child,
    framed,
    is_open,
    is_well_formed,
)

Piece = tuple[bytes, bytes]  # a block as it lies in the file, and what it looks like
Known = Mapping[bytes, Piece]  # paragraphs, by their XML without the end tag


@dataclass(frozen=True)
class Cut:
    """A part as it lies in the file: up to the first block, the blocks with the blanks before them, all behind them.

    looks   the XML of each block without blanks and without what every save renews
    tags    those that occur, without the commonest
    fresh   which blocks do not stand in the part that this one was cut like
    """

    head: bytes
    children: list[bytes]
    tail: bytes
    looks: list[bytes]
    tags: frozenset[bytes]
    fresh: list[int]
    like: "Cut | None"
    _holding: dict[tuple[bytes, ...], frozenset[bytes]] = field(default_factory=dict, repr=False)

    def looks_with(self, *words: bytes) -> frozenset[bytes]:
        """What those blocks look like that hold one of the words, here or in the part that this one was cut like.

        A word may be a tag, or letters of one: those are looked for only where there is such a tag.
        """
        key = tuple([word for word in words if self._may_stand(word)])
        if key and key not in self._holding:
            own = frozenset(self._fresh_with(re.compile(b"|".join(map(re.escape, key)))))
            self._holding[key] = own | self.like.looks_with(*key) if self.like is not None else own
        return self._holding[key] if key else frozenset()

    def _may_stand(self, word: bytes) -> bool:
        if word.startswith(b"<"):
            return word[1:] in self.tags
        return not word.isalnum() or any(word in tag for tag in self.tags)

    def _fresh_with(self, pattern: re.Pattern[bytes]) -> Iterator[bytes]:
        """Those of the fresh blocks, searched all at once: most words are in few or in none."""
        text, starts = self._fresh_text
        found = pattern.search(text)
        while found is not None:
            n = bisect_right(starts, found.start()) - 1
            look = self.looks[self.fresh[n]]
            if pattern.search(look):  # else half of it is of the next one
                yield look
            found = pattern.search(text, starts[n + 1])

    @cached_property
    def _fresh_text(self) -> tuple[bytes, list[int]]:
        """The fresh blocks as one, and where each begins."""
        blocks = [self.looks[i] for i in self.fresh]
        return b"".join(blocks), list(accumulate(map(len, blocks), initial=0))

    @cached_property
    def known(self) -> Known:
        """All paragraphs that were seen in this part or the ones before."""
        pairs = ((self.children[i], self.looks[i]) for i in self.fresh)
        own = {
            child[: -len(PARAGRAPH_END)]: (child, look)
            for child, look in pairs
            if child.endswith(PARAGRAPH_END)
        }
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
    pieces = _pieces_of(body, same.known if same else {})
    if pieces is None:
        return None
    fresh = [i for i, (_, look) in enumerate(pieces) if look is None]
    children = [child for child, _ in pieces]
    read = head + (b"".join([children[i] for i in fresh]) if same else body) + tail
    tags = frozenset(_TAGS.findall(read, len(head) - len(_root_of(head))))
    if any(tag.startswith(_SPECIAL) for tag in tags) or not is_open(read, head) or not is_well_formed(read):
        return None
    if children and not children[-1].strip():
        tail = children.pop() + tail
        del fresh[-1:]
    looks = _looks_of(children, pieces, read)
    return Cut(head, children, tail, looks, tags | same.tags if same else tags, fresh, same)


def _looks_of(children: list[bytes], pieces: list[tuple[bytes, bytes | None]], read: bytes) -> list[bytes]:
    """What each looks like. `read` is all that was not seen before."""
    seen = pieces[: len(children)]
    if _holds_ids(read) and _holds_ids(b"".join(children[:-1])):
        return [look or look_of(child) for child, look in seen]
    looks = [look or (child if child.startswith(b"<") else child.lstrip()) for child, look in seen]
    looks[-1:] = map(look_of, looks[-1:])  # often only the properties of the last section hold any
    return looks


_DECLARED = re.compile(rb"\s*<\?xml[^<>]*\?>")


def _root_of(head: bytes) -> bytes:
    """The head without the XML declaration, which programs write in their own ways."""
    found = _DECLARED.match(head)
    return head[found.end() :].lstrip() if found else head


LARGEST = 1_000_000  # bytes from the end of one paragraph to that of the next: more is not for reading
OURS = b"perdes-"  # how a tag begins that only we write
_SPECIAL = (b"!", b"?", OURS)


def look_of(child: bytes) -> bytes:
    """The XML of a block without the blanks before it, and without what every save renews."""
    if _holds_ids(child):
        child = _IDS.sub(b"", child)
    return child if child.startswith(b"<") else child.lstrip()


def _holds_ids(data: bytes) -> bool:
    return b" w:rsid" in data or b" w14:paraId" in data


# outside a tag no sign ">" stands before the next "<"
_IDS = re.compile(rb' (?:w:rsid\w*|w14:(?:paraId|textId))="[^"<>]*"(?=[^<>]*>)')
_STARTS = (b"<w:p>", b"<w:p ")


def children_of(body: bytes) -> list[bytes] | None:
    """The XML of each child, with what stands before it; blanks behind the last are a piece of their own.

    None where it cannot be told where one ends: well-formed XML can be cut.
    """
    pieces = _pieces_of(body, {})
    return [child for child, _ in pieces] if pieces is not None else None


def _pieces_of(body: bytes, known: Known) -> list[tuple[bytes, bytes | None]] | None:
    """The children, and what they look like where that is known."""
    *chunks, rest = body.split(PARAGRAPH_END)
    if max(map(len, (rest, *chunks))) > LARGEST:
        return None
    pieces = [known.get(chunk) or (chunk + PARAGRAPH_END, None) for chunk in chunks]
    found: list[tuple[bytes, bytes | None]] = []
    n = at = 0  # how many pieces are done with, and how much of the body
    starts: list[int] = []
    for odd in _odd(pieces):
        starts = starts or list(accumulate((len(piece) for piece, _ in pieces), initial=0))
        if at > starts[odd]:
            continue  # inside another child
        found += pieces[n:odd]
        at = starts[odd]
        while True:
            end = end_of_child(body, at)
            if end < 0:
                return None
            found.append((body[at:end], None))
            at = end
            n = bisect_left(starts, at)
            if n == len(starts) or starts[n] == at:
                break
    found += pieces[n:]
    behind = children_from(body, max(at, len(body) - len(rest)))
    return found + [(child, None) for child in behind] if behind is not None else None


def _odd(pieces: Sequence[tuple[bytes, bytes | None]]) -> list[int]:
    """Which pieces that end where a paragraph ends are perhaps not one paragraph?"""
    new = [n for n, (_, look) in enumerate(pieces) if look is None]
    odd = [n for n in new if not pieces[n][0].startswith(_STARTS)]
    begun = _paragraphs_in(b"".join([pieces[n][0] for n in new]))
    # as many as there are pieces, and no piece without one: each of those that begin with one is that one
    if begun == len(new) and all(_paragraphs_in(pieces[n][0]) == 1 for n in odd):
        return odd
    return sorted({*odd, *(n for n in new if _paragraphs_in(pieces[n][0]) != 1)})


def _paragraphs_in(data: bytes) -> int:
    """How many begin there?"""
    return data.count(b"<w:p>") + data.count(b"<w:p ")
