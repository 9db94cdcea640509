"""The parts of a Word file that hold its comments: the texts, who answers whom, and numbers that outlast editing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from perdes_flow.word.names import RELATIONSHIP_TYPE, W14, W15, W16CID, XML, W
from perdes_flow.word.package import Package


class Shelf:
    """The comment parts of a package, made where they are missing."""

    def __init__(self, package: Package) -> None:
        self._parts = {side.name: _part(package, side) for side in (_COMMENTS, _EXTENDED, _IDS)}
        self.touched = (package.main, *self._parts.values())
        self._trees = {name: package.tree(part) for name, part in self._parts.items()}
        self._next = 1 + max((_number(c) for c in self._trees["comments"].iter(W + "comment")), default=-1)
        self._taken = {
            value
            for name in (*self._parts.values(), *(part for _, part in package.stories()))
            for element in package.tree(name).iter(W + "p", W16CID + "commentId")
            for value in (element.get(W14 + "paraId"), element.get(W16CID + "durableId"))
            if value
        }

    def add(self, text: str, author: str, at: datetime) -> str:
        """A comment; its id."""
        return self.add_entry(text, author, at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))[0]

    def add_entry(
        self, text: str, author: str, written_at: str, *, parent: str = "", done: bool = False
    ) -> tuple[str, str]:
        """A comment, or a reply to that with the paragraph id `parent`; its id and its paragraph id.

        `written_at` as Word writes it, "" for none. Replies of a thread that is done must be done too: Word drops the
        thread's root else.
        """
        number, self._next = str(self._next), self._next + 1
        comment = etree.SubElement(
            self._trees["comments"], W + "comment", {W + "id": number, W + "author": author}
        )
        if written_at:
            comment.set(W + "date", written_at)
        comment.set(W + "initials", author[:1].upper())
        for line in text.split("\n"):
            paragraph = etree.SubElement(comment, W + "p")
            run = etree.SubElement(paragraph, W + "r")
            words = etree.SubElement(run, W + "t", {XML + "space": "preserve"})
            words.text = "".join(sign if sign.isprintable() else " " for sign in line)
        para_id = self._free_id()
        paragraph.set(W14 + "paraId", para_id)  # Word knows a comment by its last paragraph
        entry = {W15 + "paraId": para_id, W15 + "done": "1" if done else "0"}
        if parent:
            entry[W15 + "paraIdParent"] = parent
        etree.SubElement(self._trees["commentsExtended"], W15 + "commentEx", entry)
        ids = {W16CID + "paraId": para_id, W16CID + "durableId": self._free_id()}
        etree.SubElement(self._trees["commentsIds"], W16CID + "commentId", ids)
        return number, para_id

    def _free_id(self) -> str:
        """Eight hexadecimal digits below 80000000 that no paragraph and no comment has: counted, so that they stay the same."""
        number = 0x50000000 + len(self._taken)
        while f"{number:08X}" in self._taken:
            number += 1
        self._taken.add(f"{number:08X}")
        return f"{number:08X}"


# ---- the parts and their names

_MC_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."


@dataclass(frozen=True, slots=True)
class _Side:
    """A part beside the text, as Word names it."""

    name: str
    root: str
    relationship: str
    namespaces: dict[str, str]


_COMMENTS = _Side(
    "comments", W + "comments", RELATIONSHIP_TYPE + "comments", {"w": W[1:-1], "w14": W14[1:-1]}
)
_EXTENDED = _Side(
    "commentsExtended",
    W15 + "commentsEx",
    "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    {"w15": W15[1:-1]},
)
_IDS = _Side(
    "commentsIds",
    W16CID + "commentsIds",
    "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds",
    {"w16cid": W16CID[1:-1]},
)


def _part(package: Package, side: _Side) -> str:
    found = package.related(side.name)
    if found:
        return found[0]
    name = next(_free_names(package, f"word/{side.name}"))
    root = etree.Element(side.root, nsmap=side.namespaces)
    if side is _COMMENTS:
        root.set(_MC_IGNORABLE, "w14")
    package.add_part(name, etree.tostring(root), f"{_WORD_TYPES}{side.name}+xml")
    package.add_relationship(package.main, side.relationship, name, external=False)
    return name


def _free_names(package: Package, stem: str) -> Iterator[str]:
    candidates = (f"{stem}{number or ''}.xml" for number in range(len(package.names()) + 1))
    return (name for name in candidates if not package.has(package.spelling(name)))


def _number(comment: etree._Element) -> int:
    written = comment.get(W + "id", "")
    return int(written) if written.isascii() and written.isdigit() else -1
