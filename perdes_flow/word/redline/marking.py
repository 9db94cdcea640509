"""Whole blocks that came, went or moved: the marks on paragraphs, rows and cells."""

from collections.abc import Iterator

from lxml import etree

from perdes_flow.word.names import W
from perdes_flow.word.redline.paragraphs import mark_whole
from perdes_flow.word.redline.pen import Pen


def mark_block(pen: Pen, block: etree._Element, name: str) -> None:
    """A paragraph, table or control came or went. `name` is ins, del, moveFrom or moveTo; rows do not move in Word."""
    if block.tag == W + "p":
        mark_whole(block, name, pen)
    elif block.tag == W + "tbl":
        for row in rows_of(block):
            mark_row(pen, row, _WITHOUT_MOVES[name])
    elif block.tag == W + "sdt":
        for child in list(block.iterfind(W + "sdtContent/*")):
            mark_block(pen, child, name)


def mark_row(pen: Pen, row: etree._Element, name: str) -> None:
    """A row came or went ("ins", "del"), with all that it holds."""
    properties = row.find(W + "trPr")
    if properties is None:
        properties = etree.Element(W + "trPr")
        exceptions = row.find(W + "tblPrEx")
        if exceptions is None:
            row.insert(0, properties)
        else:
            exceptions.addnext(properties)
    properties.append(pen.mark(name))
    for cell in cells_of(row):
        mark_blocks(pen, cell, name)


def mark_cell(pen: Pen, cell: etree._Element, name: str) -> None:
    """A cell came or went ("ins", "del"), with all that it holds."""
    properties = cell.find(W + "tcPr")
    if properties is None:
        properties = etree.Element(W + "tcPr")
        cell.insert(0, properties)
    properties.append(pen.mark({"ins": "cellIns", "del": "cellDel"}[name]))
    mark_blocks(pen, cell, name)


def mark_blocks(pen: Pen, container: etree._Element, name: str) -> None:
    """Everything in a cell, a note, a header came or went."""
    for block in list(container):
        mark_block(pen, block, name)


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, not those of tables inside it; also rows inside content controls."""
    return _inside(table, W + "tr")


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row, also those inside content controls."""
    return _inside(row, W + "tc")


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _inside(child, tag)


_AROUND = frozenset(W + name for name in ("sdt", "sdtContent", "customXml"))
_WITHOUT_MOVES = {"ins": "ins", "del": "del", "moveFrom": "del", "moveTo": "ins"}
