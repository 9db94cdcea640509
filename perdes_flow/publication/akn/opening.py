"""Judul and pembukaan: preface and preamble."""

from itertools import groupby

from perdes_flow.legal.heading import Judul
from perdes_flow.legal.units import LIST_ITEMS, Unit
from perdes_flow.publication.akn.blocks import write_blocks, write_item, write_part
from perdes_flow.publication.akn.pen import Element, Mark, Pen
from perdes_flow.publication.akn.vocabulary import EMPTY, FORMULAS, LABEL, LISTED

_IN_TITLE = ("title", "docType", "docNumber", "docTitle")


def write_preface(pen: Pen, parent: Element, judul: Unit, read: Judul, prefix: str) -> None:
    """The heading line by line; the lines that name the regulation stand in a longTitle."""
    preface = pen.add(parent, "preface")
    roles = _roles([line.text for line in judul.children], read)
    for name, group in groupby(zip(roles, judul.children, strict=True), lambda pair: _holder(pair[0])):
        holder = preface
        if name == "longTitle":
            holder = pen.add(preface, name, eId=pen.eid(name, prefix))
        elif name:
            holder = pen.add(preface, name, name="frasa", eId=pen.eid(name, prefix))
        for role, line in group:
            write_blocks(pen, holder, (line,), prefix)
            if role.startswith("doc"):
                pen.mark(line, Mark(0, len(line.text), role))
    if not len(preface):
        pen.add(preface, "p", kind=EMPTY)


def _holder(role: str) -> str:
    return "longTitle" if role in _IN_TITLE else "formula" if role == "frasa" else ""


def _roles(lines: list[str], read: Judul) -> list[str]:
    """For each line what it says: its kind, its number, its name …; "" for what has no element of its own."""
    roles = [""] * len(lines)
    for role, text in (
        ("docType", read.jenis),
        ("docNumber", read.nomor),
        ("frasa", read.frasa),
        ("docAuthority", read.jabatan),
    ):
        if text and text in lines:
            roles[len(lines) - 1 - lines[::-1].index(text)] = role
    for start, line in enumerate(lines):
        if line.upper() == "TENTANG":
            end = _end_of_name(lines, start + 1, read.nama)
            if end:
                roles[start:end] = ["title", *["docTitle"] * (end - start - 1)]
    return roles


def _end_of_name(lines: list[str], start: int, nama: str) -> int:
    """Where the lines from `start` make up the name; 0 where they do not."""
    rest = nama
    for i in range(start, len(lines)):
        if not rest.startswith(lines[i]):
            return 0
        rest = rest[len(lines[i]) :].lstrip()
        if not rest:
            return i + 1
    return 0


def write_preamble(pen: Pen, parent: Element, pembukaan: Unit) -> None:
    """The parts of the opening in their order."""
    preamble = pen.add(parent, "preamble")
    for part in pembukaan.children:
        if part.kind in LISTED and all(child.kind in LIST_ITEMS and child.number for child in part.children):
            _write_listed(pen, preamble, part)
        elif part.kind in FORMULAS and not part.children:
            eid = pen.eid("formula", "preamble", part)
            formula = pen.add(preamble, "formula", name=part.kind, eId=eid)
            if FORMULAS[part.kind]:
                pen.add(formula, "block", FORMULAS[part.kind], name=LABEL)
            pen.words(formula, "p", part)
        else:
            eid = pen.eid("container", "preamble", part)
            write_part(pen, pen.add(preamble, "container", name=part.kind, eId=eid), part, eid)
    if not len(preamble):
        pen.add(preamble, "p", kind=EMPTY)


def _write_listed(pen: Pen, preamble: Element, part: Unit) -> None:
    """Menimbang and Mengingat: one recital or citation an item; what stands there without number has none."""
    tag, item_tag, label = LISTED[part.kind]
    eid = pen.eid(tag, "preamble", part)
    holder = pen.add(preamble, tag, eId=eid, kind=part.kind)
    pen.add(holder, "heading", label)
    if not part.children:
        pen.words(pen.add(holder, item_tag, eId=pen.eid(item_tag, eid)), "p", part)
    elif part.text:
        pen.words(pen.add(holder, "intro"), "p", part)
    for child in part.children:
        child_eid = pen.eid(item_tag, eid, child)
        write_item(pen, pen.add(holder, item_tag, eId=child_eid, kind=child.kind), child, child_eid)
