"""Lines as a tree of units, quickly: only what a comparison needs to know.

The reader of the law (legal.parser) knows far more. This one must never fail and treats both texts alike.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from perdes_flow.legal.matching.blocks import Block
from perdes_flow.legal.matching.lines import AYAT, ITEM, PASAL, Line, Lines
from perdes_flow.legal.matching.words import words_of


class Node:
    """A unit: its own lines, what they say, what is below it; `mate` is the same unit of the other text."""

    __slots__ = (
        "at",
        "extent",
        "heading",
        "key",
        "kids",
        "leaves",
        "lines",
        "mate",
        "moved",
        "parent",
        "rank",
        "sense",
        "style",
        "vocabulary",
        "weight",
        "words",
    )

    words: list[str]  # of its own lines
    vocabulary: frozenset[str]  # the different ones
    extent: int  # the characters of these
    leaves: "list[Node]"  # everything in it that has words of its own

    def __init__(
        self, rank: int, style: str, lines: Sequence[int], says: str, parent: "Node | None" = None
    ) -> None:
        """A part of `parent`, behind those that it has."""
        self.rank, self.style, self.sense = rank, style, says
        self.heading = rank if 0 < rank <= PASAL else 0
        self.lines, self.parent = lines, parent
        self.kids: list[Node] = []
        self.mate: Node | None = None
        self.moved = False
        self.at = 0  # its place among the kids of its parent
        if parent is not None:
            self.at = len(parent.kids)
            parent.kids.append(self)
        self.key: Hashable = None
        self.weight = 0

    def __getattr__(self, name: str) -> object:
        """What only few units are asked for; called while it is not there yet."""
        value: object
        if name == "words":
            value = self.words = words_of(self.sense)
        elif name == "vocabulary":
            value = self.vocabulary = frozenset(self.words)
        elif name == "extent":
            value = self.extent = len("".join(self.vocabulary))
        elif name == "leaves":
            value = self.leaves = _leaves(self)
        else:
            raise AttributeError(name)
        return value

    def walk(self) -> Iterator["Node"]:
        """The unit and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def let_go(self) -> None:
        """Forget all other units: they would hold each other in memory until somebody looks for garbage."""
        self.kids = self.leaves = _NOTHING
        self.parent = self.mate = None


_NOTHING: list[Node] = []


def _leaves(node: Node) -> list[Node]:
    if not node.kids:
        return [node] if node.sense else []
    found = [node] if node.sense else []
    for kid in node.kids:
        if kid.kids:
            found += kid.leaves
        elif kid.sense:
            found.append(kid)
    return found


def _settle(nodes: Sequence[Node]) -> None:
    """Compute what the comparison asks of every unit: of the parts before what holds them."""
    for node in reversed(nodes):
        if node.kids:
            node.key = hash((node.heading, node.sense, *[kid.key for kid in node.kids]))
            node.weight = len(node.sense) + sum([kid.weight for kid in node.kids])
        elif node.key is None:
            node.key = hash((node.heading, node.sense))
            node.weight = len(node.sense)


class Tree(NamedTuple):
    """The root, and all units in reading order with the root first; those from `explained` on are of the penjelasan."""

    root: Node
    nodes: list[Node]
    explained: int

    @property
    def pasal(self) -> tuple[list[Node], list[Node]]:
        """The Pasal of the batang tubuh, and those of the penjelasan."""
        body, after = self.nodes[: self.explained], self.nodes[self.explained :]
        return [n for n in body if n.rank == PASAL], [n for n in after if n.rank == PASAL]


def read_tree(lines: Lines, blocks: Mapping[int, Block]) -> Tree:
    """The units that the lines make. `blocks` are Pasal not to be looked into, by their first line."""
    builder = _Builder()
    index = 0
    for start, block in sorted(blocks.items()):
        builder.take_lines(lines, index, start)
        builder.take_block(start, block)
        index = block.end
    builder.take_lines(lines, index, len(lines))
    _settle(builder.nodes)
    explained = len(builder.nodes) if builder.explained is None else builder.explained
    return Tree(builder.root, builder.nodes, explained)


class _Builder:
    """Holds the chain of open units, the widest first."""

    def __init__(self) -> None:
        self.root = Node(-1, "", (), "")
        self.nodes = [self.root]
        self._open = [self.root]
        self.explained: int | None = None  # where the penjelasan begins among the nodes

    def take_lines(self, lines: Lines, start: int, end: int) -> None:
        """Those from one index up to another."""
        for index, line in enumerate(lines[start:end], start):
            rank, style, _ = line.reading
            if rank == 0:
                self._plain(index, line)
                continue
            if rank < ITEM:
                self._close(rank)
            else:
                self._close_item(style)
            self._open.append(self._add(rank, style, (index,), line.says))

    def take_block(self, start: int, block: Block) -> None:
        """A Pasal that stands word for word in both texts."""
        self._close(PASAL)
        node = self._add(PASAL, "pasal", range(start, block.end), "")
        node.weight, node.key = block.weight, ("block", block.number)
        self._open.append(node)

    def _add(self, rank: int, style: str, lines: Sequence[int], says: str) -> Node:
        """A part of the unit that is open."""
        node = Node(rank, style, lines, says, self._open[-1])
        self.nodes.append(node)
        return node

    def _close(self, rank: int) -> None:
        opened = self._open  # the root has the least rank
        while opened[-1].rank >= rank:
            opened.pop()

    def _close_item(self, style: str) -> None:
        """An item joins the open list of its style, or begins a list inside what is open."""
        at = next((i for i, n in enumerate(self._open) if n.rank == ITEM and n.style == style), None)
        if at is not None:
            del self._open[at:]

    def _plain(self, index: int, line: Line) -> None:
        text, says, whole = line.text, line.says, line.whole
        if text.startswith(_CLOSING):
            if self.explained is None and text.startswith(_EXPLAINING):
                self.explained = len(self.nodes)
            del self._open[1:]
        top = self._open[-1]
        if 0 < top.rank < PASAL and not top.kids and not whole:
            top.lines = (*top.lines, index)  # the title below "BAB IV"
            top.sense = f"{top.sense} {says}".strip()
        elif top.rank == PASAL or (top.style == _ONLY and not whole):
            self._close(AYAT)
            # the only ayat of a Pasal has no number
            self._open.append(self._add(AYAT, _ONLY, (index,), says))
        else:
            if top.rank == ITEM:
                self._close(ITEM)
            self._add(0, "", (index,), says)


_ONLY = "ayat"
_EXPLAINING = "PENJELASAN"
_CLOSING = ("Agar setiap orang", "Ditetapkan di", "Disahkan di", "LAMPIRAN", _EXPLAINING)
