"""The tracked changes inside one paragraph, as edits of its text: each stretch that somebody changed is one."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from lxml import etree

from perdes_flow.legal.merging import Edit, says_something
from perdes_flow.word.names import XML, W
from perdes_flow.word.revisions import DELETED, INSERTED


class Mark(NamedTuple):
    """What tells a tracked change again in a later copy of the file: programs renumber them."""

    tag: str
    author: str
    date: str
    text: str


class Piece(NamedTuple):
    """The text of a run: `gone` stood there before, `come` stands there now, kept text does both."""

    text: str
    gone: bool
    come: bool
    authors: tuple[str, ...]


def mark_of(element: etree._Element) -> Mark:
    text = "".join(t.text or "" for t in element.iter(W + "t", W + "delText"))
    return Mark(str(element.tag), element.get(W + "author", ""), element.get(W + "date", ""), text)


def tracked_edits(
    paragraph: etree._Element, was: str, now: str, known: Collection[Mark]
) -> tuple[tuple[Edit, tuple[str, ...]], ...]:
    """The edits with their authors; empty where the runs do not add up to both texts (fields, joined paragraphs)."""
    found = list(pieces(paragraph, known))
    before = "".join(piece.text for piece in found if piece.gone)
    after = "".join(piece.text for piece in found if piece.come)
    if (before, after) != (was, now):
        return ()
    edits: list[tuple[Edit, tuple[str, ...]]] = []
    place, is_open = 0, False
    for piece in found:
        if piece.gone == piece.come:
            place, is_open = place + len(piece.text), is_open and not says_something(piece.text)
            continue
        edit, authors = edits.pop() if is_open else (Edit(place, place, ""), ())
        edit = edit._replace(end=place, text=edit.text + was[edit.end : place])  # signs that stay in between
        if piece.gone:
            place += len(piece.text)
        text = edit.text + (piece.text if piece.come else "")
        edits.append((Edit(edit.start, place, text), tuple(dict.fromkeys((*authors, *piece.authors)))))
        is_open = True
    return tuple(edits)


def pieces(paragraph: etree._Element, known: Collection[Mark]) -> Iterator[Piece]:
    """The runs of a paragraph in order; changes that are known from before count as settled."""
    for run in paragraph.iter(W + "r"):
        around = list(run.iterancestors(*DELETED, *INSERTED, W + "txbxContent", W + "p"))
        own = around[: next(i for i, a in enumerate(around) if a.tag in (W + "p", W + "txbxContent"))]
        if around[len(own)] is not paragraph:
            continue
        new = [mark for mark in own if mark_of(mark) not in known]
        settled_away = any(mark.tag in DELETED for mark in own if mark not in new)
        gone, come = any(m.tag in DELETED for m in new), any(m.tag in INSERTED for m in new)
        if settled_away or (gone and come):  # put in and taken out again: nobody sees it
            continue
        kept = not (gone or come)
        authors = tuple(dict.fromkeys(mark.get(W + "author", "") for mark in new))
        yield Piece(_text(run), gone or kept, come or kept, authors)


def _text(run: etree._Element) -> str:
    return "".join(_written(element) for element in run)


def _written(element: etree._Element) -> str:
    if element.tag in (W + "t", W + "delText"):
        text = element.text or ""
        said = (s for a in (element, *element.iterancestors()) if (s := a.get(XML + "space")))
        return text if next(said, "default") == "preserve" else text.strip(" \t\n\r")
    if element.tag in _BLANKS:
        return " "
    return "-" if element.tag == W + "noBreakHyphen" else ""


_BLANKS = frozenset(W + name for name in ("tab", "br", "cr", "ptab"))
