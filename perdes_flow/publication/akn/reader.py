"""Akoma Ntoso back to the tree: for what `writer` wrote, the very same units.

Other people's Akoma Ntoso is read by the same table; an element that has no place in it is kept as a line with all its words.
"""

from collections.abc import Iterator

from lxml import etree

from perdes_flow.errors import AknUnreadable
from perdes_flow.legal.units import Naskah, Unit
from perdes_flow.publication.akn.elements import Element, local, words
from perdes_flow.publication.akn.tables import read_rows
from perdes_flow.publication.akn.vocabulary import (
    ANNEXES,
    BESIDE,
    EMPTY,
    GENERAL,
    HEAD,
    HIERARCHY,
    KINDS,
    NAMESPACE,
    OWN,
    QUOTED,
)

_HIERARCHICAL = frozenset({*HIERARCHY.values(), GENERAL})


def read_akn(xml: bytes) -> Naskah:
    """The tree of an Akoma Ntoso act; its units have no blocks. AknUnreadable."""
    act = _act(xml)
    roots: list[Unit] = []
    for part in act:
        match local(part):
            case "preface":
                roots.append(Unit("judul", children=tuple(_lines(part))))
            case "preamble":
                roots.append(Unit("pembukaan", children=tuple(_preamble(part))))
            case "body":
                roots += _blocks(part)
            case "conclusions":
                roots.append(_part("penutup", part))
            case "attachments" | "components":
                roots += [root for attachment in part for root in _attachment(attachment)]
    return Naskah(tuple(roots))


def _act(xml: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise AknUnreadable("bukan XML yang utuh") from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs lack it
        raise AknUnreadable("memuat DOCTYPE")
    if root.tag != f"{{{NAMESPACE}}}akomaNtoso":
        raise AknUnreadable("bukan Akoma Ntoso 3.0")
    if not len(root) or local(root[0]) not in ("act", "bill"):
        raise AknUnreadable("tidak memuat peraturan")
    return root[0]


# ---- the hierarchy


def _unit(element: Element) -> Iterator[Unit]:
    """The unit that an element stands for; those inside, where it only holds what a change quotes."""
    name = element.get("name", "") if local(element) == GENERAL else ""
    if name == QUOTED:
        for structure in element.iter(f"{{{NAMESPACE}}}quotedStructure"):
            yield from _blocks(structure)
            return
    if name == EMPTY:
        return
    number, text, children = "", "", list[Unit]()
    for child in element:
        match local(child):
            case "num":
                number = words(child)
            case "heading":
                text = words(child)
            case "intro" | "content":
                said, below = _saying(child)
                text = text or said
                children += below
            case "wrapUp":
                children.append(Unit("lanjutan", text=words(child)))
            case _:
                children += _block(child)
    yield Unit(_kind(element), number, text, tuple(children))


def _saying(element: Element) -> tuple[str, list[Unit]]:
    """What an intro or content says: its first paragraph as the unit's words, the rest as units below it."""
    text, children = "", list[Unit]()
    for place, child in enumerate(element):
        if place == 0 and local(child) == "p":
            text = words(child)
        elif local(child) == "table":
            children += read_rows(child)
        else:
            children += _block(child)
    return text, children


def _kind(element: Element) -> str:
    tag = local(element)
    if tag == GENERAL:
        return element.get("name", "larik")
    return element.get("class") or KINDS.get(tag, "huruf")


# ---- lines, lists and tables


def _part(kind: str, element: Element, number: str = "") -> Unit:
    """A part with its own words and what is below them."""
    own = [child for child in element if local(child) == "p" and child.get("class") == OWN]
    return Unit(kind, number, words(own[0]) if own else "", tuple(_blocks(element)))


def _blocks(element: Element) -> list[Unit]:
    return [unit for child in element for unit in _block(child)]


def _block(element: Element) -> Iterator[Unit]:
    """The units that one element of a part stands for."""
    tag = local(element)
    if tag == "p":
        if element.get("class") not in (EMPTY, OWN):
            yield Unit("larik", text=words(element))
    elif tag == "table":
        rows = read_rows(element)
        yield from [Unit("tabel", children=tuple(rows))] if element.get("class") == "tabel" else rows
    elif tag in _HIERARCHICAL:
        yield from _unit(element)
    elif tag == "blockList":
        for item in element:
            yield _item(item)
    elif tag == "blockContainer":
        yield _item(element)
    elif said := words(element):
        yield Unit("larik", text=said)


def _item(element: Element) -> Unit:
    """Number, own words in the first paragraph, the rest below."""
    number = "".join(words(child) for child in element if local(child) == "num")
    below = [child for child in element if local(child) not in ("num", "heading", "subheading")]
    text = words(below.pop(0)) if below and local(below[0]) in ("p", "listIntroduction") else ""
    return Unit(
        element.get("class") or "huruf",
        number,
        text,
        tuple(unit for child in below for unit in _block(child)),
    )


# ---- the parts


def _lines(element: Element) -> Iterator[Unit]:
    """The lines of a heading, whatever they are wrapped in."""
    for child in element:
        if local(child) in ("longTitle", "formula"):
            yield from _lines(child)
        else:
            yield from _block(child)


def _preamble(preamble: Element) -> Iterator[Unit]:
    for part in preamble:
        match local(part):
            case "recitals" | "citations" as tag:
                yield _listed(part, part.get("class") or ("menimbang" if tag == "recitals" else "mengingat"))
            case "formula":
                said = [child for child in part if local(child) == "p"]
                yield Unit(part.get("name", ""), text=" ".join(words(child) for child in said))
            case "container":
                yield _part(part.get("name", ""), part)
            case _:
                yield from _block(part)


def _listed(part: Element, kind: str) -> Unit:
    """Recitals or citations; one without number holds the words of the part itself."""
    text, items = "", list[Unit]()
    for child in part:
        item = _item(child)
        if local(child) == "intro" or (local(child) in ("recital", "citation") and not item.number):
            text = item.text
        elif local(child) in ("recital", "citation"):
            items.append(item)
    return Unit(kind, text=text, children=tuple(items))


def _attachment(attachment: Element) -> Iterator[Unit]:
    number = "".join(words(child) for child in attachment if local(child) == "num")
    for doc in attachment:
        if local(doc) != "doc":
            continue
        name, main = doc.get("name", ""), doc.find(f"{{{NAMESPACE}}}mainBody")
        if main is None:
            continue
        if name == BESIDE:
            yield from (_part(aside.get("name", ""), aside) for aside in main)
        else:
            yield _annex(doc, main, name if name in ANNEXES else "lampiran", number)


def _annex(doc: Element, main: Element, kind: str, number: str) -> Unit:
    """An annex; the head row of its table goes back to the judul."""
    body = _part(kind, main, number)
    children = list(body.children)
    preface = doc.find(f"{{{NAMESPACE}}}preface")
    if preface is not None:
        lines = list(_lines(preface))
        if main.find(f"{{{NAMESPACE}}}table/{{{NAMESPACE}}}tr[@class='{HEAD}']") is not None:
            head = next(i for i, unit in enumerate(children) if unit.kind == "kepala tabel")
            lines.append(children.pop(head))
        children.insert(0, Unit("judul", children=tuple(lines)))
    return Unit(kind, number, body.text, tuple(children))
