"""What became of every line of a text in its next version: kept, gone, come, moved, split or merged.

Units are matched by what they say, and headings follow their bodies: a Pasal that only bears another number is the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from perdes_flow.legal.matching.blocks import equal_blocks
from perdes_flow.legal.matching.lines import PASAL, Line, Lines
from perdes_flow.legal.matching.mates import find_mates
from perdes_flow.legal.matching.sequences import heaviest_increasing, increasing
from perdes_flow.legal.matching.splits import changed_lines, find_splits
from perdes_flow.legal.matching.tree import Node, read_tree

__all__ = ["Line", "Lines", "Moved", "Pairing", "pair_lines"]


@dataclass(frozen=True, slots=True)
class Moved:
    """One unit that stands elsewhere: its lines in both texts (indices, rising), and the pairs among them."""

    old_lines: tuple[int, ...]
    new_lines: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Lines by index. `kept` rises on both sides; lines in neither `kept` nor `moved` are gone or come.

    splits  an old line and all the new ones that it became; merges the other way round. Their first pair is in `kept`,
            or one of their pairs in a moved unit.
    """

    kept: tuple[tuple[int, int], ...]
    moved: tuple[Moved, ...] = ()
    splits: tuple[tuple[int, tuple[int, ...]], ...] = ()
    merges: tuple[tuple[tuple[int, ...], int], ...] = ()


def pair_lines(old: Sequence[Line], new: Sequence[Line], *, same_place: bool = False) -> Pairing:
    """Compare two texts line by line. Lines that can tell equal ones unread (see Lines) are compared faster.

    `same_place`: they stand in one cell, header or note, so that what has no mate there pairs with its opposite.
    """
    old, new = (lines if isinstance(lines, Lines) else Lines(lines) for lines in (old, new))
    old_blocks, new_blocks = equal_blocks(old, new)
    old_tree, new_tree = read_tree(old, old_blocks), read_tree(new, new_blocks)
    find_mates(old_tree, new_tree, same_place=same_place)
    moved = _find_moved(new_tree.nodes, new)
    busy = {line for move in moved for line in move.old_lines}
    firsts, splits, merges = _cut_and_joined(changed_lines(old_tree.nodes), busy)
    if merges:
        moved = tuple(_with_joined(move, merges) for move in moved)
    pairs = _line_pairs(old_tree.nodes)
    if busy:
        pairs = [pair for pair in pairs if pair[0] not in busy]
    if firsts:
        pairs = sorted(firsts.get(pair, pair) for pair in pairs)
    in_order = increasing([j for _, j in pairs])
    kept = pairs if len(in_order) == len(pairs) else [pairs[k] for k in in_order]
    for node in (*old_tree.nodes, *new_tree.nodes):
        node.let_go()
    in_place = set(kept) if firsts else set()
    return Pairing(
        tuple(kept),
        moved,
        tuple(split for split in splits if split[0] in busy or (split[0], split[1][0]) in in_place),
        tuple(
            merge for merge in merges if busy.intersection(merge[0]) or (merge[0][0], merge[1]) in in_place
        ),
    )


Split = tuple[int, tuple[int, ...]]
Merge = tuple[tuple[int, ...], int]


def _cut_and_joined(
    changed: Sequence[tuple[Node, Node]], busy: set[int]
) -> tuple[dict[tuple[int, int], tuple[int, int]], list[Split], list[Merge]]:
    """Lines cut or joined, and for the pairs of mates among them the pair of first lines that stands for them."""
    firsts: dict[tuple[int, int], tuple[int, int]] = {}
    splits: list[Split] = []
    merges: list[Merge] = []
    for node, pieces in find_splits(changed):
        if node.mate is not None:
            lines = tuple(piece.lines[0] for piece in pieces)
            if node.lines[0] not in busy:
                firsts[node.lines[0], node.mate.lines[0]] = (node.lines[0], lines[0])
            splits.append((node.lines[0], lines))
    for node, pieces in find_splits(sorted([(new, old) for old, new in changed], key=_place)):
        if node.mate is not None:
            lines = tuple(piece.lines[0] for piece in pieces)
            if node.mate.lines[0] not in busy:
                firsts[node.mate.lines[0], node.lines[0]] = (lines[0], node.lines[0])
            merges.append((lines, node.lines[0]))
    return firsts, splits, merges


def _place(mates: tuple[Node, Node]) -> int:
    return mates[0].lines[0]


def _with_joined(move: Moved, merges: Iterable[Merge]) -> Moved:
    """All lines that were joined inside a moved unit moved with it."""
    joined = {line for olds, new in merges if new in move.new_lines for line in olds}
    return replace(move, old_lines=tuple(sorted(joined.union(move.old_lines)))) if joined else move


def _line_pairs(nodes: Iterable[Node]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for node in nodes:
        mate = node.mate
        if mate is None:
            continue
        lines, others = node.lines, mate.lines
        if len(lines) == len(others) == 1:  # most have one, and this is faster
            pairs.append((lines[0], others[0]))
        else:
            pairs += zip(lines, others, strict=False)
    return pairs


def _find_moved(new: Sequence[Node], lines: Lines) -> tuple[Moved, ...]:
    """Mates under other parents, or out of order among those of the same parent."""
    mixed: dict[Node, Node] = {}  # mates whose parts do not stand in the same order
    furthest: dict[Node, int] = {}
    for node in new:
        mate, after = node.mate, node.parent
        before = mate.parent if mate is not None else None
        if mate is None or before is None or after is None:
            continue
        if before.mate is not after:
            # where the old parent is gone or the new one has come, only a heading went or came
            node.moved = mate.moved = before.mate is not None and after.mate is not None
        elif furthest.get(after, -1) > mate.at:
            mixed[after] = before
        else:
            furthest[after] = mate.at
    for after, before in mixed.items():
        _mark_out_of_order(before, after, lines)
    _mark_gone_under_new_headings(new, lines)
    return tuple(_moved(node) for node in new if node.moved and node.mate is not None)


def _mark_gone_under_new_headings(new: Sequence[Node], lines: Lines) -> None:
    """Of the Pasal whose heading went or came, those that left their place in the order of all Pasal."""
    pasal = [(node, node.mate) for node in new if node.rank == PASAL and node.mate is not None and node.lines]
    if not any(_heading_differs(mate, node) for node, mate in pasal):
        return
    staying = [(node, mate) for node, mate in pasal if not _is_moved(node)]
    in_order = set(
        heaviest_increasing([mate.lines[0] for _, mate in staying], lambda i: _length(staying[i][0], lines))
    )
    for i, (node, mate) in enumerate(staying):
        if i not in in_order and _heading_differs(mate, node):
            node.moved = mate.moved = True


def _heading_differs(old: Node, new: Node) -> bool:
    before, after = old.parent, new.parent
    return before is not None and after is not None and before.mate is not after


def _is_moved(node: Node | None) -> bool:
    while node is not None and not node.moved:
        node = node.parent
    return node is not None


def _mark_out_of_order(old: Node, new: Node, lines: Lines) -> None:
    """As few parts as can be, and of two that changed places the shorter one."""
    kids = [
        (kid, mate)
        for kid in new.kids
        if (mate := kid.mate) is not None and not kid.moved and mate.parent is old
    ]
    in_order = heaviest_increasing([mate.at for _, mate in kids], lambda i: _length(kids[i][0], lines))
    for i in set(range(len(kids))).difference(in_order):
        kids[i][0].moved = kids[i][1].moved = True


def _length(unit: Node, lines: Lines) -> int:
    """The characters of a unit and of all that stands in it."""
    return sum(len(lines[line].text) for node in unit.walk() for line in node.lines)


def _moved(new: Node) -> Moved:
    """What came or went inside a moved unit did not move with it."""
    assert new.mate is not None
    inside = {id(node) for node in _still_inside(new)}
    pairs = sorted(
        pair
        for node in _still_inside(new.mate)
        if node.mate is not None and id(node.mate) in inside
        for pair in zip(node.lines, node.mate.lines, strict=False)
    )
    return Moved(tuple(i for i, _ in pairs), tuple(sorted(j for _, j in pairs)), tuple(pairs))


def _still_inside(node: Node) -> Iterable[Node]:
    """A unit and its parts, without those that moved on their own."""
    yield node
    for kid in node.kids:
        if not kid.moved:
            yield from _still_inside(kid)
