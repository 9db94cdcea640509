"""What stands in each part: XML, parsed once and within limits; pictures of known kinds; nothing else embedded."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from perdes_flow.errors import DocxRefused
from perdes_flow.word.archive import LOCAL_SIGNATURE, OLE_SIGNATURE
from perdes_flow.word.gate.limits import ATTRIBUTES, CELLS, CHANGES, COMMENTS, DEPTH, PARAGRAPHS
from perdes_flow.word.gate.parts import Reference
from perdes_flow.word.gate.pictures import check_picture
from perdes_flow.word.markup import MOST_NODES, node_count
from perdes_flow.word.package import Package


def parse_parts(package: Package, references: Iterable[Reference]) -> tuple[str, ...]:
    """Read every part; the names of parts that are neither XML nor a picture and that nobody needs to see."""
    kinds = {reference.part: reference.kind for reference in references if reference.part}
    nodes, unknown = 0, []
    for name in package.names():
        data = package.read(name)
        if _is_xml(package, name):
            if name == package.main and _STRICT in data[:_ROOT_BYTES]:
                raise DocxRefused("NOT_DOCX", {"part": name})
            nodes += _weigh(data, name, nodes)
            _check_shape(package.tree(name, data), data, name)
        elif not _is_known(package, name, data, kinds.get(name, "")):
            unknown.append(name)
    return tuple(unknown)


def _is_xml(package: Package, name: str) -> bool:
    kind = package.content_type(name).lower()
    if kind.startswith("image/"):
        return False
    return kind.endswith(("+xml", "/xml")) or name.casefold().endswith((".xml", ".rels"))


# ---- XML

# A Word file in the ISO "strict" form, which most programs read badly, says so in its first element.
_STRICT, _ROOT_BYTES = b"http://purl.oclc.org/ooxml/wordprocessingml/main", 1 << 16
_MANY_NODES = 100_000


@dataclass(frozen=True, slots=True)
class _Crowd:
    """A tag that is counted in the bytes, before a tree of it fills the memory; exact counts follow later."""

    marks: tuple[bytes, ...]
    limit: int
    code: str


def _tags(*names: bytes) -> tuple[bytes, ...]:
    return tuple(b"<w:" + name + end for name in names for end in (b">", b" ", b"/"))


_CROWDS = (
    _Crowd(_tags(b"comment"), COMMENTS, "COMMENT_LIMIT"),
    _Crowd(_tags(b"tc"), CELLS, "TABLE_LIMIT"),
    _Crowd(_tags(b"ins", b"del", b"moveFrom", b"moveTo"), 2 * CHANGES, "CHANGE_LIMIT"),
    _Crowd(_tags(b"p"), PARAGRAPHS, "PARA_LIMIT"),
)


def _refuse_crowds(data: bytes) -> None:
    for crowd in _CROWDS:
        count = sum(data.count(mark) for mark in crowd.marks)
        if count > crowd.limit:
            raise DocxRefused(crowd.code, {"count": count, "limit": crowd.limit})


def _weigh(data: bytes, name: str, before: int) -> int:
    """How many nodes this part adds to those `before`; DocxRefused where a tree of them would fill the memory."""
    nodes = node_count(data)
    if nodes > _MANY_NODES:
        _refuse_crowds(data)
    if before + nodes > MOST_NODES:
        raise DocxRefused("XML_LIMIT", {"part": name})
    return nodes


_TOO_DEEP = etree.XPath(f"boolean({'/*' * (DEPTH + 1)})")
_TOO_MANY_ATTRIBUTES = etree.XPath(f"boolean(//*[@*[{ATTRIBUTES + 1}]])")
# a tag can only hold so many attributes (` a=""` has five bytes) where no other begins for a while
_LONG_TAG = re.compile(b"<[^<]{%d}" % (5 * ATTRIBUTES))


def _check_shape(root: etree._Element, data: bytes, name: str) -> None:
    if _TOO_DEEP(root.getroottree()):
        raise DocxRefused("XML_DEPTH", {"part": name})
    if _LONG_TAG.search(data) and _TOO_MANY_ATTRIBUTES(root):
        raise DocxRefused("XML_LIMIT", {"part": name})


# ---- other parts

# A picture of the first page and the settings of a printer: shown nowhere in the text, and never opened here.
_UNSEEN_KINDS = frozenset({"thumbnail", "printerSettings", "origin"})


def _is_known(package: Package, name: str, data: bytes, kind: str) -> bool:
    """A picture, or something without effect; DocxRefused for embedded files and pictures that are none."""
    if data.startswith(OLE_SIGNATURE) or kind in ("oleObject", "package"):
        nested = data.startswith(LOCAL_SIGNATURE)
        raise DocxRefused("ZIP_NESTED" if nested else "OLE", {"part": name})
    if data.startswith(LOCAL_SIGNATURE):
        raise DocxRefused("ZIP_NESTED", {"part": name})
    if kind == "image" or (package.content_type(name).lower().startswith("image/") and kind != "thumbnail"):
        check_picture(data, name)
        return True
    return kind in _UNSEEN_KINDS or not data
