"""Accept or reject every tracked change, as Word's "Accept All" and "Reject All" do.

A paragraph whose mark goes away joins the following one, and the following one gives the properties.
"""

from collections.abc import Iterable
from enum import Enum

from lxml import etree

from perdes_flow.word.names import MATH, W
from perdes_flow.word.package import Package


def accept_all(data: bytes) -> bytes:
    """The DOCX with every tracked change accepted, in all stories; DocxRefused where it is none."""
    return _settled(data, Mode.ACCEPT)


def reject_all(data: bytes) -> bytes:
    """The DOCX with every tracked change rejected, in all stories; DocxRefused where it is none."""
    return _settled(data, Mode.REJECT)


class Mode(Enum):
    """What happens to the revisions."""

    ACCEPT = "accept"
    REJECT = "reject"


def resolve(tree: etree._Element, mode: Mode) -> None:
    """Settle all revisions of one part, in place. The root itself is never removed."""
    if next(tree.iter(*REVISIONS), None) is None:
        return
    removed, kept = (DELETED, INSERTED) if mode is Mode.ACCEPT else (INSERTED, DELETED)
    _settle_properties(tree, mode)
    _settle_wrappers(tree, mode)
    _settle_tables(tree, mode)
    _settle_maths(tree, removed)
    gone = _settle_paragraph_marks(tree, removed, kept)
    for element in list(tree.iter(*removed)):
        drop(element)
    for element in list(tree.iter(*kept)):
        unwrap(element)
    for element in tree.iter(W + "delText"):
        element.tag = W + "t"
    for element in tree.iter(W + "delInstrText"):
        element.tag = W + "instrText"
    for paragraph in gone:
        _join_next(paragraph)
    _tidy(tree)


def _settled(data: bytes, mode: Mode) -> bytes:
    package = Package.open(data)
    touched = []
    for short in ("document", *_WITH_REVISIONS):
        for part in (package.main,) if short == "document" else package.related(short):
            if has_revisions(package.tree(part)):
                resolve(package.tree(part), mode)
                touched.append(part)
    return package.pack(touched) if touched else data


_WITH_REVISIONS = ("header", "footer", "footnotes", "endnotes", "comments", "numbering", "styles")


def has_revisions(tree: etree._Element) -> bool:
    """Is anything in this part tracked?"""
    return next(tree.iter(*REVISIONS), None) is not None


def _names(*names: str) -> tuple[str, ...]:
    return tuple(W + name for name in names)


DELETED = _names("del", "moveFrom")
INSERTED = _names("ins", "moveTo")
CHANGES = tuple(
    W + name + "Change"
    for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid", "numbering")
)
CELL_MARKS = _names("cellIns", "cellDel", "cellMerge")
RANGES = _names(
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "customXmlInsRangeStart",
    "customXmlInsRangeEnd",
    "customXmlDelRangeStart",
    "customXmlDelRangeEnd",
    "customXmlMoveFromRangeStart",
    "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeStart",
    "customXmlMoveToRangeEnd",
)
REVISIONS = DELETED + INSERTED + CHANGES + CELL_MARKS + RANGES


# ---- removing elements without losing what stands behind them


def drop(element: etree._Element) -> None:
    """Remove an element; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        previous = element.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + element.tail
        else:
            previous.tail = (previous.tail or "") + element.tail
    parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put an element's children in its place."""
    for child in list(element):
        element.addprevious(child)
    drop(element)


# ---- properties

# what a snapshot of earlier properties never holds, so that a reject keeps it: in front of the snapshot, or behind it
_KEPT_BEFORE = {
    "rPrChange": _names("ins", "del", "moveFrom", "moveTo"),
    "sectPrChange": _names("headerReference", "footerReference"),
}
_KEPT_BEHIND = {
    "pPrChange": _names("rPr", "sectPr"),
    "trPrChange": _names("ins", "del"),
    "tcPrChange": CELL_MARKS,
}


def _settle_properties(tree: etree._Element, mode: Mode) -> None:
    for change in list(tree.iter(*CHANGES)):
        name = etree.QName(change).localname
        if mode is Mode.REJECT and name != "numberingChange":
            _restore(change, name)
        drop(change)


def _restore(change: etree._Element, name: str) -> None:
    """The properties around a change become the ones that it remembers."""
    properties = change.getparent()
    if properties is None:
        return
    before = [child for child in properties if child.tag in _KEPT_BEFORE.get(name, ())]
    behind = [child for child in properties if child.tag in _KEPT_BEHIND.get(name, ())]
    earlier = [
        child for child in (change[0] if len(change) else ()) if child.tag not in _KEPT_BEFORE.get(name, ())
    ]
    properties[:] = [*before, *earlier, *behind]


def _settle_wrappers(tree: etree._Element, mode: Mode) -> None:
    """A content control that was itself inserted or deleted stands right behind its range mark; its content is apart."""
    start = W + ("customXmlDelRangeStart" if mode is Mode.ACCEPT else "customXmlInsRangeStart")
    for mark in list(tree.iter(start)):
        wrapper = mark.getnext()
        if wrapper is not None and wrapper.tag == W + "sdt":
            content = wrapper.find(W + "sdtContent")
            for child in list(content) if content is not None else ():
                wrapper.addprevious(child)
            drop(wrapper)
    for element in list(tree.iter(*RANGES)):
        drop(element)


# ---- tables and maths


def _settle_tables(tree: etree._Element, mode: Mode) -> None:
    accept = mode is Mode.ACCEPT
    for row in list(tree.iter(W + "tr")):
        _settle_mark(row, W + "trPr", W + ("del" if accept else "ins"), _names("ins", "del"))
    for cell in list(tree.iter(W + "tc")):
        _settle_mark(cell, W + "tcPr", W + ("cellDel" if accept else "cellIns"), CELL_MARKS)


def _settle_mark(element: etree._Element, properties_tag: str, fatal: str, marks: tuple[str, ...]) -> None:
    """Remove the row or cell if it carries the fatal mark, else its marks; a row or table left empty goes too."""
    properties = element.find(properties_tag)
    if properties is None:
        return
    if properties.find(fatal) is not None:
        around = element.getparent()
        drop(element)
        while around is not None and around.tag in _ROWS and around.find(".//" + W + "tc") is None:
            emptied, around = around, around.getparent()
            drop(emptied)
        return
    for mark in [child for child in properties if child.tag in marks]:
        properties.remove(mark)


def _settle_maths(tree: etree._Element, removed: tuple[str, ...]) -> None:
    """A revision inside m:ctrlPr is one of the formula part around it: m:f / m:fPr / m:ctrlPr."""
    for control in list(tree.iter(MATH + "ctrlPr")):
        if any(mark.tag in removed for mark in control):
            properties = control.getparent()
            formula = properties.getparent() if properties is not None else None
            if formula is not None:
                drop(formula)


_ROWS = _names("tr", "tbl")


# ---- paragraphs


def _settle_paragraph_marks(
    tree: etree._Element, removed: tuple[str, ...], kept: tuple[str, ...]
) -> list[etree._Element]:
    """Take the revisions off the paragraph marks; the paragraphs whose mark goes away."""
    gone: list[etree._Element] = []
    for mark in list(tree.iter(*removed, *kept)):
        run_properties = mark.getparent()
        if run_properties is None or run_properties.tag != W + "rPr":
            continue
        properties = run_properties.getparent()
        if properties is None or properties.tag != W + "pPr":
            continue
        paragraph = properties.getparent()
        if mark.tag in removed and paragraph is not None and (not gone or gone[-1] is not paragraph):
            gone.append(paragraph)
        run_properties.remove(mark)
        if len(run_properties) == 0:
            properties.remove(run_properties)
        if len(properties) == 0 and paragraph is not None:
            paragraph.remove(properties)
    return gone


BLOCKS = _names("p", "tbl", "sdt")
INVISIBLE = _names("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd")


def _join_next(paragraph: etree._Element) -> None:
    parent = paragraph.getparent()
    if parent is None:
        return
    content = [child for child in paragraph if child.tag != W + "pPr"]
    following = next((s for s in paragraph.itersiblings() if s.tag in (*BLOCKS, W + "sectPr")), None)
    if following is not None and following.tag == W + "p":
        at = 1 if len(following) and following[0].tag == W + "pPr" else 0
        following[at:at] = content
        drop(paragraph)
    elif all(child.tag in INVISIBLE for child in content) and _may_lose(parent, paragraph):
        drop(paragraph)


def _may_lose(parent: etree._Element, paragraph: etree._Element) -> bool:
    """A cell, a note, a header must keep one paragraph; a cell must also end with one."""
    others = [child for child in parent if child.tag in BLOCKS and child is not paragraph]
    if parent.tag == W + "tc":
        return any(child.tag == W + "p" for child in others) and others[-1].tag != W + "tbl"
    return bool(others) or parent.tag in (W + "body", W + "sdtContent")


def _tidy(tree: etree._Element) -> None:
    """Content controls between paragraphs in which none is left (the inner ones first), and range marks that lost their other end."""
    for control in reversed(list(tree.iter(W + "sdt"))):
        content = control.find(W + "sdtContent")
        parent = control.getparent()
        if parent is None or parent.tag == W + "p" or content is None:
            continue
        if all(child.tag in INVISIBLE for child in content):
            for child in list(content):
                control.addprevious(child)
            drop(control)
    for start, end in (("bookmarkStart", "bookmarkEnd"), ("commentRangeStart", "commentRangeEnd")):
        starts, ends = list(tree.iter(W + start)), list(tree.iter(W + end))
        _drop_unpaired(starts, ends)
        _drop_unpaired(ends, starts)


def _drop_unpaired(marks: Iterable[etree._Element], others: Iterable[etree._Element]) -> None:
    known = {other.get(W + "id") for other in others}
    for mark in marks:
        if mark.get(W + "id") not in known:
            drop(mark)
