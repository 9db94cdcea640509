"""The batang tubuh as the hierarchy of Akoma Ntoso: Bab, Bagian, Pasal, ayat, rincian, and what a change quotes."""

from itertools import groupby

from perdes_flow.legal.units import HEADINGS, Unit
from perdes_flow.publication.akn.pen import Element, Pen
from perdes_flow.publication.akn.tables import is_table, write_table
from perdes_flow.publication.akn.vocabulary import GENERAL, HIERARCHY, QUOTED, SHARED, TITLED


def write_unit(pen: Pen, parent: Element, unit: Unit, prefix: str, scope: str) -> None:
    """A unit and all below it. `prefix` begins its eId; `scope` that of every Pasal, whose number is unique whatever its Bab."""
    tag = HIERARCHY.get(unit.kind, GENERAL)
    eid = pen.eid(tag, scope if unit.kind == "pasal" else prefix, unit)
    element = pen.add(parent, tag, eId=eid, **_kind(unit.kind, tag))
    if unit.number:
        pen.add(element, "num", unit.number)
    if is_table(unit):
        write_table(pen, pen.add(element, "content"), unit.children, eid)
        return
    if unit.kind in TITLED or (unit.kind == "pasal" and not _is_explained(scope)):
        if unit.text:
            pen.words(element, "heading", unit)
    elif unit.text:
        pen.words(pen.add(element, "intro" if unit.children else "content"), "p", unit)
    _write_children(pen, element, unit, eid, scope)


def _is_explained(scope: str) -> bool:
    """What stands below a Pasal in an attachment is said about it, and no title."""
    return scope.startswith("att_")


def _kind(kind: str, tag: str) -> dict[str, str]:
    if tag == GENERAL:
        return {"name": kind}
    return {"kind": kind} if tag in SHARED else {}


def _write_children(pen: Pen, element: Element, unit: Unit, eid: str, scope: str) -> None:
    closing = unit.children[-1:] if unit.children and _closes(unit.children[-1]) else ()
    children = unit.children[: len(unit.children) - len(closing)]
    for quoted, group in groupby(children, lambda child: _is_quoted(unit, child)):
        if quoted:
            _write_quoted(pen, element, tuple(group), eid)
        else:
            for child in group:
                write_unit(pen, element, child, eid, scope)
    for child in closing:
        pen.words(pen.add(element, "wrapUp", eId=pen.eid("wrapUp", eid, child)), "p", child)


def _closes(unit: Unit) -> bool:
    """What follows a list and ends the ayat."""
    return unit.kind == "lanjutan" and not unit.number and not unit.children


def _is_quoted(around: Unit, unit: Unit) -> bool:
    """A heading inside a text: a regulation that changes another shows what it shall say."""
    return unit.kind in HEADINGS and (around.kind == "pasal" or around.kind not in HEADINGS)


def _write_quoted(pen: Pen, parent: Element, units: tuple[Unit, ...], prefix: str) -> None:
    holder = pen.add(parent, GENERAL, name=QUOTED, eId=pen.eid(GENERAL, prefix))
    mod = pen.add(pen.add(pen.add(holder, "content"), "p"), "mod", eId=pen.eid("mod", prefix))
    eid = pen.eid("quotedStructure", prefix)
    structure = pen.add(mod, "quotedStructure", eId=eid)
    for unit in units:
        write_unit(pen, structure, unit, eid, eid)
