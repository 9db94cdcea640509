"""The blocks of a body, a cell, a note or a box, as the comparison wants them: what they say and what they look like."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import overload

from lxml import etree

from perdes_flow.legal.comparison import Line, Lines
from perdes_flow.word.names import MC, W
from perdes_flow.word.redline.automatic import AutomaticNumbers
from perdes_flow.word.redline.plain import unescaped
from perdes_flow.word.redline.sheet import tag_of
from perdes_flow.word.redline.side import Side
from perdes_flow.word.redline.story import Story


@dataclass(slots=True)
class Item:
    """A paragraph, table or control that is looked at closely.

    look          its XML as it stands
    ends_section  its mark holds the properties of a section
    """

    element: etree._Element
    look: bytes
    is_paragraph: bool
    ends_section: bool


_TEXT = re.compile(rb">([^<]+)<")


def text_of(element: etree._Element) -> str:
    """The words of all paragraphs in a table, a row, a cell."""
    return " ".join("".join(t.text or "" for t in p.iter(W + "t")) for p in element.iter(W + "p"))


def _text_with_boxes(paragraph: etree._Element) -> str:
    """The words outside the text boxes, then those in them, and that there are boxes: two of them are alike in this at least."""
    outside: list[str] = []
    inside: list[str] = []
    for text in paragraph.iter(W + "t"):
        around = {ancestor.tag for ancestor in text.iterancestors()}
        if MC + "Fallback" not in around:
            (inside if W + "txbxContent" in around else outside).append(text.text or "")
    return " ".join(["".join(outside), *inside, "kotak"])


_PARAGRAPH = W + "p"
NUMBERED_ANEW = (
    b"<w:numId",
    b"oteReference",
    b" r:",
)  # lists, notes and relationships have other numbers in every file


KnownLines = dict[bytes | tuple[bytes, str], Line]  # by what they look like, and their automatic number


class Items(Lines):
    """The blocks in a container. They are made when they are asked for: most of a draft does not change."""

    def __init__(self, story: Story, side: Side, first: int, known: KnownLines) -> None:
        """`first` is the number of the first paragraph in its part; `known` are lines that were made, of both files.

        `several` are the blocks with more than one paragraph, `sections` those with the properties of a section,
        `doubtful` those whose XML may mean something else in another file.
        """
        self.story, self._numbers = story, AutomaticNumbers(side)
        self._looks = story.block_looks()
        self._known = known
        self._numbered = story.holding(b"<w:numPr", b"<w:pStyle")
        self.sections = story.holding(b"<w:sectPr")
        self.doubtful = story.holding(*NUMBERED_ANEW)
        self.several = story.holding(b"<w:txbxContent")
        self.several.update(story.no_paragraphs)
        self._odd = self.several | story.holding(b"<m:oMath")
        self.firsts = self._firsts(first)

    def _firsts(self, first: int) -> Sequence[int]:
        """The number of the first paragraph of each block, and the one behind all."""
        if not self.several:
            return range(first, first + len(self._looks) + 1)
        counts = [1] * len(self._looks)
        for i in self.several:
            counts[i] = _count_in(self._looks[i]) or count_paragraphs(self.story.block(i))
        return list(accumulate(counts, initial=first))

    def __len__(self) -> int:
        return len(self._looks)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | Sequence[Line]:
        if isinstance(index, slice):
            return self._several(range(*index.indices(len(self))))
        look = self._looks[index]
        key = (look, self._number(look)) if index in self._numbered else look
        return self._known.get(key) or self._make(index, key)

    def _several(self, indices: Iterable[int]) -> list[Line]:
        """The same for many, in which most of the time was spent on getting there."""
        looks, numbered, known = self._looks, self._numbered, self._known
        found = []
        for index in indices:
            look = looks[index]
            key = (look, self._number(look)) if index in numbered else look
            found.append(known.get(key) or self._make(index, key))
        return found

    def _make(self, index: int, key: bytes | tuple[bytes, str]) -> Line:
        number = key[1] if isinstance(key, tuple) else ""
        odd = index in self._odd
        whole = odd and not self.is_paragraph(index)
        text = self._text_of_odd(index, whole=whole) if odd else self._text_of(index)
        line = self._known[key] = Line(text, number, whole=whole)
        return line

    def _text_of_odd(self, index: int, *, whole: bool) -> str:
        """Where more than what stands between the tags must be looked at."""
        if whole:
            return text_of(self.story.block(index))
        look = self._looks[index]
        if b"<w:txbxContent" in look:
            return _text_with_boxes(self.story.block(index))
        text = self._text_of(index)
        return f"{text} rumus" if b"<m:oMath" in look else text

    def _text_of(self, index: int) -> str:
        """The text of a block, from its bytes where no sign in it is written by a number."""
        text = b"".join(_TEXT.findall(self._looks[index])).decode()
        if "&" not in text:
            return text
        if "&#" not in text:
            return unescaped(text)
        element = self.story.block(index)
        return etree.tostring(element, method="text", encoding="unicode", with_tail=False)

    def item(self, index: int) -> Item:
        """A block, to be looked at closely."""
        element = self.story.block(index)
        return Item(element, self._looks[index], self.is_paragraph(index), self.ends_section(index))

    def prepare(self, indices: Iterable[int]) -> None:
        """These blocks will be asked for."""
        self.story.prepare([self.story.blocks[i] for i in indices])

    def element(self, index: int) -> etree._Element:
        """A block itself."""
        return self.story.block(index)

    def is_paragraph(self, index: int) -> bool:
        """Is it no table and no control?"""
        return index not in self.story.no_paragraphs

    def ends_section(self, index: int) -> bool:
        """Does its mark hold the properties of a section?"""
        return index in self.sections and _ends_section(self._looks[index])

    def _number(self, look: bytes) -> str:
        properties = _PROPERTIES.match(look)
        return self._numbers.example(properties[1]) if properties else ""

    def tag(self, index: int) -> bytes:
        """The tag of a block."""
        return b"w:p" if self.is_paragraph(index) else tag_of(self._looks[index])

    @property
    def looks(self) -> Sequence[bytes]:
        return self._looks

    @property
    def heads(self) -> Sequence[int]:
        return sorted(self._numbered | self.story.holding(*_HEADS))


_PROPERTIES = re.compile(rb"<w:p(?:\s[^<>]*)?>\s*(<w:pPr>(?>.*?</w:pPr>))", re.DOTALL)


def _ends_section(look: bytes) -> bool:
    properties = _PROPERTIES.match(look)
    return properties is not None and b"<w:sectPr" in properties[1]


def _count_in(look: bytes) -> int:
    """The paragraphs in the XML of an element; 0 where that cannot be told so simply."""
    return len(_ONE_PARAGRAPH.findall(look)) if b"Fallback" not in look else 0


_ONE_PARAGRAPH = re.compile(rb"<w:p[\s/>]")
_HEADS = (b">Pa", b">B")  # how the text of a Pasal, Paragraf, Bab, Bagian, Buku begins


def count_paragraphs(element: etree._Element) -> int:
    """The paragraphs in an element, itself among them; of two forms of a drawing the first counts."""
    return sum(1 for p in element.iter(W + "p") if next(p.iterancestors(MC + "Fallback"), None) is None)
