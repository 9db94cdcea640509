"""Whose change it is: numbers of units and references that shift with them belong to the renumbering, all else to the author."""

import re
from collections.abc import Callable

from perdes_flow.legal.difference import Stretch
from perdes_flow.legal.renumbering import Renumbering, Shifts
from perdes_flow.word.redline.paragraphs import AuthorOf
from perdes_flow.word.redline.pen import RENUMBERING_AUTHOR


def author_of(old: str, new: str, find_shifts: Callable[[], Shifts]) -> AuthorOf:
    """Names the author of a stretch of two paragraphs with these texts; "" is the one who made the new version."""
    known: list[Renumbering] = []  # most changes are asked about once, many never

    def author(stretch: Stretch) -> str:
        text = old[stretch.old_start : stretch.old_end] or new[stretch.new_start : stretch.new_end]
        if not may_renumber(text):
            return ""  # most changes are words, and need no closer look
        if not known:
            known.append(Renumbering(old, new, find_shifts))
        return RENUMBERING_AUTHOR if known[0].covers(stretch) else ""

    return author


#: Does a text hold a number, or the letter of a list?
may_renumber = re.compile(r"\d|^\W*(?:[A-Za-z]{1,2}|[IVXLC]+|Ke\w+|Pertama)\W*$").search
