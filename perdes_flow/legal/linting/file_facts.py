"""What the rules may ask of the Word file itself, which the text does not show: fonts, paper, what was left in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FontUse:
    """A font in one size: how many letters have it, and the block where it is first seen."""

    name: str
    size_points: float
    letters: int
    block: int


@dataclass(frozen=True, slots=True)
class Paper:
    """The page of a section."""

    width_mm: int
    height_mm: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Some words in a block (by its index into Naskah.blocks)."""

    block: int
    words: str


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A Word file as `word.file_facts` sees it.

    fonts       of the body, the most used first
    papers      of the sections in their order
    revisions   tracked changes that are still open
    comments    replies among them
    """

    fonts: tuple[FontUse, ...] = ()
    papers: tuple[Paper, ...] = ()
    revisions: int = 0
    comments: int = 0
    highlighted: tuple[Spot, ...] = ()
    hidden: tuple[Spot, ...] = ()
    broken_fields: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """How a kabupaten wants its villages' regulations to look. F4 is what offices use; no law of villages says so."""

    font: str = "Bookman Old Style"
    size_points: float = 12
    width_mm: int = 215
    height_mm: int = 330


USUAL_LAYOUT = Layout()
