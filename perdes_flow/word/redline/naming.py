"""Names for things: two things of one name look alike, whichever file they stand in.

Relationship ids, revision ids and vendors' numbers differ between files that look the same, so names leave them out
and put the content behind them in.
"""

from collections.abc import Callable

from lxml import etree

from perdes_flow.word.names import DRAWING, MATH, VML, R, W
from perdes_flow.word.redline.content import Alphabet, Content, Format, attributes, read_content, run_format

RENAMED = "_lama"  # between the name of a shape that was brought back and its number: it is the same shape
Target = Callable[[str], str]  # relationship id -> name of what stands behind it
NoteName = Callable[[etree._Element], str]  # a reference to a note -> its name


class Names:
    """The names of the things in one part.

    `target` names what a relationship leads to, `note` what a note reference leads to, `level` a numbering level.
    `deep` names tell the text of boxes too; shallow ones leave it out, so that it can be compared by itself.
    """

    def __init__(
        self,
        target: Target,
        note: NoteName,
        level: Callable[[str, str], str],
        alphabet: Alphabet,
        *,
        deep: bool,
    ) -> None:
        self._target, self._note, self._level, self._deep = target, note, level, deep
        self.alphabet = alphabet

    def of(self, element: etree._Element) -> str:
        """The name of anything inside a paragraph that is not text."""
        tag = element.tag
        if tag in _NOTES:
            return f"{tag}:{self._note(element)}"
        if tag in _SHELLS:
            return self._shell(element)
        if tag == W + "instrText":
            return "code:" + " ".join((element.text or "").split())
        return self._canonical(element, geometry=next(element.iter(_BOX), None) is None)

    def content(self, paragraph: etree._Element) -> Content:
        return read_content(paragraph, self.of, self.alphabet)

    def properties(self, properties: etree._Element | None) -> Format:
        """The name of a w:pPr, tblPr, trPr, tcPr …: order and earlier states do not count."""
        if properties is None:
            return ()
        named = []
        for child in properties:
            if child.tag in _NOT_PROPERTIES or not isinstance(child.tag, str):
                continue
            named.append(
                self.number(child) if child.tag == W + "numPr" else self._canonical(child, geometry=True)
            )
        return tuple(sorted(named))

    def block(self, element: etree._Element) -> Format:
        """The name of a paragraph, a table or a control, with everything in it."""
        if element.tag == W + "p":
            return self._paragraph(element)
        if element.tag == W + "tbl":
            return (
                "table",
                self.properties(element.find(W + "tblPr")),
                self.properties(element.find(W + "tblGrid")),
                tuple(self._row(row) for row in element.iter(W + "tr") if _table_of(row) is element),
            )
        if element.tag == W + "sdt":
            content = element.find(W + "sdtContent")
            return ("control", self.blocks(content) if content is not None else ())
        return (self._canonical(element, geometry=True),)

    def blocks(self, container: etree._Element) -> Format:
        """The names of all blocks of a body, a cell, a note, a box."""
        return tuple(self.block(child) for child in container if child.tag in BLOCKS)

    def _row(self, row: etree._Element) -> Format:
        cells = [cell for cell in row.iter(W + "tc") if _row_of(cell) is row]
        return (
            self.properties(row.find(W + "trPr")),
            *((self.properties(cell.find(W + "tcPr")), self.blocks(cell)) for cell in cells),
        )

    def _paragraph(self, paragraph: etree._Element) -> Format:
        content = self.content(paragraph)
        properties = paragraph.find(W + "pPr")
        mark = properties.find(W + "rPr") if properties is not None else None
        return ("p", self.properties(properties), run_format(mark), self.stretches(content))

    def stretches(self, content: Content) -> Format:
        """The text of a paragraph in stretches of one format and one surrounding."""
        found: list[tuple[str, Format, tuple[str, ...]]] = []
        for span in content.spans:
            text = content.text[span.start : span.end]
            # a picture has no format of its own, except that it may be hidden with its run
            if found and found[-1][1:] == (span.format, span.context):
                text = found.pop()[0] + text
            found.append((text, span.format, span.context))
        return tuple(found)

    def _shell(self, element: etree._Element) -> str:
        """What a link or control is, without what stands in it."""
        items = [element.tag, *self._attributes(element)]
        for child in element:
            if child.tag == W + "sdtPr":
                items += [self._canonical(c, geometry=True) for c in child if c.tag in _CONTROL_PROPERTIES]
        return "|".join(items)

    def number(self, numbering: etree._Element) -> str:
        """The name of a w:numPr: what such a number looks like."""
        number, level = numbering.find(W + "numId"), numbering.find(W + "ilvl")
        depth = level.get(W + "val", "0") if level is not None else "0"
        return f"number:{depth}:{self._level(number.get(W + 'val', ''), depth) if number is not None else ''}"

    def _attributes(self, element: etree._Element) -> list[str]:
        named = []
        for name, value in sorted(attributes(element)):
            if name.startswith(R):
                named.append(f"{name}={self._target(value)}")
            elif name == "type" and element.tag.startswith(VML):
                named.append(f"{name}={value.partition(RENAMED)[0]}")
            elif not _is_numbering_of_things(element.tag, name):
                named.append(f"{name}={_SAME.get(value, value)}")
        return named

    def _canonical(self, element: etree._Element, *, geometry: bool) -> str:
        if element.tag == _BOX:
            return f"box{self.blocks(element)}" if self._deep else "box"
        items = (
            self._attributes(element)
            if geometry
            else [a for a in self._attributes(element) if a.startswith(R)]
        )
        if element.tag in _TEXTS:
            items.append(element.text or "")
        elif element.tag == W + "rPr":
            return str(run_format(element))
        items += [
            self._canonical(child, geometry=geometry)
            for child in element
            if isinstance(child.tag, str) and child.tag not in _RANDOM
        ]
        return f"{element.tag}({','.join(items)})"


def _names(*names: str) -> frozenset[str]:
    return frozenset(W + name for name in names)


BLOCKS = _names("p", "tbl", "sdt")
_BOX = W + "txbxContent"
_NOTES = _names("footnoteReference", "endnoteReference")
_SHELLS = _names("hyperlink", "fldSimple", "sdt", "smartTag", "customXml", "dir", "bdo")
_NOT_PROPERTIES = _names(
    "rPr", "sectPr", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblPrExChange", "tblGridChange",
    "ins", "del", "cellIns", "cellDel", "cellMerge", "cnfStyle", "sectPrChange", "headerReference", "footerReference",
)  # fmt: skip
_CONTROL_PROPERTIES = _names("alias", "tag", "dropDownList", "comboBox", "date", "checkbox", "docPartObj")
_TEXTS = _names("t", "delText", "instrText") | {MATH + "t", DRAWING + "t"}
_RANDOM = _names("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak")
_SAME = {"true": "1", "on": "1", "false": "0", "off": "0"}


def _is_numbering_of_things(tag: str, name: str) -> bool:
    """Attributes that only count or time-stamp things: rsid, paraId, the ids of drawings and shapes."""
    local = name.rpartition("}")[2]
    if "rsid" in local or name.startswith("{http://schemas.microsoft.com/office/word/2"):
        return True
    if local in ("id", "name", "spid", "ShapeID", "docLocation", "history", "gfxdata"):
        return not tag.startswith(W) or local in ("history", "docLocation")
    return False


def _table_of(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(W + "tbl"), None)


def _row_of(cell: etree._Element) -> etree._Element | None:
    return next(cell.iterancestors(W + "tr"), None)
