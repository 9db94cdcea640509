"""XML of a Word file, from bytes to trees and back: no DTD, no entities, no network, nothing huge."""

import re

from lxml import etree

from perdes_flow.errors import DocxRefused
from perdes_flow.word.names import W

#: Tags and attributes of one part, counted roughly before it is parsed: each takes some 100 bytes of memory.
MOST_NODES = 2_000_000


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML document in UTF-8 or UTF-16 without DTD; DocxRefused otherwise. `name` is the part's."""
    part = {"part": name}
    if not _has_allowed_encoding(data):
        raise DocxRefused("XML_ENCODING", part)
    if any(doctype in data for doctype in _DOCTYPES):
        raise DocxRefused("XML_DTD", part)
    if node_count(data) > MOST_NODES:
        raise DocxRefused("XML_LIMIT", part)
    if b"purl.oclc.org" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    try:
        return etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise DocxRefused(_code_of(str(error)), part) from error
    except ValueError as error:
        raise DocxRefused("XML", part) from error


def serialise(tree: etree._Element) -> bytes:
    """A part's XML as bytes, with its declaration."""
    data: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def paragraph_properties(paragraph: etree._Element) -> dict[str, etree._Element]:
    """The properties of a paragraph by their tags: looked at once, because it is asked for at every paragraph."""
    try:
        properties: etree._Element | None = paragraph[0]  # sooner there than by its name
    except IndexError:
        return {}
    if properties is not None and properties.tag != _PROPERTIES:
        properties = paragraph.find(_PROPERTIES)
    if properties is None:
        return {}
    found: dict[str, etree._Element] = {}
    for one in properties:  # the first of its kind counts
        found.setdefault(one.tag, one)
    return found


_PROPERTIES = W + "pPr"


def node_count(data: bytes) -> int:
    """About how many nodes an XML document has: tags, and attributes with their values."""
    return data.count(b"<") + 2 * data.count(b"=")


# The names of ISO "strict" files, which Word writes on request, in the names that everybody else uses.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)  # fmt: skip

# ---- what is looked at before parsing

_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_UTF8_MARK, _UTF16_MARKS, _UTF32_LE_MARK = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff"), b"\xff\xfe\0\0"
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"'>]*)["']""")
_ALLOWED = (b"utf-8", b"utf8", b"us-ascii", b"ascii")


def _has_allowed_encoding(data: bytes) -> bool:
    """UTF-8 (its part ASCII too), or UTF-16 with its mark: in others, words could hide from a search in the bytes."""
    if data.startswith(_UTF16_MARKS):
        return not data.startswith(_UTF32_LE_MARK)
    if b"\0" in data[:4]:
        return False
    declared = _DECLARED.match(data.removeprefix(_UTF8_MARK))
    return declared is None or declared.group(1).lower() in _ALLOWED


# ---- parsing


def _parser() -> etree.XMLParser:
    # one for each document: a parser keeps the entities of what it read before; comments go, lest one split a word
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _code_of(message: str) -> str:
    """libxml2 has one number for all its limits, and several for some: its words tell them apart."""
    if "Excessive depth" in message:
        return "XML_DEPTH"
    return "XML_LIMIT" if any(words in message for words in _TOO_MUCH) else "XML"


_TOO_MUCH = ("XML_PARSE_HUGE", "too long", "too big", "Huge input", "limit exceeded")
