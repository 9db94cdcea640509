"""Tracked changes that the new file held already: kept with their authors where they lead back to the old file.

A paragraph keeps them when rejecting them gives the old paragraph. Moves, rows and paragraphs joined by earlier authors
do not: there the earlier changes count as accepted, as they do everywhere without this.
"""

from copy import deepcopy

from lxml import etree

from perdes_flow.word.names import W
from perdes_flow.word.redline.naming import Names
from perdes_flow.word.redline.pen import Pen
from perdes_flow.word.revisions import CHANGES, DELETED, INSERTED, Mode, drop, resolve


class Earlier:
    """The paragraphs of a part as they stood before their changes were accepted."""

    def __init__(self, tree: etree._Element) -> None:
        """Take them from a tree that is not settled yet."""
        self._originals: dict[etree._Element, etree._Element] = {}
        for mark in tree.iter(*INSERTED, *DELETED, *CHANGES):
            paragraph = next(mark.iterancestors(W + "p"), None)
            if paragraph is not None and paragraph not in self._originals:
                self._originals[paragraph] = deepcopy(paragraph)
        moving = [p for p in self._originals if next(p.iter(W + "moveFrom", W + "moveTo"), None) is not None]
        for paragraph in moving:
            del self._originals[paragraph]

    def for_kept(
        self, old: etree._Element, new: etree._Element, old_names: Names, names: Names, pen: Pen
    ) -> etree._Element | None:
        """The new paragraph with its earlier changes, if these lead from the old one to the new one."""
        original = self._originals.get(new)
        if original is None or _settled(original, names, Mode.REJECT) != (old_names.block(old),):
            return None
        return (
            _renumbered(original, pen)
            if _settled(original, names, Mode.ACCEPT) == (names.block(new),)
            else None
        )

    def for_come(self, new: etree._Element, names: Names, pen: Pen) -> etree._Element | None:
        """A paragraph that an earlier author inserted as a whole."""
        original = self._originals.get(new)
        if original is None or _settled(original, names, Mode.REJECT):
            return None
        return (
            _renumbered(original, pen)
            if _settled(original, names, Mode.ACCEPT) == (names.block(new),)
            else None
        )

    def for_gone(
        self, old: etree._Element, old_names: Names, names: Names, pen: Pen
    ) -> etree._Element | None:
        """A paragraph that an earlier author deleted as a whole; each is given out once."""
        wanted = (old_names.block(old),)
        for paragraph, original in list(self._originals.items()):
            if paragraph.getparent() is not None or _settled(original, names, Mode.ACCEPT):
                continue
            if _settled(original, names, Mode.REJECT) == wanted:
                del self._originals[paragraph]
                for mark in list(original.iter(W + "bookmarkStart", W + "bookmarkEnd")):
                    drop(mark)  # the paragraph behind it took them over
                return _renumbered(original, pen)
        return None


def _settled(paragraph: etree._Element, names: Names, mode: Mode) -> tuple[object, ...]:
    """The names of what is left of a paragraph that stands before another one."""
    body = etree.Element(W + "body")
    body.append(deepcopy(paragraph))
    etree.SubElement(body, W + "p")
    resolve(body, mode)
    return names.blocks(body)[:-1]


def _renumbered(paragraph: etree._Element, pen: Pen) -> etree._Element:
    """Its changes with numbers that nobody else has."""
    for mark in paragraph.iter(*INSERTED, *DELETED, *CHANGES):
        mark.set(W + "id", pen.number())
    return paragraph
