"""What every step of one redline needs: both sides, the pen, and the names of things in the two parts at hand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from lxml import etree

from perdes_flow.legal.comparison import Line, pair_lines
from perdes_flow.legal.renumbering import NO_SHIFTS, Shifts
from perdes_flow.word.names import W
from perdes_flow.word.redline.carrying import Carrier
from perdes_flow.word.redline.earlier import Earlier
from perdes_flow.word.redline.items import NUMBERED_ANEW, Item
from perdes_flow.word.redline.naming import Names
from perdes_flow.word.redline.pen import Pen
from perdes_flow.word.redline.sheet import CutStory, Sheet
from perdes_flow.word.redline.side import NOTE_KINDS, Side
from perdes_flow.word.redline.story import TreeStory

Path = tuple[int, ...]  # indices of blocks, rows and cells, from the story down
Coarse = frozenset[tuple[str, str, Path]]  # part, "old" or "new", path
UNFOLLOWED = -1  # number of the first paragraph where paragraphs are not followed
SectionPair = tuple[etree._Element, etree._Element]


@dataclass
class Trail:
    """What became of every paragraph of the main part, by number: the reader of Word files counts in the same way."""

    pairs: list[tuple[int, int]] = field(default_factory=list)
    moved: list[tuple[int, ...]] = field(default_factory=list)
    splits: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    merges: list[tuple[tuple[int, ...], int]] = field(default_factory=list)
    reformatted: set[int] = field(default_factory=set)


@dataclass
class Ledger:
    """What is found on the way and done later, or counted over all parts."""

    bodies: tuple[
        CutStory | TreeStory, Sheet | TreeStory
    ]  # of the old file to read, of the new one to write on
    sections: list[SectionPair] = field(default_factory=list)
    moves: int = 0
    trail: Trail = field(default_factory=Trail)
    find_shifts: Callable[[], Shifts] = lambda: (
        NO_SHIFTS
    )  # set by the body, which knows what became of every unit

    def shifts(self) -> Shifts:
        """The numbers of units that changed."""
        return self._shifts

    @cached_property
    def _shifts(self) -> Shifts:
        return self.find_shifts()


@dataclass(frozen=True)
class Shop:
    """`coarse` holds the blocks whose fine redline could not be proven; the paths say where in the two parts one stands."""

    old: Side
    new: Side
    old_part: str
    new_part: str
    pen: Pen
    notes: "NotePairs"
    ledger: Ledger
    tools: "Tools"
    coarse: Coarse = frozenset()
    old_path: Path = ()
    new_path: Path = ()
    old_first: int = 0
    new_first: int = 0

    def at(self, old_part: str, new_part: str) -> "Shop":
        """The same shop for another pair of parts."""
        return replace(
            self,
            old_part=old_part,
            new_part=new_part,
            old_path=(),
            new_path=(),
            tools=_tools(self.old, self.new, old_part, new_part, self.notes),
        )

    def inside(self, i: int, j: int, old_first: int, new_first: int) -> "Shop":
        """The same shop for what stands in block, row or cell i of the old and j of the new container.

        `old_first` and `new_first` are the numbers of the first paragraphs there.
        """
        return replace(
            self,
            old_path=(*self.old_path, i),
            new_path=(*self.new_path, j),
            old_first=old_first,
            new_first=new_first,
        )

    @property
    def trail(self) -> Trail | None:
        """Where to note what became of paragraphs; only those of the main part's own stream are followed."""
        followed = self.new_part == self.new.main and self.old_part == self.old.main and self.new_first >= 0
        return self.ledger.trail if followed else None

    def is_coarse(self, i: int, j: int) -> bool:
        """Must this pair be replaced as a whole, because its fine redline could not be proven?"""
        if not self.coarse:
            return False
        return (self.old_part, "old", (*self.old_path, i)) in self.coarse or (
            self.new_part,
            "new",
            (*self.new_path, j),
        ) in self.coarse

    def looks_same(self, old: Item, new: Item) -> bool:
        """Do two blocks look alike? Names are asked where the same XML could mean two things, or two kinds of XML one."""
        ambiguous = self.tools.ambiguous
        if old.look == new.look and not (ambiguous and any(mark in old.look for mark in ambiguous)):
            return True
        return self.tools.old_deep.block(old.element) == self.tools.new_deep.block(new.element)

    def carry(self, element: etree._Element) -> etree._Element:
        """A copy of an old element that works in the new part."""
        return self.tools.carrier.carry(element)

    @property
    def earlier(self) -> Earlier | None:
        """The tracked changes that the new part held already, if they are to be kept."""
        return self.new.earlier.get(self.new_part)

    def next_move(self) -> str:
        """A name for the two ranges of a move."""
        self.ledger.moves += 1
        return f"pindah{self.ledger.moves}"


def open_shop(old: Side, new: Side, pen: Pen, coarse: Coarse) -> Shop:
    """A shop for the main parts."""
    notes = NotePairs(old, new)
    tools = _tools(old, new, old.main, new.main, notes)
    ledger = Ledger((old.body, new.sheet))
    return Shop(old, new, old.main, new.main, pen, notes, ledger, tools, coarse)


@dataclass(frozen=True)
class Tools:
    """What belongs to one pair of parts: names to pair things by and (deep) to prove them by, and copies of old things."""

    old_names: Names
    new_names: Names
    old_deep: Names
    new_deep: Names
    carrier: Carrier
    find_ambiguous: Callable[[], tuple[bytes, ...]]

    @cached_property
    def ambiguous(self) -> tuple[bytes, ...]:
        """What is numbered anew in every file, and means different things in these two parts."""
        return self.find_ambiguous()


def _tools(old: Side, new: Side, old_part: str, new_part: str, notes: "NotePairs") -> Tools:
    return Tools(
        old.names(old_part, deep=False, note=notes.old_name),
        new.names(new_part, deep=False, note=notes.new_name),
        old.names(old_part, deep=True),
        new.names(new_part, deep=True),
        Carrier(old, new, old_part, new_part),
        lambda: tuple(ambiguous(old, new, old_part, new_part)),
    )


def ambiguous(old: Side, new: Side, old_part: str, new_part: str) -> Iterator[bytes]:
    """What is numbered anew in every file: in XML that holds it, equal letters may not mean equal things."""
    if old.apart or (not old.same_part(new, "numbering") and old.numbering != new.numbering):
        yield NUMBERED_ANEW[0]
    if not old.same_part(new, "footnotes") or not old.same_part(new, "endnotes"):
        yield NUMBERED_ANEW[1]
    if not old.same_targets(old_part, new, new_part):
        yield NUMBERED_ANEW[2]


class NotePairs:
    """Which foot- or endnote of the old file is which of the new one: alike, and in the same order."""

    def __init__(self, old: Side, new: Side) -> None:
        self.mates: dict[tuple[str, str], str] = {}  # kind, new id -> old id
        for kind in ("footnotes", "endnotes"):
            olds, news = _real(old.notes(kind)), _real(new.notes(kind))
            if not olds or not news:
                continue
            pairing = pair_lines([_line(note) for _, note in olds], [_line(note) for _, note in news])
            self.mates.update({(kind, news[j][0]): olds[i][0] for i, j in pairing.kept})
        self._old = {(kind, old_id) for (kind, _), old_id in self.mates.items()}

    def old_name(self, reference: etree._Element) -> str:
        key = NOTE_KINDS[reference.tag], reference.get(W + "id", "")
        return f"pair:{key}" if key in self._old else f"old:{key}"

    def new_name(self, reference: etree._Element) -> str:
        kind, number = NOTE_KINDS[reference.tag], reference.get(W + "id", "")
        mate = self.mates.get((kind, number))
        return f"pair:{(kind, mate)}" if mate is not None else f"new:{(kind, number)}"


def _real(notes: dict[str, etree._Element]) -> list[tuple[str, etree._Element]]:
    return [(number, note) for number, note in notes.items() if note.get(W + "type") in (None, "normal")]


def _line(note: etree._Element) -> Line:
    return Line(" ".join(etree.tostring(note, method="text", encoding="unicode").split()), whole=True)
