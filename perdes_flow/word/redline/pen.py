"""The marks of a tracked change: who made it, when, and a number of its own."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import quoteattr

from lxml import etree

from perdes_flow.word.names import W

_ID, _AUTHOR, _DATE = W + "id", W + "author", W + "date"
RENUMBERING_AUTHOR = "Penomoran"  # whose changes a reader may hide or accept at once


@dataclass
class Pen:
    """Writes tracked changes. `next_id` counts on with every mark, so that no two have one number.

    `around_links`: a link, a field, a tag, a permission to edit that came or went whole stands inside the mark, so that
    nothing is left of it. `met_links`: it marked a paragraph that holds one.
    """

    author: str
    at: datetime
    next_id: int = 1
    around_links: bool = False
    met_links: bool = False

    def __post_init__(self) -> None:
        self._signed: dict[str, str] = {}  # by author: they are few, and sign thousands
        self.date = self.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def anew(self) -> "Pen":
        """One like this that has not written yet."""
        return Pen(self.author, self.at, around_links=self.around_links)

    def mark(self, name: str, *, author: str = "") -> etree._Element:
        """An empty w:ins, w:del, w:rPrChange …"""
        return etree.Element(W + name, self._attributes(author))

    def mark_in(self, place: etree._Element, name: str, *, author: str = "") -> etree._Element:
        """The same as the last child of an element."""
        return etree.SubElement(place, W + name, self._attributes(author))

    def tag(self, name: str, *, author: str = "") -> str:
        """The start of its start tag, as XML."""
        signed = self._signed.get(author) or self._sign(author)
        return f'<w:{name} w:id="{self.number()}"{signed}'

    def _sign(self, author: str) -> str:
        """Who changed it and when, as XML."""
        signed = f' w:author={quoteattr(author or self.author)} w:date="{self.date}"'
        self._signed[author] = signed
        return signed

    def number(self) -> str:
        """A number that no other change has."""
        number, self.next_id = self.next_id, self.next_id + 1
        return str(number)

    def _attributes(self, author: str) -> dict[str, str]:
        return {_ID: self.number(), _AUTHOR: author or self.author, _DATE: self.date}

    def mark_paragraph(self, paragraph: etree._Element, name: str, *, author: str = "") -> None:
        """The paragraph mark itself is inserted, deleted or moved."""
        mark_properties(paragraph).insert(0, self.mark(name, author=author))

    def change(self, properties: etree._Element, earlier: etree._Element | None) -> None:
        """Record in w:rPr, w:pPr, w:tblPr, w:trPr … what they were before."""
        name = etree.QName(properties).localname
        change = self.mark_in(properties, name + "Change")
        if name == "tblGrid":
            for attribute in (W + "author", W + "date"):
                del change.attrib[attribute]
        snapshot = etree.SubElement(change, W + name)
        for child in earlier if earlier is not None else ():
            if child.tag not in NEVER_IN_SNAPSHOT[name]:
                snapshot.append(deepcopy(child))


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
