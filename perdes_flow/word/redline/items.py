"""The blocks of a body, a cell, a note or a box, as the comparison wants them: what they say and what they look like."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import overload

from lxml import etree

from perdes_flow.legal.comparison import Line, Lines
from perdes_flow.word.names import MC, W
from perdes_flow.word.redline.settling import Story
from perdes_flow.word.redline.side import Side
from perdes_flow.word.redline.sources import Search


class Item(Line):
    """A paragraph, table or control.

    look          its XML as it stands
    ends_section  its mark holds the properties of a section
    """

    __slots__ = ("element", "ends_section", "is_paragraph", "look")

    def __init__(self, element: etree._Element, look: bytes, number: str, *, ends_section: bool) -> None:
        self.element, self.look, self.ends_section = element, look, ends_section
        self.is_paragraph = element.tag == _PARAGRAPH
        self.number, self.whole = number, not self.is_paragraph
        self._text = ""

    @property
    def text(self) -> str:
        """Its words; read when asked for, because most are not."""
        if not self._text:
            if not self.is_paragraph:
                self._text = text_of(self.element)
            elif b"<w:txbxContent" in self.look:
                self._text = _text_with_boxes(self.element)
            else:
                text = _text_in(self.look)
                if text is None:
                    text = etree.tostring(self.element, method="text", encoding="unicode", with_tail=False)
                self._text = f"{text} rumus" if b"<m:oMath" in self.look else text
        return self._text


def _text_in(look: bytes) -> str | None:
    """The text of an XML element, from its bytes in half the time; None where a sign in it is written by a name."""
    return None if b"&" in look else b"".join(_TEXT.findall(look)).decode("ascii")


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


class Items(Lines):
    """The blocks in a container. They are made when they are asked for: most of a draft does not change."""

    def __init__(self, story: Story, side: Side, first: int) -> None:
        """`first` is the number of the first paragraph in its part.

        `several` are the blocks with more than one paragraph, `sections` those with the properties of a section,
        `doubtful` those whose XML may mean something else in another file.
        """
        self._side = side
        children, looks = story.elements(), story.block_looks()
        self.elements, self._looks = children, looks
        self._made: list[Item | None] = [None] * len(children)
        self._search = Search(looks)
        self._numbered = self._search.holding(b"<w:numPr", b"<w:pStyle")
        self.sections = self._search.holding(b"<w:sectPr")
        self.doubtful = self._search.holding(*NUMBERED_ANEW)
        self.several = self._search.holding(b"<w:txbxContent")
        self.several.update(story.no_paragraphs)
        counts = [1] * len(children)
        for i in self.several:
            counts[i] = count_paragraphs(children[i])
        self.firsts = list(accumulate(counts, initial=first))

    def __len__(self) -> int:
        return len(self.elements)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        return self._made[index] or self._make(index)

    def _make(self, index: int) -> Item:
        element = self.elements[index]
        number = automatic_number(element, self._side) if index in self._numbered else ""
        ends_section = index in self.sections and element.find(W + "pPr/" + W + "sectPr") is not None
        item = self._made[index] = Item(element, self._looks[index], number, ends_section=ends_section)
        return item

    @property
    def looks(self) -> Sequence[bytes]:
        return self._looks

    @property
    def heads(self) -> Sequence[int]:
        return sorted(self._numbered | self._search.holding(*_HEADS))


_HEADS = (b">Pa", b">B")  # how the text of a Pasal, Paragraf, Bab, Bagian, Buku begins


def count_paragraphs(element: etree._Element) -> int:
    """The paragraphs in an element, itself among them; of two forms of a drawing the first counts."""
    return sum(1 for p in element.iter(W + "p") if next(p.iterancestors(MC + "Fallback"), None) is None)


def automatic_number(paragraph: etree._Element, side: Side) -> str:
    """An example of the number that Word gives a paragraph: "Pasal 1", "(1)", "a."; "" where it gives none."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        return ""
    numbering = properties.find(W + "numPr")
    style = properties.find(W + "pStyle")
    if numbering is None and style is not None:
        numbering = side.style_numbering(style.get(W + "val", ""))
    if numbering is None:
        return ""
    number, level = numbering.find(W + "numId"), numbering.find(W + "ilvl")
    if number is None:
        return ""
    depth = level.get(W + "val", "0") if level is not None else "0"
    form, text = side.numbering.get(number.get(W + "val", ""), {}).get(depth, ("", ""))
    return _PLACE.sub(_FIRST.get(form, "1"), text) if form not in ("bullet", "none", "") else ""


_PLACE = re.compile(r"%\d")
_FIRST = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
