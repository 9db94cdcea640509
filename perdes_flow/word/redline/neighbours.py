"""In which list of the new file an old paragraph stands that went: in that of those which it was counted with.

Two programs number the lists of one text in their own ways; a paragraph that comes back must be counted where the others are.
"""

from collections.abc import Iterable, Mapping

from lxml import etree

from perdes_flow.word.names import W
from perdes_flow.word.numbering import List, ListPlace
from perdes_flow.word.redline.counting import Numbered
from perdes_flow.word.redline.items import Items
from perdes_flow.word.redline.side import Side


def places_beside(
    old: Side, new: Side, olds: Items, news: Items, kept: Iterable[tuple[int, int]]
) -> Mapping[int, ListPlace]:
    """The place of each numbered old block that was not kept, where such a list is found.

    `kept` are the blocks that both have.
    """
    numbered = Numbered(old, olds.story)
    before = (
        []
        if old.tells_lists
        else [(i, place) for i, k, place in numbered.places() if k == 0 and olds.is_paragraph(i)]
    )
    if not before:
        return {}
    after = {j: place for j, k, place in Numbered(new, news.story).places() if k == 0}
    mates = {i: after.get(j) for i, j in kept}
    runs = _Runs(numbered.numbering.lists)
    for i, place in before:
        if i not in mates:
            runs.gone(i, place)
        else:
            mate = mates[i]
            same = mate is not None and old.level(*map(str, place)) == new.level(*map(str, mate))
            runs.stayed(place, mate if same else None)
    return runs.found


def put(paragraph: etree._Element, place: ListPlace) -> None:
    """Give a numbered paragraph, or its properties, another place."""
    for numbering in paragraph.iter(W + "numPr"):
        for name, value in zip(("numId", "ilvl"), map(str, place), strict=True):
            for element in numbering.iterfind(W + name):
                element.set(W + "val", value)


class _Runs:
    """Goes through the old paragraphs in order. A run ends where a list begins to count anew."""

    def __init__(self, lists: Mapping[str, List]) -> None:
        self.found: dict[int, ListPlace] = {}
        self._lists = lists
        self._now: dict[tuple[str, int], ListPlace] = {}  # by the definition and level that paragraphs share
        self._waiting: dict[tuple[str, int], list[int]] = {}  # those that went at the beginning of a run
        self._begun: set[ListPlace] = set()

    def stayed(self, place: ListPlace, now: ListPlace | None) -> None:
        """A paragraph is now in another place; None where that looks otherwise."""
        counted = self._counted(place)
        if now is not None:
            self._now[counted] = now
            self.found.update(dict.fromkeys(self._waiting.pop(counted, ()), now))

    def gone(self, i: int, place: ListPlace) -> None:
        """A paragraph went."""
        counted = self._counted(place)
        if counted in self._now:
            self.found[i] = self._now[counted]
        else:
            self._waiting.setdefault(counted, []).append(i)

    def _counted(self, place: ListPlace) -> tuple[str, int]:
        """What it counts with; a run before it ends here, where it counts anew."""
        own = self._lists.get(place[0])
        counted = own.definition if own is not None else "", place[1]
        if own is not None and place[1] in own.starts and place not in self._begun:
            self._now.pop(counted, None)
            self._waiting.pop(counted, None)
        self._begun.add(place)
        return counted
