"""The main part of a Word file taken apart by its bytes, without a tree: what stands around its blocks, and where each ends.

That is right only where nothing can hide from it: a part in which something might is told from the others here.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

from perdes_flow.word.markup import MOST_NODES, node_count
from perdes_flow.word.names import R, W


class Frame(NamedTuple):
    """A main part: up to its first block, its blocks, all behind them."""

    head: bytes
    body: bytes
    tail: bytes


def framed(data: bytes) -> Frame | None:
    """A main part with its lines ended as every reader of XML ends them; None where it has no body, or is too large to read."""
    data = data.removeprefix(_MARK)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if len(data) * 2 > MOST_NODES and node_count(data) > MOST_NODES:
        return None  # the reader of trees refuses it
    begin, end = _BODY.search(data), data.rfind(b"</w:body>")
    if begin is None or end < begin.end() or not _TAIL.fullmatch(data, end):
        return None
    return Frame(data[: begin.end()], data[begin.end() : end], data[end:])


_MARK = b"\xef\xbb\xbf"
_BODY = re.compile(rb"<w:body(?:\s[^<>]*)?(?<!/)>")
_TAIL = re.compile(rb"</w:body>\s*</w:document>\s*")


def is_open(data: bytes, head: bytes) -> bool:
    """Does every sign of its XML mean what it seems to, where it has no comments and instructions? One name for one thing."""
    names = head
    if data.count(b"xmlns") != head.count(b"xmlns"):
        names = data  # some are declared where they are used
    return (
        data.count(b"<") == data.count(b">")  # else a value or a text holds one of them
        and names.count(_WORD) == names.count(b"xmlns:w=") == head.count(b'xmlns:w="' + _WORD + b'"') == 1
        and names.count(_LINKS) == names.count(b"xmlns:r=") == names.count(b'xmlns:r="' + _LINKS + b'"')
        and _DEFAULT.search(head) is None
        and _ENCODING.search(head) is None
    )


_WORD, _LINKS = W[1:-1].encode(), R[1:-1].encode()
_DEFAULT = re.compile(rb"\sxmlns\s*=")
_ENCODING = re.compile(rb"""encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)


def is_well_formed(data: bytes) -> bool:
    """Is it XML?"""
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return False
    return True


# ---- where a child ends

PARAGRAPH_END = b"</w:p>"


def children_from(body: bytes, at: int) -> list[bytes] | None:
    """The children from a place on, each with the blanks before it; blanks behind the last are a piece of their own.

    None where it cannot be told where one ends: well-formed XML can be cut.
    """
    found = []
    while at < len(body):
        end = end_of_child(body, at)
        if end < 0:
            return None
        found.append(body[at:end])
        at = end
    return found


def end_of_child(body: bytes, at: int) -> int:
    """Where the next child ends; -1 where that cannot be told. Blanks alone are one."""
    start = _START.match(body, at)
    if start is None:
        return len(body) if not body[at:].strip() else -1
    return start.end() if start[2] else _end_of(body, start[1], start.end())


_START = re.compile(rb"\s*<([^\s<>/!?]+)(?:\s[^<>]*?)?(/?)>")


def _end_of(body: bytes, tag: bytes, at: int) -> int:
    """Where the element ends whose start tag ends at a place; -1 where it does not."""
    if tag == b"w:p":
        end = body.find(PARAGRAPH_END, at)
        if end >= 0 and _PARAGRAPH.search(body, at, end) is None:
            return end + len(PARAGRAPH_END)
    depth = 1
    for found in _tags_called(tag).finditer(body, at):
        if not found[2]:
            depth += -1 if found[1] else 1
        if depth == 0:
            return found.end()
    return -1


@lru_cache(maxsize=64)
def _tags_called(tag: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"<(/?)%b(?:\s[^<>]*?)?(/?)>" % re.escape(tag))


_PARAGRAPH = re.compile(rb"<w:p[\s>/]")
