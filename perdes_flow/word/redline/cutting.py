"""The main part of a Word file cut into the blocks of its body without parsing it: bytes that are equal need no reading.

Cutting bytes is right only where nothing can hide from it. A file in which something might is not cut here; it is read as a
tree, and what that tree is written as can be cut.
"""

import re
from dataclasses import dataclass
from xml.parsers import expat

from perdes_flow.word.markup import MOST_NODES, node_count
from perdes_flow.word.names import R, W


@dataclass(frozen=True, slots=True)
class Cut:
    """A part as it lies in the file: up to the first block, the blocks with the blanks before them, all behind them.

    `tags` are those that occur in it, without the commonest. `has_ids`: it holds what every save renews.
    """

    head: bytes
    children: list[bytes]
    tail: bytes
    tags: frozenset[bytes]
    has_ids: bool


_TAGS = re.compile(
    rb"<(?!/|w:(?:p|r|t|rPr|pPr|jc|i|b)[ />])([^\s/>]+)"
)  # asking for all would take twice as long
_MARK = b"\xef\xbb\xbf"


def cut(data: bytes) -> Cut | None:
    """The main part of a Word file in pieces; None where its bytes may not be read as they stand."""
    data = data.removeprefix(_MARK)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")  # as every reader of XML does
    begin, end = _BODY.search(data), data.rfind(b"</w:body>")
    if begin is None or end < begin.end():
        return None
    head, tail = data[: begin.end()], data[end:]
    declared = _DECLARED.match(head)
    tags = frozenset(_TAGS.findall(data, declared.end() if declared else 0))
    if not _TAIL.fullmatch(tail) or not _is_open(data, head, tags) or not _is_well_formed(data):
        return None
    children = children_of(data[begin.end() : end])
    if children is None:
        return None
    blanks = children.pop() if children and not children[-1].strip() else b""
    has_ids = any(mark in data for mark in ID_MARKS)
    return Cut(head, children, blanks + tail, tags, has_ids)


_BODY = re.compile(rb"<w:body(?:\s[^<>]*)?(?<!/)>")
_TAIL = re.compile(rb"</w:body>\s*</w:document>\s*")
_DECLARED = re.compile(rb"\s*<\?xml[^<>]*\?>")
_ENCODING = re.compile(rb"""encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)


def _is_open(data: bytes, head: bytes, tags: frozenset[bytes]) -> bool:
    """Does every sign of its XML mean what it seems to? No comments, no instructions, and one name for one thing."""
    names = head
    if data.count(b"xmlns") != head.count(b"xmlns"):
        names = data  # some are declared where they are used
    return (
        not any(tag.startswith(_SPECIAL) for tag in tags)
        and data.count(b"<") == data.count(b">")  # else a value or a text holds one of them
        and names.count(_WORD) == names.count(b"xmlns:w=") == head.count(b'xmlns:w="' + _WORD + b'"') == 1
        and names.count(_LINKS) == names.count(b"xmlns:r=") == names.count(b'xmlns:r="' + _LINKS + b'"')
        and _DEFAULT.search(head) is None
        and _ENCODING.search(head) is None
        and (len(data) * 2 <= MOST_NODES or node_count(data) <= MOST_NODES)
    )


_WORD, _LINKS = W[1:-1].encode(), R[1:-1].encode()
_DEFAULT = re.compile(rb"\sxmlns\s*=")
OURS = b"perdes-"  # how a tag begins that only we write
_SPECIAL = (b"!", b"?", OURS)


def _is_well_formed(data: bytes) -> bool:
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return False
    return True


ID_MARKS = (b" w:rsid", b" w14:paraId")
_END, _STARTS = b"</w:p>", (b"<w:p>", b"<w:p ")


def children_of(body: bytes) -> list[bytes] | None:
    """The XML of each child, with what stands before it; blanks behind the last are a piece of their own.

    None where it cannot be told where one ends: well-formed XML can be cut.
    """
    *chunks, rest = body.split(_END)
    starts = body.count(b"<w:p>") + body.count(b"<w:p ")
    if chunks and starts == len(chunks) and all(chunk.startswith(_STARTS) for chunk in chunks):
        behind = _one_by_one(rest)  # each chunk begins one paragraph, and ends it
        return [chunk + _END for chunk in chunks] + behind if behind is not None else None
    return _one_by_one(body)


def _one_by_one(body: bytes) -> list[bytes] | None:
    found = []
    at = 0
    while at < len(body):
        start = _START.match(body, at)
        if start is None:
            end = len(body) if not body[at:].strip() else -1
        else:
            end = start.end() if start[2] else _end_of(body, start[1], start.end())
        if end < 0:
            return None
        found.append(body[at:end])
        at = end
    return found


_START = re.compile(rb"\s*<([^\s<>/!?]+)(?:\s[^<>]*?)?(/?)>")


def _end_of(body: bytes, tag: bytes, at: int) -> int:
    """Where the element ends whose start tag ends at a place; -1 where it does not."""
    if tag == b"w:p":
        end = body.find(_END, at)
        if end >= 0 and _PARAGRAPH.search(body, at, end) is None:
            return end + len(_END)
    depth = 1
    for found in re.finditer(rb"<(/?)%b(?:\s[^<>]*?)?(/?)>" % re.escape(tag), body[at:]):
        if not found[2]:
            depth += -1 if found[1] else 1
        if depth == 0:
            return at + found.end()
    return -1


_PARAGRAPH = re.compile(rb"<w:p[\s>/]")
