"""The XML of every block of a container, as a key to find equal blocks: cut from the whole at once, which is ten times faster.

Revision and paragraph ids, which every save renews, and namespaces, which every file may declare elsewhere, are left out.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from lxml import etree

from perdes_flow.word.names import W

FEW = 8  # blocks that are as fast one by one


def sources(container: etree._Element) -> list[bytes]:
    """The XML of each child of a container, in order."""
    children = list(container)
    if len(children) > FEW:
        found = _cut(container, children)
        if found is not None:
            return found
    return [_one(child) for child in children]


_IDS = re.compile(rb' (?:w:rsid\w*|w14:(?:paraId|textId))="[^"]*"')
_NAMESPACES = re.compile(rb' xmlns(?::\w+)?="[^"]*"')
_END = b"</w:p>"
_BEGINNINGS = (b"<w:p>", b"<w:p ")


def _one(child: etree._Element) -> bytes:
    data = _without_ids(etree.tostring(child, with_tail=False))
    head = data.find(b">") + 1
    return _NAMESPACES.sub(b"", data[:head]) + data[head:]


def _without_ids(data: bytes) -> bytes:
    return _IDS.sub(b"", data) if b" w:rsid" in data or b" w14:paraId" in data else data


def _cut(container: etree._Element, children: Sequence[etree._Element]) -> list[bytes] | None:
    """The XML of the container, cut where paragraphs end; None where that does not come out even."""
    data = _without_ids(etree.tostring(container, with_tail=False))
    chunks = data[data.find(b">") + 1 :].split(_END)
    # without boxes and empty paragraphs none stands in another, and each ends where a chunk ends
    simple = b"<w:p/>" not in data and b"txbxContent" not in data
    if simple and _are_paragraphs(data, chunks, children):
        return [chunk + _END for chunk in chunks[:-1]] + [
            _one(child) for child in children[len(chunks) - 1 :]
        ]
    at = 0
    found = []
    for child in children:
        if at >= len(chunks):
            return None
        chunk = chunks[at]
        if not chunk.startswith(b"<"):
            chunk = chunk.lstrip()
        if chunk.startswith(_BEGINNINGS) and (simple or _is_one_paragraph(chunk)):
            found.append(chunk + _END)
            at += 1
            continue
        source = _one(child)
        ends = source.count(_END)
        found.append(source)
        if ends == 0:
            if not chunk.startswith(source):
                return None
            chunks[at] = chunk[len(source) :]
            continue
        at += ends
        tail = source[source.rfind(_END) + len(_END) :]
        if at >= len(chunks) or not chunks[at].startswith(tail):
            return None
        chunks[at] = chunks[at][len(tail) :]
    return found if at == len(chunks) - 1 else None


def _are_paragraphs(data: bytes, chunks: Sequence[bytes], children: Sequence[etree._Element]) -> bool:
    """Is every chunk but the last a child, so that only what stands behind the last paragraph is left?"""
    following = sum(data.count(_END + beginning) for beginning in _BEGINNINGS)
    return (
        2 <= len(chunks) <= len(children) + 1
        and chunks[0].startswith(_BEGINNINGS)
        and following == len(chunks) - 2
        and not any(child.tag in _WITH_PARAGRAPHS for child in children[len(chunks) - 1 :])
    )


_WITH_PARAGRAPHS = frozenset((W + "p", W + "tbl", W + "sdt"))


def _is_one_paragraph(chunk: bytes) -> bool:
    """A paragraph without another one in it."""
    return chunk.count(b"<w:p>") + chunk.count(b"<w:p ") == 1 and b"<w:p/>" not in chunk


def joined_runs(source: bytes) -> bytes:
    """The XML with the text of neighbouring runs of one format as one: it says and looks the same, however it was cut."""
    source = source.replace(b'<w:t xml:space="preserve">', b"<w:t>").replace(b"</w:t><w:t>", b"")
    return _ONE_FORMAT.sub(_as_one, source)


_ONE_FORMAT = re.compile(
    rb"(<w:r>((?><w:rPr>.*?</w:rPr>)?+)<w:t>)([^<]*+(?:</w:t></w:r><w:r>\2<w:t>[^<]*+)+)", re.DOTALL
)


def _as_one(runs: re.Match[bytes]) -> bytes:
    return runs[1] + runs[3].replace(b"</w:t></w:r><w:r>" + runs[2] + b"<w:t>", b"")


class Search:
    """Finds the sources that hold a word, in all of them at once: asking each is several times slower."""

    def __init__(self, sources: Sequence[bytes]) -> None:
        self._joined = b"\n".join(sources)
        self._ends = list(accumulate(len(source) + 1 for source in sources))

    def holding(self, *words: bytes) -> set[int]:
        """The places of the sources that hold one of the words."""
        found = set()
        for word in words:
            place = self._joined.find(word)
            while place >= 0:
                index = bisect_right(self._ends, place)
                found.add(index)
                place = self._joined.find(word, self._ends[index])
        return found
