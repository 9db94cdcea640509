"""The numbers that Word counts: two lists may look alike, and yet each begins with 1, or one goes on where the other ended."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from perdes_flow.word.names import W
from perdes_flow.word.numbering import ListPlace, Numbering
from perdes_flow.word.redline.plain import unescaped
from perdes_flow.word.redline.side import Side
from perdes_flow.word.redline.story import Story


class Miscounted(NamedTuple):
    """The lists of the old file in which some paragraph bears another number once the redline is rejected.

    sharing   these, and all that count on with one of them
    """

    lists: frozenset[str] = frozenset()
    sharing: frozenset[str] = frozenset()


def miscounted(old: Side, story: Story, got: Side, given: Story) -> Miscounted:
    """Both stories, the wanted one and the one that came out, must have the same blocks."""
    if old.tells_lists or not story.holding(*_SIGNS):
        return Miscounted()
    wanted, shown = Numbered(old, story), Numbered(got, given).shown()
    wrong = {found[0] for at, found in wanted.shown().items() if found[1] != shown.get(at, found)[1]}
    return Miscounted(frozenset(wrong), wanted.numbering.sharing(wrong) if wrong else frozenset())


class Numbered:
    """The numbered paragraphs of a container, by its bytes."""

    def __init__(self, side: Side, story: Story) -> None:
        self.numbering = Numbering(side.package)
        self._story = story
        self._known: dict[tuple[tuple[bytes, bytes], ...], ListPlace | None] = {}

    def places(self) -> Iterator[tuple[int, int, ListPlace]]:
        """Each in order: its block, its place there, and its place in its list."""
        looks = self._story.block_looks()
        for n in sorted(self._story.holding(*_SIGNS)):
            for k, properties in enumerate(_PROPERTIES.findall(looks[n])):
                place = self._place(tuple(_TELLING.findall(properties)))
                if place is not None:
                    yield n, k, place

    def shown(self) -> dict[tuple[int, int], tuple[str, str]]:
        """By block and place there: the list of each, and the number that it shows."""
        counter = self.numbering.counter()
        return {(n, k): (place[0], counter.next(*place)) for n, k, place in self.places()}

    def _place(self, telling: tuple[tuple[bytes, bytes], ...]) -> ListPlace | None:
        if telling not in self._known:
            self._known[telling] = self.numbering.place_by(_properties(telling))
        return self._known[telling]


_SIGNS = (b"<w:numPr", b"<w:pStyle")


def _properties(telling: Iterable[tuple[bytes, bytes]]) -> dict[str, etree._Element]:
    """The style and the list of a paragraph, by their tags, from the names and values of what tells them; the first of each counts."""
    found: dict[str, etree._Element] = {}
    for name, value in telling:
        element = etree.Element(W + name.decode(), {W + "val": unescaped(value.decode())})
        if name in (b"numPr", b"pStyle"):
            found.setdefault(element.tag, element)
        elif W + "numPr" in found:
            found[W + "numPr"].append(element)
    return found


_PROPERTIES = re.compile(rb"<w:pPr>.*?</w:pPr>", re.DOTALL)
_TELLING = re.compile(rb"""<w:(numPr|pStyle|ilvl|numId)\b(?:[^<>]*?\sw:val\s*=\s*["']([^"'<>]*))?""")
