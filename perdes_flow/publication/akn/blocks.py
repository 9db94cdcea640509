"""Parts that are lines and lists rather than Pasal: as paragraphs, tables and lists of XML."""

from collections.abc import Iterable
from itertools import groupby

from perdes_flow.legal.units import LIST_ITEMS, Unit
from perdes_flow.publication.akn.hierarchy import write_unit
from perdes_flow.publication.akn.pen import Element, Pen
from perdes_flow.publication.akn.tables import is_row, is_table, write_table
from perdes_flow.publication.akn.vocabulary import EMPTY, OWN


def write_part(pen: Pen, parent: Element, unit: Unit, prefix: str) -> None:
    """What a part says: its own words, its lines; a mark of emptiness where it says nothing."""
    if unit.text:
        pen.words(parent, "p", unit, kind=OWN)
    write_blocks(pen, parent, unit.children, prefix)
    if not len(parent):
        pen.add(parent, "p", kind=EMPTY)


def write_blocks(pen: Pen, parent: Element, units: Iterable[Unit], prefix: str) -> None:
    """Units where no hierarchy may stand."""
    for form, group in groupby(units, _form):
        if form == "row":
            write_table(pen, parent, group, prefix)
        elif form == "item":
            _write_list(pen, parent, group, prefix)
        else:
            for unit in group:
                _write_block(pen, parent, unit, prefix, form)


def write_mixed(pen: Pen, parent: Element, units: Iterable[Unit], prefix: str, head: Unit | None) -> None:
    """Units where lines, tables and hierarchy may stand side by side; `head` goes before the first rows."""
    for form, group in groupby(units, _form):
        if form == "row":
            write_table(pen, parent, group, prefix, head=head)
            head = None
            continue
        for unit in group:
            if form in ("line", "table"):
                _write_block(pen, parent, unit, prefix, form)
            else:
                write_unit(pen, parent, unit, prefix, prefix)


def _form(unit: Unit) -> str:
    if is_row(unit):
        return "row"
    if is_table(unit):
        return "table"
    if unit.kind == "larik" and not unit.number and not unit.children:
        return "line"
    return "item" if unit.kind in LIST_ITEMS else "other"


def _write_block(pen: Pen, parent: Element, unit: Unit, prefix: str, form: str) -> None:
    if form == "line":
        pen.words(parent, "p", unit, eId=pen.eid("p", prefix, unit))
    elif form == "table":
        write_table(pen, parent, unit.children, prefix, kind=unit.kind)
    else:
        eid = pen.eid("blockContainer", prefix, unit)
        write_item(pen, pen.add(parent, "blockContainer", eId=eid, kind=unit.kind), unit, eid)


def _write_list(pen: Pen, parent: Element, units: Iterable[Unit], prefix: str) -> None:
    eid = pen.eid("blockList", prefix)
    block_list = pen.add(parent, "blockList", eId=eid)
    for unit in units:
        item_eid = pen.eid("item", eid, unit)
        write_item(pen, pen.add(block_list, "item", eId=item_eid, kind=unit.kind), unit, item_eid)


def write_item(pen: Pen, element: Element, unit: Unit, eid: str) -> None:
    """Number, words and what is below: the inside of an item whose first paragraph is always its own words."""
    if unit.number:
        pen.add(element, "num", unit.number)
    pen.words(element, "p", unit)
    write_blocks(pen, element, unit.children, eid)
