"""Pasal after Pasal in the form that most of a long text has, read in one go: its heading, then its ayat, each a line of its own.

What is found here is what `body` finds too, with more questions; a Pasal of any other form is left to it.
"""

from collections.abc import Sequence

from perdes_flow.legal.parsing.lines import Line
from perdes_flow.legal.parsing.nodes import ends_a_sentence, unit
from perdes_flow.legal.units import Unit


def usual_pasal(lines: Sequence[Line], place: int, number: int) -> list[Unit]:
    """The Pasal from a number on, whose headings begin at a line and follow one another; the last of them is left out.

    For that one is not known to be whole: what comes after it may go on with it.
    """
    found: list[Unit] = []
    heading = place
    while heading < len(lines) and lines[heading].text == f"Pasal {number + len(found)}":
        ayat = _ayat_from(lines, heading + 1)
        found.append(unit("pasal", lines[heading].text, "", tuple(ayat), (lines[heading].block,)))
        heading += 1 + len(ayat)
    return found[:-1]


def _ayat_from(lines: Sequence[Line], place: int) -> list[Unit]:
    """The lines from a place on that are ayat in their order, as long as each is a whole sentence."""
    found: list[Unit] = []
    for (number, start), (block, text, _, _) in zip(_NUMBERS, lines[place : place + _MOST], strict=False):
        if not text.startswith(start) or text[len(start)].islower() or not ends_a_sentence(text):
            break
        found.append(unit("ayat", number, text[len(start) :], (), (block,)))
    return found


_MOST = 20  # ayat; with more of them a Pasal is not in its usual form
_NUMBERS = [(f"({value})", f"({value}) ") for value in range(1, _MOST + 1)]
