"""What a comment is on, and where that is found again."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["words", "unit", "whole"]
Status = Literal["placed", "doubtful", "orphan"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text of one block, by its index in Naskah.blocks."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """words: the spans, in reading order; unit: the unit whose first block stands in the only span; whole: no span."""

    level: Level
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an anchor is now.

    level    "unit" for words of which too little is left: the unit around them; "whole": only the draft as such is left
    spans    the best first; the words in that block, or the whole first block of the unit
    address  of that unit; for an orphan the nearest that is left of what was around it, "Naskah" if nothing is
    share    how much of the quote is left, 0 to 1
    """

    status: Status
    level: Level
    spans: tuple[Span, ...] = ()
    address: str = "Naskah"
    share: float = 0.0
