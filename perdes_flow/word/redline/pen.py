"""The marks of a tracked change: who made it, when, and a number of its own."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from perdes_flow.word.names import W

RENUMBERING_AUTHOR = "Penomoran"  # whose changes a reader may hide or accept at once


@dataclass
class Pen:
    """Writes tracked changes. `next_id` counts on with every mark, so that no two have one number."""

    author: str
    at: datetime
    next_id: int = 1

    def __post_init__(self) -> None:
        self.date = self.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def mark(self, name: str, *, author: str = "") -> etree._Element:
        """An empty w:ins, w:del, w:rPrChange …"""
        attributes = {W + "id": str(self.next_id), W + "author": author or self.author, W + "date": self.date}
        self.next_id += 1
        return etree.Element(W + name, attributes)

    def wrap(self, name: str, nodes: Iterable[etree._Element], *, author: str = "") -> etree._Element:
        """A w:ins or w:del around nodes."""
        mark = self.mark(name, author=author)
        mark.extend(nodes)
        return mark

    def mark_paragraph(self, paragraph: etree._Element, name: str, *, author: str = "") -> None:
        """The paragraph mark itself is inserted, deleted or moved."""
        mark_properties(paragraph).insert(0, self.mark(name, author=author))

    def change(self, properties: etree._Element, earlier: etree._Element | None) -> None:
        """Record in w:rPr, w:pPr, w:tblPr, w:trPr … what they were before."""
        name = etree.QName(properties).localname
        change = self.mark(name + "Change")
        if name == "tblGrid":
            for attribute in (W + "author", W + "date"):
                del change.attrib[attribute]
        snapshot = etree.SubElement(change, W + name)
        for child in earlier if earlier is not None else ():
            if child.tag not in NEVER_IN_SNAPSHOT[name]:
                snapshot.append(deepcopy(child))
        properties.append(change)


def _names(*names: str) -> frozenset[str]:
    return frozenset(W + name for name in names)


NEVER_IN_SNAPSHOT = {
    "rPr": _names("rPrChange", "ins", "del", "moveFrom", "moveTo"),
    "pPr": _names("pPrChange", "rPr", "sectPr"),
    "sectPr": _names("sectPrChange", "headerReference", "footerReference"),
    "tblPr": _names("tblPrChange"),
    "tblPrEx": _names("tblPrExChange"),
    "trPr": _names("trPrChange", "ins", "del"),
    "tcPr": _names("tcPrChange", "cellIns", "cellDel", "cellMerge"),
    "tblGrid": _names("tblGridChange"),
}


def paragraph_properties(paragraph: etree._Element) -> etree._Element:
    """The w:pPr of a paragraph, made where there is none."""
    if len(paragraph) and paragraph[0].tag == W + "pPr":
        return paragraph[0]
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
    paragraph.insert(0, properties)
    return properties


def mark_properties(paragraph: etree._Element) -> etree._Element:
    """The w:rPr of a paragraph's mark, made where there is none; it stands before section and change."""
    properties = paragraph_properties(paragraph)
    found = properties.find(W + "rPr")
    if found is None:
        found = etree.Element(W + "rPr")
        behind = next((c for c in properties if c.tag in (W + "sectPr", W + "pPrChange")), None)
        if behind is None:
            properties.append(found)
        else:
            behind.addprevious(found)
    return found
