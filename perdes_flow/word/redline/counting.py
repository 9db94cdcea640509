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
    wanted, shown = _Numbers(old, story), dict(_Numbers(got, given).places())
    wrong = {found[0][0] for place, found in wanted.places() if found[1] != shown.get(place, found)[1]}
    sharing = (name for number in wrong for name in wanted.numbering.sharing(number))
    return Miscounted(frozenset(wrong), frozenset(sharing))


_SIGNS = (b"<w:numPr", b"<w:pStyle")


class _Numbers:
    """The numbered paragraphs of a body in order."""

    def __init__(self, side: Side, story: Story) -> None:
        self.numbering = Numbering(side.package)
        self._story = story
        self._known: dict[tuple[tuple[bytes, bytes], ...], ListPlace | None] = {}

    def places(self) -> Iterator[tuple[tuple[int, int], tuple[ListPlace, str]]]:
        """Each by its block and its place there: where it stands in which list, and the number that it shows."""
        counter, looks = self.numbering.counter(), self._story.block_looks()
        for n in sorted(self._story.holding(*_SIGNS)):
            for k, properties in enumerate(_PROPERTIES.findall(looks[n])):
                place = self._place(tuple(_TELLING.findall(properties)))
                if place is not None:
                    yield (n, k), (place, counter.next(*place))

    def _place(self, telling: tuple[tuple[bytes, bytes], ...]) -> ListPlace | None:
        if telling not in self._known:
            self._known[telling] = self.numbering.place_by(_properties(telling))
        return self._known[telling]


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
