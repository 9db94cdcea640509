"""The words of one Word paragraph: runs, hyperlinks, content controls, field results, symbols, maths; and its text boxes.

A field that shows the page, the day or the file gives one fixed sign: the same text printed elsewhere is the same text,
and yet nobody can put such a field into a number unseen.
"""

import re
import unicodedata
from typing import NamedTuple

from lxml import etree

from perdes_flow.word.names import MATH, MC, XML, W

VOLATILE = "\ufffc"  # what stands for the result of such a field
_VOLATILE_FIELDS = frozenset(
    {
        *("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF"),
        *("DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME"),
        *("FILENAME", "FILESIZE", "NUMWORDS", "NUMCHARS", "REVNUM", "LASTSAVEDBY"),
    }
)
_BREAK = "\0"  # no XML can hold it
_BLANKS = {W + "tab": " ", W + "ptab": " ", W + "br": _BREAK, W + "cr": _BREAK}
_HYPHEN = W + "noBreakHyphen"
_XML_BLANKS = " \t\n\r"
_TEXTS = frozenset({W + "t", MATH + "t"})
# Not words of the final text: deletions (settled elsewhere, but a stray one must not be read), codes, properties.
_SKIPPED = frozenset(
    W + name for name in ("delText", "delInstrText", "del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr")
)


class Paragraph(NamedTuple):
    """The text in NFC with tabs and breaks as one blank each, the contents of the text boxes, the places of the breaks."""

    text: str
    boxes: tuple[etree._Element, ...]
    breaks: tuple[int, ...]


def paragraph_text(paragraph: etree._Element) -> Paragraph:
    """What stands in a paragraph."""
    pieces = _plain_pieces(paragraph)
    if pieces is None:
        collector = _Collector()
        collector.walk(paragraph)
        pieces, boxes = collector.pieces, tuple(collector.boxes)
    else:
        boxes = ()
    text = pieces[0] if len(pieces) == 1 else "".join(pieces)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if _BREAK not in text:
        return Paragraph(text, boxes, ())
    breaks = tuple(place for place, sign in enumerate(text) if sign == _BREAK)
    return Paragraph(text.replace(_BREAK, " "), boxes, breaks)


def _plain_pieces(paragraph: etree._Element) -> list[str] | None:
    """The pieces of a paragraph that is nothing but runs of words and blanks, as most are; None for any other."""
    pieces = []
    for child in paragraph:
        tag = child.tag
        if tag == _RUN:
            for node in child:
                tag = node.tag
                if tag == _TEXT:
                    pieces.append(_written(node))
                elif tag in _BLANKS:
                    pieces.append(_BLANKS[tag])
                elif tag not in _WORDLESS:
                    return None
        elif tag not in _WORDLESS:
            return None
    return pieces


_RUN, _TEXT = W + "r", W + "t"
_WORDLESS = frozenset(
    W + name for name in ("pPr", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak")
)


class _Collector:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.boxes: list[etree._Element] = []
        self._fields: list[_Field] = []

    def walk(self, parent: etree._Element) -> None:
        for element in parent:
            tag = element.tag
            if tag in _TEXTS:
                self.pieces.append(_written(element))
            elif tag in _BLANKS:
                self.pieces.append(_BLANKS[tag])
            elif tag == _HYPHEN:
                self.pieces.append("-")
            elif tag == W + "sym":
                self.pieces.append(_symbol(element))
            elif tag == W + "fldChar":
                self._turn_field(element.get(W + "fldCharType", ""))
            elif tag == W + "instrText":
                if self._fields:
                    self._fields[-1].code += element.text or ""
            elif tag == W + "fldSimple":
                self._simple_field(element)
            elif tag == W + "txbxContent":
                self.boxes.append(element)
            elif tag == MC + "AlternateContent":
                choice = element.find(MC + "Choice")
                self.walk(choice if choice is not None else element)
            elif isinstance(tag, str) and tag not in _SKIPPED:
                self.walk(element)

    def _turn_field(self, turn: str) -> None:
        if turn == "begin":
            self._fields.append(_Field(len(self.pieces)))
        elif turn == "separate" and self._fields:
            del self.pieces[self._fields[-1].start :]  # what stood in the code
            self._fields[-1].separated = True
        elif turn == "end" and self._fields:
            self._end_field(self._fields.pop())

    def _simple_field(self, element: etree._Element) -> None:
        field = _Field(len(self.pieces), element.get(W + "instr", ""), separated=True)
        self.walk(element)
        self._end_field(field)

    def _end_field(self, field: "_Field") -> None:
        """Only a field that ends may hide anything: an open one would swallow the rest of the paragraph."""
        if field.is_volatile:
            self.pieces[field.start :] = [VOLATILE]
        elif not field.separated:
            del self.pieces[field.start :]


def _written(element: etree._Element) -> str:
    """The letters of a w:t; blanks at its edges count only where the file asks to keep them, as in Word."""
    text: str = element.text or ""
    if not text or (text[0] not in _XML_BLANKS and text[-1] not in _XML_BLANKS):
        return text
    trimmed = text.strip(_XML_BLANKS)
    return text if len(trimmed) == len(text) or _keeps_blanks(element) else trimmed


def _keeps_blanks(element: etree._Element) -> bool:
    own = element.get(_SPACE)  # nearly always said here
    said = (around.get(_SPACE) for around in element.iterancestors()) if not own else ()
    return (own or next((space for space in said if space), "default")) == "preserve"


_SPACE = XML + "space"


class _Field:
    """A field that is being read: where it began, its code, and whether its result has begun."""

    def __init__(self, start: int, code: str = "", *, separated: bool = False) -> None:
        self.start = start
        self.code = code
        self.separated = separated

    @property
    def is_volatile(self) -> bool:
        name = _NAME.match(self.code)
        return name is not None and name.group(1).upper() in _VOLATILE_FIELDS


_NAME = re.compile(r"[ \t\n\r]*([A-Za-z]+)")


def _symbol(element: etree._Element) -> str:
    """A sign from a symbol font; those of the private area are the font's own, moved up by F000."""
    code = element.get(W + "char", "")
    if not _CODE.fullmatch(code):
        return ""
    number = int(code, 16)
    return chr(number) if number >= 0x20 and not 0xD800 <= number < 0xE000 and number < 0xFFFE else ""


_CODE = re.compile(r"[0-9A-Fa-f]{1,4}")
