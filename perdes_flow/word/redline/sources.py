"""The XML of every block of a container, as a key to find equal blocks: cut from the whole at once, which is ten times faster.

Revision and paragraph ids, which every save renews, and namespaces, which every file may declare elsewhere, are left out.
"""

import re

from lxml import etree

from perdes_flow.word.redline.splitting import children_of, look_of

FEW = 8  # blocks that are as fast one by one


def sources(container: etree._Element) -> list[bytes]:
    """The XML of each child of a container, in order."""
    children = list(container)
    if len(children) > FEW:
        data = etree.tostring(container, encoding="UTF-8", with_tail=False)
        found = children_of(data[data.find(b">") + 1 : data.rfind(b"</")]) or []
        if found and not found[-1].strip():
            del found[-1]
        if len(found) == len(children):
            return [look_of(child) for child in found]
    return [_one(child) for child in children]


_NAMESPACES = re.compile(rb' xmlns(?::\w+)?="[^"]*"')


def _one(child: etree._Element) -> bytes:
    data = look_of(etree.tostring(child, encoding="UTF-8", with_tail=False))
    head = data.find(b">") + 1
    return _NAMESPACES.sub(b"", data[:head]) + data[head:]


def joined_runs(source: bytes) -> bytes:
    """The XML with the text of neighbouring runs of one format as one: it says and looks the same, however it was cut."""
    return _ONE_FORMAT.sub(_as_one, _joined_texts(source))


def is_same_in_runs(source: bytes, other: bytes) -> bool:
    """Are these the same when all runs are joined? Quick where the other one alone is cut into more runs than it needs."""
    joined = joined_runs(other)
    return joined == _joined_texts(source) or joined == joined_runs(source)


def _joined_texts(source: bytes) -> bytes:
    return source.replace(b'<w:t xml:space="preserve">', b"<w:t>").replace(b"</w:t><w:t>", b"")


_ONE_FORMAT = re.compile(
    rb"(<w:r>((?><w:rPr>.*?</w:rPr>)?+)<w:t>)([^<]*+(?:</w:t></w:r><w:r>\2<w:t>[^<]*+)+)", re.DOTALL
)


def _as_one(runs: re.Match[bytes]) -> bytes:
    return runs[1] + runs[3].replace(b"</w:t></w:r><w:r>" + runs[2] + b"<w:t>", b"")
