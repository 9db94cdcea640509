"""Whose change it is: numbers of units and references that shift with them belong to the renumbering, all else to the author."""

from collections.abc import Callable

from perdes_flow.legal.difference import Stretch
from perdes_flow.legal.renumbering import Renumbering, Shifts
from perdes_flow.word.redline.paragraphs import AuthorOf
from perdes_flow.word.redline.pen import RENUMBERING_AUTHOR


def author_of(old: str, new: str, find_shifts: Callable[[], Shifts]) -> AuthorOf:
    """Names the author of a stretch of two paragraphs with these texts; "" is the one who made the new version."""
    known: list[Renumbering] = []  # most changes are asked about once, many never

    def author(stretch: Stretch) -> str:
        if not known:
            known.append(Renumbering(old, new, find_shifts))
        return RENUMBERING_AUTHOR if known[0].covers(stretch) else ""

    return author
