"""The blocks of a body, a cell, a note or a box, as the comparison wants them: what they say and what they look like."""

import re

from lxml import etree

from perdes_flow.legal.comparison import Line
from perdes_flow.word.names import MC, W
from perdes_flow.word.redline.naming import BLOCKS
from perdes_flow.word.redline.side import Side
from perdes_flow.word.redline.sources import sources


class Item(Line):
    """A paragraph, table or control. Its paragraphs are numbers `first` on of the part.

    look          its XML as it stands
    ends_section  its mark holds the properties of a section
    """

    __slots__ = ("element", "ends_section", "first", "is_paragraph", "paragraphs")

    def __init__(self, element: etree._Element, source: bytes, side: Side, first: int) -> None:
        is_paragraph = element.tag == W + "p"
        numbered = b"<w:numPr" in source or (b"<w:pStyle" in source and bool(side.style_numbering))
        super().__init__(
            "",
            automatic_number(element, side) if numbered and is_paragraph else "",
            whole=not is_paragraph,
            look=source,
            may_head=numbered or _may_head(source),
        )
        self.element = element
        self.first = first
        self.is_paragraph = is_paragraph
        several = not is_paragraph or b"<w:txbxContent" in source
        self.paragraphs = count_paragraphs(element) if several else 1
        self.ends_section = b"<w:sectPr" in source and element.find(W + "pPr/" + W + "sectPr") is not None

    @property
    def text(self) -> str:
        """Its words; read when asked for, because most are not."""
        text: str = etree.tostring(self.element, method="text", encoding="unicode", with_tail=False)
        return text


def _may_head(source: bytes) -> bool:
    """Does a word stand there that a heading begins with? One by one, since this is asked for every paragraph."""
    return (
        b"asal" in source
        or b"BAB" in source
        or b"agian" in source
        or b"aragraf" in source
        or b"BUKU" in source
    )


def items_of(container: etree._Element, side: Side, first: int) -> list[Item]:
    """The blocks in a container whose first paragraph is number `first` of its part."""
    items = []
    for child, source in zip(container, sources(container), strict=True):
        if child.tag in BLOCKS:
            items.append(Item(child, source, side, first))
            first += items[-1].paragraphs
    return items


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
        numbering = side.style_numbering.get(style.get(W + "val", ""))
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
