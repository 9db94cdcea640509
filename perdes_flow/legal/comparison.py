"""What became of every line of a text in its next version: kept, gone, come, moved, split or merged.

Units are matched by what they say, and headings follow their bodies: a Pasal that only bears another number is the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from perdes_flow.legal.matching.lines import Line
from perdes_flow.legal.matching.mates import find_mates
from perdes_flow.legal.matching.sequences import increasing
from perdes_flow.legal.matching.tree import Node, read_tree

__all__ = ["Line", "Moved", "Pairing", "pair_lines"]


@dataclass(frozen=True, slots=True)
class Moved:
    """One unit that stands elsewhere: its lines in both texts (indices, rising), and the pairs among them."""

    old_lines: tuple[int, ...]
    new_lines: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Lines by index. `kept` rises on both sides; lines in neither `kept` nor `moved` are gone or come.

    splits  an old line and all the new ones that it became; merges the other way round. Their first pair is in `kept`.
    """

    kept: tuple[tuple[int, int], ...]
    moved: tuple[Moved, ...] = ()
    splits: tuple[tuple[int, tuple[int, ...]], ...] = ()
    merges: tuple[tuple[tuple[int, ...], int], ...] = ()


def pair_lines(old: Sequence[Line], new: Sequence[Line], *, same_place: bool = False) -> Pairing:
    """Compare two texts line by line.

    `same_place`: they stand in one cell, header or note, so that what has no mate there pairs with its opposite.
    """
    old_root, new_root = read_tree(old), read_tree(new)
    find_mates(old_root, new_root, same_place=same_place)
    moved = _find_moved(old_root, new_root)
    busy = {line for move in moved for line in move.old_lines}
    pairs = sorted(pair for pair in _line_pairs(old_root) if pair[0] not in busy)
    kept = [pairs[k] for k in increasing([j for _, j in pairs])]
    return Pairing(tuple(kept), moved)


def _line_pairs(root: Node) -> Iterable[tuple[int, int]]:
    for node in root.walk():
        if node.mate is not None:
            yield from zip(node.lines, node.mate.lines, strict=False)


def _find_moved(old: Node, new: Node) -> tuple[Moved, ...]:
    """Mates under other parents, or out of order among those of the same parent."""
    for node in list(new.walk()):
        if node.mate is None:
            continue
        if node.parent is not None and _went_elsewhere(node.mate, node):
            node.moved = node.mate.moved = True
    for node in new.walk():
        if node.mate is not None and node.kids:
            _mark_out_of_order(node.mate, node)
    return tuple(_moved(node) for node in new.walk() if node.moved and node.mate is not None)


def _went_elsewhere(old: Node, new: Node) -> bool:
    before, after = old.parent, new.parent
    if before is None or after is None or before.mate is after:
        return False
    # where the old parent is gone or the new one has come, only a heading went or came
    return before.mate is not None and after.mate is not None


def _mark_out_of_order(old: Node, new: Node) -> None:
    places = {id(kid): i for i, kid in enumerate(old.kids)}
    kids = [kid for kid in new.kids if kid.mate is not None and not kid.moved and id(kid.mate) in places]
    in_order = set(increasing([places[id(kid.mate)] for kid in kids]))
    for i, kid in enumerate(kids):
        if i not in in_order and kid.mate is not None:
            kid.moved = kid.mate.moved = True


def _moved(new: Node) -> Moved:
    assert new.mate is not None
    olds, news = list(_still_inside(new.mate)), list(_still_inside(new))
    inside = {id(node) for node in news}
    pairs = [
        pair
        for node in olds
        if node.mate is not None and id(node.mate) in inside
        for pair in zip(node.lines, node.mate.lines, strict=False)
    ]
    lines = [sorted(line for node in nodes for line in node.lines) for nodes in (olds, news)]
    return Moved(tuple(lines[0]), tuple(lines[1]), tuple(sorted(pairs)))


def _still_inside(node: Node) -> Iterable[Node]:
    """A unit and its parts, without those that moved on their own."""
    yield node
    for kid in node.kids:
        if not kid.moved:
            yield from _still_inside(kid)
