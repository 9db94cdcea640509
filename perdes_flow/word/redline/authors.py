"""Whose change it is: numbers of units and references that shift with them belong to the renumbering, all else to the author."""

from bisect import bisect_right

from perdes_flow.legal.comparison import Line
from perdes_flow.legal.difference import Stretch
from perdes_flow.legal.matching.lines import REFERENCES, read_line
from perdes_flow.word.redline.paragraphs import AuthorOf
from perdes_flow.word.redline.pen import RENUMBERING_AUTHOR


def author_of(old: str, new: str) -> AuthorOf:
    """Names the author of a stretch of two paragraphs with these texts; "" is the one who made the new version."""
    before, after = _Numbers(old), _Numbers(new)

    def author(stretch: Stretch) -> str:
        if stretch.old_end > stretch.old_start:
            mechanical = before.hold(stretch.old_start, stretch.old_end)
        else:
            mechanical = after.hold(stretch.new_start, stretch.new_end)
        return RENUMBERING_AUTHOR if mechanical else ""

    return author


class _Numbers:
    """The places in a text where numbers of units stand; found when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: list[tuple[int, int]] | None = None

    def hold(self, start: int, end: int) -> bool:
        if self._places is None:
            own = read_line(Line(self._text)).size
            self._places = [(0, own)] if own else []
            self._places += [found.span() for found in REFERENCES.finditer(self._text, own)]
        at = bisect_right(self._places, (start, len(self._text))) - 1
        return at >= 0 and end <= self._places[at][1]
