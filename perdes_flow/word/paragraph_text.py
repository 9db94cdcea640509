"""The words of one Word paragraph: runs, hyperlinks, content controls, field results, symbols, maths; and its text boxes.

Results of fields that depend on the page (PAGE, NUMPAGES …) are left out: the same text printed elsewhere is the same text.
"""

import unicodedata

from lxml import etree

from perdes_flow.word.names import MATH, MC, XML, W

_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})
_BLANKS = frozenset(W + name for name in ("tab", "br", "cr", "ptab"))
_HYPHEN = W + "noBreakHyphen"
_XML_BLANKS = " \t\n\r"
_TEXTS = frozenset({W + "t", MATH + "t"})
# Not words of the final text: deletions (settled elsewhere, but a stray one must not be read), codes, properties.
_SKIPPED = frozenset(
    W + name for name in ("delText", "delInstrText", "del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr")
)


def paragraph_text(paragraph: etree._Element) -> tuple[str, tuple[etree._Element, ...]]:
    """The text of a paragraph, in NFC with tabs and breaks as one blank each, and the contents of its text boxes."""
    collector = _Collector()
    collector.walk(paragraph)
    return unicodedata.normalize("NFC", "".join(collector.pieces)), tuple(collector.boxes)


class _Collector:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.boxes: list[etree._Element] = []
        self._fields: list[_Field] = []

    def walk(self, parent: etree._Element) -> None:
        for element in parent:
            tag = element.tag
            if tag in _TEXTS:
                self._say(_written(element))
            elif tag in _BLANKS:
                self._say(" ")
            elif tag == _HYPHEN:
                self._say("-")
            elif tag == W + "sym":
                self._say(_symbol(element))
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

    def _say(self, text: str) -> None:
        if not any(field.hidden for field in self._fields):
            self.pieces.append(text)

    def _turn_field(self, turn: str) -> None:
        if turn == "begin":
            self._fields.append(_Field())
        elif turn == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif turn == "end" and self._fields:
            self._fields.pop()

    def _simple_field(self, element: etree._Element) -> None:
        self._fields.append(_Field(element.get(W + "instr", ""), in_result=True))
        self.walk(element)
        self._fields.pop()


def _written(element: etree._Element) -> str:
    """The letters of a w:t; blanks at its edges count only where the file asks to keep them, as in Word."""
    text = element.text or ""
    trimmed = text.strip(_XML_BLANKS)
    return text if len(trimmed) == len(text) or _keeps_blanks(element) else trimmed


def _keeps_blanks(element: etree._Element) -> bool:
    said = (around.get(XML + "space") for around in (element, *element.iterancestors()))
    return next((space for space in said if space), "default") == "preserve"


class _Field:
    """A field that is being read: its code, and whether its result has begun."""

    def __init__(self, code: str = "", *, in_result: bool = False) -> None:
        self.code = code
        self.in_result = in_result

    @property
    def hidden(self) -> bool:
        words = self.code.split(None, 1)
        return not self.in_result or (bool(words) and words[0].upper() in _PAGE_FIELDS)


def _symbol(element: etree._Element) -> str:
    """A sign from a symbol font; those of the private area are the font's own, moved up by F000."""
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    sign = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    return sign if sign.isprintable() or 0xE000 <= code < 0xF900 else ""
