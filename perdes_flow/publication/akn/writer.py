"""A naskah as Akoma Ntoso: the parts in the order that the schema wants, and the words that point to other units."""

from collections import Counter

from lxml import etree

from perdes_flow.errors import NotARegulation
from perdes_flow.legal.dates import dates_in
from perdes_flow.legal.heading import Judul, read_judul
from perdes_flow.legal.references import references
from perdes_flow.legal.units import Naskah, Unit
from perdes_flow.publication.akn.blocks import write_mixed, write_part
from perdes_flow.publication.akn.hierarchy import write_unit
from perdes_flow.publication.akn.identity import Identity
from perdes_flow.publication.akn.identity_reading import identity_of
from perdes_flow.publication.akn.metadata import write_component_meta, write_meta
from perdes_flow.publication.akn.opening import write_preamble, write_preface
from perdes_flow.publication.akn.pen import Element, Mark, Pen
from perdes_flow.publication.akn.vocabulary import ANNEXES, ASIDES, BESIDE, EMPTY, GENERAL, NAMESPACE, OWN

DEEPEST = 60  # levels; the law knows ten: Buku, Bab, Bagian, Paragraf, Pasal, ayat, and four of rincian
_PLACES = frozenset({"judul", "pembukaan", "penutup", *ANNEXES, *ASIDES})


def write_akn(naskah: Naskah, identity: Identity | None = None) -> bytes:
    """The XML of a regulation, UTF-8; the same naskah and identity give the same bytes.

    Without an identity, what the text says of itself is used (identity.identity_of). NotARegulation where the text
    is no regulation (Naskah.is_regulation), or nests deeper than any law does.
    """
    if not naskah.is_regulation:
        raise NotARegulation("bentuk")
    if _deeper_than(naskah.roots, DEEPEST):
        raise NotARegulation("kedalaman")
    identity = identity or identity_of(naskah)
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # the stubs lack the default namespace
    pen = Pen()
    _write_act(pen, pen.add(root, "act", name=identity.jenis, contains=identity.contains), naskah, identity)
    _mark_references(pen, naskah)
    etree.indent(root)  # before the marks: inside words a blank is a sign of the text
    pen.draw_marks()
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _deeper_than(units: tuple[Unit, ...], limit: int) -> bool:
    level = units
    for _ in range(limit):
        level = tuple(child for unit in level for child in unit.children)
        if not level:
            return False
    return True


def _write_act(pen: Pen, act: Element, naskah: Naskah, identity: Identity) -> None:
    write_meta(pen, act, identity)
    for judul in naskah.parts("judul"):
        write_preface(pen, act, judul, read_judul(naskah), "preface")
    for pembukaan in naskah.parts("pembukaan"):
        write_preamble(pen, act, pembukaan)
    body = pen.add(act, "body")
    for unit in naskah.roots:
        if unit.kind not in _PLACES:
            write_unit(pen, body, unit, "", "")
    if not len(body):
        pen.add(body, GENERAL, name=EMPTY)
    for penutup in naskah.parts("penutup"):
        write_part(pen, pen.add(act, "conclusions"), penutup, "conclusions")
        _mark_dates(pen, penutup)
    _write_attachments(pen, act, naskah, identity)


def _write_attachments(pen: Pen, act: Element, naskah: Naskah, identity: Identity) -> None:
    annexes = [root for root in naskah.roots if root.kind in ANNEXES]
    counted: Counter[str] = Counter()
    asides = tuple(root for root in naskah.roots if root.kind in ASIDES)
    if not annexes and not asides:
        return
    attachments = pen.add(act, "attachments")
    for annex in annexes:
        eid = pen.eid("attachment", "")
        attachment = pen.add(attachments, "attachment", eId=eid)
        if annex.number:
            pen.add(attachment, "num", annex.number)
        counted[annex.kind] += 1
        doc = _write_doc(pen, attachment, annex.kind, f"{annex.kind}_{counted[annex.kind]}", identity)
        _write_annex(pen, doc, annex, eid)
    if asides:
        eid = pen.eid("attachment", "")
        attachment = pen.add(attachments, "attachment", eId=eid)
        main = pen.add(_write_doc(pen, attachment, BESIDE, BESIDE.replace(" ", "-"), identity), "mainBody")
        for aside in asides:
            container = pen.eid("container", eid, aside)
            write_part(pen, pen.add(main, "container", name=aside.kind, eId=container), aside, container)


def _write_doc(pen: Pen, attachment: Element, name: str, component: str, identity: Identity) -> Element:
    doc = pen.add(attachment, "doc", name=name)
    write_component_meta(pen, doc, identity, component)
    return doc


def _write_annex(pen: Pen, doc: Element, annex: Unit, eid: str) -> None:
    """The judul of an annex as its preface; the head row of its table goes back to the table."""
    rest, head = annex.children, None
    if rest and rest[0].kind == "judul":
        judul, rest = rest[0], rest[1:]
        lines = judul.children
        if lines and lines[-1].kind == "kepala tabel" and rest and rest[0].kind == "baris":
            head = lines[-1]
            judul = Unit(judul.kind, judul.number, judul.text, lines[:-1])
        write_preface(pen, doc, judul, Judul(()), f"{eid}__preface")
    main = pen.add(doc, "mainBody")
    if annex.text:
        pen.words(main, "p", annex, kind=OWN)
    write_mixed(pen, main, rest, eid, head)
    if not len(main):
        pen.add(main, "p", kind=EMPTY)


# ---- words that mean more than they say


def _mark_references(pen: Pen, naskah: Naskah) -> None:
    """Internal references that lead somewhere become links."""
    for found in references(naskah):
        target = naskah.find(found.target) if found.target and found.resolved else None
        eid = pen.eid_of(target) if target else None
        if eid:
            pen.mark(found.unit, Mark(found.start, found.end, "ref", (("href", f"#{eid}"),)))


def _mark_dates(pen: Pen, penutup: Unit) -> None:
    for line in penutup.children:
        end = 0
        for written in dates_in(line.text):
            start = line.text.find(written.shown, end)
            end = start + len(written.shown)
            if written.day:
                pen.mark(line, Mark(start, end, "date", (("date", written.day.isoformat()),)))
