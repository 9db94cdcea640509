"""Two Word files as one: the new one with tracked changes that lead back to the old one, proven before it is handed out."""

from dataclasses import dataclass, field
from datetime import datetime

from perdes_flow.errors import RedlineNotProven
from perdes_flow.word.redline.content import Alphabet
from perdes_flow.word.redline.pen import Pen
from perdes_flow.word.redline.proof import Failure, find_failures
from perdes_flow.word.redline.shop import Coarse, open_shop
from perdes_flow.word.redline.side import Side
from perdes_flow.word.redline.stories import redline_stories

__all__ = ["Redline", "redline"]


@dataclass(frozen=True)
class Redline:
    """A redline as a Word file, and what changed by unit."""

    docx: bytes
    changes: list[object] = field(default_factory=list)


def redline(
    old: bytes, new: bytes, *, author: str, at: datetime, keep_revisions: bool = False, prove: bool = True
) -> Redline:
    """The new file with every difference from the old one as a tracked change by `author` at `at` (aware).

    Tracked changes in the inputs are accepted first. The same input gives the same bytes. With `prove` the result is
    checked in memory; what cannot be proven in fine is replaced as a whole; RedlineNotProven where even that fails.
    """
    if at.tzinfo is None:
        raise ValueError("at needs a time zone")
    coarse: Coarse = frozenset()
    while True:
        docx = _write(old, new, Pen(author, at), coarse)
        failures = _failures(old, new, docx) if prove else []
        if not failures:
            return Redline(docx)
        wider = coarse | {_as_coarse(failure) for failure in failures}
        if wider == coarse:
            raise RedlineNotProven(failures[0].part)
        coarse = wider


def _write(old: bytes, new: bytes, pen: Pen, coarse: Coarse) -> bytes:
    alphabet = Alphabet()
    shop = open_shop(Side(old, alphabet), Side(new, alphabet), pen, coarse)
    redline_stories(shop)
    return shop.new.packed()


def _failures(old: bytes, new: bytes, docx: bytes) -> list[Failure]:
    alphabet = Alphabet()
    return find_failures(Side(old, alphabet), Side(new, alphabet), docx)


def _as_coarse(failure: Failure) -> tuple[str, str, tuple[int, ...]]:
    return failure.part, failure.side, failure.path
