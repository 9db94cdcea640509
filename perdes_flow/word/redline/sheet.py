"""A body that was cut and not parsed: its blocks are parsed when they are asked for, and all others written as they lie there."""

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence

from lxml import etree

from perdes_flow.word.markup import parse_xml
from perdes_flow.word.names import W
from perdes_flow.word.redline.cutting import OURS, Cut
from perdes_flow.word.redline.naming import BLOCKS
from perdes_flow.word.redline.story import SECTION, Story

_CLOSING = b"</w:body></w:document>"


class CutStory(Story):
    """A body for reading: what it gives never changes."""

    def __init__(self, cut: Cut, part: str) -> None:
        """`part` is the name of the part, for a refusal."""
        super().__init__(cut.looks, *blocks_of(cut.looks, cut.odd))
        self.cut, self.part = cut, part
        self._read: dict[int, etree._Element] = {}

    def element(self, index: int) -> etree._Element:
        if index not in self._read:
            self.prepare((index,))
        return self._read[index]

    def prepare(self, indices: Iterable[int]) -> None:
        """Parse several children at once: one by one each would cost the head of the part again."""
        wanted = [i for i in indices if i not in self._read]
        if wanted:
            found = self.parsed(self.cut.children[i] for i in wanted)
            self._read.update(zip(wanted, found, strict=True))

    def parsed(self, blocks: Iterable[bytes]) -> list[etree._Element]:
        """XML that stands in this body, as elements."""
        return list(self.container_of(blocks))

    def container_of(self, blocks: Iterable[bytes]) -> etree._Element:
        """A body of such XML alone."""
        return _body_of(self.cut.head + b"".join(blocks) + _CLOSING, self.part)

    def holding(self, *words: bytes) -> set[int]:
        places = self.cut.places_with(*words)
        if isinstance(self.blocks, range):
            return {i for i in places if i in self.blocks}
        return {n for n, i in enumerate(self.blocks) if i in places}

    @property
    def sections(self) -> list[int]:
        return sorted(self.cut.places_with(SECTION))


def blocks_of(looks: Sequence[bytes], odd: Iterable[int]) -> tuple[Sequence[int], Sequence[int]]:
    """Which children are blocks, and which of the blocks are no paragraphs, by their XML: all but the odd ones are."""
    strange = {i: tag_of(looks[i]) for i in odd if not looks[i].startswith(_PARAGRAPHS)}
    blocks: Sequence[int] = range(len(looks))
    no_blocks = {i for i, tag in strange.items() if tag not in BLOCK_TAGS}
    if no_blocks:
        # the properties of the last section stand behind all blocks
        behind = len(no_blocks) == 1 and len(looks) - 1 in no_blocks
        blocks = range(len(looks) - 1) if behind else [i for i in blocks if i not in no_blocks]
    others = {i for i, tag in strange.items() if tag in BLOCK_TAGS and tag != b"w:p"}
    return blocks, [n for n, i in enumerate(blocks) if i in others] if others else ()


def tag_of(look: bytes) -> bytes:
    """The tag of an element, from its XML: "w:p", "w:tbl" …"""
    found = _TAG.match(look)
    return found[1] if found else b""


_TAG = re.compile(rb"<([^\s/>]+)")
_PARAGRAPHS = (b"<w:p>", b"<w:p ")
BLOCK_TAGS = frozenset(tag.replace(W, "w:").encode() for tag in BLOCKS)


def _body_of(data: bytes, part: str) -> etree._Element:
    body = parse_xml(data, part).find(W + "body")
    assert body is not None  # the head of a cut part ends with its start
    return body


class Sheet(Story):
    """The same body, to be written on. Blocks become elements of one tree, in which holes stand for all others."""

    def __init__(self, story: CutStory) -> None:
        super().__init__(story.looks, story.blocks, story.no_paragraphs)
        self.story = story
        self._written: dict[int, bytes] = {}  # children that are other XML now
        self._before: dict[int, list[bytes]] = {}  # XML that came before a child
        self._blobs: list[bytes] = []  # XML that came, and has a place of its own in the tree
        self._live: dict[int, etree._Element] = {}
        self._starts = [0]
        self._holes: dict[int, etree._Element] = {}  # by the first child that they stand for
        self._body: etree._Element | None = None

    def holding(self, *words: bytes) -> set[int]:
        return self.story.holding(*words)

    @property
    def container(self) -> etree._Element:
        """The body itself."""
        if self._body is None:
            self.prepare(())
        assert self._body is not None
        return self._body

    def holding_all(self, mark: bytes) -> etree._Element:
        """The body, in which every child stands that holds a mark."""
        for i, look in enumerate(self.looks):
            if mark in look:
                self.element(i)
        return self.container

    def raw(self, n: int) -> bytes:
        """The XML of a block as it lies in the file."""
        return self.story.cut.children[self.blocks[n]]

    # ---- as elements

    def prepare(self, indices: Iterable[int]) -> None:
        """Make the tree with several children in it at once; later ones are brought one by one."""
        if self._body is not None:
            return
        places = sorted(set(indices))
        raw = self.story.cut.children
        pieces = [self.story.cut.head]
        at = 0
        for i in places:
            pieces += [_hole(at, i), raw[i]]
            at = i + 1
        pieces += [_hole(at, len(raw)), _CLOSING]  # holes of nothing are found by nobody
        self._body = _body_of(b"".join(pieces), self.story.part)
        nodes = list(self._body)
        self._starts = [0, *(i + 1 for i in places)]
        self._holes = dict(zip(self._starts, nodes[::2], strict=True))
        self._live = dict(zip(places, nodes[1::2], strict=True))

    def element(self, index: int) -> etree._Element:
        if index not in self._live:
            self._bring(index)
        return self._live[index]

    def _bring(self, index: int) -> None:
        hole = self._anchor(index)
        self._settle_before(index, hole)
        raw = self._written.get(index) or self.story.cut.children[index]
        self._live[index] = self.story.parsed([raw])[0]
        hole.addprevious(self._live[index])
        del self._holes[index]
        at = bisect_right(self._starts, index) - 1
        if hole.get("b") == str(index + 1):
            self.container.remove(hole)
            del self._starts[at]
        else:
            self._starts[at] = index + 1
            self._holes[index + 1] = hole
            hole.set("a", str(index + 1))

    def _anchor(self, index: int) -> etree._Element:
        """The node of the tree that begins with a child: itself, or the hole that stands for it and what follows it."""
        if index in self._live:
            return self._live[index]
        if self._body is None:
            self.prepare(())
        start = self._starts[bisect_right(self._starts, index) - 1]
        hole = self._holes[start]
        if start == index:
            return hole
        rest = etree.Element(_HOLE, a=str(index), b=hole.get("b", ""))
        hole.addnext(rest)
        hole.set("b", str(index))
        insort(self._starts, index)
        self._holes[index] = rest
        return rest

    def place(self, block: etree._Element, n: int) -> None:
        """Put a block before another one, by its place; behind all where there is none."""
        index = self._index(n)
        if index is None:
            self.container.append(block)
            return
        place = self._anchor(index)
        self._settle_before(index, place)
        place.addprevious(block)

    def _index(self, n: int) -> int | None:
        """The child that a block is, or the properties of the last section, which stay behind all blocks."""
        if n < len(self.blocks):
            return self.blocks[n]
        last = len(self.looks) - 1
        return last if last >= 0 and self.looks[last].startswith(SECTION) else None

    def _settle_before(self, index: int, place: etree._Element) -> None:
        """Give what came before a child its place in the tree, so that more can be placed behind it."""
        for data in self._before.pop(index, ()):
            place.addprevious(self._blob(data))

    def _blob(self, data: bytes) -> etree._Element:
        self._blobs.append(data)
        return etree.Element(_BLOB, a=str(len(self._blobs) - 1), b="")

    # ---- as bytes

    def write(self, n: int, data: bytes) -> None:
        """Let a block be this XML."""
        assert self.blocks[n] not in self._live
        self._written[self.blocks[n]] = data

    def place_bytes(self, data: bytes, n: int) -> None:
        """The same as `place`, for XML that nobody needs as an element."""
        index = self._index(n)
        if index is None or index in self._live:
            self.place(self._blob(data), n)
        else:
            self._before.setdefault(index, []).append(data)

    def packed(self) -> bytes:
        """The whole part as it stands now."""
        cut = self.story.cut
        children = cut.children.copy()
        for index, data in self._written.items():
            children[index] = data
        for index, come in self._before.items():
            children[index] = b"".join((*come, children[index]))
        if self._body is None:
            return b"".join((cut.head, *children, cut.tail))
        data = etree.tostring(self._body, encoding="UTF-8", with_tail=False)
        inner = data[data.find(b">") + 1 : data.rfind(b"</w:body>")]
        pieces = [cut.head]
        at = 0
        for hole in _HOLES.finditer(inner):
            pieces.append(inner[at : hole.start()])
            if hole[1] == b"blob":
                pieces.append(self._blobs[int(hole[2])])
            else:
                pieces += children[int(hole[2]) : int(hole[3])]
            at = hole.end()
        return b"".join((*pieces, inner[at:], cut.tail))


_HOLE, _BLOB = OURS.decode() + "hole", OURS.decode() + "blob"
_HOLES = re.compile(rb'<%b(hole|blob) a="(\d+)" b="(\d*)"/>' % OURS)


def _hole(start: int, end: int) -> bytes:
    """Stands for some children, from the first up to the one behind the last."""
    return b'<%bhole a="%d" b="%d"/>' % (OURS, start, end)
