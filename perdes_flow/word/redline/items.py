"""The blocks of a body, a cell, a note or a box, as the comparison wants them: what they say and what they look like."""

import re
from dataclasses import dataclass

from lxml import etree

from perdes_flow.legal.comparison import Line
from perdes_flow.word.names import MC, W
from perdes_flow.word.redline.naming import BLOCKS, Names
from perdes_flow.word.redline.side import Side


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, table or control. `source` is its XML as it stands; its paragraphs are numbers `first` on of the part."""

    element: etree._Element
    source: bytes
    line: Line
    first: int
    count: int

    @property
    def is_paragraph(self) -> bool:
        return bool(self.element.tag == W + "p")


def items_of(container: etree._Element, side: Side, first: int) -> list[Item]:
    """The blocks in a container whose first paragraph is number `first` of its part."""
    items = []
    for child in container:
        if child.tag in BLOCKS:
            items.append(_item(child, side, first))
            first += items[-1].count
    return items


def count_paragraphs(element: etree._Element) -> int:
    """The paragraphs in an element, itself among them; of two forms of a drawing the first counts."""
    return sum(1 for p in element.iter(W + "p") if next(p.iterancestors(MC + "Fallback"), None) is None)


def same(old: Item, new: Item, old_names: Names, new_names: Names) -> bool:
    """Do both look alike? Names are asked only where the same XML could mean two things, or two kinds of XML one."""
    if old.source == new.source and not _AMBIGUOUS.search(old.source):
        return True
    return old_names.block(old.element) == new_names.block(new.element)


# relationship ids, notes and lists are numbered anew in every file
_AMBIGUOUS = re.compile(rb'\br:\w+="|oteReference|w:numId')
_NAMESPACES = re.compile(rb' xmlns:\w+="[^"]*"')
_RSID = re.compile(rb' w:rsid\w*="[^"]*"')


def _item(element: etree._Element, side: Side, first: int) -> Item:
    source = _NAMESPACES.sub(b"", etree.tostring(element, with_tail=False), count=60)
    if b"w:rsid" in source:
        source = _RSID.sub(b"", source)
    text = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    paragraph = element.tag == W + "p"
    number = automatic_number(element, side) if paragraph else ""
    count = 1 if paragraph and b"txbxContent" not in source else count_paragraphs(element)
    return Item(element, source, Line(text, number, whole=not paragraph), first, count)


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
